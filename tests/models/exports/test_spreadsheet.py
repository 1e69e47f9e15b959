"""Tables come out as CSV in which no cell is a formula, and read back as they went in."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.exports.spreadsheet import CannotWrite, csv_bytes, csv_text, guarded, save

BEGINNINGS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
PAYLOADS = [
    "cmd|' /C calc'!A0", '1+1";=1+1', "HYPERLINK(\"http://example.org\",\"x\")", "SUM(A1:A9)",
    "WEBSERVICE(A1)", "1", "", "DDE(\"cmd\";\"/C calc\";\"x\")", "=1", "@SUM(1)",
]  # fmt: skip


def parsed(content: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(StringIO(content, newline=""), delimiter=delimiter))


@pytest.mark.parametrize("blank", ["", " ", "  ", "\u00a0", "\u3000"])
@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_no_cell_begins_a_formula(beginning: str, blank: str) -> None:
    hostile = [blank + beginning + payload for payload in PAYLOADS]
    for row in parsed(csv_text(hostile, [hostile])):
        assert [cell.removeprefix("'") for cell in row] == hostile
        for cell in row:
            assert cell[0] not in "\t\r\n"
            assert not cell.strip().startswith(tuple("=+-@＝＋－＠"))


def test_ordinary_words_and_true_numbers_are_left_as_they_are() -> None:
    [_, row] = parsed(csv_text(["a"] * 6, [["O’Wren", "'t Hooft", "5-6", -3, None, 1.5]]))
    assert row == ["O’Wren", "'t Hooft", "5-6", "-3", "", "1.5"]


def test_days_are_written_as_the_national_return_has_them() -> None:
    assert '"03/04/2016"' in csv_text(["DOB"], [[date(2016, 4, 3)]])


def test_every_cell_is_quoted_and_excel_knows_the_letters() -> None:
    content = csv_bytes(["Name"], [["Zoë"]], ";")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == '"Name"\r\n"Zoë"\r\n'


def test_a_lone_half_of_a_character_does_not_stop_the_file() -> None:
    assert csv_bytes(["Name"], [["a\ud800b"]]).decode("utf-8-sig").endswith('"a?b"\r\n')


@given(st.lists(st.lists(st.text(), min_size=3, max_size=3), max_size=5))
def test_any_table_reads_back_as_it_went_in(rows: list[list[str]]) -> None:
    written = csv_bytes(["a", "b", "c"], rows).decode("utf-8-sig")
    assert parsed(written)[1:] == [[guarded(cell) for cell in row] for row in rows]


def test_a_folder_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    save(tmp_path / "out.csv", b"x")
    assert (tmp_path / "out.csv").read_bytes() == b"x"
    with pytest.raises(CannotWrite):
        save(tmp_path / "none" / "out.csv", b"x")
