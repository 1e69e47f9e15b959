"""The papers made ready in idle time: the first then waits for no file."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIRST_PAPERS = """
import sys
from models.document_kind import DocumentKind
from letters import papers
from tests.letters import sheets

papers.make_ready()
opened = []
sys.addaudithook(lambda event, given: opened.append(given[0]) if event == "open" else None)
for kind in DocumentKind:
    papers.paper(sheets.full(), kind, sheets.DATED)
print(*opened)
"""


def test_the_first_papers_after_making_ready_open_no_file() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", FIRST_PAPERS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout.split()) == (0, []), ended.stderr
