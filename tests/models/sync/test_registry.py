"""Every field that is shared has its rule, and says who reads and who writes it."""

import pytest
from sqlalchemy import Column, String, inspect

from models.every_record import SHARED
from models.record import MergeRule, Shared
from models.sync.registry import (
    CHAIRS,
    MANAGER,
    NOT_SHARED,
    ROLES,
    SELF,
    STEWARD,
    SUPPORT,
    FieldKind,
    NoRule,
    RegistryLine,
    registry,
    rule_of,
)
from models.sync.support_reach import SUPPORT_READS, WHOLE
from tests.shared_council import SharedCouncil

LINES = {(line.table, line.field): line for line in registry()}


def _of(table: str) -> list[RegistryLine]:
    return [line for line in registry() if line.table == table]


def test_every_column_of_every_shared_kind_has_a_rule() -> None:
    of_the_row = set(Shared.__annotations__) - {"removed_at", "removed_by"}
    for kind in SHARED:
        table = str(inspect(kind).local_table)
        for attribute in inspect(kind).column_attrs:
            rule = rule_of(table, attribute.key, attribute.columns[0])
            is_shared = rule not in NOT_SHARED and attribute.key not in of_the_row
            assert ((table, attribute.key) in LINES) == is_shared


def test_a_column_without_a_rule_is_a_fault() -> None:
    with pytest.raises(NoRule):
        rule_of("note", "words", Column("words", String))


def test_every_kind_can_be_removed_and_no_field_is_listed_twice() -> None:
    assert len(LINES) == len(registry())
    for kind in SHARED:
        assert LINES[str(inspect(kind).local_table), "removed_at"].merge_rule is MergeRule.EXACT


def test_the_roles_are_known_and_a_steward_reads_and_writes_nothing() -> None:
    for line in registry():
        assert {*line.read_by, *line.write_by} <= {*ROLES, SELF} - {STEWARD}, line


def test_whoever_writes_a_field_may_read_it() -> None:
    for line in registry():
        assert set(line.write_by) - {SELF} <= set(line.read_by), line


def test_only_a_manager_sets_what_the_council_sets() -> None:
    for line in registry():
        if line.merge_rule is MergeRule.REFERENCE:
            assert line.write_by == (MANAGER,), line


def test_business_support_writes_bookings_and_people_and_nothing_of_what_was_said() -> None:
    written = {key for key, line in LINES.items() if SUPPORT in line.write_by}
    assert {field for table, field in written if table == "review"} == {
        "booked_on", "booked_time", "place", "mode"}  # fmt: skip
    assert {field for table, field in written if table == "child"} == {"social_worker", "team"}
    assert {table for table, _ in written} == {
        "review", "person", "attendance", "child", "rearranged", "conflict", "milestone",
        "delivery", "convening", "invitation", "returned_form"}  # fmt: skip
    wholly = [*_of("rearranged"), *_of("delivery"), *_of("invitation"), *_of("returned_form")]
    assert all(SUPPORT in line.write_by for line in wholly)
    assert {line.field for line in _of("person") if SUPPORT not in line.write_by} == {
        "known_as", "restriction_kinds", "address_kinds"}  # fmt: skip


def test_what_business_support_reads_is_named_field_by_field_with_a_reason() -> None:
    for table, fields in SUPPORT_READS.items():
        assert all(why.strip() for why in fields.values()), table
        named = set(fields) - {WHOLE}
        assert named <= {line.field for line in _of(table)}, table
    read = {(line.table, line.field) for line in registry() if SUPPORT in line.read_by}
    named_reads = {(table, field) for table, fields in SUPPORT_READS.items() for field in fields}
    assert {table for table, _ in read} == set(SUPPORT_READS)
    assert all(
        key in named_reads or (key[0], WHOLE) in named_reads or key[1].startswith("removed_")
        for key in read
    )


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("child", ("legal_status", "plan", "what_helps", "letter_wishes", "lives_with", "school")),
        ("review", ("warm_line", "iro_view", "legal_line", "permanence_plan", "late_why",
                    "child_feedback", "gaps_why", "tell_words")),
        ("attendance", ("views", "attended", "part", "sent_views")),
        ("sitting", ("reason", "again_why", "came")),
        ("person", ("known_as",)),
        ("paper_copy", ("reason", "left_out", "document_id", "letter_id")),
    ],
)  # fmt: skip
def test_business_support_does_not_read_the_record(table: str, fields: tuple[str, ...]) -> None:
    for field in fields:
        assert LINES[table, field].read_by == CHAIRS, field


def test_business_support_makes_no_copy_and_changes_none() -> None:
    assert not [line for line in _of("paper_copy") if SUPPORT in line.write_by]


@pytest.mark.parametrize(
    "table",
    ["note", "wish", "scale_answer", "participation", "drawing", "dispute", "child_letter",
     "letter_line", "step_fact", "matter_considered", "consultation", "plain_word", "decision",
     "decision_progress", "document", "protected_fact", "restriction", "recipient",
     "copy_change", "disclosure_answer", "manager_reply", "decision_change"],
)  # fmt: skip
def test_business_support_does_not_read_what_was_said_decided_or_protected(table: str) -> None:
    assert all(set(line.read_by) == set(CHAIRS) for line in _of(table))


def test_a_conflict_is_made_by_the_database_and_settled_by_people() -> None:
    assert {line.field for line in _of("conflict") if line.write_by} == {
        "outcome", "settled_by", "settled_at"}  # fmt: skip


def test_members_of_staff_write_of_themselves_and_the_council_names_them() -> None:
    assert LINES["staff_member", "about_me"].write_by == (SELF,)
    assert LINES["staff_member", "name"].write_by == (MANAGER,)
    assert LINES["letter_template", "key"].write_by == (MANAGER,)
    assert LINES["letter_picture", "says"].write_by == (*CHAIRS, SELF)


def test_words_are_known_from_the_rest_and_have_their_length() -> None:
    assert (LINES["note", "words"].is_text, LINES["note", "words"].max_length) == (True, None)
    assert LINES["child", "given_name"].max_length == 100
    assert LINES["note", "review_id"].max_length == 36
    assert not LINES["review", "held_on"].is_text and not LINES["sitting", "came"].is_text


def test_every_field_has_the_kind_of_its_column() -> None:
    kinds = {
        ("child", "born_on"): "date", ("review", "finished_at"): "moment",
        ("review", "number"): "integer", ("scale_answer", "number"): "number",
        ("sitting", "adjourned"): "boolean", ("sitting", "came"): "list",
        ("conflict", "mine"): "json", ("note", "words"): "text",
    }  # fmt: skip
    assert {place: LINES[place].kind.value for place in kinds} == kinds


def test_an_issued_paper_is_never_taken_away_and_its_digest_is_set_once() -> None:
    assert LINES["document", "removed_at"].write_by == ()
    assert {line.field for line in registry() if line.once} == {
        "digest", "removed_at", "removed_by"}  # fmt: skip
    assert {line.table for line in registry() if line.once} == {"document", "paper_copy"}


def test_the_shared_database_has_the_same_register(council: SharedCouncil) -> None:
    rows = council.admin.execute(
        "SELECT table_name, field, merge_rule, kind, max_length, once, read_by, write_by,"
        " schema_v"
        " FROM waymark.registry"
    ).fetchall()
    found = {
        RegistryLine(
            *row[:2],
            MergeRule(row[2]),
            FieldKind(row[3]),
            *row[4:6],
            tuple(row[6]),
            tuple(row[7]),
            row[8],
        )
        for row in rows
    }
    assert found == set(registry())
