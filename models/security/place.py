"""Refuses to keep a record where a cloud service would copy it away."""

import os
from pathlib import Path

from models.problems import N_, Problem

_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_CLOUD_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "com~apple~clouddocs",
    "nextcloud",
    "owncloud",
    "box sync",
)


class SyncedFolder(Problem):
    """The folder is inside one that a cloud service copies."""

    what = N_("That folder is copied to a cloud service, so a record may not be kept there.")
    kept = N_("Nothing has been written.")
    next = N_("Choose a folder on this computer that is not synchronised.")


def is_synced(folder: Path) -> bool:
    """Whether the folder lies where a cloud service would copy it."""
    whole = folder.absolute()
    named = (Path(os.environ[name]) for name in _CLOUD_VARIABLES if os.environ.get(name))
    if any(whole.is_relative_to(root.absolute()) for root in named):
        return True
    return any(part.casefold().startswith(_CLOUD_FOLDERS) for part in whole.parts)


def refuse_synced(folder: Path) -> None:
    """Refuse such a folder. Raises: SyncedFolder."""
    if is_synced(folder):
        raise SyncedFolder
