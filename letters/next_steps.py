"""What happens next: at most five rows of what, who and by when, and how many more (L7)."""

from letters.letter import BlockKind, LetterBlock, NextStep
from letters.paragraph import Paragraph, Source
from letters.pictures import PICTURES, picture_for
from letters.writing import Gap, Writing, said_to_child
from models.problems import N_
from models.review_sheet import DecisionOnSheet

MOST_ROWS = 5


def shown_in_table(writing: Writing) -> tuple[DecisionOnSheet, ...]:
    """The five that the child is shown: what they asked for first, in the order of numbers."""
    asked = {wish.decision_id for wish in writing.letter_wishes() if wish.asked_for}
    decisions = writing.letter_decisions()
    chosen = sorted(decisions, key=lambda decision: decision.id not in asked)[:MOST_ROWS]
    return tuple(decision for decision in decisions if decision in chosen)


def what_happens_next(writing: Writing) -> LetterBlock:
    """L7: the table, and in words how many more there are and where."""
    shown = shown_in_table(writing)
    after: list[Paragraph] = []
    if not shown:
        where = Gap("decision", "what", "A11")
        said = N_("Say what happens next: what, who and by when")
        after.append(writing.gap("L7", said, where))
    after.extend(_more(writing, len(writing.letter_decisions()) - len(shown)))
    for note in writing.letter_notes("next"):
        words, field = said_to_child(note)
        after.append(writing.typed(words, Source("note", note.id, field)))
    say = writing.wording.say
    return LetterBlock(
        "L7",
        BlockKind.STEPS,
        heading=say(N_("What happens next")),
        table_head=(say(N_("What")), say(N_("Who")), say(N_("By when"))) if shown else (),
        rows=tuple(_row(writing, decision) for decision in shown),
        after=tuple(after),
    )


def _more(writing: Writing, count: int) -> list[Paragraph]:
    if count < 1:
        return []
    pieces = writing.wording.ngettext(
        "We decided {count} more thing. It is in the notes of your meeting. You can ask me to "
        "go through it with you.",
        "We decided {count} more things. They are in the notes of your meeting. You can ask me "
        "to go through them with you.",
        count,
    )
    return [Paragraph(pieces)]


def _row(writing: Writing, decision: DecisionOnSheet) -> NextStep:
    words, field = said_to_child(decision)
    picture = decision.picture
    if picture not in PICTURES:
        picture = picture_for(words, decision.life_area)
    what = writing.typed(words, Source("decision", decision.id, field))
    return NextStep(picture, what, _who(writing, decision), _by_when(writing, decision))


def _who(writing: Writing, decision: DecisionOnSheet) -> Paragraph:
    name = writing.short_name(decision)
    if name:
        return writing.typed(name, Source("decision", decision.id, "who"))
    return writing.gap("L7", N_("Say who"), Gap("decision", "who", "A11", decision.id))


def _by_when(writing: Writing, decision: DecisionOnSheet) -> Paragraph:
    if decision.by_when is None:
        where = Gap("decision", "by_when", "A11", decision.id)
        return writing.gap("L7", N_("Say by when"), where)
    day = writing.day(decision.by_when)
    return Paragraph((day,), Source("decision", decision.id, "by_when"))
