"""What a field holds, in words: days, codes, people and lists as they are said elsewhere."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any, Final  # Any: a field may hold any JSON value

from models.decision import OUTCOME_WORDS
from models.form import MeetingForm, form_of
from models.people import ATTENDED_WORDS, ROLE_WORDS
from models.plain_reading import Connection
from models.review import MODE_WORDS
from models.rules.adjourning import ADJOURN_REASONS, MOVE_REASONS
from models.rules.legal_status import LEGAL_STATUSES
from models.rules.participation_codes import ABSENT_REASONS, PARTICIPATION_CODES
from models.rules.participation_questions import PRESENCE_WORDS
from models.rules.participation_ways import ASKED_BEFORE, CHAIRED_WORDS, WAYS
from models.rules.permanence import ON_TRACK, PERMANENCE_TYPES
from models.rules.restrictions import RESTRICTIONS
from models.rules.review_kinds import REVIEW_KINDS
from models.rules.schedule7 import CONSIDERED_NAMES
from models.rules.telling import TELL_HOW
from models.sync.two_versions import FieldKind, TwoVersions
from models.wishes import WAY_WORDS
from ui.child.facts import LETTER_COLOURS
from ui.language import _, date_in_words, number_in_words, time_in_words
from ui.meeting.picture_words import PICTURE_WORDS

Choices = list[tuple[str, str]]

_TABLES: Final[Mapping[tuple[str, str], Mapping[Any, str]]] = {
    ("review", "mode"): MODE_WORDS,
    ("review", "kind"): {key: each.name for key, each in REVIEW_KINDS.items()},
    ("review", "tell_how"): TELL_HOW,
    ("review", "permanence_type"): PERMANENCE_TYPES,
    ("review", "permanence_on_track"): ON_TRACK,
    ("matter_considered", "state"): CONSIDERED_NAMES,
    ("person", "role"): ROLE_WORDS,
    ("attendance", "attended"): ATTENDED_WORDS,
    ("decision_progress", "outcome"): OUTCOME_WORDS,
    ("wish", "way"): WAY_WORDS,
    ("wish", "picture"): PICTURE_WORDS,
    ("decision", "picture"): PICTURE_WORDS,
    ("participation", "was_there"): PRESENCE_WORDS,
    ("participation", "chaired"): CHAIRED_WORDS,
    ("participation", "ways"): {key: way.words for key, way in WAYS.items()},
    ("participation", "chosen_code"): {k: each.label for k, each in PARTICIPATION_CODES.items()},
    ("participation", "pn7_reason"): {each.key: each.words for each in ABSENT_REASONS},
    ("consultation", "way"): ASKED_BEFORE,
    ("sitting", "reason_kind"): {each.key: each.words for each in ADJOURN_REASONS},
    ("rearranged", "why_kind"): {each.key: each.words for each in MOVE_REASONS},
    ("note", "restriction_kinds"): {each.tag: each.content for each in RESTRICTIONS.values()},
    ("child", "letter_colour"): dict(LETTER_COLOURS),
    ("child", "legal_status"): {each.code: each.official for each in LEGAL_STATUSES.values()},
}
_ROWS: Final = {
    "person_id": "select id, coalesce(nullif(called, ''), name) from person where case_id = ?",
    "came": "select id, coalesce(nullif(called, ''), name) from person where case_id = ?",
    "goal_id": "select id, words from note where case_id = ?",
    "note_id": "select id, words from note where case_id = ?",
    "decision_id": "select id, what from decision where case_id = ?",
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
    return offered + [(key, key) for key in sorted(unknown)]


def _offered(connection: Connection, found: TwoVersions) -> Choices:
    if found.field in _ROWS and found.kind is not FieldKind.CODE:
        given = (found.case_id,) if "?" in _ROWS[found.field] else ()
        return [(row[0], row[1]) for row in connection.execute(_ROWS[found.field], given)]
    table = _TABLES.get((found.table, found.field))
    if table is not None:
        return [(str(key), _(words)) for key, words in table.items()]
    return _of_form(read_form(connection), found.field)


def _of_form(form: MeetingForm, field: str) -> Choices:
    if field == "life_area":
        return [(area.key, _(area.name)) for area in form.areas_offered]
    if field == "column":
        return [(column.key, _(column.name)) for column in form.columns]
    if field == "sort":
        return [(key, _(name)) for column in form.columns for key, name in column.sorts]
    return []
