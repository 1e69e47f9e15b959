"""How the standing of a matter of law is shown: its icon, and its words, seen and spoken."""

from collections.abc import Mapping

from models.coverage import MatterStanding
from models.rules.schedule7 import SCHEDULE_7, Considered
from ui.language import N_, _
from ui.meeting.step_page import in_words

ICONS: Mapping[Considered | None, tuple[str, str]] = {
    None: ("circle", "line_strong"),
    Considered.WITH_NOTE: ("check-circle-fill", "primary"),
    Considered.NOTHING_TO_ADD: ("check-circle", "primary"),
    Considered.NOT_APPLICABLE: ("minus-circle", "ink2"),
    Considered.NOT_CONSIDERED: ("x-circle", "ink2"),
}
LIKELY = N_("Likely: say so")
LIKELY_ICON = ("question", "due")
_SPOKEN: Mapping[Considered | None, str] = {
    None: N_("{number} of {total}, {matter}: not said yet"),
    Considered.WITH_NOTE: N_("{number} of {total}, {matter}: considered, with a note"),
    Considered.NOTHING_TO_ADD: N_("{number} of {total}, {matter}: considered, nothing to add"),
    Considered.NOT_APPLICABLE: N_("{number} of {total}, {matter}: does not apply"),
    Considered.NOT_CONSIDERED: N_("{number} of {total}, {matter}: not considered"),
}
_SHOWN: Mapping[Considered | None, tuple[str, str]] = {
    None: (N_("Not said yet"), N_("Not said yet")),
    Considered.WITH_NOTE: (N_("Considered, with a note"), N_("Considered: {words}")),
    Considered.NOTHING_TO_ADD: (
        N_("Considered, nothing to add"),
        N_("Considered, nothing to add: {words}"),
    ),
    Considered.NOT_APPLICABLE: (N_("Does not apply"), N_("Does not apply: {words}")),
    Considered.NOT_CONSIDERED: (N_("Not considered"), N_("Not considered: {words}")),
}


def number_of(matter: str) -> int:
    """Give the number of the paragraph of Schedule 7."""
    return int(matter.partition(".")[2])


def icon_of(standing: MatterStanding) -> tuple[str, str]:
    """Give the icon of a standing and its colour; one that lacks its reason is still open."""
    if standing.is_likely:
        return LIKELY_ICON
    return ICONS[None if standing.is_open else standing.state]


def name_of(matter: str) -> str:
    """Say what a matter is called."""
    return _(SCHEDULE_7[matter].short_name)


def asked_of(matter: str, name: str) -> str:
    """Say what the law asks, in our words, of the child who is called so."""
    words = in_words(SCHEDULE_7[matter].must_consider, name)
    return _("The law asks: {words}.").format(words=words)


def asked_alone(matter: str, name: str) -> str:
    """Say the same under a heading that says that it is what the law asks."""
    words = in_words(SCHEDULE_7[matter].must_consider, name)
    return f"{words[:1].upper()}{words[1:]}."


def spoken(standing: MatterStanding) -> str:
    """Say a matter with its number and what became of it, as it is read out."""
    words = _SPOKEN[standing.state]
    if standing.lacks_words:
        words = N_("{number} of {total}, {matter}: the reason is still to be said")
    if standing.is_likely:
        words = N_("{number} of {total}, {matter}: likely, say so")
    number, name = number_of(standing.matter), name_of(standing.matter)
    return _(words).format(number=number, total=len(SCHEDULE_7), matter=name)


def shown(standing: MatterStanding) -> str:
    """Say what became of a matter, with the reason where there is one."""
    plain, with_words = _SHOWN[standing.state]
    if standing.lacks_words:
        return _("The reason is still to be said")
    if standing.is_likely:
        return _(LIKELY)
    return _(with_words).format(words=standing.words) if standing.words else _(plain)


def confirming(state: Considered) -> str:
    """Say on the button that confirms what is likely what it says."""
    if state is Considered.NOTHING_TO_ADD:
        return _("Yes, nothing to add")
    return _("Yes, it was considered")


def why_words(state: Considered | None) -> str:
    """Say what the words beside a state are."""
    return {
        Considered.WITH_NOTE: _("What was said"),
        Considered.NOT_APPLICABLE: _("Why it does not apply"),
        Considered.NOT_CONSIDERED: _("Why it was not considered"),
    }.get(state or Considered.NOTHING_TO_ADD, _("A word on it"))
