"""What every block of a document is written with: the record, the language and the day."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from letters.bands import BANDS, Band, BandRule
from letters.correction import Correction
from letters.in_bands import InBands, Words
from letters.paragraph import Art, Missing, Paragraph, Piece, Pieces, Source, ended
from letters.pictures import PICTURE_NAMES, OwnPicture, own_pictures, picture_for, said_by
from letters.plain.deeds import NOBODY, Doing
from letters.plain.glossary import Glossary
from letters.plain.proposing import proposed_words
from letters.too_long import MOST_OF_A_LINE, is_too_long
from letters.who_does_it import doing_of
from letters.wording import Value, Wording
from models.letter_making import PlainWordOnSheet
from models.people_on_sheet import ChildOnSheet
from models.problems import N_
from models.review_sheet import DecisionOnSheet, NoteOnSheet, ReviewSheet, WishOnSheet

_OWN_FULL_STOP = frozenset({"am", "bn", "hi", "my", "ne", "pa", "ti", "ur", "zh"})
"""Languages whose full stop is another."""


@dataclass(frozen=True)
class Gap:
    """Where a missing thing belongs in the record."""

    table: str
    field: str
    step: str
    row_id: str = ""


@dataclass(frozen=True)
class Writing:
    """One document being written; `most_steps` where it holds more of them than its band does."""

    sheet: ReviewSheet
    wording: Wording
    dated: date
    correction: Correction | None = None
    band: Band = Band.B
    most_steps: int = 0

    @property
    def rule(self) -> BandRule:
        """What a letter of this band keeps to."""
        return BANDS[self.band]

    @property
    def in_rows(self) -> bool:
        """Whether pictures lead, and nothing is told in a table."""
        return self.band in (Band.A, Band.E)

    @property
    def introduces_in_full(self) -> bool:
        """Whether everybody who came is told by full name and role where they first stand."""
        return self.band in (Band.C, Band.D, Band.U)

    @property
    def names_in_full(self) -> bool:
        """Whether people are told by full name and role wherever they stand."""
        return self.band in (Band.D, Band.U)

    @property
    def called(self) -> str:
        """The child's chosen name."""
        return self.sheet.child.called

    def pieces(self, words: Words, /, **values: Value) -> Pieces:
        """A sentence in the words of this band, in pieces."""
        said = words.words(self.band) if isinstance(words, InBands) else words
        return self.wording.pieces(said, **values)

    def say(self, words: Words, source: Source | None = None, /, **values: Value) -> Paragraph:
        """A paragraph of one whole sentence, in the words of this band."""
        return Paragraph(self.pieces(words, **values), source)

    def quoting(self, words: Words, source: Source, /, **values: Value) -> Paragraph:
        """A sentence that ends in what somebody typed, with its full stop."""
        said = self.say(words, source, **values)
        if self.wording.locale.language in _OWN_FULL_STOP:
            return said
        return replace(said, pieces=ended(said.pieces))

    def heading(self, words: Words) -> str:
        """The heading of a block; the youngest read few, only those that are theirs."""
        if self.band is Band.A and not (isinstance(words, InBands) and words.a):
            return ""
        return "".join(piece.text for piece in self.pieces(words))

    def keyed(
        self, key: str, words: Words, source: Source | None = None, /, **values: Value
    ) -> Paragraph:
        """A sentence that may be reworded or left out, by its key."""
        return replace(self.say(words, source, **values), key=key)

    def pictured(self, paragraph: Paragraph, picture: str) -> Paragraph:
        """A paragraph with its picture, in the letters that pictures lead."""
        return replace(paragraph, picture=picture) if self.in_rows else paragraph

    def picture(self, words: str, life_area: str = "", otherwise: str = "next") -> str:
        """The picture that stands by these words."""
        chosen = self.sheet.making.letter.picture_set
        read = words[:MOST_OF_A_LINE]
        return picture_for(read, life_area, otherwise, picture_set=chosen, own=self.own_pictures)

    def picture_of(self, decision: DecisionOnSheet) -> str:
        """The picture that was chosen for a decision, or that of its words."""
        if said_by(decision.picture, self.own_pictures):
            return decision.picture
        return self.picture(self.told(decision).text, decision.life_area)

    @cached_property
    def own_pictures(self) -> tuple[OwnPicture, ...]:
        """The pictures that the child and the council brought."""
        return own_pictures(self.sheet.making.pictures)

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
        """A day in words, with its year when it is not the document's, or the letter is kept."""
        if self.band is Band.U:
            return self.wording.full_day(day)
        return self.wording.day(day, near=self.dated)

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
        """The child's own words, drawings and pictures that may stand in the letter."""
        return tuple(
            wish
            for wish in self.sheet.wishes
            if wish.in_letter
            and not wish.private
            and (wish.words.strip() or self.art_of(wish) is not None)
        )

    def art_of(self, wish: WishOnSheet) -> Art | None:
        """What the child drew, or the picture they chose."""
        drawings = {each.id: each for each in self.sheet.drawings}
        drawing = drawings.get(wish.drawing_id or "")
        if drawing is not None and not drawing.png:
            return None  # it has not come to this laptop: a check says so
        if drawing is not None:
            alt = self.wording.say(N_("A drawing that {name} made"), name=self.called)
            return Art(alt, png=drawing.png)
        if wish.picture in PICTURE_NAMES:
            said = self.wording.say(PICTURE_NAMES[wish.picture])
            alt = self.wording.say(N_("A picture that {name} chose: {picture}"),
                                   name=self.called, picture=said)  # fmt: skip
            return Art(alt, picture=wish.picture)
        return None

    def proposed(self, words: str, doing: Doing = NOBODY) -> str:
        """What a note or a decision of the record becomes when it is said to the child."""
        if is_too_long(words) or self.wording.locale.language != "en":  # the glossary is English
            return words
        return _proposed(words, self.sheet.making.plain_words, self.sheet.child, doing)

    def told_of_review(self, field: str) -> Paragraph:
        """What was typed in a field of the review, as it is said to the child."""
        return self.typed(self.proposed(getattr(self.sheet, field)), self.of_review(field))

    def told(self, row: NoteOnSheet | DecisionOnSheet) -> Paragraph:
        """A note or a decision as it is said to the child: in the chair's words, or proposed."""
        if isinstance(row, NoteOnSheet):
            kind, field, proposed = "note", "words", self.proposed(row.words)
        else:
            kind, field = "decision", "what"
            proposed = self.proposed(row.what, doing_of(self.sheet, row))
        key = f"{kind}/{row.id}"
        if not row.letter_words.strip():
            return Paragraph((Piece(proposed),), Source(kind, row.id, field), key=key)
        source = Source(kind, row.id, "letter_words")
        return Paragraph((Piece(row.letter_words),), source, key=key, proposed=proposed)


@lru_cache(maxsize=256)
def _proposed(
    words: str, plain_words: tuple[PlainWordOnSheet, ...], child: ChildOnSheet, doing: Doing
) -> str:
    """What is proposed for words; a page follows each key, and most of them are as they were."""
    return proposed_words(words, Glossary.of(plain_words), child, doing)
