"""What every block of a document is written with: the record, the language and the day."""

from dataclasses import dataclass
from datetime import date

from letters.correction import Correction
from letters.paragraph import Art, Missing, Paragraph, Piece, Source
from letters.pictures import PICTURE_NAMES
from letters.wording import Value, Wording
from models.problems import N_
from models.review_sheet import DecisionOnSheet, NoteOnSheet, ReviewSheet, WishOnSheet


@dataclass(frozen=True)
class Gap:
    """Where a missing thing belongs in the record."""

    table: str
    field: str
    step: str
    row_id: str = ""


@dataclass(frozen=True)
class Writing:
    """One document being written."""

    sheet: ReviewSheet
    wording: Wording
    dated: date
    correction: Correction | None = None

    @property
    def called(self) -> str:
        """The child's chosen name."""
        return self.sheet.child.called

    def say(self, words: str, source: Source | None = None, /, **values: Value) -> Paragraph:
        """A paragraph of one whole sentence."""
        return Paragraph(self.wording.pieces(words, **values), source)

    def typed(self, words: str, source: Source, *, is_quoted: bool = False) -> Paragraph:
        """Words used just as somebody typed them."""
        return Paragraph((Piece(words, quoted=is_quoted),), source)

    def gap(self, block: str, words: str, where: Gap, /, **values: Value) -> Paragraph:
        """A gap in its place, saying what to put there; {name} is the child's chosen name."""
        row_id = where.row_id or self.sheet.id
        said = self.wording.pieces(words, **{"name": self.called, **values})
        told = "".join(piece.text for piece in said)
        missing = Missing(block, told, where.table, where.field, where.step, row_id)
        return Paragraph(said, Source(where.table, row_id, where.field), missing)

    def of_review(self, field: str) -> Source:
        """The source of one field of the review itself."""
        return Source("review", self.sheet.id, field)

    def day(self, day: date) -> Piece:
        """A day in words, with the year when it is not the document's."""
        return self.wording.day(day, near=self.dated)

    def short_name(self, decision: DecisionOnSheet) -> str:
        """Who will do it, by the child's own word for them where they have one."""
        person = self.sheet.person.get(decision.person_id or "")
        return person.short if person else decision.who.strip()

    def letter_notes(self, column: str) -> tuple[NoteOnSheet, ...]:
        """The notes of a column that may be told to the child."""
        return tuple(
            note
            for note in self.sheet.notes_in(column)
            if note.in_letter and not note.restricted and note.words.strip()
        )

    def letter_decisions(self) -> tuple[DecisionOnSheet, ...]:
        """The decisions that may be told to the child, by number."""
        return tuple(
            decision
            for decision in self.sheet.decisions
            if decision.in_letter and not decision.restricted
        )

    def letter_wishes(self) -> tuple[WishOnSheet, ...]:
        """The child's own words that may stand in the letter."""
        return tuple(
            wish
            for wish in self.sheet.wishes
            if wish.in_letter and not wish.private and wish.says_something
        )

    def art_of(self, wish: WishOnSheet) -> Art | None:
        """What the child drew, or the picture they chose."""
        drawings = {each.id: each for each in self.sheet.drawings}
        drawing = drawings.get(wish.drawing_id or "")
        if drawing is not None:
            alt = self.wording.say(N_("A drawing that {name} made"), name=self.called)
            return Art(alt, png=drawing.png)
        if wish.picture in PICTURE_NAMES:
            said = self.wording.say(PICTURE_NAMES[wish.picture])
            alt = self.wording.say(N_("A picture that {name} chose: {picture}"),
                                   name=self.called, picture=said)  # fmt: skip
            return Art(alt, picture=wish.picture)
        return None


def said_to_child(row: NoteOnSheet | DecisionOnSheet) -> tuple[str, str]:
    """The words for the child and the field they stand in: the letter's own, or as noted."""
    if row.letter_words.strip():
        return row.letter_words, "letter_words"
    if isinstance(row, NoteOnSheet):
        return row.words, "words"
    return row.what, "what"
