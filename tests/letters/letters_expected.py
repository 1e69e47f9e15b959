"""The 24 letters whose words and pages are kept: bands, moments, languages, sizes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from letters import child_letter
from letters.bands import Band
from letters.letter import Letter
from letters.two_languages import in_two_languages
from letters.wording import wording
from models.letter_making import LetterMaking, LetterOnSheet, LetterPictureOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets, translated_letters
from tests.letters.looks.letters_on_paper import ADDRESS, CODE_PAGE, CREST, png
from tests.letters.on_sheet import scale_answer, wish
from tests.letters.sams_review import CHAIR, COUNCIL, DECISIONS, NOTES, WISHES
from tests.letters.templates import moments

Make = Callable[[], Letter]


def _made(sheet: ReviewSheet, band: Band, **chosen: Any) -> Make:
    """The letter of a sheet, told in this band and made in this way."""
    return lambda: composed(sheet, band, **chosen)


def composed(sheet: ReviewSheet, band: Band, **chosen: Any) -> Letter:
    """The letter of a sheet in a band; `chosen` is how it is set."""
    made = replace(sheet.making, letter=LetterOnSheet("letter-1", band=band.value, **chosen))
    return child_letter.compose(replace(sheet, making=made), wording(), sheets.DATED)


def few() -> ReviewSheet:
    """Sam's review with as little as many letters have: two notes, two wishes, three decisions."""
    return sheets.full(
        notes=NOTES[1:3], wishes=WISHES[1:3], decisions=DECISIONS[1:4],
        scale_answers=(),
    )  # fmt: skip


def without_words() -> ReviewSheet:
    """Sam's review where she showed what she wanted, and said nothing."""
    showed = (
        wish("w-1", "You pushed the swing picture away twice.", way="showed", picture="play"),
        wish("w-2", "A dog with a red collar.", way="drew", picture="dog"),
    )
    faces = (scale_answer("sc-1", None, is_child=True, answered="face", face="face-3"),)
    return replace(few(), wishes=showed, scale_answers=faces)


def with_pictures() -> ReviewSheet:
    """Sam's review for a council that has its crest, its page and the chair's photograph."""
    making = LetterMaking(
        pictures=(
            _picture("crest", "svg", CREST.data, "The crest of the council"),
            _picture("photo", "png", png(), "Nadia Thistlemere, smiling", "staff-1"),
        )
    )
    council = replace(COUNCIL, letter_page=CODE_PAGE, letter_page_words="A film about reviews")
    chair = replace(CHAIR, about_me="I have a dog called Moss.\nI like to swim.")
    return sheets.full(making=making, council=council, chair=chair)


def _picture(
    use: str, form: str, image: bytes, says: str, staff_id: str | None = None
) -> LetterPictureOnSheet:
    return LetterPictureOnSheet(use, use, None, staff_id, says, "", form, 90, 120, "digest", image)


def _moment(key: str, band: Band, answers: Mapping[str, str]) -> Make:
    return lambda: moments.written(key, band, answers)


def _in(language: str, **chosen: Any) -> Make:
    return lambda: translated_letters.filled(language, **chosen)


def _ukrainian(band: Band) -> Letter:
    made = translated_letters.making("uk", arrangement="beside", band=band.value)
    sheet = translated_letters.with_rows(sheets.full(making=made), lambda _key, _english: _BORN)
    return in_two_languages(translated_letters.composing(sheet), sheet)


_BORN = "Всі люди народжуються вільними і рівними у своїй гідності та правах."
_POSTED = {"is_posted": True, "address": "\n".join(ADDRESS)}
_WITH_ALL = {"with_photo": True, "with_code": True}
_INSERTS = {"with_road_map": True, "with_about_me": True}

_MIDPOINT = {
    "what_is_done": "Samir asked the panel for a date in October. There is none yet.",
    "going_well": "You have been to football eleven weeks in a row.",
    "what_is_stuck": "The panel is full until January. That is not your fault.",
    "what_i_will_do": "I will ask Samir’s manager for a date by Friday 18 December.",
    "what_i_heard": "You told me on the phone that lunch is quieter now.",
}
_MOVING_ON = {
    "what_i_remember": "You taught me the rules of football, twice, and you were kind about it.",
    "what_is_changing": "You move to Nana Bea’s on Saturday 16 January 2027, for good, because "
    "you asked to and the judge agreed.",
    "what_you_have_done": "You learned to cook, and you read to the Year 1 class for a year.",
    "who_is_there": "Bea Larkhollow, your grandmother. Hester Fennimore, your class teacher.",
}
_HELLO = {"when_i_come": "I will ring you on Monday 7 December."}
_THANKS = {
    "what_you_told": "You said the meeting was too long.",
    "what_changes": "We will stop for a break. I will see to it next time.",
}

LETTERS: Mapping[str, Make] = {
    "letter-full-u": _made(sheets.full(), Band.U),
    "letter-full-a": _made(sheets.full(), Band.A),
    "letter-full-b": _made(sheets.full(), Band.B),
    "letter-full-c": _made(sheets.full(), Band.C),
    "letter-full-d": _made(sheets.full(), Band.D),
    "letter-full-e": _made(sheets.full(), Band.E),
    "letter-few-a": _made(few(), Band.A),
    "letter-few-e": _made(few(), Band.E),
    "letter-large-18-b": _made(sheets.full(), Band.B, text_size="18"),
    "letter-large-24-d": _made(sheets.full(), Band.D, text_size="24"),
    "letter-posted-c": _made(with_pictures(), Band.C, **_POSTED, **_WITH_ALL),
    "letter-cream-dyslexic-c": _made(
        sheets.full(), Band.C, paper="cream", typeface="OpenDyslexic"
    ),
    "letter-inserts-a": _made(with_pictures(), Band.A, **_INSERTS, **_WITH_ALL),
    "letter-without-words-e": _made(without_words(), Band.E),
    "letter-30-decisions-b": _made(sheets.with_decisions(30), Band.B),
    "letter-long-names-b": _made(sheets.with_long_names(), Band.B),
    "letter-midpoint-c": _moment("midpoint", Band.C, _MIDPOINT),
    "letter-moving-on-d": _moment("moving_on", Band.D, _MOVING_ON),
    "letter-hello-a": _moment("hello", Band.A, _HELLO),
    "letter-decisions-b": _moment("decisions", Band.B, {}),
    "letter-thanks-e": _moment("thanks", Band.E, _THANKS),
    "letter-welsh-beside-b": _in("cy", arrangement="beside", band="B"),
    "letter-arabic-after-c": _in("ar", arrangement="after", band="C"),
    "letter-ukrainian-beside-c": lambda: _ukrainian(Band.C),
}  # fmt: skip
