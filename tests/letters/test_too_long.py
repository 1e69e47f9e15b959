"""Words that nobody could read in a letter are told as a gap, and the letter comes at once."""

from dataclasses import replace

import pytest

from letters import papers
from letters.letter import Letter
from letters.plain import proposing
from letters.too_long import MOST_OF_A_LINE
from models.document_kind import DocumentKind
from models.review_sheet import ReviewSheet
from tests.letters.sheets import DATED, full

WORDS = "Sam hides her drawings under the bed. "
LETTER = DocumentKind.LETTER


def _with_note(words: str, letter_words: str = "") -> tuple[ReviewSheet, str]:
    sheet = full()
    at, note = next(
        (at, each) for at, each in enumerate(sheet.notes)
        if each.column == "going_well" and each.in_letter and not each.restricted
    )  # fmt: skip
    longer = replace(note, words=words, letter_words=letter_words)
    return replace(sheet, notes=(*sheet.notes[:at], longer, *sheet.notes[at + 1 :])), note.id


def _letter(sheet: ReviewSheet) -> Letter:
    letter = papers.compose(sheet, LETTER, DATED)
    assert isinstance(letter, Letter)
    return letter


@pytest.mark.parametrize("words", [WORDS * 5_474, "x" * 208_000], ids=["sentences", "one"])
def test_a_note_of_208_000_characters_is_a_gap_that_says_what_and_leads_to_it(words: str) -> None:
    sheet, note_id = _with_note(words)
    made = papers.paper(sheet, LETTER, DATED, draft=True)
    (gap,) = [each for each in made.missing if each.row_id == note_id]
    assert (gap.table, gap.field, gap.step) == ("note", "words", "A7")
    assert gap.words == (
        f"“{' '.join(words[:60].split())}…” is too long for a letter:"
        f" {len(words):,} characters. Write it shorter."
    )
    assert len(made.words) < 10_000


def test_what_is_too_long_is_never_worked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    proposed = proposing.proposed_words

    def reading(words: str, *rest: object) -> str:
        read.append(len(words))
        return proposed(words, *rest)  # type: ignore[arg-type]  # just as it was called

    monkeypatch.setattr("letters.writing.proposed_words", reading)
    _letter(_with_note(WORDS * 5_473)[0])
    assert max(read, default=0) <= MOST_OF_A_LINE


def test_shorter_words_of_the_chair_stand_for_it_and_two_whole_pages_may_stand() -> None:
    for sheet, note_id in (
        _with_note(WORDS * 5_472, "Sam draws a lot."),
        _with_note("x" * MOST_OF_A_LINE),
    ):
        assert note_id not in {each.row_id for each in _letter(sheet).missing}
