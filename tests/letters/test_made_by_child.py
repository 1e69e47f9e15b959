"""What the child made in their turn: in the minutes, and in the letter if they wish."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from letters.papers import paper
from letters.paragraph import Paragraph
from letters.pictures import PICTURE_NAMES, PICTURES
from letters.words_of import words_of
from models.document_kind import REVIEW_PAPERS, DocumentKind
from models.review_sheet import DrawingOnSheet, ReviewSheet, WishOnSheet
from tests.letters import on_sheet, sheets
from tests.letters.engine.test_raster import drawing
from tests.letters.papers_expected import letter, record
from tests.letters.reading import faults, whole_text

DRAWING = DrawingOnSheet("drawn", sheets.DATED, 400, 300, "", drawing())


def made(words: str = "", **given: Any) -> WishOnSheet:
    fields: dict[str, Any] = {"way": "wrote", "made_by_child": True, **given}
    return on_sheet.wish("w-made", words, **fields)


def sheet_with(*wishes: WishOnSheet) -> ReviewSheet:
    return sheets.full(wishes=wishes, drawings=(DRAWING,))


def in_letter(wish: WishOnSheet) -> Paragraph:
    block = letter(sheet_with(wish)).block("L4")
    assert block is not None
    return block.paragraphs[0]


def in_minutes(wish: WishOnSheet) -> Paragraph:
    section = next(one for one in record(sheet_with(wish)).sections if one.key == "voice")
    return next(section.every_paragraph())


HOUSE = {"question": "house", "column": "worry"}


@pytest.mark.parametrize(
    ("wish", "to_child", "to_all"),
    [
        (made("Lunch is loud", **HOUSE), "In your house of worries: “Lunch is loud”",
         "House of worries: “Lunch is loud”"),
        (made("A dog", question="house", column="hope"), "In your house of hopes: “A dog”",
         "House of hopes: “A dog”"),
        (made("Nana Bea", question="see_more"), "You want to see more of: Nana Bea",
         "Wants to see more of: Nana Bea"),
        (made(drawing_id="drawn", way="drew", **HOUSE), "You put this in your house of worries:",
         "Put into the house of worries:"),
        (made(drawing_id="drawn", way="drew"), "You drew this:", "A drawing:"),
        (made(picture="dog", way="showed"), "You chose this picture:",
         "A picture that was chosen:"),
    ],
)  # fmt: skip
def test_each_thing_is_told_back_and_told_on(
    wish: WishOnSheet, to_child: str, to_all: str
) -> None:
    assert in_letter(wish).text == to_child
    assert in_minutes(wish).text == to_all


def test_whom_they_want_to_see_more_is_asked_for_and_answered_in_whole_words() -> None:
    wish = made("Nana Bea", question="see_more", asked_for=True, answer="Every other Sunday.")
    asked = letter(sheet_with(wish)).block("L8")
    assert asked is not None
    told = [paragraph.text for paragraph in asked.paragraphs]
    assert told == ["You want to see more of: Nana Bea", "Every other Sunday."]
    voice = next(one for one in record(sheet_with(wish)).sections if one.key == "voice")
    said = [paragraph.text for paragraph in voice.every_paragraph()]
    assert said.count("Wants to see more of: Nana Bea") == 2


def test_a_drawing_stands_in_both_papers_with_words_that_say_what_it_is(tmp_path: Path) -> None:
    sheet = sheet_with(made(drawing_id="drawn", way="drew", **HOUSE))
    for kind in REVIEW_PAPERS:
        pdf = paper(sheet, kind, sheets.DATED, draft=True).rendered.pdf
        with pypdfium2.PdfDocument(pdf) as document:
            images = [
                image
                for page in document
                for image in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
            ]
            assert len(images) == 1
        assert faults(pdf, tmp_path) == []


def test_a_drawing_that_the_child_keeps_from_the_letter_is_only_in_the_minutes() -> None:
    sheet = sheet_with(made(drawing_id="drawn", way="drew", in_letter=False))
    assert not any(each.art for each in letter(sheet).every_paragraph())
    assert any(
        each.art for section in record(sheet).sections for each in section.every_paragraph()
    )


def test_what_is_private_is_in_neither_paper() -> None:
    sheet = sheet_with(made("SECRET", question="not_today", private=True, drawing_id="drawn"))
    for kind in REVIEW_PAPERS:
        rendered = paper(sheet, kind, sheets.DATED, draft=True).rendered
        assert "SECRET" not in whole_text(rendered.pdf)
        with pypdfium2.PdfDocument(rendered.pdf) as document:
            assert not [
                image
                for page in document
                for image in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
            ]


def test_every_picture_that_can_be_chosen_has_words() -> None:
    assert set(PICTURE_NAMES) >= PICTURES
    assert in_letter(made(picture="dog")).art is not None
    assert in_minutes(made("x", picture="gone-since")).art is None


def test_the_same_drawing_gives_the_same_letter() -> None:
    sheet = sheet_with(made(drawing_id="drawn", way="drew"))
    one, other = (
        paper(sheet, DocumentKind.LETTER, date(2026, 11, 17), draft=True) for _ in range(2)
    )
    assert one.rendered.pdf == other.rendered.pdf
    assert Image.open(io.BytesIO(DRAWING.png)).size == (DRAWING.width, DRAWING.height)


def test_a_face_is_named_and_shown_and_no_number_is_made_of_it() -> None:
    chosen = on_sheet.scale_answer(
        "s-1", 7.5, scale="overall_young_child", is_child=True, face="face-3"
    )
    before = on_sheet.scale_answer(
        "s-0", 5, scale="overall_child", is_child=True, review_id="review-3"
    )
    sheet = sheets.full(scale_answers=(chosen,), earlier_scale_answers=(before,))
    block = letter(sheet).block("L9")
    assert block is not None
    assert block.paragraphs[0].text == "You chose a happy face."
    assert (block.heading, block.picture) == ("How you feel", "say")
    assert block.paragraphs[0].art is not None
    rows = [part.text for one in record(sheet).sections if one.key == "scales"
            for part in one.every_paragraph()]  # fmt: skip
    assert "7.5: A happy face" in rows
    assert "5: 14 May 2026" in rows


def test_a_number_that_the_child_keeps_private_is_in_neither_paper() -> None:
    own = on_sheet.scale_answer(
        "s-1", 3, scale="overall_child", is_child=True, reason="SECRET", private=True
    )
    sheet = sheets.full(scale_answers=(own,), one_more_line="")
    assert letter(sheet).block("L9") is None
    assert "SECRET" not in words_of(record(sheet))
    assert "s-1" in record(sheet).left_out


def test_a_number_that_the_child_keeps_out_of_the_letter_is_in_the_minutes_alone() -> None:
    own = on_sheet.scale_answer(
        "s-1", 3, scale="overall_child", is_child=True, reason="SHOUTS", in_letter=False
    )
    sheet = sheets.full(scale_answers=(own,), one_more_line="")
    assert letter(sheet).block("L9") is None
    assert "SHOUTS" in words_of(record(sheet))
