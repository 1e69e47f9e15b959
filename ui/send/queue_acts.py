"""What can be done with a copy where it stands, in words and with its key."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from models.held_copies import may_say_right
from models.sending_queue import CopyLine, CopyState, is_reached
from models.sending_steps import SendingWay, Step
from ui.language import N_, _


class Act(StrEnum):
    """What a person can do with one copy."""

    RIGHT = "right"
    BACK_TO_CHAIR = "back_to_chair"
    PRINT = "print"
    PRINTED = "printed"
    NEW_ADDRESS = "new_address"
    BY_HAND = "by_hand"
    SAVE = "save"
    DRAFT = "draft"
    SENT = "sent"
    PROOF = "proof"
    CAME_BACK = "came_back"
    AGAIN = "again"
    WITHDRAW = "withdraw"
    DESTROYED = "destroyed"
    LET_GO = "let_go"


KEYS: Final = {
    Act.RIGHT: "R",
    Act.BACK_TO_CHAIR: "C",
    Act.PRINT: "P",
    Act.PRINTED: "M",
    Act.NEW_ADDRESS: "N",
    Act.BY_HAND: "H",
    Act.SAVE: "F",
    Act.DRAFT: "E",
    Act.SENT: "S",
    Act.PROOF: "O",
    Act.CAME_BACK: "B",
    Act.AGAIN: "A",
}
_WORDS: Final = {
    Act.RIGHT: N_("Right words, right person"),
    Act.BACK_TO_CHAIR: N_("Back to the chair, because…"),
    Act.PRINT: N_("Print it"),
    Act.PRINTED: N_("Mark as printed"),
    Act.NEW_ADDRESS: N_("New address"),
    Act.BY_HAND: N_("By hand instead"),
    Act.SAVE: N_("Save the file"),
    Act.DRAFT: N_("Make an e-mail draft"),
    Act.PROOF: N_("Note proof"),
    Act.CAME_BACK: N_("It came back"),
    Act.AGAIN: N_("Send it again"),
    Act.WITHDRAW: N_("Do not send it any more"),
    Act.DESTROYED: N_("It is destroyed"),
    Act.LET_GO: N_("It may go, because…"),
}
_MARKED: Final = {
    Step.POSTED: N_("Mark as posted"),
    Step.EMAILED: N_("Mark as e-mailed"),
    Step.HANDED: N_("Mark as handed over"),
    Step.FILED: N_("Mark as filed"),
}
_SENT_BY: Final = {
    SendingWay.EMAIL: Step.EMAILED,
    SendingWay.HAND: Step.HANDED,
    SendingWay.FILE: Step.FILED,
}
_ELSEWHERE: Final = (Act.NEW_ADDRESS, Act.BY_HAND)
_BY_STATE: Final = {
    CopyState.TO_CHECK: (Act.RIGHT, Act.BACK_TO_CHAIR, Act.SAVE, Act.SENT, *_ELSEWHERE),
    CopyState.STOPPED: (Act.RIGHT,),
    CopyState.TO_PRINT: (Act.PRINT, Act.PRINTED, Act.SAVE, Act.SENT, *_ELSEWHERE),
    CopyState.TO_POST: (Act.SENT, Act.SAVE, *_ELSEWHERE),
    CopyState.TO_HAND: (Act.SENT, Act.SAVE),
    CopyState.TO_EMAIL: (Act.DRAFT, Act.SAVE, Act.SENT, *_ELSEWHERE),
    CopyState.TO_FILE: (Act.SAVE, Act.SENT),
    CopyState.SENT: (Act.PROOF, Act.CAME_BACK, Act.AGAIN),
    CopyState.RETURNED: (Act.AGAIN,),
}
_NEEDS_ADDRESS: Final = frozenset({Act.PRINT, Act.PRINTED, Act.DRAFT, Act.SENT})


@dataclass(frozen=True)
class Offer:
    """One act as it is offered; with `why_not` it is off, and says why."""

    act: Act
    words: str
    why_not: str = ""


def sent_step(copy: CopyLine) -> Step:
    """The step by which this copy is sent."""
    return _SENT_BY.get(copy.way, Step.POSTED)  # type: ignore[call-overload,no-any-return]  # a way is stored as its words


def offers(copy: CopyLine, me: str, *, releases: bool) -> tuple[Offer, ...]:
    """What this person can do with a copy now, the most likely first."""
    acts = _BY_STATE.get(copy.state, ())
    if copy.maker == me:  # the second look is for somebody else
        acts = tuple(each for each in acts if each not in (Act.RIGHT, Act.BACK_TO_CHAIR))
    if copy.way in (SendingWay.HAND, SendingWay.FILE):  # no address is needed
        acts = tuple(each for each in acts if each not in _ELSEWHERE)
    elif not is_reached(copy) and copy.is_waiting:  # what helps stands first
        acts = tuple(sorted(acts, key=lambda each: each not in _ELSEWHERE))
    if not may_say_right(copy, me):
        acts = tuple(each for each in acts if each is not Act.RIGHT)
    found = [Offer(act, act_words(act, copy), _why_not(act, copy, me)) for act in acts]
    if copy.is_to_destroy:
        found.insert(0, Offer(Act.DESTROYED, act_words(Act.DESTROYED, copy)))
    if releases and copy.state is CopyState.STOPPED:
        found.append(Offer(Act.LET_GO, act_words(Act.LET_GO, copy)))
    if releases and copy.is_waiting:
        found.append(Offer(Act.WITHDRAW, act_words(Act.WITHDRAW, copy)))
    return tuple(found)


def act_words(act: Act, copy: CopyLine) -> str:
    """Say what an act does."""
    return _(_MARKED[sent_step(copy)] if act is Act.SENT else _WORDS[act])


def _why_not(act: Act, copy: CopyLine, me: str) -> str:
    if act in _NEEDS_ADDRESS and not is_reached(copy):
        return no_address_words(copy)
    if act is not Act.SENT:
        return ""
    if copy.state is CopyState.TO_PRINT and sent_step(copy) is Step.POSTED:
        return _("You can mark it as posted when it is printed.")
    if copy.state is not CopyState.TO_CHECK:
        return ""
    if copy.maker == me:
        return _(
            "You released this copy. You can mark it as sent when somebody else has looked at it."
        )
    return _("You can mark it as sent when a second person has looked at it.")


def no_address_words(copy: CopyLine) -> str:
    """Say that nobody is reached where it goes."""
    if copy.way != SendingWay.EMAIL:
        return _("No address stands on it.")
    if not copy.where_to.strip():
        return _("No e-mail address stands on it.")
    return _("What stands on it is not one e-mail address.")
