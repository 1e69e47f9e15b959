"""Puts people by their names in place of what they are: "Jo" for "your foster carer"."""

import re
from dataclasses import dataclass
from functools import cache

import resources
from letters.plain.sentences import WORD, is_sentence_start
from letters.plain.small_words import BEFORE_A_WHOLE_PHRASE, PRONOUNS, set_of

_NAME = r"(?:[A-Z][\w\-.]*(?:['’](?!s\b)\w+)?)"
_NAMES = rf"{_NAME}(?: {_NAME})*(?:(?:, | and |, and | & ){_NAME}(?: {_NAME})*)*"
_BY_NAME = re.compile(rf"{_NAMES}(?:['’]s? \w.*)?")
_AND = re.compile(r", | and | & ")
_OF = re.compile(r"['’]s? ")
_BEFORE = re.compile(r"(?:([\w'’\-]+)[ \t]+)?\b([\w'’\-]+)[ \t]+$")
_AFTER = re.compile(r"[ \t]*([\w'’]*)")
_OF_MANY = re.compile(r"['’](?!\w)")
_GO_WITH_THEM = set_of("a an the his her their your my our")
_SURELY_THEM = set_of("the your")
_SOME = set_of("all both half of some most")
_TELLS_WHICH = set_of("who whom whose that which of from") | PRONOUNS
_KIN = set_of(
    """mum mummy mam dad daddy nan nana nanny nanna gran granny grandma grandad granddad grandpa
    auntie aunty aunt uncle dr mr mrs ms miss"""
)
_LOOK_BACK, _LOOK_ON = 60, 40


@dataclass(frozen=True)
class NamePlace:
    """What is taken out for a name, the words put there, and whether they surely fit."""

    start: int
    end: int
    words: str
    is_sure: bool


def is_by_name(words: str) -> bool:
    """Whether words are names, or begin with one, as in "Lynne and Jo" and "Jo's house"."""
    return _BY_NAME.fullmatch(words) is not None


def may_be_no_name(words: str) -> bool:
    """Whether they may be words with capitals, as in "Home", or people in small letters."""
    found = [word.lower() for word in WORD.findall(words)]
    if is_by_name(words):
        return not _KIN & set(found) and set(found) <= _common()
    return bool(found) and found[0] in _KIN


def place_of_name(text: str, start: int, end: int, name: str) -> NamePlace | None:
    """Where a name can stand for what `text` says from start to end.

    An article or whose it is goes with what they are. None: no name can stand there, as after
    "new" and before another noun.
    """
    lead, before = _before(text, start)
    begins = start if lead is None else lead
    if lead is None and not _begins_a_phrase(text, start, before[-1]):
        return None
    many = _are_many(text[start:end])
    ends, whose = _whose(text, start, end)
    is_one_or_many_alike = bool(whose) or many == _are_many(name)
    is_meant = before[-1] in _SURELY_THEM if lead is not None else not many
    is_sure = (
        is_meant
        and before[0] not in _SOME
        and is_one_or_many_alike
        and not _is_told_which(text, ends)
        and not _is_near(text, begins, ends, name)
    )
    return NamePlace(begins, ends, f"{name}{whose}", is_sure)


def _before(text: str, start: int) -> tuple[int | None, tuple[str, str]]:
    """Where an article or the like begins, if one stands before, and the two words before."""
    found = _BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    if found is None:
        return None, ("", "")
    words = tuple((found.group(place) or "").lower().replace("’", "'") for place in (1, 2))
    lead = found.start(2) if words[1] in _GO_WITH_THEM else None
    return lead, (words[0], words[1])


def _begins_a_phrase(text: str, start: int, before: str) -> bool:
    if is_sentence_start(text, start) or before in BEFORE_A_WHOLE_PHRASE:
        return True
    return text[:start].rstrip(" \t")[-1:] in {",", ":", ";"}


def _whose(text: str, start: int, end: int) -> tuple[int, str]:
    """Where it ends with the apostrophe of many, and the ending that a name has there."""
    form = text[start:end]
    if form[-2:].lower() in {"'s", "’s"}:
        return end, form[-2:]
    if form.lower().endswith("s") and _OF_MANY.match(text, end):
        return end + 1, f"{text[end]}s"
    return end, ""


def _are_many(words: str) -> bool:
    if _OF.search(words) is None and _AND.search(words):
        return True
    last = WORD.findall(words)[-1]
    return last[0].islower() and last.endswith("s") and not last.endswith(("ss", "'s", "’s"))


def _is_told_which(text: str, end: int) -> bool:
    """Whether what comes after says which of them, as a name cannot be told."""
    found = _AFTER.match(text, end)
    return found is not None and found.group(1).lower() in _TELLS_WHICH


def _is_near(text: str, start: int, end: int, name: str) -> bool:
    """Whether somebody of these is named beside it already."""
    beside = f"{text[max(0, start - _LOOK_ON) : start]} {text[end : end + _LOOK_ON]}"
    names = {word for word in WORD.findall(name) if word[0].isupper()}
    return not names.isdisjoint(WORD.findall(beside))


@cache
def _common() -> frozenset[str]:
    return frozenset(resources.text("dictionary/common_words.txt").split())
