"""The frame by keyboard alone: places, menus, regions, text size, saved, help and lock."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from models.problems import DiskFull
from models.settings import Settings
from tests.ui.accessibility import unnamed
from tests.ui.pages_for_tests import PlainPage
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.main_window import LEAST_HEIGHT_PX, LEAST_WIDTH_PX, MainWindow
from ui.parts.dialog import Question
from ui.parts.notices import Notice
from ui.unlock.unlock_page import UnlockPage

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    settings = Settings()
    settings.set("theme", "light")
    frame = MainWindow(settings)
    qtbot.addWidget(frame)
    _places(frame)
    shown(qtbot, frame)
    frame.go("today")
    return frame


def _places(frame: MainWindow) -> None:
    for key, title in (("today", "Today"), ("children", "Children")):
        frame.add_place(
            key,
            title,
            lambda title=title: PlainPage(title, searches=title == "Children"),
            icon="sun-horizon",
            chosen_icon="sun-horizon-fill",
        )


def _press(qtbot: QtBot, frame: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        held |= one
    target = QApplication.focusWidget() or frame
    qtbot.keyClick(target, key, held)


def test_ctrl_and_a_number_go_to_a_place(qtbot: QtBot, window: MainWindow) -> None:
    _press(qtbot, window, Qt.Key.Key_2, CTRL)
    assert window.windowTitle() == "Waymark: Children"
    assert window.rail.places["children"].isChecked()
    _press(qtbot, window, Qt.Key.Key_1, CTRL)
    assert window.pages.place == "today"
    assert not window.rail.places["children"].isChecked()


def test_a_place_is_chosen_from_the_rail_with_enter(qtbot: QtBot, window: MainWindow) -> None:
    window.rail.places["today"].setFocus(Qt.FocusReason.TabFocusReason)
    _press(qtbot, window, Qt.Key.Key_Down)
    _press(qtbot, window, Qt.Key.Key_Return)
    assert window.pages.place == "children"


def test_the_rail_is_tabbed_from_top_to_bottom(qtbot: QtBot, window: MainWindow) -> None:
    window.rail.places["today"].setFocus(Qt.FocusReason.TabFocusReason)
    order = []
    for _stop in range(6):
        order.append(QApplication.focusWidget().objectName())
        _press(qtbot, window, Qt.Key.Key_Tab)
    assert order == [
        "rail_today",
        "rail_children",
        "rail_sync",
        "rail_settings",
        "rail_cover",
        "rail_lock",
    ]


def test_ctrl_k_finds_a_child_from_anywhere(qtbot: QtBot, window: MainWindow) -> None:
    _press(qtbot, window, Qt.Key.Key_K, CTRL)
    assert window.pages.place == "children"
    page = window.pages.page()
    assert page is not None
    assert QApplication.focusWidget() is page.search()


def test_ctrl_k_belongs_to_a_page_that_takes_it_and_finds_a_child_again_after_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = PlainPage("A review", searches=False)
    monkeypatch.setattr(review, "takes_ctrl_k", lambda: True)
    window.open(review)
    _press(qtbot, window, Qt.Key.Key_K, CTRL)
    assert window.pages.page() is review
    window.close_page()
    _press(qtbot, window, Qt.Key.Key_K, CTRL)
    assert window.windowTitle() == "Waymark: Children"


def test_f6_goes_round_the_parts_and_back(qtbot: QtBot, window: MainWindow) -> None:
    page = window.pages.page()
    assert isinstance(page, PlainPage)
    window.rail.places["today"].setFocus(Qt.FocusReason.TabFocusReason)
    _press(qtbot, window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.name.control
    _press(qtbot, window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.button
    _press(qtbot, window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is window.rail.places["today"]
    _press(qtbot, window, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is page.button


def test_ctrl_l_asks_to_lock_even_while_typing(qtbot: QtBot, window: MainWindow) -> None:
    page = window.pages.page()
    assert isinstance(page, PlainPage)
    page.name.setFocus()
    with qtbot.waitSignal(window.lock_asked):
        _press(qtbot, window, Qt.Key.Key_L, CTRL)


def test_the_rail_locks_too(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.lock_asked):
        qtbot.mouseClick(window.rail.lock, Qt.MouseButton.LeftButton)


def test_plus_minus_and_nought_change_the_text_size(qtbot: QtBot, window: MainWindow) -> None:
    _press(qtbot, window, Qt.Key.Key_Plus, CTRL)
    assert (appearance().text_size, window.settings.text_size) == (125, 125)
    _press(qtbot, window, Qt.Key.Key_Equal, CTRL)
    assert appearance().text_size == 150
    _press(qtbot, window, Qt.Key.Key_Minus, CTRL)
    assert appearance().text_size == 125
    _press(qtbot, window, Qt.Key.Key_0, CTRL)
    assert appearance().text_size == 100


def test_the_theme_is_chosen_from_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.actions["theme_contrast"].trigger()
    assert appearance().theme == "contrast"
    assert window.settings.theme == "contrast"
    assert window.menus.actions["theme_contrast"].isChecked()


def test_ctrl_s_saves_and_says_so_once(qtbot: QtBot, window: MainWindow) -> None:
    page = window.pages.page()
    assert isinstance(page, PlainPage)
    before = page.flushed
    _press(qtbot, window, Qt.Key.Key_S, CTRL)
    _press(qtbot, window, Qt.Key.Key_S, CTRL)
    assert page.flushed == before + 2
    (notice,) = window.findChildren(Notice)
    assert notice.accessibleName() == "Everything is saved on this laptop"
    qtbot.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChildren(Notice) == [])


def test_f1_explains_this_page_and_closes_with_esc(qtbot: QtBot, window: MainWindow) -> None:
    _press(qtbot, window, Qt.Key.Key_F1)
    (box,) = window.findChildren(QDialog)
    assert "This page is for trying things." in _words(box)
    assert unnamed(box) == []
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChildren(QDialog) == [])


def test_the_import_is_in_the_file_menu(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.import_asked):
        window.menus.actions["import"].trigger()


def test_every_menu_opens_with_alt_and_its_letter(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1] for title in titles]
    assert titles == ["&File", "&Edit", "&Go", "&View", "&Help"]
    assert len(set(letters)) == len(letters)


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = [key.toString() for one in window.menus.actions.values() for key in one.shortcuts()]
    assert len(set(keys)) == len(keys)
    assert not [key for key in keys if "Alt" in key and "Ctrl" in key]


def test_everything_in_the_frame_has_a_name(window: MainWindow) -> None:
    assert unnamed(window) == []


def test_a_problem_is_told_at_the_edge_and_stays(qtbot: QtBot, window: MainWindow) -> None:
    window.problems.tell(DiskFull())
    (notice,) = window.findChildren(Notice)
    assert "disk is full" in notice.accessibleName()
    qtbot.wait(20)
    assert notice.isVisible()


def test_locking_hides_the_places_their_notices_and_dialogs(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.tell(DiskFull())
    window.show_settings()
    screen = UnlockPage("Good morning", "This laptop")
    window.show_screen(screen)
    qtbot.waitUntil(lambda: window.findChildren(QDialog) == [])
    qtbot.waitUntil(lambda: not window.rail.isVisible())
    assert window.findChildren(Notice) == []
    assert window.is_locked
    assert not window.menus.actions["find"].isEnabled()
    assert window.menus.actions["larger"].isEnabled()
    assert window.windowTitle() == "Waymark"
    window.activateWindow()
    qtbot.waitUntil(screen.passphrase.control.hasFocus)
    window.hide_screen()
    assert window.menus.actions["find"].isEnabled()
    assert window.rail.isVisible()


def test_a_problem_while_locked_is_told_over_the_passphrase(
    qtbot: QtBot, window: MainWindow
) -> None:
    screen = UnlockPage("Good morning", "This laptop")
    window.show_screen(screen)
    window.tell(DiskFull())
    qtbot.waitUntil(lambda: [one.isVisible() for one in screen.findChildren(Notice)] == [True])


def test_closing_with_something_unsaved_asks_first(qtbot: QtBot, window: MainWindow) -> None:
    page = window.pages.page()
    assert isinstance(page, PlainPage)
    page.is_saved = False
    window.close()
    assert window.isVisible()
    (question,) = window.findChildren(Question)
    assert question.keep_button.hasFocus() or question.focusWidget() is question.keep_button
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChildren(Question) == [])
    assert window.isVisible()
    window.close()
    (question,) = window.findChildren(Question)
    with qtbot.waitSignal(window.closing):
        qtbot.mouseClick(question.do_button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()


@pytest.mark.parametrize(("size", "width", "height"), [(100, 1366, 768), (200, 1024, 640)])
def test_the_frame_fits_without_scrolling(
    window: MainWindow, size: int, width: int, height: int
) -> None:
    appearance().apply(text_size=size)
    window.resize(width, height)
    assert (window.width(), window.height()) == (width, height)
    assert window.minimumSizeHint().width() <= LEAST_WIDTH_PX
    assert window.minimumSizeHint().height() <= LEAST_HEIGHT_PX


@pytest.mark.parametrize("size", [100, 125, 150])
def test_the_whole_rail_fits_at_the_least_height(window: MainWindow, size: int) -> None:
    appearance().apply(text_size=size)
    window.resize(LEAST_WIDTH_PX, LEAST_HEIGHT_PX)
    QApplication.processEvents()
    assert window.rail.sizeHint().width() <= 130
    assert window.rail.minimumSizeHint().height() <= window.rail.height()


@pytest.mark.qt_log_ignore("does not support")
def test_at_175_the_rail_becomes_a_menu_button(qtbot: QtBot, window: MainWindow) -> None:
    appearance().apply(text_size=175)
    assert not window.rail.isVisible()
    assert not window.menuBar().isVisible()
    assert window.top_bar.isVisible()
    qtbot.mouseClick(window.top_bar.menu_button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert titles == ["Today", "Children", "&File", "&Edit", "&Go", "&View", "&Help"]
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    _press(qtbot, window, Qt.Key.Key_2, CTRL)
    assert window.pages.place == "children"
    assert unnamed(window) == []


def test_a_title_with_no_room_is_whole_on_hover_and_to_a_screen_reader(
    window: MainWindow,
) -> None:
    appearance().apply(text_size=200)
    window.resize(LEAST_WIDTH_PX, LEAST_HEIGHT_PX)
    whole = "Samantha Ashcombe-Tillbrook, review 3, what happens next"
    window.open(PlainPage(whole))
    title = window.top_bar.title
    title.grab()
    assert title.shown.endswith("…")
    assert (title.toolTip(), title.accessibleName()) == (whole, whole)
    assert window.width() == LEAST_WIDTH_PX


def test_the_frame_is_mirrored_right_to_left(qtbot: QtBot, window: MainWindow) -> None:
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert window.rail.mapTo(window, window.rail.rect().topRight()).x() == window.width() - 1


def test_the_window_is_freed(freed: Callable[[Callable[[], QWidget]], None]) -> None:
    def make() -> QWidget:
        frame = MainWindow(Settings())
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _places(frame)
        frame.go("today")
        return frame

    freed(make)


def test_words_twice_as_long_still_fit(long_words: None, qtbot: QtBot) -> None:
    frame = MainWindow(Settings())
    qtbot.addWidget(frame)
    _places(frame)
    shown(qtbot, frame)
    frame.go("today")
    assert frame.minimumSizeHint().width() <= LEAST_WIDTH_PX


def _words(dialog: QDialog) -> str:
    return " ".join(
        label.accessibleName() or label.text() for label in dialog.findChildren(QLabel)
    )
