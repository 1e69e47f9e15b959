"""The letter to a child as words alone: blocks, paragraphs, and the gaps still in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from letters.bands import Band
from letters.paragraph import Missing, Paragraph

MOST_OF_A_NAME = 40


def short_for_foot(name: str) -> str:
    """Give a name cut to what leaves room at the foot for the day, the version and the page."""
    if len(name) <= MOST_OF_A_NAME:
        return name
    return f"{name[: MOST_OF_A_NAME - 1].rstrip()}…"


class BlockKind(StrEnum):
    """What a block is, so that the page knows how to set it."""

    OPENING = "opening"
    PLAIN = "plain"
    CHILD_WORDS = "child_words"
    SECTION = "section"
    STEPS = "steps"
    RIGHTS = "rights"
    SIGN_OFF = "sign_off"
    WORD_LIST = "word_list"
    NOTE_TO_CARER = "note_to_carer"
    READ_ALOUD = "read_aloud"
    ROAD_MAP = "road_map"
    ABOUT_ME = "about_me"


@dataclass(frozen=True)
class NextStep:
    """One row of what happens next: a picture, what, who and by when.

    `why`, where it is told, stands under `what` in the same cell.
    """

    picture: str
    what: Paragraph
    who: Paragraph
    by_when: Paragraph
    why: Paragraph | None = None

    @property
    def cells(self) -> tuple[Paragraph, Paragraph, Paragraph]:
        """The three cells with words."""
        return (self.what, self.who, self.by_when)

    def every_paragraph(self) -> Iterator[Paragraph]:
        """Every paragraph of the row in reading order."""
        yield self.what
        if self.why is not None:
            yield self.why
        yield self.who
        yield self.by_when


@dataclass(frozen=True)
class LetterBlock:
    """One block of the letter, L1 to L14. Source: domain reference 5.3.

    L1 always begins with the day, who writes and the greeting; L13 always ends, in `after`, with
    the closing, the name and the role. L15 says who is who, set as a word list. In bands A and E
    nothing is told in a table: the steps of L7 are `paragraphs`, and headings may be empty.
    """

    key: str
    kind: BlockKind
    paragraphs: tuple[Paragraph, ...] = ()
    heading: str = ""
    picture: str = ""
    table_head: tuple[str, ...] = ()
    rows: tuple[NextStep, ...] = ()
    after: tuple[Paragraph, ...] = ()

    def every_paragraph(self) -> Iterator[Paragraph]:
        """Every paragraph and cell in reading order."""
        yield from self.paragraphs
        for row in self.rows:
            yield from row.every_paragraph()
        yield from self.after


@dataclass(frozen=True)
class Image:
    """A picture that somebody brought, cleaned: a PNG image or an SVG, and words that say it."""

    form: str
    data: bytes = field(repr=False)
    says: str = ""


@dataclass(frozen=True)
class LetterSetting:
    """How a letter is set on paper.

    An empty `typeface` is the band's own; `text_size` is "usual", "18" or "24" (points). Without
    `address` lines it is handed over and has none. `code_page` is what the square code opens.
    `own_pictures` are pictures of the council's and the child's, by the name the blocks use.
    """

    typeface: str = ""
    text_size: str = "usual"
    is_cream: bool = False
    with_pictures: bool = True
    picture_set: str = "waymark"
    address: tuple[str, ...] = ()
    crest: Image | None = None
    photo: Image | None = None
    code_page: str = ""
    code_words: str = ""
    own_pictures: Mapping[str, Image] = field(default_factory=dict)


@dataclass(frozen=True)
class Foot:
    """The words at the foot of the pages; `page_of` takes {page} and {pages}."""

    first: str
    later: str
    page_of: str
    draft: str


@dataclass(frozen=True)
class LeftOut:
    """A line left out on purpose: where it would stand, and why it does not.

    `after` is the key of the line before it in its block, or empty. One that stands aside
    because the design holds only so many has no `why`, and says in `holds` how many.
    """

    block: str
    heading: str
    after: str
    paragraph: Paragraph
    why: str
    holds: int | None = None


@dataclass(frozen=True)
class Letter:
    """A letter to one child, composed and not yet laid out.

    `other` is the same letter in the child's language, and `arrangement` how the two stand:
    "alone", "beside" or "after". `untranslated` are headings that have no words in it yet.
    """

    title: str
    language: str
    right_to_left: bool
    child_called: str
    colour: str
    dated: date
    council: str
    service: str
    author: str
    blocks: tuple[LetterBlock, ...]
    foot: Foot
    names: tuple[str, ...] = ()
    kind: str = "letter"
    band: Band = Band.B
    setting: LetterSetting = field(default_factory=LetterSetting)
    left_out: tuple[LeftOut, ...] = ()
    other: "Letter | None" = None
    arrangement: str = ""
    untranslated: tuple[Missing, ...] = ()

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Each gap in reading order that must be filled before the letter can be issued."""
        gaps = (paragraph.gap for paragraph in self.every_paragraph())
        own = (gap for gap in gaps if gap is not None and not gap.may_stay)
        of_other = self.other.missing if self.other else ()
        return tuple(dict.fromkeys((*own, *self.untranslated, *of_other)))

    @property
    def tells_decisions(self) -> bool:
        """Whether what was decided belongs in it: in the letter of a review it always does."""
        return self.kind == "letter" or any(
            block.kind is BlockKind.STEPS or block.key == "L7" for block in self.blocks
        )

    def begins_a_side(self, block: LetterBlock) -> bool:
        """Whether a block begins the second side: what happens next, in the letter of a review."""
        return block.kind is BlockKind.STEPS and self.kind == "letter"

    def every_paragraph(self) -> Iterator[Paragraph]:
        """Every paragraph and cell in reading order."""
        for block in self.blocks:
            yield from block.every_paragraph()

    def block(self, key: str) -> LetterBlock | None:
        """The block of this key, or None where the letter has no need of it."""
        return next((block for block in self.blocks if block.key == key), None)
