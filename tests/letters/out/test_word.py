"""Papers as Word files: valid, with the words of the pages, and naming nobody."""

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from PIL import Image as Pictures
from PIL.PngImagePlugin import PngInfo

from letters import decisions_sheet
from letters.bands import Band
from letters.correction import Correction, correction_of
from letters.decisions_sheet import DecisionsSheet
from letters.letter import Image, Letter
from letters.minutes_form import Minutes
from letters.out.word import docx_of
from letters.pdf import LetterHasGaps
from letters.wording import wording
from letters.words_of import words_of
from models.document_kind import DocumentKind
from models.review_sheet import ReviewSheet, WishOnSheet
from tests.letters import sheets, translated_letters
from tests.letters.looks.letters_on_paper import ADDRESS, CODE_PAGE, with_everything
from tests.letters.out.open_xml import W, body, faults, lines, parts, rows, with_part
from tests.letters.out.open_xml import words_of as words_in
from tests.letters.papers_expected import letter, record
from tests.letters.test_child_letter import TYPED, typed
from tests.letters.test_decisions_sheet import CHANGE, SENT
from tests.letters.test_made_by_child import made as made_wish
from tests.letters.test_made_by_child import sheet_with

COPY_FOR = "Copy for Jo Brambleden, foster carer"
NASTY = ("I like <football> & dogs", "{page} %s \\n", "“Both” 'kinds'", "😀 \x01 \ud800 wow")
ARABIC = "أريد أن أبقى هنا"


def in_arabic() -> Letter:
    """Sam's letter in English, and after it in Arabic."""
    return translated_letters.filled("ar", arrangement="after")


PAPERS: dict[str, Callable[[], Letter | Minutes | DecisionsSheet]] = {
    "minutes": lambda: replace(record(sheets.full()), copy_for=COPY_FOR),
    "decisions": lambda: decisions_sheet.compose(sheets.full(), wording(), sheets.DATED),
    "long minutes": lambda: record(sheets.with_decisions(30)),
    "letter": lambda: letter(sheets.full()),
    "letter of what nobody expected": lambda: letter(sheets.said(*NASTY, ARABIC)),
    "letter in two languages": in_arabic,
}


@cache
def made(name: str) -> bytes:
    """One of the papers as a Word file."""
    return docx_of(PAPERS[name]())


@pytest.mark.parametrize("name", PAPERS)
def test_an_independent_validator_finds_nothing_wrong(name: str, tmp_path: Path) -> None:
    assert faults(made(name), tmp_path) == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", b"<w:body>", b"<w:body><w:nonsense/>"),
        ("word/document.xml", b"<w:tblGrid>", b"<w:tblGrid><w:p/>"),
        ("word/document.xml", b"<w:cantSplit/>", b"<w:cantSplitt/>"),
        ("word/styles.xml", b'w:type="paragraph"', b'w:type="paragraf"'),
        ("word/_rels/document.xml.rels", b"styles.xml", b"stylez.xml"),
        ("[Content_Types].xml", b"wordprocessingml.styles+xml", b"wordprocessingml.oops+xml"),
    ],
)
def test_the_validator_does_find_what_is_broken(
    part: str, old: bytes, new: bytes, tmp_path: Path
) -> None:
    assert faults(with_part(made("minutes"), part, old, new), tmp_path)


@pytest.mark.parametrize("name", PAPERS)
def test_it_has_the_words_of_the_pages_in_their_order(name: str) -> None:
    document = PAPERS[name]()
    found = _in_line(" ".join(words for _, words in lines(made(name))))
    told = [
        _in_line(_plain(words))
        for line in words_of(document).splitlines() for words in line.split(" | ")
    ]  # fmt: skip
    assert [words for words in told if words not in found] == []
    at = found.index(document.title)
    for words in told[told.index(document.title) :]:
        at = found.find(words, at)
        assert at >= 0, words


def _in_line(words: str) -> str:
    return " ".join(words.replace("\u00a0", " ").split())


def _plain(words: str) -> str:
    """As a file can hold them."""
    for mark in "\u2066\u2067\u2068\u2069":
        words = words.replace(mark, "")
    return words.replace("\x01", "\ufffd").replace("\ud800", "\ufffd")


def test_headings_are_headings_that_follow_each_other() -> None:
    for name in ("minutes", "decisions", "letter"):
        found = [style for style, _ in lines(made(name)) if style.startswith("Heading")]
        assert found[0] == "Heading1" and found.count("Heading1") == 1
        assert "Heading2" in found
        levels = [int(style[-1]) for style in found]
        assert all(now <= before + 1 for before, now in pairwise(levels))
    document = Document(io.BytesIO(made("minutes")))
    assert document.paragraphs[2].style is not None
    assert document.paragraphs[2].style.name == "Heading 1"


def test_tables_say_their_head_again_on_each_page_and_never_cut_a_row() -> None:
    tables = rows(made("long minutes"))
    assert max(map(len, tables)) > 30
    for head, *others in tables:
        assert head.find(f"{W}trPr/{W}tblHeader") is not None
        assert others and all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (head, *others))
        assert all(cell.strip() for cell in map(words_in, head.iter(f"{W}tc")))


def test_it_says_whose_copy_it_is_and_which_page_of_how_many() -> None:
    assert ("Head", f"Children’s reviewing service\t{COPY_FOR}") in lines(made("minutes"))
    for foot in ("word/footer1.xml", "word/footer2.xml"):
        found = parts(made("minutes"))[foot].decode()
        assert 'w:instr="PAGE"' in found and 'w:instr="NUMPAGES"' in found


def test_a_long_name_stands_on_a_line_of_its_own() -> None:
    name = f"Copy for {'Wilhelmina ' * 8}"
    assert ("Edge", name) in lines(docx_of(replace(record(sheets.full()), copy_for=name)))


def test_its_language_is_said_everywhere() -> None:
    found = parts(made("minutes"))
    assert b'<w:lang w:val="en-GB"/>' in found["word/styles.xml"]
    assert b'<w:themeFontLang w:val="en-GB"/>' in found["word/settings.xml"]
    assert b"<dc:language>en-GB</dc:language>" in found["docProps/core.xml"]


def test_words_from_right_to_left_run_so_and_are_in_their_language() -> None:
    theirs = [
        each for each in body(made("letter in two languages")).iter(f"{W}p")
        if each.find(f"{W}pPr/{W}bidi") is not None
    ]  # fmt: skip
    assert len(theirs) > 20
    languages = {each.attrib.get(f"{W}bidi") for one in theirs for each in one.iter(f"{W}lang")}
    assert languages == {"ar"}
    assert any(style == "QuoteRight" for style, _ in lines(made("letter in two languages")))
    alone = replace(in_arabic(), arrangement="alone")
    only = parts(docx_of(alone))
    assert b'<w:lang w:val="en-GB" w:bidi="ar"/>' in only["word/styles.xml"]
    assert b"<w:bidiVisual/>" in only["word/document.xml"]
    quoted = [each for each in body(made("letter of what nobody expected")).iter(f"{W}r")
              if ARABIC in words_in(each)]  # fmt: skip
    assert quoted and all(each.find(f"{W}rPr/{W}rtl") is not None for each in quoted)


@pytest.mark.parametrize("band", [band.value for band in Band])
def test_a_letter_of_any_age_comes_with_all_that_belongs_to_it(band: str, tmp_path: Path) -> None:
    paper = with_everything(band)
    told = docx_of(paper)
    assert faults(told, tmp_path) == []
    found = [words for _, words in lines(told)]
    assert [each for each in ADDRESS if each not in found] == []
    assert CODE_PAGE in found and "A film about reviews" in found
    whole = parts(told)["word/document.xml"].decode()
    assert "Nadia Thistlemere, smiling" in whole and "The crest of the council" in whole
    in_line = _in_line(" ".join(found))
    told_lines = (each for line in words_of(paper).splitlines() for each in line.split(" | "))
    assert [each for each in told_lines if _in_line(_plain(each)) not in in_line] == []


@pytest.mark.parametrize(
    "wish", [made_wish(drawing_id="drawn", way="drew"), made_wish(picture="dog", way="showed")]
)
def test_what_the_child_drew_or_chose_is_shown_and_said(wish: WishOnSheet, tmp_path: Path) -> None:
    for paper in (letter(sheet_with(wish)), record(sheet_with(wish))):
        plain = parts(docx_of(replace(paper)))
        assert any(each.startswith("word/media/") for each in plain)
        arts = [each.art.alt for each in paper.every_paragraph() if each.art]
        assert arts and all(
            f'descr="{alt}"' in plain["word/document.xml"].decode() for alt in arts
        )
        assert faults(docx_of(paper), tmp_path) == []


def test_nothing_written_in_a_brought_picture_goes_out_with_it() -> None:
    held, text = io.BytesIO(), PngInfo()
    text.add_text("Author", "Rosa Tillbrook")
    Pictures.new("P", (4, 4)).save(held, "PNG", pnginfo=text, transparency=0)
    paper = letter(sheets.full())
    crest = Image("png", held.getvalue(), "A crest")
    told = docx_of(replace(paper, setting=replace(paper.setting, crest=crest)))
    shown = parts(told)["word/media/image1.png"]
    assert b"Rosa" not in shown
    with Pictures.open(io.BytesIO(shown)) as opened:
        assert opened.mode == "RGBA" and opened.getpixel((0, 0)) == (0, 0, 0, 0)


def test_a_second_decisions_sheet_says_what_changed_and_an_empty_one_that_there_are_none(
    tmp_path: Path,
) -> None:
    issued, change = sheets.issued("decisions"), (CHANGE,)
    again = sheets.full(milestones=(SENT,), documents=(issued,), decision_changes=change)
    for sheet, said in (
        (again, "What changed since version 1"),
        (sheets.full(decisions=()), "No decisions are written down yet."),
    ):
        told = docx_of(decisions_sheet.compose(sheet, wording(), sheets.DATED, _second(sheet)))
        assert any(said in words for _, words in lines(told))
        assert faults(told, tmp_path) == []


def _second(sheet: ReviewSheet) -> Correction | None:
    return correction_of(sheet, DocumentKind.DECISIONS, "An amendment")


def test_words_in_chinese_are_said_to_be(tmp_path: Path) -> None:
    told = docx_of(translated_letters.filled("zh-Hans", arrangement="after"))
    assert b'w:eastAsia="zh-Hans"' in parts(told)["word/document.xml"]
    assert faults(told, tmp_path) == []


def test_a_picture_is_told_to_those_who_cannot_see_it() -> None:
    paper = letter(sheets.full())
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>'
    crest = Image("svg", svg.encode(), "The arms of Wrenshire")
    told = docx_of(replace(paper, setting=replace(paper.setting, crest=crest)))
    found = parts(told)["word/document.xml"].decode()
    assert 'descr="The arms of Wrenshire"' in found
    assert found.count("<wp:inline") == found.count("adec:decorative ") + 1


def test_nobody_is_named_outside_the_words() -> None:
    for name in ("minutes", "decisions", "letter"):
        found = parts(made(name))
        assert not [
            each for each in found if "comments" in each or "custom" in each or "app" in each
        ]
        beside = b"".join(
            content for each, content in found.items()
            if each not in ("word/document.xml", "word/footer1.xml", "word/footer2.xml")
        ).decode("latin-1")  # fmt: skip
        assert not [
            each for each in ("Sam", "Larkhollow", "Nadia", "Thistlemere") if each in beside
        ]
        about = Document(io.BytesIO(made(name))).core_properties
        assert (about.author, about.last_modified_by, about.comments, about.keywords) == ("",) * 4
        assert about.created == about.modified
        assert not [each for each in ("rsid", "attachedTemplate", "Company") if each in beside]
        assert "<w:removePersonalInformation/>" in beside


def test_the_same_paper_gives_the_same_bytes() -> None:
    for name in ("minutes", "letter"):
        assert docx_of(PAPERS[name]()) == made(name)


def test_a_letter_that_lacks_something_gives_no_file() -> None:
    with pytest.raises(LetterHasGaps):
        docx_of(letter(sheets.empty()))


def test_minutes_of_an_empty_record_say_that_nothing_was_recorded(tmp_path: Path) -> None:
    told = docx_of(record(sheets.empty()))
    assert faults(told, tmp_path) == []
    assert any("Not recorded." in words for _, words in lines(told))


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TYPED)
def test_whatever_is_typed_gives_a_file_that_opens(words: str) -> None:
    Document(io.BytesIO(docx_of(record(typed(words, words, words, words)))))
