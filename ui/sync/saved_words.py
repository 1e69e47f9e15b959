"""What every page says of the work: saved here, waiting, being shared, shared, or needing you."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from models.problems import Problem
from ui.language import _, day_in_words, ngettext, number_in_words, time_in_words
from ui.parts.saved_state import Said, all_saved

if TYPE_CHECKING:
    from models.sync.state import SharingState


class Reach(Enum):
    """Whether the council can be reached, as far as the last round knows."""

    UNKNOWN = "unknown"
    ONLINE = "online"
    OFFLINE = "offline"
    SIGNED_OUT = "signed_out"
    REFUSED = "refused"  # the council's server answers, and something about it is wrong


@dataclass(frozen=True)
class Going:
    """How sharing goes just now: the round under way, and what came of the last one."""

    reach: Reach = Reach.UNKNOWN
    step: tuple[int, int] | None = None  # how many of how many, while a round runs
    problem: Problem | None = None

    @property
    def is_sharing(self) -> bool:
        """Whether a round runs."""
        return self.step is not None


def is_lease_over(state: "SharingState") -> bool:
    """Whether this laptop was away from its council for so long that it opens only to share."""
    days = state.lease_left_days
    return not state.alone and days is not None and days <= 0


def said_of(state: "SharingState", going: Going, now: datetime) -> Said | None:
    """Say where the work is safe; nothing of sharing where the record works alone."""
    if state.alone:
        return None
    if state.needs_you:
        words = ngettext("{count} needs you", "{count} need you", state.needs_you)
        safe = _("Both versions are safe")
        return Said("warning-circle-fill", "due", words.format(count=state.needs_you), safe)
    if going.step is not None and state.first_fetch:
        return _fetching(state.first_fetch)
    if going.step is not None and state.waiting:
        return _sharing(going.step)
    if state.waiting:
        return all_saved(waiting_words(state.waiting, going.reach))
    return _all_shared(state, now)


def _sharing(step: tuple[int, int]) -> Said:
    done, total = step
    words = _("Sharing {done} of {total}").format(
        done=number_in_words(min(done, total)), total=number_in_words(total)
    )
    title = words if total else _("Sharing")
    return Said("arrows-clockwise", "primary", title, _("You can carry on"))


def _fetching(rows: tuple[int, int]) -> Said:
    done, total = (number_in_words(count) for count in rows)
    words = _("Fetching {done} of {total}").format(done=done, total=total)
    return Said("arrows-clockwise", "primary", words, _("You can carry on"))


def _all_shared(state: "SharingState", now: datetime) -> Said:
    """Say when it was shared; it is shared once the council's receipt is in the record."""
    at = state.last_shared_at
    if at is None:
        return all_saved(_("Not shared yet"))
    local = at.astimezone(now.tzinfo)
    if local.date() != now.date():
        return all_saved(_("Last shared {when}").format(when=moment_words(at, now)))
    title = _("Shared at {time}").format(time=time_in_words(local.time()))
    return Said("check-circle-fill", "well", title, _("Nothing waiting"))


def waiting_words(waiting: int, reach: Reach) -> str:
    """Say how much waits, and for what."""
    if reach is Reach.OFFLINE:
        words = ngettext(
            "{count} change to share when online", "{count} changes to share when online", waiting
        )
    elif reach is Reach.SIGNED_OUT:
        words = ngettext(
            "{count} change to share when signed in",
            "{count} changes to share when signed in",
            waiting,
        )
    else:
        words = ngettext("{count} change to share", "{count} changes to share", waiting)
    return words.format(count=waiting)


def moment_words(at: datetime, now: datetime) -> str:
    """Say when something was: "today at 2:32pm", or "Thursday 12 November at 7:52am"."""
    local = at.astimezone(now.tzinfo)
    time = time_in_words(local.time())
    if local.date() == now.date():
        return _("today at {time}").format(time=time)
    day = day_in_words(local.date(), now.date())
    return _("{day} at {time}").format(day=day, time=time)
