"""The benchmarks run from end to end; how fast they are is for a quiet machine to say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from letters import papers
from letters.letter import Letter
from models.document_kind import REVIEW_PAPERS, DocumentKind
from tests import demo_record, source
from tests.benchmarks import bare_paper, typst_paper, weasyprint_paper
from tests.benchmarks.timing import Figure
from tests.letters import sheets
from tests.letters.reading import whole_text

PEERS = ("drawn bare", "typst", "WeasyPrint")[: 3 if weasyprint_paper.is_here else 2]
FIGURES = (
    "start to Today with the caseload, painted",
    "start to everything ready",
    "longest stall after the first page",
    "caseload of 70 among 1,100",
    "caseload of 70 among 300",
    "opening the largest review",
    "saving a field durably",
    "list of 300 children, first paint",
    "search among 300 children, one key, median",
    "search among 300 children, one key, slowest",
    "two-page letter",
    "two-page letter",
    *["letter, under 4"] * len(PEERS),
    *["letter, age 4 to 7"] * len(PEERS),
    *["2 letters of every band"] * 3,
    "eight-page minutes",
    "eight-page minutes",
    "first letter in a new process, cold",
    "first letter in a new process, after idle time",
    "plain words in a paragraph of 127 words",
    "print run of 2 sets by post",
    "disclosure check of 8 pages against 200 facts, a new reader",
    "disclosure check of 8 pages against 200 facts, with finds on each page",
    "live preview after a change is saved",
    "key in the letter to its new page",
    "key to screen in the letter",
    "opening a full review, painted",
    "key to screen in a new note, median",
    "key to screen in a new note, 99th in 100",
    "key to screen in a new note, slowest",
    "key to screen in a note that is changed, median",
    "key to screen in a note that is changed, 99th in 100",
    "key to screen in a note that is changed, slowest",
    "undo in a full review, painted",
)
ROW = re.compile(r"\| (.+?) \| [\d.]+ ms \| .+? \| .+? \| .+? \| (met|not met|not measured) \|")


@pytest.mark.slow
def test_a_quick_run_prints_a_row_for_each_figure(
    demo_made: tuple[Path, str], tmp_path: Path
) -> None:
    demo_record.copy(demo_made[0], tmp_path / "record")
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "--quick", "--demo", str(tmp_path / "record")],
        cwd=source.ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    rows = [row for line in ended.stdout.splitlines() if (row := ROW.fullmatch(line))]
    assert tuple(row[1] for row in rows) == FIGURES


@pytest.mark.parametrize("kind", sorted(REVIEW_PAPERS))
def test_the_peers_set_the_words_of_the_same_paper(kind: DocumentKind) -> None:
    made = papers.paper(sheets.full(), kind, sheets.DATED)
    bare = bare_paper.draw(bare_paper.read(made.rendered.pdf))
    assert _letters(whole_text(bare)) == _letters(whole_text(made.rendered.pdf))
    by_typst = typst_paper.Typst().set(typst_paper.source_of(made.document))
    assert _lost(made, by_typst) == set()


@pytest.mark.skipif(not weasyprint_paper.is_here, reason="its system libraries are not here")
def test_weasyprint_sets_the_words_of_the_same_letter() -> None:
    made = papers.paper(sheets.full(), DocumentKind.LETTER, sheets.DATED)
    assert isinstance(made.document, Letter)
    source = weasyprint_paper.source_of(made.document)
    assert _lost(made, weasyprint_paper.WeasyPrint().set(source)) == set()


def test_a_peer_that_is_not_on_this_computer_is_told_and_stops_nothing() -> None:
    row = Figure("200 letters", 5000.0, "WeasyPrint", None, 0.2).row()
    assert row == (
        "| 200 letters | 5000.00 ms | WeasyPrint: not here | - | 0.2 times | not measured |"
    )
    assert ROW.fullmatch(row)


def _lost(made: papers.Paper, pdf: bytes) -> set[str]:
    """The words of a paper that are not on a peer's pages."""
    text = whole_text(pdf)
    said = {word for each in made.document.every_paragraph() for word in each.text.split()}
    return {word for word in said if not any(part in text for part in _parts(word))}


def _letters(words: str) -> str:
    """Every letter and digit, in no order: two files may be read back in different ones."""
    return "".join(sorted(filter(str.isalnum, words)))


def _parts(word: str) -> tuple[str, ...]:
    """A word as it is, or as it is found where a line ends after its hyphen."""
    return (word, word.replace("-", ""), word.partition("-")[0])
