"""The shape that most decisions have, "Samir to find a club", said as a sentence of a letter."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from letters.plain.protected import quoted, touches
from letters.plain.sentences import Stretch, sentences_in
from letters.plain.small_words import BEING, MODALS, set_of
from letters.plain.verbs import AFTER_YOU, is_base, is_only_a_verb, is_the_same_for_all

_BASES = set_of(
    """access accompany allow apply approve arrange assess assist book cancel chair chase collect
    commission complete confirm consent consider contact convene coordinate discharge discuss
    download email encourage enable engage enquire enrol ensure establish explore facilitate file
    follow fund gather have identify implement include increase inform investigate invite issue
    lead liaise maintain monitor obtain offer order organise pass phone plan prepare present
    print progress promote propose provide purchase pursue ratify reassure record reduce refer
    register remain remind renew repair replace reply report request research resolve respond
    return review schedule seek share speak source submit supervise supply support text track
    transition transport undertake update visit withdraw work do"""
)
_IRO = re.compile(r"(?:the )?(?:IRO|[Ii]ndependent [Rr]eviewing [Oo]fficer)", re.IGNORECASE)
_SHAPE = re.compile(
    r"(?P<who>[^.?!:;\n“”\"]{1,80}?)\s+to\s+(?:(?:also|then|now|still)\s+)?(?P<verb>[a-z]+)\b"
)
_YOU = re.compile(r"You(?:(?:,| and| &) [A-Z][\w’'\-]*){0,4}|[A-Z][\w’'\-]* and you")
_NEVER_FIRST = set_of("you i we it they he she there this that these those everyone how what")
_AGAIN = re.compile(r"\b(?:and|or|but|then|,)\s+(?:for \w+ )?to\b", re.IGNORECASE)
_THE = re.compile(r"^(?:the|your)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Doing:
    """By which names, roles and short forms the record may call those who will do it."""

    names: frozenset[str] = frozenset()

    @classmethod
    def by(cls, names: Collection[str]) -> "Doing":
        """Those who go by any of these, in whatever letters."""
        return cls(frozenset(map(_plain, filter(str.strip, names))))

    def is_by(self, who: str) -> bool:
        """Whether this is what they are called."""
        return _plain(who) in self.names


NOBODY = Doing()
"""It is not known who will do it, as for a note."""


def as_deed(text: str, doing: Doing) -> str | None:
    """A text in which "X to do" is told as a sentence; None where that is not sure."""
    quotes = quoted(text)
    for sentence in reversed(list(sentences_in(text))):
        found = _shape(sentence)
        if found is None or touches(quotes, sentence.start, sentence.start + found.end()):
            continue
        told = _told(sentence, found, doing)
        if told is None:
            return None
        text = f"{text[: sentence.start]}{told}{text[sentence.end :]}"
    return text


def _shape(sentence: Stretch) -> re.Match[str] | None:
    """The beginning "X to do", where X is somebody or something and has no verb in it."""
    found = _SHAPE.match(sentence.text)
    if found is None or not is_deed(found["verb"]):
        return None
    if _YOU.fullmatch(found["who"]):
        return found
    words = [word.strip(",()") for word in found["who"].lower().replace("’", "'").split()]
    if len(words) > 8 or words[0] in _NEVER_FIRST or any(map(_is_surely_a_verb, words)):
        return None
    return None if is_base(words[0]) and "worker" not in words else found


def _is_surely_a_verb(word: str) -> bool:
    if word in BEING | MODALS or (word in AFTER_YOU and word not in {"plans", "reports"}):
        return True
    return is_the_same_for_all(word) or is_only_a_verb(word)


def _told(sentence: Stretch, found: re.Match[str], doing: Doing) -> str | None:
    who, verb, rest = found["who"], found["verb"], sentence.text[found.end() :]
    if _AGAIN.search(rest) or " not " in found.group():
        return None
    if _IRO.fullmatch(who):
        return f"I will {verb}{rest}"
    if _YOU.fullmatch(who):
        return f"{who} will {verb}{rest}"
    if not doing.is_by(who) or verb == "be":
        return None
    return f"{verb.capitalize()}{rest}"


def is_deed(verb: str) -> bool:
    """Whether a word is a verb after "to", of those that plans are made of."""
    return verb in _BASES or is_base(verb)


def _plain(who: str) -> str:
    return _THE.sub("", " ".join(who.split())).rstrip(".").casefold()
