"""Writes the file for a translator: numbered, with English and room for the other language."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from letters.languages import Language, Script, language_of
from letters.translating.marks import file_mark, row_mark
from letters.two_languages import State, TwoLines
from letters.wording import wording
from models.problems import N_

_TITLE = N_("Words for a letter to a child")
_HOW = (
    N_("Please write in the third column, in {language}. One row is one line of the letter."),
    N_("Use short sentences and plain, kind words. Say what the English says, and no more."),
    N_("Words in quotation marks are what the child said. Keep them as the child said them."),
    N_("Leave names, telephone numbers and email addresses as they are, in Latin letters."),
    N_("Words that are there already were not checked. Put them right where they are wrong."),
    N_("You may move rows and change how they look. Do not change the first or the last column."),
    N_("This is private. Keep it no longer than you need it, and do not send it on."),
)
_BEFORE = N_("The English has changed. It was translated before as: {words}")
_HEAD = (N_("Number"), N_("English"))
_WIDTHS_MM = (16, 110, 110, 21)
_GREY = RGBColor(0x42, 0x4D, 0x53)
_SMALL, _USUAL, _LARGE = Pt(6), Pt(11), Pt(16)
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def file_name(language: str) -> str:
    """A name for the file that says nothing about the child."""
    return f"letter-for-translation-{language}.docx"


def translation_file(lines: Sequence[TwoLines], language: str, letter_id: str) -> bytes:
    """Make the file for a translator, with every line of the letter in order."""
    spoken = language_of(language)
    document = Document()
    _prepare(document)
    _instruct(document, spoken)
    table = document.add_table(rows=1, cols=len(_WIDTHS_MM))
    table.style = "Table Grid"
    table.autofit = False
    _head(table, spoken, file_mark(letter_id, language))
    for line in lines:
        if line.state is not State.GAP:
            _row(table, line, spoken)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _prepare(document: WordFile) -> None:
    """Turn the page on its side, and say nothing of anybody in the properties."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(15)
    about = document.core_properties
    for name in ("author", "last_modified_by", "comments", "keywords", "subject", "category"):
        setattr(about, name, "")
    about.title = wording().say(_TITLE)
    about.language = "en-GB"
    about.created = about.modified = _NO_DAY
    document.styles["Normal"].font.size = _USUAL


def _instruct(document: WordFile, spoken: Language) -> None:
    say = wording().say
    named = f"{say(spoken.name)} ({spoken.own_name})"
    title = document.add_heading(say(_TITLE), level=1)
    title.runs[0].font.size = _LARGE
    for sentence in _HOW:
        values = {"language": named} if "{language}" in sentence else {}
        document.add_paragraph(say(sentence, **values), style="List Bullet")


def _head(table: Table, spoken: Language, mark: str) -> None:
    row = table.rows[0]
    say = wording().say
    for cell, words in zip(row.cells, (*map(say, _HEAD), spoken.own_name), strict=False):
        cell.paragraphs[0].add_run(words).bold = True
    _mark(row.cells[-1], mark)
    _size(row)
    _with(row._tr.get_or_add_trPr(), "w:tblHeader")


def _row(table: Table, line: TwoLines, spoken: Language) -> None:
    row = table.add_row()  # type: ignore[no-untyped-call]  # the library says no types here
    label, english, theirs, mark = row.cells
    label.paragraphs[0].add_run(line.label)
    _write(english.paragraphs[0], line.english)
    if line.state is State.CHANGED:
        before = english.add_paragraph().add_run(wording().say(_BEFORE, words=line.words))
        before.italic = True
    _set_for(theirs.paragraphs[0], line, spoken)
    _mark(mark, row_mark(line.key, line.english))
    _size(row)
    _with(row._tr.get_or_add_trPr(), "w:cantSplit")


def _set_for(paragraph: Paragraph, line: TwoLines, spoken: Language) -> None:
    """The cell for the translator, set to run as their language does."""
    if spoken.right_to_left:
        _with(paragraph._p.get_or_add_pPr(), "w:bidi")
    known = line.words if line.state in (State.FIXED, State.TRANSLATED) else ""
    run = _write(paragraph, known)
    if line.state is State.FIXED:
        run.font.color.rgb = _GREY
    properties = run._r.get_or_add_rPr()
    if spoken.right_to_left:
        _with(properties, "w:rtl")
    kind = {True: "w:bidi"}.get(spoken.right_to_left, "w:val")
    kind = "w:eastAsia" if spoken.script is Script.HAN else kind
    _with(properties, "w:lang").set(qn(kind), spoken.code)


def _write(paragraph: Paragraph, words: str) -> Run:
    """Words as one paragraph, whatever line ends they hold."""
    run = paragraph.add_run()
    for place, part in enumerate(words.split("\n")):
        if place:
            run.add_break()
        run.add_text(part)
    return run


def _mark(cell: _Cell, mark: str) -> None:
    run = cell.paragraphs[0].add_run(mark)
    run.font.size, run.font.color.rgb = _SMALL, _GREY


def _size(row: _Row) -> None:
    for cell, width in zip(row.cells, _WIDTHS_MM, strict=True):
        cell.width = Mm(width)


def _with(parent: BaseOxmlElement, name: str) -> BaseOxmlElement:
    """Add an element that the library has no name for."""
    element: BaseOxmlElement = OxmlElement(name)
    parent.append(element)
    return element
