"""One form in which a fact may be written, and where such words count."""

from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """In what way something was written where it was found."""

    EXACT = "exact"  # as it was said to be written, whatever the case
    PART = "part"  # a part of it, or turned round or shortened
    SPACED = "spaced"  # broken, joined or spelled out
    NEAR = "near"  # a slip or two away, or in letters that look alike
    NUMBER = "number"  # digits in another grouping


class Rule(StrEnum):
    """Where words count as the fact."""

    ANYWHERE = "anywhere"
    CAPITALS = "capitals"  # each word with a capital
    AS_NAME = "as_name"  # a word of every day: only where it is written as somebody's name
    WITHIN = "within"  # the same, and not where a sentence begins
    INITIALS = "initials"  # capitals with dots
    BARE_INITIALS = "bare_initials"  # capitals, with dots or without, that are no short word
    STREET = "street"  # in any case, not behind another number: that is another house
    SCHOOL = "school"  # not before what makes it something else, such as "Road"
    POSTCODE = "postcode"  # anywhere, with its blanks wherever they stand
    WHOLE = "whole"  # a whole sentence, from its beginning to its end


@dataclass(frozen=True)
class Form:
    """Words as folded, the way of writing that they are, and where they count."""

    words: tuple[str, ...]
    how: How
    rule: Rule = Rule.ANYWHERE
