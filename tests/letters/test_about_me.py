"""The page "About me": the chair's own words, and nothing that the chair did not say."""

from dataclasses import replace
from typing import Any

from letters.about_me import about_me_block
from letters.letter import LetterBlock
from letters.paragraph import Source
from letters.wording import wording
from letters.writing import Writing
from models.letter_making import LetterMaking, LetterOnSheet
from tests.letters import sheets
from tests.letters.sams_review import CHAIR

ASKED_FOR = LetterMaking(LetterOnSheet(with_about_me=True))
OWN_WORDS = "I have two cats, Flip and Flop.\n\nI like to swim in the sea.  "


def about_me(**changes: Any) -> LetterBlock:
    """The page of Sam's chair."""
    sheet = sheets.full(**{"making": ASKED_FOR, "chair": replace(CHAIR, about_me=OWN_WORDS),
                           **changes})  # fmt: skip
    block = about_me_block(Writing(sheet, wording(), sheets.DATED))
    assert block is not None
    return block


def told(block: LetterBlock) -> list[str]:
    """The words of each paragraph."""
    return [line.text for line in block.paragraphs]


def test_a_letter_that_was_not_asked_to_have_the_page_has_none() -> None:
    assert about_me_block(Writing(sheets.full(), wording(), sheets.DATED)) is None


def test_the_page_has_the_name_the_own_words_and_the_days() -> None:
    assert told(about_me()) == [
        "My name is Nadia Thistlemere. I am your Independent Reviewing Officer.",
        "I make sure that your plan is right.",
        "I make sure that adults listen to you.",
        "I have two cats, Flip and Flop.",
        "I like to swim in the sea.",
        "You can ring me on 07700 900 120.",
        "The days I work: Monday to Thursday.",
    ]


def test_own_words_lead_back_to_where_they_are_written() -> None:
    own = [line for line in about_me().paragraphs if line.key.startswith("about/words")]
    assert [line.key for line in own] == ["about/words/1", "about/words/2"]
    assert {line.source for line in own} == {Source("staff_member", "staff-1", "about_me")}


def test_a_page_without_own_words_says_that_it_lacks_them() -> None:
    gaps = [line.gap for line in about_me(chair=CHAIR).paragraphs if line.gap]
    assert [gap.field for gap in gaps] == ["about_me"]


def test_a_page_without_a_name_says_that_it_lacks_it() -> None:
    chair = replace(CHAIR, name=" ", about_me=OWN_WORDS, phone="", days="")
    block = about_me(chair=chair)
    assert [line.gap.field for line in block.paragraphs if line.gap] == ["name"]
    assert len(block.paragraphs) == 5


def test_a_colleague_says_in_whose_place_they_came() -> None:
    first = told(about_me(covering_for="Omar Reedmarsh"))[0]
    assert first == (
        "My name is Nadia Thistlemere. I came in place of Omar Reedmarsh, "
        "your Independent Reviewing Officer."
    )


def test_every_line_has_a_key_of_its_own() -> None:
    keys = [line.key for line in about_me().paragraphs]
    assert len(set(keys)) == len(keys)
    assert all(key.startswith("about/") for key in keys)
