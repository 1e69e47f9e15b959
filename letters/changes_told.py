"""The part with which a later copy begins: what changed since the reader's earlier one."""

from letters.minutes_form import MinutesSection
from letters.paragraph import Paragraph
from letters.what_changed import Change, How
from letters.wording import Wording
from models.problems import N_

_UNDER = {
    How.NEW: N_("New, under “{heading}”: {words}"),
    How.CHANGED: N_("Changed, under “{heading}”. It now says: {words}"),
    How.GONE: N_("Taken out, under “{heading}”: {words}"),
}
_ALONE = {
    How.NEW: N_("New: {words}"),
    How.CHANGED: N_("Changed. It now says: {words}"),
    How.GONE: N_("Taken out: {words}"),
}


def changes_told(say: Wording, version: int, changes: tuple[Change, ...]) -> MinutesSection:
    """What changed since the version that this reader has, line by line.

    Where nothing may be told it is never said that nothing changed: something may be gone.
    """
    heading = say.say(N_("What changed since version {version} of your copy"), version=version)
    told = tuple(_line(say, each) for each in changes)
    if not told:
        words = N_("This copy takes the place of version {version}.")
        told = (Paragraph(say.pieces(words, version=version)),)
    return MinutesSection("changed", heading, told)


def _line(say: Wording, change: Change) -> Paragraph:
    words = (change.now or change.before).replace(" | ", "; ")
    if not change.heading:
        return Paragraph(say.pieces(_ALONE[change.how], words=words))
    return Paragraph(say.pieces(_UNDER[change.how], heading=change.heading, words=words))
