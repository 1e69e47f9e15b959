"""The minutes of how the decisions became final: sent, answered, amended, and approved."""

from collections.abc import Iterator

from letters.decisions_of_sheet import before_and_now
from letters.minutes_writing import MinutesWriting
from letters.paragraph import Paragraph, Source
from letters.standing_of_decisions import standing_on
from models.managers_reply_words import NO_REPLY
from models.problems import N_
from models.review_sheet import ManagerReplyOnSheet, MilestoneOnSheet
from models.rules.timescale import limit
from models.rules.timescales import MANAGER_REPLIES, TIMESCALES
from models.rules.working_days import BeyondCalendar, WorkingDays

_SAID = {
    "agreed": (N_("{who} agreed all decisions on {date}."),
               N_("{who} agreed decision {number} on {date}.")),
    "query": (N_("{who} asked about the decisions on {date}: {words}"),
              N_("{who} asked about decision {number} on {date}: {words}")),
    "objection": (N_("{who} objected to the decisions on {date}: {words}"),
                  N_("{who} objected to decision {number} on {date}: {words}")),
}  # fmt: skip
_BECAME = {
    "answered": N_("Answered on {date}: {answer}"),
    "amended": N_("The decision was amended on {date}."),
    "stands": N_("The decision stands, with the manager’s reason beside it. {answer}"),
    "withdrawn": N_("Withdrawn on {date}."),
}


def how_it_became_final(writing: MinutesWriting) -> Iterator[Paragraph]:
    """The manager's answers, what was amended, and since when the record is final."""
    for reply in writing.sheet.replies:
        yield from _reply(writing, reply)
    yield from _silence(writing)
    for change in writing.sheet.decision_changes:
        yield from before_and_now(writing, change)
    final_on = writing.sheet.finalised_on
    if final_on is not None:
        source, day = writing.of_review("finalised_on"), writing.wording.plain_date(final_on)
        yield writing.say(N_("This record is final since {date}."), source, date=day)


def _reply(writing: MinutesWriting, reply: ManagerReplyOnSheet) -> Iterator[Paragraph]:
    """What the manager said, and what became of it; nothing about a restricted decision."""
    numbers = {each.id: at for at, each in enumerate(writing.decisions, start=1)}
    if reply.decision_id is not None and reply.decision_id not in numbers:
        return
    to_all, to_one = _SAID[reply.reply]
    source, plain = Source("manager_reply", reply.id, "words"), writing.wording.plain_date
    who = reply.who.strip() or writing.wording.say(N_("The team manager"))
    yield writing.say(
        to_one if reply.decision_id else to_all,
        source,
        who=who,
        number=numbers.get(reply.decision_id or "", 0),
        date=plain(reply.on),
        words=reply.words.strip(),
    )
    if reply.settled in _BECAME and reply.settled_on is not None:
        said, source = _BECAME[reply.settled], Source("manager_reply", reply.id, "answer")
        answer = reply.answer.strip()
        yield writing.say(said, source, date=plain(reply.settled_on), answer=answer)


def _silence(writing: MinutesWriting) -> Iterator[Paragraph]:
    """That there was no reply in time, where silence let the decisions stand."""
    clock = _clock(writing, MANAGER_REPLIES.id)
    sent_on = standing_on(writing.sheet, writing.dated).sent_on
    if clock is None or clock.note != NO_REPLY or sent_on is None:
        return
    try:
        last = limit(MANAGER_REPLIES, sent_on, WorkingDays.of_england_and_wales())
    except BeyondCalendar:
        last = clock.met_on
    source, day = Source("milestone", clock.id, "met_on"), writing.wording.plain_date(last)
    yield writing.say(N_("No reply by {date}; the decisions stand."), source, date=day)


def _clock(writing: MinutesWriting, clock: str) -> MilestoneOnSheet | None:
    return next((each for each in writing.sheet.milestones if each.clock == clock), None)


def clock_line(writing: MinutesWriting, milestone: MilestoneOnSheet) -> Paragraph | None:
    """When a clock was met, and why it was late; none for one that is told otherwise."""
    is_known = milestone.clock in TIMESCALES
    if not is_known or (milestone.clock == MANAGER_REPLIES.id and milestone.note == NO_REPLY):
        return None
    what = writing.wording.say(TIMESCALES[milestone.clock].name)
    day = writing.wording.plain_date(milestone.met_on)
    source = Source("milestone", milestone.id, "met_on")
    if why := milestone.note.strip():
        said = N_("{what}: {date}. Late, because: {why}")
        return writing.say(said, source, what=what, date=day, why=why)
    return writing.say(N_("{what}: {date}."), source, what=what, date=day)
