"""What the minutes check off: the child's rights, and what the law says must be considered."""

from letters.minutes_form import Cell, MinutesSection, WordTable
from letters.minutes_writing import MinutesWriting
from letters.paragraph import Source
from letters.writing import Gap
from models.problems import N_
from models.rules.meeting_steps import MEETING_STEPS, MeetingStep
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
    marks = {mark.step: mark for mark in writing.sheet.step_marks}
    rows: list[tuple[Cell, ...]] = []
    for step in MEETING_STEPS.values():
        if not step.schedule_7 or len(step.schedule_7) > 3:  # the decisions cover them all
            continue
        mark = marks.get(step.id)
        if mark and mark.left_out_why.strip():
            why = mark.left_out_why.strip()
            state = writing.line(N_("Left out, because: {why}"), why=why)
        elif (mark and mark.done) or _was_spoken_of(writing, step):
            state = writing.line(N_("Considered."))
        else:
            where = Gap("step_mark", "left_out_why", step.id)
            state = writing.lacking("considered", N_("Say why this was left out"), where)
        name = writing.line(step.name, name=writing.called)
        rows.append(((name,), _matters(writing, step), (state,)))
    head = (say(N_("Step")), say(N_("Paragraph of Schedule 7")), say(N_("At this review")))
    heading = say(N_("What this review considered"))
    return MinutesSection(
        "considered", heading, (WordTable(head, tuple(rows), (0.32, 0.33, 0.35)),)
    )


def _matters(writing: MinutesWriting, step: MeetingStep) -> Cell:
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


def _was_spoken_of(writing: MinutesWriting, step: MeetingStep) -> bool:
    """Whether anything at all, shared or not, was written under this step."""
    return any(note.step == step.id for note in writing.sheet.notes)
