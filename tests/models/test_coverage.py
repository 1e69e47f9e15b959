"""What became of each matter of Schedule 7: the chair’s word first, then what is written."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.considering import consider, go_through_right
from models.coverage import (
    CONDITIONAL,
    NOT_APPLICABLE_WHY,
    NOT_CONSIDERED_WHY,
    MatterStanding,
    matters_open,
    standing_of,
    standings,
)
from models.database import Database
from models.open_review import OpenReview
from models.record import Refused
from models.review_sheet import (
    DrawingOnSheet,
    FactOnSheet,
    MatterOnSheet,
    ReviewSheet,
    RightOnSheet,
    StepMarkOnSheet,
)
from models.rules.life_areas import LIFE_AREAS
from models.rules.meeting_steps import MEETING_STEPS
from models.rules.rights import RIGHTS
from models.rules.schedule7 import SCHEDULE_7, Considered
from tests import sample
from tests.letters import sheets
from tests.letters.on_sheet import REVIEW, decision, wish

NOTHING: dict[str, Any] = {
    "step_marks": (), "notes": (), "wishes": (), "participation": None, "progress": (),
    "scale_answers": (), "permanence_plan": "", "home_line": "", "plan_agreed": "",
    "iro_view": "", "rights": (), "decisions": (), "matters": (),
}  # fmt: skip
FULL = sheets.full()
WITH_NOTE, NOTHING_TO_ADD = Considered.WITH_NOTE, Considered.NOTHING_TO_ADD
NOT_APPLICABLE, NOT_CONSIDERED = Considered.NOT_APPLICABLE, Considered.NOT_CONSIDERED


def empty(**changes: Any) -> ReviewSheet:
    """Give Sam’s review with nothing written in it, but for these fields."""
    return sheets.full(**{**NOTHING, **changes})


def states(sheet: ReviewSheet) -> dict[str, Considered]:
    """Give what became of each matter of which something did."""
    return {each.matter: each.state for each in standings(sheet) if each.state is not None}


def likely_in(sheet: ReviewSheet) -> set[str]:
    """Give the matters that are only likely."""
    return {each.matter for each in standings(sheet) if each.is_likely}


def said(matter: str, state: str, words: str = "") -> MatterOnSheet:
    """What the chair said of a matter."""
    return MatterOnSheet(f"c-{matter}", matter, state, words)


def note(step: str, area: str = "") -> dict[str, Any]:
    """One note."""
    return {"notes": (sheets.note("n", "worry", "x", step=step, life_area=area),)}


def mark(step: str, why: str = "") -> StepMarkOnSheet:
    """A step marked as done, or as left out for a reason."""
    return StepMarkOnSheet(f"m-{step}", step, not why, why)


def fact(key: str, **given: Any) -> FactOnSheet:
    """A fact as answered."""
    fields: dict[str, Any] = {"words": "", "day": None, "choice": "", **given}
    return FactOnSheet("f", REVIEW, key, **fields)


RIGHTS_TOLD = tuple(RightOnSheet(key, key, True, "") for key in RIGHTS)
WRITTEN: list[tuple[dict[str, Any], set[str], set[str]]] = [
    (note("A3"), {"S7.1"}, set()),
    (note("A3", "home"), {"S7.1", "S7.5"}, set()),
    (note("A4"), {"S7.5"}, set()),
    (note("A4", "home"), {"S7.5"}, set()),
    (note("A5"), set(), {"S7.4", "S7.9"}),
    (note("A5", "family_time"), {"S7.4"}, set()),
    (note("A5", "health"), {"S7.8"}, set()),
    (note("A6", "feelings"), {"S7.8"}, set()),
    (note("A7"), set(), {"S7.6", "S7.7"}),
    (note("A7", "friends_and_fun"), {"S7.7"}, set()),
    (note("A8"), set(), {"S7.1", "S7.10"}),
    (note("A8", "safety"), set(), {"S7.1", "S7.10"}),
    (note("A9"), set(), {"S7.2", "S7.3", "S7.11"}),
    (note("A9", "long_plan"), set(), {"S7.2", "S7.3"}),
    (note("A9", "moving_on"), {"S7.11"}, set()),
    (note("A9", "money"), {"S7.11"}, set()),
    (note("A10"), set(), {"S7.12"}),
    (note("A11"), set(), set()),
    (note("A11", "identity"), {"S7.9"}, set()),
    ({"wishes": (wish("w", "x", step="A6", life_area=""),)}, {"S7.8"}, {"S7.12"}),
    ({"wishes": (wish("w", "x", private=True),)}, set(), {"S7.12"}),
    ({"wishes": (wish("w", "x", private=True),), "iro_view": "x"}, {"S7.12"}, set()),
    (
        {
            "drawings": (DrawingOnSheet("d", date(2026, 11, 12), 1, 1, "", b""),),
            "iro_view": "Right.",
        },
        {"S7.12"},
        set(),
    ),
    ({"scale_answers": FULL.scale_answers[:1]}, set(), {"S7.12"}),
    ({"scale_answers": FULL.scale_answers[:1], "iro_view": "x"}, set(), {"S7.12"}),
    ({"scale_answers": FULL.scale_answers[1:]}, set(), set()),
    ({"no_words_why": "Asleep."}, set(), {"S7.12"}),
    ({"iro_view": "Right."}, set(), {"S7.12"}),
    ({"iro_view": "Right.", "no_words_why": "Asleep."}, {"S7.12"}, set()),
    ({"progress": FULL.progress}, {"S7.1"}, set()),
    ({"progress": FULL.progress[:1]}, set(), set()),
    ({"earlier_decisions": ()}, set(), set()),
    ({"legal_line": "A full care order."}, set(), set()),
    ({"permanence_plan": "To stay."}, {"S7.3"}, set()),
    ({"permanence_type": "long_term_fostering"}, {"S7.3"}, set()),
    ({"permanence_type": "not_yet_known"}, set(), set()),
    ({"home_line": "You stay.", "plan_agreed": "yes"}, set(), set()),
    ({"rights": RIGHTS_TOLD}, set(), set()),
    ({"facts": (fact("legal_change", choice="no"),)}, {"S7.2"}, set()),
    ({"facts": (fact("help_between_visits", words="Rings Samir."),)}, {"S7.10"}, set()),
    ({"facts": (fact("missing", words="Twice."),)}, set(), {"S7.1"}),
    ({"facts": (fact("last_visit", day=date(2026, 11, 2)),)}, {"S7.13"}, set()),
    ({"facts": (fact("immigration", words="A claim was made."),)}, {"S7.14"}, set()),
    ({"facts": (fact("last_visit"), fact("of another program", words="x"))}, set(), set()),
    ({"decisions": (decision(1, "Ask", "Jo", None, life_area="learning"),)}, {"S7.6"}, set()),
    ({"decisions": (decision(1, "Ask", "Jo", None),)}, set(), set()),
]


@pytest.mark.parametrize(("change", "considered", "likely"), WRITTEN)
def test_what_is_written_says_which_matters_were_considered_and_which_only_may_have_been(
    change: dict[str, Any], considered: set[str], likely: set[str]
) -> None:
    sheet = empty(**change)
    assert states(sheet) == dict.fromkeys(considered | likely, WITH_NOTE)
    assert likely_in(sheet) == likely
    assert likely <= {each.matter for each in matters_open(sheet)}


@pytest.mark.parametrize("step", MEETING_STEPS)
def test_a_step_gone_through_says_nothing_to_add_of_the_one_matter_it_is_about(step: str) -> None:
    covered = set() if step == "A11" else set(MEETING_STEPS[step].schedule_7) - CONDITIONAL
    sheet = empty(step_marks=(mark(step),))
    assert states(sheet) == dict.fromkeys(covered, NOTHING_TO_ADD)
    is_plain = len(covered) == 1 and covered != {"S7.12"}
    assert likely_in(sheet) == (set() if is_plain else covered)


def test_what_is_likely_is_never_counted_and_one_word_of_the_chair_confirms_it() -> None:
    noted = note("A5")
    (likely,) = [e for e in standings(empty(**noted)) if e.matter == "S7.4"]
    assert likely.is_likely and likely.is_open and not likely.is_considered
    confirmed = standing_of(empty(**noted, matters=(said("S7.4", WITH_NOTE),)), "S7.4")
    assert confirmed.is_considered and not confirmed.is_likely


def test_matters_of_some_children_only_always_want_a_word_of_their_own() -> None:
    marks = tuple(mark(step) for step in MEETING_STEPS)
    notes = tuple(
        sheets.note(key, "worry", "x", step=area.step, life_area=key)
        for key, area in LIFE_AREAS.items()
    )
    left = matters_open(empty(step_marks=marks, notes=notes))
    assert {each.matter for each in left if not each.is_likely} == CONDITIONAL
    assert set(NOT_APPLICABLE_WHY) - {"S7.1"} == CONDITIONAL


def test_a_step_left_out_gives_its_reason_unless_another_step_may_still_cover_the_matter() -> None:
    found = standings(empty(step_marks=(mark("A6", "The nurse was ill."), mark("A8", "Late."))))
    told = {each.matter: (each.state, each.words) for each in found if each.state}
    assert told == {
        "S7.8": (NOT_CONSIDERED, "The nurse was ill."),
        "S7.14": (NOT_CONSIDERED, "Late."),
    }
    both = empty(step_marks=(mark("A3", "No time."), mark("A8", "Late.")))
    assert standing_of(both, "S7.1").words == "No time.; Late."
    same = empty(step_marks=(mark("A3", "Late."), mark("A8", "Late.")))
    assert standing_of(same, "S7.1").words == "Late."


def test_what_was_written_outranks_a_mark_and_a_done_step_outranks_one_left_out() -> None:
    assert states(empty(**note("A6"), step_marks=(mark("A6", "Ill."),))) == {"S7.8": WITH_NOTE}
    assert states(empty(step_marks=(mark("A3"), mark("A8", "Late."))))["S7.1"] is NOTHING_TO_ADD
    safety = empty(step_marks=(mark("A3", "Late."), mark("A8")))
    assert "S7.1" in likely_in(safety)


SAID = [
    (WITH_NOTE, "", False, True),
    (WITH_NOTE, "We talked.", False, False),
    (WITH_NOTE, "", True, False),
    (NOTHING_TO_ADD, "", False, False),
    (NOT_APPLICABLE, " ", True, True),
    (NOT_APPLICABLE, "Not so.", True, False),
    (NOT_CONSIDERED, "", True, True),
    (NOT_CONSIDERED, "No time.", True, False),
]


@pytest.mark.parametrize(("state", "words", "is_noted", "is_open"), SAID)
def test_the_word_of_the_chair_wins_and_may_want_words(
    state: Considered, words: str, is_noted: bool, is_open: bool
) -> None:
    given = note("A6") if is_noted else {}
    found = standing_of(empty(**given, matters=(said("S7.8", state, words),)), "S7.8")
    assert (found.state, found.words, found.is_said) == (state, words.strip(), True)
    assert (found.lacks_words, found.is_open) == (is_open, is_open)
    assert found.is_considered is (not is_open and state is not NOT_CONSIDERED)


@pytest.mark.parametrize("state", ["", "of another program"])
def test_no_word_or_one_that_is_not_known_leaves_what_is_written(state: str) -> None:
    sheet = empty(**note("A6"), matters=(said("S7.8", state, "x"),))
    assert standing_of(sheet, "S7.8") == MatterStanding("S7.8", WITH_NOTE)


def test_a_short_breaks_review_covers_only_what_its_steps_do() -> None:
    found = [each.matter for each in standings(empty(kind="short_breaks"))]
    assert found == ["S7.1", "S7.5", "S7.6", "S7.7", "S7.8", "S7.10", "S7.12", "S7.13", "S7.14"]
    assert standing_of(empty(kind="short_breaks"), "S7.3").is_open


STEPS, AREAS = st.sampled_from([*MEETING_STEPS]), st.sampled_from(["", *LIFE_AREAS])
MARKS = st.lists(st.builds(mark, STEPS, st.sampled_from(["", "Ill."])), unique_by=lambda m: m.step)
SAID_OF = st.lists(
    st.builds(
        said,
        st.sampled_from([*SCHEDULE_7]),
        st.sampled_from(["", *Considered]),
        st.sampled_from(["", "x"]),
    ),
    unique_by=lambda row: row.matter,
)
NOTED = st.lists(st.tuples(STEPS, AREAS), max_size=6)


@given(MARKS, SAID_OF, NOTED, st.sampled_from(["later", "short_breaks"]))
def test_every_matter_has_exactly_one_standing_and_a_reason_closes_it(
    marks: list[StepMarkOnSheet],
    matters: list[MatterOnSheet],
    noted: list[tuple[str, str]],
    kind: str,
) -> None:
    notes = tuple(
        sheets.note(f"n{place}", "worry", "x", step=step, life_area=area)
        for place, (step, area) in enumerate(noted)
    )
    sheet = empty(step_marks=tuple(marks), matters=tuple(matters), notes=notes, kind=kind)
    found = standings(sheet)
    assert tuple(each.matter for each in found) == sheet.matters_of_law
    told = {row.matter: row for row in matters}
    told |= {
        each.matter: said(each.matter, NOT_CONSIDERED, "No time.") for each in matters_open(sheet)
    }
    finished = empty(step_marks=tuple(marks), matters=(*told.values(),), notes=notes, kind=kind)
    assert matters_open(finished) == ()
    for each in standings(finished):
        assert each.state is not None
        assert each.words or each.state in {WITH_NOTE, NOTHING_TO_ADD}


def test_ready_reasons_speak_of_the_child_by_name_only() -> None:
    reasons = [
        *NOT_CONSIDERED_WHY,
        *(words for each in NOT_APPLICABLE_WHY.values() for words in each),
    ]
    assert all(each.format(name="Sam") for each in reasons)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = sample.open_database(tmp_path / "record")
    yield opened
    opened.close()


@pytest.fixture
def sam(database: Database) -> sample.Sample:
    return sample.fill(database)


def test_what_the_chair_says_is_kept_once_and_can_be_taken_back(
    database: Database, sam: sample.Sample
) -> None:
    for state, words in ((NOT_CONSIDERED, "No time."), (NOT_APPLICABLE, "Not so."), ("", "")):
        with database.saving(sam.iro_id) as session:
            consider(OpenReview(session, sam.review_id), "S7.14", state, words)
        (row,) = sample.sheet(database, sam).matters
        assert (row.matter, row.state, row.words) == ("S7.14", state, words)
    assert standing_of(sample.sheet(database, sam), "S7.14").state is None


@pytest.mark.parametrize(("matter", "state"), [("S7.15", "with_note"), ("S7.1", "forgotten")])
def test_no_other_matter_or_state_is_taken(
    database: Database, sam: sample.Sample, matter: str, state: str
) -> None:
    with database.saving(sam.iro_id) as session, pytest.raises(Refused):
        consider(OpenReview(session, sam.review_id), matter, state)


def test_a_right_has_the_day_it_was_gone_through_while_it_is_ticked(
    database: Database, sam: sample.Sample
) -> None:
    for done, on in ((True, date(2026, 8, 12)), (False, None)):
        with database.saving(sam.iro_id) as session:
            review = OpenReview(session, sam.review_id)
            go_through_right(review, "advocate", done=done, note="x", on=date(2026, 8, 12))
        (line,) = sample.sheet(database, sam).rights
        assert (line.done, line.note, line.on) == (done, "x", on)
    with database.saving(sam.iro_id) as session, pytest.raises(Refused):
        go_through_right(OpenReview(session, sam.review_id), "a pony", done=True)
