"""Words planted in Sam's own papers, as they are made for a reader."""

from collections.abc import Callable, Mapping
from datetime import date

from letters import papers
from models.document_kind import DocumentKind
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.disclosure.planted.file import PlantedFile
from tests.letters.on_sheet import decision, note
from tests.letters.reading import page_texts

_DAY = date(2026, 12, 9)
_MARK = "Biscuit ran about."


def _made(sheet: ReviewSheet, kind: DocumentKind) -> PlantedFile:
    """The paper; it stands on the page on which a mark beside the words does."""
    pdf = papers.paper(sheet, kind, sheets.DATED).rendered.pdf
    texts = page_texts(pdf)
    page = next(number for number, text in enumerate(texts, 1) if _MARK in " ".join(text.split()))
    return PlantedFile(pdf, "pdf", page=page)


def note_in_record(words: str) -> PlantedFile:
    """In what was said in the meeting."""
    said = note("n-1", "going_well", f"{_MARK} {words} was spoken of.")
    return _made(sheets.full(notes=(said,)), DocumentKind.MINUTES)


def view_in_record(words: str) -> PlantedFile:
    """In the view of the chair."""
    return _made(sheets.full(iro_view=f"{_MARK} I asked about {words}."), DocumentKind.MINUTES)


def decision_in_record(words: str) -> PlantedFile:
    """In the narrow table of decisions."""
    made = decision(1, f"{_MARK} Take Sam to {words}", "Samir Oakenshaw", _DAY)
    return _made(sheets.full(decisions=(made,)), DocumentKind.MINUTES)


def decision_on_sheet(words: str) -> PlantedFile:
    """On the sheet of decisions."""
    made = decision(1, f"{_MARK} Take Sam to {words}", "Samir Oakenshaw", _DAY)
    return _made(sheets.full(decisions=(made,)), DocumentKind.DECISIONS)


def line_of_letter(words: str) -> PlantedFile:
    """In what is written at the top of the letter."""
    return _made(sheets.full(warm_line=f"{_MARK} I saw {words}."), DocumentKind.LETTER)


IN_OUR_PAPERS: Mapping[str, Callable[[str], PlantedFile]] = {
    each.__name__: each
    for each in (
        note_in_record, view_in_record, decision_in_record, decision_on_sheet, line_of_letter,
    )
}  # fmt: skip
