"""Each named field says what the record holds, or where it is to be put."""

from dataclasses import replace
from typing import Any

import pytest

from letters import moment_letter
from letters.templates.fields import FIELDS
from letters.templates.shipped import shipped_text
from letters.templates.template_file import read_template
from letters.wording import wording
from models.people_on_sheet import PersonOnSheet
from tests.letters import sheets
from tests.letters.said import words
from tests.letters.templates.moments import DATED, sheet_for, with_letter

SAID = {
    "name": "Sam",
    "full_name": "Samantha Larkhollow",
    "iro": "Nadia Thistlemere",
    "iro_phone": "07700 900 120",
    "iro_days": "Monday to Thursday",
    "about_me": "I keep bees.",
    "date": "1 December 2026",
    "about_date": "Tuesday 24 November",
    "council": "Wrenshire County Council",
    "midpoint_date": "Tuesday 24 November",
    "review_date": "Thursday 12 November",
    "next_meeting": "Wednesday 12 May 2027",
    "social_worker": "Samir Oakenshaw",
    "carers": "Jo and Dele",
    "advocate": "Tolu Merrivale",
    "advocate_phone": "01632 960 114",
    "complaints_phone": "01632 960 175",
}
ALWAYS_KNOWN = frozenset({"name", "full_name", "date"})


def said(name: str, *, known: bool, **changes: Any) -> tuple[str, str, str]:
    """Give the words of a line that names this field, and the table and field of its gap."""
    text = shipped_text("thanks").replace(
        'words = "What you say helps me to do my work better."', f'words = "It is {{{name}}}."'
    ).replace('a = "You help me do better."\n', "")  # fmt: skip
    template = read_template(text)
    sheet = sheet_for(template, **changes)
    chair = replace(sheet.chair, about_me="I keep bees.")
    if known:
        sheet = with_letter(replace(sheet, chair=chair), about_on=sheets.DATED.replace(day=24))
    letter = moment_letter.compose(sheet, template, wording(), DATED)
    line = next(each for each in letter.every_paragraph() if each.key == "changes/it_helps")
    gap = line.gap
    return line.text, gap.table if gap else "", gap.field if gap else ""


@pytest.mark.parametrize("name", FIELDS)
def test_each_field_says_what_the_record_holds(name: str) -> None:
    assert said(name, known=True) == (f"It is {SAID[name].rstrip('.')}.", "", "")


@pytest.mark.parametrize("name", sorted(FIELDS.keys() - ALWAYS_KNOWN))
def test_each_field_that_the_record_lacks_says_where_it_belongs(name: str) -> None:
    empty = sheets.empty()
    council = replace(empty.council, name="")
    child = replace(empty.child, social_worker="")
    nothing = {"council": council, "child": child, "chair": empty.chair, "people": ()}
    days = {"held_on": None, "next_review_on": None, "milestones": ()}
    told, table, field = said(name, known=False, **nothing, **days)
    assert told == wording().say(FIELDS[name].lacking, name="Sam")
    assert (table, field) != ("", "")


def test_an_advocate_without_a_phone_has_that_of_the_service() -> None:
    own = PersonOnSheet("p-tolu", "Tolu Merrivale", "", "advocate", "", False, "", 1)
    assert said("advocate_phone", known=True, people=(own,))[0] == "It is 0800 496 0210."
    assert said("advocate", known=True, people=())[0] == "It is Speak Up Wrenshire."


def test_a_letter_without_a_writer_says_so() -> None:
    chair = replace(sheets.full().chair, name="")
    sheet = sheet_for(read_template(shipped_text("thanks")), chair=chair, covering_for="Ruth")
    letter = moment_letter.compose(sheet, read_template(shipped_text("thanks")), wording(), DATED)
    assert letter.missing[0].field == "name"
    assert words(letter, "L1")[0] == "Tuesday 1 December 2026"


def test_a_block_with_nothing_to_say_is_left_out() -> None:
    text = shipped_text("own_words").replace(
        'built_in = "greeting"\n',
        'built_in = "greeting"\n\n[[blocks]]\nkey = "hint"\n\n[[blocks.lines]]\nkey = "mine"\n'
        'words = "{about_me}"\nwithout = ""\n',
    )
    template = read_template(text)
    letter = moment_letter.compose(sheet_for(template), template, wording(), DATED)
    assert letter.block("hint") is None
