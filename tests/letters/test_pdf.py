"""The papers as pages: the same bytes, tagged, whole, and with nothing that must not be there."""

import hashlib
import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings

from letters import child_letter
from letters.bands import BANDS, Band
from letters.letter import Letter, LetterSetting
from letters.minutes_form import Minutes
from letters.paragraph import Source
from letters.pdf import LetterHasGaps, render
from letters.wording import Wording
from letters.words_of import words_of
from models.database import Database
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from tests.demo_record import TODAY
from tests.letters import sheets
from tests.letters.looks.letters_on_paper import ADDRESS
from tests.letters.papers_expected import PAPERS, differences, letter, record
from tests.letters.reading import everything, faults, headings, page_texts, whole_text
from tests.letters.test_child_letter import TYPED, typed


@pytest.mark.parametrize("name", PAPERS)
def test_words_and_pages_are_those_expected(name: str) -> None:
    found = differences(name)
    assert not found, f"Renew with python -m tests.letters.papers_expected:\n{found}"


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_conforms_to_pdf_ua(name: str, tmp_path: Path) -> None:
    document = PAPERS[name]()
    assert faults(render(document, draft=True).pdf, tmp_path) == []


def digest() -> str:
    papers = (letter(sheets.full()), record(sheets.full()))
    return hashlib.sha256(b"".join(render(paper).pdf for paper in papers)).hexdigest()


def test_another_process_makes_the_same_bytes() -> None:
    asked = "from tests.letters.test_pdf import digest; import sys; sys.stdout.write(digest())"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=root, capture_output=True, text=True, check=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert done.stdout == digest()


@pytest.mark.parametrize(
    "name", [name for name in PAPERS if name.startswith("letter") and "long" not in name]
)
def test_a_letter_is_one_sheet_and_each_side_begins_with_a_heading(name: str) -> None:
    rendered = render(PAPERS[name](), draft=True)
    assert rendered.pages == 2
    assert headings(rendered.pdf)[1][0] == "H2"


def test_a_letter_that_is_longer_still_begins_each_page_with_a_heading() -> None:
    many = tuple(sheets.note(f"n-{n}", "going_well", "Good. " * 40) for n in range(12))
    for sheet in (sheets.full(notes=(*many, *sheets.NOTES)), sheets.with_long_names()):
        found = letter(sheet)
        named = {found.title, *(block.heading for block in found.blocks)}
        pages = page_texts(render(found).pdf)
        assert len(pages) > 1
        for page in pages[1:]:
            assert page.splitlines()[1].strip() in named


@pytest.mark.parametrize("name", PAPERS)
def test_no_heading_is_left_at_the_foot_of_a_page(name: str) -> None:
    for page in headings(render(PAPERS[name](), draft=True).pdf):
        assert page[-1] not in {"H1", "H2", "H3", "TH"}


@pytest.mark.parametrize("count", [1, 30])
def test_every_decision_is_in_the_minutes(count: int) -> None:
    text = whole_text(render(record(sheets.with_decisions(count))).pdf)
    for number in range(1, count + 1):
        assert f"Thing {number} that" in text
        assert f"Sign {number}." in text


def test_what_is_restricted_is_nowhere_in_the_file() -> None:
    for paper in (letter(sheets.full()), record(sheets.full())):
        pdf = render(paper).pdf
        assert "SECRET" not in whole_text(pdf)
        assert b"SECRET" not in everything(pdf)
        assert "SECRET".encode("utf-16-be").hex().encode() not in everything(pdf).lower()


@pytest.mark.parametrize(
    ("made", "title"), [(letter, "A letter about a review"), (record, "Record of a review")]
)
def test_the_file_says_what_it_is_and_names_nobody(
    made: Callable[[ReviewSheet], Letter | Minutes], title: str
) -> None:
    with pikepdf.open(io.BytesIO(render(made(sheets.full())).pdf)) as document:
        about = f"{document.docinfo} {document.Root.Metadata.read_bytes().decode()}"
    assert title in about and "Children’s reviewing service" in about and "en-GB" in about
    assert not [name for name in ("Sam", "Larkhollow", "Nadia", "Thistlemere") if name in about]


NASTY = ("I like <football> & dogs", "{name} %s \\n", "“Both” 'kinds'", "a\u00a0b", "<3 :)")


def test_nasty_words_come_out_as_they_were_said() -> None:
    text = whole_text(render(letter(sheets.said(*NASTY))).pdf)
    for words in NASTY:
        assert f"“{words}”".replace("\u00a0", " ") in text


def test_emoji_and_words_from_right_to_left_come_out() -> None:
    text = whole_text(render(letter(sheets.said("😀 wow", "أريد أن أبقى هنا"))).pdf)
    assert "😀" in text
    assert "أبقى" in text


def test_a_letter_with_a_gap_is_only_ever_a_draft() -> None:
    empty = letter(sheets.empty())
    with pytest.raises(LetterHasGaps):
        render(empty)
    drawn = whole_text(render(empty, draft=True).pdf)
    for missing in empty.missing:
        assert missing.words in drawn
    assert "Draft 1 of 2" in drawn


def test_a_gap_in_the_table_is_drawn_in_its_cell() -> None:
    loose = sheets.decision(1, "Find a club", "", None)
    drawn = whole_text(
        render(letter(sheets.full(decisions=(loose,), wishes=sheets.WISHES[1:2])), draft=True).pdf
    )
    assert "Say who" in drawn
    assert "Say by when" in drawn


def test_a_final_paper_is_not_called_a_draft() -> None:
    assert "Draft" not in whole_text(render(letter(sheets.full())).pdf)
    assert "Draft" not in whole_text(render(record(sheets.full())).pdf)
    assert "Draft Page 1" in whole_text(render(record(sheets.full()), draft=True).pdf)


def test_final_minutes_say_what_was_not_recorded() -> None:
    text = whole_text(render(record(sheets.empty())).pdf)
    assert "Not recorded." in text
    assert "Give your own view" not in text
    assert "Give your own view" in whole_text(render(record(sheets.empty()), draft=True).pdf)


def test_the_place_of_what_is_typed_is_known() -> None:
    places = render(letter(sheets.full())).places
    page = {source: place[0].page for source, place in places.items()}
    assert page[Source("review", "review-4", "warm_line")] == 1
    assert page[Source("wish", "w-2", "words")] == 1
    assert page[Source("decision", "d-1", "letter_words")] == 2
    assert page[Source("block", "L7")] == 2
    places = render(record(sheets.full())).places
    assert Source("note", "n-3", "words") in places
    empty = render(letter(sheets.empty()), draft=True).places
    assert Source("review", "review-4", "warm_line") in empty


def test_sentences_that_run_on_get_their_full_stops() -> None:
    many = tuple(sheets.note(f"n-{n}", "going_well", f"Good thing {n}") for n in range(8))
    posted = LetterSetting(address=ADDRESS)  # which leaves the first side less room
    text = whole_text(render(replace(letter(sheets.full(notes=many)), setting=posted)).pdf)
    assert "Good thing 0. Good thing 1. Good thing 2" in text


def test_a_service_without_a_name_leaves_no_empty_line() -> None:
    council = replace(sheets.COUNCIL, service="")
    pages = page_texts(render(letter(sheets.full(council=council))).pdf)
    assert "Children’s reviewing service" not in pages[0]


def test_a_word_list_has_a_page_of_its_own_or_room() -> None:
    sheet = sheets.full(home_line="CAMHS will help.", plan_agreed="yes")
    assert "What some words mean" in whole_text(render(letter(sheet)).pdf)


@pytest.mark.parametrize("language", ["ar", "ur", "cy", "ti"])
def test_a_letter_in_another_language_can_be_set(language: str, tmp_path: Path) -> None:
    found = child_letter.compose(sheets.full(), Wording(language), sheets.DATED)
    rendered = render(found)
    assert rendered.pages >= 2
    assert faults(rendered.pdf, tmp_path) == []
    assert found.right_to_left == (language in {"ar", "ur"})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TYPED, TYPED, TYPED, TYPED)
def test_whatever_is_typed_can_be_printed(warm: str, home: str, said: str, noted: str) -> None:
    sheet = typed(warm, home, said, noted)
    for paper in (letter(sheet), record(sheet)):
        assert render(paper, draft=True).pages >= 1
        assert words_of(paper)


def test_a_gap_is_drawn_where_room_is_short_as_well() -> None:
    long = letter(replace(sheets.with_decisions(30), home_line=""))
    drawn = render(long, draft=True)
    assert drawn.pages == 2
    assert "Say where Sam lives and what the plan is" in whole_text(drawn.pdf)


def test_every_letter_of_the_demo_council_has_no_more_pages_than_its_band(demo: Database) -> None:
    with demo.reading() as connection:
        finished = connection.execute(
            "select id from review where state = 'finished' order by id limit 60"
        ).fetchall()
        sheets = [read_review(connection, review_id) for (review_id,) in finished]
    composed = [child_letter.compose(sheet, Wording("en-GB"), TODAY) for sheet in sheets]
    in_running_words = [each for each in composed if each.band in {Band.B, Band.C, Band.D}]
    assert in_running_words
    for each in in_running_words:
        assert render(each, draft=True).pages <= BANDS[each.band].pages
