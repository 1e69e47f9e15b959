"""Finds facts in a text in whatever form they are written: one pass over the text for all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from models.disclosure.common import is_word, very_common
from models.disclosure.folding import FoldedText, fold, is_joined
from models.disclosure.form import Form, How, Rule
from models.disclosure.forms import OTHER_CHILD, RESTRICTED, forms_of
from models.disclosure.near import NearWords, drawn
from models.disclosure.numbers import Number, digits_of, numbers_in, places_of
from models.disclosure.passages import Stretches, passage_forms
from models.disclosure.written_as_name import behind_a_saint, counts

__all__ = ["OTHER_CHILD", "RESTRICTED", "Finder", "Found", "How", "Sought", "finder"]
_AHEAD = 3
_LONG = 7
_SLIPS_PER_LETTERS = 6
_MOST_KEPT = 50_000
_WITH_SLIPS = frozenset({Rule.ANYWHERE, Rule.AS_NAME})


@dataclass(frozen=True)
class Sought:
    """One thing that must not be found: a fact, a restricted passage, another child's name.

    `kind` is a FactKind value, RESTRICTED or OTHER_CHILD; `also` are other ways to write it.
    `shared` are words, folded, that are not looked for alone: parts of a name that somebody
    bears whom the reader knows, and of a passage the stretches that are told openly. What is
    `is_grave` counts in small letters too where it is spelled like a word of every day.
    """

    key: str
    kind: str
    words: str = field(repr=False)
    also: tuple[str, ...] = field(default=(), repr=False)
    shared: frozenset[str] = field(default=frozenset(), repr=False)
    is_grave: bool = False


@dataclass(frozen=True)
class Found:
    """Where something stands in a text: from `start` up to `end`, in characters."""

    key: str
    start: int
    end: int
    how: How


@dataclass(frozen=True)
class _Looked:
    """One form of one thing."""

    key: str
    form: Form
    squashed: str
    breaks: frozenset[int]


class Finder:
    """What is looked for, made ready once."""

    def __init__(self, sought: tuple[Sought, ...], known: frozenset[str]) -> None:
        self._by_first: defaultdict[str, list[_Looked]] = defaultdict(list)
        self._by_letters: defaultdict[str, list[_Looked]] = defaultdict(list)
        self._words: set[str] = set()
        self._numbers: list[tuple[str, Number]] = []
        self._known = known_words(known) | frozenset(_names_shared(sought))
        self._like: dict[str, tuple[tuple[str, int], ...]] = {}
        for each in sought:
            self._take(each)
        self._near = NearWords(self._words)
        self._stretches = Stretches(
            (each.key, each.words, each.shared) for each in sought if each.kind == RESTRICTED
        )

    def find(self, text: str) -> tuple[Found, ...]:
        """Each place where something stands, in the order of the text."""
        read = fold(text)
        found = [*self._as_words(read), *self._squashed(read), *self._in_numbers(read)]
        for key, first, last, how in self._stretches.find(read):
            found.append(Found(key, read.starts[first], read.ends[last], how))
        return _largest(found)

    def _take(self, sought: Sought) -> None:
        if sought.kind == RESTRICTED:
            forms = tuple(
                form for form in passage_forms(sought.words) if _joined(form) not in sought.shared
            )
        else:
            shared = sought.shared | self._known
            forms = forms_of(
                sought.kind, sought.words, sought.also, shared, is_grave=sought.is_grave
            )
            numbers = {
                each for words in (sought.words, *sought.also) for each in numbers_in(words)
            }
            self._numbers += [(sought.key, each) for each in numbers]
        plain = very_common() if sought.kind == RESTRICTED else frozenset()
        for form in forms:
            self._words.update(word for word in form.words if word not in plain)
            self._put(_Looked(sought.key, form, "".join(form.words), _breaks(form.words)))

    def _put(self, looked: _Looked) -> None:
        self._by_first[looked.form.words[0]].append(looked)
        if len(looked.squashed) >= _AHEAD and not _ends_in_initial(looked.form):
            self._by_letters[looked.squashed[:_AHEAD]].append(looked)

    def _as_words(self, read: FoldedText) -> Iterator[Found]:
        """Forms whose words stand one after another, each as it is or nearly."""
        for place, word in enumerate(read.words):
            for first, far in self._alike(word):
                for looked in self._by_first.get(first, ()):
                    yield from self._matched(read, place, place + 1, looked, far)
            if place in read.joins:
                for first, far in self._alike(read.joins[place]):
                    for looked in self._by_first.get(first, ()):
                        yield from self._matched(read, place, place + 2, looked, far)

    def _matched(
        self, read: FoldedText, place: int, after: int, looked: _Looked, far: int
    ) -> Iterator[Found]:
        slips = far
        for word in looked.form.words[1:]:
            if after >= len(read.words):
                return
            own = read.joins.get(after, "")
            if own == word:
                after += 2
                continue
            step = self._how_far(read.words[after], word)
            if step is None:
                return
            slips += step
            after += 1
        last = after - 1
        if self._stands(read, place, last, looked.form, slips):
            how = How.NEAR if slips else looked.form.how
            yield Found(looked.key, read.starts[place], read.ends[last], how)

    def _stands(self, read: FoldedText, first: int, last: int, form: Form, slips: int) -> bool:
        if not counts(form.rule, read, first, last):
            return False
        if not slips:
            return True
        letters = sum(map(len, form.words))
        if len(form.words) > 1:
            return slips <= max(1, letters // _SLIPS_PER_LETTERS)
        written = read.raw(first, last)
        if form.rule not in _WITH_SLIPS or is_word(written) or _is_a_code(written):
            return False
        looks_alike = drawn(read.words[first]) == drawn(form.words[0])
        if (letters <= _AHEAD + 1 and not looks_alike) or behind_a_saint(read, first):
            return False
        return not self._known.intersection(read.words[first : last + 1])

    def _squashed(self, read: FoldedText) -> Iterator[Found]:
        """Forms whose letters stand one after another, whatever is between them."""
        squashed, offsets = read.squashed, read.offsets
        ends = {offset: place for place, offset in enumerate(offsets)}
        for first in range(len(read.words)):
            at = offsets[first]
            for looked in self._by_letters.get(squashed[at : at + _AHEAD], ()):
                last = ends.get(at + len(looked.squashed), 0) - 1
                if last < first or not squashed.startswith(looked.squashed, at):
                    continue
                if first == last and read.words[first] in self._known:
                    continue  # another name that the reader knows: "Samir" is not "Sami R"
                if _may_be_broken(read, first, last, looked) and counts(
                    looked.form.rule, read, first, last
                ):
                    yield Found(looked.key, read.starts[first], read.ends[last], How.SPACED)

    def _in_numbers(self, read: FoldedText) -> Iterator[Found]:
        if not self._numbers:
            return
        for run in digits_of(read):
            for key, number in self._numbers:
                for place in places_of(number, run):
                    yield Found(key, *place, How.NUMBER)

    def _alike(self, word: str) -> tuple[tuple[str, int], ...]:
        """The words of forms that a word of the text is, or nearly is."""
        found = self._like.get(word)
        if found is None:
            if len(self._like) > _MOST_KEPT:
                self._like.clear()
            found = ((word, 0), *self._near.of(word))
            self._like[word] = found
        return found

    def _how_far(self, word: str, wanted: str) -> int | None:
        if word == wanted:
            return 0
        return next((far for each, far in self._alike(word) if each == wanted), None)


@lru_cache(maxsize=64)
def finder(sought: tuple[Sought, ...], known: frozenset[str] = frozenset()) -> Finder:
    """A finder for these, kept ready for the next text.

    `known` are names that the reader may see: a part of a name that is somebody else's too is
    looked for in whole names only.
    """
    return Finder(sought, known)


def known_words(names: Iterable[str]) -> frozenset[str]:
    """The parts of names, and their initials, as they are compared."""
    every = [fold(name).words for name in names]
    initials = ("".join(word[:1] for word in words) for words in every if len(words) > 1)
    return frozenset((*(word for words in every for word in words), *initials))


def _names_shared(sought: tuple[Sought, ...]) -> Iterator[str]:
    for each in sought:
        if each.kind != RESTRICTED:
            yield from each.shared


def _is_a_code(written: str) -> bool:
    """Whether a short word has figures in it: a reference, and no name with a slip."""
    return len(written) < _LONG and any(mark.isdigit() for mark in written)


def _ends_in_initial(form: Form) -> bool:
    """Whether it is a name with only the first letter of the next: joined it is another name."""
    return form.how is How.PART and len(form.words) > 1 and len(form.words[-1]) == 1


def _joined(form: Form) -> str:
    return " ".join(form.words)


def _breaks(words: tuple[str, ...]) -> frozenset[int]:
    """After how many letters a form has the end of a word."""
    at, found = 0, set()
    for word in words:
        at += len(word)
        found.add(at)
    return frozenset(found)


def _may_be_broken(read: FoldedText, first: int, last: int, looked: _Looked) -> bool:
    """Whether letters that stand in other words than the form's are still the form.

    Short ones are only where single letters are spelled out or a line or a hyphen parts them.
    """
    words = read.words[first : last + 1]
    if words == looked.form.words:
        return False
    is_long = len(looked.squashed) >= _LONG or looked.form.rule is Rule.POSTCODE
    if is_long or all(len(word) == 1 for word in words):
        return True
    start = read.offsets[first]
    return all(
        read.offsets[place + 1] - start in looked.breaks or is_joined(read.between(place))
        for place in range(first, last)
    )


_BETTER = (How.EXACT, How.NUMBER, How.PART, How.SPACED, How.NEAR)


def _largest(found: list[Found]) -> tuple[Found, ...]:
    """The finds without those that lie inside another of the same thing."""
    ordered = sorted(found, key=lambda each: (each.start, -each.end, _BETTER.index(each.how)))
    reach: dict[str, int] = {}
    kept: list[Found] = []
    for each in ordered:
        if each.end > reach.get(each.key, -1):
            kept.append(each)
            reach[each.key] = each.end
    return tuple(kept)
