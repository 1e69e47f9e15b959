"""Rows in error come back with their reason, and go in again once they are put right."""

import csv
from pathlib import Path

import pytest

from models.case_list.bounds import NotACaseList
from models.case_list.case_line import BadLine
from models.case_list.errors_out import REASON, errors_csv, save_errors
from models.case_list.faults import fault
from models.case_list.records import RawRow
from tests.models.case_list.lists import LIQUID, liquid_list, planned


def test_three_bad_rows_come_back_with_the_same_columns_and_a_reason_each(tmp_path: Path) -> None:
    came_from = liquid_list(tmp_path)
    found, plan = planned(came_from)
    out = tmp_path / "errors.csv"
    content = errors_csv(found.shape.headings, plan.errors, found.shape.delimiter)
    save_errors(out, content, came_from)
    with out.open(encoding="utf-8-sig", newline="") as file:
        heads, *rows = csv.reader(file, delimiter=";")
    assert heads == [*LIQUID.split(";"), REASON]
    assert [row[0] for row in rows] == ["0012347", "", "0012349"]
    assert "month first" in rows[0][-1]
    assert "“Person ID” is empty" in rows[1][-1]
    assert "legal statuses" in rows[2][-1]


def test_rows_put_right_in_the_file_of_errors_go_in(tmp_path: Path) -> None:
    came_from = liquid_list(tmp_path)
    found, plan = planned(came_from)
    text = errors_csv(found.shape.headings, plan.errors, ";").decode("utf-8-sig")
    mended = text.replace("04/13/2016", "13/04/2016").replace("Happy", "C2")
    again = tmp_path / "mended.csv"
    again.write_text(mended, encoding="utf-8-sig")
    _, second = planned(again)
    assert [line.identifier for line in second.new] == ["0012347", "0012349"]
    assert len(second.errors) == 1


def test_a_row_that_could_not_be_parted_keeps_all_its_text_and_hidden_characters_show() -> None:
    row = RawRow(7, ("=1+1", "a\x00b\u202ec", "too", "many"))
    content = errors_csv(["A", "B"], [BadLine(row, (fault("Because."),))])
    lines = content.decode("utf-8-sig").splitlines()
    assert lines[1] == '"\'=1+1","a␀b\ufffdc","too","many","Because."'


def test_the_list_itself_is_never_written_over(tmp_path: Path) -> None:
    path = liquid_list(tmp_path)
    before = path.read_bytes()
    with pytest.raises(NotACaseList):
        save_errors(path, b"x", path)
    assert path.read_bytes() == before
