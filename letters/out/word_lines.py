"""How words, paragraphs and the edges of a paper become lines of a Word file."""

from collections.abc import Iterator
from dataclasses import dataclass

from letters.letter import Image
from letters.out.word_form import Line, Picture
from letters.out.word_pictures import of_pictogram, picture_of
from letters.page import ART_HEIGHT_MM, ART_WIDTH_MM, CHOSEN_MM
from letters.paragraph import Art, Paragraph, Piece, Pieces

_ONE_LINE = 80  # letters that stand beside each other at the top of a page


@dataclass(frozen=True)
class Setter:
    """Sets words in one language and direction."""

    language: str
    right_to_left: bool

    def line(self, style: str, pieces: Pieces, pictures: tuple[Picture, ...] = ()) -> Line:
        """A line of these pieces."""
        mirrored = "QuoteRight" if style == "Quote" and self.right_to_left else style
        return Line(mirrored, pieces, self.language, self.right_to_left, pictures)

    def words(self, style: str, words: str) -> Line:
        """A line of plain words."""
        return self.line(style, (Piece(words),))

    def paragraph(
        self, style: str, paragraph: Paragraph, pictures: tuple[Picture, ...] = ()
    ) -> Iterator[Line]:
        """A paragraph, and under it what the child drew or chose."""
        yield self.line(style, paragraph.pieces, pictures)
        if paragraph.art is not None:
            shown = _art(paragraph.art)
            if shown is not None:
                yield self.line(style, (), (shown,))

    def head(self, starts: tuple[str, str], ends: tuple[str, str]) -> Iterator[Line]:
        """Who it is from at one side, that it is private and whose copy it is at the other."""
        for start, end in zip(starts, ends, strict=True):
            if not end or len(start) + len(end) > _ONE_LINE:
                yield from (self.words("Head", words) for words in (start,) if words)
                yield from (self.words("Edge", words) for words in (end,) if words)
            else:
                yield self.line("Head", (Piece(f"{start}\t"), Piece(end, bold=True)))

    def foot(self, start: str, page_of: str) -> Line:
        """The foot: what the paper is, and which page of how many."""
        pieces = (Piece(f"{start}\t{page_of}"),)
        return Line("Foot", pieces, self.language, self.right_to_left, has_fields=True)


def _art(art: Art) -> Picture | None:
    if art.png:
        image = Image("png", art.png, art.alt)
        return picture_of(image, (ART_WIDTH_MM, ART_HEIGHT_MM))
    return of_pictogram(art.picture, CHOSEN_MM, art.alt)
