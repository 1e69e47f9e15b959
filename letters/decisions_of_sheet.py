"""The parts of the decisions sheet: its table, what changed in it, and the manager's box."""

from collections.abc import Iterator
from datetime import date

from letters.minutes_form import Cell, MinutesSection, WordTable
from letters.minutes_writing import MinutesWriting
from letters.paragraph import Paragraph, Piece, Source
from letters.standing_of_decisions import standing_on
from models.problems import N_
from models.review_sheet import (
    DecisionChangeOnSheet,
    DecisionOnSheet,
    ManagerReplyOnSheet,
    PersonOnSheet,
    ReviewSheet,
)
from models.rules.timescale import limit
from models.rules.timescales import MANAGER_REPLIES
from models.rules.working_days import BeyondCalendar, WorkingDays

TEAM_MANAGER = "team_manager"
_SHARES = (0.05, 0.32, 0.20, 0.155, 0.275)


def manager_of(sheet: ReviewSheet) -> PersonOnSheet | None:
    """The team manager among the people round the child."""
    return next((each for each in sheet.people if each.role == TEAM_MANAGER), None)


def decisions_table(writing: MinutesWriting) -> WordTable | None:
    """Number, what will happen, who, by when and how the child will know; none without any."""
    if not writing.decisions:
        return None
    say = writing.wording.say
    head = (
        "", say(N_("What will happen")), say(N_("Who")), say(N_("By when")),
        say(N_("How {name} will know"), name=writing.called),
    )  # fmt: skip
    rows = tuple(_row(writing, at, each) for at, each in enumerate(writing.decisions, start=1))
    rows = writing.evened(rows, (4,))
    return WordTable(head, rows, _SHARES)


def _row(writing: MinutesWriting, number: int, decision: DecisionOnSheet) -> tuple[Cell, ...]:
    key = decision.id
    what = [Paragraph((Piece(decision.what.strip(), bold=True),), Source("decision", key, "what"))]
    if decision.why.strip():
        what.append(writing.plain(decision.why, "decision", key, "why"))
    what += objections(writing, decision)
    know = writing.plain(decision.how_we_will_know, "decision", key, "how_we_will_know")
    return (
        (writing.line("{number}", number=number),),
        tuple(what),
        (writing.who(decision),),
        (writing.by_when(decision),),
        (know,),
    )


def objections(writing: MinutesWriting, decision: DecisionOnSheet) -> Iterator[Paragraph]:
    """What the manager has against one decision, beside it, while it is not settled."""
    for reply in writing.sheet.replies:
        if reply.decision_id == decision.id and _is_against(reply):
            source = Source("manager_reply", reply.id, "words")
            said = N_("The manager does not agree: “{words}”")
            if not reply.words.strip():
                said = N_("The manager does not agree.")
            yield writing.say(said, source, words=reply.words.strip())


def _is_against(reply: ManagerReplyOnSheet) -> bool:
    return reply.reply == "objection" and reply.settled in ("", "stands")


def changes(writing: MinutesWriting) -> MinutesSection | None:
    """What was amended since the sheet of the version before, for a correction."""
    correction = writing.correction
    if correction is None:
        return None
    told = tuple(
        line
        for each in writing.sheet.decision_changes
        if each.version == correction.replaces_version
        for line in before_and_now(writing, each)
    )
    if not told:
        return None
    heading = N_("What changed since version {version}")
    said = writing.wording.say(heading, version=correction.replaces_version)
    return MinutesSection("changed", said, told)


def before_and_now(writing: MinutesWriting, change: DecisionChangeOnSheet) -> Iterator[Paragraph]:
    """How a decision was until it was amended, and why it was; nothing of a restricted one."""
    open_ones = {each.id: at for at, each in enumerate(writing.decisions, start=1)}
    is_gone = change.what_happened == "withdrawn"
    if change.decision_id not in open_ones and not is_gone:
        return
    if change.decision_id in {each.id for each in writing.sheet.decisions if each.restricted}:
        return
    source = Source("decision_change", change.id, "reason")
    yield writing.say(
        _CHANGED[change.what_happened],
        source,
        number=open_ones.get(change.decision_id, 0),
        before=as_it_was(writing, change),
        date=writing.wording.plain_date(change.on),
        reason=change.reason.strip(),
    )


def as_it_was(writing: MinutesWriting, change: DecisionChangeOnSheet) -> str:
    """What a decision said: what, who and by when."""
    said = [change.what.strip(), change.who.strip()]
    if change.by_when is not None:
        said.append(writing.wording.say("{date}", date=writing.wording.plain_date(change.by_when)))
    return ", ".join(filter(None, said))


_CHANGED = {
    "amended": N_(
        "Decision {number} said until {date}: “{before}”. It was changed because: {reason}"
    ),
    "added": N_("Decision {number} was added on {date}, because: {reason}"),
    "withdrawn": N_("“{before}” was taken out on {date}, because: {reason}"),
}


def manager_box(writing: MinutesWriting) -> tuple[str, Paragraph]:
    """The heading of the manager's box, and until when and what follows from silence."""
    say = writing.wording.say
    heading = say(N_("For the team manager"))
    reply_by = _reply_by(writing)
    if reply_by is None:
        said = N_("If you do not agree with a decision, or it cannot be done in time, tell me.")
        return heading, writing.line(said)
    full = writing.wording.full_day(reply_by)
    day = Piece(full.text, bold=True, together=True)
    if not writing.sheet.council.silence_stands:
        said = N_(
            "Please tell me by {date} whether you agree with these decisions, and whether they "
            "can be done in time. I need your answer before I can finish the record."
        )
        return heading, writing.line(said, date=day)
    said = N_(
        "If you do not agree with a decision, or it cannot be done in time, tell me by {date}. "
        "If I hear nothing by then the decisions stand; I will finish the record and send it out."
    )
    return heading, writing.line(said, date=day)


def _reply_by(writing: MinutesWriting) -> date | None:
    """The last day of the answer to this version; none where it cannot be counted."""
    standing = standing_on(writing.sheet, writing.dated)
    if writing.correction is None and standing.reply_by is not None:
        return standing.reply_by
    try:
        return limit(MANAGER_REPLIES, writing.dated, WorkingDays.of_england_and_wales())
    except BeyondCalendar:
        return None
