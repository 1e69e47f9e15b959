"""What the list of copies to send says in words: whose, what, how, and where it stands."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from models.document_kind import DocumentKind
from models.held_copies import is_held_by_chair
from models.people import ROLE_WORDS, Role
from models.rules.recipients import CHILD_READER, FILE_READER
from models.sending_queue import CopyLine, CopyState, Group, QueueLine, StepLine, since_sent_again
from models.sending_steps import SENDING_WAY_WORDS, SENT, SendingWay, Step
from ui.language import N_, _, day_in_words, ngettext, short_day

KIND_WORDS: Final[dict[str, str]] = {
    DocumentKind.LETTER: N_("Letter"),
    DocumentKind.OTHER_LETTER: N_("Letter"),
    DocumentKind.MINUTES: N_("Record"),
    DocumentKind.DECISIONS: N_("Decisions"),
    "invitation": N_("Invitation"),
    "form": N_("Form"),
}
GROUP_WORDS: Final = {
    Group.LATE: (N_("Late"), "over"),
    Group.TODAY: (N_("Due today"), "due"),
    Group.LATER: (N_("Later"), "ink"),
}
_WAITING: Final = {
    CopyState.TO_CHECK: N_("Waits for a second look"),
    CopyState.TO_PRINT: N_("To print"),
    CopyState.TO_POST: N_("Printed, to post"),
    CopyState.TO_EMAIL: N_("To e-mail"),
    CopyState.TO_HAND: N_("Printed, to hand over"),
    CopyState.TO_FILE: N_("To file"),
    CopyState.REPLACED: N_("A newer version is there"),
}
HELD: Final = "held"
"""How a stop is told that comes from the laptop of who released the copy."""
_WENT: Final[dict[str, str]] = {
    Step.POSTED: N_("Posted {day}"),
    Step.EMAILED: N_("E-mailed {day}"),
    Step.HANDED: N_("Handed over {day} to {note}"),
    Step.FILED: N_("Filed {day}"),
    Step.CHECKED: N_("Looked at {day} by {by}"),
    Step.STOPPED: N_("Given back to the chair {day} by {by}: {note}"),
    HELD: N_("Held {day}: {note}"),
    Step.PRINTED: N_("Printed {day}"),
    Step.DRAFTED: N_("E-mail draft made {day}"),
    Step.PROOF: N_("Proof noted {day}"),
    Step.RETURNED: N_("Came back {day}: {note}"),
    Step.SENT_AGAIN: N_("To be sent again {day}: {note}"),
    Step.NEW_ADDRESS: N_("Given a new address {day}"),
    Step.BY_HAND: N_("To be handed over instead, decided {day}"),
    Step.DESTROYED: N_("Taken out and destroyed {day} by {by}"),
    Step.WITHDRAWN: N_("Not to be sent any more {day}: {note}"),
}
_WENT_BY: Final[dict[str, str]] = {
    Step.POSTED: N_("Posted {day} by {by}"),
    Step.EMAILED: N_("E-mailed {day} by {by}"),
    Step.HANDED: N_("Handed over {day} by {by} to {note}"),
    Step.FILED: N_("Filed {day} by {by}"),
    Step.PRINTED: N_("Printed {day} by {by}"),
    Step.DRAFTED: N_("E-mail draft made {day} by {by}"),
    Step.PROOF: N_("Proof noted {day} by {by}: {note}"),
    Step.RETURNED: N_("Came back {day}, noted by {by}: {note}"),
    Step.SENT_AGAIN: N_("To be sent again {day}, asked by {by}: {note}"),
    Step.NEW_ADDRESS: N_("Given a new address {day} by {by}"),
    Step.BY_HAND: N_("To be handed over instead, decided {day} by {by}"),
    Step.WITHDRAWN: N_("Not to be sent any more {day}, said by {by}: {note}"),
}
_PRINTED_ANEW: Final = frozenset({Step.NEW_ADDRESS, Step.DESTROYED})
STATE_ICONS: Final = {
    CopyState.TO_CHECK: ("warning-circle-fill", "due"),
    CopyState.STOPPED: ("warning-circle-fill", "over"),
    CopyState.RETURNED: ("warning-circle-fill", "over"),
    CopyState.SENT: ("check-circle-fill", "well"),
    CopyState.WITHDRAWN: ("x-circle", "ink2"),
    CopyState.REPLACED: ("x-circle", "ink2"),
}


def kind_words(copy: CopyLine) -> str:
    """Say which paper it is, with its version from the second on."""
    words = _(KIND_WORDS.get(copy.kind, N_("Paper")))
    if copy.version < 2:
        return words
    return _("{paper}, version {number}").format(paper=words, number=copy.version)


def reader_words(copy: CopyLine) -> str:
    """Say who gets it, with what they are to the child."""
    if copy.reader == FILE_READER:
        return _("The council’s own file")
    kind = Role.PARENT if copy.role == "parent_with_pr" else copy.role  # a key of READER_RULES
    if copy.reader == CHILD_READER or kind not in set(Role):
        return copy.reader_name
    role = _(ROLE_WORDS[Role(kind)])
    return _("{name}, {role}").format(name=copy.reader_name, role=role[:1].lower() + role[1:])


def whose_and_who(lines: Sequence[QueueLine]) -> dict[str, str]:
    """Say of each copy, by its id, about whom it is and who gets it."""
    words = _("{child}: {who}")
    return {
        copy.id: words.format(child=line.name, who=reader_words(copy))
        for line in lines
        for copy in line.copies
    }


def way_words(copy: CopyLine) -> str:
    """Say how it goes."""
    return _(SENDING_WAY_WORDS[SendingWay(copy.way)]) if copy.way in set(SendingWay) else _("Post")


def state_words(copy: CopyLine, today: date) -> str:
    """Say where the copy stands."""
    if on_the_desk := _on_the_desk(copy):
        return on_the_desk
    if copy.state is CopyState.TO_EMAIL and copy.noted(Step.DRAFTED):
        return _("The e-mail draft is made; it is to be sent")
    if copy.state in _WAITING:
        return _(_WAITING[copy.state])
    wanted = {
        CopyState.STOPPED: (Step.STOPPED,),
        CopyState.RETURNED: (Step.RETURNED,),
        CopyState.WITHDRAWN: (Step.WITHDRAWN,),
    }.get(copy.state, tuple(SENT))
    found = [each for each in copy.steps if each.step in wanted]
    if not found:
        return ""
    last = found[-1]
    step = HELD if is_held_by_chair(copy) else last.step
    return step_words(step, last.on, last.note, today, last.by_name)


def _on_the_desk(copy: CopyLine) -> str:
    """Say what lies printed and is not to go, withdrawn or printed by two; else nothing."""
    if copy.is_to_destroy:
        return _("Printed, and not to go: take it out and destroy it")
    steps = since_sent_again(copy.steps)
    again = [at for at, each in enumerate(steps) if each.step in _PRINTED_ANEW]
    since = steps[again[-1] + 1 :] if again else steps
    printed = [each for each in since if each.step == Step.PRINTED]
    if copy.state not in (CopyState.TO_POST, CopyState.TO_HAND) or len(printed) < 2:
        return ""
    names = ", ".join(dict.fromkeys(each.by_name or _("a colleague") for each in printed))
    said = _("Printed {count} times, by {names}: send one and destroy the rest")
    return said.format(count=len(printed), names=names)


def step_words(step: str, on: date, note: str, today: date, by: str = "") -> str:
    """Say one step, with its day and what was noted."""
    words = _(_WENT.get(step, N_("Noted {day}")))
    day = _("today") if on == today else day_in_words(on, today)
    return words.format(day=day, note=note, by=by or _("a colleague")).strip()


def history_words(step: StepLine, today: date) -> str:
    """Say one step with who noted it, and why where that was said."""
    words = _(_WENT_BY.get(step.step, _WENT.get(step.step, N_("Noted {day} by {by}"))))
    day = _("today") if step.on == today else day_in_words(step.on, today)
    said = words.format(day=day, note=step.note, by=step.by_name or _("a colleague"))
    if step.step in (Step.NEW_ADDRESS, Step.BY_HAND) and step.note:
        return _("{what}: {why}").format(what=said, why=step.note)
    return said


def copy_words(copy: CopyLine, today: date) -> str:
    """Say what it is, how it goes and where it stands, in one line."""
    return _("{paper}. {way}. {state}").format(
        paper=kind_words(copy), way=way_words(copy), state=state_words(copy, today)
    )


def papers_words(copies: Sequence[CopyLine]) -> str:
    """Say which papers of a review these are, and for how many people."""
    kinds = list(dict.fromkeys(_(KIND_WORDS.get(each.kind, N_("Paper"))) for each in copies))
    people = len({each.reader for each in copies})
    words = ngettext("{papers}, {count} person", "{papers}, {count} people", people)
    return words.format(papers=_listed(kinds), count=people)


def _listed(kinds: list[str]) -> str:
    if len(kinds) < 2:
        return "".join(kinds)
    rest = [each.lower() for each in kinds[1:]]
    first = ", ".join([kinds[0], *rest[:-1]])
    return _("{these} and {last}").format(these=first, last=rest[-1])


def review_words(line: QueueLine, today: date) -> str:
    """Say which review it is, when it was and who chaired it."""
    if not line.number:
        return line.chair
    if line.met_on is None:
        words = _("Review {number}. Chaired by {chair}") if line.chair else _("Review {number}")
        return words.format(number=line.number, chair=line.chair)
    day = day_in_words(line.met_on, today)
    if not line.chair:
        return _("Review {number}, {day}").format(number=line.number, day=day)
    words = _("Review {number}, {day}. Chaired by {chair}")
    return words.format(number=line.number, day=day, chair=line.chair)


def due_badge(line: QueueLine) -> tuple[str, str]:
    """Say how late a line is, or when it is due, and the kind of its badge."""
    if line.due_on is None:
        return _("No day set"), ""
    if line.group is Group.LATE:
        late = ngettext("{count} day late", "{count} days late", line.days_late)
        return late.format(count=line.days_late), "over"
    if line.group is Group.TODAY:
        return _("Today"), "due"
    return short_day(line.due_on), ""


def why_nothing_to_print(lines: Sequence[QueueLine]) -> str:
    """Say why no batch can be printed, where none can."""
    waiting = sum(len(each.only(CopyState.TO_CHECK)) for each in lines)
    if not waiting:
        return _("No copy waits to be printed.")
    words = ngettext(
        "Nothing to print: {count} copy waits for a second look.",
        "Nothing to print: {count} copies wait for a second look.",
        waiting,
    )
    return words.format(count=waiting)
