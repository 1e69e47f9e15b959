"""The pages go to the printer whole, as many sides as there are."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests import sample
from tests.ui.letter.conftest import Compose
from ui.letter.printing import NotPrinted, prepare
from ui.meeting.paper_pages import PageSize, draw_paper


def test_each_page_is_printed_on_a_side_of_its_own(
    qtbot: QtBot, compose: Compose, tmp_path: Path
) -> None:
    page = compose()
    letter, kind = page.meeting, page.meeting.kind
    drawn = draw_paper(letter.sheet, kind, sample.REVIEW_ON, PageSize(600))
    printer = QPrinter()
    prepare(printer)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(page.out.told) as told:
        page.out.print_on(printer, drawn.pages)
    assert told.args == ["A draft was sent to the printer."]
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(document) == len(drawn.pages)
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    document.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_not_said_to_have_printed(
    qtbot: QtBot, compose: Compose, tmp_path: Path
) -> None:
    page = compose()
    drawn = draw_paper(page.meeting.sheet, page.meeting.kind, sample.REVIEW_ON, PageSize(100))
    printer = QPrinter()
    prepare(printer)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    told: list[str] = []
    page.out.told.connect(told.append)
    with qtbot.waitSignal(page.meeting.troubled) as troubled:
        page.out.print_on(printer, drawn.pages)
    assert isinstance(troubled.args[0], NotPrinted)
    assert told == []
