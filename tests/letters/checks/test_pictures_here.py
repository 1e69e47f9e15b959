"""A letter waits for the pictures that were drawn and brought on another laptop."""

from dataclasses import replace
from datetime import date

from letters.letter_setting import setting_of
from letters.pictures import own_pictures
from models.letter_making import LetterMaking, LetterOnSheet, LetterPictureOnSheet
from models.review_sheet import DrawingOnSheet
from tests.letters import sheets
from tests.letters.checks.test_whole import found


def _picture(use: str, image: bytes, says: str = "A ball") -> LetterPictureOnSheet:
    return LetterPictureOnSheet(f"p-{use}", use, None, None, says, "", "png", 2, 2, "d", image)


def _making(*pictures: LetterPictureOnSheet) -> LetterMaking:
    return LetterMaking(letter=LetterOnSheet(id="l-1"), pictures=pictures)


def test_a_drawing_that_has_not_come_stops_the_letter() -> None:
    sheet = sheets.full()
    wish = replace(sheet.wishes[0], drawing_id="d-1", in_letter=True, private=False)
    drawing = DrawingOnSheet("d-1", date(2026, 8, 12), 2, 2, "digest", b"")
    waiting = replace(sheet, wishes=(wish,), drawings=(drawing,))
    assert [each.can_be_set_aside for each in found(waiting, "not_here")] == [False]
    kept_out = replace(waiting, wishes=(replace(wish, in_letter=False),))
    assert not found(kept_out, "not_here")


def test_a_picture_that_has_not_come_is_not_used_and_stops_the_letter() -> None:
    waiting = replace(
        sheets.full(), making=_making(_picture("picture", b""), _picture("crest", b""))
    )
    assert [each.can_be_set_aside for each in found(waiting, "not_here")] == [False]
    assert own_pictures(waiting.making.pictures) == ()
    assert setting_of(waiting).crest is None
    assert setting_of(waiting).own_pictures == {}


def test_one_that_nobody_has_said_in_words_stops_nothing() -> None:
    waiting = replace(sheets.full(), making=_making(_picture("picture", b"", says="")))
    assert not found(waiting, "not_here")
    assert not found(sheets.full(), "not_here")
