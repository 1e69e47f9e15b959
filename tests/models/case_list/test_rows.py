"""One row becomes a case line, or comes back with every reason, in the council's own words."""

from datetime import date

import pytest

from models.case_list.case_line import BadLine, CaseLine
from models.case_list.guessing import guess
from models.case_list.names import person_key, split_name
from models.case_list.records import RawRow
from models.case_list.rows import read_row
from tests.models.case_list.lists import TODAY, said

CELLS = {
    "Person ID": "0042", "Forename": "Kit", "Surname": "Larkhollow", "D.O.B.": "03/04/2016",
    "Became LAC": "01/02/2024",
}  # fmt: skip


def line(**others: str) -> CaseLine | BadLine:
    cells = CELLS | {name.replace("_", " "): value for name, value in others.items()}
    mapping = guess(list(cells), [])
    return read_row(RawRow(2, tuple(cells.values())), mapping, TODAY)


def good(**others: str) -> CaseLine:
    read = line(**others)
    assert isinstance(read, CaseLine), said(read)
    return read


def test_an_identifier_keeps_its_leading_noughts_and_loses_its_blank_ends() -> None:
    assert good(Person_ID="\u00a0 0042\u200b ").identifier == "0042"


def test_each_fault_of_a_row_is_told_with_the_councils_own_heading() -> None:
    read = line(Person_ID="", **{"D.O.B.": "04/13/2016"}, Became_LAC="45323", LS="Happy")
    told = said(read)
    assert len(told) == 4
    assert any(words.startswith("“Person ID” is empty") for words in told)
    assert any("“D.O.B.” says “04/13/2016”, which has the month first" in words for words in told)
    assert any("“Became LAC” says “45323”, which is a number" in words for words in told)
    assert any("“LS” says “Happy”" in words for words in told)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"D.O.B.": "02/05/2026"}, "has not come yet"),
        ({"D.O.B.": "01/05/2001"}, "is 25"),
        ({"D.O.B.": "03/04/1961"}, "check the year"),
        ({"Became LAC": "02/04/2016"}, "before the child was born"),
        ({"Became LAC": "02/05/2026"}, "has not come yet"),
        ({"D.O.B.": "03/04/2005", "Became LAC": "03/04/2023"}, "already 18"),
        ({"Next review": "03/04/2062"}, "two years ahead"),
        ({"LAC end date": "01/01/2024"}, "before the child became looked after"),
        ({"Last review": "01/05/2027"}, "has not come yet"),
        ({"Review No": "several"}, "whole number"),
        ({"Forename": ""}, "a child needs a name"),
        ({"Forename": "K" * 101}, "longer than 100"),
        ({"Forename": "Kit\nSam"}, "over several lines"),
        ({"Person ID": "1.23E+08"}, "spreadsheet has shortened"),
        ({"LS": "Supervision order"}, "legal statuses"),
    ],
)
def test_what_cannot_be_true_is_refused_with_the_reason(cells: dict[str, str], words: str) -> None:
    assert words in " ".join(said(line(**cells)))


def test_the_day_before_the_25th_birthday_is_still_taken() -> None:
    read = good(**{"D.O.B.": "02/05/2001"}, Became_LAC="01/02/2012")
    assert read.born_on == date(2001, 5, 2)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("C2", "C2"), ("c1", "C1"), ("C2 - Full care order", "C2"), ("Full Care Order (C2)", "C2"),
        ("Interim Care Order", "C1"), ("ICO", "C1"), ("Section 20", "V2"), ("S20", "V2"),
        ("V2 Single period of accommodation", "V2"), ("Placement Order", "E1"),
        ("Police Protection", "L1"), ("Emergency Protection Order", "L2"), ("Remanded", "J1"),
        ("Care order", "C2"), ("Series of short-term breaks", "V3"),
    ],
)  # fmt: skip
def test_a_legal_status_is_read_from_its_code_or_its_words(text: str, code: str) -> None:
    assert good(LS=text).legal_status == code


def test_codes_languages_and_interpreters_are_made_one_way_of_writing() -> None:
    read = good(
        Placement_type="U1 - Foster placement",
        First_language="ckb",
        Interpreter_needed="Y",
        School="N/A",
        IRO="Not known",
    )
    assert (read.placement_code, read.first_language, read.interpreter) == (
        "U1", "Kurdish Sorani", "Needed",
    )  # fmt: skip
    assert (read.school, read.iro) == ("", "")
    assert good(Interpreter_needed="No").interpreter == ""
    assert good(First_language="Makaton").first_language == "Makaton"


def test_an_address_in_a_cell_is_left_out_and_told() -> None:
    read = good(Carer_name="Bea Marrow, 1 Long Lane, AB1 2CD")
    assert read.lives_with == ""
    assert "never takes" in read.notices[0].said()


def test_an_unknown_placement_code_is_left_out_and_told() -> None:
    read = good(Placement_code="Q9")
    assert read.placement_code == ""
    assert "“Placement code” says “Q9”" in read.notices[0].said()


def test_a_review_from_before_this_time_in_care_does_not_count_and_is_told() -> None:
    read = good(Last_review="31/01/2024", Review_No="7")
    assert (read.last_review_on, read.last_review_number) == (None, None)
    assert "before this time in care" in read.notices[0].said()


def test_a_booking_no_later_than_the_last_review_or_in_the_past_is_left_out() -> None:
    stale = good(Last_review="01/03/2026", Next_review="01/03/2026")
    assert stale.booked_on is None and stale.notices
    assert good(Next_review="30/04/2026").booked_on is None
    assert good(Next_review="01/05/2026").booked_on == TODAY


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("Larkhollow, Kit", "Kit", "Larkhollow"),
        ("Kit Larkhollow", "Kit", "Larkhollow"),
        ("Kit James Larkhollow", "Kit James", "Larkhollow"),
        ("O’Wren de la Mar, Zoë Ann", "Zoë Ann", "O’Wren de la Mar"),
        ("Kit", "Kit", ""),
        ("Larkhollow,", "Larkhollow", ""),
    ],
)
def test_a_whole_name_is_parted(text: str, given: str, family: str) -> None:
    assert split_name(text) == (given, family)


def test_a_name_in_its_own_column_goes_before_the_whole_name() -> None:
    cells = {"Person ID": "1", "Name": "Larkhollow, Christopher", "DOB": "03/04/2016",
             "Became LAC": "01/02/2024"}  # fmt: skip
    mapping = guess(list(cells), [])
    read = read_row(RawRow(2, tuple(cells.values())), mapping, TODAY)
    assert isinstance(read, CaseLine)
    assert (read.given_name, read.family_name) == ("Christopher", "Larkhollow")


def test_one_person_is_one_however_the_name_is_written() -> None:
    assert person_key("Fern, Nadia") == person_key("Nadia FERN")


def test_nothing_of_a_child_is_in_what_a_log_would_show() -> None:
    read = line(Forename="")
    assert isinstance(read, BadLine)
    shown = repr(good()) + repr(read) + repr(read.row) + repr(read.faults)
    assert "Larkhollow" not in shown and "0042" not in shown and "2016" not in shown
