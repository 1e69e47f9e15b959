"""The blocks and lines of a letter as the composer shows them."""

from dataclasses import dataclass

from letters.bands import BANDS
from letters.letter import Letter
from letters.lines import BLOCK_NAMES, Line, lines_of
from letters.paragraph import Paragraph, Source
from models.letter_as_typed import Place
from models.review_sheet import DecisionOnSheet, NoteOnSheet, ReviewSheet
from ui.language import _, ngettext
from ui.letter.letter_in_hand import SAID_TO_CHILD

ENGLISH = "en"


@dataclass(frozen=True)
class ShownLine:
    """One line: its words, where they are kept, and what the program would say.

    Without a `place` it cannot be written. `original` is the note or decision it says again.
    `newer` is a proposal that came after the words; `is_own` words are the child's. What is more
    than the design holds says so in `stands_aside`.
    """

    id: str
    words: str
    place: Place | None = None
    proposed: str = ""
    newer: str = ""
    original: str = ""
    source: Source | None = None
    is_own: bool = False
    gap: str = ""
    left_out_why: str = ""
    stands_aside: str = ""
    can_leave_out: bool = False

    @property
    def says_again(self) -> str:
        """Whether it says a note or a decision of the meeting: its table, else nothing."""
        table = self.place[0] if self.place else ""
        return table if table in SAID_TO_CHILD else ""

    @property
    def shape(self) -> str:
        """How it is shown: as a field, as fixed words, as the child's own, or as left out."""
        if self.left_out_why or self.stands_aside:
            return "left_out"
        if self.place:
            return "written"
        return "own" if self.is_own else "fixed"


@dataclass(frozen=True)
class ShownBlock:
    """One card: its title and its lines."""

    id: str
    title: str
    lines: tuple[ShownLine, ...]


def shown_blocks(letter: Letter, sheet: ReviewSheet) -> tuple[ShownBlock, ...]:
    """The cards of a letter, in its order; a block that is left out whole stands at the end."""
    found: dict[str, list[ShownLine]] = {block.key: [] for block in letter.blocks}
    headings = {block.key: block.heading for block in letter.blocks}
    for line in lines_of(letter, sheet.making):
        found.setdefault(line.block, []).append(_shown(line, sheet, letter))
        headings.setdefault(line.block, line.heading)
    for block in letter.blocks:
        unnamed = [each for each in block.every_paragraph() if each.gap and not each.key]
        found[block.key] += [_gap(each, f"{block.key}/{n}") for n, each in enumerate(unnamed)]
    return tuple(
        ShownBlock(key, title_of(key, headings[key], letter), tuple(lines))
        for key, lines in found.items()
        if lines
    )


def title_of(key: str, heading: str, letter: Letter) -> str:
    """What the child reads above it, or what it is called where that is nothing or no English."""
    is_english = letter.language.startswith(ENGLISH)
    if heading and (is_english or key not in BLOCK_NAMES):
        return heading
    known = BLOCK_NAMES.get(key, heading)
    return _(known).format(name=letter.child_called) if known else _("What you want to say")


def _shown(line: Line, sheet: ReviewSheet, letter: Letter) -> ShownLine:
    to = line.write_to
    place = (to.table, to.row_id, to.field) if to is not None else None
    gap = line.gap.words if line.gap else ""
    return ShownLine(
        id=line.key,
        words="" if gap else line.words,
        place=place,
        proposed=line.proposed or ("" if gap else line.words),
        newer=line.newer,
        original=_original(place, sheet),
        source=line.source,
        is_own=line.is_childs_own,
        gap=gap,
        left_out_why=line.left_out_why if line.is_left_out else "",
        stands_aside=_stands_aside(line, letter),
        can_leave_out=line.can_be_left_out and not gap,
    )


def _stands_aside(line: Line, letter: Letter) -> str:
    """That the design of the letter holds no more of these, or nothing."""
    if line.holds is None:
        return ""
    design = _(BANDS[letter.band].name)
    if line.holds == 0:
        said = _("A letter in the design “{design}” holds none of these by itself.")
    else:
        said = ngettext(
            "A letter in the design “{design}” holds {count} of these by itself.",
            "A letter in the design “{design}” holds {count} of these by itself.",
            line.holds,
        )
    return said.format(design=design, count=line.holds)


def _gap(paragraph: Paragraph, row_id: str) -> ShownLine:
    return ShownLine(row_id, "", gap=paragraph.text, source=paragraph.source)


def _original(place: Place | None, sheet: ReviewSheet) -> str:
    """The note or decision that a line says again."""
    if place is None or place[0] not in SAID_TO_CHILD:
        return ""
    rows: tuple[NoteOnSheet | DecisionOnSheet, ...] = (*sheet.notes, *sheet.decisions)
    row = next((row for row in rows if row.id == place[1]), None)
    if row is None:
        return ""
    return row.words if isinstance(row, NoteOnSheet) else row.what
