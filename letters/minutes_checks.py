"""What the minutes check off: the child's rights, and what the law says must be considered."""

from collections.abc import Callable, Mapping

from letters.minutes_form import Cell, MinutesSection, WordTable
from letters.minutes_writing import MinutesWriting
from letters.paragraph import Paragraph, Source
from letters.writing import Gap
from models.agenda import step_states
from models.form import FormStep
from models.problems import N_
from models.review_sheet import ReviewSheet, StepMarkOnSheet
from models.rules.rights import RIGHTS
from models.rules.schedule7 import SCHEDULE_7


def rights(writing: MinutesWriting) -> MinutesSection:
    """Each line of the rights checklist and whether it was done."""
    say = writing.wording.say
    told = {line.right: line for line in writing.sheet.rights}
    rows: list[tuple[Cell, ...]] = []
    for key, right in RIGHTS.items():
        line = told.get(key)
        source = Source("right_explained", line.id, "done") if line else None
        done = writing.say(N_("Yes") if line and line.done else N_("No"), source)
        note = writing.line("{note}", note=line.note.strip() if line else "")
        rows.append(((writing.line(right.words),), (done,), (note,)))
    head = (say(N_("Right")), say(N_("Done")), say(N_("Note")))
    heading = say(N_("{name}’s rights"), name=writing.called)
    return MinutesSection("rights", heading, (WordTable(head, tuple(rows), (0.5, 0.1, 0.4)),))


def considered(writing: MinutesWriting) -> MinutesSection:
    """What the law says a review must consider, step by step, and whether it was."""
    say = writing.wording.say
    states, marks = step_states(writing.sheet), writing.sheet.step_marks
    marked = {mark.step: mark for mark in marks}
    rows: list[tuple[Cell, ...]] = []
    for step in writing.sheet.steps:
        if not step.schedule_7 or len(step.schedule_7) > 3:  # the decisions cover them all
            continue
        is_filled = states[step.id].count > 0 or _was_spoken_of(writing.sheet, step.id)
        state = _state(writing, step.id, marked.get(step.id), is_filled=is_filled)
        name = writing.line(step.name, name=writing.called)
        rows.append(((name,), _matters(writing, step), (state,)))
    head = (say(N_("Step")), say(N_("Paragraph of Schedule 7")), say(N_("At this review")))
    heading = say(N_("What this review considered"))
    return MinutesSection(
        "considered", heading, (WordTable(head, tuple(rows), (0.32, 0.33, 0.35)),)
    )


def _matters(writing: MinutesWriting, step: FormStep) -> Cell:
    """The matters of Schedule 7 that belong to a step, by the number of their paragraph."""
    say = writing.wording.say
    return tuple(
        writing.line(
            N_("{number}: {matter}"),
            number=key.partition(".")[2],
            matter=say(SCHEDULE_7[key].short_name),
        )
        for key in step.schedule_7
    )


def _state(
    writing: MinutesWriting, step: str, mark: StepMarkOnSheet | None, *, is_filled: bool
) -> Paragraph:
    """What is said of one step: what was written outranks what was marked."""
    sheet = writing.sheet
    is_unasked = step == "A10" and all(
        answer.answered == "not_asked" for answer in sheet.scale_answers
    )
    if is_filled and not is_unasked:
        return writing.line(N_("Considered."))
    if mark and mark.left_out_why.strip():
        return writing.line(N_("Left out, because: {why}"), why=mark.left_out_why.strip())
    if is_unasked and sheet.scale_answers:
        return writing.line(N_("No numbers were asked for."))
    if mark and mark.done:
        return writing.line(N_("Considered."))
    if step == "A3" and not sheet.earlier_decisions:
        return writing.line(N_("No decisions were open from before."))
    where = Gap("step_mark", "left_out_why", step)
    return writing.lacking("considered", N_("Say why this was left out"), where)


def _was_spoken_of(sheet: ReviewSheet, step: str) -> bool:
    """Whether anything at all, shared or not, was written under this step or in its fields."""
    written = [note.step for note in sheet.notes] + [wish.step for wish in sheet.wishes]
    if step in written:
        return True
    return step in _FIELDS and any(_FIELDS[step](sheet))


def _own_words(sheet: ReviewSheet) -> tuple[object, ...]:
    told = sheet.participation
    answers = (told.code, told.was_there, told.seen_alone, told.how_known) if told else ()
    return (sheet.no_words_why.strip(), *answers)


_FIELDS: Mapping[str, Callable[[ReviewSheet], tuple[object, ...]]] = {
    "A2": _own_words,
    "A9": lambda sheet: (
        sheet.permanence_plan.strip(), sheet.home_line.strip(), sheet.plan_agreed,
    ),
    "A12": lambda sheet: (
        sheet.iro_view.strip(), any(line.done or line.note.strip() for line in sheet.rights),
        sheet.next_review_on, sheet.no_next_review_why.strip(),
    ),
}  # fmt: skip
