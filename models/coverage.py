"""What became of each matter of Schedule 7 at a review: as the chair said, or as is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.form import FormStep
from models.matters_written import CONDITIONAL as CONDITIONAL
from models.matters_written import WISHES, Written, usual_matters, written
from models.problems import N_
from models.review_sheet import MatterOnSheet, ReviewSheet, StepMarkOnSheet
from models.rules.rights import RIGHTS
from models.rules.schedule7 import Considered

NOT_APPLICABLE_WHY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "S7.1": (N_("This is {name}’s first review."),),
        "S7.13": (N_("{name} is not placed with parents."),),
        "S7.14": (N_("{name} is not unaccompanied, and nothing points to trafficking."),),
    }
)
NOT_CONSIDERED_WHY: tuple[str, ...] = (
    N_("{name} asked not to talk about it today."),
    N_("There was no time today."),
    N_("The people who know were not there."),
)


@dataclass(frozen=True)
class MatterStanding:
    """What became of one matter, if anything yet; `is_said` is whether the chair said so.

    `is_likely` is whether something points to it that does not say it: the chair still must.
    """

    matter: str
    state: Considered | None = None
    words: str = ""
    is_said: bool = False
    lacks_words: bool = False
    is_likely: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it must still be said what became of it, or why."""
        return self.state is None or self.lacks_words or self.is_likely

    @property
    def is_considered(self) -> bool:
        """Whether it was considered, or does not apply."""
        return not self.is_open and self.state is not Considered.NOT_CONSIDERED


def standings(sheet: ReviewSheet) -> tuple[MatterStanding, ...]:
    """What became of each matter that this kind of review covers, in their order.

    Source: Care Planning Regulations 2010, Schedule 7; domain reference 3.1.
    """
    found = written(sheet)
    said = {row.matter: row for row in sheet.matters if row.state in set(Considered)}
    return tuple(
        _as_said(said[matter], _derived(sheet, matter, found))
        if matter in said
        else _derived(sheet, matter, found)
        for matter in sheet.matters_of_law
    )


def standing_of(sheet: ReviewSheet, matter: str) -> MatterStanding:
    """What became of one matter; one that this review does not cover is open."""
    found = (each for each in standings(sheet) if each.matter == matter)
    return next(found, MatterStanding(matter))


def matters_open(sheet: ReviewSheet) -> tuple[MatterStanding, ...]:
    """The matters of which it must still be said what became of them, or why."""
    return tuple(each for each in standings(sheet) if each.is_open)


def rights_gone_through(sheet: ReviewSheet) -> bool:
    """Whether each right was explained, or noted why not."""
    return {line.right for line in sheet.rights if line.done or line.note.strip()} >= set(RIGHTS)


def _as_said(row: MatterOnSheet, derived: MatterStanding) -> MatterStanding:
    state, words = Considered(row.state), row.words.strip()
    stands_elsewhere = state is derived.state is Considered.WITH_NOTE
    lacks = state.needs_words and not words and not stands_elsewhere
    return MatterStanding(row.matter, state, words, is_said=True, lacks_words=lacks)


def _derived(sheet: ReviewSheet, matter: str, found: Written) -> MatterStanding:
    """What is written says of a matter; the decisions cover all matters and tell nothing."""
    if matter in found.said:
        return MatterStanding(matter, Considered.WITH_NOTE)
    covering = [each for each in sheet.steps if matter in usual_matters(each)]
    marks = {mark.step: mark for mark in sheet.step_marks}
    gone_through = [each for each in covering if _is_done(marks.get(each.id))]
    is_said = matter != WISHES and any(_is_only(each) for each in gone_through)
    if is_said:
        return MatterStanding(matter, Considered.NOTHING_TO_ADD)
    if matter in found.likely:
        return MatterStanding(matter, Considered.WITH_NOTE, is_likely=True)
    if gone_through:
        return MatterStanding(matter, Considered.NOTHING_TO_ADD, is_likely=True)
    return _left_out(sheet, matter, marks)


def _left_out(
    sheet: ReviewSheet, matter: str, marks: Mapping[str, StepMarkOnSheet]
) -> MatterStanding:
    """Not considered, where each step that covers the matter was left out for a reason."""
    steps = [each for each in sheet.steps if matter in each.schedule_7 and not each.covers_all]
    reasons = [marks[each.id].left_out_why.strip() if each.id in marks else "" for each in steps]
    if reasons and all(reasons):
        words = "; ".join(dict.fromkeys(reasons))
        return MatterStanding(matter, Considered.NOT_CONSIDERED, words)
    return MatterStanding(matter)


def _is_only(step: FormStep) -> bool:
    """Whether a step is about one usual matter, so that going through it says which."""
    return len(usual_matters(step)) == 1


def _is_done(mark: StepMarkOnSheet | None) -> bool:
    return mark is not None and mark.done and not mark.left_out_why.strip()
