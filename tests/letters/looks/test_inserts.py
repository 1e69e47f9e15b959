"""Pages that stand by themselves: the keepsake's, the road map and the page about the IRO."""

from dataclasses import replace
from pathlib import Path

import pytest

from letters.about_me import about_me_block
from letters.bands import Band
from letters.engine import Frame, PageDesign, Space, build
from letters.letter import BlockKind, Letter, LetterBlock, NextStep
from letters.looks.road import Road, RoadStop
from letters.paragraph import Piece
from letters.pdf import render
from letters.road_map import road_map_block
from letters.wording import wording
from letters.writing import Writing
from models.letter_making import LetterMaking, LetterOnSheet
from tests.letters import sheets
from tests.letters.looks.led_by_pictures import (
    KEEPSAKE,
    begins,
    close,
    keepsake,
    letter,
    line,
    mirrored,
    young,
)
from tests.letters.looks.test_picture_grid import PHOTO
from tests.letters.reading import faults, headings, page_texts, pictures_told, whole_text
from tests.letters.sams_review import CHAIR

MAKING = LetterMaking(LetterOnSheet(with_road_map=True, with_about_me=True))


def inserts() -> tuple[LetterBlock, LetterBlock]:
    """Sam's road map and the page about her chair."""
    chair = replace(CHAIR, about_me="I have two cats.\nI like to swim in the sea.")
    writing = Writing(sheets.full(making=MAKING, chair=chair), wording(), sheets.DATED)
    road, about = road_map_block(writing), about_me_block(writing)
    assert road is not None
    assert about is not None
    return road, about


def of_band(band: Band, **setting: object) -> Letter:
    """A letter of this band with both inserts, however it is set."""
    return letter(band, *KEEPSAKE[:4], KEEPSAKE[-3], *inserts(), **setting)


@pytest.mark.parametrize("band", [Band.A, Band.B, Band.C, Band.D, Band.E])
def test_each_insert_has_a_page_of_its_own_in_every_band(band: Band) -> None:
    pages = page_texts(render(of_band(band)).pdf)
    assert [begins(page) for page in pages[-2:]] == ["Your road map", "About me"]


def test_every_word_of_the_inserts_is_on_their_pages() -> None:
    text = whole_text(render(of_band(Band.B)).pdf).replace("\n", " ")
    for block in inserts():
        for paragraph in block.paragraphs:
            assert paragraph.text in text


def test_each_stop_of_the_road_is_a_heading() -> None:
    road = headings(render(of_band(Band.B)).pdf)[-2]
    assert road.count("H3") == 5
    assert road[0] == "H2"


def test_a_road_that_takes_two_pages_loses_no_stop() -> None:
    text = whole_text(render(of_band(Band.A, text_size="24")).pdf)
    for name in ("You came into care", "Your second meeting", "You are here.", "Moving on"):
        assert name in text


def test_a_stop_that_no_page_holds_is_carried_on() -> None:
    road, about = inserts()
    at = next(n for n, each in enumerate(road.paragraphs) if each.key == "road/plan")
    long = replace(road.paragraphs[at], pieces=(replace(road.paragraphs[at].pieces[0],
                   text="We talked for a long time. " * 120 + "And here it ends."),))  # fmt: skip
    lines = (*road.paragraphs[:at], long, *road.paragraphs[at + 1 :])
    found = render(young(replace(road, paragraphs=lines), about))
    assert "And here it ends." in whole_text(found.pdf)
    assert "Moving on" in whole_text(found.pdf)


def test_the_pictures_of_the_road_are_decoration_for_its_stops_are_named() -> None:
    told = pictures_told(render(letter(Band.C, *KEEPSAKE[:1], inserts()[0])).pdf)
    assert told == ()


def test_without_pictures_the_stops_are_numbered() -> None:
    pages = page_texts(render(of_band(Band.A, with_pictures=False)).pdf)
    assert {"1", "2", "3", "4", "5"} <= set(pages[-2].split())


def test_the_page_about_the_iro_has_their_face() -> None:
    assert PHOTO.says in pictures_told(render(of_band(Band.C, photo=PHOTO)).pdf)


def test_a_page_about_the_iro_without_own_words_is_a_draft_that_says_so() -> None:
    writing = Writing(sheets.full(making=MAKING), wording(), sheets.DATED)
    about = about_me_block(writing)
    assert about is not None
    drawn = whole_text(render(young(about), draft=True).pdf)
    assert "Say something about yourself" in drawn


def test_a_keepsake_has_its_page_to_read_aloud_and_the_carers_note_on_a_sheet_of_its_own() -> None:
    pages = page_texts(render(keepsake()).pdf)
    first = [begins(page) for page in pages]
    aloud, note = first.index("To be read aloud"), len(pages) - 1
    assert aloud < note
    assert note % 2 == 0, "the note begins on the front of a sheet"
    assert "About this letter, for Jo and Dele" in pages[note]
    assert "Wrenshire County Council" in pages[note]
    assert all("Dear Jo and Dele" not in page for page in pages[:note])


def test_the_words_of_a_keepsake_are_all_there() -> None:
    text = close(whole_text(render(keepsake()).pdf))
    for paragraph in keepsake().every_paragraph():
        assert close(paragraph.text) in text


@pytest.mark.parametrize("size", ["usual", "24"])
def test_what_was_decided_is_in_a_keepsake_as_a_table_and_what_follows_it(size: str) -> None:
    step = NextStep("", line("Ask about a sleepover."), line("Samir Oakenshaw"), line("4 May"))
    decided = LetterBlock(
        "L7", BlockKind.STEPS, heading="What we decided", table_head=("What", "Who", "By when"),
        rows=(step,), after=(line("A manager still had to agree to it."),),
    )  # fmt: skip
    made = letter(Band.U, KEEPSAKE[0], decided, KEEPSAKE[-3], text_size=size)
    text = whole_text(render(made).pdf)
    for words in ("Ask about a sleepover.", "Samir Oakenshaw", "4 May", "still had to agree"):
        assert words in text


@pytest.mark.parametrize("times", [90, 110, 180])
def test_long_words_before_the_road_move_its_stops_and_lose_none(times: int) -> None:
    road, _about = inserts()
    intro = replace(road.paragraphs[0], pieces=(Piece("This is your road. " * times),))
    made = young(replace(road, paragraphs=(intro, *road.paragraphs[1:])))
    text = whole_text(render(made).pdf)
    names = [line.text for line in road.paragraphs if line.picture]
    assert sorted(names, key=text.index) == names


def test_a_stop_that_cannot_be_cut_is_drawn_whole_and_a_road_without_stops_is_nothing() -> None:
    frame = Frame(20, 270, 20, 20)
    stop = RoadStop(None, [Space(3000)], "#000000", "#FFFFFF")
    design = PageDesign(frame, frame, lambda _page: None)
    for stops in ([stop], []):
        built = build([Road(stops)], design, "Title", "en-GB", "Nadia", sheets.DATED)
        assert built.page_count == 1


def test_inserts_do_not_make_the_letter_before_them_smaller() -> None:
    alone, with_more = young(), young(*inserts())
    assert page_texts(render(alone).pdf)[0].replace("1 of 2", "") == page_texts(
        render(with_more).pdf
    )[0].replace("1 of 4", "")


@pytest.mark.parametrize(
    "made", [keepsake(photo=PHOTO), mirrored(of_band(Band.B))], ids=["keepsake", "right to left"]
)
def test_pages_of_their_own_conform_to_pdf_ua(made: Letter, tmp_path: Path) -> None:
    assert faults(render(made).pdf, tmp_path) == []
