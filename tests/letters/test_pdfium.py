"""Finished pages are read in one thread while another draws, and the program does not fall."""

import subprocess
import sys
from pathlib import Path

from tests import source

_READ_AND_DRAW = """
import io, threading
from reportlab.pdfgen.canvas import Canvas
from letters.disclosure.pdf_pages import pages_of
from ui.meeting.paper_pages import PageSize, draw_pages
kept = io.BytesIO()
canvas = Canvas(kept)
for page in range(3):
    for line in range(40):
        canvas.drawString(50, 800 - line * 18, f"Page {page}, line {line} of what was said")
    canvas.showPage()
canvas.save()
pdf = kept.getvalue()
def again(act):
    for _time in range(25):
        act()
threads = [
    threading.Thread(target=again, args=(lambda: pages_of(pdf),)),
    threading.Thread(target=again, args=(lambda: draw_pages(pdf, PageSize(200)),)),
]
for each in threads: each.start()
for each in threads: each.join()
print("read and drawn")
"""


def test_two_threads_never_use_pdfium_at_once() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _READ_AND_DRAW],
        cwd=Path(source.ROOT),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "read and drawn"), done.stderr[-2000:]
