"""When somebody is reminded, how often, and when it goes on to somebody else."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.rules import timescales
from models.rules.reminders import (
    FORMS_BACK,
    HANDED_BACK,
    IRO,
    MANAGER,
    NO_DATE,
    ROLE_NAMES,
    RULES,
    SUPPORT,
    change_of,
    rules_with,
    stands,
)
from models.rules.working_days import WorkingDays
from models.sync import roles

CALENDAR = WorkingDays.of_england_and_wales()
LIST = RULES[timescales.INVITATION_LIST.id]
DUE = date(2026, 11, 13)  # a Friday


@pytest.mark.parametrize(
    ("today", "number", "is_late", "has_gone_on"),
    [
        (date(2026, 11, 4), 0, False, False),
        (date(2026, 11, 5), 1, False, False),  # six working days before
        (date(2026, 11, 9), 1, False, False),
        (date(2026, 11, 10), 2, False, False),  # three after the first
        (date(2026, 11, 13), 2, False, True),  # and three after the second
        (date(2026, 11, 16), 2, True, True),
    ],
)
def test_two_reminders_and_then_it_goes_on(
    today: date, number: int, is_late: bool, has_gone_on: bool
) -> None:
    found = stands(LIST, DUE, today, CALENDAR)
    told = (found.number, found.is_late, found.has_gone_on) if found else (0, False, False)
    assert told == (number, is_late, has_gone_on)


def test_a_council_changes_one_rule_and_the_others_stay() -> None:
    rules = rules_with({LIST.clock: {"days_before": 10, "most": 3, "escalates_to": "manager"}})
    changed = rules[LIST.clock]
    assert (changed.days_before, changed.most, changed.escalates_to) == (10, 3, MANAGER)
    assert changed.again_after == LIST.again_after
    assert {key: rule for key, rule in rules.items() if key != LIST.clock} == {
        key: rule for key, rule in RULES.items() if key != LIST.clock
    }


def test_no_reminder_at_all_is_a_choice() -> None:
    assert stands(rules_with({"T22": {"most": 0}})["T22"], DUE, DUE, CALENDAR) is None


@given(st.dictionaries(st.sampled_from([*RULES, "nothing"]), st.one_of(
    st.none(), st.text(max_size=3), st.dictionaries(
        st.sampled_from(["to", "days_before", "again_after", "most", "escalates_to"]),
        st.one_of(st.integers(), st.text(max_size=5), st.booleans(), st.none(),
                  st.sampled_from(["iro", "manager"])),
    ))))  # fmt: skip
@settings(max_examples=50, deadline=None)
def test_whatever_a_council_s_row_holds_the_rules_can_be_used(changes: dict[str, object]) -> None:
    for rule in rules_with(changes).values():
        assert rule.to in ROLE_NAMES
        assert rule.again_after >= 1
        for days in (-40, 0, 40):
            stands(rule, DUE, DUE + timedelta(days=days), CALENDAR)


def test_a_change_is_kept_and_read_back_as_it_was() -> None:
    for rule in RULES.values():
        assert rules_with({rule.clock: change_of(rule)})[rule.clock] == rule


def test_every_clock_that_the_service_is_reminded_of_has_its_rule() -> None:
    assert set(RULES) == {
        "T02", NO_DATE, "T22", HANDED_BACK, "T24", "T23", FORMS_BACK, "T25", "T31", "T32", "T33",
        "T35", "T36", "T37",
    }  # fmt: skip


def test_roles_are_those_of_the_shared_database() -> None:
    assert {IRO, MANAGER, SUPPORT} == set(ROLE_NAMES)
    assert (IRO, MANAGER, SUPPORT) == (roles.IRO, roles.MANAGER, roles.SUPPORT)
