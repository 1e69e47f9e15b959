"""A letter for another moment: what it says, what it asks, and what it never says."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters import moment_letter
from letters.bands import Band
from letters.correction import Correction
from letters.letter import Letter
from letters.lines import lines_of
from letters.papers import compose, paper
from letters.paragraph import Source
from letters.pdf import LetterHasGaps
from letters.templates.shipped import (
    FALL_BACK,
    SHIPPED,
    offered,
    shipped,
    shipped_text,
    template_of,
)
from letters.templates.template_file import read_template
from letters.wording import wording
from letters.words_of import words_of
from models.document_kind import DocumentKind
from models.letter_making import LetterMaking, LetterOnSheet, LineOnSheet
from models.review_sheet import DocumentOnSheet, MilestoneOnSheet, ReviewSheet
from tests.letters import sheets
from tests.letters.any_review import SECRET, any_review
from tests.letters.reading import faults, page_texts
from tests.letters.said import words
from tests.letters.templates.moments import DATED, answered, sheet_for, with_letter, written

CHECKED = MilestoneOnSheet("mi-50", "T50", date(2026, 11, 25), "")


def test_what_the_iro_has_to_say_is_asked_in_its_place() -> None:
    letter = written("midpoint")
    first = letter.missing[0]
    assert first.words == "What was agreed for Sam, and what has been done since?"
    assert {gap.table for gap in letter.missing} == {"letter_line"}
    assert "blame" not in " ".join(gap.words for gap in letter.missing), "it need not be answered"
    with pytest.raises(LetterHasGaps):
        paper(sheet_for(shipped("midpoint")), DocumentKind.OTHER_LETTER, DATED)


def test_an_answer_stands_in_place_of_its_question_just_as_it_was_typed() -> None:
    letter = written("midpoint", answers={"what_is_done": "Samir  rang the panel."})
    assert "Samir  rang the panel." in words(letter, "done")
    told = next(each for each in letter.every_paragraph() if each.key == "ask/what_is_done")
    assert (told.gap, told.source) == (None, Source("letter_line", "line-what_is_done", "words"))
    assert len(letter.missing) == len(written("midpoint").missing) - 1


def test_a_question_that_need_not_be_answered_is_offered_and_never_printed() -> None:
    letter = answered("hello")
    asked = written("hello", answers={"when_i_come": "I will ring you on Monday."})
    assert "ask/more_about_me" in {line.key for line in lines_of(asked)}
    assert asked.missing == ()
    assert "like to know" not in words_of(asked)
    sheet = sheet_for(shipped("hello"), answers={"when_i_come": "I will ring you on Monday."})
    for draft in (True, False):
        pages = paper(sheet, DocumentKind.OTHER_LETTER, DATED, draft=draft).rendered.pdf
        assert "like to know" not in " ".join(page_texts(pages))
    assert letter.missing == ()


def test_the_letter_after_a_midpoint_check_has_the_day_that_was_noted() -> None:
    told = written("midpoint", milestones=(CHECKED,))
    assert words(told, "why")[0] == ("On Wednesday 25 November I checked how your plan is going.")
    sheet = with_letter(sheet_for(shipped("midpoint")), about_on=date(2026, 11, 26))
    as_set = moment_letter.compose(sheet, shipped("midpoint"), wording(), DATED)
    assert "Thursday 26 November" in words(as_set, "why")[0]
    assert words(written("midpoint"), "why")[0] == "I checked your plan."


def test_each_band_says_it_in_words_of_its_own() -> None:
    told = {band: words_of(answered("hello", band)) for band in Band}
    assert len(set(told.values())) == len(Band)
    assert "Who I am" not in told[Band.A], "the youngest read pictures"
    assert answered("moving_on", Band.D).title == "Moving on"
    assert answered("moving_on", Band.C).title == "A letter for Sam"


def test_a_field_that_the_record_lacks_leaves_its_sentence_out_or_a_gap() -> None:
    assert "about_me" not in _keys(written("hello"))
    chair = replace(sheets.full().chair, about_me="I keep bees.")
    assert "I keep bees." in words(written("hello", chair=chair), "who_i_am")
    text = shipped_text("thanks").replace(
        'words = "You can tell me more at any time."', 'words = "Tell me, or {social_worker}."'
    )
    child = replace(sheets.full().child, social_worker="")
    people = tuple(each for each in sheets.full().people if each.role != "social_worker")
    template = read_template(text)
    sheet = sheet_for(template, child=child, people=people)
    lacking = moment_letter.compose(sheet, template, wording(), DATED).missing[-1]
    assert (lacking.table, lacking.field) == ("child", "social_worker")
    assert lacking.words == "Say who Sam’s social worker is"
    full = moment_letter.compose(sheet_for(template), template, wording(), DATED)
    assert "Tell me, or Samir Oakenshaw." in words(full, "changes")


def test_who_moves_on_is_offered_no_meeting() -> None:
    told = words_of(answered("moving_on"))
    assert "earlier meeting" not in told
    assert "next meeting" not in told
    assert "earlier meeting" in words_of(answered("hello"))
    text = shipped_text("moving_on").replace(
        'built_in = "rights"', 'built_in = "next_meeting"\n\n[[blocks]]\nbuilt_in = "rights"'
    )
    template = read_template(text)
    letter = moment_letter.compose(sheet_for(template), template, wording(), DATED)
    assert letter.block("L11") is None


@pytest.mark.parametrize(
    ("day", "time", "said"),
    [
        (date(2027, 5, 12), "16:00", "Your next meeting is on Wednesday 12 May 2027 at 4:00pm."),
        (date(2027, 5, 12), "", "Your next meeting is on Wednesday 12 May 2027."),
        (date(2026, 11, 12), "16:00", "The day of your next meeting is not set yet. I will tell "
                                      "you when it is."),
        (None, "", "The day of your next meeting is not set yet. I will tell you when it is."),
    ],
)  # fmt: skip
def test_the_next_meeting_is_told_where_it_is_still_to_come(
    day: date | None, time: str, said: str
) -> None:
    letter = answered("hello", next_review_on=day, next_review_time=time)
    assert words(letter, "L11") == [said]


def test_a_colleague_who_writes_says_whose_place_they_take() -> None:
    letter = answered("hello", covering_for="Ruth Candleford")
    assert words(letter, "L1")[1] == (
        "From Nadia Thistlemere, an Independent Reviewing Officer. I work with Ruth Candleford, "
        "who is yours."
    )
    assert "could not come" not in words_of(letter)


def test_a_correction_names_the_letter_that_it_takes_the_place_of() -> None:
    correction = Correction(2, 1, date(2026, 11, 30), "A name was wrong.")
    told = words(written("thanks", correction=correction), "L1")
    assert told[-1] == "This letter takes the place of the one from Monday 30 November."


def test_the_ways_to_reach_the_writer_can_stand_before_the_end_and_stand_once() -> None:
    text = shipped_text("own_words").replace(
        'built_in = "rights"', 'built_in = "how_to_reach_me"\n\n[[blocks]]\nbuilt_in = "rights"'
    )
    template = read_template(text)
    letter = moment_letter.compose(sheet_for(template), template, wording(), DATED)
    assert words_of(letter).count("07700 900 120") == 1
    assert [block.key for block in letter.blocks][-3:] == ["reach", "L12", "L13"]


def test_the_childs_own_words_stand_in_a_template_that_asks_for_them() -> None:
    text = shipped_text("own_words").replace(
        'built_in = "rights"', 'built_in = "child_words"\n\n[[blocks]]\nbuilt_in = "rights"'
    )
    template = read_template(text)
    assert template.needs_a_review
    letter = moment_letter.compose(sheet_for(template), template, wording(), DATED)
    assert any(each.is_quoted for each in letter.every_paragraph())
    without = moment_letter.compose(sheet_for(template, wishes=()), template, wording(), DATED)
    assert without.block("L4") is None


def test_what_the_iro_wrote_for_any_other_line_stands_in_its_place() -> None:
    line = LineOnSheet("line-x", "thank_you/for_telling", "Thank you, Sam.", "", False, "")
    out = LineOnSheet("line-y", "changes/it_helps", "", "", True, "It sounds cold.")
    making = LetterMaking(LetterOnSheet("letter-1", template="thanks", band="B"), (line, out))
    letter = written("thanks", making=making)
    assert words(letter, "thank_you") == ["Thank you, Sam."]
    assert [each.paragraph.key for each in letter.left_out] == ["changes/it_helps"]


def test_the_councils_own_template_stands_in_place_of_ours() -> None:
    own = shipped_text("thanks").replace("Thank you, {name}", "Ta, {name}")
    assert (
        _title(LetterMaking(LetterOnSheet(template="thanks"), template_text=own)) == "Ta, {name}"
    )
    broken = LetterMaking(LetterOnSheet(template="thanks"), template_text="key = ")
    assert _title(broken) == "Thank you, {name}"
    assert template_of(LetterMaking(LetterOnSheet(template="gone"))) == shipped(FALL_BACK)
    found = offered([("thanks", own), ("bad", "key ="), ("visit", own.replace('"thanks"', '"v"'))])
    assert [each.template.key for each in found] == [*SHIPPED, "v"]
    assert [each.is_councils for each in found].count(True) == 2


def test_it_is_made_as_any_paper_and_conforms(tmp_path: Path) -> None:
    answers = {line.key: "I rang Samir." for line in shipped("midpoint").asked}
    for band in (Band.A, Band.B):
        made = paper(
            sheet_for(shipped("midpoint"), band, answers), DocumentKind.OTHER_LETTER, DATED
        )
        assert faults(made.rendered.pdf, tmp_path) == []
    issued = DocumentOnSheet(
        "doc-1", "other_letter", 1, None, "", datetime(2026, 11, 30, 9, tzinfo=UTC), "s", "ab"
    )
    again = sheet_for(shipped("midpoint"), Band.B, answers, documents=(issued,))
    assert "takes the place" in words_of(compose(again, DocumentKind.OTHER_LETTER, DATED))


@pytest.mark.parametrize("band", [Band.B, Band.C, Band.D])
def test_the_decisions_stand_on_one_page(band: Band) -> None:
    made = paper(sheet_for(shipped("decisions"), band), DocumentKind.OTHER_LETTER, DATED)
    assert len(page_texts(made.rendered.pdf)) == 1


@settings(max_examples=40, deadline=None)
@given(any_review(), st.sampled_from(SHIPPED), st.sampled_from(sorted(Band)))
def test_whatever_is_in_the_record_each_letter_composes_and_tells_no_secret(
    sheet: ReviewSheet, key: str, band: Band
) -> None:
    own = sheet_for(shipped(key), band).making
    sheet = replace(sheet, making=own)
    letter = moment_letter.compose(sheet, shipped(key), wording(), DATED)
    assert letter == moment_letter.compose(sheet, shipped(key), wording(), DATED)
    assert SECRET not in words_of(letter)
    keys = [each.key for each in letter.every_paragraph() if each.key]
    assert len(keys) == len(set(keys))
    assert all(gap.words for gap in letter.missing)


def _keys(letter: Letter) -> set[str]:
    return {each.key.rpartition("/")[2] for each in letter.every_paragraph()}


def _title(making: LetterMaking) -> str:
    return template_of(making).title


def test_everybody_whom_a_letter_names_by_less_is_named_in_full_once() -> None:
    for band in Band:
        found = written("own_words", band, {"what_to_say": "Jo and Samir told me of the cake."})
        told = " ".join(words(found, "L15"))
        assert told.startswith("Jo is Jo Brambleden (")
        assert "Samir Oakenshaw is your social worker." in told
        assert "Carys" not in told
    full = written("own_words", answers={"what_to_say": "Jo Brambleden made you a cake."})
    assert full.block("L15") is None


def test_the_decisions_say_of_which_meeting_and_in_full_who_does_them() -> None:
    for band in (Band.A, Band.B, Band.E):
        found = written("decisions", band)
        assert "Thursday 12 November" in words(found, "what_this_is")[0]
        assert "Hester Fennimore" in " ".join(words(found, "L15"))
    assert len([each for each in words(written("decisions", Band.A), "L7") if "will" in each]) >= 4


def test_a_question_that_need_not_be_answered_draws_no_picture() -> None:
    block = written("decisions", Band.E).block("what_this_is")
    assert block is not None
    assert [bool(each.picture) for each in block.paragraphs if each.gap] == [False]
