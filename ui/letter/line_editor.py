"""The field in which one line of the letter is written; the one place that makes it."""

from ui.overriding import override
from ui.plain.looking import Looking
from ui.plain.plain_editor import PlainEditor
from ui.plain.plain_text import PlainText

MOST_LINES = 40


class LineText(PlainText):
    """Close to the lines round it, with no edge of its own until it has the keyboard."""

    around_px = 2 * 5


class LineEditor(PlainEditor):
    """A growing text in a card of others; the label, if any, stands above it."""

    def __init__(
        self, looking: Looking, name: str, *, label: str = "", placeholder: str = ""
    ) -> None:
        super().__init__(looking, label, lines=1, placeholder=placeholder)
        self.label.setVisible(bool(label))
        self.control.setProperty("line", "true")
        self.control.setAccessibleName(name)

    @override
    def box(self, lines: int, most: int) -> PlainText:
        return LineText(lines, most_lines=MOST_LINES, most=most)


def line_editor(
    looking: Looking, name: str, *, label: str = "", placeholder: str = ""
) -> LineEditor:
    """Make the field of one line; its name is what a screen reader says."""
    return LineEditor(looking, name, label=label, placeholder=placeholder)
