"""The papers whose words and pages are kept in `expected`, and the way to renew them by hand.

Renew with `python -m tests.letters.papers_expected`, then read the differences.
"""

from collections.abc import Callable, Mapping
from difflib import unified_diff
from functools import cache
from pathlib import Path

from letters import child_letter, minutes
from letters.letter import Letter
from letters.minutes_form import Minutes
from letters.pdf import Rendered, render
from letters.wording import wording
from letters.words_of import words_of
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.letters_expected import LETTERS
from tests.letters.reading import layout

EXPECTED = Path(__file__).parent / "expected"
WORDS, PAGES = ".words.txt", ".pages.txt"
Document = Letter | Minutes


def letter(sheet: ReviewSheet) -> Letter:
    """Compose the letter of a review on the usual day."""
    return child_letter.compose(sheet, wording(), sheets.DATED)


def record(sheet: ReviewSheet) -> Minutes:
    """Compose the minutes of a review on the usual day."""
    return minutes.compose(sheet, wording(), sheets.DATED)


PAPERS: Mapping[str, Callable[[], Document]] = {
    "letter-1-decision": lambda: letter(sheets.with_decisions(1)),
    "letter-empty": lambda: letter(sheets.empty()),
    "minutes-full": lambda: record(sheets.full()),
    "minutes-30-decisions": lambda: record(sheets.with_decisions(30)),
    "minutes-empty": lambda: record(sheets.empty()),
}
"""The minutes, and what `letters_expected` has not: a letter of one decision, and an empty one."""


def words_and_pages(name: str) -> dict[str, str]:
    """Give the words of a paper and where each line of its pages stands, by ending of the file."""
    document, rendered = made(name)
    return {WORDS: words_of(document), PAGES: layout(rendered.pdf)}


@cache
def made(name: str) -> tuple[Document, Rendered]:
    """A paper as composed and as set, made once; the empty ones are drafts."""
    document = (PAPERS[name] if name in PAPERS else LETTERS[name])()
    return document, render(document, draft=name.endswith("empty"))


def every_name() -> tuple[str, ...]:
    """The papers that are kept."""
    return (*PAPERS, *LETTERS)


def differences(name: str) -> str:
    """Line for line how a paper has come to differ from what is kept; empty if it has not."""
    found = ""
    for ending, now in words_and_pages(name).items():
        kept = (EXPECTED / f"{name}{ending}").read_text(encoding="utf-8")
        found += changed(kept, now, name + ending)
    return found


def changed(before: str, now: str, name: str) -> str:
    """The lines that differ, with nothing round them."""
    lines = unified_diff(before.splitlines(), now.splitlines(), name, "now", n=0, lineterm="")
    return "\n".join(lines)


def renew() -> None:
    """Write down what the papers are now, and forget those that are no more."""
    names = [f"{name}{ending}" for name in every_name() for ending in (WORDS, PAGES)]
    for file in EXPECTED.iterdir():
        if file.name not in names:
            file.unlink()
    for name in every_name():
        for ending, now in words_and_pages(name).items():
            (EXPECTED / f"{name}{ending}").write_text(now, encoding="utf-8")


if __name__ == "__main__":
    renew()
