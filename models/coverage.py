"""What became of each matter of Schedule 7 at a review: as the chair said, or as is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.form import FormStep
from models.problems import N_
from models.review_sheet import FactOnSheet, MatterOnSheet, ReviewSheet, StepMarkOnSheet
from models.rules.rights import RIGHTS
from models.rules.schedule7 import Considered
from models.rules.step_facts import STEP_FACTS

CONDITIONAL = frozenset({"S7.13", "S7.14"})  # of some children only: a usual note is not of them
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
    """What became of one matter, if anything yet; `is_said` is whether the chair said so."""

    matter: str
    state: Considered | None = None
    words: str = ""
    is_said: bool = False
    lacks_words: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it must still be said what became of it, or why."""
        return self.state is None or self.lacks_words

    @property
    def is_considered(self) -> bool:
        """Whether it was considered, or does not apply."""
        return not self.is_open and self.state is not Considered.NOT_CONSIDERED


def standings(sheet: ReviewSheet) -> tuple[MatterStanding, ...]:
    """What became of each matter that this kind of review covers, in their order.

    Source: Care Planning Regulations 2010, Schedule 7; domain reference 3.1.
    """
    written = frozenset(_written(sheet))
    said = {row.matter: row for row in sheet.matters if row.state in set(Considered)}
    return tuple(
        _as_said(said[matter], _derived(sheet, matter, written))
        if matter in said
        else _derived(sheet, matter, written)
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


def _derived(sheet: ReviewSheet, matter: str, written: frozenset[str]) -> MatterStanding:
    if matter in written:
        return MatterStanding(matter, Considered.WITH_NOTE)
    marks = {mark.step: mark for mark in sheet.step_marks}
    steps = [step.id for step in _covering(sheet, matter)]
    if matter not in CONDITIONAL and any(_is_done(marks.get(step)) for step in steps):
        return MatterStanding(matter, Considered.NOTHING_TO_ADD)
    reasons = [marks[step].left_out_why.strip() if step in marks else "" for step in steps]
    if reasons and all(reasons):
        words = "; ".join(dict.fromkeys(reasons))
        return MatterStanding(matter, Considered.NOT_CONSIDERED, words)
    return MatterStanding(matter)


def _covering(sheet: ReviewSheet, matter: str) -> tuple[FormStep, ...]:
    """The steps of this review that cover a matter; the decisions cover all and tell nothing."""
    return tuple(step for step in sheet.steps if matter in step.schedule_7 and not step.covers_all)


def _is_done(mark: StepMarkOnSheet | None) -> bool:
    return mark is not None and mark.done and not mark.left_out_why.strip()


def _written(sheet: ReviewSheet) -> Iterator[str]:
    """The matters about which something was written anywhere in this review."""
    for note in sheet.notes:
        yield from _told_by(sheet, note.step, note.life_area)
    for wish in sheet.wishes:
        yield from _told_by(sheet, wish.step, wish.life_area)
    for decision in sheet.decisions:
        yield from _told_by(sheet, "", decision.life_area)
    for fact in sheet.facts:
        yield from _told_by_fact(fact)
    yield from (matter for matter, is_written in _fields(sheet).items() if is_written)


def _told_by(sheet: ReviewSheet, step_id: str, area_key: str) -> Iterator[str]:
    """The matters of a note: of its part of life; of its step where no part narrows that."""
    area, step = sheet.form.area.get(area_key), sheet.form.step.get(step_id)
    told = list(area.schedule_7) if area else []
    is_narrowed = area is not None and any(each.step == step_id for each in sheet.form.areas)
    if step is not None and not step.covers_all and not is_narrowed:
        told += step.schedule_7
    yield from (matter for matter in told if matter not in CONDITIONAL)


def _told_by_fact(fact: FactOnSheet) -> tuple[str, ...]:
    """The matters of a fact that was filled in."""
    asked = STEP_FACTS.get(fact.fact)
    is_filled = bool(fact.words.strip() or fact.choice or fact.day)
    return asked.schedule_7 if asked is not None and is_filled else ()


def _fields(sheet: ReviewSheet) -> dict[str, bool]:
    """Whether each matter that has fields of its own has something in them."""
    heard = [sheet.progress_of(each.id) for each in sheet.earlier_decisions]
    return {
        "S7.1": bool(heard) and all(each is not None and each.outcome for each in heard),
        "S7.2": bool(sheet.legal_line.strip()),
        "S7.3": bool(sheet.permanence_plan.strip() or sheet.permanence_type),
        "S7.10": rights_gone_through(sheet),
        "S7.12": _wishes_known(sheet),
    }


def _wishes_known(sheet: ReviewSheet) -> bool:
    told = sheet.participation
    words = (sheet.iro_view, sheet.no_words_why, told.how_known if told else "")
    numbers = (each.is_child and each.answered == "number" for each in sheet.scale_answers)
    made = bool(sheet.wishes or sheet.drawings)
    return made or any(each.strip() for each in words) or any(numbers)
