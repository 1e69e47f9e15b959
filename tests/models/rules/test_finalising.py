"""Where the decisions of a review stand, day by day (domain reference 6.2)."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.rules.finalising import Standing, standing_of_decisions
from models.rules.working_days import WorkingDays

SENT = date(2026, 11, 17)  # a Tuesday; five working days on is Tuesday 24 November
LAST, AFTER = date(2026, 11, 24), date(2026, 11, 25)
CALENDAR = WorkingDays.of_england_and_wales()


@dataclass(frozen=True)
class Row:
    """A decision, a clock, a paper, an answer or a change, by the fields it has."""

    id: str = ""
    clock: str = ""
    met_on: date = SENT
    kind: str = "decisions"
    version: int = 1
    issued_at: datetime = datetime(2026, 11, 17, 9, tzinfo=UTC)
    decision_id: str | None = None
    reply: str = ""
    settled: str = ""
    silence_stands: bool = True


@dataclass(frozen=True)
class Review:
    """The least of a review."""

    milestones: tuple[Row, ...] = (Row(clock="T31"),)
    replies: tuple[Row, ...] = ()
    decision_changes: tuple[Row, ...] = ()
    decisions: tuple[Row, ...] = (Row("d-1"), Row("d-2"))
    documents: tuple[Row, ...] = (Row(),)
    council: Row = field(default_factory=Row)
    finalised_on: date | None = None


YES, NO = Row(reply="agreed"), Row("r", reply="objection", decision_id="d-1")
ASKS = Row("q", reply="query")


@pytest.mark.parametrize(
    ("review", "today", "state", "may_finalise"),
    [
        (Review(milestones=(), documents=()), SENT, Standing.DRAFT, False),
        (Review(), SENT, Standing.WITH_MANAGER, False),
        (Review(), LAST, Standing.WITH_MANAGER, False),  # the whole of the last day counts
        (Review(), AFTER, Standing.NO_REPLY, True),
        (Review(council=Row(silence_stands=False)), AFTER, Standing.WITH_MANAGER, False),
        (Review(replies=(YES,)), SENT, Standing.AGREED, True),
        (Review(replies=(ASKS,)), AFTER, Standing.WITH_MANAGER, False),
        (Review(replies=(ASKS, YES)), SENT, Standing.WITH_MANAGER, False),
        (Review(replies=(NO,)), AFTER, Standing.DISPUTED, False),
        (Review(replies=(Row("r", reply="objection", settled="stands", decision_id="d-1"),)),
         AFTER, Standing.DISPUTED, True),
        (Review(replies=(Row("r", reply="objection", settled="withdrawn"), YES)),
         SENT, Standing.AGREED, True),
        (Review(decision_changes=(Row(),)), AFTER, Standing.WITH_MANAGER, False),
        (Review(finalised_on=AFTER), AFTER, Standing.FINAL, False),
        (Review(finalised_on=AFTER, milestones=(Row(clock="T36"),)), AFTER,
         Standing.DISTRIBUTED, False),
        (Review(milestones=(Row(clock="T31"), Row(clock="T32")), documents=()), SENT,
         Standing.NO_REPLY, True),
    ],
)  # fmt: skip
def test_the_decisions_stand_so_on_a_day(
    review: Review, today: date, state: Standing, *, may_finalise: bool
) -> None:
    found = standing_of_decisions(review, today, CALENDAR)
    assert (found.state, found.may_finalise) == (state, may_finalise)


def test_the_manager_has_five_working_days_from_the_newest_sheet() -> None:
    assert standing_of_decisions(Review(), SENT, CALENDAR).reply_by == LAST
    again = Row(version=2, issued_at=datetime(2026, 12, 21, 9, tzinfo=UTC))
    found = standing_of_decisions(Review(documents=(Row(), again)), AFTER, CALENDAR)
    assert found.reply_by == date(2026, 12, 30)  # Christmas Day and the day for Boxing Day
    old = Row(reply="agreed", version=1)
    found = standing_of_decisions(
        Review(documents=(Row(), again), replies=(old,)), date(2026, 12, 21), CALENDAR
    )
    assert found.state is Standing.WITH_MANAGER


def test_one_decision_may_be_disputed_while_the_others_stand() -> None:
    found = standing_of_decisions(Review(replies=(NO,)), AFTER, CALENDAR)
    assert not found.is_decided("d-1")
    assert found.is_decided("d-2")
    whole = Row("r", reply="objection", settled="stands")
    found = standing_of_decisions(Review(replies=(whole,)), SENT, CALENDAR)
    assert not found.is_decided("d-2")
    assert found.may_finalise


def test_agreeing_each_decision_is_agreeing_all_of_them() -> None:
    one_by_one = tuple(Row(reply="agreed", decision_id=key) for key in ("d-1", "d-2"))
    found = standing_of_decisions(Review(replies=one_by_one), SENT, CALENDAR)
    assert found.state is Standing.AGREED
    found = standing_of_decisions(Review(replies=one_by_one[:1]), SENT, CALENDAR)
    assert found.state is Standing.WITH_MANAGER


def test_where_the_last_day_cannot_be_counted_nothing_waits_for_it() -> None:
    old = Review(milestones=(Row(clock="T31", met_on=date(1900, 1, 1)),))
    found = standing_of_decisions(old, SENT, CALENDAR)
    assert found.reply_by is None
    assert found.state is Standing.NO_REPLY


_replies = st.lists(
    st.builds(
        Row,
        id=st.sampled_from(["r-1", "r-2"]),
        reply=st.sampled_from(["agreed", "query", "objection"]),
        settled=st.sampled_from(["", "answered", "amended", "stands", "withdrawn"]),
        decision_id=st.sampled_from([None, "d-1", "d-2"]),
    ),
    max_size=3,
)


@settings(max_examples=60)
@given(replies=_replies, silence=st.booleans(), today=st.dates(SENT, date(2026, 12, 20)))
def test_nothing_is_final_while_the_manager_waits_for_an_answer(
    replies: list[Row], today: date, *, silence: bool
) -> None:
    review = Review(replies=tuple(replies), council=Row(silence_stands=silence))
    found = standing_of_decisions(review, today, CALENDAR)
    waits = any(each.reply != "agreed" and not each.settled for each in replies)
    assert not (waits and found.may_finalise)
    if not silence and not replies:
        assert not found.may_finalise
