"""What the minutes check off: the child's rights, and what the law says must be considered."""

from collections.abc import Iterator, Mapping

from letters.minutes_form import Cell, MinutesSection, Part, WordTable
from letters.minutes_writing import MinutesWriting
from letters.paragraph import Paragraph, Source
from letters.writing import Gap
from models.agenda import LAST, MATTER, StepStanding, step_states
from models.coverage import MatterStanding, standings
from models.problems import N_
from models.review_sheet import RightOnSheet
from models.rules.rights import RIGHTS
from models.rules.schedule7 import SCHEDULE_7, Considered


def rights(writing: MinutesWriting) -> MinutesSection:
    """Each line of the rights checklist, whether it was done, and on which day."""
    say = writing.wording.say
    told = {line.right: line for line in writing.sheet.rights}
    is_dated = any(line.on for line in told.values())
    rows = tuple(
        _right_row(writing, right.words, told.get(key), is_dated=is_dated)
        for key, right in RIGHTS.items()
    )
    right, done, note = say(N_("Right")), say(N_("Done")), say(N_("Note"))
    table = WordTable((right, done, note), rows, (0.5, 0.1, 0.4))
    if is_dated:
        table = WordTable((right, done, say(N_("When")), note), rows, (0.43, 0.09, 0.16, 0.32))
    heading = say(N_("{name}’s rights"), name=writing.called)
    return MinutesSection("rights", heading, (table,))


def _right_row(
    writing: MinutesWriting, words: str, line: RightOnSheet | None, *, is_dated: bool
) -> tuple[Cell, ...]:
    source = Source("right_explained", line.id, "done") if line else None
    done = writing.say(N_("Yes") if line and line.done else N_("No"), source)
    note = writing.line("{note}", note=line.note.strip() if line else "")
    right: tuple[Cell, ...] = ((writing.line(words),), (done,))
    if is_dated:
        day = writing.wording.short_day(line.on) if line and line.on else ""
        right += ((writing.line("{date}", date=day),),)
    return (*right, (note,))


def considered(writing: MinutesWriting) -> MinutesSection:
    """What the law says a review must consider, matter by matter, and what became of each."""
    say = writing.wording.say
    rows: list[tuple[Cell, ...]] = []
    for standing in standings(writing.sheet):
        matter = say(SCHEDULE_7[standing.matter].short_name)
        number = standing.matter.partition(".")[2]
        named = writing.line(N_("{number}: {matter}"), number=number, matter=matter)
        rows.append(((named,), (_became(writing, standing),)))
    head = (say(N_("Paragraph of Schedule 7")), say(N_("At this review")))
    parts: list[Part] = [WordTable(head, tuple(rows), (0.36, 0.64))]
    parts += _left_out(writing)
    if why := writing.sheet.gaps_why.strip():
        parts.append(_finished_with_gaps(writing, why))
    return MinutesSection("considered", say(N_("What this review considered")), tuple(parts))


def _became(writing: MinutesWriting, standing: MatterStanding) -> Paragraph:
    """What became of one matter, with the chair’s words where there are any."""
    words = standing.words
    if standing.is_open or standing.state is None:
        where = Gap(MATTER, "state", LAST, standing.matter)
        return writing.lacking("considered", N_("Say whether this was considered"), where)
    source = Source(MATTER, standing.matter, "words") if standing.is_said else None
    return writing.say(_SAID[standing.state, bool(words)], source, words=words)


def _left_out(writing: MinutesWriting) -> Iterator[Paragraph]:
    """Each step that was left out, where its reason does not stand with a matter."""
    told = {each.words for each in standings(writing.sheet)}
    for step, state in step_states(writing.sheet).items():
        if state.standing is StepStanding.LEFT_OUT and state.why.strip() not in told:
            name = writing.wording.say(writing.sheet.form.step[step].name, name=writing.called)
            words = N_("“{step}” was left out, because: {why}")
            yield writing.line(words, step=name, why=state.why.strip())


def _finished_with_gaps(writing: MinutesWriting, why: str) -> Paragraph:
    words = N_("The review was finished with some things still to do, because: {why}")
    return writing.say(words, writing.of_review("gaps_why"), why=why)


_SAID: Mapping[tuple[Considered, bool], str] = {
    (Considered.WITH_NOTE, True): N_("Considered: {words}"),
    (Considered.WITH_NOTE, False): N_("Considered."),
    (Considered.NOTHING_TO_ADD, True): N_("Considered, with nothing to add: {words}"),
    (Considered.NOTHING_TO_ADD, False): N_("Considered, with nothing to add."),
    (Considered.NOT_APPLICABLE, True): N_("Does not apply: {words}"),
    (Considered.NOT_CONSIDERED, True): N_("Not considered, because: {words}"),
}
