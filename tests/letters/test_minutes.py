"""The minutes: what a record must hold, and what those who share it may not read."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from letters import minutes
from letters.correction import Correction
from letters.minutes_form import Minutes, SubHeading
from letters.wording import wording
from letters.words_of import words_of
from models.review_sheet import SittingOnSheet, StepMarkOnSheet
from tests.letters import sheets
from tests.letters.papers_expected import record


def words(found: Minutes, key: str) -> list[str]:
    """Give the paragraphs of one section."""
    section = next(section for section in found.sections if section.key == key)
    return [paragraph.text for paragraph in section.every_paragraph()]


def all_words(**changes: Any) -> str:
    return words_of(record(sheets.full(**changes)))


def facts(found: Minutes) -> dict[str, str]:
    return {fact.label: fact.words.text for column in found.facts for fact in column}


def test_a_full_review_makes_minutes_that_lack_nothing() -> None:
    found = record(sheets.full())
    assert found.missing == ()
    assert [section.key for section in found.sections] == [
        "voice", "people", "since", "worry", "going_well", "next", "scales", "decisions",
        "plan", "view", "rights", "considered", "next_review", "control",
    ]  # fmt: skip
    assert found.sections[0].heading == "1. Sam’s voice"


def test_what_is_restricted_or_private_is_left_out_and_not_betrayed() -> None:
    secret = sheets.decision(2, "SECRETDECISION", "X", None, restricted=True, id="d-s")
    decisions = (sheets.DECISIONS[0], secret, sheets.DECISIONS[2])
    old = sheets.decision(3, "SECRETOLD", "X", None, restricted=True, id="e-s")
    sheet = sheets.full(decisions=decisions, earlier_decisions=(old,))
    found = record(sheet)
    assert found.left_out == ("w-5", "n-4", "d-s", "e-s")
    said = words_of(found)
    assert "SECRET" not in said
    assert "left out" not in said.lower()
    assert [line for line in words(found, "decisions") if line in {"1", "2", "3"}] == ["1", "2"]


def test_a_part_of_life_with_only_restricted_notes_has_no_heading() -> None:
    secret = sheets.note("n", "worry", "SECRET", life_area="money", restricted=True)
    found = record(sheets.full(notes=(*sheets.NOTES, secret)))
    headings = [
        part.words for section in found.sections for part in section.parts
        if isinstance(part, SubHeading)
    ]  # fmt: skip
    assert "Money" not in headings
    assert "Learning" in headings


def test_notes_without_a_part_of_life_come_last() -> None:
    loose = sheets.note("n", "worry", "Something else", life_area="")
    found = all_words(notes=(loose, *sheets.NOTES))
    assert found.index("bedtimes slip") < found.index("Other matters") < found.index(loose.words)
    assert "Other matters" not in all_words(notes=(loose,))


def test_the_facts_are_those_of_the_child() -> None:
    assert facts(record(sheets.full())) == {
        "Born": "14 March 2016 (10 years)",
        "In care since": "24 July 2025",
        "Legal status": "Full care order (C2), since 2 October 2025",
        "Home": "Jo and Dele Brambleden, foster carers, since 1 August 2025",
        "Kind of review": "Later review",
        "Due by": "14 November 2026, in time",
        "Next review": "12 May 2027",
        "Took part": "PN1: Came and spoke",
        "Held": "in person",
        "Chair": "Nadia Thistlemere",
        "Social worker": "Samir Oakenshaw",
        "Version": "1",
        "Case number": "WR-20417",
    }


def test_facts_that_are_not_known_are_not_made_up() -> None:
    child = replace(
        sheets.SAM, lives_with="", social_worker="", identifier="", legal_status_from=None
    )
    found = facts(record(sheets.full(child=child, mode="", next_review_on=None)))
    assert set(found) == {
        "Born", "In care since", "Legal status", "Kind of review", "Due by", "Took part",
        "Chair", "Version",
    }  # fmt: skip
    assert found["Legal status"] == "Full care order (C2)"
    home = replace(sheets.SAM, lives_there_since=None)
    assert facts(record(sheets.full(child=home)))["Home"].endswith("foster carers")


def test_a_child_of_one_is_one_year_old() -> None:
    baby = replace(sheets.SAM, born_on=date(2025, 11, 1))
    assert facts(record(sheets.full(child=baby)))["Born"] == "1 November 2025 (1 year)"


def sitting(number: int, **given: Any) -> SittingOnSheet:
    fields: dict[str, Any] = {
        "held_on": date(2026, 11, 11 + number), "began_at": "10:00", "ended_at": "10:50",
        "place": "at school", "adjourned": False, "reason": "", **given,
    }  # fmt: skip
    return SittingOnSheet(f"s-{number}", number, **fields)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Review 4, Thursday 12 November 2026, 10:00am to 10:50am, at school"),
        ({"ended_at": ""}, "Review 4, Thursday 12 November 2026, from 10:00am, at school"),
        ({"began_at": "", "place": ""}, "Review 4, Thursday 12 November 2026"),
    ],
)
def test_the_day_and_place_stand_below_the_title(given: dict[str, Any], said: str) -> None:
    assert record(sheets.full(sittings=(sitting(1, **given),))).subtitle == said


def test_a_review_in_parts_names_each_and_why_it_was_adjourned() -> None:
    parts = (sitting(1, adjourned=True, reason="There was no plan."), sitting(2))
    found = record(sheets.full(sittings=parts))
    assert found.subtitle == "Review 4, in 2 parts, from 12 November 2026 to 13 November 2026"
    said = words(found, "control")
    assert any(line.startswith("Part 1: Thursday 12 November 2026") for line in said)
    assert any(line.endswith("because: There was no plan.") for line in said)
    assert any(line.startswith("Part 2: Friday 13 November 2026") for line in said)
    assert "Part 1" not in all_words()


def test_a_review_that_has_not_begun_has_only_its_number() -> None:
    assert record(sheets.empty()).subtitle == "Review 4"


VOICES = [
    ({}, "“Hello” (said in the meeting)"),
    ({"way": "wrote", "heard_on": date(2026, 11, 9)},
     "“Hello” (wrote or sent it, 9 November 2026)"),
    ({"way": "told_someone", "heard_by": "Jo"}, "“Hello” (told someone else; heard by Jo)"),
    ({"way": "told_me", "heard_by": "Jo", "heard_on": date(2026, 11, 9)},
     "“Hello” (told the chair before; heard by Jo, 9 November 2026)"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "said"), VOICES)
def test_the_childs_words_stand_with_how_they_came(given: dict[str, Any], said: str) -> None:
    told = sheets.wish("w", "Hello", **given)
    assert words(record(sheets.full(wishes=(told,))), "voice")[0] == said


def test_without_the_childs_words_it_says_how_they_were_asked_for() -> None:
    found = record(sheets.full(wishes=(), no_words_why="Rang twice."))
    assert words(found, "voice")[0] == "Rang twice."


SEEN = [
    ({"seen_alone": "yes", "seen_alone_on": None}, "The chair saw Sam alone."),
    ({"seen_alone": "declined"}, "Sam chose not to see the chair alone."),
    ({"seen_alone": "no"}, "The chair did not see Sam alone."),
    ({"seen_alone": "not_right"},
     "The chair did not see Sam alone: it was not right for their age."),
    ({"seen_alone": "no", "seen_alone_why": "Unwell."},
     "The chair did not see Sam alone: Unwell."),
]  # fmt: skip


@pytest.mark.parametrize(("given", "said"), SEEN)
def test_it_says_whether_the_child_was_seen_alone(given: dict[str, Any], said: str) -> None:
    told = replace(sheets.PARTICIPATION, **given)
    assert said in words(record(sheets.full(participation=told)), "voice")


def test_why_no_views_came_is_said() -> None:
    told = replace(
        sheets.PARTICIPATION, suggested_code="PN7", pn7_reason="illness", was_there="no"
    )
    found = words(record(sheets.full(participation=told)), "voice")
    assert "Why no views reached the review: Illness." in found


HOW = [
    ({"attended": "in_room"}, "In the room."),
    ({"attended": "video", "part": "the last half"}, "By video: the last half"),
    ({"attended": "no", "apologies": True, "consulted": False}, "Asked to come. Sent apologies."),
    ({"attended": "no", "consulted": False}, "Asked to come. Not there."),
    ({"attended": "", "sent_views": True}, "Asked to come. Asked for their views. Sent views."),
    ({"attended": "no", "invited": False, "not_invited_why": "Not safe.", "consulted": False},
     "Not asked to come: Not safe. Not there."),
]  # fmt: skip


@pytest.mark.parametrize(("given", "said"), HOW)
def test_it_says_how_each_person_took_part(given: dict[str, Any], said: str) -> None:
    attended = given.pop("attended")
    part = sheets.attendance("p-jo", attended, **given)
    assert f"Jo Brambleden | foster carer | {said}\n" in all_words(attendances=(part,))


def test_someone_not_asked_needs_a_reason() -> None:
    part = sheets.attendance("p-jo", "no", invited=False)
    missing = record(sheets.full(attendances=(part,))).missing
    assert [each.field for each in missing] == ["not_invited_why"]


def test_someone_whose_role_is_not_known_has_none() -> None:
    people = (sheets.person("p", "Ann", "", "other"), sheets.person("q", "Bo", "", "of later"))
    parts = (sheets.attendance("p"), sheets.attendance("q"))
    found = all_words(people=people, attendances=parts)
    assert "Ann |  | In the room." in found
    assert "Bo |  | In the room." in found


def test_a_first_review_has_no_last_time() -> None:
    sheet = sheets.full(earlier_reviews=(), earlier_decisions=(), progress=())
    assert "since" not in [section.key for section in record(sheet).sections]


def test_earlier_decisions_without_a_known_review_are_still_told() -> None:
    found = record(sheets.full(earlier_reviews=()))
    assert found.sections[2].heading == "3. Since the last review"


def test_nothing_open_from_before_is_said() -> None:
    found = record(sheets.full(earlier_decisions=(), progress=()))
    assert words(found, "since") == ["No decisions were open from before."]


def test_an_earlier_decision_that_nobody_spoke_of_is_missing() -> None:
    old = replace(sheets.full().earlier_decisions[0], by_when=None)
    found = record(sheets.full(earlier_decisions=(old,), progress=()))
    assert [each.table for each in found.missing] == ["decision_progress"]
    assert "Say what became of this" in words(found, "since")
    assert "Not recorded." in words_of(found)


def test_every_number_stands_with_whose_it_is_and_what_it_was() -> None:
    answers = (
        *sheets.full().scale_answers,
        sheets.scale_answer("x", 3, who="Mr Lark", scale="permanence"),
        sheets.scale_answer("y", None, who="Ann", scale="own wording", answered="not_asked"),
    )
    found = all_words(scale_answers=answers)
    assert (
        "Samantha Larkhollow | 6 | Because I don’t know yet. | if I knew I was staying | " in found
    )
    assert "5: 14 May 2026" in found
    assert "Bea Larkhollow | would rather not say" in found
    assert "Permanence\n0 means: nobody knows where Sam will grow up." in found
    assert "Mr Lark | 3" in found
    assert "Ann | not asked" in found


def test_decisions_are_what_why_who_by_when_and_how_we_will_know() -> None:
    found = all_words()
    assert (
        "1 | Present Sam’s plan to the permanence panel, so that Jo and Dele’s is agreed as her "
        "home until she is grown up Why: Sam has waited since May for an answer. | Samir "
        "Oakenshaw, social worker | Fri 29 Jan 2027 | Sam hears the answer"
    ) in found


def test_a_decision_without_a_person_or_a_day_is_missing_both() -> None:
    loose = sheets.decision(1, "Find a club", "", None)
    named = sheets.decision(2, "Ring", "The panel", date(2027, 1, 1))
    plain = sheets.person("p-x", "Ann Marsh", "", "other")
    ann = sheets.decision(3, "Write", "Ann", date(2027, 1, 1), person_id="p-x")
    found = record(
        sheets.full(decisions=(loose, named, ann), wishes=(), no_words_why="x", people=(plain,))
    )
    missing = [each.field for each in found.missing if each.table == "decision"]
    assert missing == ["who", "by_when"]
    assert "The panel" in words(found, "decisions")
    assert "Ann Marsh" in words(found, "decisions")


def test_a_request_needs_an_answer() -> None:
    asked = sheets.wish("w", "A dog", asked_for=True)
    found = record(sheets.full(wishes=(asked,)))
    assert [(each.table, each.field) for each in found.missing] == [("wish", "answer")]


def test_rights_that_were_not_explained_are_said_to_be_so() -> None:
    found = all_words(rights=sheets.full().rights[:1])
    assert "An advocate was explained and offered | Yes | " in found
    assert "Knows how to complain | No | " in found


def test_what_was_left_out_has_its_reason() -> None:
    marks = (StepMarkOnSheet("m", "A6", False, "The nurse was ill."),)
    found = record(sheets.full(step_marks=marks, notes=sheets.NOTES[2:3]))
    said = words_of(found)
    assert "8: Health | Not considered, because: The nurse was ill." in said
    assert "2: Legal status | Considered, with nothing to add." in said
    assert "S7.5" in [each.row_id for each in found.missing]


NEXT = [
    ({}, "Next review: Wednesday 12 May 2027, 4:00pm, at home with Jo and Dele."),
    ({"next_review_place": ""}, "Next review: Wednesday 12 May 2027, 4:00pm."),
    ({"next_review_time": ""}, "Next review: Wednesday 12 May 2027, at home with Jo and Dele."),
    ({"next_review_time": "", "next_review_place": ""}, "Next review: Wednesday 12 May 2027."),
]


@pytest.mark.parametrize(("change", "said"), NEXT)
def test_the_next_review_is_told(change: dict[str, str], said: str) -> None:
    assert words(record(sheets.full(**change)), "next_review")[0] == said


def test_a_late_review_says_so_and_why() -> None:
    late = {"due_on": date(2026, 11, 1)}
    assert facts(record(sheets.full(**late)))["Due by"] == "1 November 2026, held late"
    assert "held late, because: Snow." in all_words(**late, late_why="Snow.")
    assert [each.field for each in record(sheets.full(**late)).missing] == ["late_why"]


def test_an_override_of_the_code_stands_with_its_reason() -> None:
    told = replace(sheets.PARTICIPATION, chosen_code="PN2", override_reason="She asked Tolu.")
    found = all_words(participation=told)
    assert "The answers led to PN1; the chair chose PN2. She asked Tolu." in found
    assert "Participation code PN2: Child physically attends and an advocate speaks" in found


def test_a_clock_that_is_not_known_is_left_alone() -> None:
    unknown = replace(sheets.full().milestones[0], clock="T99")
    assert "16 November 2026" not in words(record(sheets.full(milestones=(unknown,))), "control")


def test_a_correction_names_the_version_it_takes_the_place_of() -> None:
    why = Correction(2, 1, date(2026, 11, 18), "The date was wrong.")
    found = minutes.compose(sheets.full(), wording(), sheets.DATED, why)
    assert words(found, "control")[:2] == [
        "Version 2, 17 November 2026. It takes the place of version 1 of 18 November 2026.",
        "Why it was changed: The date was wrong.",
    ]
    assert found.foot.first.endswith("version 2")
    assert facts(found)["Version"] == "2"
    unsaid = minutes.compose(sheets.full(), wording(), sheets.DATED, replace(why, reason=""))
    assert "Why it was changed" not in words_of(unsaid)


def test_empty_minutes_name_what_the_record_should_hold() -> None:
    named = {(each.table, each.field) for each in record(sheets.empty()).missing}
    assert named >= {
        ("child", "legal_status"), ("review", "held_on"), ("participation", "was_there"),
        ("participation", "seen_alone"), ("review", "no_words_why"), ("attendance", ""),
        ("note", "words"), ("scale_answer", "number"), ("decision", "what"),
        ("review", "iro_view"), ("review", "permanence_plan"), ("matter_considered", "state"),
        ("review", "next_review_on"), ("review", "midpoint_on"), ("staff_member", "name"),
    }  # fmt: skip


def test_being_seen_alone_is_missing_until_answered() -> None:
    told = replace(sheets.PARTICIPATION, seen_alone="")
    found = record(sheets.full(participation=told))
    assert [each.field for each in found.missing] == ["seen_alone"]


def test_the_chairs_view_of_the_plan_is_told_in_words() -> None:
    assert "needs in part" in all_words(plan_agreed="partly")
    assert "The plan meets" not in all_words(plan_agreed="")


def test_one_text_on_how_a_little_child_feels_is_printed_once() -> None:
    told = replace(sheets.PARTICIPATION, suggested_code="PN0", how_known="Watched at play.")
    sheet = sheets.full(participation=told, wishes=(), no_words_why="Watched at play.")
    assert words(record(sheet), "voice").count("Watched at play.") == 1
