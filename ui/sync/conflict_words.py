"""What needs a person, in words: whose record, which field of it, and who wrote which version."""

from datetime import datetime
from typing import Any, Final  # Any: a field may hold any JSON value

from models.form import MeetingForm
from models.plain_reading import Connection
from models.sync.two_versions import FieldKind, TwoVersions, Version
from ui.language import N_, _
from ui.sync.line_words import field_in_words, thing_in_words
from ui.sync.saved_words import moment_words
from ui.sync.value_words import ValueWords
from ui.sync.versions import Differences, Piece, differences

ROLES: Final = {
    "iro": N_("IRO"),
    "manager": N_("team manager"),
    "business_support": N_("business support"),
}
_SAYS_MOST: Final = {
    "decision": "what", "note": "words", "wish": "words", "person": "name",
    "scale_answer": "reason", "dispute": "what", "consultation": "note", "letter_line": "words",
}  # fmt: skip


def title_words(found: TwoVersions) -> str:
    """Say what it is about: "Kit Larkhollow, review 4, decision 2"."""
    values = {"name": found.child_full_name, "review": found.review_number, "n": found.number}
    if not found.child_full_name:
        return thing_in_words(found.table)
    if found.review_number is None:
        return found.child_full_name
    if found.table == "decision" and found.number is not None:
        return _("{name}, review {review}, decision {n}").format(**values)
    if found.table == "note" and found.number is not None:
        return _("{name}, review {review}, note {n}").format(**values)
    return _("{name}, review {review}").format(**values)


def whose_words(found: TwoVersions) -> str:
    """Say whose record it is, for the list."""
    return found.child_full_name or _("Your service")


def field_words_of(found: TwoVersions, form: MeetingForm) -> str:
    """Say which field of it: "Decision 2, what will happen", or "Since last time, note 4"."""
    thing = _thing(found, form)
    if found.table == "note" and found.field == "words":
        return thing
    field = field_in_words(found.table, found.field)
    return _("{thing}, {field}").format(thing=thing, field=field) if field else thing


def _thing(found: TwoVersions, form: MeetingForm) -> str:
    step = form.step.get(found.step)
    if found.table == "note" and step is not None and found.number is not None:
        name = _(step.name).replace("{name}", found.child_called)
        return _("{step}, note {number}").format(step=name, number=found.number)
    return thing_in_words(found.table, found.child_called, found.number, found.step)


def first_name(version: Version) -> str:
    """Give what a colleague is called."""
    return version.by_name.split(" ")[0] if version.by_name else ""


def version_title(version: Version, me_id: str, *, is_mine_twice: bool) -> str:
    """Say whose version it is."""
    if is_mine_twice:
        return _("Yours, in the record")
    if version.by_id == me_id:
        return _("Yours")
    if not version.by_name:
        return _("A colleague’s")
    return _("{name}’s").format(name=version.by_name)


def version_when(version: Version, me_id: str, now: datetime) -> str:
    """Say who that is to the service, and when it was written."""
    when = moment_words(version.at, now) if version.at else ""
    role = _(ROLES[version.role]) if version.role in ROLES else ""
    if version.by_id == me_id or not role:
        return when
    return _("{role}, {when}").format(role=role, when=when) if when else role


def keep_words(version: Version, me_id: str) -> str:
    """Say what choosing this version would do."""
    if version.by_id == me_id:
        return _("Keep mine")
    name = first_name(version)
    return _("Keep {name}’s").format(name=name) if name else _("Keep the other one")


def shown_value(found: TwoVersions, value: Any, said: ValueWords) -> str:
    """Say what one version holds."""
    if found.kind is FieldKind.REMOVAL:
        return _("Take it away") if value else _("Keep it")
    return said.say(value)


def compared(found: TwoVersions, version: Version, said: ValueWords) -> Differences:
    """Compare a version with what stood there before, or with the other where nothing did."""
    text = shown_value(found, version.value, said)
    before = shown_value(found, found.before, said)
    if found.kind not in (FieldKind.TEXT, FieldKind.LINE):
        return Differences((Piece(text or _("Nothing"), changed=text != before),))
    if not before.strip():
        other = found.mine if version is found.theirs else found.theirs
        before = shown_value(found, other.value, said)
    if not text:
        return Differences((Piece(_("Nothing"), changed=True),))
    return differences(before, text)


def before_words(connection: Connection, found: TwoVersions, said: ValueWords) -> str:
    """Say what both had seen; for what is to be taken away, what it says."""
    if found.kind is FieldKind.REMOVAL:
        words = row_words(connection, found)
        return _("It says: “{words}”").format(words=words) if words else ""
    words = said.say(found.before)
    if not words:
        return _("Before, nothing was written here.")
    return _("Before: “{words}”").format(words=words)


def row_words(connection: Connection, found: TwoVersions) -> str:
    """Give the words that a row is known by, such as what a decision says."""
    field = _SAYS_MOST.get(found.table)
    if field is None:
        return ""
    row = connection.execute(
        f'select "{field}" from {found.table} where id = ?',  # noqa: S608 - our own schema's names
        (found.row_id,),
    ).fetchone()
    return str(row[0] or "") if row else ""
