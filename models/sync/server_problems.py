"""What may go wrong when an administrator looks after the shared database."""

from models.problems import N_, Problem


class PostgresTooOld(Problem):
    """The server is of a version that Waymark does not work with."""

    what = N_("This is PostgreSQL {version}, and Waymark needs {least} or newer.")
    kept = N_("Nothing has been changed.")
    next = N_("Ask for a server of PostgreSQL {least} to {most}, or update this one.")


class PostgresTooNew(PostgresTooOld):
    """The server is newer than any that Waymark was tried with."""

    what = N_("This is PostgreSQL {version}, and Waymark has been tried up to {most}.")
    next = N_("Use a server of PostgreSQL {least} to {most}, or a newer Waymark.")


class MayNotAdminister(Problem):
    """The login is not allowed what an administrator does here."""

    what = N_("This login may not do that on the database server.")
    kept = N_("Nothing has been changed.")
    next = N_("Use the login that owns the database and may create roles.")


class NotInstalled(Problem):
    """The database has not been made into a shared one."""

    what = N_("This database is not a shared database of Waymark yet.")
    kept = N_("Nothing has been changed.")
    next = N_("Check the address, or make it one first: waymark shared-database init.")


class AlreadyInstalled(Problem):
    """The council is there already."""

    what = N_("This database is a shared database of this council already.")
    kept = N_("Nothing has been changed.")
    next = N_("To bring it up to date: waymark shared-database upgrade.")


class BadCouncil(Problem):
    """A council without a name, or with one that is too long."""

    what = N_("The council's name is empty or too long.")
    kept = N_("Nothing has been changed.")
    next = N_("Give a name of 1 to {most} letters after --council.")


class NewerSharedDatabase(Problem):
    """The shared database was brought up to date by a newer Waymark."""

    what = N_("A newer version of Waymark has been at work in this shared database.")
    kept = N_("Nothing has been changed.")
    next = N_("Use the newer version of Waymark on this computer too.")


class ChangedStep(Problem):
    """A step of the schema is not the next one, or is not known."""

    what = N_("There is no step {number} of the shared database to go to.")
    kept = N_("Nothing has been changed.")
    next = N_("Name a step between 0 and {most}.")


class WouldLoseRows(Problem):
    """Going back would throw away what people wrote."""

    what = N_("Going back behind step {number} would throw away what is kept (rows: {rows}).")
    kept = N_("Nothing has been changed.")
    next = N_("Make a backup first, then add --lose-rows.")


class LoginTaken(Problem):
    """Somebody has this login already."""

    what = N_("The login {login} is taken on this database server.")
    kept = N_("Nothing has been changed.")
    next = N_("Choose another login, or add --existing-login if it is this person's already.")


class NoSuchLogin(Problem):
    """The login that a person is to be given is not there."""

    what = N_("There is no login {login} on this database server.")
    kept = N_("Nothing has been changed.")
    next = N_("Leave --existing-login out, and the login is made.")


class BadLogin(Problem):
    """A login that cannot be used."""

    what = N_("That login cannot be used.")
    kept = N_("Nothing has been changed.")
    next = N_("Use 2 to 60 small letters, digits, dots and hyphens; begin with a letter.")


class BadPerson(Problem):
    """A name or a role that cannot be used."""

    what = N_("The name is empty or too long, or there is no such role.")
    kept = N_("Nothing has been changed.")
    next = N_("Give a name of 1 to 200 letters and one of these roles: {roles}.")


class WeakDatabasePassword(Problem):
    """A password that is too short for a door to children's records."""

    what = N_("That password is too short.")
    kept = N_("Nothing has been changed.")
    next = N_("Use at least {least} characters, or leave it out and one is made.")


class NobodyOfThatLogin(Problem):
    """No person of the council has this login."""

    what = N_("Nobody of this council has the login {login}.")
    kept = N_("Nothing has been changed.")
    next = N_("Check how it is written.")
