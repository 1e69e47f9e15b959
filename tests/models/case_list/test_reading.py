"""Rows come one at a time, in bounded memory; a broken one costs itself and no more."""

import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.case_list.bounds import Bounds, ImportStopped, TooLarge
from models.case_list.case_line import BadLine, CaseLine
from models.case_list.case_list_file import open_case_list
from models.case_list.lines import Encoding
from models.case_list.reading import Watch, read_rows
from models.case_list.records import RawRow
from models.case_list.rows import read_row
from models.case_list.sniffing import Shape, sniff
from models.problems import Problem
from tests.models.case_list.lists import TODAY, lines_in, liquid_list, said, written

HEADINGS = "Person ID,Forename,Surname,DOB,Date became LAC"
GOOD = "{0},Kit,Larkhollow,03/04/2016,01/02/2024"


def rows_of(path: Path) -> list[RawRow]:
    return list(read_rows(path, sniff(path)))


def listed(folder: Path, lines: Sequence[str], encoding: str = "utf-8") -> Path:
    return written(folder, [HEADINGS, *lines], encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_names_with_accents_come_through_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = listed(tmp_path, ["1,Zoë,O’Wren,03/04/2016,01/02/2024"], encoding)
    [row] = rows_of(path)
    assert row.cells[1:3] == ("Zoë", "O’Wren")


def test_lines_of_two_encodings_in_one_file_are_each_read_right(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    one = "1,Zoë,Łoś,03/04/2016,01/02/2024\n".encode()
    other = "2,Renée,Wren,03/04/2016,01/02/2024\n".encode("cp1252")
    path.write_bytes(HEADINGS.encode() + b"\n" + one + other)
    assert [row.cells[1:3] for row in rows_of(path)] == [("Zoë", "Łoś"), ("Renée", "Wren")]


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_every_line_ending_is_one(tmp_path: Path, ending: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(ending.join([HEADINGS.encode(), GOOD.format(1).encode(), b"", b"\x1a"]))
    [row] = rows_of(path)
    assert (row.line, row.cells[0]) == (2, "1")


def test_a_cell_may_go_over_several_lines(tmp_path: Path) -> None:
    path = listed(tmp_path, ['1,"Kit ""K""","Lark\nhollow",03/04/2016,01/02/2024', GOOD.format(2)])
    first, second = rows_of(path)
    assert first.cells[1:3] == ('Kit "K"', "Lark\nhollow")
    assert (second.line, second.cells[0]) == (4, "2")


def test_an_open_quotation_mark_costs_its_own_row_only(tmp_path: Path) -> None:
    path = listed(tmp_path, ['1,"Kit,Larkhollow,03/04/2016,01/02/2024', *map(GOOD.format, "234")])
    first, *others = lines_in(path)
    assert "line 2" in said(first)[0]
    assert [isinstance(line, CaseLine) for line in others] == [True, True, True]


def test_two_open_quotation_marks_do_not_hide_what_stands_between(tmp_path: Path) -> None:
    bad = '9,"Kit,Larkhollow,03/04/2016,01/02/2024'
    path = listed(tmp_path, [bad, GOOD.format(2), bad, GOOD.format(4)])
    read = lines_in(path)
    assert [line.identifier for line in read if isinstance(line, CaseLine)] == ["2", "4"]
    assert [line.row.line for line in read if isinstance(line, BadLine)] == [2, 4]


def test_a_quotation_mark_closed_lines_later_is_never_taken_silently(tmp_path: Path) -> None:
    lines = ['1,"Kit,Larkhollow,03/04/2016,01/02/2024', '2,Sam",Tansy,03/04/2016,01/02/2024']
    assert not [line for line in lines_in(listed(tmp_path, lines)) if isinstance(line, CaseLine)]


def test_nested_quotation_marks_are_named_with_their_line(tmp_path: Path) -> None:
    path = listed(tmp_path, [GOOD.format(1), '2,"Kit "K, the" first",L,03/04/2016,01/02/2024'])
    good, bad = lines_in(path)
    assert isinstance(good, CaseLine)
    assert "line 3 are not closed or not doubled" in said(bad)[0]


def test_thousands_of_open_quotation_marks_are_still_read_line_by_line(tmp_path: Path) -> None:
    path = listed(tmp_path, ['x"y,"z'] * 3_000 + [GOOD.format(1)])
    rows = rows_of(path)
    assert len(rows) == 3_001
    assert rows[-1].cells[0] == "1"


def test_a_row_with_more_cells_than_headings_is_in_error(tmp_path: Path) -> None:
    path = listed(tmp_path, [GOOD.format(1) + ",,", GOOD.format(2) + ",North"])
    good, bad = lines_in(path)
    assert isinstance(good, CaseLine)
    assert "more cells than there are headings" in said(bad)[0]


def test_a_short_row_lacks_only_its_last_cells(tmp_path: Path) -> None:
    path = listed(tmp_path, ["1,Kit,Larkhollow"])
    [bad] = lines_in(path)
    assert [sentence.split("”")[0] for sentence in said(bad)] == ["“DOB", "“Date became LAC"]


def test_a_huge_cell_and_a_huge_line_are_in_error_and_the_rest_is_read(tmp_path: Path) -> None:
    huge = f"1,{'K' * 30_000},L,03/04/2016,01/02/2024"
    larger = f"1,{'K' * 200_000},L,03/04/2016,01/02/2024"
    endless = "1," + "K" * 900_000
    first, second, third, good = lines_in(
        listed(tmp_path, [huge, larger, endless, GOOD.format(4)])
    )
    assert "20000 characters" in said(first)[0] and "20000 characters" in said(second)[0]
    assert "longer than any row" in said(third)[0]
    assert isinstance(good, CaseLine)


def test_nul_and_what_turns_text_round_are_named_never_kept(tmp_path: Path) -> None:
    lines = [f"1,Ki{hidden}t,L,03/04/2016,01/02/2024" for hidden in "\x00\x07\x85\u202e\u2066"]
    read = lines_in(listed(tmp_path, [GOOD.format(0), *lines]))
    assert isinstance(read[0], CaseLine)
    for line, code in zip(read[1:], ("0000", "0007", "0085", "202E", "2066"), strict=True):
        assert f"hidden character (U+{code})" in said(line)[0]


def test_a_byte_that_is_no_letter_in_any_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(f"{HEADINGS}\n1,K".encode() + b"\x81t,L,03/04/2016,01/02/2024\n")
    assert "could not be read" in said(lines_in(path)[0])[0]


def test_formulas_are_only_text(tmp_path: Path) -> None:
    hostile = """=1+1,"=cmd|' /C calc'!A0",@SUM(A1),03/04/2016,01/02/2024"""
    line, _ = lines_in(listed(tmp_path, [hostile, GOOD.format(2)]))
    assert isinstance(line, CaseLine)
    assert (line.identifier, line.given_name) == ("=1+1", "=cmd|' /C calc'!A0")


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    path = listed(tmp_path, [GOOD.format(n) for n in range(11)])
    with pytest.raises(TooLarge):
        list(read_rows(path, sniff(path), Bounds(rows=10)))


def test_progress_is_told_and_reading_can_be_stopped(tmp_path: Path) -> None:
    path = listed(tmp_path, [GOOD.format(n) for n in range(2_000)])
    told: list[float] = []
    list(read_rows(path, sniff(path), watch=Watch(told.append)))
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 5
    with pytest.raises(ImportStopped):
        list(read_rows(path, sniff(path), watch=Watch(told.append, lambda: len(told) > 14)))


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    line = GOOD.format("0001").encode() + b"," + b"n" * 900 + b"\n"
    path.write_bytes(f"{HEADINGS},Notes\n".encode() + line * (20 * 1024 * 1024 // len(line)))
    shape = sniff(path)
    tracemalloc.start()
    count = sum(1 for _ in read_rows(path, shape))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count > 20_000
    assert peak < 4 * 1024 * 1024


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=2_000), is_headed=st.booleans())
def test_any_bytes_give_rows_or_a_problem(tmp_path: Path, content: bytes, is_headed: bool) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes((HEADINGS.encode() + b"\r\n" if is_headed else b"") + content)
    try:
        found = open_case_list(path)
        rows = list(read_rows(path, found.shape))
    except Problem as problem:
        assert all(problem.sentences())
        return
    for row in rows:
        assert len(row.cells) == len(found.shape.headings)
        line = read_row(row, found.guessed, TODAY)
        assert isinstance(line, CaseLine) or all(said(line))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet='",;\n\r\t\x00=1aë\u202e', max_size=300))
def test_any_jumble_of_quotes_and_delimiters_gives_rows(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(f"{HEADINGS}\n{text}\n{GOOD.format('last')}\n".encode())
    shape = Shape(Encoding.BYTES, ",", 1, tuple(HEADINGS.split(",")), path.stat().st_size)
    rows = list(read_rows(path, shape))
    assert "last" in "".join(rows[-1].cells)


def test_a_whole_list_with_three_bad_rows_is_read(tmp_path: Path) -> None:
    read = lines_in(liquid_list(tmp_path))
    assert [line.row.line for line in read if isinstance(line, BadLine)] == [4, 5, 6]
    good = [line for line in read if isinstance(line, CaseLine)]
    assert [line.identifier for line in good] == ["0012345", "0012346", "0012350"]
    assert (good[1].given_name, good[1].family_name, good[1].lives_with) == (
        "Zoë", "O’Wren", "Café House",
    )  # fmt: skip
