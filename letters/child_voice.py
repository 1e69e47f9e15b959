"""What the child said, asked for and numbered: always in their own words (L4, L8 and L9)."""

from dataclasses import replace

from letters.letter import BlockKind, LetterBlock
from letters.made_by_child import told_to_child
from letters.paragraph import Art, Paragraph, Pieces, Source, joined
from letters.pictures import PICTURE_NAMES, picture_for
from letters.wording import quoted
from letters.writing import Gap, Writing
from models.problems import N_
from models.review_sheet import DecisionOnSheet, ScaleAnswerOnSheet, WishOnSheet

_WAYS = {
    "said": N_("You said: “{words}”"),
    "told_me": N_("You told me: “{words}”"),
    "wrote": N_("You wrote: “{words}”"),
    "drew": N_("You drew this: {words}"),
    "showed": N_("You showed us: {words}"),
}
_TOLD_SOMEONE = N_("You told {person}: “{words}”")
_AND_AGAIN = N_("“{words}”")
_SHOWN = frozenset({"drew", "showed"})
_SAYS_NOTHING_MORE = _SHOWN | {"told_someone"}


def what_you_told_us(writing: Writing) -> LetterBlock:
    """L4: the child's words exactly; without any, how we tried and that the door is open."""
    wishes = writing.letter_wishes()
    paragraphs: list[Paragraph] = []
    before = ""
    for wish in wishes:
        paragraphs.append(_told(writing, wish, before))
        before = wish.way
    return LetterBlock(
        "L4",
        BlockKind.CHILD_WORDS,
        tuple(paragraphs) or _no_words(writing),
        heading=writing.wording.say(N_("What you told us")),
        picture="say",
    )


def _told(writing: Writing, wish: WishOnSheet, before: str) -> Paragraph:
    made = told_to_child(writing, wish)
    if made is not None:
        return made
    source = Source("wish", wish.id, "words")
    words = quoted(wish.words)
    if wish.way == "told_someone" and wish.heard_by.strip():
        return writing.say(_TOLD_SOMEONE, source, person=wish.heard_by, words=words)
    if wish.way == before and wish.way not in _SAYS_NOTHING_MORE:
        return writing.say(_AND_AGAIN, source, words=words)
    return writing.say(_WAYS.get(wish.way, _WAYS["said"]), source, words=words)


def _no_words(writing: Writing) -> tuple[Paragraph, ...]:
    why = writing.sheet.no_words_why
    if not why.strip():
        where = Gap("review", "no_words_why", "A2")
        said = N_("Say what {name} told you, or how you tried to find out")
        return (writing.gap("L4", said, where),)
    return (
        writing.typed(why, writing.of_review("no_words_why")),
        writing.say(
            N_("I would like to hear from you. You can tell me what you think at any time.")
        ),
    )


def what_you_asked_for(writing: Writing, shown: tuple[DecisionOnSheet, ...]) -> LetterBlock | None:
    """L8: each request with its answer, unless a step in the table answers it."""
    in_table = {decision.id for decision in shown}
    asked = [
        wish
        for wish in writing.letter_wishes()
        if wish.asked_for and (wish.answer.strip() or wish.decision_id not in in_table)
    ]
    if not asked:
        return None
    paragraphs = [paragraph for wish in asked for paragraph in _answered(writing, wish)]
    return LetterBlock(
        "L8",
        BlockKind.SECTION,
        tuple(paragraphs),
        heading=writing.wording.say(N_("What you asked for")),
        picture=picture_for(" ".join(wish.words for wish in asked), "", "hope"),
    )


def _answered(writing: Writing, wish: WishOnSheet) -> tuple[Paragraph, Paragraph]:
    words = quoted(wish.words)
    made = told_to_child(writing, wish)
    asked = made or writing.say(N_("“{words}”"), Source("wish", wish.id, "words"), words=words)
    if wish.answer.strip():
        return asked, writing.typed(wish.answer, Source("wish", wish.id, "answer"))
    decided = {decision.id: decision for decision in writing.letter_decisions()}
    decision = decided.get(wish.decision_id or "")
    if decision is None:
        where = Gap("wish", "answer", "A2", wish.id)
        return asked, writing.gap("L8", N_("Answer what {name} asked for"), where)
    return asked, _decided(writing, decision)


def _decided(writing: Writing, decision: DecisionOnSheet) -> Paragraph:
    source = Source("decision", decision.id, "what")
    what = decision.letter_words.strip() or decision.what
    if decision.by_when is None or not writing.short_name(decision):
        return writing.say(N_("We decided this: {what}"), source, what=what)
    return writing.say(
        N_("{who} will do this by {date}: {what}"),
        source,
        who=writing.short_name(decision),
        date=writing.day(decision.by_when),
        what=what,
    )


def your_number(writing: Writing) -> LetterBlock | None:
    """L9: the child's own number, why, and what one more would take."""
    answer = _own(writing.sheet.scale_answers)
    if answer is None or answer.answered == "not_asked":
        return None
    source = Source("scale_answer", answer.id, "number")
    paragraphs = [Paragraph(joined(_number_said(writing, answer)), source)]
    if answer.face in PICTURE_NAMES:
        alt = writing.wording.say(PICTURE_NAMES[answer.face])
        paragraphs = [replace(paragraphs[0], art=Art(alt, picture=answer.face))]
    one_more = writing.sheet.one_more_line
    if one_more.strip():
        paragraphs.append(writing.typed(one_more, writing.of_review("one_more_line")))
    elif answer.one_more.strip():
        source = Source("scale_answer", answer.id, "one_more")
        said = N_("You said one more would be: “{words}”")
        paragraphs.append(writing.say(said, source, words=quoted(answer.one_more)))
    heading = N_("How you feel") if answer.face else N_("Your number")
    return LetterBlock(
        "L9",
        BlockKind.SECTION,
        tuple(paragraphs),
        heading=writing.wording.say(heading),
        picture="say" if answer.face else "number",
    )


def _own(answers: tuple[ScaleAnswerOnSheet, ...]) -> ScaleAnswerOnSheet | None:
    """The child's own answer on how things are over all."""
    return next(filter(_is_own, answers), None)


def _is_own(answer: ScaleAnswerOnSheet) -> bool:
    is_overall = answer.is_child and answer.scale.startswith("overall")
    return is_overall and answer.in_letter and not answer.private


def _number_said(writing: Writing, answer: ScaleAnswerOnSheet) -> list[Pieces]:
    pieces = writing.wording.pieces
    if answer.number is None:
        return [pieces(N_("You would rather not give a number this time. That is all right."))]
    if answer.face in PICTURE_NAMES:
        face = writing.wording.say(PICTURE_NAMES[answer.face])
        return [*_with_reason(writing, pieces(N_("You chose {face}."), face=face), answer)]
    chose = N_("You chose {number} out of 10. 10 is the best.")
    said = pieces(chose, number=f"{answer.number:g}")
    return [*_with_reason(writing, said, answer), *_last_time(writing)]


def _with_reason(writing: Writing, said: Pieces, answer: ScaleAnswerOnSheet) -> list[Pieces]:
    if not answer.reason.strip():
        return [said]
    why = N_("You said why: “{words}”")
    return [said, writing.wording.pieces(why, words=quoted(answer.reason))]


def _last_time(writing: Writing) -> list[Pieces]:
    """The child's number at the review before, when they gave one."""
    held = {review.id: review.held_on for review in writing.sheet.earlier_reviews}
    before = {
        each.review_id: each
        for each in writing.sheet.earlier_scale_answers
        if _is_own(each) and not each.face
    }
    given = [(held[key], each.number) for key, each in before.items() if held.get(key)]
    dated = sorted((day, number) for day, number in given if day and number is not None)
    if not dated:
        return []
    day, number = dated[-1]
    said = N_("On {date} your number was {number}.")
    return [writing.wording.pieces(said, date=writing.day(day), number=f"{number:g}")]
