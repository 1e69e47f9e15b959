"""Whether words count where they stand: as somebody's name, a school's, a street's."""

import re
from collections.abc import Callable, Mapping

from models.disclosure.common import (
    AFTER_A_NAME,
    KIN,
    MODALS,
    MONTHS,
    NEVER_AFTER_A_NAME,
    NOT_A_PERSON,
    is_word,
    set_of,
)
from models.disclosure.folding import FoldedText, plain
from models.disclosure.form import Rule

_ENDS = re.compile(r"[.!?:;)•*|\n\u2022\u2013\u2014]|^$")
_BEFORE_A_MONTH = re.compile(r"^(?:\d+(?:st|nd|rd|th)?|in|on|of|by|since|until|late|early|mid|"
                           r"from|to|last|next|this|and|or|before|after|for|during)$")  # fmt: skip
_SMALL = 3
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_SHORT_FORMS = set_of(
    """gp pe tv it uk am pm ep sw la cp pa ta dr mr ms ed id iq pc ps re rs ni eu us un bc vs ct mp
    st ok oh an as at be by do go he if in is me my no of on or so to up we nhs iro lac cin pep
    ehcp adhd asd sen senco lado dob cic"""
)
_NOT_A_SCHOOL = set_of(
    """church road street lane avenue hospital surgery hall ward parish cathedral close drive
    way place square park bay day hospice station"""
)


def counts(rule: Rule, text: FoldedText, first: int, last: int) -> bool:
    """Whether words from one place to another count under a rule."""
    check = _CHECKS.get(rule)
    return check is None or check(text, first, last)


def _capitals(text: FoldedText, first: int, last: int) -> bool:
    """Each word begins with a capital or a figure; inside a sentence the first is enough."""
    written = [
        text.raw(place, place)
        for place in range(first, last + 1)
        if place == first or place - 1 not in text.joins
    ]
    if all(not each[:1].islower() or len(each) <= _SMALL for each in written):
        return any(each[:1].isupper() or each[:1].isdigit() for each in written)
    begins = _begins(text.between(first - 1) if first else "\n")
    return written[0][:1].isupper() and not begins


def _as_name(text: FoldedText, first: int, last: int) -> bool:
    """A word of every day as a name: with a capital, where the sentence does not ask for one."""
    written = text.raw(first, last)
    if not written[:1].isupper():
        return False
    after = _word(text, last + 1) if last + 1 < len(text.words) else ""
    follows = text.between(last) if after else "\n"
    before = _word(text, first - 1) if first else ""
    gap = text.between(first - 1) if first else "\n"
    if follows.isspace() and after in NOT_A_PERSON:
        return False
    word = plain(written)
    if behind_a_saint(text, first) or (word in NOT_A_PERSON and _ends_a_place(text, first)):
        return False
    if word in MONTHS and _reads_as_month(text, last, before):
        return False
    if not _begins(gap) and not before.isdigit():
        return True
    return _begins_as_name(written, word, after, follows)


def _within(text: FoldedText, first: int, last: int) -> bool:
    """As a name, and not where a sentence begins."""
    begins = _begins(text.between(first - 1) if first else "\n")
    return not begins and _as_name(text, first, last)


def behind_a_saint(text: FoldedText, first: int) -> bool:
    """Whether "St" or "Saint" stands before a word."""
    if not first or _word(text, first - 1) not in {"st", "saint"}:
        return False
    return text.between(first - 1).strip(" .\u00a0") == ""


def _ends_a_place(text: FoldedText, first: int) -> bool:
    """Whether a word such as Church or Hill ends a name of several words, as of a place."""
    if not first or not text.between(first - 1).isspace():
        return False
    before = text.raw(first - 1, first - 1)
    return before[:1].isupper() and plain(before) not in KIN


def _begins(gap: str) -> bool:
    """Whether what stands before a word ends a sentence or a line."""
    return _ENDS.search(gap.replace('"', "").replace("“", "")) is not None


def _begins_as_name(written: str, word: str, after: str, follows: str) -> bool:
    """At the beginning of a sentence a name is followed by what somebody does, or by nothing."""
    if _POSSESSIVE.search(written) or "," in follows:
        return True
    if word in MODALS:
        return after in AFTER_A_NAME or "\n" in follows
    return after not in NEVER_AFTER_A_NAME


def _reads_as_month(text: FoldedText, last: int, before: str) -> bool:
    is_last = last + 1 >= len(text.words) or not text.between(last).isspace()
    after = "" if is_last else text.raw(last + 1, last + 1)
    if after[:1].isdigit() or after.casefold() == "half":
        return True
    return bool(_BEFORE_A_MONTH.match(before)) and after.casefold() not in AFTER_A_NAME


def _initials(text: FoldedText, first: int, last: int) -> bool:
    """Capitals with a dot after each, and no more of them round about."""
    written = text.raw(first, last)
    count = last - first + 1
    if not re.fullmatch(r"[A-Z](?:\.\s?[A-Z]){%d}" % (count - 1), written):  # noqa: UP031
        return False
    around = text.text[text.ends[last] : text.ends[last] + 3]
    ahead = text.text[max(0, text.starts[first] - 2) : text.starts[first]]
    return around.startswith(".") and not re.match(r"\.\s?[A-Z]\b", around) and ahead[-1:] != "."


def _bare_initials(text: FoldedText, first: int, last: int) -> bool:
    """Capitals together or parted by a blank, that are no short word and no usual short form."""
    if _initials(text, first, last):
        return True
    written = "".join(text.raw(first, last).split())
    if not re.fullmatch(r"[A-Z]{2,4}", written) or written.casefold() in _SHORT_FORMS:
        return False
    if len(written) >= _SMALL and is_word(written):
        return False
    beside = [text.raw(at, at) for at in (first - 1, last + 1) if 0 <= at < len(text.words)]
    return not any(_is_in_capitals(each) for each in beside)


def _is_in_capitals(word: str) -> bool:
    """Whether a word is written in capitals or figures, as headings and references are."""
    return (len(word) > 1 and word.isupper()) or word[:1].isdigit()


def _street(text: FoldedText, first: int, _last: int) -> bool:
    """A street of a common name, but not with the number of another house before it."""
    before = text.raw(first - 1, first - 1) if first else ""
    return not (before[:1].isdigit() and text.between(first - 1).strip(",") in {" ", "\u00a0"})


def _school(text: FoldedText, _first: int, last: int) -> bool:
    """A school's name in any case, but not before what makes it something else."""
    if last + 1 >= len(text.words) or not text.between(last).isspace():
        return True
    return _word(text, last + 1) not in _NOT_A_SCHOOL


def _whole(text: FoldedText, first: int, last: int) -> bool:
    """From the beginning of a sentence or a line to its end."""
    ahead = text.between(first - 1) if first else "\n"
    behind = text.between(last) if last + 1 < len(text.words) else "\n"
    return _begins(ahead) and _begins(behind)


def _word(text: FoldedText, place: int) -> str:
    return plain(text.raw(place, place))


_CHECKS: Mapping[Rule, Callable[[FoldedText, int, int], bool]] = {
    Rule.CAPITALS: _capitals,
    Rule.AS_NAME: _as_name,
    Rule.WITHIN: _within,
    Rule.INITIALS: _initials,
    Rule.BARE_INITIALS: _bare_initials,
    Rule.STREET: _street,
    Rule.SCHOOL: _school,
    Rule.WHOLE: _whole,
}
