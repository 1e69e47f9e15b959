"""One thing to look at before a letter is given out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2s

from letters.letter import Letter
from letters.paragraph import Paragraph, Source
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays

MOST_OF_A_KEY = 200


@dataclass(frozen=True)
class Concern:
    """What may be wrong, where, and whether it may be set aside with a reason.

    `words` is a sentence with named `values`, to be translated and then filled; `key` is the
    same as long as the same thing is wrong in the same place.
    """

    key: str
    check: str
    words: str
    values: Mapping[str, str] = field(default_factory=dict)
    block: str = ""
    source: Source | None = None
    can_be_set_aside: bool = True

    def said(self, translate: Callable[[str], str] = str) -> str:
        """The sentence, in the language of the window."""
        return translate(self.words).format(**self.values)


@dataclass(frozen=True)
class Line:
    """A paragraph of the letter and the block in which it stands."""

    block: str
    paragraph: Paragraph

    @property
    def ours(self) -> str:
        """The words without the child's own."""
        return "".join(piece.text for piece in self.paragraph.pieces if not piece.quoted)

    @property
    def without_quotes(self) -> str:
        """The words with the child's own blanked, so that sentences end where they stand."""
        return "".join(
            "\n" * len(piece.text) if piece.quoted else piece.text
            for piece in self.paragraph.pieces
        )

    @property
    def typed(self) -> str:
        """What somebody typed, and not the words that are the same in every letter."""
        return "".join("\n" if piece.fixed else piece.text for piece in self.paragraph.pieces)

    @property
    def own_pieces(self) -> tuple[str, ...]:
        """Each stretch that somebody typed and that is not quoted."""
        pieces = self.paragraph.pieces
        return tuple(each.text for each in pieces if not each.fixed and not each.quoted)

    def typed_between(self, start: int, end: int) -> str:
        """What somebody typed of a stretch of the words."""
        found, place = [], 0
        for piece in self.paragraph.pieces:
            if not piece.fixed:
                found.append(piece.text[max(start - place, 0) : max(end - place, 0)])
            place += len(piece.text)
        return " ".join(found)

    def concern(self, check: str, words: str, found: str = "", /, **values: str) -> Concern:
        """A concern about this line; `found` tells two of one check in one line apart.

        Its key holds a digest of the words: a reason is given for these words and no others.
        """
        key = key_in_line(check, self.paragraph.key or self.block, self.paragraph.text, found)
        return Concern(key, check, words, values, self.block, self.paragraph.source)


def key_in_line(check: str, name: str, words: str, found: str) -> str:
    """The key of a concern about something found in a line, by the name and words of the line."""
    words_said = blake2s(words.encode(), digest_size=6).hexdigest()
    return f"{check}/{name}/{words_said}/{found}"[:MOST_OF_A_KEY]


@dataclass(frozen=True)
class Checked:
    """What every check looks at."""

    sheet: ReviewSheet
    letter: Letter
    today: date
    calendar: WorkingDays

    @property
    def lines(self) -> Iterator[Line]:
        """Every paragraph and cell that has words, in reading order."""
        for block in self.letter.blocks:
            for paragraph in block.every_paragraph():
                if paragraph.gap is None and paragraph.text.strip():
                    yield Line(block.key, paragraph)
