"""A case list goes in by the keyboard: mapped, looked at, taken; its bad rows come back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.case_list.remembering import remembered
from tests.models.case_list import lists
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.case_list.choose_page import ChoosePage
from ui.case_list.done_page import DonePage
from ui.case_list.import_window import ImportWindow
from ui.case_list.mapping_page import MappingPage
from ui.case_list.plan_page import PlanPage
from ui.desk import Desk
from ui.parts.notices import Notice

Open = Callable[[Path | None], ImportWindow]


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Open:
    """Give a way to open the window on a file, or on none."""

    def open_it(file: Path | None) -> ImportWindow:
        window = ImportWindow(desk, file)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(window)
        shown(qtbot, window)
        return window

    return open_it


def _arrive(qtbot: QtBot, window: ImportWindow, kind: type[QWidget]) -> None:
    qtbot.waitUntil(lambda: isinstance(window.page, kind))


def _planned(qtbot: QtBot, window: ImportWindow) -> PlanPage:
    _arrive(qtbot, window, MappingPage)
    QTest.keyClick(window.go_on, Qt.Key.Key_Return)
    _arrive(qtbot, window, PlanPage)
    assert isinstance(window.page, PlanPage)
    return window.page


def _take(qtbot: QtBot, window: ImportWindow) -> DonePage:
    QTest.keyClick(window.go_on, Qt.Key.Key_Return)
    _arrive(qtbot, window, DonePage)
    assert isinstance(window.page, DonePage)
    return window.page


def _child(desk: Desk, identifier: str, fields: str) -> tuple[object, ...]:
    with desk.database.reading() as connection:
        row = connection.execute(
            f"select {fields} from child where identifier = ?",  # noqa: S608 our own names
            (identifier,),
        ).fetchone()
    return tuple(row) if row else ()


def _changed_list(folder: Path) -> Path:
    """Give the same list with another birthday, another status and another team for Kit."""
    kit = lists.LIQUID_ROWS[0]
    kit = kit.replace("03/04/2016", "03/05/2016").replace("C2 - Full care order", "V2")
    kit = kit.replace("North", "East")
    return lists.written(folder, [lists.LIQUID, kit], name="changed.csv")


def test_a_list_of_a_council_goes_in(
    opened: Open, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window = opened(None)
    assert isinstance(window.page, ChoosePage)
    window.ask_for_file = lambda: str(lists.liquid_list(tmp_path))
    QTest.keyClick(window.page.choose, Qt.Key.Key_Return)
    plan = _planned(qtbot, window)
    assert len(plan.plan.new) == 3
    assert len(plan.plan.errors) == 3
    assert window.go_on.text() == "Take 3 children"
    done = _take(qtbot, window)
    assert "3 children are new." in done.detail.said
    assert _child(desk, "0012346", "given_name, chosen_name, born_on, lives_with") == (
        "Zoë", "Zo", "2014-12-01", "Café House",
    )  # fmt: skip


def test_the_rows_in_error_come_back_with_reasons_where_one_says(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(lists.liquid_list(tmp_path))
    page = _planned(qtbot, window)
    asked: list[str] = []

    def answer(suggested: str) -> str:
        asked.append(suggested)
        return str(tmp_path / "errors.csv")

    window.ask_where = answer
    QTest.keyClick(page.save_errors, Qt.Key.Key_Return)
    assert Path(asked[0]).name == "list rows in error.csv"
    lines = (tmp_path / "errors.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 4
    assert lines[0].endswith('"Why this row was not taken"')
    assert '"Robin"' in lines[2]
    assert "“Person ID” is empty" in lines[2]


def test_the_rows_in_error_are_not_written_over_the_list(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    path = lists.liquid_list(tmp_path)
    before = path.read_bytes()
    window = opened(path)
    page = _planned(qtbot, window)
    window.ask_where = lambda _suggested: str(path)
    QTest.keyClick(page.save_errors, Qt.Key.Key_Return)
    assert path.read_bytes() == before
    assert window.notices.findChildren(Notice)[-1].title.said.startswith(
        "The rows in error cannot"
    )


def test_what_is_lacking_is_said_and_nothing_goes_on_without_it(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(lists.liquid_list(tmp_path))
    _arrive(qtbot, window, MappingPage)
    page = window.page
    assert isinstance(page, MappingPage)
    assert page.mapping.column_of("born_on") == 4
    box = page.table.boxes[4]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert page.mapping.column_of("born_on") is None
    assert page.lacks.words.said == "Say which column holds: Date of birth."
    assert window.go_on.is_off
    QTest.keyClick(window.go_on, Qt.Key.Key_Return)
    assert window.page is page
    type_text(qtbot, box, "dat")
    assert page.mapping.column_of("born_on") == 4
    assert not window.go_on.is_off


def test_addresses_are_left_out_and_it_says_why(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(lists.liquid_list(tmp_path))
    _arrive(qtbot, window, MappingPage)
    page = window.page
    assert isinstance(page, MappingPage)
    headings = page.looked.file.shape.headings
    assert headings.index("Postcode") not in page.table.boxes
    assert page.left_out.said.startswith("Left out on purpose: Placement Address, Postcode.")
    assert "3 of the first rows cannot be taken." in page.first_rows.said


def test_a_mapping_is_kept_by_its_name_and_known_again(
    opened: Open, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    path = lists.liquid_list(tmp_path)
    window = opened(path)
    _arrive(qtbot, window, MappingPage)
    page = window.page
    assert isinstance(page, MappingPage)
    page._take("", page.table.model().columnCount() - 1)
    type_text(qtbot, page.name.control, "Our children’s system")
    _planned(qtbot, window)
    with desk.database.reading() as connection:
        kept = remembered(connection)
    assert [mapping.name for mapping in kept] == ["Our children’s system"]
    again = opened(path)
    _arrive(qtbot, again, MappingPage)
    page = again.page
    assert isinstance(page, MappingPage)
    assert page.mapping == kept[0]
    assert page.name.text() == "Our children’s system"
    page.kept.control.setFocus()
    QTest.keyClick(page.kept.control, Qt.Key.Key_Home)
    assert page.mapping == page.looked.file.guessed


def test_a_changed_birthday_and_status_are_taken_only_when_ticked(
    opened: Open, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    first = opened(lists.liquid_list(tmp_path))
    _planned(qtbot, first)
    _take(qtbot, first)
    left = opened(_changed_list(tmp_path))
    page = _planned(qtbot, left)
    assert page.look is not None
    changes = page.look.ticks["0012345"].accessibleDescription()
    assert "Date of birth: 3 April 2016 in your record, 3 May 2016 in the list." in changes
    assert "Legal status: C2 Full care order in your record, V2" in changes
    _take(qtbot, left)
    fields = "born_on, legal_status, team"
    assert _child(desk, "0012345", fields) == ("2016-04-03", "C2", "East")
    taken = opened(_changed_list(tmp_path))
    page = _planned(qtbot, taken)
    assert taken.go_on.is_off
    assert page.look is not None
    QTest.keyClick(page.look.ticks["0012345"], Qt.Key.Key_Space)
    assert taken.go_on.text() == "Take 1 child"
    _take(qtbot, taken)
    assert _child(desk, "0012345", fields) == ("2016-05-03", "V2", "East")


def test_what_the_iro_typed_is_kept_and_named(
    opened: Open, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    first = opened(lists.liquid_list(tmp_path))
    _planned(qtbot, first)
    _take(qtbot, first)
    child_id = str(_child(desk, "0012345", "id")[0])
    desk.put("child", child_id, "team", "Typed by Nadia")
    window = opened(_changed_list(tmp_path))
    page = _planned(qtbot, window)
    assert [update.kept[0].field for update in page.plan.kept_as_typed] == ["team"]
    window.close()
    assert _child(desk, "0012345", "team") == ("Typed by Nadia",)


def test_importing_twice_has_nothing_to_take(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    path = lists.written(tmp_path, [lists.LIQUID, *lists.LIQUID_ROWS[:2]], name="two.csv")
    first = opened(path)
    _planned(qtbot, first)
    _take(qtbot, first)
    again = opened(path)
    page = _planned(qtbot, again)
    assert page.plan.does_nothing
    assert again.go_on.is_off
    assert again.go_on.reason.said == "There is nothing to take."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 something", "This is a PDF, and Waymark reads CSV files."),
        (b"PK\x03\x04 workbook", "This is an Excel workbook, and Waymark reads CSV files."),
        (b"", "This file is empty."),
    ],
)
def test_what_is_no_case_list_is_refused_in_words(
    opened: Open, qtbot: QtBot, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    window = opened(path)
    qtbot.waitUntil(lambda: bool(window.notices.findChildren(Notice)))
    assert window.notices.findChildren(Notice)[0].title.said == said.rstrip(".")
    assert isinstance(window.page, ChoosePage)


def test_back_leads_to_the_columns_and_to_the_file(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(lists.liquid_list(tmp_path))
    _planned(qtbot, window)
    QTest.keyClick(window.back, Qt.Key.Key_Return)
    assert isinstance(window.page, MappingPage)
    assert window.go_on.text() == "See what will change"
    QTest.keyClick(window.back, Qt.Key.Key_Return)
    assert isinstance(window.page, ChoosePage)
    assert not window.back.isVisible()


def test_a_stop_keeps_what_was_taken(
    opened: Open, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    rows = [
        f"9{number:06};Sedge;Mo;;05/09/2011;01/02/2020;C1;Ola Reed;South;;;;"
        for number in range(1_500)
    ]
    window = opened(lists.written(tmp_path, [lists.LIQUID, *rows], name="long.csv"))
    page = _planned(qtbot, window)
    assert page.count == 1_500
    QTest.keyClick(window.go_on, Qt.Key.Key_Return)
    window.progress.stop_asked.emit()
    _arrive(qtbot, window, DonePage)
    assert isinstance(window.page, DonePage)
    with desk.database.reading() as connection:
        there = connection.execute(
            "select count(*) from child where identifier like '9%'"
        ).fetchone()[0]
    assert there < 1_500
    assert there % 100 == 0
    assert window.page.title.said.startswith("The import was stopped.")


def test_every_control_has_a_name_on_every_page(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(lists.liquid_list(tmp_path))
    assert unnamed(window) == []
    _arrive(qtbot, window, MappingPage)
    assert unnamed(window) == []
    _planned(qtbot, window)
    assert unnamed(window) == []
    _take(qtbot, window)
    assert unnamed(window) == []


def test_it_fits_at_twice_the_size_of_text(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    appearance().apply(text_size=200)
    window = opened(lists.liquid_list(tmp_path))
    _planned(qtbot, window)
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 640


def test_the_window_is_freed_when_it_is_closed(
    desk: Desk, freed: Callable[[Callable[[], QWidget]], None]
) -> None:
    freed(lambda: ImportWindow(desk))
