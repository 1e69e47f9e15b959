"""A letter goes to a translator as a Word file and comes back, however it looks by then."""

import io
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.translating.reading import (
    AnotherLanguage,
    AnotherLetter,
    Brought,
    NothingInIt,
    read_translation,
)
from letters.translating.translation_file import file_name, translation_file
from letters.translating.word_table import MOST_BYTES, FileTooLarge, NotAWordFile
from letters.two_languages import State, TwoLines
from models.problems import Problem
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.translated_letters import ALL_ARE_BORN_FREE, LETTER, making, told, with_rows

BEFORE = "The English has changed. It was translated before as:"
ARABIC = ALL_ARE_BORN_FREE["ar"]
LINES = (
    TwoLines("title", "A", "A letter for Sam", "رسالة إلى Sam", State.FIXED),
    TwoLines("L2/line/0", "1", "You were kind.\nYou helped.", "", State.MISSING),
    TwoLines("note/1", "2", "Football is going well.", "", State.MISSING),
    TwoLines("note/2", "3", "School is new.", "المدرسة", State.CHANGED, "School was new."),
    TwoLines("L11/day", "4", "Say when", "", State.GAP),
)


def file_of(lines: tuple[TwoLines, ...] = LINES, language: str = "ar") -> bytes:
    return translation_file(lines, language, LETTER)


def read(file: bytes, lines: tuple[TwoLines, ...] = LINES) -> Brought:
    return read_translation(file, lines, "ar", LETTER)


def changed(file: bytes, change: Callable[[Document], None]) -> bytes:
    document = docx.Document(io.BytesIO(file))
    change(document)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def table_of(document: Document) -> Table:
    return document.tables[0]


def write(document: Document, label: str, words: str) -> None:
    """Put words into the translator's cell of a row, in several runs as editors do."""
    (row,) = [row for row in table_of(document).rows if row.cells[0].text == label]
    paragraph = row.cells[2].paragraphs[0]
    for run in paragraph.runs:
        run.text = ""
    for part in re.findall(r"\S+\s*", words):
        paragraph.add_run(part).italic = len(part) > 3


def filled(file: bytes, **words: str) -> bytes:
    def fill(document: Document) -> None:
        for label, said in words.items():
            write(document, label.removeprefix("_"), said)

    return changed(file, fill)


def test_the_file_has_every_line_numbered_with_room_on_the_right() -> None:
    table = table_of(docx.Document(io.BytesIO(file_of())))
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0][:3] == ["Number", "English", "العربية"]
    assert [row[:3] for row in cells[1:]] == [
        ["A", "A letter for Sam", "رسالة إلى Sam"],
        ["1", "You were kind.\nYou helped.", ""],
        ["2", "Football is going well.", ""],
        ["3", f"School is new.\n{BEFORE} \u2068المدرسة\u2069", ""],
    ]


def test_the_file_runs_as_the_language_does_and_names_nobody_in_its_properties() -> None:
    file = file_of()
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        words = packed.read("word/document.xml").decode()
        about = packed.read("docProps/core.xml").decode()
        everything = b"".join(packed.read(name) for name in packed.namelist())
    assert "<w:bidi/>" in words
    assert "<w:rtl/>" in words
    assert 'w:bidi="ar"' in words
    assert "Sam" not in about
    assert "python-docx" not in about
    assert LETTER.encode() not in everything
    document = docx.Document(io.BytesIO(file))
    assert (document.core_properties.author, document.core_properties.last_modified_by) == ("", "")
    assert file_name("ar") == "letter-for-translation-ar.docx"
    assert (
        "<w:bidi/>"
        not in zipfile.ZipFile(io.BytesIO(file_of(language="pl")))
        .read("word/document.xml")
        .decode()
    )


def test_the_translators_words_are_matched_to_their_lines() -> None:
    brought = read(filled(file_of(), _1=ARABIC, _2="كرة القدم"))
    assert [(row.key, row.words) for row in brought.rows] == [
        ("L2/line/0", ARABIC),
        ("note/1", "كرة القدم"),
    ]
    assert [row.original for row in brought.rows] == [LINES[1].english, LINES[2].english]
    assert (brought.missing, brought.changed, brought.unknown) == (("note/2",), (), ())


def test_bringing_the_same_file_twice_changes_nothing() -> None:
    file = filled(file_of(), _1=ARABIC, _2="كرة", _3="مدرسة")
    given = {row.key: row for row in read(file).rows}
    after = tuple(
        replace(line, words=given[line.key].words, state=State.TRANSLATED, original="")
        if line.key in given
        else line
        for line in LINES
    )
    assert len(given) == 3
    assert read(file, after) == Brought(())


def test_a_fixed_sentence_that_the_translator_left_is_not_kept_as_theirs() -> None:
    assert [row.key for row in read(filled(file_of(), _1="كلمات")).rows] == ["L2/line/0"]
    bettered = read(filled(file_of(), A="رسالة لـ Sam"))
    assert [(row.key, row.words) for row in bettered.rows] == [("title", "رسالة لـ Sam")]


def test_english_that_has_changed_since_is_flagged_and_the_old_english_kept() -> None:
    now = tuple(
        replace(line, english="Football is great.") if line.key == "note/1" else line
        for line in LINES
    )
    brought = read(filled(file_of(), _2="كرة"), now)
    assert brought.changed == ("note/1",)
    assert [(row.original, row.words) for row in brought.rows] == [
        ("Football is going well.", "كرة")
    ]


def test_rows_may_be_moved_added_and_left_out() -> None:
    def shuffle(document: Document) -> None:
        write(document, "1", "واحد")
        write(document, "2", "اثنان")
        table = table_of(document)._tbl
        rows = table.tr_lst
        table.append(rows[1])
        table.remove(rows[4])
        extra = deepcopy(rows[2])
        table.append(extra)
        cells = document.tables[0].add_row().cells
        cells[0].text, cells[2].text = "99", "note from the translator"

    brought = read(changed(file_of(), shuffle))
    assert {row.key: row.words for row in brought.rows} == {
        "L2/line/0": "واحد", "note/1": "اثنان",
    }  # fmt: skip
    assert brought.unknown == ("1",)
    assert brought.missing == ("note/2",)


def test_a_row_that_lost_its_mark_is_known_by_its_number() -> None:
    def unmark(document: Document) -> None:
        write(document, "2", "كرة")
        for row in table_of(document).rows[1:]:
            row.cells[3].text = ""

    brought = read(changed(file_of(), unmark))
    assert [(row.key, row.words) for row in brought.rows] == [("note/1", "كرة")]


def test_a_row_of_another_line_with_a_known_number_is_not_taken() -> None:
    def renumber(document: Document) -> None:
        for row in table_of(document).rows[1:]:
            row.cells[3].text = ""
        row = table_of(document).rows[3]
        row.cells[0].text, row.cells[2].text = "1", "كرة"

    brought = read(changed(file_of(), renumber))
    assert (brought.rows, brought.unknown) == ((), ("1",))


def test_a_row_whose_line_the_letter_no_longer_has_is_named() -> None:
    brought = read(filled(file_of(), _1="كلمات", _2="كرة"), LINES[:2])
    assert [row.key for row in brought.rows] == ["L2/line/0"]
    assert brought.unknown == ("2",)


def test_tracked_changes_are_read_as_they_would_print() -> None:
    file = filled(file_of(), _2="old words")
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    words = parts["word/document.xml"].decode()
    run = re.search(r"<w:r><w:rPr>(?:(?!</w:r>).)*words</w:t></w:r>", words, re.DOTALL)
    assert run
    deleted = run.group().replace("<w:t", "<w:delText").replace("</w:t>", "</w:delText>")
    tracked = f"<w:del>{deleted}</w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
    parts["word/document.xml"] = words.replace(run.group(), tracked).encode()
    assert read(_packed(parts)).rows[0].words == "old new"


def test_a_file_of_another_letter_or_language_is_refused_in_words() -> None:
    with pytest.raises(AnotherLetter) as other:
        read_translation(file_of(), LINES, "ar", "letter-2")
    assert "another letter" in other.value.what
    with pytest.raises(AnotherLanguage):
        read_translation(file_of(language="fa"), LINES, "ar", LETTER)
    with pytest.raises(NothingInIt):
        read(changed(file_of(), lambda document: table_of(document)._tbl.clear()))


def _packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return written.getvalue()


_BOMB = b"<!DOCTYPE a [<!ENTITY b 'xx'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"%PDF-1.7",
        b"PK\x03\x04 and no more",
        file_of()[:900],
        _packed({"word/other.xml": b"<a/>"}),
        _packed({"word/document.xml": b"<a><b></a>"}),
        _packed({"word/document.xml": _BOMB}),
        _packed({"word/document.xml": _BOMB.decode().encode("utf-16")}),
        _packed({f"{place}": b"" for place in range(700)}),
    ],
    ids=["empty", "pdf", "cut", "half", "other", "broken", "entities", "utf-16", "many"],
)
def test_what_is_no_word_file_is_refused_in_words(file: bytes) -> None:
    with pytest.raises(NotAWordFile) as refused:
        read(file)
    assert isinstance(refused.value, Problem)
    assert all(refused.value.sentences())


def test_a_file_that_unpacks_to_far_more_than_it_seems_is_refused() -> None:
    with pytest.raises(FileTooLarge):
        read(_packed({"word/document.xml": b" " * (50 * 1024 * 1024)}))
    with pytest.raises(FileTooLarge):
        read(b"x" * (MOST_BYTES + 1))


def test_the_whole_letter_of_sam_goes_out_and_comes_back() -> None:
    sheet: ReviewSheet = sheets.full(making=making("ar"))
    lines = told(sheet).lines
    file = translation_file(lines, "ar", LETTER)
    needed = {line.label: f"{ARABIC} {line.label}" for line in lines if not line.words}
    brought = read_translation(filled(file, **needed), lines, "ar", LETTER)
    words = {row.key: row.words for row in brought.rows}
    assert (brought.missing, brought.unknown, brought.changed) == ((), (), ())
    assert told(with_rows(sheet, lambda key, _english: words[key])).missing == ()


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_any_words_survive_the_way_out_and_back(words: str) -> None:
    line = TwoLines("note/1", "1", words, "", State.MISSING)
    brought = read(filled(file_of((line,)), _1=words), (line,))
    assert [row.words for row in brought.rows] == ([words.strip()] if words.strip() else [])
    assert brought.changed == ()
