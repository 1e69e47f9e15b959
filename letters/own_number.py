"""The child's own number: how they feel about life, why, and what one more would take (L9)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from letters.bands import Band
from letters.in_bands import InBands
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Art, Paragraph, Pieces, Source, joined
from letters.pictures import PICTURE_NAMES
from letters.wording import quoted
from letters.writing import Writing
from models.problems import N_
from models.review_sheet import ScaleAnswerOnSheet

_HEADING = InBands(N_("Your number"))
_FEELINGS = InBands(N_("How you feel"), u=N_("How you felt"))
_CHOSE = InBands(
    N_("You chose {number} out of 10. 10 is the best."),
    c=N_("You said {number} out of 10."),
    d=N_("You gave {number} out of 10."),
    u=N_("Your number was {number} out of 10."),
)
_CHOSE_FACE = InBands(N_("You chose {face}."))
_RATHER_NOT = InBands(
    N_("You would rather not give a number this time. That is all right."),
    a=N_("You did not want to pick a number. That is all right."),
    u=N_("You would rather not give a number."),
)
_WHY = InBands(N_("You said why: “{words}”"))
_BEFORE = InBands(N_("On {date} your number was {number}."))
_ONE_MORE = InBands(N_("You said one more would be: “{words}”"))
_PICTURES = {"L9/why": "say", "L9/before": "calendar"}


def your_number(writing: Writing) -> LetterBlock | None:
    """L9: the child's own number, why, and what one more would take."""
    answer = _own(writing.sheet.scale_answers)
    if answer is None or answer.answered == "not_asked":
        return None
    picture = "say" if answer.face else "number"
    lines = (*_number(writing, answer), *_one_more(writing, answer))
    heading = _FEELINGS if answer.face else _HEADING
    return LetterBlock(
        "L9",
        BlockKind.SECTION,
        tuple(_pictured(writing, line, picture) for line in lines),
        heading=writing.heading(heading),
        picture=picture,
    )


def _pictured(writing: Writing, line: Paragraph, picture: str) -> Paragraph:
    """A line with its picture; for the youngest what one more would take is in the same row."""
    if writing.band is Band.A and line.key == "L9/one_more":
        return line
    return writing.pictured(line, _PICTURES.get(line.key, picture))


def _number(writing: Writing, answer: ScaleAnswerOnSheet) -> Iterator[Paragraph]:
    source = Source("scale_answer", answer.id, "number")
    first, *more = _number_said(writing, answer)
    if writing.band is not Band.E:  # there each idea has a row of its own
        first, more = (first[0], joined(pieces for _key, pieces in (first, *more))), []
    said = Paragraph(first[1], source, key=first[0])
    if answer.face in PICTURE_NAMES:
        alt = writing.wording.say(PICTURE_NAMES[answer.face])
        said = replace(said, art=Art(alt, picture=answer.face))
    yield said
    for key, pieces in more:
        yield Paragraph(pieces, source, key=key)


def _one_more(writing: Writing, answer: ScaleAnswerOnSheet) -> Iterator[Paragraph]:
    one_more = writing.sheet.one_more_line
    if one_more.strip():
        told = writing.typed(one_more, writing.of_review("one_more_line"))
        yield replace(told, key="L9/one_more")
    elif answer.one_more.strip():
        source = Source("scale_answer", answer.id, "one_more")
        told = writing.quoting(_ONE_MORE, source, words=quoted(answer.one_more))
        yield replace(told, key="L9/one_more")


def _own(answers: Sequence[ScaleAnswerOnSheet]) -> ScaleAnswerOnSheet | None:
    """The child's own answer on how things are over all."""
    return next(filter(_is_own, answers), None)


def _is_own(answer: ScaleAnswerOnSheet) -> bool:
    is_overall = answer.is_child and answer.scale.startswith("overall")
    return is_overall and answer.in_letter and not answer.private


def _number_said(writing: Writing, answer: ScaleAnswerOnSheet) -> Iterator[tuple[str, Pieces]]:
    """Each sentence, by the key that it has where it stands alone."""
    has_face = answer.face in PICTURE_NAMES
    if answer.number is None and not has_face:
        yield "L9/number", writing.pieces(_RATHER_NOT)
        return
    if has_face:
        yield (
            "L9/number",
            writing.pieces(_CHOSE_FACE, face=writing.wording.say(PICTURE_NAMES[answer.face])),
        )
    else:
        yield "L9/number", writing.pieces(_CHOSE, number=f"{answer.number:g}")
    if answer.reason.strip():
        yield "L9/why", writing.pieces(_WHY, words=quoted(answer.reason))
    if not has_face and writing.band is not Band.A:
        yield from (("L9/before", pieces) for pieces in _last_time(writing))


def _last_time(writing: Writing) -> Iterator[Pieces]:
    """The child's number at the review before, when they gave one."""
    held = {review.id: review.held_on for review in writing.sheet.earlier_reviews}
    before = {
        each.review_id: each
        for each in writing.sheet.earlier_scale_answers
        if _is_own(each) and not each.face
    }
    given = [(held[key], each.number) for key, each in before.items() if held.get(key)]
    dated = sorted((day, number) for day, number in given if day and number is not None)
    if dated:
        day, number = dated[-1]
        yield writing.pieces(_BEFORE, date=writing.day(day), number=f"{number:g}")
