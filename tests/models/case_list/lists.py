"""Case lists as councils' systems write them, made here of invented children."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from models.case_list.case_line import BadLine, CaseLine
from models.case_list.case_list_file import CaseListFile, open_case_list
from models.case_list.known import KnownChild
from models.case_list.plan import ImportPlan
from models.case_list.reading import read_rows
from models.case_list.rows import read_row

TODAY = date(2026, 5, 1)

LIQUID = (
    "Person ID;Surname;Forename;Preferred Name;D.O.B.;Date became LAC;Legal Status;"
    "Allocated Worker;Team;Carer Name;Placement Address;Postcode;Last LAC Review Date"
)
LIQUID_ROWS = (
    "0012345;Larkhollow;Kit;;03/04/2016;3 Apr 2024;C2 - Full care order;Nadia Fern;"
    "North;Bea Marrow;1 Long Lane;AB1 2CD;12/02/2026",
    "0012346;O’Wren;Zoë;Zo;01.12.2014;2023-11-20 00:00:00;V2;Nadia Fern;North;Café House;;;",
    "0012347;Tansy;Sam;;04/13/2016;3 Apr 2024;C2;Ola Reed;South;;;;",
    ";Tansy;Robin;;04/03/2016;3 Apr 2024;C2;Ola Reed;South;;;;",
    "0012349;Tansy;Ash;;04/03/2016;3 Apr 2024;Happy;Ola Reed;South;;;;",
    "0012350;Sedge;Mo;;5 Sept 2011;01-Feb-2020;Interim Care Order;Ola Reed;South;;;;",
)


def written(
    folder: Path, lines: Sequence[str], encoding: str = "cp1252", name: str = "list.csv"
) -> Path:
    """Write the lines as a system on Windows does."""
    path = folder / name
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode(encoding))
    return path


def liquid_list(folder: Path) -> Path:
    """A semicolon-separated list in Windows-1252 with three bad rows."""
    return written(folder, [LIQUID, *LIQUID_ROWS])


def lines_in(path: Path, today: date = TODAY) -> list[CaseLine | BadLine]:
    """Every row of a file, read by the guessed mapping."""
    found = open_case_list(path)
    rows = read_rows(path, found.shape)
    return [read_row(row, found.guessed, today) for row in rows]


def planned(
    path: Path, known: Mapping[str, KnownChild] | None = None, today: date = TODAY
) -> tuple[CaseListFile, ImportPlan]:
    """The file and its plan, by the guessed mapping."""
    found = open_case_list(path)
    return found, found.plan(found.guessed, known or {}, today)


def said(line: CaseLine | BadLine) -> list[str]:
    """The sentences that a bad row comes back with."""
    assert isinstance(line, BadLine)
    return [fault.said() for fault in line.faults]
