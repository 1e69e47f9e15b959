"""What a field holds, in words: days, codes, people and lists as they are said elsewhere."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any, Final  # Any: a field may hold any JSON value

from models.form import MeetingForm, form_of
from models.plain_reading import Connection
from models.rules.step_facts import STEP_FACTS
from models.sync.two_versions import FieldKind, TwoVersions
from ui.language import _, date_in_words, number_in_words, time_in_words
from ui.sync.code_words import CODE_WORDS

Choices = list[tuple[str, str]]

_ROWS: Final = {
    "person_id": "select id, coalesce(nullif(called, ''), name) from person where case_id = ?",
    "came": "select id, coalesce(nullif(called, ''), name) from person where case_id = ?",
    "goal_id": "select id, words from note where case_id = ?",
    "note_id": "select id, words from note where case_id = ?",
    "decision_id": "select id, what from decision where case_id = ?",
    "dispute_id": "select id, what from dispute where case_id = ?",
    "together_id": "select r.together_id, group_concat(coalesce(nullif(c.chosen_name, ''),"
    " c.given_name), ', ') from review r join child c on c.id = r.child_id"
    " where r.together_id <> '' group by r.together_id",
    "chair_id": "select id, name from staff_member where name <> ''",
}


class ValueWords:
    """Says what one field holds, and what it could hold instead."""

    def __init__(self, connection: Connection, found: TwoVersions) -> None:
        self._kind = found.kind
        self._choices = _choices(connection, found)

    def say(self, value: Any) -> str:
        """Say a value of this field; nothing where it holds nothing."""
        if value in (None, "", []):
            return ""
        saying: dict[FieldKind, Callable[[Any], str]] = {
            FieldKind.DAY: lambda day: date_in_words(date.fromisoformat(day)),
            FieldKind.TIME: lambda clock: time_in_words(time.fromisoformat(clock)),
            FieldKind.NUMBER: lambda number: number_in_words(float(number)),
            FieldKind.TICK: lambda on: _("Yes") if on else _("No"),
            FieldKind.CODE: self._said,
            FieldKind.ROW: self._said,
            FieldKind.NAMES: lambda keys: ", ".join(self._said(key) for key in keys),
        }
        try:
            return saying.get(self._kind, str)(value)
        except ValueError:  # of a newer program, or typed there and never read
            return str(value)

    def choices(self) -> Choices:
        """Give what the field could hold, as (key, words)."""
        return self._choices

    def _said(self, key: Any) -> str:
        return dict(self._choices).get(str(key), str(key))


def read_form(connection: Connection) -> MeetingForm:
    """Give the council's form of a review, by which steps and parts of life are called."""
    row = connection.execute("select meeting_form from council limit 1").fetchone()
    return form_of(row[0] if row else "")


def _choices(connection: Connection, found: TwoVersions) -> Choices:
    if found.kind not in (FieldKind.CODE, FieldKind.ROW, FieldKind.NAMES):
        return []
    offered = _offered(connection, found)
    known = {key for key, _words in offered}
    held = (found.before, found.theirs.value, found.mine.value)
    values = [each for value in held for each in (value if isinstance(value, list) else [value])]
    unknown = {str(value) for value in values if value} - known
    is_row = found.kind is FieldKind.ROW
    other = _("Something that is not on this laptop")
    return offered + [(key, other if is_row else key) for key in sorted(unknown)]


def _offered(connection: Connection, found: TwoVersions) -> Choices:
    if found.field in _ROWS and found.kind is not FieldKind.CODE:
        given = (found.case_id,) if "?" in _ROWS[found.field] else ()
        return [(row[0], row[1]) for row in connection.execute(_ROWS[found.field], given)]
    table = CODE_WORDS.get((found.table, found.field)) or _answers(connection, found)
    if table:
        name = found.child_called
        return [(str(key), _(words).replace("{name}", name)) for key, words in table.items()]
    return _of_form(read_form(connection), found.field)


def _answers(connection: Connection, found: TwoVersions) -> Mapping[str, str]:
    """What a fact of a step may be answered with."""
    if (found.table, found.field) != ("step_fact", "choice"):
        return {}
    row = connection.execute("select fact from step_fact where id = ?", (found.row_id,)).fetchone()
    asked = STEP_FACTS.get(row[0]) if row else None
    return asked.answer_words if asked else {}


def _of_form(form: MeetingForm, field: str) -> Choices:
    if field == "life_area":
        return [(area.key, _(area.name)) for area in form.areas_offered]
    if field == "column":
        return [(column.key, _(column.name)) for column in form.columns]
    if field == "sort":
        return [(key, _(name)) for column in form.columns for key, name in column.sorts]
    return []
