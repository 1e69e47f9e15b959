"""What a form must have whatever a council changes: the steps that are kept, and the law."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from models import broken_form as broken
from models.form import FormArea, FormKind, FormScale, FormStep, shipped_form
from models.form_reading import FormTable
from models.rules.review_kinds import REVIEW_KINDS, STEPS_ALWAYS_KEPT
from models.rules.schedule7 import SCHEDULE_7

STEP_ID = re.compile(r"[A-Z][1-9][0-9]?")


def uncovered(key: str, steps: Iterable[FormStep]) -> tuple[str, ...]:
    """Give the matters of law that no step covers, where this kind of review must cover all.

    The step of the decisions covers every matter, and so proves nothing of any one.
    Source: Care Planning Regulations 2010, Schedule 7; regulation 48 for short breaks.
    """
    if not REVIEW_KINDS[key].considers_every_matter:
        return ()
    covered = {matter for step in steps if not step.covers_all for matter in step.schedule_7}
    return tuple(matter for matter in SCHEDULE_7 if matter not in covered)


def check_kind(table: FormTable, kind: FormKind, steps: Mapping[str, FormStep]) -> None:
    """Refuse a kind of review that lacks a step it must have, or a matter of law.

    Raises: BrokenForm.
    """
    for step in STEPS_ALWAYS_KEPT:
        if step not in kind.steps:
            raise table.refuse(broken.NEEDS_STEP, "steps", key=step)
    for matter in uncovered(kind.key, (steps[step] for step in kind.steps)):
        name = SCHEDULE_7[matter].short_name
        raise table.refuse(broken.LAW_DROPPED, "steps", key=matter, matter=name)


def left_out_steps(steps: Iterable[FormStep]) -> Iterator[FormStep]:
    """Give the shipped steps that a form leaves out; no kind of review has them."""
    named = {step.id for step in steps}
    return (step for step in shipped_form().steps if step.id not in named)


def left_out_areas(areas: Iterable[FormArea]) -> Iterator[FormArea]:
    """Give the shipped life areas that a form leaves out, hidden."""
    named = {area.key for area in areas}
    return (replace(a, hidden=True) for a in shipped_form().areas if a.key not in named)


def left_out_scales(scales: Iterable[FormScale]) -> Iterator[FormScale]:
    """Give the shipped scales that a form leaves out."""
    named = {scale.key for scale in scales}
    return (scale for scale in shipped_form().scales if scale.key not in named)
