"""What is wrong with one line of a case list, ready to be said in words."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: a sentence marked for translation, its values, and the council's column."""

    sentence: str
    values: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    column: str = field(default="", repr=False)

    def within(self, column: str) -> "Fault":
        """Give the same fault, said of this column as the council names it."""
        return replace(self, column=column)

    def said(self, translate: Callable[[str], str] = str) -> str:
        """Say the whole sentence; `translate` is gettext where the words are shown."""
        return translate(self.sentence).format(column=self.column, **dict(self.values))


def fault(sentence: str, **values: str | int) -> Fault:
    """Make a fault with named values; long ones are cut short so that they can be shown."""
    return Fault(sentence, tuple((name, quoted(str(value))) for name, value in values.items()))


def quoted(text: str) -> str:
    """Give the text short enough to be quoted in a sentence, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_QUOTE else flat[: LONGEST_QUOTE - 1] + "…"
