"""How everything looks: theme, text size, fonts and the one style sheet."""

import sys
from functools import cache
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui import tokens
from ui.quiet_loading import nothing_collected

SYSTEM: Final = "system"
CHOICES: Final = (SYSTEM, *tokens.THEMES)
TEXT_SIZES: Final = (100, 125, 150, 175, 200)
MENU_FROM_PERCENT: Final = 175
PANE_FOLDS_FROM_PERCENT: Final = 150
NARROW_PX: Final = 1180
SHORT_PX: Final = 700

# macOS counts 72 points to the inch on screen, everyone else 96.
_POINTS_PER_POINT: Final = 96 / 72 if sys.platform == "darwin" else 1.0


class Appearance(QObject):
    """The theme and text size in use; ask it for colours, fonts and lengths."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice: str = SYSTEM
        self.text_size = 100
        self.number = 0  # grows with each look, so that nothing is drawn twice for the same
        self.theme: tokens.Theme = "light"
        self._colours = tokens.colours("light")
        self._hints = QGuiApplication.styleHints()
        self._contrast = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._contrast.contrastPreferenceChanged.connect(self._follow_system)

    def apply(self, choice: str | None = None, text_size: int | None = None) -> None:
        """Dress the whole program in this theme (`system`, or one of the three) and text size."""
        self.choice = choice if choice in CHOICES else self.choice
        self.text_size = text_size if text_size in TEXT_SIZES else self.text_size
        self.theme = self._resolved()
        self._colours = tokens.colours(self.theme)
        self.number += 1
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        with nothing_collected():
            self._dress(application)
        self.changed.emit()

    def colour(self, name: str) -> str:
        """Give a colour of the theme in use, as `#RRGGBB`."""
        return self._colours[name]

    def paint(self, name: str) -> QColor:
        """Give the same colour, for a painter."""
        return QColor(self._colours[name])

    def points(self, points: float) -> float:
        """Give a size of type after the text size setting. Units: pt."""
        return points * self.text_size / 100 * _POINTS_PER_POINT

    def px(self, length: float) -> int:
        """Give a length that grows with the text, such as an icon beside it. Units: px."""
        return round(length * self.text_size / 100 * _screen_scale())

    def height(self, kind: str) -> int:
        """Say how tall a control of this kind is; see `tokens.CONTROL_HEIGHTS`. Units: px."""
        line, around = tokens.CONTROL_HEIGHTS[kind]
        return self.px(line) + around

    @property
    def edge(self) -> int:
        """The width of an ordinary border. Units: px."""
        return tokens.edge_px(self.theme)

    @property
    def menu_replaces_rail(self) -> bool:
        """Whether the text is so large that the rail becomes a Menu button."""
        return self.text_size >= MENU_FROM_PERCENT

    def font(self, style: str, *, bold: bool = False) -> QFont:
        """Give the font of a type style, such as `body` or `h2`."""
        kind = tokens.TYPE[style]
        family = register_font(kind.family)
        font = QFont(family)
        font.setPointSizeF(self.points(kind.size_pt))
        font.setWeight(QFont.Weight(700 if bold else kind.weight))
        return font

    def line_px(self, style: str) -> int:
        """Give the height of one line of a type style. Units: px."""
        return round(self.points(tokens.TYPE[style].line_pt) * _dots_per_point())

    def style_sheet(self) -> str:
        """Give the one style sheet, filled in for this theme and text size."""
        words: dict[str, object] = dict(self._colours)
        words.update({f"pt_{name}": f"{self.points(s.size_pt):g}" for name, s in _styles()})
        words.update({f"h_{name}": self.height(name) for name in tokens.CONTROL_HEIGHTS})
        words.update(self._insides())
        words.update(_paddings(self.edge))
        words["family"] = register_font("app")
        words["child_family"] = tokens.CHILD_FAMILY
        words["caret"] = self.px(17)
        words["tick_row"] = self.px(23) + 5
        contrast = self.theme == "contrast"
        words["badge_edge"] = 1 if contrast else 0
        words["badge_contrast"] = f"border-color: {self.colour('line')};" if contrast else ""
        words["rail_edge"] = f"border-right: 2px solid {self.colour('line')};" if contrast else ""
        words["off_edge"] = "dotted" if contrast else "solid"
        words["step_chosen"] = self.colour("primary" if contrast else "surface")
        return Template(resources.text("style.qss")).substitute(words)

    def _insides(self) -> dict[str, object]:
        """Heights without their borders, and half heights for pills."""
        around = 2 * self.edge
        words: dict[str, object] = {
            f"in_{name}": self.height(name) - around for name in tokens.CONTROL_HEIGHTS
        }
        words["in_focus"] = self.height("control") - 2 * 3
        words["in_error"] = self.height("control") - 2 * 2
        words["in_step"] = self.height("step") - 2 * 2
        words["in_cell_here"] = self.height("row_button") - 2 * 2
        words["in_rail_item"] = self.height("rail_item") - 10
        words["half_chip"] = self.height("chip") // 2
        words["half_filter"] = self.height("filter") // 2
        words["least_filter"] = max(0, self.height("filter") - 2 * 13 - around)
        return words

    def _dress(self, application: QApplication) -> None:
        if application.style().name() != "fusion":
            application.setStyle("Fusion")
        application.setFont(self.font("body"))
        application.setPalette(self._palette())
        application.setStyleSheet(self.style_sheet())

    def _resolved(self) -> tokens.Theme:
        for theme in tokens.THEMES:
            if self.choice == theme:
                return theme
        if self._contrast.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _follow_system(self) -> None:
        if self.choice == SYSTEM and self._resolved() != self.theme:
            self.apply()

    def _palette(self) -> QPalette:
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, name in (
            (roles.Window, "background"),
            (roles.WindowText, "ink"),
            (roles.Base, "surface"),
            (roles.AlternateBase, "sunken"),
            (roles.Text, "ink"),
            (roles.Button, "surface"),
            (roles.ButtonText, "ink"),
            (roles.PlaceholderText, "ink2"),
            (roles.Highlight, "primary"),
            (roles.HighlightedText, "on_primary"),
            (roles.Link, "primary"),
            (roles.ToolTipBase, "surface"),
            (roles.ToolTipText, "ink"),
            (roles.Accent, "primary"),
            (roles.Mid, "line_strong"),
            (roles.Dark, "line_strong"),
            (roles.Light, "sunken"),
            (roles.Midlight, "line"),
            (roles.Shadow, "line_strong"),
        ):
            palette.setColor(role, self.paint(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.paint("ink2"))
        return palette


def text_size_after(size: int, step: int) -> int:
    """Give the text size a step up or down from this one, or the usual one for 0. Units: %."""
    if step == 0:
        return 100
    place = TEXT_SIZES.index(size) + step
    return TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)]


@cache
def appearance() -> Appearance:
    """Give the appearance of this program; there is one."""
    return Appearance()


@cache
def register_font(family: str) -> str:
    """Load the files of a family, `app` or `child`, and give the name Qt knows it by."""
    name = tokens.APP_FAMILY if family == "app" else tokens.CHILD_FAMILY
    for file in _font_files(name):
        QFontDatabase.addApplicationFont(str(file))
    return name


def _font_files(name: str) -> list[Path]:
    folder = resources.path("fonts")
    return sorted(folder.glob(name.replace(" ", "") + "*.ttf"))


def _styles() -> list[tuple[str, tokens.TypeStyle]]:
    return list(tokens.TYPE.items())


def _paddings(edge: int) -> dict[str, object]:
    """Give paddings that make up for a thicker border, so that nothing jumps. Units: px."""
    words: dict[str, object] = {"edge": edge, "pad_field": 13 - edge, "pad_line": 5 - edge}
    for name, border in (("", edge), ("_focus", 3), ("_error", 2)):
        words[f"pad_text{name}"] = 10 - border
        words[f"pad_text_across{name}"] = 10 - border
    return words


def _dots_per_point() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() / 72 if screen else 96 / 72


def _screen_scale() -> float:
    return _dots_per_point() * _POINTS_PER_POINT * 72 / 96
