"""Two versions of a field: read with whose they are, settled by who chairs, and taken back."""

import json
from datetime import date
from typing import Any  # a field may hold any JSON value

import pytest

from models.child import Child
from models.conflict import Conflict, Settlement
from models.database import Database
from models.editing import find, put
from models.every_record import BY_TABLE, SHARED
from models.open_review import OpenReview
from models.record import MergeRule
from models.rules.working_days import WorkingDays
from models.sync.field_words import FIELDS, THINGS, field_words
from models.sync.settling import (
    ChangedSinceSettling,
    NothingToKeep,
    NotYoursToSettle,
    SettledAlready,
    can_be_joined,
    joined,
    settle,
    undo_settling,
)
from models.sync.two_versions import FieldKind, kind_of_field, needs_you, open_conflicts
from tests.sample import Sample, calendar
from tests.two_versions import RUTH, keep_two, know_ruth

Sam = tuple[Database, Sample]
BEFORE = "Find out if Sam can sleep over, by 4 December."
THEIRS = "Find out if Sam can sleep over every other Saturday, by 11 December."
MINE = "Find out if Sam can sleep over for one night, by 4 December."
SETTLED_BY_HAND = (MergeRule.TEXT, MergeRule.CHOICE, MergeRule.DECISION, MergeRule.MEMBER)


@pytest.fixture(scope="module")
def days() -> WorkingDays:
    return calendar()


def _decision(database: Database, made: Sample, **fields: Any) -> str:
    with database.saving(made.iro_id) as session:
        return OpenReview(session, made.review_id).decide(BEFORE, **fields)


def _two(database: Database, made: Sample) -> tuple[str, tuple[str, str, str]]:
    place = ("decision", _decision(database, made), "what")
    return keep_two(database, made, place, (BEFORE, THEIRS, MINE)), place


def _cell(database: Database, place: tuple[str, str, str], column: str = "") -> Any:
    table, row_id, field = place
    with database.reading() as connection:
        row = connection.execute(
            f'select "{column or field}" from {table} where id = ?',  # noqa: S608 - a test
            (row_id,),
        ).fetchone()
    return row[0]


def test_every_field_that_is_shared_has_a_name_on_the_screen() -> None:
    lacking = []
    for kind in SHARED:
        for field in kind.__mapper__.column_attrs:
            rule = field.columns[0].info["merge"]
            asked = rule in SETTLED_BY_HAND or field.key in getattr(kind, "TYPED", ())
            if asked and field.key not in FIELDS.get(kind.__tablename__, {}):
                lacking.append(f"{kind.__tablename__}.{field.key}")
    assert not lacking
    assert field_words("note", "removed_at") == "taken away or not"
    assert set(THINGS) == set(BY_TABLE)
    assert all(hasattr(BY_TABLE[table], field) for table in FIELDS for field in FIELDS[table])


def test_what_needs_me_says_whose_it_is_and_what_both_wrote(sam: Sam) -> None:
    database, made = sam
    conflict_id, place = _two(database, made)
    with database.reading() as connection:
        (found,) = needs_you(connection)
        assert open_conflicts(connection, review_id="another") == ()
    assert (found.id, found.table, found.row_id) == (conflict_id, "decision", place[1])
    assert (found.review_number, found.number, found.child_called) == (3, 1, "Sam")
    assert (found.before, found.theirs.value, found.mine.value) == (BEFORE, THEIRS, MINE)
    assert (found.theirs.by_name, found.theirs.role) == ("Ruth Pellworth", "manager")
    assert found.version_of(made.iro_id) == found.mine


def test_what_stands_in_the_record_is_shown_though_it_was_changed_once_more(sam: Sam) -> None:
    database, made = sam
    _conflict, place = _two(database, made)
    with database.saving(made.iro_id) as session:
        put(session, *place, "Something newer.")
    with database.reading() as connection:
        (found,) = needs_you(connection)
    assert (found.theirs.value, found.theirs.by_id) == ("Something newer.", made.iro_id)


@pytest.mark.parametrize(
    ("outcome", "value"),
    [("theirs", THEIRS), ("mine", MINE), ("both", f"{THEIRS}\n{MINE}"), ("new", "One night.")],
)
def test_a_choice_is_an_edit_of_the_field_whose_base_is_what_was_shown(
    sam: Sam, days: WorkingDays, outcome: str, value: str
) -> None:
    database, made = sam
    conflict_id, place = _two(database, made)
    with database.saving(made.iro_id) as session:
        settle(session, conflict_id, outcome, value, days)
    assert _cell(database, place) == value
    pending = json.loads(_cell(database, place, "pending"))
    expected = {} if outcome == "theirs" else {"what": {"base": THEIRS, "new": value}}
    assert {f: {k: p[k] for k in ("base", "new")} for f, p in pending.items()} == expected
    at = ("conflict", conflict_id, "outcome")
    assert (_cell(database, at), _cell(database, at, "settled_by")) == (outcome, made.iro_id)
    with database.reading() as connection:
        assert needs_you(connection) == ()


def test_a_choice_can_be_taken_back(sam: Sam, days: WorkingDays) -> None:
    database, made = sam
    conflict_id, place = _two(database, made)
    with database.saving(made.iro_id) as session:
        settled = settle(session, conflict_id, "mine", MINE, days)
    with database.saving(made.iro_id) as session:
        undo_settling(session, settled, days)
    assert _cell(database, place) == THEIRS
    with database.reading() as connection:
        assert [each.id for each in needs_you(connection)] == [conflict_id]


def test_a_choice_is_not_taken_back_once_the_words_went_on(sam: Sam, days: WorkingDays) -> None:
    database, made = sam
    conflict_id, place = _two(database, made)
    with database.saving(made.iro_id) as session:
        settled = settle(session, conflict_id, "mine", MINE, days)
        put(session, *place, "And then this.")
    with pytest.raises(ChangedSinceSettling), database.saving(made.iro_id) as session:
        undo_settling(session, settled, days)
    assert _cell(database, place) == "And then this."


def test_a_choice_that_was_made_elsewhere_is_not_made_again(sam: Sam, days: WorkingDays) -> None:
    database, made = sam
    conflict_id, place = _two(database, made)
    with database.saving(made.iro_id) as session:
        settle(session, conflict_id, "theirs", THEIRS, days)
    with pytest.raises(SettledAlready), database.saving(made.iro_id) as session:
        settle(session, conflict_id, "mine", MINE, days)
    assert _cell(database, place) == THEIRS


def test_only_who_chairs_or_a_manager_settles(sam: Sam, days: WorkingDays) -> None:
    database, made = sam
    conflict_id, place = _two(database, made)
    with pytest.raises(NotYoursToSettle), database.saving("somebody else") as session:
        settle(session, conflict_id, "mine", MINE, days)
    assert _cell(database, place) == THEIRS
    with database.saving(RUTH) as session:  # she manages
        settle(session, conflict_id, "theirs", THEIRS, days)


def test_words_that_may_not_be_empty_are_not_settled_with_nothing(
    sam: Sam, days: WorkingDays
) -> None:
    database, made = sam
    conflict_id, place = _two(database, made)
    with pytest.raises(NothingToKeep), database.saving(made.iro_id) as session:
        settle(session, conflict_id, "new", "  ", days)
    assert _cell(database, place) == THEIRS


def test_a_day_is_settled_as_a_day(sam: Sam, days: WorkingDays) -> None:
    database, made = sam
    place = ("decision", _decision(database, made, by_when=date(2026, 12, 1)), "by_when")
    versions = ("2026-12-01", "2026-12-11", "2026-12-04")
    conflict_id = keep_two(database, made, place, versions)
    with database.saving(made.iro_id) as session:
        settle(session, conflict_id, "mine", "2026-12-04", days)
        assert find(session, *place[:2]).by_when == date(2026, 12, 4)  # type: ignore[attr-defined]


def test_a_day_that_others_rest_on_is_counted_on(sam: Sam, days: WorkingDays) -> None:
    database, made = sam
    with database.reading() as connection:
        row = connection.execute("select id from care_period").fetchone()
        due_before = connection.execute("select review_due_on from child").fetchone()
    place = ("review", made.earlier_review_id, "held_on")
    conflict_id = keep_two(database, made, place, ("2026-02-16", "2026-02-16", "2026-02-10"))
    with database.saving(made.iro_id) as session:
        settle(session, conflict_id, "mine", "2026-02-10", days)
        child = session.get(Child, made.child_id)
        assert child is not None and row is not None
        assert child.last_reviewed_on == date(2026, 2, 10)
        assert str(child.review_due_on) != due_before[0]


@pytest.mark.parametrize("away", [True, False])
def test_taking_away_what_another_changed_is_asked(
    sam: Sam, days: WorkingDays, away: bool
) -> None:
    database, made = sam
    place = ("decision", _decision(database, made), "removed_at")
    conflict_id = keep_two(database, made, place, (None, None, "2026-08-12T14:00:00+00:00"))
    with database.reading() as connection:
        assert [each.kind for each in needs_you(connection)] == [FieldKind.REMOVAL]
    with database.saving(made.iro_id) as session:
        settled = settle(session, conflict_id, "mine" if away else "theirs", away, days)
    assert (_cell(database, place) is not None) is away
    with database.saving(made.iro_id) as session:
        undo_settling(session, settled, days)
    assert _cell(database, place) is None


def test_words_for_what_was_taken_away_bring_it_back_only_when_chosen(
    sam: Sam, days: WorkingDays
) -> None:
    database, made = sam
    conflict_id, place = _two(database, made)
    with database.saving(RUTH) as session:
        find(session, *place[:2]).remove(RUTH, session.info["at"])
    with database.reading() as connection:
        assert needs_you(connection)[0].is_removed
    with database.saving(made.iro_id) as session:
        settled = settle(session, conflict_id, "mine", MINE, days)
    assert (_cell(database, place), _cell(database, place, "removed_at")) == (MINE, None)
    with database.saving(made.iro_id) as session:
        undo_settling(session, settled, days)
    assert _cell(database, place, "removed_at") is not None


def test_what_belongs_to_no_child_is_settled_by_a_manager_or_who_it_is_about(
    sam: Sam, days: WorkingDays
) -> None:
    database, made = sam
    know_ruth(database, made, role="iro")
    place = ("staff_member", made.iro_id, "about_me")
    conflict_id = keep_two(database, made, place, ("", "I ride", "I sing"), review_id="")
    with pytest.raises(NotYoursToSettle), database.saving(RUTH) as session:
        settle(session, conflict_id, "mine", "I sing", days)
    with database.saving(made.iro_id) as session:
        settle(session, conflict_id, "both", "I ride\nI sing", days)
        assert session.get(Conflict, conflict_id).outcome == Settlement.BOTH  # type: ignore[union-attr]


def test_both_are_joined_as_the_field_can_hold_them() -> None:
    assert joined(FieldKind.TEXT, "one", "two") == "one\ntwo"
    assert joined(FieldKind.TEXT, "one", "one") == "one"
    assert joined(FieldKind.LINE, "Alma", "") == "Alma"
    assert joined(FieldKind.NAMES, ["b", "a"], ["c", "a"]) == ["a", "b", "c"]
    assert not can_be_joined(FieldKind.DAY)


def test_each_field_says_what_it_holds() -> None:
    kinds = {
        ("decision", "what"): FieldKind.TEXT,
        ("decision", "who"): FieldKind.LINE,
        ("decision", "by_when"): FieldKind.DAY,
        ("decision", "number"): FieldKind.NUMBER,
        ("decision", "in_letter"): FieldKind.TICK,
        ("decision", "life_area"): FieldKind.CODE,
        ("decision", "goal_id"): FieldKind.ROW,
        ("review", "booked_time"): FieldKind.TIME,
        ("sitting", "came"): FieldKind.NAMES,
        ("note", "removed_at"): FieldKind.REMOVAL,
    }
    assert {place: kind_of_field(*place) for place in kinds} == kinds
