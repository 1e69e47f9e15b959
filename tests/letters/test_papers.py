"""The papers made ready in idle time: the first then waits for no file."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from letters import papers
from letters.words_of import words_of
from models.document_kind import DocumentKind
from tests.letters import sheets

ROOT = Path(__file__).parents[2]
FIRST_PAPERS = """
import sys
from models.document_kind import REVIEW_PAPERS, DocumentKind
from letters import papers
from tests.letters import sheets

papers.make_ready()
opened = []
sys.addaudithook(lambda event, given: opened.append(given[0]) if event == "open" else None)
for kind in REVIEW_PAPERS:
    papers.paper(sheets.full(), kind, sheets.DATED)
print(*opened)
"""


def test_the_first_papers_after_making_ready_open_no_file() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", FIRST_PAPERS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout.split()) == (0, []), ended.stderr


NEXT_YEAR = date(2027, 1, 11)
DATED = [
    (DocumentKind.LETTER, (
        "Monday 11 January 2027",
        "This letter takes the place of the one from Wednesday 18 November 2026.",
    )),
    (DocumentKind.MINUTES, (
        "Version 2, 11 January 2027. It takes the place of version 1 of 18 November 2026.",
        "Why it was changed: A wrong day.",
    )),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "said"), DATED)
def test_a_correction_bears_the_day_it_is_made_and_names_the_day_of_the_one_before(
    kind: DocumentKind, said: tuple[str, ...]
) -> None:
    sheet = sheets.full(documents=(sheets.issued(kind),))
    document = papers.compose(sheet, kind, NEXT_YEAR, "A wrong day.")
    assert document.dated == NEXT_YEAR
    assert set(said) <= set(words_of(document).splitlines())
