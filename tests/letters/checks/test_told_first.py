"""A child is told face to face that a new family is looked for, before a letter says so."""

from letters.checks import checks_of
from tests.letters import sheets
from tests.letters.papers_expected import letter


def _asks(kind: str) -> list[str]:
    sheet = sheets.full(kind=kind)
    found = checks_of(sheet, letter(sheet), sheets.DATED)
    return [each.said() for each in found if each.check == "told_first"]


def test_only_a_letter_that_says_it_asks_whether_the_child_knows() -> None:
    said = "The letter says that a new family is looked for. Has Sam been told face to face?"
    assert _asks("authorised") == [said]
    assert _asks("placed") == []
