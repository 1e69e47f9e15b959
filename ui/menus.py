"""The menus of the main window: every action of the frame, with its key."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.appearance import TEXT_SIZES
from ui.cover import KEY_WORDS
from ui.language import N_, _

THEMES: Final = (
    ("system", N_("The &same as this computer")),
    ("light", N_("&Light")),
    ("dark", N_("&Dark")),
    ("contrast", N_("&High contrast")),
)

FIND_KEY: Final = "Ctrl+K"


class Menus:
    """Makes the menus; the window connects what it has of each action by name."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.actions: dict[str, QAction] = {}
        self.menus = [self._file(), self._edit(), self._go(), self._view(), self._help()]
        self._when_locked = {"quit", "larger", "smaller", "usual", "help", "about", "cover"}

    def connect(self, name: str, slot: Callable[[], object]) -> None:
        """Call this when the action is chosen."""
        self.actions[name].triggered.connect(lambda _on=False: slot())

    def add_place(self, key: str, words: str, number: int, slot: Callable[[], object]) -> None:
        """Add a place to the Go menu, with Ctrl and its number; with 0 it has no key."""
        action = self._action(key, words, *([f"Ctrl+{number}"] if number else []))
        self._places.insertAction(self._before_places, action)
        self.connect(key, slot)

    def show_locked(self, *, locked: bool) -> None:
        """While it is locked, only what is about the window itself works."""
        for name, action in self.actions.items():
            about_the_window = name in self._when_locked or name.startswith(("theme_", "size_"))
            action.setEnabled(not locked or about_the_window)

    def show_acts(self, undo: str, redo: str) -> None:
        """Name what would be undone and redone; with nothing, the action is off."""
        shown = _("&Undo: {what}").format(what=undo) if undo else _("&Undo")
        self._say("undo", shown, on=bool(undo))
        shown = _("&Redo: {what}").format(what=redo) if redo else _("&Redo")
        self._say("redo", shown, on=bool(redo))

    def _say(self, name: str, words: str, *, on: bool) -> None:
        self.actions[name].setText(words)
        self.actions[name].setEnabled(on)

    def leave_ctrl_k(self, *, to_page: bool) -> None:
        """Let Ctrl+K belong to the page that is shown, or find a child."""
        self.actions["find"].setShortcuts([] if to_page else [QKeySequence(FIND_KEY)])

    def show_choices(self, theme: str, text_size: int) -> None:
        """Tick the theme and text size in use."""
        self.actions[f"theme_{theme}"].setChecked(True)
        self.actions[f"size_{text_size}"].setChecked(True)

    def in_one_menu(self) -> QMenu:
        """Give every menu inside one, for the Menu button of large text."""
        whole = QMenu(self._window)
        for menu in self.menus:
            whole.addMenu(menu)
        return whole

    def _file(self) -> QMenu:
        menu = self._menu(_("&File"))
        menu.addAction(self._action("import", _("&Import a case list…")))
        menu.addAction(self._action("saved", _("Is everything &saved?"), "Ctrl+S"))
        menu.addAction(self._action("share", _("Share &now"), "Ctrl+Shift+S"))
        menu.addSeparator()
        menu.addAction(self._action("settings", _("S&ettings…")))
        menu.addAction(self._action("lock", _("&Lock"), "Ctrl+L"))
        menu.addAction(self._action("quit", _("&Close Waymark"), "Ctrl+Q"))
        return menu

    def _edit(self) -> QMenu:
        menu = self._menu(_("&Edit"))
        menu.addAction(self._action("undo", _("&Undo"), "Ctrl+Z"))
        menu.addAction(self._action("redo", _("&Redo"), "Ctrl+Shift+Z", "Ctrl+Y"))
        return menu

    def _go(self) -> QMenu:
        self._places = self._menu(_("&Go"))
        self._before_places = self._places.addSeparator()
        self._places.addAction(self._action("find", _("&Find a child"), FIND_KEY))
        self._places.addAction(self._action("next_region", _("&Next part of the window"), "F6"))
        back = self._action("last_region", _("&Last part of the window"), "Shift+F6")
        self._places.addAction(back)
        return self._places

    def _view(self) -> QMenu:
        menu = self._menu(_("&View"))
        cover = self._action("cover", _("&Cover the screen"), KEY_WORDS)
        cover.setAutoRepeat(False)
        cover.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)  # over open menus too
        menu.addAction(cover)
        menu.addSeparator()
        themes = menu.addMenu(_("&Theme"))
        group = QActionGroup(self._window)
        for theme, words in THEMES:
            themes.addAction(self._choice(f"theme_{theme}", _(words), group))
        sizes = menu.addMenu(_("Text &size"))
        sizes.addAction(self._action("larger", _("&Larger"), "Ctrl++", "Ctrl+="))
        sizes.addAction(self._action("smaller", _("&Smaller"), "Ctrl+-"))
        sizes.addAction(self._action("usual", _("&Usual"), "Ctrl+0"))
        sizes.addSeparator()
        group = QActionGroup(self._window)
        for size in TEXT_SIZES:
            words = _("{number}%").format(number=size)
            sizes.addAction(self._choice(f"size_{size}", words, group))
        return menu

    def _help(self) -> QMenu:
        menu = self._menu(_("&Help"))
        menu.addAction(self._action("help", _("&Help for this screen"), "F1"))
        menu.addAction(self._action("about", _("&About Waymark and its licences")))
        return menu

    def _menu(self, words: str) -> QMenu:
        return self._window.menuBar().addMenu(words)

    def _choice(self, name: str, words: str, group: QActionGroup) -> QAction:
        action = self._action(name, words)
        action.setCheckable(True)
        group.addAction(action)
        return action

    def _action(self, name: str, words: str, *keys: str) -> QAction:
        action = QAction(words, self._window)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self.actions[name] = action
        self._window.addAction(action)
        return action
