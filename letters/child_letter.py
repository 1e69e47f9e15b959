"""Composes the letter to the child from the record of one review, in the band chosen for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from letters import (
    child_voice,
    closing,
    next_meeting,
    next_steps,
    opening,
    said_in_meeting,
    why_we_met,
)
from letters.about_me import about_me_block
from letters.bands import Band, band_of
from letters.choosing import standing_aside
from letters.correction import Correction
from letters.easy_read import explained_in_place
from letters.in_bands import InBands
from letters.in_picture_set import in_picture_set
from letters.keepsake import note_to_carer, read_aloud
from letters.letter import Foot, Letter, LetterBlock, short_for_foot
from letters.letter_setting import setting_of
from letters.own_number import your_number
from letters.own_words import with_own_words
from letters.road_map import road_map_block
from letters.too_long import without_too_long
from letters.who_is_who import who_is_who
from letters.word_list import word_list
from letters.wording import Wording
from letters.writing import Writing
from letters.young_adult import money_and_after_eighteen
from models.problems import N_
from models.review_sheet import ReviewSheet

Made = Callable[[Writing], LetterBlock | None]
_BLOCKS: Mapping[str, Made] = MappingProxyType(
    {
        "L1": opening.opening,
        "L2": opening.warm,
        "L3": why_we_met.meeting,
        "L4": child_voice.what_you_told_us,
        "L5": said_in_meeting.going_well,
        "L6": said_in_meeting.worries,
        "L7": next_steps.what_happens_next,
        "L8": lambda writing: child_voice.what_you_asked_for(
            writing, next_steps.shown_in_table(writing)
        ),
        "L9": your_number,
        "L10": closing.home,
        "L10a": money_and_after_eighteen,
        "L11": next_meeting.next_meeting,
        "L12": closing.rights,
        "L13": closing.how_to_reach_me,
        "L15": who_is_who,
    }
)
_INSERTS: tuple[Made, ...] = (read_aloud, note_to_carer, road_map_block, about_me_block)

_BEGINNING = ("L1", "L2", "L3", "L4")
_ENDING = ("L11", "L12", "L13", "L15")
_AS_LISTED = ("L5", "L6", "L7", "L8", "L9", "L10")
_ORDERS: Mapping[Band, tuple[str, ...]] = MappingProxyType(
    {
        Band.U: ("L5", "L6", "L10", "L7", "L8", "L9"),
        Band.A: ("L5", "L6", "L9", "L10", "L7", "L8"),
        Band.B: ("L9", "L5", "L6", "L10", "L7", "L8"),
        Band.C: ("L5", "L6", "L9", "L7", "L8", "L10"),
        Band.D: ("L5", "L6", "L10", "L7", "L8", "L9", "L10a"),
        Band.E: _AS_LISTED,
    }
)
"""The order between the child's words and the next meeting. Where there is a table, what was said
stands on the first side and what will happen on the second, which may be put on a wall.

Source: domain reference 5.3; design reference 6.3 and its pictures.
"""
_TITLE = InBands(N_("A letter for {name}"), u=N_("A letter for {name}, to keep"))
_TITLES_WITH_DAY = {
    Band.C: N_("Your meeting, {date}"),
    Band.D: N_("Your review on {date}"),
}
_YOURS = InBands(N_("This letter is yours to keep."))
_LATER = InBands(
    N_("{name}’s letter, {date}"),
    a=N_("To read with a grown-up you like."),
    c=N_("Letter to {name}, {date}"),
    u=N_("{name}’s letter, {date}"),
)


def compose(
    sheet: ReviewSheet, wording: Wording, dated: date, correction: Correction | None = None
) -> Letter:
    """The letter that this record makes, gaps and all, with the words that the IRO gave its lines.

    Source: domain reference 5.3 to 5.5.
    """
    band = band_of(sheet.making.letter.band, sheet.child.born_on, sheet.held_on or dated)
    writing = Writing(sheet, wording, dated, correction, band)
    blocks = _made(writing, [_BLOCKS[key] for key in _order(band)])
    return framed(writing, _title(writing), blocks, _INSERTS)


def framed(
    writing: Writing, title: str, blocks: tuple[LetterBlock, ...], inserts: Sequence[Made]
) -> Letter:
    """A letter of these blocks as any to this child: its foot, its setting, the IRO's words."""
    sheet = writing.sheet
    letter = Letter(
        title=title,
        language=writing.wording.language,
        right_to_left=writing.wording.right_to_left,
        child_called=writing.called,
        colour=sheet.child.letter_colour,
        dated=writing.dated,
        council=sheet.council.name,
        service=sheet.council.service,
        author=sheet.chair.name,
        blocks=blocks,
        foot=_foot(writing),
        names=_names(sheet),
        band=writing.band,
        setting=setting_of(sheet),
        left_out=tuple(standing_aside(writing, blocks)),
    )
    return _ended(writing, _laid_over(writing, letter), inserts)


def _laid_over(writing: Writing, letter: Letter) -> Letter:
    """The letter in the IRO's own words, with gaps where it would be too long to read."""
    sheet = writing.sheet
    return without_too_long(with_own_words(letter, sheet.making), writing.wording, sheet)


def _ended(writing: Writing, letter: Letter, inserts: Sequence[Made]) -> Letter:
    """The letter with its hard words explained as it now stands, and its inserts."""
    if writing.band is Band.E:
        body: tuple[LetterBlock, ...] = explained_in_place(writing, letter.blocks)
    else:
        words = word_list(writing, letter.blocks)
        body = (*letter.blocks, words) if words else letter.blocks
    whole = replace(letter, blocks=(*body, *_made(writing, inserts)))
    return in_picture_set(_laid_over(writing, whole))


def _order(band: Band) -> tuple[str, ...]:
    return (*_BEGINNING, *_ORDERS[band], *_ENDING)


def _made(writing: Writing, makers: Sequence[Made]) -> tuple[LetterBlock, ...]:
    return tuple(block for make in makers if (block := make(writing)) is not None)


def _title(writing: Writing) -> str:
    """The child's name, or for older readers what the letter is about."""
    held, with_day = writing.sheet.held_on, _TITLES_WITH_DAY.get(writing.band)
    if held is None or with_day is None:
        return writing.say(_TITLE, name=writing.called).text
    return writing.wording.say(with_day, date=writing.wording.plain_date(held))


def _foot(writing: Writing) -> Foot:
    say = writing.wording.say
    later = writing.say(
        _LATER,
        name=short_for_foot(writing.called),
        date=writing.wording.plain_date(writing.dated),
    )
    return Foot(
        first=writing.say(_YOURS).text,
        later=later.text,
        page_of=say(N_("{page} of {pages}"), page="{page}", pages="{pages}"),
        draft=say(N_("Draft")),
    )


def _names(sheet: ReviewSheet) -> tuple[str, ...]:
    """Every name that may stand in the letter, left out when its words are measured."""
    child = sheet.child
    people = [name for person in sheet.people for name in (person.name, person.called)]
    who = [decision.who for decision in sheet.decisions]
    names = (child.full_name, child.chosen_name, sheet.chair.name, *people, *who)
    return tuple(dict.fromkeys(name for name in names if name.strip()))
