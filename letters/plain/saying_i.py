"""Turns "the IRO" of a record into "I", as the letter is from the IRO."""

import re

from letters.plain.protected import quoted, touches
from letters.plain.sentences import is_sentence_start
from letters.plain.small_words import ADVERBS, AFTER_A_NOUN, LINKS, PREPOSITIONS
from letters.plain.verbs import AFTER_YOU, after_i

_IRO = re.compile(
    r"(?<![\w’'\-])(?:[Tt]he |(?:^|(?<=[.?!] )|(?<=\n))(?=IRO))"
    r"(?:IRO|[Ii]ndependent [Rr]eviewing [Oo]fficer)(?P<own>['’]s)?(?![\w\-])"
)
_STILL = re.compile(r"(?<![\w’'\-])(?:IRO|[Ii]ndependent [Rr]eviewing [Oo]fficer)(?!\w)")
_BEFORE = re.compile(r"([\w'’]+)(,?\s+)$")
_AFTER = re.compile(r"((?:\s+(?:also|still|now|then|never|always|often|already))*)\s+([\w'’]+)")
_LEADS = (LINKS | ADVERBS) - {"who", "which", "a", "lot"}


def said_by_iro(text: str) -> str:
    """A text said by the IRO, wherever that is sure; what is quoted stays as it is."""
    quotes = quoted(text)
    for found in reversed(list(_IRO.finditer(text))):
        if touches(quotes, found.start(), found.end()):
            continue
        for way in (_owning, _as_subject, _as_object):
            said = way(text, found)
            if said is not None:
                text = said
                break
    return text


def names_the_iro(text: str) -> bool:
    """Whether a text still speaks of the IRO as of somebody else, outside of quotations."""
    quotes = quoted(text)
    return any(not touches(quotes, *found.span()) for found in _STILL.finditer(text))


def _owning(text: str, found: re.Match[str]) -> str | None:
    if not found["own"]:
        return None
    my = "My" if _begins(text, found) else "my"
    after = _AFTER.match(text, found.end())
    is_thing = after and after[2].islower() and after[2].lower() not in AFTER_A_NOUN
    if not is_thing or _before(text, found) not in PREPOSITIONS:
        return None
    return f"{text[: found.start()]}{my}{text[found.end() :]}"


def _as_subject(text: str, found: re.Match[str]) -> str | None:
    after = _AFTER.match(text, found.end())
    if found["own"] or after is None:
        return None
    said = after_i(after[2].lower().replace("’", "'"))
    is_first = _begins(text, found) or _before(text, found) in _LEADS
    if said is None or not is_first or _has_a_second_verb(text, after.end()):
        return None
    if "’" in after[2]:
        said = said.replace("'", "’")
    between = text[found.end() : after.start(2)]
    return f"{text[: found.start()]}I{between}{said}{text[after.end() :]}"


def _as_object(text: str, found: re.Match[str]) -> str | None:
    after = _AFTER.match(text, found.end())
    low = after[2].lower() if after else ""
    goes_on = low in {"and", "or"} or low in AFTER_YOU or after_i(low) is not None
    is_noun = bool(low) and low not in AFTER_A_NOUN
    comma = text[found.end() : found.end() + 1] in {",", "/", "("}
    if found["own"] or _before(text, found) not in PREPOSITIONS or goes_on or is_noun or comma:
        return None
    return f"{text[: found.start()]}me{text[found.end() :]}"


def _has_a_second_verb(text: str, start: int) -> bool:
    """Whether a later verb may go with "I" as well, so that it would have to change."""
    ending = re.search(r"[.?!\n]", text[start:])
    rest = text[start : start + ending.start()] if ending else text[start:]
    seconds = re.findall(r"(?:\band|\bbut|\bor|,)\s+(?:\w+ly\s+|also\s+|then\s+)?([\w'’]+)", rest)
    return any(word.lower().replace("’", "'") in AFTER_YOU for word in seconds)


def _begins(text: str, found: re.Match[str]) -> bool:
    return is_sentence_start(text, found.start())


def _before(text: str, found: re.Match[str]) -> str:
    before = _BEFORE.search(text, max(0, found.start() - 30), found.start())
    return before[1].lower() if before else ""
