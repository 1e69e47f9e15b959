"""What is still needed, said on the screen, and the key by which a link finds its field."""

from datetime import date

from models.agenda import Lacking
from models.sync.field_words import field_words
from ui.language import _, date_in_words

_PART = "\x1f"


def said(lacking: Lacking) -> str:
    """Say one thing that is still needed."""
    values = {name: _value(name, value) for name, value in lacking.values.items()}
    return _(lacking.words).format(**values)


def key_of(lacking: Lacking) -> str:
    """Give the key of a link to where it is filled in."""
    return _PART.join((lacking.step, lacking.table, lacking.row_id, lacking.field))


def step_and_place(key: str) -> tuple[str, tuple[str, str, str]]:
    """Give the step of such a key, and the table, row and field."""
    step, table, row_id, field = key.split(_PART)
    return step, (table, row_id, field)


def _value(name: str, value: str | int | date) -> str:
    if isinstance(value, date):
        return date_in_words(value)
    if name == "field_called":
        table, field = str(value).split("/")
        return _(field_words(table, field))
    return _(str(value)) if name in {"step", "matter"} else str(value)
