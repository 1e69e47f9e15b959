"""Each council's headings lead to a mapping; what is left out is left out on purpose."""

from pathlib import Path

import pytest

from models.case_list.case_list_file import open_case_list
from models.case_list.fields import FIELDS, field_called, left_out
from models.case_list.guessing import guess
from models.case_list.records import RawRow
from tests.models.case_list.lists import liquid_list, written


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (
            "Person ID,Last Name,First Name,Date Of Birth,Date Became Looked After,Legal Status,"
            "Allocated Worker,Allocated Team,IRO,Next Review Date",
            "identifier,family_name,given_name,born_on,care_began_on,legal_status,"
            "social_worker,team,iro,booked_on",
        ),
        (
            "LCS ID,Child Name,D.O.B.,CLA Start Date,CLA Legal Status,Placement Type,Carer Name",
            "identifier,full_name,born_on,care_began_on,legal_status,placement_code,lives_with",
        ),
        (
            "CHILD,DOB,DECOM,LS,PLACE,DEC",
            "identifier,born_on,care_began_on,legal_status,placement_code,care_ended_on",
        ),
        (
            "Mosaic ID,Forename(s),Surname,DoB,LAC Start Date,Date of Last LAC Review,Review No",
            "identifier,given_name,family_name,born_on,care_began_on,last_review_on,"
            "last_review_number",
        ),
        (
            "Child Unique ID,Date of Birth,Date started to be looked after,Child's Legal Status,"
            "Start date of current legal status,Date of Latest Statutory Review",
            "identifier,born_on,care_began_on,legal_status,legal_status_from,last_review_on",
        ),
        (
            "case_number,person_name,date_of_birth,period_of_care_start_date,first_language,"
            "interpreter_required,school_name,preferred_name,pronouns,date_IRO_notified",
            "identifier,full_name,born_on,care_began_on,first_language,interpreter,school,"
            "chosen_name,pronouns,told_on",
        ),
    ],
)
def test_the_headings_of_each_system_are_known(headings: str, expected: str) -> None:
    found = guess(headings.split(","), [])
    columns = [found.column_of(name) for name in expected.split(",")]
    assert columns == list(range(len(columns)))


def test_addresses_numbers_and_contacts_are_left_out_with_the_reason() -> None:
    headings = [
        "Placement Address", "Post Code", "PL_POST", "HOME_POST", "NHS Number", "UPN",
        "Carer Telephone", "E-mail", "Ethnicity", "Gender", "Mother's name",
    ]  # fmt: skip
    assert all(left_out(heading) for heading in headings)
    found = guess(["Person ID", *headings], [])
    assert [heading for heading, _ in found.left_out] == headings
    assert [name for name, _ in found.columns] == ["identifier"]
    with pytest.raises(ValueError, match="never taken"):
        found.take("lives_with", 1)


def test_no_known_heading_is_left_out_and_none_means_two_fields() -> None:
    for field in FIELDS:
        for heading in field.headings:
            assert field_called(heading) == field.name


def test_a_column_of_addresses_is_not_guessed_to_be_a_carer(tmp_path: Path) -> None:
    lines = ["Person ID,DOB,Placement", "1,03/04/2016,1 Long Lane AB1 2CD"]
    found = open_case_list(written(tmp_path, lines)).guessed
    assert found.column_of("lives_with") is None


def test_a_review_column_of_words_is_not_guessed_to_be_a_day() -> None:
    rows = [RawRow(line, (str(line), "Statutory")) for line in (2, 3)]
    assert guess(["Person ID", "Review"], rows).column_of("last_review_on") is None


def test_an_unnamed_column_of_identifiers_is_told_by_its_cells() -> None:
    rows = [RawRow(line, (f"00{line}7", "03/04/2016")) for line in (2, 3, 4)]
    found = guess(["Kennung", "DOB"], rows)
    assert found.column_of("identifier") == 0


def test_the_fuller_of_two_columns_with_one_heading_is_taken() -> None:
    rows = [RawRow(2, ("1", "", "Kit")), RawRow(3, ("2", "", "Sam"))]
    assert guess(["Person ID", "Forename", "Forename"], rows).column_of("given_name") == 2


def test_a_whole_list_is_guessed_and_ten_rows_are_shown(tmp_path: Path) -> None:
    found = open_case_list(liquid_list(tmp_path))
    assert found.guessed.missing == ()
    assert len(found.preview) == 6
    many = [f"{n};Larkhollow;Kit;03/04/2016" for n in range(40)]
    path = written(tmp_path, ["Person ID;Surname;Forename;DOB", *many], name="many.csv")
    longer = open_case_list(path)
    assert len(longer.preview) == 10
    assert longer.guessed.missing == ("care_began_on",)
