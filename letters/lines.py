"""The lines of a letter one by one: what stands there, where it comes from and is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from letters.decisions_compared import decisions_compared as decisions_compared
from letters.letter import LeftOut, Letter, LetterBlock
from letters.own_words import LINES, may_be_left_out, may_be_reworded
from letters.paragraph import Missing, Paragraph, Source
from models.letter_making import LetterMaking
from models.problems import N_

BLOCK_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "L1": N_("The greeting"),
        "L2": N_("Something true about {name}"),
        "L3": N_("Why we met, and who came"),
        "L4": N_("What {name} told us"),
        "L5": N_("What is going well"),
        "L6": N_("What we are worried about"),
        "L7": N_("What happens next"),
        "L8": N_("What {name} asked for"),
        "L9": N_("{name}’s number"),
        "L10": N_("{name}’s home"),
        "L10a": N_("Money, and the plan for 18 and after"),
        "L11": N_("The next meeting"),
        "L12": N_("{name}’s rights"),
        "L13": N_("How to reach me"),
        "L14": N_("What some words mean"),
        "L15": N_("Who is who"),
        "aloud": N_("To be read aloud to {name}"),
        "carer": N_("A note for those who look after {name}"),
        "road": N_("The road map"),
        "about": N_("About me"),
    }
)
"""What each block is called on the screen; {name} is the child's chosen name."""
_REVIEW_FIELDS = MappingProxyType(
    {
        "L2/warm": "warm_line",
        "L4/why": "no_words_why",
        "L9/one_more": "one_more_line",
        "L10/home": "home_line",
        "L10/legal": "legal_line",
        "L11/last_why": "no_next_review_why",
    }
)
_SAID_TO_CHILD = frozenset({"note", "decision"})


@dataclass(frozen=True)
class Line:
    """One line of a letter.

    `name` is what its block is called on the screen, `heading` what the child reads above it.
    `proposed` is what the program would say now, empty where that is what stands there; `newer`
    is a proposal that came after somebody wrote the words. `source` is the record that it comes
    from; `write_to` is where its words are kept, a row of `letter_line` with an empty id for one
    not begun, and None where nothing may be written. `holds` says of a line that stands aside how
    many of its kind the design of the letter holds.
    """

    block: str
    name: str
    heading: str
    key: str
    words: str
    proposed: str
    newer: str
    is_childs_own: bool
    source: Source | None
    write_to: Source | None
    gap: Missing | None
    picture: str
    can_be_left_out: bool
    is_left_out: bool = False
    left_out_why: str = ""
    holds: int | None = None


def lines_of(letter: Letter, making: LetterMaking | None = None) -> tuple[Line, ...]:
    """Every line that has a key, in reading order, and in its place each that was left out."""
    given = making or LetterMaking()
    blocks = list(letter.blocks)
    gone = [each for each in letter.left_out if letter.block(each.block) is None]
    found = [line for block in blocks for line in _of_block(letter, block, given)]
    return (*found, *(_left_out(each, given) for each in gone))


def _of_block(letter: Letter, block: LetterBlock, making: LetterMaking) -> Iterator[Line]:
    waiting = [each for each in letter.left_out if each.block == block.key]
    yield from _after("", waiting, making)
    for paragraph in block.every_paragraph():
        if paragraph.key:
            yield _line(block.key, block.heading, paragraph, making)
            yield from _after(paragraph.key, waiting, making)


def _after(key: str, waiting: list[LeftOut], making: LetterMaking) -> Iterator[Line]:
    """What was left out after this line, and after that in its turn."""
    for each in waiting:
        if each.after == key:
            yield _left_out(each, making)
            yield from _after(each.paragraph.key, waiting, making)


def _left_out(each: LeftOut, making: LetterMaking) -> Line:
    return _line(each.block, each.heading, each.paragraph, making, each)


def _line(
    block: str, heading: str, paragraph: Paragraph, making: LetterMaking,
    left_out: LeftOut | None = None,
) -> Line:  # fmt: skip
    return Line(
        block=block,
        name=BLOCK_NAMES.get(block, heading),
        heading=heading,
        key=paragraph.key,
        words=paragraph.text,
        proposed=paragraph.proposed,
        newer=_newer(paragraph, making),
        is_childs_own=paragraph.is_quoted,
        source=paragraph.source,
        write_to=_write_to(paragraph, making),
        gap=paragraph.gap,
        picture=paragraph.picture,
        can_be_left_out=may_be_left_out(paragraph),
        is_left_out=left_out is not None,
        left_out_why=left_out.why if left_out else "",
        holds=left_out.holds if left_out else None,
    )


def _newer(paragraph: Paragraph, making: LetterMaking) -> str:
    """What is proposed now, where it is neither what was proposed then nor what stands there."""
    line = making.line.get(paragraph.key)
    if line is None or not line.proposed or not paragraph.proposed:
        return ""
    return "" if paragraph.proposed in {line.proposed, paragraph.text} else paragraph.proposed


def _write_to(paragraph: Paragraph, making: LetterMaking) -> Source | None:
    """The field that holds the words of this line."""
    source = paragraph.source
    if source is not None:
        if source.table == "review" and source.field == _REVIEW_FIELDS.get(paragraph.key):
            return source
        if source.table == "wish" and source.field == "answer":
            return source
        if paragraph.key == f"{source.table}/{source.row_id}" and source.table in _SAID_TO_CHILD:
            return Source(source.table, source.row_id, "letter_words")
        if source.table == LINES and paragraph.gap is not None:
            return source  # the answer to a question of a template
    if not may_be_reworded(paragraph):
        return None
    line = making.line.get(paragraph.key)
    return Source(LINES, line.id if line else "", "words")
