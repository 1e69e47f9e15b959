"""Scales from 0 to 10: what each end means, and what may be answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from models.rules.marking import N_

LOWEST = 0
HIGHEST = 10
OVERALL = "overall"
OVERALL_CHILD = "overall_child"
OVERALL_FACES = "overall_young_child"
WORRY_SCALE = "w:"
FROM_ABOUT = 8
"""The age from which a child is asked for a number; below it, for a face. Units: years."""


class ScaleAnswer(StrEnum):
    """How a person answered; only a number is a number, and the others are not 0."""

    NUMBER = "number"
    RATHER_NOT_SAY = "rather_not_say"
    NOT_ASKED = "not_asked"


SCALE_ANSWER_NAMES: Mapping[ScaleAnswer, str] = MappingProxyType(
    {
        ScaleAnswer.NUMBER: N_("A number"),
        ScaleAnswer.RATHER_NOT_SAY: N_("Would rather not say"),
        ScaleAnswer.NOT_ASKED: N_("Not asked"),
    }
)


@dataclass(frozen=True)
class Scale:
    """A ready scale; its ends can be reworded. Numbers are kept each by each, never averaged."""

    key: str
    name: str
    zero: str
    ten: str
    with_faces: bool = False


@dataclass(frozen=True)
class Face:
    """One of the five faces and the number it stands for; both are kept."""

    key: str
    number: float
    name: str


SCALES: Mapping[str, Scale] = MappingProxyType(
    {
        each.key: each
        for each in (
            Scale(
                "overall",
                N_("Overall, adults"),
                N_("this plan is not working for {name} and has to change now"),
                N_("{name} is safe, settled and doing well, and the plan will last"),
            ),
            Scale(
                "overall_child",
                N_("Overall, from about 8"),
                N_("things are really not OK for me"),
                N_("things are just how I want them"),
            ),
            Scale(
                "overall_young_child",
                N_("Overall, with faces"),
                N_("a very sad face"),
                N_("a very happy face"),
                with_faces=True,
            ),
            Scale(
                "permanence",
                N_("Permanence"),
                N_("nobody knows where {name} will grow up"),
                N_("{name} has a home for good and knows it"),
            ),
            Scale(
                "worry",
                N_("A worry"),
                N_("it is happening now, or will"),
                N_("we are sure it is dealt with"),
            ),
            Scale(
                "family_time",
                N_("Family time"),
                N_("it is going badly for {name}"),
                N_("it is going as well as it can for {name}"),
            ),
            Scale(
                "confidence",
                N_("Confidence in a step"),
                N_("we do not believe it will happen"),
                N_("it is as good as done"),
            ),
        )
    }
)

FACES: tuple[Face, ...] = (
    Face("face-0", 0.0, N_("A very sad face")),
    Face("face-1", 2.5, N_("A sad face")),
    Face("face-2", 5.0, N_("A face in between")),
    Face("face-3", 7.5, N_("A happy face")),
    Face("face-4", 10.0, N_("A very happy face")),
)

FOLLOW_UP_QUESTIONS: tuple[str, ...] = (
    N_("What makes it that high and not lower?"),
    N_("What would one step higher look like?"),
    N_("Who could make that happen?"),
)


def family(scale: str) -> str:
    """Give the scale that asks the same: the overall ones, whatever the age asked."""
    return OVERALL if scale.startswith(OVERALL) else scale


def is_on_scale(scale: Scale, number: float) -> bool:
    """Say whether the number can be given: a whole one, or a face's on a scale with faces."""
    if scale.with_faces:
        return number in {face.number for face in FACES}
    return LOWEST <= number <= HIGHEST and number == int(number)
