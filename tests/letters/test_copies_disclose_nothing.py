"""For any record and any reader: what is kept from them is nowhere in their finished file."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pikepdf
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from letters.copies import copy_of
from letters.decisions_pages import TooManyDecisions
from letters.out.word import docx_of
from letters.pdf import LetterHasGaps
from models.document_kind import DocumentKind
from models.readers_of_papers import readers
from models.review_sheet import ReviewSheet
from tests.letters.marked_records import Marked, records
from tests.letters.reading import everything, page_texts
from tests.letters.sheets import DATED

PAPERS = (DocumentKind.MINUTES, DocumentKind.DECISIONS, DocumentKind.LETTER)
MANY = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
_TAG = re.compile(rb"<[^>]+>")


def _squashed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b-]+", "", text).casefold()


def in_pdf(pdf: bytes) -> str:
    """Every word of a file: on its pages, in its properties, its outline, its structure."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        strings = [str(each) for each in document.objects]
        info = " ".join(f"{key} {value}" for key, value in (document.docinfo or {}).items())
        outline = " ".join(str(each.title) for each in document.open_outline().root)
    raw = everything(pdf).decode("latin-1") + everything(pdf).decode("utf-16-be", "ignore")
    return _squashed(" ".join((*page_texts(pdf), *strings, info, outline, raw)))


def in_word(data: bytes) -> str:
    """Every word of a Word file, in all its parts, and their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        told = [_TAG.sub(b"", parts.read(name)).decode("utf-8", "ignore") for name in
                parts.namelist()]  # fmt: skip
        raw = [parts.read(name).decode("utf-8", "ignore") for name in parts.namelist()]
        return _squashed(" ".join((*told, *raw, *parts.namelist())))


@settings(MANY, max_examples=24)
@given(records(), st.integers(0, 9), st.sampled_from(PAPERS), st.booleans())
def test_nothing_that_is_kept_from_a_reader_is_in_their_file(
    marked: Marked, which: int, kind: str, as_word: bool
) -> None:
    every = readers(marked.sheet)
    reader = every[which % len(every)]
    child = every[0] if kind == DocumentKind.LETTER else None
    try:
        made = copy_of(marked.sheet, kind, reader, DATED)
    except (LetterHasGaps, TooManyDecisions):
        assume(False)
    told = in_word(docx_of(made.document)) if as_word else in_pdf(made.rendered.pdf)
    told += _squashed(made.file_name)
    away = marked.kept_from(reader, child)
    found = {word for word in away if word.casefold() in told}
    assert _places(marked, found) == []


@settings(MANY, max_examples=10)
@given(records(), st.integers(0, 9))
def test_what_is_kept_from_nobody_is_there_as_if_nothing_were_restricted(
    marked: Marked, which: int
) -> None:
    every = readers(marked.sheet)
    reader = every[which % len(every)]
    away = marked.kept_from(reader)
    whole = _record_with_nothing_kept(marked)
    before = in_pdf(copy_of(whole, DocumentKind.MINUTES, reader, DATED).rendered.pdf)
    told = in_pdf(copy_of(marked.sheet, DocumentKind.MINUTES, reader, DATED).rendered.pdf)
    expected = {word for word in marked.words.values() if word.casefold() in before}
    lost = {word for word in expected if word.casefold() not in told}
    assert _places(marked, lost - marked.touched(away) - away) == []


def _record_with_nothing_kept(marked: Marked) -> ReviewSheet:
    """The same record before anybody restricted anything."""
    sheet = marked.sheet
    opened: dict[str, Any] = {
        name: tuple(replace(each, restricted=False) for each in getattr(sheet, name))
        for name in ("notes", "decisions", "earlier_decisions")
    }
    people = tuple(replace(each, restriction_kinds=(), address_kinds=()) for each in sheet.people)
    return replace(
        sheet, **opened, people=people, restrictions=(), protected=(),
        wishes=tuple(replace(each, private=False) for each in sheet.wishes),
        scale_answers=tuple(replace(each, private=False) for each in sheet.scale_answers),
    )  # fmt: skip


def _places(marked: Marked, words: set[str]) -> list[str]:
    """Where these words come from, to be read in a failure."""
    said = [f"{place}" for place, word in marked.words.items() if word in words]
    return [*said, *(f"{each}" for each in words if each in marked.planted)]
