"""A young adult is told of money, home and the plan for 18, where the record has them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from letters.bands import Band
from models.review_sheet import FactOnSheet
from models.rules.legal_status import LEGAL_STATUSES
from tests.letters import sheets
from tests.letters.in_band import letter_in
from tests.letters.on_sheet import REVIEW
from tests.letters.said import words


def fact(key: str, **given: Any) -> FactOnSheet:
    fields: dict[str, Any] = {"words": "", "day": None, "choice": "", **given}
    return FactOnSheet(id=f"f-{key}", review_id=REVIEW, fact=key, **fields)


def test_facts_are_told_in_a_fixed_order_and_only_to_a_young_adult() -> None:
    facts = (
        fact("savings", words="A Junior ISA."),
        fact("bank_account", choice="no"),
        fact("personal_adviser", words="Devon Larkmoor"),
        fact("staying_put", choice="arranged"),
        fact("pathway_assessment", day=date(2026, 9, 1)),
        fact("dentist", day=date(2026, 9, 1)),
        fact("work", words=" "),
    )
    assert words(letter_in(Band.D, facts=facts), "L10a") == [
        "Your personal adviser: Devon Larkmoor",
        "The check of what you need for your pathway plan was on Tuesday 1 September.",
        "You can stay with your carers after you are 18. That is arranged.",
        "Your savings: A Junior ISA.",
        "You do not have a bank account yet.",
    ]
    assert letter_in(Band.C, facts=facts).block("L10a") is None


def test_without_such_facts_there_is_no_such_section() -> None:
    assert letter_in(Band.D, facts=(fact("dentist", words="x"),)).block("L10a") is None


def test_a_check_still_to_come_is_told_as_such() -> None:
    found = letter_in(Band.D, facts=(fact("pathway_assessment", day=date(2026, 12, 1)),))
    assert words(found, "L10a") == [
        "The check of what you need for your pathway plan is on Tuesday 1 December."
    ]


_CAME = {Band.D: "lived there since", Band.U: "came to live there on"}


@pytest.mark.parametrize("code", LEGAL_STATUSES)
def test_each_legal_status_is_told_in_words(code: str) -> None:
    child = replace(sheets.SAM, legal_status=code)
    for band in (Band.D, Band.U):
        told = words(letter_in(band, child=child), "L10")
        assert len(told) == 4
        assert told[1].endswith(f"{_CAME[band]} 1 August 2025.")
        assert told[3].endswith("so since 2 October 2025.")


def test_a_status_that_is_not_known_or_not_yet_begun_is_not_told() -> None:
    unknown = replace(sheets.SAM, legal_status="", lives_there_since=None)
    assert len(words(letter_in(Band.D, child=unknown), "L10")) == 1
    later = replace(sheets.SAM, legal_status_from=date(2027, 1, 1))
    assert len(words(letter_in(Band.D, child=later), "L10")) == 2
    undated = replace(sheets.SAM, legal_status_from=None, lives_there_since=date(2026, 11, 13))
    assert len(words(letter_in(Band.D, child=undated), "L10")) == 2
    assert words(letter_in(Band.D, legal_line="A judge decided this."), "L10")[2:] == [
        "A judge decided this."
    ]
