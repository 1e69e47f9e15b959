"""Problems: what the world did, told so that a person knows what is safe and what to do next."""

from collections.abc import Mapping
from pathlib import Path


def N_(words: str) -> str:  # noqa: N802 the name that gettext tools collect words by
    """Mark words to be translated when they are shown."""
    return words


class Problem(Exception):
    """The world's doing: three plain sentences, and named values that are never personal."""

    what: str = N_("Something outside Waymark went wrong.")
    kept: str = N_("Everything already saved is safe.")
    next: str = N_("Try again. If it happens again, ask your system administrator.")

    def __init__(
        self,
        what: str | None = None,
        kept: str | None = None,
        next: str | None = None,  # noqa: A002 the word the house uses
        values: Mapping[str, str] | None = None,
    ) -> None:
        self.what = what or type(self).what
        self.kept = kept or type(self).kept
        self.next = next or type(self).next
        self.values: dict[str, str] = dict(values or {})
        super().__init__(self.what)

    def sentences(self) -> tuple[str, str, str]:
        """Give the three sentences in English with their values filled in."""
        return (
            self.what.format(**self.values),
            self.kept.format(**self.values),
            self.next.format(**self.values),
        )


class WrongPassphrase(Problem):
    """The passphrase does not open this record."""

    what = N_("That passphrase did not match.")
    kept = N_("Your work is safe.")
    next = N_("Try again, and check Caps Lock.")


class WeakPassphrase(Problem):
    """A new passphrase is shorter than the least that is allowed."""

    what = N_("That passphrase is too short.")
    kept = N_("Nothing has been changed.")
    next = N_("Use at least {least} characters; four words or more work well.")


class DamagedKey(Problem):
    """Neither copy of the key file can be read."""

    what = N_("The file that unlocks your work is missing or damaged.")
    kept = N_("Your record has not been changed, and its automatic backups are still there.")
    next = N_(
        "Ask your system administrator to put back the key file from a backup of this folder."
    )


class RecordExists(Problem):
    """A record is to be made where there is one already."""

    what = N_("There is already a record in this folder.")
    kept = N_("It has not been changed.")
    next = N_("Open it with its passphrase, or choose an empty folder.")


class RecordMissing(Problem):
    """The record's file is not in its folder; a backup may be."""

    what = N_("Your record is not in its folder.")
    kept = N_("Automatic backups and the typing journal are looked after separately.")
    next = N_("Put back the newest backup, or ask your system administrator for the file.")

    newest_backup: Path | None = None


class DamagedRecord(Problem):
    """The record's file did not pass its checks; it is left exactly as it is."""

    what = N_("Your record is damaged and cannot be used as it is.")
    kept = N_("The damaged file is kept as it is; nothing has been written over it.")
    next = N_(
        "Put back the newest good backup; what you typed since is put back from the journal."
    )

    newest_backup: Path | None = None


class NewerRecord(Problem):
    """The record was last used by a newer Waymark than this one."""

    what = N_("Your record was last opened by a newer version of Waymark.")
    kept = N_("It has not been changed.")
    next = N_("Install the newer version on this computer, then open it again.")


class AlreadyOpen(Problem):
    """Another copy of Waymark holds the record."""

    what = N_("Waymark is already open with this record.")
    kept = N_("Your work is safe in the copy that is open.")
    next = N_("Go to the other window, or close it and try again.")


class RecordBusy(Problem):
    """Another program holds the file and did not let go in time."""

    what = N_("Another program is using your record, so this could not be saved yet.")
    kept = N_("What you typed is still here and in the typing journal.")
    next = N_("Wait a moment and try again. A virus scanner or a backup may be busy with it.")


class DiskFull(Problem):
    """There is no room left on the disk."""

    what = N_("The disk is full, so this could not be saved in the record.")
    kept = N_("What you typed is still here, and there is room set aside to go on typing.")
    next = N_("Delete or move some large files, then try again.")


class NoRoomAtAll(DiskFull):
    """The disk is full, and the room set aside is used up or was never there."""

    what = N_("The disk is full, so this could not be saved anywhere.")
    kept = N_("What you typed is still on the screen: leave Waymark open.")


class FolderReadOnly(Problem):
    """The folder of the record cannot be written to."""

    what = N_("Waymark may not write in the folder where your record is.")
    kept = N_("Everything already saved is safe; what you type now is only on the screen.")
    next = N_("Ask your system administrator for permission to write in this folder.")


class FolderMissing(Problem):
    """The folder of the record has vanished, as a drive that was taken out does."""

    what = N_("The folder where your record is cannot be found.")
    kept = N_("What you typed is still on the screen.")
    next = N_("Connect the drive or the network again, then try again.")


class DiskFault(Problem):
    """The disk did not do as asked."""

    what = N_("The disk did not answer when Waymark read or wrote your record.")
    kept = N_("Everything already saved is as safe as the disk is.")
    next = N_("Try again. If it happens again, ask your system administrator to check the disk.")


class RecordClosed(Problem):
    """The record was locked while something still wanted to read or save."""

    what = N_("Your record is locked.")
    kept = N_("Everything that was saved is safe.")
    next = N_("Unlock it with your passphrase, then try again.")
