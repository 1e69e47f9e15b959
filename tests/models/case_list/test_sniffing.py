"""A file's letters, delimiter and headings are found; what is no case list is refused in words."""

import os
import zipfile
from pathlib import Path

import pytest

from models.case_list.bounds import Bounds, CannotRead, NotACaseList, TooLarge, Workbook
from models.case_list.lines import Encoding
from models.case_list.sniffing import shape_of, sniff
from models.problems import Problem
from tests.models.case_list.lists import LIQUID, LIQUID_ROWS, liquid_list, written

HEADINGS = ("Person ID", "Name", "DOB")
ROW = ("0042", "Kit Larkhollow", "03/04/2016")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_headings_are_found_whatever_parts_the_cells(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    path = written(tmp_path, [delimiter.join(HEADINGS), delimiter.join(ROW)], encoding)
    shape = sniff(path)
    assert shape.headings == HEADINGS
    assert shape.delimiter == delimiter
    assert shape.heading_line == 1


def test_a_title_blank_lines_and_a_date_may_stand_above_the_headings(tmp_path: Path) -> None:
    lines = ["Children in care, by social worker", "", "Run on,3 April 2026", "", LIQUID]
    shape = sniff(written(tmp_path, [*lines, *LIQUID_ROWS]))
    assert shape.heading_line == 5
    assert shape.delimiter == ";"
    assert shape.headings[0] == "Person ID"


def test_a_line_that_names_the_delimiter_is_believed(tmp_path: Path) -> None:
    shape = sniff(written(tmp_path, ["sep=;", "Person ID;Name, whole;DOB", ";".join(ROW)]))
    assert (shape.delimiter, shape.heading_line) == (";", 2)


def test_headings_no_council_has_used_are_taken_when_they_look_like_headings(
    tmp_path: Path,
) -> None:
    shape = sniff(written(tmp_path, ["Kennung,Wer,Tag", "12,Kit,03/04/2016"]))
    assert shape.headings == ("Kennung", "Wer", "Tag")


def test_utf_16_is_known_by_its_mark() -> None:
    head = "Person ID\tDOB\r\n1\t03/04/2016\r\n".encode("utf-16")
    assert shape_of(head, len(head)).encoding is Encoding.UTF_16


def test_an_excel_workbook_is_named_as_one(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(Workbook) as refused:
        sniff(path)
    assert "Excel" in refused.value.what
    assert "CSV UTF-8" in refused.value.next


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \r\n\r\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"{\\rtf1 hello}", "word processor"),
        (b"\xef\xbb\xbf<html><table>", "web page"),
        (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]>", "XML"),
        (bytes(range(256)) * 40, "not text"),
        ("Person ID,DOB\r\n1,2".encode("utf-16-le"), "not text"),
        (b"0042,03/04/2016\r\n0043,04/04/2016\r\n", "no row of headings"),
        (b"just one word\r\nand another\r\n", "no row of headings"),
    ],
)
def test_what_is_no_case_list_is_refused_in_words(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(NotACaseList) as refused:
        sniff(path)
    assert words in refused.value.what
    assert "record has not changed" in refused.value.kept


def test_a_file_of_200_mb_is_refused_at_the_door_by_its_size(tmp_path: Path) -> None:
    path = liquid_list(tmp_path)
    os.truncate(path, 200 * 1024 * 1024)
    with pytest.raises(TooLarge) as refused:
        sniff(path)
    assert "over 50 MB" in refused.value.sentences()[0]


@pytest.mark.parametrize("columns", [201, 10_000, 100_000])
def test_a_file_with_too_many_columns_is_refused(tmp_path: Path, columns: int) -> None:
    heads = ",".join(["Person ID", "DOB", *(f"Column {n}" for n in range(columns - 2))])
    with pytest.raises(NotACaseList) as refused:
        sniff(written(tmp_path, [heads, "1,03/04/2016"]))
    assert "columns" in refused.value.sentences()[0] or "longer" in refused.value.what


def test_two_hundred_columns_are_read(tmp_path: Path) -> None:
    heads = ",".join(["Person ID", "DOB", *(f"Column {n}" for n in range(198))])
    assert len(sniff(written(tmp_path, [heads, "1,03/04/2016"])).headings) == 200


def test_one_endless_line_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"Person ID,DOB," * 100_000)
    with pytest.raises(NotACaseList):
        sniff(path)


def test_a_missing_file_and_a_folder_are_told_as_such(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path, Path("bad\0name.csv")):
        with pytest.raises(CannotRead):
            sniff(path)


def test_no_refusal_names_the_file_or_what_is_in_it(tmp_path: Path) -> None:
    path = written(tmp_path, ["Larkhollow;Kit"] * 3, name="Larkhollow.csv")
    with pytest.raises(Problem) as refused:
        sniff(path, Bounds(file_bytes=10))
    assert "Larkhollow" not in str(refused.value) + repr(refused.value)
