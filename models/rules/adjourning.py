"""Why a review is adjourned, moved to another day or held late: ready reasons to choose from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from models.rules.marking import N_

SOURCE = "Five annual reports of IRO services; Southampton section 4; domain reference 2.3 and 2.5"

OTHER: Final = "other"


@dataclass(frozen=True)
class Reason:
    """One ready reason; `needs_words` when it says too little alone."""

    key: str
    words: str
    needs_words: bool = False


ADJOURN_REASONS: tuple[Reason, ...] = (
    Reason("no_plan", N_("There is no care plan that a manager has authorised")),
    Reason("papers", N_("Papers that the review needs have not come")),
    Reason("person_missing", N_("Someone the review needs could not come"), needs_words=True),
    Reason("child_stopped", N_("Wanted to stop, or was upset or unwell")),
    Reason("too_much", N_("There was not enough time for everything")),
    Reason("interpreter", N_("The interpreter or the help with communication did not come")),
    Reason("recording", N_("Someone recorded the meeting without everyone’s consent")),
    Reason("unsafe", N_("It was not safe or fair to go on"), needs_words=True),
    Reason("chair", N_("The chair was taken ill or called away")),
    Reason(OTHER, N_("Another reason"), needs_words=True),
)
MOVE_REASONS: tuple[Reason, ...] = (
    Reason("child_asked", N_("Own wish for another day")),
    Reason("family_asked", N_("The family asked for another day")),
    Reason("carer_asked", N_("The carer asked for another day")),
    Reason("worker_away", N_("The social worker could not come")),
    Reason("chair_away", N_("The chair could not come")),
    Reason("move", N_("A move to another home on that day")),
    Reason("papers", N_("The papers were not ready")),
    Reason("told_late", N_("The service was told late that care had begun")),
    Reason("brought_forward", N_("It was brought forward, because something has changed")),
    Reason(OTHER, N_("Another reason"), needs_words=True),
)


def why_words(
    reasons: tuple[Reason, ...], key: str, typed: str, say: Callable[[str], str] = str
) -> str:
    """Say why by the ready reason and what was typed; "Another reason" gives way to the words."""
    chosen = next((each for each in reasons if each.key == key), None)
    is_said = chosen is not None and not (chosen.key == OTHER and typed.strip())
    said = [say(chosen.words) if chosen and is_said else "", typed.strip()]
    return " ".join(f"{each.rstrip('.')}." for each in said if each)


def says_enough(reasons: tuple[Reason, ...], key: str, words: str) -> bool:
    """Whether a reason was given: one that is chosen, with words where it needs them."""
    chosen = next((each for each in reasons if each.key == key), None)
    if chosen is None:
        return bool(words.strip())
    return bool(words.strip()) or not chosen.needs_words
