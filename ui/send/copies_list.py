"""What a line of the list of people says of somebody's copies."""

from collections.abc import Mapping, Sequence

from models.readers_of_papers import Reader
from models.sending_queue import CopyState
from ui.language import _
from ui.problem_box import sentences
from ui.send.copies_cuts import Places
from ui.send.copies_people import CHECK, LOOK, MAKING, NOTHING, RELEASED, PersonShown
from ui.send.copies_sent import standing_words
from ui.send.copies_standing import CopyStanding, parts_left_out, state_of
from ui.send.copies_words import detail_words, to_do_words, who_words


def person_shown(
    reader: Reader, own: Sequence[CopyStanding], whole: Mapping[str, Places], child: str
) -> PersonShown:
    """One line of the list."""
    state = state_of(own)
    kinds = tuple(each.kind for each in own)
    detail = detail_words(reader, kinds, parts_left_out(own, whole))
    trouble = next((each.trouble for each in own if each.trouble and each.is_fresh), None)
    to_do = to_do_words(
        sum(each.unanswered for each in own), sum(each.state == LOOK for each in own)
    )
    if state == MAKING:
        to_do = _("Being made")
    elif state == CHECK and trouble is not None:
        to_do = sentences(trouble)[0]
    elif state == NOTHING:
        to_do = ""
    elif state != CHECK:
        to_do = _what_became(own) or to_do
    to_do = " ".join(filter(None, (_must_not_go(own), to_do)))
    return PersonShown(reader.key, who_words(reader, child), detail, state, to_do)


def _must_not_go(own: Sequence[CopyStanding]) -> str:
    """Say that what was released, and is still on its way, is not to be sent any more."""
    waiting = [
        each
        for each in own
        if each.is_fresh
        and each.copy is not None
        and each.released is not None
        and each.released.is_waiting
        and each.released.state is not CopyState.STOPPED
    ]
    if any(not each.is_as_released for each in waiting):
        return _("What was released is out of date and must not go.")
    if any(each.unanswered for each in waiting):
        return _("What was released must not go.")
    return ""


def _what_became(own: Sequence[CopyStanding]) -> str:
    """Where somebody's released copies stand; nothing while all of them are still to go."""
    said = (
        standing_words(each.released)
        for each in own
        if each.released is not None
        and (each.state == RELEASED or each.released.state is CopyState.STOPPED)
    )
    return " ".join(dict.fromkeys(said))
