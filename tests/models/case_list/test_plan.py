"""What an import would do: children match on the identifier, and what was typed is kept."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.case_list import plan as plans
from models.case_list.case_line import BadLine, CaseLine, Value
from models.case_list.comparing import compare
from models.case_list.known import ON_CHILD, KnownChild
from models.case_list.mapping import ColumnMapping
from models.case_list.plan import ImportPlan, TooManyErrors, plan_import
from models.case_list.records import RawRow
from tests.models.case_list.lists import liquid_list, planned, written

LINE = CaseLine(
    line=2,
    identifier="0042",
    given_name="Kit",
    family_name="Larkhollow",
    born_on=date(2016, 4, 3),
    care_began_on=date(2024, 2, 1),
    legal_status="C1",
    social_worker="Nadia Fern",
    iro="Fern, Nadia",
    last_review_on=date(2026, 2, 12),
    booked_on=date(2026, 6, 9),
)
MAPPING = ColumnMapping(("Person ID",), (("identifier", 0),))


def known_as(line: CaseLine, *typed: str, **others: Value) -> KnownChild:
    """The record as it is after this line was taken."""
    names = (*ON_CHILD, "iro", "told_on", "care_began_on", "care_ended_on", "booked_on")
    values = {name: line.value_of(name) for name in names} | others
    held = (line.last_review_on,) if line.last_review_on else ()
    return KnownChild("c1", values, frozenset(typed), held)


def plan_of(*read: CaseLine | BadLine, **known: KnownChild) -> ImportPlan:
    by_identifier = {name.removeprefix("id"): child for name, child in known.items()}
    return plan_import(
        read, by_identifier, MAPPING, lambda lines: {n: RawRow(n, (str(n),)) for n in lines}
    )


def changed(changes) -> list[str]:  # noqa: ANN001 three kinds of changes, one shape
    return [change.field for change in changes]


def test_a_child_the_record_does_not_know_is_new() -> None:
    assert plan_of(LINE).new == (LINE,)


def test_the_same_line_again_plans_nothing() -> None:
    plan = plan_of(LINE, id0042=known_as(LINE))
    assert plan.does_nothing
    assert (plan.unchanged, plan.updates) == (1, ())


def test_another_identifier_is_another_child_whatever_the_name() -> None:
    plan = plan_of(LINE, id42=known_as(LINE))
    assert plan.new == (LINE,)
    assert plan.not_listed == ("42",)


def test_a_new_social_worker_is_taken_quietly() -> None:
    update = compare(replace(LINE, social_worker="Ola Reed"), known_as(LINE))
    assert (changed(update.quiet), update.look, update.kept) == (["social_worker"], (), ())


@pytest.mark.parametrize(
    "others",
    [
        {"born_on": date(2016, 4, 4)},
        {"legal_status": "C2"},
        {"given_name": "Christopher"},
        {"care_began_on": date(2024, 2, 2)},
        {"care_ended_on": date(2026, 3, 1)},
        {"booked_on": date(2026, 6, 10)},
    ],
)
def test_what_moves_a_clock_or_names_the_child_is_shown_before_it_is_taken(
    others: dict[str, Value],
) -> None:
    update = compare(replace(LINE, **others), known_as(LINE))
    assert (changed(update.look), update.quiet) == (list(others), ())


def test_what_the_iro_typed_is_kept_and_listed() -> None:
    line = replace(LINE, legal_status="C2", social_worker="Ola Reed")
    update = compare(line, known_as(LINE, "legal_status", "social_worker"))
    assert (changed(update.kept), update.quiet, update.look) == (
        ["legal_status", "social_worker"], (), (),
    )  # fmt: skip
    assert plan_of(line, id0042=known_as(LINE, "legal_status", "social_worker")).does_nothing


def test_an_empty_cell_wipes_nothing() -> None:
    line = replace(LINE, social_worker="", legal_status="", booked_on=None, last_review_on=None)
    assert not compare(line, known_as(LINE)).says_anything


def test_a_blank_in_the_record_is_filled_quietly() -> None:
    update = compare(LINE, known_as(LINE, legal_status="", booked_on=None))
    assert changed(update.quiet) == ["legal_status", "booked_on"]


def test_one_iro_written_two_ways_is_no_change() -> None:
    assert not compare(LINE, known_as(LINE, iro="Nadia Fern")).says_anything


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2026, 2, 11), ""),
        (date(2026, 2, 12), ""),
        (date(2026, 3, 12), "kept"),
        (date(2026, 3, 13), "quiet"),
    ],
)
def test_only_a_review_clearly_later_than_the_last_is_another(day: date, place: str) -> None:
    update = compare(replace(LINE, last_review_on=day), known_as(LINE))
    found = [name for name in ("quiet", "look", "kept") if getattr(update, name)]
    assert found == ([place] if place else [])


def test_lines_that_contradict_each_other_come_back_and_equal_ones_are_taken_once() -> None:
    other = replace(LINE, line=9, social_worker="Ola Reed")
    plan = plan_of(LINE, other, replace(LINE, line=12, identifier="7"))
    assert [line.identifier for line in plan.new] == ["7"]
    assert [error.row.line for error in plan.errors] == [2, 9]
    assert "lines 2, 9" in plan.errors[0].faults[0].said()
    assert "“Person ID”" in plan.errors[0].faults[0].said()
    twice = plan_of(LINE, replace(LINE, line=9))
    assert (twice.new, twice.repeated, twice.errors) == ((LINE,), 1, ())


def test_a_child_whose_record_was_taken_off_is_not_brought_back() -> None:
    plan = plan_of(LINE, id0042=replace(known_as(LINE), is_removed=True))
    assert plan.does_nothing
    assert "taken off" in plan.errors[0].faults[0].said()


def test_a_wrong_mapping_is_told_as_one_problem_not_thousands_of_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(plans, "MOST_ERRORS", 3)
    bad = [BadLine(RawRow(line, ("x",)), ()) for line in range(4)]
    with pytest.raises(TooManyErrors):
        plan_of(*bad)


def test_dates_with_the_month_first_warn_of_the_others_in_that_column(tmp_path: Path) -> None:
    _, plan = planned(liquid_list(tmp_path))
    assert [warning.said().split(" (")[0] for warning in plan.warnings] == [
        "“D.O.B.” has dates with the month first"
    ]


def test_what_was_left_out_is_told_with_its_line(tmp_path: Path) -> None:
    lines = ["Person ID,Name,DOB,Became LAC,Placement code",
             "1,Kit,03/04/2016,01/02/2024,U1", "2,Sam,03/04/2016,01/02/2024,Q9",
             "3,Ash,03/04/2016,01/02/2024,U3"]  # fmt: skip
    _, plan = planned(written(tmp_path, lines))
    assert [(line, notice.column) for line, notice in plan.notices] == [(3, "Placement code")]


def test_rows_that_contradict_each_other_come_back_as_they_stand_in_the_file(
    tmp_path: Path,
) -> None:
    lines = ["Person ID,Name,DOB,Became LAC", "1,Kit,03/04/2016,01/02/2024",
             "1,Sam,03/04/2016,01/02/2024"]  # fmt: skip
    _, plan = planned(written(tmp_path, lines))
    assert [error.row.cells[1] for error in plan.errors] == ["Kit", "Sam"]


_TEXTS = st.sampled_from(["", "Ola", "Bea", "Nadia Fern"])
_DAYS = st.dates(date(2024, 2, 1), date(2026, 5, 1))


@given(
    st.builds(
        CaseLine,
        line=st.integers(2, 99),
        identifier=st.sampled_from(["1", "2", "01"]),
        given_name=_TEXTS.filter(bool),
        born_on=st.just(date(2016, 4, 3)),
        care_began_on=_DAYS,
        social_worker=_TEXTS,
        iro=_TEXTS,
        last_review_on=st.none() | _DAYS,
        booked_on=st.none() | _DAYS,
    )
)
def test_importing_twice_changes_nothing(line: CaseLine) -> None:
    assert not compare(line, known_as(line)).says_anything


def test_a_list_without_last_reviews_warns_of_what_the_clocks_count_from(tmp_path: Path) -> None:
    lines = ["Person ID,Name,DOB,Became LAC", "1,Kit,03/04/2016,01/02/2024"]
    path = written(tmp_path, lines)
    _, plan = planned(path)
    assert "counted from the day care began" in plan.warnings[0].said()
    _, second = planned(path, {"1": known_as(plan.new[0])})
    assert second.warnings == ()
