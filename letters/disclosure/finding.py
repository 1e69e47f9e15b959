"""Finds what must not be there in what was read out of a finished file."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from operator import itemgetter

from letters.disclosure.extracted import Extracted, PageText, Place
from letters.disclosure.hit import Box, Hit
from letters.disclosure.looked_for import Secret
from letters.disclosure.reading_orders import Lines, across_pages, down_columns, turned_round
from models.disclosure.folding import words_of
from models.disclosure.matching import Finder, Found, finder
from models.problems import N_

ON_PAGE = N_("on the page")
_WORDS_AROUND = 5
_END_OF_RUN = ("\u2029.\u2029", (0.0, 0.0, 0.0, 0.0))


@dataclass(frozen=True)
class _Searched:
    """What one text is searched with."""

    looking: Finder
    kinds: dict[str, str]

    def hit(self, text: str, found: Found, where: str, on: "_On") -> Hit:
        """A find as it is told."""
        round_it = around(text, found.start, found.end)
        return Hit(
            key=key_of(found.key, round_it),
            secret_key=found.key,
            kind=self.kinds[found.key],
            found=" ".join(text[found.start : found.end].split()),
            page=on.page,
            boxes=on.boxes,
            where=where,
            how=str(found.how),
            around=round_it,
        )


@dataclass(frozen=True)
class _On:
    """On which page, and where there."""

    page: int | None = None
    boxes: tuple[Box, ...] = ()


def find(extracted: Extracted, secrets: tuple[Secret, ...]) -> tuple[Hit, ...]:
    """Each place where something stands that must not: on the pages first, then elsewhere."""
    if not secrets:
        return ()
    searched = _Searched(finder(secrets), {each.key: each.kind for each in secrets})
    hits: list[Hit] = []
    for page in extracted.pages:
        hits += _on_page(page, searched, extracted)
    for number, runs in groupby(across_pages(extracted.pages), key=itemgetter(0)):
        hits += _over_lines(searched, number, [lines for _number, lines in runs], [])
    for place in extracted.other:
        hits += _elsewhere(place, searched)
    return tuple(dict.fromkeys(hits))


def key_of(secret_key: str, words: str) -> str:
    """What names a find by what it is and the words round it, however they are laid out."""
    said = " ".join(words_of(words))
    return hashlib.sha256(f"{secret_key}\n{said}".encode()).hexdigest()


def around(text: str, start: int, end: int) -> str:
    """The words before and after a stretch of text, in one line."""
    before = " ".join(text[:start].split()[-_WORDS_AROUND:])
    after = " ".join(text[end:].split()[:_WORDS_AROUND])
    said = (before, " ".join(text[start:end].split()), after)
    return " ".join(each for each in said if each)


def _on_page(page: PageText, searched: _Searched, extracted: Extracted) -> Iterator[Hit]:
    turned = [
        (text, found, (start, end))
        for text, start, end in turned_round(page.text)
        for found in searched.looking.find(text)
    ]
    straight = [
        (page.text, found, (found.start, found.end)) for found in searched.looking.find(page.text)
    ]
    every = straight + turned
    framed = extracted.boxes(page.number, [place for *_, place in every]) if every else []
    seen: list[tuple[str, Box]] = []
    for (text, found, _place), boxes in zip(every, framed, strict=True):
        seen += ((found.key, box) for box in boxes)
        yield searched.hit(text, found, ON_PAGE, _On(page.number, boxes))
    yield from _over_lines(searched, page.number, list(down_columns(page.lines)), seen)


def _over_lines(
    searched: _Searched, number: int, runs: list[Lines], seen: list[tuple[str, Box]]
) -> Iterator[Hit]:
    """What is found only where lines are read one after another; all runs are read at once."""
    lines = [line for run in runs for line in (*run, _END_OF_RUN)]
    starts = [0, *accumulate(len(words) + 1 for words, _box in lines)]
    text = "\n".join(words for words, _box in lines)
    for found in searched.looking.find(text):
        first = bisect_right(starts, found.start) - 1
        last = bisect_left(starts, found.end) - 1
        stood_on = lines[first : last + 1]
        boxes = tuple(box for _words, box in stood_on)
        if first == last or _END_OF_RUN in stood_on or _is_seen(found.key, boxes, seen):
            continue
        seen += ((found.key, box) for box in boxes)
        yield searched.hit(text, found, ON_PAGE, _On(number, boxes))


def _is_seen(key: str, boxes: tuple[Box, ...], seen: list[tuple[str, Box]]) -> bool:
    """Whether the same was found before where one of these lines is."""
    return any(key == each and any(_meet(box, other) for box in boxes) for each, other in seen)


def _meet(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > 0 and min(one[3], other[3]) - max(one[1], other[1]) > 0


def _elsewhere(place: Place, searched: _Searched) -> Iterator[Hit]:
    """What is found in a text that is on no page; the name of a file also as if in capitals."""
    for found in searched.looking.find(place.text):
        yield searched.hit(place.text, found, place.where, _On())
    if place.is_name:
        for found in searched.looking.find(place.text.title()):
            yield searched.hit(place.text.title(), found, place.where, _On())
