"""Which matters of Schedule 7 something was written about: plainly, or only likely."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.form import FormStep
from models.review_sheet import FactOnSheet, ReviewSheet
from models.rules.permanence import is_known
from models.rules.step_facts import STEP_FACTS

CONDITIONAL = frozenset({"S7.13", "S7.14"})  # of some children only: a usual note is not of them
CHANGES, PERMANENCE, WISHES = "S7.1", "S7.3", "S7.12"
Told = Iterator[tuple[str, bool]]  # a matter, and whether what was written says it plainly


@dataclass(frozen=True)
class Written:
    """The matters that what is written is plainly about, and those it only points to."""

    said: frozenset[str]
    likely: frozenset[str]


def written(sheet: ReviewSheet) -> Written:
    """The matters about which something was written in this review.

    Source: domain reference 3.1: the record never says of a matter what nobody considered.
    """
    told = frozenset(_told(sheet))
    said = frozenset(matter for matter, is_plain in told if is_plain)
    return Written(said, frozenset(matter for matter, _plain in told) - said)


def usual_matters(step: FormStep) -> tuple[str, ...]:
    """The matters that a step is about for every child; the decisions are about none alone."""
    return () if step.covers_all else _usual(step.schedule_7)


def _usual(matters: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in matters if each not in CONDITIONAL)


def _told(sheet: ReviewSheet) -> Told:
    for note in sheet.notes:
        yield from _by_words(sheet, note.step, note.life_area)
    for wish in sheet.wishes:
        yield from _by_words(sheet, wish.step, wish.life_area)
    for decision in sheet.decisions:
        yield from _by_words(sheet, "", decision.life_area)
    for fact in sheet.facts:
        yield from _by_fact(fact)
    yield from _by_fields(sheet)


def _by_words(sheet: ReviewSheet, step_id: str, area_key: str) -> Told:
    """The matters of what was said: of its part of life; of its step where no part narrows that.

    What may be about several matters says of none of them that it was considered; whether the
    wishes are known is told by more than one note.
    """
    area, step = sheet.form.area.get(area_key), sheet.form.step.get(step_id)
    groups = [_usual(area.schedule_7)] if area else []
    is_narrowed = area is not None and any(each.step == step_id for each in sheet.form.areas)
    if step is not None and not is_narrowed:
        groups.append(usual_matters(step))
    for matters in groups:
        for matter in matters:
            yield matter, len(matters) == 1 and matter != WISHES


def _by_fact(fact: FactOnSheet) -> Told:
    """The matters of a fact that was filled in; one fact never tells all that has changed."""
    asked = STEP_FACTS.get(fact.fact)
    if asked is not None and (fact.words.strip() or fact.choice or fact.day):
        yield from ((matter, matter != CHANGES) for matter in asked.schedule_7)


def _by_fields(sheet: ReviewSheet) -> Told:
    """The matters that have fields of their own."""
    heard = [sheet.progress_of(each.id) for each in sheet.earlier_decisions]
    if heard and all(each is not None and each.outcome for each in heard):
        yield CHANGES, True
    if sheet.permanence_plan.strip() or is_known(sheet.permanence_type):
        yield PERMANENCE, True
    has_view, are_known = bool(sheet.iro_view.strip()), _wishes_known(sheet)
    if has_view or are_known or _has_number(sheet):
        yield WISHES, has_view and are_known


def _wishes_known(sheet: ReviewSheet) -> bool:
    """Whether there are words or pictures of the child, or it is said why there are none."""
    told = sheet.participation
    why = (sheet.no_words_why, told.how_known if told else "")
    return bool(sheet.wishes or sheet.drawings) or any(each.strip() for each in why)


def _has_number(sheet: ReviewSheet) -> bool:
    return any(each.is_child and each.answered == "number" for each in sheet.scale_answers)
