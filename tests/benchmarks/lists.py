"""The list of children: its first paint beside a table of constant cells, and search as typed."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from models.caseload import children
from tests.benchmarks import big_record
from tests.benchmarks.timing import Figure, beside, once_ms
from tests.benchmarks.windows import Painted, at_desk, dressed_application, put_away
from ui.caseload.child_row_words import Column
from ui.caseload.child_rows import PAGE, ChildRows
from ui.caseload.children_page import ALL, ChildrenPage
from ui.caseload.children_table import ChildrenTable
from ui.desk import Desk
from ui.overriding import override

WIDTH, HEIGHT = 1226, 640
TYPED = ("ashby-41", "b0000123", "worker 37", "efa birch")
MOST_KEY_MS = 50

Index = QModelIndex | QPersistentModelIndex


class ConstantCells(QAbstractTableModel):
    """As many rows as there are children, with the same words in every cell."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 as Qt has it
        return 0 if parent.isValid() else self._rows

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 as Qt has it
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return "The same in every cell" if role == Qt.ItemDataRole.DisplayRole else None


def figures(folder: Path, many: int, repeats: int) -> Iterator[Figure]:
    """The figures of the list with so many children."""
    dressed_application()
    database = big_record.with_children(folder, many)
    with at_desk(database) as desk:
        yield _first_paint(desk, many, repeats)
        yield from _search(desk, many)
    database.close()


def _first_paint(desk: Desk, many: int, repeats: int) -> Figure:
    def ours() -> None:
        rows = ChildRows(desk.today, desk.calendar)
        with desk.database.reading() as connection:
            rows.show_lines(children(connection, None, None, PAGE))
        _paint(ChildrenTable(rows))

    def theirs() -> None:
        cells = ConstantCells(many)
        table = QTableView()
        table.setModel(cells)
        _paint(table)

    what = f"list of {many:,} children, first paint"
    return beside(what, ours, "constant cells", theirs, 1.8, repeats * 3)


def _paint(table: QTableView) -> None:
    table.resize(WIDTH, HEIGHT)
    painted = Painted(table.viewport())
    table.show()
    painted.wait()
    put_away(table)


def _search(desk: Desk, many: int) -> Iterator[Figure]:
    page = ChildrenPage(desk)
    page.whose.choose(ALL)
    page.resize(WIDTH, HEIGHT)
    painted = Painted(page.table.viewport(), page.nothing)
    page.show()
    painted.wait()
    page.box.setFocus()
    times = [each for typed in TYPED for each in _keys(page, painted, typed)]
    put_away(page)
    what = f"search among {many:,} children, one key"
    yield Figure(f"{what}, median", median(times), "", None, MOST_KEY_MS)
    yield Figure(f"{what}, slowest", max(times), "", None, MOST_KEY_MS)


def _keys(page: ChildrenPage, painted: Painted, typed: str) -> Iterator[float]:
    """How long each key takes, from the press until the table shows what it found."""
    page.box.clear()
    page.reload()
    painted.wait()
    for letter in typed:

        def press(letter: str = letter) -> None:
            QTest.keyClick(page.box, letter)
            painted.wait()

        yield once_ms(press)
