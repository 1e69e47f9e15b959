"""How a template reads for an invented child, for whoever writes the templates of a council."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from letters import moment_letter
from letters.bands import Band
from letters.letter import Letter
from letters.paragraph import Paragraph
from letters.templates.template import Template
from letters.wording import Wording
from models.letter_making import LetterMaking, LetterOnSheet
from models.letter_sheet import blank_sheet
from models.people_on_sheet import ChildOnSheet, CouncilOnSheet, PersonOnSheet
from models.review_sheet import ReviewSheet
from models.said_on_sheet import DecisionOnSheet
from models.staff_on_sheet import StaffOnSheet

_CHILD = ChildOnSheet(
    id="example", identifier="", given_name="Samantha", family_name="Tillbrook",
    chosen_name="Sam", pronouns="she/her", born_on=date(2016, 5, 9), legal_status="",
    legal_status_from=None, first_language="", interpreter="", communication="",
    lives_with="", lives_there_since=None, plan="", school="", what_helps="", letter_wishes="",
    letter_colour="", chosen_words="", social_worker="Samir Oakenshaw", team="",
    iro_id="writer", review_due_on=None, review_due_clock="", review_counted_from=None,
    reviews_held=1, last_reviewed_on=None, booked_on=None, in_care=True,
)  # fmt: skip
_CARER = PersonOnSheet("carer", "Alma Dunmore", "Alma", "carer", "", False, "", 1)
_COUNCIL = CouncilOnSheet(
    0, "Penhallow Council", "", "Speak Out Penhallow", "01632 960 114", "01632 960 120", False
)


class Kind(StrEnum):
    """What a line of the letter is."""

    TITLE = "title"
    HEADING = "heading"
    WORDS = "words"
    ASKED = "asked"
    MAY_BE_ASKED = "may_be_asked"


@dataclass(frozen=True)
class ReadLine:
    """One line of the letter, in reading order."""

    kind: Kind
    words: str


def as_read(
    template: Template, band: Band, wording: Wording, today: date, writer: StaffOnSheet
) -> tuple[ReadLine, ...]:
    """The letter for an invented child, the questions to the IRO in their places."""
    letter = moment_letter.compose(example_sheet(band, today, writer), template, wording, today)
    return tuple(_lines(letter))


def example_sheet(band: Band, today: date, writer: StaffOnSheet) -> ReviewSheet:
    """An invented child after an invented review."""
    month = timedelta(days=30)
    making = LetterMaking(LetterOnSheet("example", band=band, about_on=today))
    decision = DecisionOnSheet(
        "d-1", "example", 1, "Ask if you can sleep over at Nana Bea’s", "Samir Oakenshaw", None,
        today + month, why="", how_we_will_know="", life_area="family_time", picture="",
        letter_words="", in_letter=True, restricted=False, outcome="open",
    )  # fmt: skip
    return blank_sheet(
        id="example",
        child=_CHILD,
        council=_COUNCIL,
        chair=replace(writer, name=writer.name or "Nadia Brightwell"),
        people=(_CARER,),
        held_on=today - 3 * month,
        next_review_on=today + 3 * month,
        decisions=(decision,),
        making=making,
    )


def _lines(letter: Letter) -> Iterator[ReadLine]:
    yield ReadLine(Kind.TITLE, letter.title)
    for block in letter.blocks:
        if block.heading:
            yield ReadLine(Kind.HEADING, block.heading)
        yield from map(_said, block.paragraphs)
        for row in block.rows:
            yield ReadLine(Kind.WORDS, " | ".join(cell.text for cell in row.cells))
        yield from map(_said, block.after)


def _said(paragraph: Paragraph) -> ReadLine:
    if paragraph.gap is None:
        return ReadLine(Kind.WORDS, paragraph.text)
    kind = Kind.MAY_BE_ASKED if paragraph.gap.may_stay else Kind.ASKED
    return ReadLine(kind, paragraph.gap.words)
