"""Whose word a held copy waits for: nobody else says that it is right, or takes the hold back."""

from models.problems import N_, Problem
from models.sending_queue import CopyLine, CopyState
from models.sending_steps import Step


class HeldByAnother(Problem):
    """Somebody else says that a copy which was held, or given back, is right."""

    what = N_("This copy is held, and only who held it can say that it may go as it is.")
    kept = N_("The copy waits as it did.")
    next = N_("The chair releases a new version, or says in Send why this one may go.")


class HoldStands(Problem):
    """A hold is to be taken back as if nothing had been found."""

    what = N_("This copy is held because of what was found, so that is not simply taken back.")
    kept = N_("The copy waits as it did.")
    next = N_("Release a new version, or say in Send why this one may go.")


def may_say_right(copy: CopyLine, who: str) -> bool:
    """Whether this person may say that a copy is right: not where somebody else held it."""
    stop = copy.noted(Step.STOPPED)
    return copy.state is not CopyState.STOPPED or stop is None or stop.maker == who


def is_held_by_chair(copy: CopyLine) -> bool:
    """Whether it was held on the laptop of who released it, and no second person gave it back."""
    stop = copy.noted(Step.STOPPED)
    return copy.state is CopyState.STOPPED and stop is not None and stop.maker == copy.maker


def refuse_others_word(copy: CopyLine, step: str, who: str) -> None:
    """See that a hold is ended by nobody but who noted it.

    Raises: HeldByAnother.
    """
    if step == Step.CHECKED and not may_say_right(copy, who):
        raise HeldByAnother


def refuse_to_take_back(copy: CopyLine, who: str) -> None:
    """See that a hold is not taken back without a word, nor by another who noted it.

    Raises: HeldByAnother, HoldStands.
    """
    if not may_say_right(copy, who):
        raise HeldByAnother
    if is_held_by_chair(copy):
        raise HoldStands
