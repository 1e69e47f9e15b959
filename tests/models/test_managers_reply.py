"""Decisions with the manager: what is kept of the answer, and what may no longer be changed."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models import managers_reply as acts
from models.database import Database
from models.document_kind import DocumentKind
from models.editing import put, remove
from models.issuing import Issue, NoReason
from models.locked import DecisionsAreOut, RecordIsFinal
from models.manager_reply import Reply, Settled
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.rules.finalising import Standing, standing_of_decisions
from tests import sample

SENT, ANSWERED, SILENT = date(2026, 8, 14), date(2026, 8, 18), date(2026, 8, 24)
AT = datetime(2026, 8, 14, 9, tzinfo=UTC)


class World:
    """Sam's finished review, and acts in it."""

    def __init__(self, database: Database, made: sample.Sample) -> None:
        self.database, self.made = database, made

    def act(self, act: Callable[[OpenReview], object]) -> None:
        """Do one thing."""
        self.save(lambda session: act(OpenReview(session, self.made.review_id)))

    def save(self, act: Callable[[Session], object]) -> None:
        """Do one edit."""
        with self.database.saving(self.made.iro_id) as session:
            act(session)

    @property
    def sheet(self) -> ReviewSheet:
        """The review as it stands."""
        return sample.sheet(self.database, self.made)

    def send(self, reason: str = "") -> None:
        """Send the decisions."""
        new = Issue(DocumentKind.DECISIONS, b"%PDF sheet", "words", reason=reason)
        self.act(lambda review: acts.send_decisions(review, SENT, new, self.made.iro_id, AT))

    def approve(self, on: date, reason: str = "") -> None:
        """Make the record final."""
        new = Issue(DocumentKind.MINUTES, b"%PDF record", "words", reason=reason)
        me, calendar = self.made.iro_id, sample.calendar()
        self.act(lambda review: acts.finalise(review, on, calendar, new, me, AT))

    def amend(self, decision_id: str, reason: str, **fields: object) -> None:
        """Amend a decision."""
        me = self.made.iro_id
        self.act(
            lambda review: acts.amend_decision(review, decision_id, fields, reason, me, ANSWERED)
        )

    def reply(self, reply: Reply, words: str = "", decision_id: str = "") -> None:
        """Note an answer of the manager."""
        said = ("Ruth Pellworth", words, decision_id)
        self.act(lambda review: acts.note_reply(review, reply, ANSWERED, *said))

    def standing(self, on: date) -> Standing:
        """Where the decisions stand."""
        return standing_of_decisions(self.sheet, on, sample.calendar()).state


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A review finished on 12 August, two decisions in it."""
    database, made = sample.open_filled(tmp_path / "record")
    sample.write_whole_review(database, made)
    found = World(database, made)
    found.act(lambda review: review.finish(sample.NOW, "17:00", sample.calendar()))
    yield found
    database.close()


def _clock(world: World, clock: str) -> tuple[date, str]:
    return next((each.met_on, each.note) for each in world.sheet.milestones if each.clock == clock)


def test_sending_the_sheet_meets_its_clock_and_freezes_the_decisions(world: World) -> None:
    first = world.sheet.decisions[0].id
    world.save(lambda session: put(session, "decision", first, "why", "Typed before it went."))
    world.send()
    assert _clock(world, "T31") == (SENT, "")
    assert world.standing(SENT) is Standing.WITH_MANAGER
    for act in (
        lambda session: put(session, "decision", first, "what", "Something else"),
        lambda session: remove(session, "decision", first),
        lambda session: OpenReview(session, world.made.review_id).decide("One more"),
    ):
        with pytest.raises(DecisionsAreOut):
            world.save(act)
    world.save(lambda session: put(session, "decision", first, "letter_words", "In your words."))
    assert world.sheet.decisions[0].letter_words == "In your words."


def test_an_amended_decision_keeps_how_it_was_and_the_sheet_goes_again(world: World) -> None:
    world.send()
    first = world.sheet.decisions[0]
    with pytest.raises(acts.NeedsAReason):
        world.amend(first.id, " ", who="Ruth Pellworth")
    world.amend(first.id, "The manager asked for it", who="Ruth Pellworth")
    (kept,) = world.sheet.decision_changes
    assert (kept.who, kept.what, kept.version) == (first.who, first.what, 1)
    assert world.sheet.decisions[0].who == "Ruth Pellworth"
    assert not standing_of_decisions(world.sheet, SILENT, sample.calendar()).may_finalise
    with pytest.raises(NoReason):
        world.send()
    world.send("The manager asked for one change")
    assert not standing_of_decisions(world.sheet, SENT, sample.calendar()).is_amended


def test_a_decision_added_or_taken_out_after_the_sheet_went_says_why(world: World) -> None:
    world.send()
    before = len(world.sheet.decisions)
    me, gone = world.made.iro_id, world.sheet.decisions[0].id
    new = {"what": "Ask the panel", "who": "Ruth Pellworth"}
    world.act(lambda review: acts.add_decision(review, new, "It was forgotten", me, ANSWERED))
    world.act(lambda review: acts.withdraw_decision(review, gone, "Done already", me, ANSWERED))
    assert [each.number for each in world.sheet.decisions] == list(range(1, before + 1))
    happened = {each.what_happened for each in world.sheet.decision_changes}
    assert happened == {acts.ADDED, acts.WITHDRAWN}


def test_silence_lets_them_stand_and_is_never_noted_as_agreed(world: World) -> None:
    world.send()
    with pytest.raises(acts.NotYetFinal):
        world.approve(ANSWERED)
    world.approve(SILENT)
    assert world.standing(SILENT) is Standing.FINAL
    assert _clock(world, "T32") == (SILENT, acts.NO_REPLY)
    assert world.sheet.replies == ()


def test_an_objection_waits_for_its_answer_and_can_open_a_dispute(world: World) -> None:
    world.send()
    first, *_rest = world.sheet.decisions
    with pytest.raises(acts.NeedsAReason):
        world.reply(Reply.OBJECTION, decision_id=first.id)
    world.reply(Reply.OBJECTION, "There is no money for it", first.id)
    assert _clock(world, "T32") == (ANSWERED, "")
    assert world.standing(SILENT) is Standing.DISPUTED
    with pytest.raises(acts.NotYetFinal):
        world.approve(SILENT)
    (reply,) = world.sheet.replies
    world.act(
        lambda review: acts.answer_reply(
            review, reply.id, Settled.STANDS, ANSWERED, "It is needed.", "No money was found"
        )
    )
    (dispute,) = world.sheet.disputes
    assert (dispute.what, dispute.decision_id) == ("No money was found", first.id)
    assert world.sheet.replies[0].dispute_id == dispute.id
    found = standing_of_decisions(world.sheet, SILENT, sample.calendar())
    assert found.disputed == {first.id}
    assert not found.is_decided(first.id)
    world.approve(SILENT)


def test_a_question_is_answered_before_the_record_can_be_final(world: World) -> None:
    world.send()
    world.reply(Reply.QUERY, "Who pays?")
    reply = world.sheet.replies[0].id
    with pytest.raises(acts.NeedsAReason):
        world.act(lambda review: acts.answer_reply(review, reply, Settled.ANSWERED, ANSWERED))
    world.act(
        lambda review: acts.answer_reply(review, reply, Settled.ANSWERED, ANSWERED, "The council.")
    )
    world.reply(Reply.AGREED)
    assert world.standing(ANSWERED) is Standing.AGREED
    world.approve(ANSWERED)


def test_a_final_record_is_locked_until_it_is_opened_with_a_reason(world: World) -> None:
    world.send()
    world.approve(SILENT)
    review_id, note = world.made.review_id, world.sheet.notes[0].id
    for table, row, field in (("review", review_id, "iro_view"), ("note", note, "words")):
        with pytest.raises(RecordIsFinal):
            world.save(lambda session, at=(table, row, field): put(session, *at, "Other words."))
    world.save(lambda session: put(session, "note", note, "restricted", value=True))
    with pytest.raises(acts.NeedsAReason):
        world.act(lambda review: acts.reopen(review, ""))
    world.act(lambda review: acts.reopen(review, "A name was wrong"))
    world.save(lambda session: put(session, "review", review_id, "iro_view", "Other words."))
    assert world.sheet.reopened_why == "A name was wrong"
    world.approve(SILENT, "A name was wrong")
    latest = world.sheet.latest_document(DocumentKind.MINUTES)
    assert latest is not None
    assert (latest.version, latest.reason) == (2, "A name was wrong")
    assert world.sheet.reopened_why == ""


def test_a_clock_that_was_late_keeps_why(world: World) -> None:
    world.send()
    world.act(lambda review: acts.give_late_reason(review, "T31", "I was away."))
    assert _clock(world, "T31") == (SENT, "I was away.")
