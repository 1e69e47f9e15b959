"""What happens next: the first steps of what, who and by when, and how many more (L7)."""

from collections.abc import Iterator
from dataclasses import replace

from letters.bands import Band
from letters.choosing import chosen_decisions, chosen_notes
from letters.in_bands import InBands
from letters.letter import BlockKind, LetterBlock, NextStep
from letters.paragraph import Paragraph, Piece, Pieces, Source
from letters.standing_of_decisions import are_still_with_manager, is_disputed
from letters.who_came import in_full
from letters.who_does_it import Doers, doers_of
from letters.writing import Gap, Writing
from models.problems import N_
from models.review_sheet import DecisionOnSheet

_HEADING = InBands(
    N_("What happens next"),
    a=N_("What happens next"),
    c=N_("What we agreed"),
    u=N_("What we decided"),
)
_NOT_YET_HEADING = InBands(N_("What happens next"), a=N_("What happens next"))
_HEAD = (N_("What"), N_("Who"), N_("By when"))
_DO_BY = InBands(N_("{who} will do this by {date}."))
_YOU_DO_BY = InBands(N_("You will do this by {date}."))
_YOU_AND_DO_BY = InBands(N_("You and {people} will do this by {date}."))
_I_DO_BY = InBands(N_("I will do this by {date}."))
_YOU, _ME, _YOU_AND = N_("You"), N_("Me"), N_("You and {people}")
_EVERYONE = N_("Everyone who was there")
_WHY = InBands(N_("Why: {why}"))
_WITH_MANAGER = InBands(
    N_("A manager still has to say yes to this."),
    a=N_("A manager must still say yes to this."),
    c=N_("A manager still has to agree to this. I will tell you if anything changes."),
    u=N_("When I wrote this, a manager still had to agree to it."),
)
NOT_DECIDED = InBands(N_("We asked for this. It is not decided yet."))


def shown_in_table(writing: Writing) -> tuple[DecisionOnSheet, ...]:
    """Those that the child is shown: what they asked for first, in the order of numbers."""
    return chosen_decisions(writing)


def what_happens_next(writing: Writing) -> LetterBlock:
    """L7: the steps, in a table or one by one, and in words how many more there are and where."""
    shown = shown_in_table(writing)
    rows = () if writing.in_rows else tuple(_row(writing, decision) for decision in shown)
    one_by_one = shown if writing.in_rows else ()
    return LetterBlock(
        "L7",
        BlockKind.STEPS,
        tuple(line for decision in one_by_one for line in _one_by_one(writing, decision)),
        heading=writing.heading(_NOT_YET_HEADING if _all_wait(writing) else _HEADING),
        picture="next" if writing.in_rows else "",
        table_head=tuple(map(writing.wording.say, _HEAD)) if rows else (),
        rows=rows,
        after=tuple(_after(writing, shown)),
    )


def _after(writing: Writing, shown: tuple[DecisionOnSheet, ...]) -> Iterator[Paragraph]:
    if not shown:
        where = Gap("decision", "what", "A11")
        said = N_("Say what happens next: what, who and by when")
        yield replace(writing.gap("L7", said, where), key="L7/none")
    elif _all_wait(writing):
        line = writing.keyed("L7/with_manager", _WITH_MANAGER, writing.of_review("state"))
        yield writing.pictured(line, "" if writing.band is Band.A else "person")
    more = len(writing.letter_decisions()) - len(shown)
    if more > 0:
        line = Paragraph(_more(writing, more), key="L7/more")
        yield writing.pictured(line, "" if writing.band is Band.A else "record")
    for note in chosen_notes(writing, "next"):
        picture = writing.picture(note.words, note.life_area)
        yield writing.pictured(writing.told(note), picture)


def _all_wait(writing: Writing) -> bool:
    return are_still_with_manager(writing.sheet, writing.dated)


def _more(writing: Writing, count: int) -> Pieces:
    ngettext = writing.wording.ngettext
    if _all_wait(writing):
        return ngettext(
            "We asked for {count} more thing. You can ask me about it.",
            "We asked for {count} more things. You can ask me about them.",
            count,
        )
    if writing.in_rows:
        return ngettext(
            "We decided {count} more thing. You can ask me about it.",
            "We decided {count} more things. You can ask me about them.",
            count,
        )
    if writing.band is Band.U:
        return ngettext(
            "We decided {count} more thing. It is in the notes of the meeting.",
            "We decided {count} more things. They are in the notes of the meeting.",
            count,
        )
    return ngettext(
        "We decided {count} more thing. It is in the notes of your meeting. You can ask me to "
        "go through it with you.",
        "We decided {count} more things. They are in the notes of your meeting. You can ask me "
        "to go through them with you.",
        count,
    )


def _row(writing: Writing, decision: DecisionOnSheet) -> NextStep:
    what, who = writing.told(decision), _who(writing, decision)
    why = _why(writing, decision)
    return NextStep(writing.picture_of(decision), what, who, _by_when(writing, decision), why)


def _why(writing: Writing, decision: DecisionOnSheet) -> Paragraph | None:
    """That the manager objects; or the reason, for those who are told it in the same breath.

    Source: domain reference 5.7, rule 6.
    """
    if not_decided := told_as_not_decided(writing, decision):
        return not_decided
    if not decision.why.strip() or writing.band not in (Band.C, Band.D, Band.U):
        return None
    source = Source("decision", decision.id, "why")
    why = writing.proposed(decision.why.strip())
    return writing.keyed(f"decision/{decision.id}/why", _WHY, source, why=why)


def told_as_not_decided(writing: Writing, decision: DecisionOnSheet) -> Paragraph | None:
    """The line that says so, where the manager objects to this one decision."""
    if not is_disputed(writing.sheet, decision.id, writing.dated):
        return None
    source = Source("decision", decision.id, "what")
    return writing.keyed(f"decision/{decision.id}/not_yet", NOT_DECIDED, source)


def _who(writing: Writing, decision: DecisionOnSheet) -> Paragraph:
    """Who will do it: the child, the writer, and others by the child's own word for them."""
    doers = doers_of(writing.sheet, decision)
    source = Source("decision", decision.id, "who")
    if doers.is_nobody:
        return writing.gap("L7", N_("Say who"), Gap("decision", "who", "A11", decision.id))
    if doers.everybody:
        return writing.say(_EVERYONE, source)
    names = _names(writing, doers)
    if doers.child:
        return writing.say(_YOU_AND if names else _YOU, source, people=names)
    return Paragraph(names, source) if names else writing.say(_ME, source)


def _names(writing: Writing, doers: Doers) -> Pieces:
    """Those who will do it besides the child, with a capital at the beginning."""
    names: list[str | Pieces] = [
        in_full(writing, each) if writing.names_in_full else each.short for each in doers.people
    ]
    if doers.writer and (names or doers.others or doers.child):
        names.append(writing.sheet.chair.name)
    names += doers.others
    if names and isinstance(names[0], str) and not doers.child:
        names[0] = f"{names[0][:1].upper()}{names[0][1:]}"
    if len(names) == 1 and isinstance(names[0], str):
        return (Piece(names[0]),)
    return writing.wording.listed(names) if names else ()


def who_by_when(writing: Writing, decision: DecisionOnSheet) -> Pieces | None:
    """Who will do it by when, as a sentence; None where either is not known."""
    who, by_when = _who(writing, decision), _by_when(writing, decision)
    if who.gap or by_when.gap:
        return None
    doers = doers_of(writing.sheet, decision)
    names = () if doers.everybody else _names(writing, doers)
    said = _DO_BY
    if doers.child and not doers.everybody:
        said = _YOU_AND_DO_BY if names else _YOU_DO_BY
    elif doers.writer and not names and not doers.everybody:
        said = _I_DO_BY
    return writing.pieces(said, who=who.pieces, people=names, date=by_when.pieces)


def _by_when(writing: Writing, decision: DecisionOnSheet) -> Paragraph:
    if decision.by_when is None:
        where = Gap("decision", "by_when", "A11", decision.id)
        return writing.gap("L7", N_("Say by when"), where)
    day = writing.day(decision.by_when)
    return Paragraph((day,), Source("decision", decision.id, "by_when"))


def _one_by_one(writing: Writing, decision: DecisionOnSheet) -> Iterator[Paragraph]:
    """What will be done, with its picture, and who will do it by when, in sentences."""
    yield writing.pictured(writing.told(decision), writing.picture_of(decision))
    if not_decided := told_as_not_decided(writing, decision):
        yield not_decided
        return
    sentence = who_by_when(writing, decision)
    if sentence is None:
        who_and_when = (_who(writing, decision), _by_when(writing, decision))
        yield from (each for each in who_and_when if each.gap)
        return
    source = Source("decision", decision.id, "who")
    said = Paragraph(sentence, source, key=f"decision/{decision.id}/who")
    yield writing.pictured(said, "calendar") if writing.band is Band.E else said
