"""What a row and its fields are called on the screen, and when something was."""

from collections.abc import Iterable
from typing import Final

from models.rules.meeting_steps import MEETING_STEPS
from models.sync.field_words import FIELDS, REMOVED, THINGS
from models.sync.sharing_lines import HeldLine, SharedLine
from ui.language import N_, _

MOST_FIELDS: Final = 2


PLAIN: Final = {
    "sitting": N_("The review"),
    "step_mark": N_("The review"),
    "step_fact": N_("The review"),
    "decision": N_("A decision"),
    "note": N_("A note"),
    "draft": N_("Words half written"),
}
"""What it is called where its number or its step is not known."""


def whose_words(line: SharedLine | HeldLine) -> str:
    """Say whose record it is."""
    if line.called:
        return line.called
    return _("Your service") if not line.case_id else _("A child who is not on this laptop")


def thing_in_words(table: str, name: str = "", number: int | None = None, step: str = "") -> str:
    """Say what a row is: "Decision 2", or "Since last time, note 4"."""
    found = MEETING_STEPS.get(step)
    words = _(THINGS.get(table) or PLAIN.get(table, table))
    if ("{number}" in words and number is None) or ("{step}" in words and found is None):
        words = _(PLAIN.get(table, table))
    called = _(found.name).replace("{name}", name) if found else ""
    return words.format(name=name, number=number, step=called)


def field_in_words(table: str, field: str) -> str:
    """Say what a field is called; a field without words of its own says nothing."""
    if field in ("removed_at", "removed_by"):
        return _(REMOVED)
    words = FIELDS.get(table, {}).get(field, "")
    return _(words) if words else ""


def line_in_words(line: SharedLine) -> str:
    """Say what was changed: "Decision 2: what will happen, by when"."""
    name = line.called.split(" ")[0]
    thing = thing_in_words(line.table, name, line.number, line.step)
    return _with_fields(thing, _known(line.table, line.fields))


def held_in_words(line: HeldLine) -> str:
    """Say what was set aside."""
    return thing_in_words(line.table, line.called.split(" ")[0])


def _known(table: str, fields: Iterable[str]) -> list[str]:
    words = (field_in_words(table, field) for field in fields)
    return list(dict.fromkeys(each for each in words if each))


def _with_fields(thing: str, fields: list[str]) -> str:
    if not fields or len(fields) > MOST_FIELDS:
        return thing
    return _("{thing}: {fields}").format(thing=thing, fields=", ".join(fields))
