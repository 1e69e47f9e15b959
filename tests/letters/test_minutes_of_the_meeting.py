"""What the minutes tell of papers, facts, the plan, parts, old decisions and disputes."""

from dataclasses import replace
from datetime import date
from typing import Any

from letters.minutes_form import Minutes, SubHeading
from letters.words_of import words_of
from models.review_sheet import (
    ConsultationOnSheet,
    DisputeOnSheet,
    FactOnSheet,
    PaperOnSheet,
    ProgressOnSheet,
    RearrangedOnSheet,
    SittingOnSheet,
)
from tests.letters import on_sheet, sheets
from tests.letters.on_sheet import REVIEW
from tests.letters.papers_expected import record


def words(found: Minutes, key: str) -> list[str]:
    """Give the paragraphs of one section, or none where it is not there."""
    return [
        paragraph.text
        for section in found.sections
        if section.key == key
        for paragraph in section.every_paragraph()
    ]


def about(found: Minutes) -> list[str]:
    """Give the facts at the head of the minutes."""
    return [fact.words.text for column in found.facts for fact in column]


def paper(key: str, received_on: date | None = None, **given: Any) -> PaperOnSheet:
    fields: dict[str, Any] = {
        "seen": False, "authorised": "", "child_friendly": False, "missing_why": "", **given,
    }  # fmt: skip
    return PaperOnSheet(id=f"p-{key}", paper=key, received_on=received_on, **fields)


def fact(key: str, review: str = REVIEW, **given: Any) -> FactOnSheet:
    fields: dict[str, Any] = {"words": "", "day": None, "choice": "", **given}
    return FactOnSheet(id=f"{key} {review}", review_id=review, fact=key, **fields)


def part(number: int, **given: Any) -> SittingOnSheet:
    fields: dict[str, Any] = {
        "began_at": "", "ended_at": "", "place": "", "adjourned": False, "reason": "", **given,
    }  # fmt: skip
    return SittingOnSheet(f"s-{number}", number, date(2026, 11, 11 + number), **fields)


def test_papers_say_when_they_came_and_whether_in_time() -> None:
    told = (
        paper("pep"),
        paper("care_plan", date(2026, 11, 6), seen=True, authorised="yes", child_friendly=True),
        paper("social_worker_report", date(2026, 11, 11)),
        paper("health_plan", missing_why="The nurse is away"),
    )
    said = words(record(sheets.full(papers=told)), "papers")
    assert said == [
        "Social worker’s report", "11 November 2026, 2 working days late",
        "Care plan", "6 November 2026, in time", "Seen by the chair.",
        "Authorised by a manager.", "In a form that Sam can use.",
        "Health plan", "Not here: The nurse is away",
    ]  # fmt: skip


def test_without_papers_or_facts_there_is_no_section() -> None:
    found = record(sheets.full())
    assert words(found, "papers") == words(found, "facts") == []


def test_facts_stand_beside_what_they_were_last_time() -> None:
    now = (fact("dentist", day=date(2026, 10, 5)), fact("not_known_any_more", words="x"))
    before = (
        fact("dentist", "review-2", day=date(2025, 9, 1)),
        fact("dentist", "review-3", day=date(2026, 4, 2)),
    )
    said = words(record(sheets.full(facts=now, earlier_facts=before)), "facts")
    assert said[1:] == ["5 October 2026", "2 April 2026"]


def test_the_plan_says_its_kind_whether_it_is_on_track_and_ratified() -> None:
    sheet = sheets.full(
        permanence_type="long_term_fostering",
        permanence_agreed_on=date(2026, 9, 1),
        permanence_on_track="no",
        permanence_why="Panel has no date",
        plan_not_ratified_why="It has no plan B",
        plan_ratify_by=date(2026, 12, 4),
    )
    said = words(record(sheet), "plan")
    assert said[1:4] == [
        "Kind of plan: Long-term fostering.",
        "Agreed on 1 September 2026.",
        "The plan is not on track: Panel has no date",
    ]
    assert said[-2:] == [
        "The plan was not ratified: It has no plan B",
        "It is to be ratified by 4 December 2026.",
    ]
    ratified = words(record(sheets.full(plan_ratified_on=date(2026, 11, 12))), "plan")
    assert ratified[-1] == "The plan was ratified on 12 November 2026."


def test_no_lasting_plan_by_the_second_review_is_said_plainly() -> None:
    said = words(record(sheets.full(permanence_type="not_yet_known")), "plan")
    assert "No plan for permanence is in place by the second review." in said


def test_short_breaks_have_no_lasting_plan() -> None:
    assert words(record(sheets.full(kind="short_breaks")), "plan") == []


def test_each_part_says_why_it_stopped_and_who_was_there() -> None:
    parts = (
        part(1, adjourned=True, reason_kind="person_missing", reason="Mum was ill",
             came=("child", "p-jo")),
        part(2, adjourned=True, reason_kind="papers", again_why="The court sat"),
        part(3, reason="Held as planned"),
    )  # fmt: skip
    said = words(record(sheets.full(sittings=parts)), "control")
    names = next(line for line in said if line.startswith("At part 1: "))
    assert "Sam" in names
    assert any("Someone the review needs could not come. Mum was ill." in line for line in said)
    assert "Adjourned a second time, because: The court sat" in said
    assert any(line.endswith("Held as planned.") for line in said)


def test_a_moved_day_and_a_colleague_are_named() -> None:
    moved = RearrangedOnSheet(
        "r", date(2026, 11, 5), date(2026, 11, 16), date(2026, 11, 1), "Jo", "A birthday",
        "family_asked",
    )  # fmt: skip
    said = words(
        record(sheets.full(rearranged=(moved,), covering_for="Ruth Castlemaine")), "control"
    )
    told = "Moved from 5 November 2026 to 16 November 2026. Jo asked on 1 November 2026, because: "
    assert told + "The family asked for another day. A birthday." in said
    assert "That was 2 days after the last day in time, 14 November 2026." in said
    assert any(line.startswith("Chaired in the place of Ruth Castlemaine, Sam’s") for line in said)


def test_an_old_decision_tells_its_history_and_where_it_went() -> None:
    old = sheets.decision(1, "Book it", "Jo", date(2026, 1, 5), id="old", review_id="review-2")
    new = sheets.decision(1, "Book it", "Jo", date(2026, 12, 5), id="new", carried_from_id="old")
    heard = (
        ProgressOnSheet("h-3", "old", "review-3", "partly", "Half of it", date(2026, 6, 1)),
        ProgressOnSheet("h-4", "old", REVIEW, "not_done", "Forgotten", date(2026, 12, 5)),
    )
    sheet = sheets.full(earlier_decisions=(old,), decisions=(new,), progress=heard)
    said = words(record(sheet), "since")
    assert "Review 3: Partly done. Half of it" in said
    assert "Drifting: Not done at 2 reviews." in said
    assert "Carried forward as decision 1." in said


def test_a_dispute_stands_in_the_minutes_unless_its_decision_is_restricted() -> None:
    dispute = DisputeOnSheet("x", "old", date(2026, 11, 12), "Nobody asked", "An answer")
    old = sheets.decision(1, "SECRET", "Jo", None, id="old", review_id="review-2")
    said = words(record(sheets.full(disputes=(dispute,), earlier_decisions=(old,))), "disputes")
    assert said == ["Opened on 12 November 2026: Nobody asked", "What should change: An answer"]
    hidden = sheets.decision(
        1, "SECRET", "Jo", None, id="old", review_id="review-2", restricted=True
    )
    found = record(sheets.full(disputes=(dispute,), earlier_decisions=(hidden,)))
    assert words(found, "disputes") == []


def test_worry_statements_stand_beside_their_goals_and_their_own_numbers() -> None:
    worry = sheets.note("worry", "worry", "Sam may move again", sort="worry_statement",
                        goal_id="goal")  # fmt: skip
    goal = sheets.note("goal", "next", "Sam knows where she stays", sort="goal")
    hard = sheets.note("hard", "worry", "Panel is slow", sort="complicating")
    well = sheets.note("well", "going_well", "Jo rings", detail="Each Friday, and Sam smiles")
    answers = (on_sheet.scale_answer("s-1", 4, scale=f"w:{worry.id}", person_id="p-jo"),)
    found = record(sheets.full(notes=(worry, goal, hard, well), scale_answers=answers))
    assert words(found, "worry") == [
        "Sam may move again", "Sam knows where she stays", "What makes it harder: Panel is slow",
    ]  # fmt: skip
    assert words(found, "next") == ["They stand beside their worry statements."]
    assert words(found, "going_well") == [
        "Jo rings What more came out: Each Friday, and Sam smiles"
    ]
    headings = [
        part.words
        for section in found.sections
        for part in section.parts
        if isinstance(part, SubHeading)
    ]
    assert "A worry: Sam may move again" in headings


def test_a_restricted_worry_takes_its_numbers_with_it_and_leaves_its_goal_alone() -> None:
    worry = sheets.note("worry", "worry", "SECRET", sort="worry_statement", goal_id="goal",
                        restricted=True)  # fmt: skip
    goal = sheets.note("goal", "next", "Sam is safe", sort="goal")
    answers = (on_sheet.scale_answer("s-1", 4, scale="w:worry", reason="SECRET"),)
    found = record(sheets.full(notes=(worry, goal), scale_answers=answers))
    assert "SECRET" not in words_of(found)
    assert words(found, "next") == ["Success goal: Sam is safe"]
    assert words(found, "scales") == ["Nothing that may be shared in this copy."]


def test_what_needs_to_happen_is_not_missing_where_decisions_say_it() -> None:
    sheet = sheets.full(notes=tuple(each for each in sheets.NOTES if each.column != "next"))
    found = record(sheet)
    assert words(found, "next") == ["What needs to happen stands in the decisions."]
    without = record(replace(sheet, decisions=()))
    gaps = [gap.words for gap in without.missing]
    assert "Say what needs to happen for Sam" in gaps


def test_how_the_child_took_part_is_told_beside_the_code() -> None:
    told = replace(
        sheets.PARTICIPATION, chaired="part", ways=("spoke", "form"), aid="Makaton",
        seen_alone="yes", seen_alone_by="Ruth Castlemaine", seen_alone_on=date(2026, 11, 9),
    )  # fmt: skip
    asked = ConsultationOnSheet("c", "met_iro", date(2026, 11, 9), "Ruth", "")
    said = words(record(sheets.full(participation=told, consultations=(asked,))), "voice")
    assert "Ruth Castlemaine saw Sam alone on 9 November 2026." in said
    assert "Sam chaired part of the review." in said
    assert "Ways of taking part: Said it themselves and A form or booklet." in said
    assert "Interpreter or aid used: Makaton" in said
    assert "Before the review: Met or talked with the IRO, 9 November 2026, by Ruth." in said


def test_the_chair_of_a_review_that_the_child_chaired_chaired_it_with_them() -> None:
    told = replace(sheets.PARTICIPATION, chaired="all")
    here = words(record(sheets.full(participation=told)), "people")
    assert any("Chaired the review with Sam." in row for row in here)


def test_why_it_was_finished_with_gaps_is_said_once() -> None:
    found = record(sheets.full(gaps_why="Mum had to leave"))
    lines = [line for section in found.sections for line in words(found, section.key)]
    assert len([line for line in lines if "Mum had to leave" in line]) == 1


def test_each_right_says_on_which_day_it_was_gone_through() -> None:
    plain, *rest = sheets.full().rights
    dated = replace(plain, on=date(2026, 11, 12), note="Likes Jo")
    said = words(record(sheets.full(rights=(dated, *rest))), "rights")
    assert said[2:4] == ["Thu 12 Nov 2026", "Likes Jo"]


def test_a_part_held_too_late_is_told_with_its_reason_or_asked_for() -> None:
    late = replace(part(2), held_on=date(2027, 1, 20))
    sheet = sheets.full(sittings=(part(1), late))
    said = words(record(sheet), "control")
    told = "Part 2 was held on 20 January 2027, after the last day for it, 10 December 2026."
    assert told in said
    assert "resumed_late_why" in [each.field for each in record(sheet).missing]
    reason = replace(sheet, resumed_late_why="The school was shut")
    assert "It went on late, because: The school was shut" in words(record(reason), "control")


def test_while_it_is_adjourned_nothing_proposed_may_be_put_into_effect() -> None:
    not_yet = "It is not complete: nothing proposed in it may be put into effect yet."
    stopped = (part(1, adjourned=True, reason_kind="papers"),)
    assert not_yet in words(record(sheets.full(sittings=stopped, state="adjourned")), "control")
    assert not_yet not in words(record(sheets.full(sittings=stopped)), "control")


def test_why_an_adjourned_review_was_not_gone_on_with_is_told() -> None:
    stopped = (part(1, adjourned=True, reason_kind="papers"),)
    said = words(record(sheets.full(sittings=stopped, not_resumed_why="Sam went home")), "control")
    told = "It was not gone on with, because: Sam went home"
    assert told in said
    went_on = sheets.full(sittings=(*stopped, part(2)), not_resumed_why="Sam went home")
    assert told not in words(record(went_on), "control")


def test_whether_an_adjourned_review_was_late_is_said_by_the_councils_rule() -> None:
    parts = (part(1, adjourned=True, reason_kind="papers"), part(8))
    sheet = sheets.full(sittings=parts, late_why="Snow")
    strict = replace(sheet, council=replace(sheet.council, adjourned_counts=False))
    told = "The review was held late, because: Snow"
    assert told not in words(record(sheet), "control")
    assert told in words(record(strict), "control")
    assert "14 November 2026, in time" in about(record(sheet))
    assert "14 November 2026, held late" in about(record(strict))
