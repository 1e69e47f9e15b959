"""The child is told who came, each by the name that the child knows."""

from tests.letters import sheets
from tests.letters.papers_expected import letter
from tests.letters.said import gaps, words


def test_people_are_named_as_the_child_names_them_and_workers_with_their_role() -> None:
    assert words(letter(sheets.full()), "L3")[1] == (
        "Jo, Dele, Nana Bea, Samir Oakenshaw (your social worker) and Ms Fennimore "
        "(Hester Fennimore, your teacher) came. Mum could not come. "
        "We heard from Mum before the meeting."
    )


def test_those_who_were_asked_and_did_not_come_were_not_there() -> None:
    absent = (
        sheets.attendance("p-jo"),
        sheets.attendance("p-carys", "no"),
        sheets.attendance("p-bea", "no"),
        sheets.attendance("p-fenn", "no", invited=False),
    )
    found = words(letter(sheets.full(attendances=absent)), "L3")[1]
    assert found == "Jo came. Nana Bea and Mum were not there."


def test_the_chair_is_not_named_among_the_others() -> None:
    chair = sheets.person("p-iro", "Nadia Thistlemere", "Nadia", "iro")
    other = sheets.person("p-iro2", "Olu Marsh", "", "iro")
    sheet = sheets.full(
        people=(chair, other),
        attendances=(sheets.attendance("p-iro"), sheets.attendance("p-iro2")),
    )
    found = words(letter(sheet), "L3")[1]
    assert found == "Olu Marsh (who also makes sure that plans are right) came."


def test_when_only_the_child_came_it_was_just_us() -> None:
    nobody = (sheets.attendance("p-jo", "no"), sheets.attendance("p-bea", "", invited=False))
    found = words(letter(sheets.full(attendances=nobody)), "L3")[1]
    assert found == "It was just you and me. Jo was not there."


def test_until_it_is_said_who_was_there_that_is_a_gap() -> None:
    assert gaps(letter(sheets.full(attendances=()))) == [("L3", "attendance", "")]
    unsaid = (sheets.attendance("p-jo", "no"), sheets.attendance("p-bea", ""))
    found = letter(sheets.full(attendances=unsaid))
    assert gaps(found) == [("L3", "attendance", "attended")]
    assert found.missing[0].row_id == "a-p-bea"
    assert found.missing[0].words == "Say whether Nana Bea was there"
