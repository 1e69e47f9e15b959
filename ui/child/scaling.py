"""The numbers people gave over time: a line for each person, never put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from models.child_story import NumberGiven
from models.review_sheet import PersonOnSheet
from models.rules.scales import OVERALL, SCALES, WORRY_SCALE, family
from ui.language import _

LONG_WORRY: Final = 40


@dataclass(frozen=True)
class Series:
    """One person's numbers, by the number of the review."""

    who: str
    is_child: bool
    numbers: tuple[tuple[int, float], ...]

    @property
    def last(self) -> float:
        """The newest number."""
        return self.numbers[-1][1]

    @property
    def sentence(self) -> str:
        """All of them in words."""
        said = [
            _("review {review}: {number}").format(review=review, number=f"{number:g}")
            for review, number in self.numbers
        ]
        return _("{who}: {numbers}").format(who=self.who, numbers=", ".join(said))


def families(given: Sequence[NumberGiven]) -> list[str]:
    """Give the scales that numbers were given on, the overall one first."""
    found = {family(each.scale) for each in given}
    return sorted(found, key=lambda scale: (scale != OVERALL, scale))


def scale_name(scale: str, given: Sequence[NumberGiven] = ()) -> str:
    """Say what a scale is about; a worry's own by the words of the worry."""
    if scale == OVERALL:
        return _("Overall")
    if not scale.startswith(WORRY_SCALE):
        return _(SCALES[scale].name) if scale in SCALES else scale
    worry = next((each.worry for each in given if each.scale == scale), "")
    if len(worry) > LONG_WORRY:
        worry = _("{words}…").format(words=worry[:LONG_WORRY].rstrip())
    return _("Worry: {words}").format(words=worry) if worry else _("A restricted worry")


def series(
    given: Sequence[NumberGiven], scale: str, people: Mapping[str, PersonOnSheet], child: str
) -> list[Series]:
    """Give a line for each person on one scale, the child's first."""
    lines: dict[tuple[bool, str], dict[int, float]] = {}
    for each in given:
        if family(each.scale) == scale:
            key = (not each.is_child, _who(each, people, child))
            lines.setdefault(key, {})[each.review_number] = each.number
    return [
        Series(who, not is_other, tuple(sorted(numbers.items())))
        for (is_other, who), numbers in sorted(lines.items(), key=lambda line: line[0][0])
    ]


def child_reason(given: Sequence[NumberGiven], scale: str, child: str) -> str:
    """Give the child's newest reason in their own words, or nothing."""
    own = [each for each in given if each.is_child and family(each.scale) == scale and each.reason]
    if not own:
        return ""
    return _("{name}: “{words}”").format(name=child, words=own[-1].reason)


def finding(lines: Sequence[Series]) -> str:
    """Say what a chart of these lines shows."""
    return _("{lines}.").format(lines="; ".join(line.sentence for line in lines))


def _who(given: NumberGiven, people: Mapping[str, PersonOnSheet], child: str) -> str:
    if given.is_child:
        return child
    person = people.get(given.person_id or "")
    return person.short if person else given.who
