"""The decisions sheet: one side, the manager's box, and what changed since the last one."""

from dataclasses import replace
from datetime import date

import pytest

from letters.as_finalised import as_finalised
from letters.decisions_pages import TooManyDecisions
from letters.decisions_sheet import DecisionsSheet, compose
from letters.minutes_writing import ForReader
from letters.papers import paper
from letters.pdf import render
from letters.wording import wording
from letters.words_of import words_of
from models.document_kind import DocumentKind
from models.review_sheet import (
    DecisionChangeOnSheet,
    ManagerReplyOnSheet,
    MilestoneOnSheet,
    ReviewSheet,
)
from tests.letters import sheets
from tests.letters.papers_expected import record
from tests.letters.reading import whole_text

SENT = MilestoneOnSheet("m-1", "T31", date(2026, 11, 17), "")
CHANGE = DecisionChangeOnSheet(
    "c-1", "d-1", "amended", 1, date(2026, 11, 19), "staff-1", "The panel is full",
    "Ask the December panel", "Samir Oakenshaw", date(2026, 12, 18), "", "",
)  # fmt: skip


def sheet_of(sheet: ReviewSheet, *, draft: bool = False) -> DecisionsSheet:
    """Compose the manager's sheet on the usual day."""
    made = paper(sheet, DocumentKind.DECISIONS, sheets.DATED, draft=draft).document
    assert isinstance(made, DecisionsSheet)
    return made


def test_the_sheet_has_what_who_and_when_and_what_the_child_asked_for() -> None:
    words = words_of(sheet_of(sheets.full(milestones=())))
    assert "Sent Tuesday 17 November, within 5 working days." in words
    assert "What Sam asked for: “I want to know if I’m staying”" in words
    assert "| Samir Oakenshaw | Fri 4 Dec 2026 | Sam knows yes or no, and why." in words
    assert "Copy for the team manager" in words
    assert "tell me by Tuesday 24 November 2026" in words
    assert "If I hear nothing by then the decisions stand" in words


def test_where_silence_does_not_let_them_stand_the_box_asks_for_an_answer() -> None:
    council = replace(sheets.full().council, silence_stands=False)
    words = words_of(sheet_of(sheets.full(council=council)))
    assert "I need your answer before I can finish the record." in words
    assert "decisions stand" not in words


def test_it_names_the_manager_whose_copy_it_is() -> None:
    ruth = sheets.person("p-ruth", "Ruth Pellworth", "Ruth", "team_manager")
    sheet = sheets.full(people=(*sheets.full().people, ruth))
    assert sheet_of(sheet).copy_for == "Copy for Ruth Pellworth, team manager"
    other = compose(
        sheet, wording(), sheets.DATED, None, ForReader("Copy for Mr Q, teacher"), to_manager=False
    )
    assert other.box is None
    assert other.copy_for == "Copy for Mr Q, teacher"


def test_nothing_restricted_or_private_is_on_it() -> None:
    secret = sheets.decision(9, "SECRET", "SECRET", date(2027, 1, 1), restricted=True)
    wish = sheets.wish("w-9", "SECRET", asked_for=True, private=True)
    sheet = sheets.full(
        decisions=(*sheets.full().decisions, secret), wishes=(wish,),
        decision_changes=(replace(CHANGE, decision_id="d-9", what="SECRET", reason="SECRET"),),
        documents=(sheets.issued("decisions"),),
    )  # fmt: skip
    made = sheet_of(sheet)
    assert "SECRET" not in words_of(made)
    assert made.left_out == ("d-9",)


@pytest.mark.parametrize("count", [1, 5, 9, 11])
def test_it_is_one_side_however_much_was_decided(count: int) -> None:
    made = sheet_of(sheets.with_decisions(count))
    assert render(made).pages == 1


def test_more_than_a_side_holds_is_refused_in_words_and_a_draft_runs_on() -> None:
    made = sheet_of(sheets.with_decisions(30), draft=True)
    with pytest.raises(TooManyDecisions):
        render(made)
    assert render(made, draft=True).pages > 1


def test_a_second_version_says_what_changed_and_counts_a_new_answer() -> None:
    issued = sheets.issued("decisions")
    sheet = sheets.full(milestones=(SENT,), documents=(issued,), decision_changes=(CHANGE,))
    made = sheet_of(sheet)
    words = words_of(made)
    assert "What changed since version 1" in words
    assert "Decision 1 said until 19 November 2026: “Ask the December panel, Samir" in words
    assert "because: The panel is full" in words
    assert "decisions, version 2" in made.foot.first
    assert render(made).pages == 1


def test_an_objection_stands_beside_its_decision_in_the_sheet_and_the_record() -> None:
    against = ManagerReplyOnSheet(
        "r-1", "d-1", 1, "objection", date(2026, 11, 19), "Ruth Pellworth", "There is no money",
        "stands", date(2026, 11, 20), "It is needed.", None,
    )  # fmt: skip
    sheet = sheets.full(replies=(against,))
    said = "The manager does not agree: “There is no money”"
    assert said in words_of(sheet_of(sheet))
    words = words_of(record(sheet))
    assert said in words
    assert "Ruth Pellworth objected to decision 1 on 19 November 2026: There is no money" in words
    assert "The decision stands, with the manager’s reason beside it. It is needed." in words


def test_the_record_says_how_it_became_final_and_never_that_silence_agreed() -> None:
    late = replace(SENT, note="I was away")
    sheet = as_finalised(
        sheets.full(milestones=(late,), documents=(sheets.issued("decisions"),)),
        date(2026, 11, 25),
    )
    words = words_of(record(sheet))
    assert "Decisions written: 17 November 2026. Late, because: I was away" in words
    assert "No reply by 24 November 2026; the decisions stand." in words
    assert "This record is final since 25 November 2026." in words
    assert "agreed all" not in words
    assert "Manager may query" not in words
    final = sheet_of(sheet)
    assert final.box is None
    assert "These decisions have been final since 25 November 2026." in words_of(final)


def test_the_page_tells_no_name_in_its_properties() -> None:
    made = render(sheet_of(sheets.full()))
    assert b"Larkhollow" not in made.pdf
    assert "Decisions for Samantha Larkhollow" in whole_text(made.pdf)
