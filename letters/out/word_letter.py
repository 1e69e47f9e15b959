"""A letter to a child as a Word file: its blocks under headings, its steps in a table."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from letters.letter import BlockKind, Letter, LetterBlock, NextStep
from letters.looks.looks import look_of
from letters.looks.paper import letter_colour
from letters.looks.two_languages_look import ALONE
from letters.out.word_form import Line, Picture, Table, WordDocument, WordPart
from letters.out.word_lines import Setter
from letters.out.word_pictures import of_pictogram, picture_of
from letters.paragraph import Paragraph
from letters.properties import properties_of

_STYLES = {
    BlockKind.CHILD_WORDS: "Quote",
    BlockKind.RIGHTS: "Rights",
    BlockKind.WORD_LIST: "ListBullet",
}
_OWN_PAGE = frozenset(
    {BlockKind.READ_ALOUD, BlockKind.ROAD_MAP, BlockKind.ABOUT_ME, BlockKind.NOTE_TO_CARER}
)
_STEP_SHARES = (0.5, 0.27, 0.23)
_CREST_MM, _PHOTO_MM = (22.0, 13.0), (30.0, 38.0)
_BLOCK_PICTURE_MM, _LINE_PICTURE_MM, _STEP_PICTURE_MM = 17.0, 20.0, 11.0


def of_letter(letter: Letter) -> WordDocument:
    """The letter as a Word file takes it, in one language or in both, one after the other."""
    if letter.other is not None and letter.arrangement == ALONE:
        return of_letter(letter.other)
    parts = [*_Letter(letter).parts()]
    if letter.other is not None:
        parts += _Letter(letter.other, begins_page=True).parts()
    setter, foot = Setter(letter.language, letter.right_to_left), letter.foot
    return WordDocument(
        title=properties_of(letter).title,
        language=letter.language,
        right_to_left=letter.right_to_left,
        dated=letter.dated,
        parts=tuple(parts),
        first_foot=setter.foot(foot.first, foot.page_of),
        later_foot=setter.foot(foot.later, foot.page_of),
        size_pt=look_of(letter).type().body.size_pt,
        colour=letter_colour(letter.colour),
    )


@dataclass(frozen=True)
class _Letter:
    letter: Letter
    begins_page: bool = False

    @property
    def has_pictures(self) -> bool:
        """Whether its blocks have pictures, as they have on its pages."""
        return self.letter.setting.with_pictures and look_of(self.letter).has_pictures

    @property
    def set(self) -> Setter:
        """Sets words in the letter's language."""
        return Setter(self.letter.language, self.letter.right_to_left)

    def parts(self) -> Iterator[WordPart]:
        """From the head to the last page of its own."""
        letter, setting = self.letter, self.letter.setting
        crest = (picture_of(setting.crest, _CREST_MM),) if setting.crest else ()
        head = self.set.words("Head", letter.council)
        yield replace(head, pictures=crest, begins_page=self.begins_page)
        if letter.service:
            yield self.set.words("Head", letter.service)
        for line in setting.address:
            yield self.set.words("Address", line)
        yield self.set.words("Heading1", letter.title)
        in_flow = [block for block in letter.blocks if block.kind not in _OWN_PAGE]
        for block in in_flow:
            yield from self._block(block)
        yield from self._code()
        for block in letter.blocks:
            if block.kind in _OWN_PAGE:
                yield from self._block(block)

    def _block(self, block: LetterBlock) -> Iterator[WordPart]:
        style = _STYLES.get(block.kind, "Normal")
        if block.heading:
            heading = self.set.words("Heading2", block.heading)
            begins = block.kind in _OWN_PAGE
            shown = self._pictures(block.picture, _BLOCK_PICTURE_MM)
            yield replace(heading, begins_page=begins, pictures=shown)
        yield from self._paragraphs(style, block.paragraphs)
        if block.rows:
            yield self._steps(block)
        if block.kind is BlockKind.SIGN_OFF:
            yield from self._sign_off(block)
        else:
            yield from self._paragraphs(style, block.after)

    def _paragraphs(self, style: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Line]:
        for each in paragraphs:
            if each.gap is None:
                shown = self._pictures(each.picture, _LINE_PICTURE_MM)
                yield from self.set.paragraph(style, each, shown)

    def _sign_off(self, block: LetterBlock) -> Iterator[Line]:
        photo = self.letter.setting.photo
        if photo is not None:
            shown = picture_of(photo, _PHOTO_MM, photo.says or self.letter.author)
            yield self.set.line("Normal", (), (shown,))
        for place, each in enumerate(each for each in block.after if each.gap is None):
            yield from self.set.paragraph("Normal" if place else "SignOff", each)

    def _steps(self, block: LetterBlock) -> Table:
        return Table(
            tuple(self.set.words("TableHead", words) for words in block.table_head),
            tuple(self._step(row) for row in block.rows),
            _STEP_SHARES,
            self.letter.right_to_left,
        )

    def _step(self, row: NextStep) -> tuple[tuple[Line, ...], ...]:
        told = (row.what, row.why) if row.why else (row.what,)
        shown = self._pictures(row.picture, _STEP_PICTURE_MM)
        what = [line for each in told for line in self.set.paragraph("TableText", each)]
        above = [self.set.line("TableText", (), shown)] if shown else []
        who, when = (
            tuple(self.set.paragraph("TableText", each)) for each in (row.who, row.by_when)
        )
        return (*above, *what), who, when

    def _pictures(self, name: str, size_mm: float) -> tuple[Picture, ...]:
        """What stands before words, where pictures are wanted in this letter."""
        if not name or not self.has_pictures:
            return ()
        own = self.letter.setting.own_pictures.get(name)
        found = picture_of(own, (size_mm, size_mm)) if own else of_pictogram(name, size_mm)
        return (found,) if found else ()

    def _code(self) -> Iterator[Line]:
        """The page that the square code opens, in words; on paper the code is scanned."""
        setting = self.letter.setting
        if setting.code_page:
            if setting.code_words.strip():
                yield self.set.words("Normal", setting.code_words.strip())
            yield self.set.words("Normal", setting.code_page)
