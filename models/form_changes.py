"""Changes to a form, one at a time: each gives a new form and leaves the old one as it was."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from models.form import SCALING, FormArea, FormKind, FormStep, MeetingForm, shipped_form
from models.rules.note_sorts import NAME_SETS

KEY_MOST = 20


def with_names(form: MeetingForm, names: str) -> MeetingForm:
    """Give the form with one of the ready sets of names for its columns."""
    fresh = shipped_form(names)
    columns = tuple(fresh.column[column.key] for column in form.columns)
    scaling = {shipped_form(each).step[SCALING].name for each in NAME_SETS}
    steps = tuple(
        replace(step, name=fresh.step[SCALING].name)
        if step.id == SCALING and step.name in scaling
        else step
        for step in form.steps
    )
    return replace(form, columns=columns, steps=steps)


def names_of(form: MeetingForm) -> str:
    """Give which ready set of names a form has, or nothing for names of the council's own."""
    found = (key for key in NAME_SETS if shipped_form(key).column == form.column)
    return next(found, "")


def with_column_name(form: MeetingForm, key: str, name: str) -> MeetingForm:
    """Give the form with another name for a column."""
    named = (replace(one, name=name) if one.key == key else one for one in form.columns)
    return replace(form, columns=tuple(named))


def with_sort_name(form: MeetingForm, key: str, name: str) -> MeetingForm:
    """Give the form with another name for a kind of answer."""
    columns = (
        replace(one, sorts=tuple((sort, name if sort == key else was) for sort, was in one.sorts))
        for one in form.columns
    )
    return replace(form, columns=tuple(columns))


def with_step(form: MeetingForm, step_id: str, **fields: object) -> MeetingForm:
    """Give the form with some fields of a step changed."""
    steps = (replace(one, **fields) if one.id == step_id else one for one in form.steps)  # type: ignore[arg-type]  # the fields of FormStep
    return replace(form, steps=tuple(steps))


def with_area(form: MeetingForm, key: str, **fields: object) -> MeetingForm:
    """Give the form with some fields of a life area changed."""
    areas = (replace(one, **fields) if one.key == key else one for one in form.areas)  # type: ignore[arg-type]  # the fields of FormArea
    return replace(form, areas=tuple(areas))


def with_scale(form: MeetingForm, key: str, **fields: object) -> MeetingForm:
    """Give the form with some fields of a scale changed."""
    scales = (replace(one, **fields) if one.key == key else one for one in form.scales)  # type: ignore[arg-type]  # the fields of FormScale
    return replace(form, scales=tuple(scales))


def with_kind_name(form: MeetingForm, key: str, name: str) -> MeetingForm:
    """Give the form with another name for a kind of review."""
    kinds = (replace(one, name=name) if one.key == key else one for one in form.kinds)
    return replace(form, kinds=tuple(kinds))


def move_step(form: MeetingForm, step_id: str, by: int) -> MeetingForm:
    """Give the form with a step so many places on; a kind with an order of its own keeps it."""
    order = [step.id for step in form.steps]
    place = order.index(step_id)
    to = min(max(place + by, 0), len(order) - 1)
    moved = list(form.steps)
    moved.insert(to, moved.pop(place))
    after = [step.id for step in moved]
    kinds = (
        replace(kind, steps=_in_order(kind.steps, after))
        if kind.steps == _in_order(kind.steps, order)
        else kind
        for kind in form.kinds
    )
    return replace(form, steps=tuple(moved), kinds=tuple(kinds))


def put_step_in(form: MeetingForm, step_id: str, kinds: Iterable[str]) -> MeetingForm:
    """Give the form where exactly these kinds of review have a step."""
    order, wanted = [step.id for step in form.steps], frozenset(kinds)
    return replace(
        form, kinds=tuple(_with_or_without(kind, step_id, wanted, order) for kind in form.kinds)
    )


def add_step(form: MeetingForm, name: str) -> tuple[MeetingForm, str]:
    """Give the form with a step of the council's own before the decisions, and its id."""
    taken = form.step
    step_id = next(f"B{n}" for n in range(1, 100) if f"B{n}" not in taken)
    step = FormStep(step_id, name, ("going_well", "worry", "next"), (), "", "")
    place = next(n for n, one in enumerate(form.steps) if one.id == "A11")
    steps = (*form.steps[:place], step, *form.steps[place:])
    made = replace(form, steps=steps)
    return put_step_in(made, step_id, (kind.key for kind in form.kinds)), step_id


def add_area(form: MeetingForm, name: str, step: str) -> tuple[MeetingForm, str]:
    """Give the form with one more life area, and its key, made of its name."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_").lstrip("0123456789_")[: KEY_MOST - 3]
    stem = stem.rstrip("_") or "area"
    tries = (stem, *(f"{stem}_{number}" for number in range(2, 100)))
    key = next(each for each in tries if each not in form.area)
    return replace(form, areas=(*form.areas, FormArea(key, name, step, ()))), key


def keep_names(form: MeetingForm, before: MeetingForm) -> MeetingForm:
    """Give the form with the names that older records may still need, taken from the one before.

    Its life areas are hidden, its steps are in no kind of review.
    """
    areas = (replace(one, hidden=True) for one in before.areas if one.key not in form.area)
    steps = (one for one in before.steps if one.id not in form.step)
    scales = (one for one in before.scales if one.key not in form.scale)
    return replace(
        form,
        areas=(*form.areas, *areas),
        steps=(*form.steps, *steps),
        scales=(*form.scales, *scales),
    )


def _in_order(steps: Iterable[str], order: list[str]) -> tuple[str, ...]:
    return tuple(sorted(steps, key=order.index))


def _with_or_without(
    kind: FormKind, step_id: str, wanted: frozenset[str], order: list[str]
) -> FormKind:
    if (step_id in kind.steps) == (kind.key in wanted):
        return kind
    if step_id in kind.steps:
        return replace(kind, steps=tuple(each for each in kind.steps if each != step_id))
    before = order[: order.index(step_id)]
    place = max((n for n, each in enumerate(kind.steps, 1) if each in before), default=0)
    return replace(kind, steps=(*kind.steps[:place], step_id, *kind.steps[place:]))
