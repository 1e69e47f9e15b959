"""Stretches of a text that plain words never touch: what is quoted, names, and addresses."""

import re
from collections.abc import Iterable
from functools import lru_cache

_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|‹[^›]*(?:›|$)|\"[^\"]*(?:\"|$)"
    # inside single quotes an apostrophe stands between letters
    r"|(?<![\w’'])‘(?:[^’\n]|’(?=\w))*(?:’|$)"
    r"|(?<![\w’'])'(?=[^\s'])(?:[^'\n]|'(?=\w))*[^\s']'(?!\w)"
)
_ROADS = (
    "Street|Road|Lane|Avenue|Drive|Crescent|Terrace|Gardens|Grove|Way|Hill|Mews|Square|Park|Rise"
)
_ADDRESS = re.compile(
    r"\S+@\S+\w|\b(?:https?://|www\.)\S+"  # electronic
    rf"|\b\d+[A-Za-z]?,?\s+(?:[A-Z][\w'’\-]*\s+){{1,4}}?(?:{_ROADS}|Close|Court|Place|House)\b"
    rf"|\b(?:[A-Z][\w'’\-]*\s+){{1,3}}?(?:{_ROADS})\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"  # a postcode
)
_STOP = re.compile(r"[.?!…][”’»›\"'](?!.)")
_NEW_SENTENCE = re.compile(r"\s+(?=[A-Z“‘])|\s*$")
_MARKS_OF_QUOTING = frozenset("“„«‹\"‘'")
_MARKS_OF_AN_ADDRESS = re.compile(rf"@|/|www|\d|{_ROADS}")
_PART = re.compile(r"\w+(?:['’\-]\w+)*")

Spans = tuple[tuple[int, int], ...]


def quoted(text: str) -> Spans:
    """Where words are quoted; a quotation that is still being typed goes on to the end."""
    if _MARKS_OF_QUOTING.isdisjoint(text):
        return ()
    return tuple(found.span() for found in _QUOTED.finditer(text))


def protected(text: str, names: Iterable[str] = ()) -> Spans:
    """Where the words are somebody's own, somebody's name, or where somebody lives."""
    found = [*quoted(text), *_addresses(text)]
    pattern = _pattern_of(frozenset(names))
    if pattern is not None:
        found += [name.span() for name in pattern.finditer(text)]
    return tuple(sorted(found))


def touches(spans: Spans, start: int, end: int) -> bool:
    """Whether a stretch has anything in common with one of these."""
    return any(start < after and before < end for before, after in spans)


def blanked(text: str, spans: Spans) -> str:
    """The text with these stretches as spaces, so that all else keeps its place.

    Where a quotation ends its sentence, the stop in it stays.
    """
    for start, end in spans:
        stop = _STOP.search(text, start, end)
        is_last = stop is not None and _NEW_SENTENCE.match(text, end)
        ending = "." if is_last else " "
        text = f"{text[:start]}{' ' * (end - start - 1)}{ending}{text[end:]}"
    return text


def _addresses(text: str) -> Spans:
    if not _MARKS_OF_AN_ADDRESS.search(text):
        return ()
    return tuple(found.span() for found in _ADDRESS.finditer(text))


@lru_cache(maxsize=64)
def _pattern_of(names: frozenset[str]) -> re.Pattern[str] | None:
    """Whole names and each part of one that has a capital, by their capitals."""
    parts = {part for name in names for part in _PART.findall(name) if part[:1].isupper()}
    whole = {name.strip() for name in names if name.strip()} | parts
    if not whole:
        return None
    either = "|".join(
        re.escape(name) for name in sorted(whole, key=lambda name: (-len(name), name))
    )
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")
