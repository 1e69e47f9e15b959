"""Fits plain words into a sentence in place of a term, so that its grammar still holds."""

import re
from dataclasses import dataclass, replace

from letters.plain.articles import ARTICLES, article_for, in_case_of
from letters.plain.as_verbs import said_as_a_verb
from letters.plain.by_name import place_of_name
from letters.plain.hard_words import HardWord, is_acronym
from letters.plain.sentences import is_sentence_start
from letters.plain.small_words import AFTER_A_NOUN, BEFORE_A_WHOLE_PHRASE, LINKS, PREPOSITIONS
from letters.plain.suggestion import Mode, Suggestion
from letters.plain.terms import Hold, Said, Takes

_BEFORE = re.compile(r"([\w'’\-]+)([ \t]+)$")
_AFTER = re.compile(r"[ \t]*(\n|[\w'’]+(?:-\w+)*|\S|$)")
_LEADING = re.compile(r"^(?:your|the|an?|my|our) ")
_GOES_WITH = {Takes.A: ARTICLES, Takes.THE: ARTICLES | {"the", "your"}}
_NEVER_ALONE = frozenset({"(", "/", "-", "–", "&", "+"})
_LOOK_BACK, _LOOK_ON = 40, 60


@dataclass(frozen=True)
class _Place:
    """Where new words would stand, and whether they surely fit there."""

    start: int
    end: int
    lead: str
    fits: bool


def suggestion_for(text: str, word: HardWord) -> Suggestion:
    """What to say instead of a hard word where it stands."""
    verb = said_as_a_verb(text, word)
    if verb:
        return _deed(text, word, verb)
    said = word.term.said_for(word.form)
    if word.term.mode is Mode.EXPLAIN:
        return _written_out(text, word, said) if said.words else _explained(text, word)
    if said.takes is Takes.NAME:
        return _named(text, word, said)
    if not said.words or (word.ending and said.takes is not Takes.NONE):
        return _offered(text, word, word.start, "")
    return _swapped(text, word, said)


def _swapped(text: str, word: HardWord, said: Said) -> Suggestion:
    if word.ending and (word.ending != "'s" or said.hold is not Hold.ALWAYS):
        return _offered(text, word, word.start, "")
    place = _place(text, word, said)
    said_there = said.words if place.fits else _LEADING.sub("", said.words)
    if _breaks_the_phrase(text, word, said) or (not place.fits and said_there == said.words):
        return _offered(text, word, word.start, "")
    words = f"{place.lead}{said_there}{text[word.end - len(word.ending) : word.end]}"
    if text[place.start].isupper() and is_sentence_start(text, place.start):
        words = f"{words[0].upper()}{words[1:]}"
    is_sure = place.fits and _may_be_done(text, word, said)
    return Suggestion(
        place.start, place.end, text[place.start : place.end], word.term.mode, words,
        is_sure, word.term.plain_words,
    )  # fmt: skip


def _deed(text: str, word: HardWord, verb: str) -> Suggestion:
    """What is said for a word that is something done here, and no thing."""
    shown = text[word.start : word.end]
    words = f"{verb[0].upper()}{verb[1:]}" if shown[0].isupper() else verb
    return Suggestion(word.start, word.end, shown, Mode.SWAP, words, False, verb)


def _written_out(text: str, word: HardWord, said: Said) -> Suggestion:
    """An acronym in full words; these may be explained in their turn."""
    full = replace(word, term=replace(word.term, mode=Mode.SWAP, plain_words=said.words))
    return _swapped(text, full, said)


def _breaks_the_phrase(text: str, word: HardWord, said: Said) -> bool:
    """Whether a noun comes after, before which words such as "time with Nan" cannot stand."""
    if said.hold is Hold.ALWAYS or _ends_the_phrase(text, word.end):
        return False
    return said.takes is Takes.THE or any(
        each in PREPOSITIONS | LINKS for each in said.words.split(" ")
    )


def _named(text: str, word: HardWord, said: Said) -> Suggestion:
    """People by their names, with what belongs to them."""
    place = place_of_name(text, word.start, word.end, said.words)
    is_whose = place is not None and place.words != said.words
    if place is None or (word.ending and not is_whose) or not (
        is_whose or _ends_the_phrase(text, word.end)
    ):  # fmt: skip
        return _offered(text, word, word.start, "")
    shown, is_sure = text[place.start : place.end], place.is_sure
    held = replace(said, hold=Hold.ALWAYS) if is_whose and said.hold is not Hold.NEVER else said
    is_sure = is_sure and _may_be_done(text, word, held)
    return Suggestion(
        place.start, place.end, shown, word.term.mode, place.words, is_sure, word.term.plain_words
    )


def _may_be_done(text: str, word: HardWord, said: Said) -> bool:
    """Whether nothing beside the words speaks against saying the others in their place."""
    return (
        word.term.mode is Mode.SWAP
        and said.hold is not Hold.NEVER
        and not word.has_everyday_meaning
        and not _is_part_of_a_name(text, word)
        and (said.hold is Hold.ALWAYS or _ends_the_phrase(text, word.end))
        and _stands_alone(text, word)
    )


def _place(text: str, word: HardWord, said: Said) -> _Place:
    """Take in the article where it changes or goes."""
    found = _BEFORE.search(text, max(0, word.start - _LOOK_BACK), word.start)
    before = found.group(1).lower().replace("’", "'") if found else ""
    if found and before in _GOES_WITH.get(said.takes, ()):
        return _Place(found.start(1), word.end, "", fits=True)
    if found and before in ARTICLES and article_for(said.words) != before:
        lead = f"{in_case_of(article_for(said.words), found.group(1))}{found.group(2)}"
        return _Place(found.start(1), word.end, lead, fits=True)
    fits = said.takes is not Takes.THE or _begins_a_phrase(text, word.start, before)
    return _Place(word.start, word.end, "", fits)


def _begins_a_phrase(text: str, start: int, before: str) -> bool:
    """Whether a whole phrase such as "your plan" may begin here."""
    if is_sentence_start(text, start) or before in BEFORE_A_WHOLE_PHRASE:
        return True
    return text[:start].rstrip(" \t")[-1:] in {",", ":", ";"}


def _ends_the_phrase(text: str, end: int) -> bool:
    """Whether no noun comes after, as "lead" does in "safeguarding lead"."""
    found = _AFTER.match(text, end)
    after = found.group(1).lower().replace("’", "'") if found else ""
    if not after or not after[0].isalnum():
        return True
    return (after in AFTER_A_NOUN and after != "of") or after.endswith("ed")


def _stands_alone(text: str, word: HardWord) -> bool:
    """Whether it is no part of something with a stroke or a hyphen, as in "GP/nurse"."""
    return text[word.end : word.end + 1] not in _NEVER_ALONE and (
        not word.start or text[word.start - 1] not in _NEVER_ALONE - {"("}
    )


def _is_part_of_a_name(text: str, word: HardWord) -> bool:
    """Whether a capital beside it inside a sentence makes it look like part of a name."""
    found = _BEFORE.search(text, max(0, word.start - _LOOK_BACK), word.start)
    after = _AFTER.match(text, word.end)
    if after and after.group(1)[:1].isupper() and after.group(1) not in {"I", "I'm", "I’m"}:
        return True
    if found is None or not found.group(1)[:1].isupper() or is_acronym(found.group(1)):
        return False
    if not is_sentence_start(text, found.start(1)):
        return True
    return text[word.start].isupper() and found.group(1).lower() not in AFTER_A_NOUN


def _explained(text: str, word: HardWord) -> Suggestion:
    """The term once, then the plain words."""
    plain = word.term.plain_words
    if "(" in plain:
        return _offered(text, word, word.start, "")
    shown = text[word.start : word.end]
    is_sure = (
        not word.has_everyday_meaning
        and not word.ending
        and _ends_the_phrase(text, word.end)
        and _stands_alone(text, word)
        and not _is_part_of_a_name(text, word)
    )
    words = f"{shown} ({plain})" if not word.ending else ""
    return Suggestion(word.start, word.end, shown, Mode.EXPLAIN, words, is_sure, plain)


def _offered(text: str, word: HardWord, start: int, replacement: str) -> Suggestion:
    shown = text[start : word.end]
    return Suggestion(
        start, word.end, shown, word.term.mode, replacement, False, word.term.plain_words
    )
