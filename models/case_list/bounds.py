"""How large a case list may be, and what is said when it is larger or is not one at all."""

from dataclasses import dataclass

from models.problems import N_, Problem

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Bounds:
    """The most that is read, so that no file can use up the laptop. Source: sync design 5.4."""

    file_bytes: int = 50 * MEGABYTE
    columns: int = 200
    cell_characters: int = 20_000
    row_characters: int = 400_000
    row_lines: int = 50
    rows: int = 200_000


BOUNDS = Bounds()


class NotACaseList(Problem):
    """The file cannot be read as a case list."""

    what = N_("This file is not a case list that Waymark can read.")
    kept = N_("Nothing was imported, and your record has not changed.")
    next = N_(
        "Ask for the list as a CSV file, or open it in a spreadsheet and save it as "
        "“CSV UTF-8”, then import that."
    )


class CannotRead(NotACaseList):
    """The file is missing, is a folder, or may not be read."""

    what = N_("The file could not be opened.")
    next = N_("Check that it is still there, that it is not open elsewhere, and choose it again.")


class TooLarge(NotACaseList):
    """The file, its rows or its columns are more than a case list has."""

    what = N_("This file is too large to be a case list: it is over {most} MB.")
    next = N_("Ask for a list of the children only, without notes or documents.")


class Workbook(NotACaseList):
    """An Excel workbook and not a CSV file."""

    what = N_("This is an Excel workbook, and Waymark reads CSV files.")
    next = N_("Open it in Excel, choose “Save as”, “CSV UTF-8”, and import the saved file.")


class ImportStopped(Exception):
    """The person stopped the reading; nothing was taken."""
