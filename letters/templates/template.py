"""A template of a letter as a value: its blocks, their lines, and whom it suits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from letters.bands import Band


class BuiltIn(StrEnum):
    """A block that the program makes, because what must stand in it follows from the record."""

    GREETING = "greeting"
    CHILD_WORDS = "child_words"
    DECISIONS = "decisions"
    NEXT_MEETING = "next_meeting"
    RIGHTS = "rights"
    HOW_TO_REACH_ME = "how_to_reach_me"
    WHO_IS_WHO = "who_is_who"
    SIGN_OFF = "sign_off"


ALWAYS_THERE = (BuiltIn.GREETING, BuiltIn.RIGHTS, BuiltIn.SIGN_OFF)
"""What no letter to a child may be without. Source: domain reference 5.3, L1, L12 and L13."""
NEED_A_REVIEW = frozenset({BuiltIn.DECISIONS, BuiltIn.CHILD_WORDS})


@dataclass(frozen=True)
class Line:
    """One line of a block: words that stand, or a question that the IRO answers in the letter.

    `by_band` holds other words for a band, empty ones where the band has no such line.
    `without` is said where the record does not hold what `words` name; None leaves a gap there.
    """

    key: str
    words: str = ""
    by_band: Mapping[Band, str] = field(default_factory=dict)
    without: str | None = None
    ask: str = ""
    required: bool = True
    picture: str = ""

    def words_for(self, band: Band) -> str:
        """The words for a letter of this band."""
        return self.by_band.get(band, self.words)

    def sentences(self) -> Iterator[str]:
        """Every sentence that may stand on paper."""
        yield from (each for each in (self.words, *self.by_band.values(), self.without) if each)


@dataclass(frozen=True)
class Block:
    """One block: one that the program makes, or lines under a heading or under none."""

    key: str
    built_in: BuiltIn | None = None
    heading: str = ""
    picture: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Template:
    """A letter for one moment. `about` tells the IRO what it is for.

    `subject` is the title in letters to those who read as young adults, else `title` is.
    """

    key: str
    name: str
    about: str
    title: str
    bands: tuple[Band, ...]
    blocks: tuple[Block, ...]
    no_more_meetings: bool = False
    subject: str = ""

    @property
    def built_ins(self) -> tuple[BuiltIn, ...]:
        """The blocks that the program makes, in their order."""
        return tuple(block.built_in for block in self.blocks if block.built_in)

    @property
    def needs_a_review(self) -> bool:
        """Whether it tells of a review, and so can be written only after one."""
        return bool(NEED_A_REVIEW & set(self.built_ins))

    @property
    def asked(self) -> tuple[Line, ...]:
        """The lines that the IRO writes."""
        return tuple(line for block in self.blocks for line in block.lines if line.ask)

    def on_paper(self) -> Iterator[str]:
        """Every sentence that may stand on paper, gaps in a draft among them."""
        yield from filter(None, (self.title, self.subject))
        for block in self.blocks:
            if block.heading:
                yield block.heading
            for line in block.lines:
                yield from line.sentences()
        yield from (line.ask for line in self.asked)

    def on_screen(self) -> Iterator[str]:
        """Every sentence that the IRO reads in a window."""
        yield from (self.name, self.about)
        yield from (line.ask for line in self.asked)
