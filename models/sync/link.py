"""A way to the council's shared database, and everything the world may do to it on the way."""

from collections.abc import Mapping
from typing import Any, Protocol  # Any: a request and its answer hold any JSON value

from models.problems import N_, Problem

FUNCTIONS = ("hello", "push", "pull", "receipt", "digest", "park", "recover", "erase")
PROTOCOL = 1


class Link(Protocol):
    """Calls the functions of the shared database; each may fail, and may be asked again."""

    def call(self, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """Give the answer of one function. Raises: the Problems below, and nothing else."""

    def cut(self) -> None:
        """Stop whatever is under way, from any thread; this link is of no more use."""

    def close(self) -> None:
        """Let go of the connection; the next call makes another."""


class NoConnection(Problem):
    """The shared database was not reached; another try later may do."""

    what = N_("The council’s shared database cannot be reached.")
    kept = N_("All your work is saved on this laptop, and you can carry on.")
    next = N_("Waymark tries again by itself. If you need the council’s VPN, connect to it.")


class HostNotFound(NoConnection):
    """No computer has the name of the server, as far as this network knows."""

    what = N_("This network does not know the computer of the council’s shared database.")
    next = N_(
        "Connect to the internet or to the council’s VPN. If you are connected, check the "
        "server’s address in Settings."
    )


class NobodyAnswers(NoConnection):
    """The computer is there, and no database answers on it."""

    what = N_("The council’s computer is there, but its shared database does not answer.")
    next = N_(
        "Waymark tries again by itself. If it goes on, ask your system administrator whether the "
        "database is running."
    )


class NoAnswerInTime(NoConnection):
    """There was no answer within the time that is given."""

    what = N_("The council’s shared database did not answer in time.")
    next = N_("Waymark tries again by itself. The network may be slow here.")


class ConnectionLost(NoConnection):
    """The connection ended in the middle."""

    what = N_("The connection to the council’s shared database was lost.")


class ServerBusy(NoConnection):
    """The server is starting, stopping, or has as many connections as it takes."""

    what = N_("The council’s shared database is busy or is starting.")


class ServerInTrouble(NoConnection):
    """The server has no room, or its disk does not do as asked."""

    what = N_("The council’s shared database has a fault of its own and cannot save.")
    next = N_(
        "Tell your system administrator that its disk may be full or damaged. Waymark tries "
        "again by itself."
    )


class ServerOnlyReads(NoConnection):
    """The server is a copy that follows another."""

    what = N_("That computer holds a copy of the shared database that can only be read.")
    next = N_("Ask your system administrator for the address of the main server.")


class Stopped(NoConnection):
    """Sharing was stopped here, on purpose."""

    what = N_("Sharing was stopped.")
    next = N_("It goes on from where it stopped.")


class NotTheCouncil(Problem):
    """Something answered that is not, or cannot be shown to be, the council's database."""

    what = N_("What answered is not the council’s shared database.")
    kept = N_("Nothing was sent, and all your work is saved on this laptop.")
    next = N_("Check the server’s address with your system administrator.")


class NotADatabaseServer(NotTheCouncil):
    """Something else answers at that address, as the login page of a café's network does."""

    what = N_("Something that is not a database answered, such as the login page of a network.")
    next = N_(
        "If this network has a page to log in on, open it in a browser first, or use another "
        "network. Then check the server’s address."
    )


class CertificateRefused(NotTheCouncil):
    """The server did not prove who it is."""

    what = N_("The server did not prove that it is the council’s: its certificate is wrong.")
    next = N_(
        "Do not go round this. Ask your system administrator for the certificate file, or for "
        "the name that stands in the server’s certificate."
    )


class NoTlsThere(NotTheCouncil):
    """The server does not encrypt connections."""

    what = N_("The server does not encrypt its connections, so nothing is shared with it.")
    next = N_("Ask your system administrator to turn on TLS for the shared database.")


class NoRootCertificate(NotTheCouncil):
    """There is no certificate to check the server's against."""

    what = N_("There is no root certificate here to check the server with.")
    next = N_("Choose the certificate file that your system administrator gives you.")


class DatabaseMissing(NotTheCouncil):
    """The server has no database of this name."""

    what = N_("The server has no database of that name.")
    next = N_("Check the last part of the server’s address with your system administrator.")


class NotSetUp(NotTheCouncil):
    """The database is there and Waymark's tables are not."""

    what = N_("That database is not set up for Waymark.")
    next = N_("The administrator sets it up once with: waymark shared-database init.")


class LoginRefused(Problem):
    """The server does not let this person in."""

    what = N_("The shared database did not accept that login or its password.")
    kept = N_("All your work is saved on this laptop, and you can carry on.")
    next = N_("Type the login and the password again, or ask your administrator for new ones.")


class LoginNotFromHere(LoginRefused):
    """The server's rules keep this login, or this network, out."""

    what = N_("The shared database does not let this login in from this network.")
    next = N_("Connect to the council’s VPN, or ask your system administrator.")


class NoSuchPerson(LoginRefused):
    """The login is good and belongs to nobody of the service, or no longer."""

    what = N_("That login does not belong to anybody of the reviewing service.")
    next = N_("Ask your administrator to add you: waymark shared-database add-person.")


class ServerTooOld(Problem):
    """The shared database is older than this program can use."""

    what = N_("The council’s shared database is older than this version of Waymark.")
    kept = N_("All your work is saved on this laptop, and you can carry on.")
    next = N_("Ask your administrator to bring it up to date: waymark shared-database upgrade.")


class PostgresTooOld(ServerTooOld):
    """The server's PostgreSQL is older than 15."""

    what = N_("The server runs a version of PostgreSQL that is too old: {found}.")
    next = N_("Ask your system administrator to install PostgreSQL {least} or newer.")


class ServerTooNew(Problem):
    """The shared database is newer than this program can read."""

    what = N_("The council’s shared database is newer than this version of Waymark.")
    kept = N_("Your work is saved on this laptop, and can still be handed in.")
    next = N_("Install the newest version of Waymark to read what others have done.")


class ServerSaidNo(Problem):
    """The shared database refused a request; `code` says why, and holds no words of anybody."""

    what = N_("The shared database refused what this laptop asked (code {code}).")
    kept = N_("All your work is saved on this laptop.")
    next = N_(
        "Tell your administrator the code, and ask for: waymark shared-database check. You can "
        "carry on meanwhile."
    )

    def __init__(self, code: str) -> None:
        super().__init__(values={"code": code})
        self.code = code
