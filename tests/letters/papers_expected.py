"""The papers whose words and pages are kept in `expected`, and the way to renew them by hand.

Renew with `python -m tests.letters.papers_expected`, then read the differences.
"""

from collections.abc import Callable
from pathlib import Path

from letters import child_letter, minutes
from letters.bands import Band
from letters.letter import Letter
from letters.minutes_form import Minutes
from letters.pdf import render
from letters.wording import wording
from letters.words_of import words_of
from models.letter_making import LetterMaking, LetterOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.reading import layout

EXPECTED = Path(__file__).parent / "expected"


def letter(sheet: ReviewSheet) -> Letter:
    """Compose the letter of a review on the usual day."""
    return child_letter.compose(sheet, wording(), sheets.DATED)


def record(sheet: ReviewSheet) -> Minutes:
    """Compose the minutes of a review on the usual day."""
    return minutes.compose(sheet, wording(), sheets.DATED)


PAPERS: dict[str, Callable[[], Letter | Minutes]] = {
    "letter-full": lambda: letter(sheets.full()),
    "letter-1-decision": lambda: letter(sheets.with_decisions(1)),
    "letter-30-decisions": lambda: letter(sheets.with_decisions(30)),
    "letter-long-names": lambda: letter(sheets.with_long_names()),
    "letter-empty": lambda: letter(sheets.empty()),
    "minutes-full": lambda: record(sheets.full()),
    "minutes-30-decisions": lambda: record(sheets.with_decisions(30)),
    "minutes-empty": lambda: record(sheets.empty()),
}


def _in(band: Band) -> Callable[[], Letter]:
    making = LetterMaking(LetterOnSheet(band=band.value))
    return lambda: letter(sheets.full(making=making))


BANDS_EXPECTED: dict[str, Callable[[], Letter]] = {
    f"letter-full-{band.value.lower()}": _in(band) for band in Band
}
"""The letters of which only the words are kept."""


def words_and_pages(name: str) -> tuple[str, str]:
    """Give the words of a paper and where each line of its pages stands."""
    document = PAPERS[name]()
    return words_of(document), layout(render(document, draft=name.endswith("empty")).pdf)


def renew() -> None:
    """Write down what the papers are now."""
    for name in PAPERS:
        words, pages = words_and_pages(name)
        (EXPECTED / f"{name}.words.txt").write_text(words, encoding="utf-8")
        (EXPECTED / f"{name}.pages.txt").write_text(pages, encoding="utf-8")
    for name, made in BANDS_EXPECTED.items():
        (EXPECTED / f"{name}.words.txt").write_text(words_of(made()), encoding="utf-8")


if __name__ == "__main__":
    renew()
