"""What can be done with a copy where it stands, in words and with its key."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from models.held_copies import may_say_right
from models.sending_queue import CopyLine, CopyState
from models.sending_steps import SendingWay, Step
from ui.language import N_, _


class Act(StrEnum):
    """What a person can do with one copy."""

    RIGHT = "right"
    BACK_TO_CHAIR = "back_to_chair"
    PRINT = "print"
    SAVE = "save"
    DRAFT = "draft"
    SENT = "sent"
    PROOF = "proof"
    CAME_BACK = "came_back"
    AGAIN = "again"
    WITHDRAW = "withdraw"
    LET_GO = "let_go"


KEYS: Final = {
    Act.RIGHT: "R",
    Act.BACK_TO_CHAIR: "C",
    Act.PRINT: "P",
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
    Act.SAVE: N_("Save the file"),
    Act.DRAFT: N_("Make an e-mail draft"),
    Act.PROOF: N_("Note proof"),
    Act.CAME_BACK: N_("It came back"),
    Act.AGAIN: N_("Send it again"),
    Act.WITHDRAW: N_("Do not send it any more"),
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
_BY_STATE: Final = {
    CopyState.TO_CHECK: (Act.RIGHT, Act.BACK_TO_CHAIR, Act.SENT),
    CopyState.STOPPED: (Act.RIGHT,),
    CopyState.TO_PRINT: (Act.PRINT, Act.SAVE, Act.SENT),
    CopyState.TO_POST: (Act.SENT, Act.SAVE),
    CopyState.TO_HAND: (Act.SENT, Act.SAVE),
    CopyState.TO_EMAIL: (Act.DRAFT, Act.SAVE, Act.SENT),
    CopyState.TO_FILE: (Act.SAVE, Act.SENT),
    CopyState.SENT: (Act.PROOF, Act.CAME_BACK, Act.AGAIN),
    CopyState.RETURNED: (Act.AGAIN,),
}


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
    if not may_say_right(copy, me):
        acts = tuple(each for each in acts if each is not Act.RIGHT)
    found = [Offer(act, act_words(act, copy), _why_not(act, copy, me)) for act in acts]
    if releases and copy.state is CopyState.STOPPED:
        found.append(Offer(Act.LET_GO, act_words(Act.LET_GO, copy)))
    if releases and copy.is_waiting:
        found.append(Offer(Act.WITHDRAW, act_words(Act.WITHDRAW, copy)))
    return tuple(found)


def act_words(act: Act, copy: CopyLine) -> str:
    """Say what an act does."""
    return _(_MARKED[sent_step(copy)] if act is Act.SENT else _WORDS[act])


def _why_not(act: Act, copy: CopyLine, me: str) -> str:
    if act is not Act.SENT or copy.state is not CopyState.TO_CHECK:
        return ""
    if copy.maker == me:
        return _(
            "You released this copy. You can mark it as sent when somebody else has looked at it."
        )
    return _("You can mark it as sent when a second person has looked at it.")
