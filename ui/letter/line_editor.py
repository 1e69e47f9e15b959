"""The field in which one line of the letter is written; the one place that makes it."""

from ui.parts.text_field import TextField


class LineEditor(TextField):
    """A growing text without an edge of its own until it has the keyboard."""

    def __init__(self, name: str, *, label: str = "", placeholder: str = "") -> None:
        super().__init__(label, lines=1, placeholder=placeholder)
        self.label.setVisible(bool(label))
        self.control.setProperty("line", "true")
        self.control.setAccessibleName(name)


def line_editor(name: str, *, label: str = "", placeholder: str = "") -> LineEditor:
    """Make the field of one line. Its name is read aloud; its label, if any, stands above it."""
    return LineEditor(name, label=label, placeholder=placeholder)
