"""Letters led by pictures: rows, the yellow and the blue block, and what must never be lost."""

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image as Drawn

from letters.letter import BlockKind, Image, Letter, NextStep
from letters.looks.looks import look_of
from letters.looks.picture_rows import PictureRow, joined, picture_rows
from letters.looks.type_scale import Room
from letters.paragraph import Art, Missing, Paragraph, Piece, Source
from letters.pdf import render
from tests.letters.looks.led_by_pictures import (
    ADDRESS,
    ALOUD,
    CHILD_WORDS,
    begins,
    block,
    close,
    easy,
    line,
    mirrored,
    said,
    young,
)
from tests.letters.looks.letters_on_paper import ADDRESS as SAMS_ADDRESS
from tests.letters.looks.letters_on_paper import set_as
from tests.letters.reading import (
    MILLIMETRE,
    faults,
    headings,
    layout,
    page_texts,
    pictures_told,
    whole_text,
)


def png() -> bytes:
    """A small picture."""
    held = io.BytesIO()
    Drawn.new("RGB", (30, 20), "#336699").save(held, "PNG")
    return held.getvalue()


PHOTO = Image("png", png(), "Nadia Thistlemere, smiling")


def places(letter: Letter) -> dict[str, tuple[int, int]]:
    """Where each line stands: millimetres from the left and the top of its page."""
    found = {}
    for told in layout(render(letter).pdf).splitlines():
        if told.startswith("---"):
            continue
        found[told[8:].strip()] = (int(told[:4]), int(told[4:8]))
    return found


def test_a_paragraph_without_a_picture_belongs_to_the_row_before_it() -> None:
    met, came, said = line("We met.", "meeting"), line("Jo came."), line("You spoke.", "say")
    assert picture_rows([met, came, said]) == [
        PictureRow("meeting", (met, came)), PictureRow("say", (said,)),
    ]  # fmt: skip
    assert picture_rows([came], "house") == [PictureRow("house", (came,))]
    assert picture_rows([]) == []


def test_rows_with_the_same_picture_are_one_row() -> None:
    first, second, third = line("One.", "say"), line("Two.", "say"), line("Three.", "home")
    assert joined(picture_rows([first, second, third])) == [
        PictureRow("say", (first, second)), PictureRow("home", (third,)),
    ]  # fmt: skip
    assert len(joined(picture_rows([line("One.")]) + picture_rows([line("Two.")]))) == 2


def test_what_the_child_said_has_one_picture_and_each_idea_of_easy_read_its_own() -> None:
    two = (line("You read well.", "reading"), line("You read to others.", "reading"))
    section = block("L5b", BlockKind.SECTION, *two)
    said_twice = block("L4b", BlockKind.CHILD_WORDS, said(), said())
    before = pictures_told(render(easy()).pdf)
    after = pictures_told(render(easy(section, said_twice)).pdf)
    assert after.count("a book") == before.count("a book") + 2
    assert after.count("saying what you think") == before.count("saying what you think") + 1
    young_told = pictures_told(render(young(section)).pdf)
    assert young_told.count("a book") == 1


def test_the_face_that_a_child_chose_leads_its_row() -> None:
    chose = replace(
        line("You chose a happy face.", "say"), art=Art("a happy face", picture="face-3")
    )
    section = block("L9", BlockKind.SECTION, chose)
    told = pictures_told(render(young(section)).pdf)
    assert told.count("a happy face") == 1
    assert told.count("saying what you think") == 1, "that of her own words alone"
    without = young(section, with_pictures=False)
    assert "a happy face" in pictures_told(render(without).pdf), "what she chose is hers"


def test_rows_stand_further_apart_where_a_side_has_room_but_not_too_far() -> None:
    found = places(young())
    apart = (
        found["I will phone you in February."][1]
        - found["You live with Jo. The plan is for you to stay"][1]
    )
    assert 36 <= apart <= 46


def test_a_young_childs_letter_is_one_sheet_and_its_second_side_begins_with_what_is_next() -> None:
    for letter in (young(), young(address=ADDRESS)):
        pages = page_texts(render(letter).pdf)
        assert len(pages) == 2
        assert [begins(page) for page in pages] == [
            "Wrenshire County Council", "What happens next",
        ]  # fmt: skip


@pytest.mark.parametrize("letter", [young(), easy()], ids=["young", "easy"])
def test_every_word_is_on_the_page(letter: Letter) -> None:
    text = close(whole_text(render(letter).pdf))
    for paragraph in letter.every_paragraph():
        assert close(paragraph.text) in text
    assert close(f"“{CHILD_WORDS}”") in text


def test_words_stand_beside_a_picture_of_34_millimetres() -> None:
    left, _top = places(young())["We met at Jo’s house."]
    assert left == 20 + 34 + 9
    assert places(young())["Dear Sam,"][0] == 20


def test_without_pictures_the_words_take_the_whole_width() -> None:
    letter = young(with_pictures=False)
    assert places(letter)["We met at Jo’s house."][0] == 20
    assert pictures_told(render(letter).pdf) == ()


def right_edge(pdf: bytes, words: str) -> int:
    """Where words end, in millimetres from the left."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            if found := text.search(words).get_next():
                right: float = text.get_charbox(sum(found) - 1)[2]
                return round(right / MILLIMETRE)
    raise AssertionError(words)


def test_the_page_is_mirrored_for_a_language_that_runs_from_right_to_left() -> None:
    pdf = render(mirrored(young())).pdf
    assert right_edge(pdf, "We met at Jo’s house") in range(145, 148)
    assert right_edge(pdf, "Dear Sam") in range(187, 191)
    assert right_edge(pdf, "What happens next") in range(145, 148)


def test_each_picture_says_what_it_shows() -> None:
    told = pictures_told(render(young()).pdf)
    assert sorted(told) == sorted(
        ("a shoe", "a meeting", "saying what you think", "sleep", "a cloud", "a card", "a home",
         "a phone", "an advocate")
    )  # fmt: skip


def test_a_picture_of_the_childs_own_stands_in_its_row_and_says_what_it_shows() -> None:
    own = {"own/7": Image("png", png(), "Biscuit the dog")}
    letter = young(block("L8", BlockKind.SECTION, line("Biscuit can stay.", "own/7")),
                   own_pictures=own)  # fmt: skip
    assert "Biscuit the dog" in pictures_told(render(letter).pdf)


def test_a_picture_that_is_not_known_leaves_its_words_in_place() -> None:
    letter = young(block("L8", BlockKind.SECTION, line("Biscuit can stay.", "own/gone")))
    assert places(letter)["Biscuit can stay."][0] == 63


def test_large_print_takes_the_pages_it_needs_and_loses_nothing() -> None:
    usual, large = render(easy()), render(easy(text_size="24"))
    assert large.pages > usual.pages
    for paragraph in easy().every_paragraph():
        assert close(paragraph.text) in close(whole_text(large.pdf))


@pytest.mark.parametrize("size", ["usual", "18", "24"])
def test_the_place_to_sign_is_never_alone_on_a_page(size: str) -> None:
    for letter in (young(text_size=size), easy(text_size=size)):
        last = page_texts(render(letter).pdf)[-1]
        assert begins(last) != "From Nadia"


def test_no_heading_is_left_at_the_foot_of_a_page() -> None:
    for size in ("usual", "24"):
        for page in headings(render(easy(text_size=size)).pdf):
            assert page[-1] not in {"H1", "H2"}


def test_a_letter_that_is_too_long_is_set_closer_before_it_takes_another_sheet() -> None:
    more = [
        block(f"m{n}", BlockKind.SECTION, line(f"Good thing number {n}.", "hope"))
        for n in range(3)
    ]
    letter = replace(young(), blocks=(*young().blocks[:-1], *more, young().blocks[-1]))
    assert render(letter).pages == 2


def test_a_gap_stands_in_its_row_in_a_draft_and_nowhere_else() -> None:
    source = Source("review", "review-4", "home_line")
    missing = Missing("L10", "Say where Sam lives", "review", "home_line", "A4")
    gap = Paragraph((Piece("Say where Sam lives"),), source, missing, picture="home")
    letter = young(block("L10b", BlockKind.SECTION, gap))
    drawn = render(letter, draft=True)
    assert "Say where Sam lives" in whole_text(drawn.pdf)
    assert source in drawn.places
    assert letter.missing == (missing,)


def test_a_step_with_who_and_when_is_told_under_what_will_be_done() -> None:
    step = NextStep("sleep", line("Ask about a sleepover."), line("Samir"), line("4 December"))
    letter = young(block("L7b", BlockKind.STEPS, rows=(step,), heading="And also"))
    found = places(letter)
    assert found["Ask about a sleepover."][1] < found["Samir"][1] < found["4 December"][1]


def test_a_block_with_nothing_to_say_takes_no_room() -> None:
    empty = block("L8", BlockKind.SECTION, heading="What you asked for")
    words = whole_text(render(young(empty)).pdf)
    assert words == whole_text(render(young()).pdf)


def test_hard_words_are_small_for_a_young_child_and_rows_in_easy_read() -> None:
    words = block("L14", BlockKind.WORD_LIST, line("Review: a meeting.", "meeting"),
                  heading="Words")  # fmt: skip
    assert places(young(words))["Review: a meeting."][0] == 20
    assert places(easy(words))["Review: a meeting."][0] == 63


def test_a_face_and_a_code_stand_by_the_place_to_sign() -> None:
    letter = young(photo=PHOTO, code_page="https://wrenshire.example/care",
                   code_words="More about being cared for")  # fmt: skip
    assert PHOTO.says in pictures_told(render(letter).pdf)
    assert "More about being cared for" in whole_text(render(letter).pdf)


@pytest.mark.parametrize(
    "letter",
    [
        young(ALOUD, address=ADDRESS, photo=PHOTO, code_page="https://wrenshire.example/care"),
        mirrored(easy(text_size="24")),
    ],
    ids=["young", "easy from right to left, large"],
)
def test_letters_led_by_pictures_conform_to_pdf_ua(letter: Letter, tmp_path: Path) -> None:
    assert faults(render(letter).pdf, tmp_path) == []


@pytest.mark.parametrize("band", "AE")
@pytest.mark.parametrize(
    "setting",
    [{}, {"text_size": "18"}, {"text_size": "24"}, {"with_pictures": False},
     {"address": SAMS_ADDRESS}],
    ids=str,
)  # fmt: skip
def test_each_later_page_begins_with_a_heading(band: str, setting: dict[str, object]) -> None:
    found = set_as(band, **setting)
    named = {found.title, *(each.heading for each in found.blocks)}
    pdf = render(found).pdf
    assert {begins(page) for page in page_texts(pdf)[1:]} <= named
    assert all("H2" in page[:2] for page in headings(pdf)[1:]), "a picture may lead its heading"


def test_a_page_that_goes_on_with_what_happens_next_says_so_within_its_colour() -> None:
    steps = [line(f"We will do thing number {n}.", ("card", "dog")[n % 2]) for n in range(18)]
    long = block("L7", BlockKind.STEPS, *steps, heading="What happens next")
    pages = page_texts(render(young(long)).pdf)
    assert sum(page.count("What happens next") for page in pages) >= 3
    assert sum(begins(page) == "What happens next" for page in pages) >= 2


def test_who_writes_is_said_once_where_the_letter_begins_also_beside_an_address() -> None:
    for letter in (young(address=ADDRESS), easy(address=ADDRESS)):
        text = whole_text(render(letter).pdf)
        assert text.count("From Nadia Thistlemere.") == 1
        assert text.index("From Nadia Thistlemere.") < text.index("Dear Sam,")


def test_easy_read_is_set_in_its_own_size_however_much_it_tells() -> None:
    look = look_of(set_as("E"))
    for room in (Room.USUAL, *look.rooms):
        body = look.type(room).body
        assert (body.size_pt, body.line_pt) == (16, 25)


def test_each_idea_of_easy_read_has_one_picture_and_each_name_a_person() -> None:
    found = set_as("E")
    told = {line.key: line.picture for line in found.every_paragraph()}
    rights = [picture for key, picture in told.items() if key.startswith("L12/")]
    assert len(set(rights)) == len(rights)
    assert {told[key] for key in told if key.startswith("person/")} == {"person"}
    assert (told["L9/number"], told["L9/why"], told["L9/before"]) == ("number", "say", "calendar")
    assert told["L3/away"] != told["L9/why"]
