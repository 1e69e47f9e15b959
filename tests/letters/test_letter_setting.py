"""How a letter is set comes from what was chosen for it and what the council has."""

from dataclasses import replace
from typing import Any

from letters.letter import Image, LetterSetting
from letters.letter_setting import setting_of
from letters.pictures import FLUENT_SET
from models.letter_making import LetterMaking, LetterOnSheet, LetterPictureOnSheet
from tests.letters import sheets
from tests.letters.papers_expected import letter

COUNCIL = replace(
    sheets.full().council,
    letter_page=" https://wrenshire.example/letters ",
    letter_page_words="More about your letter",
)


def picture(key: str, use: str, **given: Any) -> LetterPictureOnSheet:
    fields: dict[str, Any] = {
        "child_id": None, "staff_id": None, "says": "A red bus", "words_for": "bus",
        "form": "png", "width": 9, "height": 9, "digest": "", "image": b"png", **given,
    }  # fmt: skip
    return LetterPictureOnSheet(id=key, use=use, **fields)


def setting(*pictures: LetterPictureOnSheet, **chosen: Any) -> LetterSetting:
    making = LetterMaking(LetterOnSheet(**chosen), pictures=pictures)
    return setting_of(sheets.full(making=making, council=COUNCIL))


def test_without_a_choice_a_letter_is_set_as_usual() -> None:
    assert setting() == LetterSetting()


def test_what_was_chosen_is_how_it_is_set() -> None:
    found = setting(
        typeface="lexend", text_size="24", paper="cream", with_pictures=False, with_code=True
    )
    assert (found.typeface, found.text_size, found.is_cream) == ("lexend", "24", True)
    assert not found.with_pictures
    assert found.code_page == "https://wrenshire.example/letters"
    assert found.code_words == "More about your letter"


def test_an_address_is_there_only_when_the_letter_is_posted() -> None:
    typed = "Sam Larkhollow\n\n 2 Fuller’s Row \nWR0 7FR\n"
    assert setting(address=typed).address == ()
    posted = setting(address=typed, is_posted=True)
    assert posted.address == ("Sam Larkhollow", "2 Fuller’s Row", "WR0 7FR")


def test_the_crest_always_stands_and_the_photograph_when_it_is_wanted() -> None:
    brought = (picture("c", "crest"), picture("p", "photo", staff_id="staff-1"))
    assert setting(*brought).crest == Image("png", b"png", "A red bus")
    assert setting(*brought).photo is None
    assert setting(*brought, with_photo=True).photo == Image("png", b"png", "A red bus")
    assert setting(picture("q", "photo", staff_id="staff-2"), with_photo=True).photo is None


def test_own_pictures_are_known_by_name_and_called_by_their_words() -> None:
    brought = picture("b", "picture")
    assert list(setting(brought).own_pictures) == ["own/b"]
    bus = sheets.decision(1, "Go by bus", "Samir", sheets.DATED)
    chosen = sheets.decision(2, "Walk", "Samir", sheets.DATED, picture="own/b")
    making = LetterMaking(LetterOnSheet(), pictures=(brought,))
    block = letter(sheets.full(decisions=(bus, chosen), making=making)).block("L7")
    assert block is not None
    assert [row.picture for row in block.rows] == ["own/b", "own/b"]


def test_the_fixed_pictures_are_those_of_the_set_that_was_chosen() -> None:
    for band in ("B", "E"):
        making = LetterMaking(LetterOnSheet(band=band, picture_set=FLUENT_SET))
        found = letter(sheets.full(making=making))
        named = {block.picture for block in found.blocks} | {
            paragraph.picture for paragraph in found.every_paragraph()
        }
        assert f"{FLUENT_SET}/home" in named
        assert "home" not in named
