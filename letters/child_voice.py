"""What the child said and asked for: always in their own words (L4 and L8)."""

from dataclasses import replace

from letters.in_bands import InBands
from letters.letter import BlockKind, LetterBlock
from letters.made_by_child import told_to_child
from letters.next_steps import NOT_DECIDED, who_by_when
from letters.paragraph import Paragraph, Source, joined
from letters.standing_of_decisions import standing_on
from letters.who_does_it import doers_of
from letters.wording import quoted
from letters.writing import Gap, Writing
from models.problems import N_
from models.review_sheet import DecisionOnSheet, WishOnSheet

_WAYS = {
    "said": N_("You said: “{words}”"),
    "told_me": N_("You told me: “{words}”"),
    "wrote": N_("You wrote: “{words}”"),
    "drew": N_("You drew this: {words}"),
    "showed": N_("You showed us: {words}"),
}
_TOLD_SOMEONE = N_("You told {person}: “{words}”")
_AND_AGAIN = N_("“{words}”")
_TOLD_WHOLE, _SPOKEN_TO = "{words}", "You "
_SHOWN = frozenset({"drew", "showed"})
_SAYS_NOTHING_MORE = _SHOWN | {"told_someone"}
_TOLD_US = InBands(N_("What you told us"), c=N_("What you said"), d=N_("What you told us"))
_DOOR_IS_OPEN = InBands(
    N_("I would like to hear from you. You can tell me what you think at any time."),
    a=N_("You can tell me things any time."),
    u=N_("You can ask me, or whoever does my job by then, about any of this."),
)
_ASKED_FOR = InBands(N_("What you asked for"))
_DECIDED = InBands(N_("We decided this: {what}"))
_WILL_DO = InBands(N_("{who} will do this by {date}: {what}"))


def what_you_told_us(writing: Writing) -> LetterBlock:
    """L4: the child's words exactly; without any, how we tried and that the door is open."""
    paragraphs: list[Paragraph] = []
    before = ""
    for wish in writing.letter_wishes():
        told = replace(_told(writing, wish, before), key=f"wish/{wish.id}")
        paragraphs.append(writing.pictured(told, "say"))
        before = "" if writing.in_rows else wish.way
    return LetterBlock(
        "L4",
        BlockKind.CHILD_WORDS,
        tuple(paragraphs) or _no_words(writing),
        heading=writing.heading(_TOLD_US),
        picture="say",
    )


def _told(writing: Writing, wish: WishOnSheet, before: str) -> Paragraph:
    made = told_to_child(writing, wish)
    if made is not None:
        return made
    source = Source("wish", wish.id, "words")
    words = quoted(wish.words)
    if wish.way == "told_someone" and wish.heard_by.strip():
        return writing.quoting(_TOLD_SOMEONE, source, person=wish.heard_by, words=words)
    if wish.way == before and wish.way not in _SAYS_NOTHING_MORE:
        return writing.say(_AND_AGAIN, source, words=words)
    said = _WAYS.get(wish.way, _WAYS["said"])
    if wish.way in _SHOWN and wish.words.strip().startswith(_SPOKEN_TO):
        said = _TOLD_WHOLE
    return writing.quoting(said, source, words=words)


def _no_words(writing: Writing) -> tuple[Paragraph, ...]:
    if not writing.sheet.no_words_why.strip():
        where = Gap("review", "no_words_why", "A2")
        said = N_("Say what {name} told you, or how you tried to find out")
        gap = replace(writing.gap("L4", said, where), key="L4/why")
        return (writing.pictured(gap, "say"),)
    told = replace(writing.told_of_review("no_words_why"), key="L4/why")
    return (
        writing.pictured(told, "say"),
        writing.pictured(writing.keyed("L4/open", _DOOR_IS_OPEN), "phone"),
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
        heading=writing.heading(_ASKED_FOR),
        picture=writing.picture(" ".join(wish.words for wish in asked), otherwise="hope"),
    )


def _answered(writing: Writing, wish: WishOnSheet) -> tuple[Paragraph, Paragraph]:
    words = quoted(wish.words)
    made = told_to_child(writing, wish)
    said = made or writing.say(_AND_AGAIN, Source("wish", wish.id, "words"), words=words)
    picture = writing.picture(wish.words, otherwise="hope")
    asked = writing.pictured(replace(said, key=f"wish/{wish.id}/asked"), picture)
    answer = replace(_answer(writing, wish), key=f"wish/{wish.id}/answer")
    return asked, answer


def _answer(writing: Writing, wish: WishOnSheet) -> Paragraph:
    if wish.answer.strip():
        return writing.typed(writing.proposed(wish.answer), Source("wish", wish.id, "answer"))
    decided = {decision.id: decision for decision in writing.letter_decisions()}
    decision = decided.get(wish.decision_id or "")
    if decision is None:
        where = Gap("wish", "answer", "A2", wish.id)
        return writing.gap("L8", N_("Answer what {name} asked for"), where)
    return _decided(writing, decision)


def _decided(writing: Writing, decision: DecisionOnSheet) -> Paragraph:
    source = Source("decision", decision.id, "what")
    what = writing.told(decision).text.strip()
    if not standing_on(writing.sheet, writing.dated).is_decided(decision.id):
        told = writing.typed(what, source).pieces
        return Paragraph(joined((told, writing.pieces(NOT_DECIDED))), source)
    doers = doers_of(writing.sheet, decision)
    when = decision.by_when
    if when is not None and doers.people and not (doers.child or doers.writer or doers.others):
        who = writing.wording.listed([each.short for each in doers.people])
        return writing.say(_WILL_DO, source, who=who, date=writing.day(when), what=what)
    decided = writing.pieces(_DECIDED, what=what)
    then = who_by_when(writing, decision)
    return Paragraph(joined((decided, then)) if then else decided, source)
