"""The minutes of what was said: worries, going well, what next by life area; and the scales."""

from collections.abc import Iterator

from letters.adult_words import NO_NUMBER
from letters.minutes_form import Cell, MinutesSection, Part, SubHeading, WordTable
from letters.minutes_writing import MinutesWriting
from letters.paragraph import Paragraph, Source
from letters.writing import Gap
from models.problems import N_
from models.review_sheet import NoteOnSheet, ScaleAnswerOnSheet
from models.rules.note_sorts import Sort
from models.rules.scales import FACES, family
from models.scaling import answers_that_stand
from models.worry_pairs import WorryPair, worry_pairs

_NOTHING = {
    "worry": N_("Write down the worries, or that there are none"),
    "going_well": N_("Say what is going well for {name}"),
    "next": N_("Say what needs to happen for {name}"),
}
_STEPS = {"worry": "A8", "going_well": "A4", "next": "A11"}


def said(writing: MinutesWriting, column: str) -> MinutesSection:
    """One column of the map, its notes under their part of life."""
    notes = [note for note in writing.notes(column) if note.id not in _in_pairs(writing)]
    parts: list[Part] = list(_pairs(writing)) if column == "worry" else []
    areas = writing.sheet.form.area
    for area in (*areas, ""):
        within = [note for note in notes if (note.life_area in areas) == bool(area)
                  and (not area or note.life_area == area)]  # fmt: skip
        if within and (area or len(within) < len(notes)):
            name = areas[area].name if area else N_("Other matters")
            parts.append(SubHeading(writing.wording.say(name)))
        parts.extend(_note(writing, note) for note in within)
    if not parts and writing.sheet.notes_in(column):
        has_open = bool(writing.notes(column))
        parts.append(
            writing.line(N_("They stand beside their worry statements."))
            if has_open
            else writing.nothing_to_share()
        )
    if not parts and column == "next" and writing.decisions:
        parts.append(writing.line(N_("What needs to happen stands in the decisions.")))
    if not parts:
        where = Gap("note", "words", _STEPS[column])
        parts.append(writing.lacking(column, _NOTHING[column], where))
    return MinutesSection(
        column, writing.wording.say(writing.sheet.form.column[column].name), tuple(parts)
    )


def _note(writing: MinutesWriting, note: NoteOnSheet) -> Paragraph:
    source, words = Source("note", note.id, "words"), _with_detail(writing, note)
    who = writing.named(note.person_id, note.said_by)
    sort = writing.sheet.form.sort_names.get(note.sort, "")
    if sort:
        words = writing.wording.say(N_("{sort}: {words}"), sort=writing.wording.say(sort),
                                    words=words)  # fmt: skip
    if not who:
        return writing.typed(words, source)
    return writing.say(N_("{words} (said by {name})"), source, words=words, name=who)


def _with_detail(writing: MinutesWriting, note: NoteOnSheet) -> str:
    words, detail = note.words.strip(), note.detail.strip()
    if not detail:
        return words
    return writing.wording.say(N_("{words} What more came out: {detail}"), words=words,
                               detail=detail)  # fmt: skip


def _open_pairs(writing: MinutesWriting) -> tuple[WorryPair, ...]:
    """The worry statements that may be shared, each with its goal where that may be too."""
    found = (pair for pair in worry_pairs(writing.sheet) if not pair.worry.restricted)
    return tuple(
        WorryPair(pair.worry, None if pair.goal and pair.goal.restricted else pair.goal)
        for pair in found
    )


def _in_pairs(writing: MinutesWriting) -> frozenset[str]:
    pairs = _open_pairs(writing)
    return frozenset({*(pair.worry.id for pair in pairs),
                      *(pair.goal.id for pair in pairs if pair.goal)})  # fmt: skip


def _pairs(writing: MinutesWriting) -> Iterator[Part]:
    """Each worry statement beside its goal."""
    pairs, names = _open_pairs(writing), writing.sheet.form.sort_names
    if not pairs:
        return
    head = tuple(writing.wording.say(names[sort]) for sort in (Sort.WORRY_STATEMENT, Sort.GOAL))
    rows = tuple(
        (
            (writing.plain(pair.worry.words, "note", pair.worry.id, "words"),),
            (_goal(writing, pair),),
        )
        for pair in pairs
    )
    yield WordTable(head, rows, (0.5, 0.5))


def _goal(writing: MinutesWriting, pair: WorryPair) -> Paragraph:
    if pair.goal is None and writing.closes_up:
        return writing.line("")
    if pair.goal is None:
        return writing.line(N_("No goal that may be shared in this copy."))
    return writing.plain(pair.goal.words, "note", pair.goal.id, "words")


def scales(writing: MinutesWriting) -> MinutesSection:
    """Every number with whose it is and why, and what each gave before; never averaged."""
    answers = _shared_answers(writing)
    keys = list(dict.fromkeys(answer.scale for answer in answers))
    parts: list[Part] = []
    for key in keys:
        parts.extend(_ends(writing, key))
        rows = tuple(_answer_row(writing, each) for each in answers if each.scale == key)
        rows = writing.evened(rows, (2, 3))
        parts.append(WordTable(_head(writing), rows, (0.22, 0.13, 0.28, 0.2, 0.17)))
    if not answers and writing.sheet.scale_answers:
        parts.append(writing.nothing_to_share())
    elif not answers:
        where = Gap("scale_answer", "number", "A10")
        parts.append(writing.lacking("scales", N_("Ask each person for a number"), where))
    heading = writing.wording.say(N_("Where we are, 0 to 10"))
    return MinutesSection("scales", heading, tuple(parts))


def _shared_answers(writing: MinutesWriting) -> tuple[ScaleAnswerOnSheet, ...]:
    """The answers that stand, but for those on the scale of a restricted worry."""
    hidden = {pair.scale for pair in worry_pairs(writing.sheet) if pair.worry.restricted}
    return tuple(
        each
        for each in answers_that_stand(writing.sheet)
        if each.scale not in hidden and not each.private
    )


def _head(writing: MinutesWriting) -> tuple[str, ...]:
    words = (N_("Who"), N_("Number"), N_("Why"), N_("What one more would be"), N_("Before"))
    return tuple(writing.wording.say(each) for each in words)


def _ends(writing: MinutesWriting, key: str) -> list[Part]:
    worry = next((pair.worry for pair in worry_pairs(writing.sheet) if pair.scale == key), None)
    scale = writing.sheet.form.scale.get("worry" if worry else key)
    if scale is None:
        return []
    say, name = writing.wording.say, writing.called
    zero, ten = say(scale.zero, name=name), say(scale.ten, name=name)
    ends = writing.line(N_("0 means: {zero}. 10 means: {ten}."), zero=zero, ten=ten)
    if key == "overall":
        return [ends]
    if worry is not None:
        heading = say(N_("{scale}: {words}"), scale=say(scale.name), words=worry.words.strip())
        return [SubHeading(heading), ends]
    return [SubHeading(say(scale.name)), ends]


def _answer_row(writing: MinutesWriting, answer: ScaleAnswerOnSheet) -> tuple[Cell, ...]:
    source = Source("scale_answer", answer.id, "number")
    number = writing.say("{number}", source, number=_number(writing, answer))
    why = writing.plain(answer.reason, "scale_answer", answer.id, "reason")
    one_more = writing.plain(answer.one_more, "scale_answer", answer.id, "one_more")
    who = writing.line("{name}", name=_who(writing, answer))
    return (who,), (number,), (why,), (one_more,), _before(writing, answer)


def _who(writing: MinutesWriting, answer: ScaleAnswerOnSheet) -> str:
    if answer.is_child:
        return writing.sheet.child.full_name
    return writing.doer(answer.person_id, answer.who)


def _number(writing: MinutesWriting, answer: ScaleAnswerOnSheet) -> str:
    face = next((each for each in FACES if each.key == answer.face), None)
    if face is not None:
        number = f"{face.number:g}"
        return writing.wording.say(N_("{number}: {face}"), number=number,
                                   face=writing.wording.say(face.name))  # fmt: skip
    if answer.number is not None:
        return f"{answer.number:g}"
    return writing.wording.say(NO_NUMBER.get(answer.answered, NO_NUMBER["not_asked"]))


def _before(writing: MinutesWriting, answer: ScaleAnswerOnSheet) -> Cell:
    """What the same person gave at earlier reviews, the newest first."""
    held = {review.id: review.held_on for review in writing.sheet.earlier_reviews}
    same = [
        (day, each.number)
        for each in writing.sheet.earlier_scale_answers
        if family(each.scale) == family(answer.scale)
        and _is_same_person(each, answer)
        and each.number is not None
        and not each.private
        if (day := held.get(each.review_id)) is not None
    ]
    said, date = N_("{number}: {date}"), writing.wording.short_date
    return tuple(
        writing.line(said, number=f"{number:g}", date=date(day))
        for day, number in sorted(same, reverse=True)
    )


def _is_same_person(one: ScaleAnswerOnSheet, other: ScaleAnswerOnSheet) -> bool:
    if one.is_child or other.is_child:
        return one.is_child and other.is_child
    return (one.person_id, one.person_id or one.who) == (
        other.person_id, other.person_id or other.who
    )  # fmt: skip
