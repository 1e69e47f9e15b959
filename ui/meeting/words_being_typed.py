"""What is typed and not yet added, as the letter would have it."""

from datetime import date

from models.review_sheet import DecisionOnSheet, NoteOnSheet, WishOnSheet

BEING_TYPED = "being typed"

Typed = NoteOnSheet | WishOnSheet | DecisionOnSheet


def wish_being_typed(words: str, way: str, heard_by: str, area: str) -> WishOnSheet | None:
    """The child's own words, or nothing where none are typed."""
    if not words.strip():
        return None
    return WishOnSheet(
        id=BEING_TYPED,
        words=words,
        way=way,
        heard_by=heard_by,
        heard_on=None,
        column="",
        life_area=area,
        step="A2",
        asked_for=False,
        answer="",
        decision_id=None,
        private=False,
        in_letter=True,
        position=0,
    )


def note_being_typed(words: str, step: str, column: str, area: str) -> NoteOnSheet | None:
    """A note, or nothing where no words are typed."""
    if not words.strip():
        return None
    return NoteOnSheet(
        id=BEING_TYPED,
        step=step,
        column=column,
        life_area=area,
        words=words,
        letter_words="",
        said_by="",
        person_id=None,
        restricted=False,
        restriction_kinds=(),
        in_letter=True,
        position=0,
    )


def decision_being_typed(
    what: str, who: str, person_id: str | None, by_when: date | None, number: int
) -> DecisionOnSheet | None:
    """A decision, or nothing where no words are typed."""
    if not what.strip():
        return None
    return DecisionOnSheet(
        id=BEING_TYPED,
        review_id="",
        number=number,
        what=what,
        who=who,
        person_id=person_id,
        by_when=by_when,
        why="",
        how_we_will_know="",
        life_area="",
        picture="",
        letter_words="",
        in_letter=True,
        restricted=False,
        outcome="",
    )
