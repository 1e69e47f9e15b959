"""The letter in the child's own language beside the English one, line for line.

Fixed sentences come from the catalogue of the language, words that somebody typed from a
translator. What neither has is a gap: it never stands in English among the other language's words.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from letters.bands import Band
from letters.languages import ENGLISH, Script, language_of
from letters.letter import BlockKind, Letter, LetterBlock
from letters.lines_in_order import Line, walked
from letters.paragraph import Missing, Paragraph, Piece, Pieces, Source
from letters.traced_wording import TracedWording, typed_in
from letters.wording import Wording, wording
from models.letter_making import TranslationOnSheet
from models.problems import N_
from models.review_sheet import ReviewSheet

Compose = Callable[[Wording], Letter]
"""Composes the letter in the language of a wording."""

ARRANGEMENTS: Mapping[str, str] = {
    "beside": N_("English and the other language side by side"),
    "after": N_("English first, the other language after it"),
    "alone": N_("Only the other language"),
}
NO_ROOM_BESIDE = N_(
    "This letter is set one language after the other: two columns cannot hold type as large as "
    "its reader needs."
)
_ONLY_ENGLISH = frozenset({BlockKind.NOTE_TO_CARER})
_NUMBER = re.compile(r"[+(]?\d[\d ()/.:\u2013-]*\d")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|\{\w+\}")
_AFTER_LATIN = "\u0250"
_CONTROLS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


class State(StrEnum):
    """How a line stands in the other language."""

    FIXED = "fixed"
    TRANSLATED = "translated"
    CHANGED = "changed"
    MISSING = "missing"
    GAP = "gap"


@dataclass(frozen=True)
class TwoLines:
    """One line in both languages. `words` is empty where the other language has none yet.

    `original` is the English that a translation was made from, where it has changed since.
    """

    key: str
    label: str
    english: str
    words: str
    state: State
    original: str = ""
    is_quoted: bool = False


@dataclass(frozen=True)
class Translated:
    """The letter in the other language, and every line of both."""

    letter: Letter
    lines: tuple[TwoLines, ...]

    @property
    def missing(self) -> tuple[TwoLines, ...]:
        """The lines that a translator has still to give."""
        return tuple(line for line in self.lines if line.state is State.MISSING)

    @property
    def changed(self) -> tuple[TwoLines, ...]:
        """The lines whose English has changed since they were translated."""
        return tuple(line for line in self.lines if line.state is State.CHANGED)


def has_room_beside(letter: Letter) -> bool:
    """Whether two columns hold the type of this letter as large as its reader needs it."""
    return letter.band not in (Band.A, Band.E) and not letter.setting.text_size.isdigit()


def in_two_languages(compose: Compose, sheet: ReviewSheet) -> Letter:
    """The English letter, holding itself in the child's language where another was chosen."""
    letter, making = compose(wording()), sheet.making.letter
    if making.language == ENGLISH:
        return letter
    other = translated(letter, compose, sheet)
    return replace(letter, other=other.letter, arrangement=making.arrangement)


def translated(letter: Letter, compose: Compose, sheet: ReviewSheet) -> Translated:
    """The English letter in the language that its making asks for."""
    making = sheet.making.letter
    say = wording(making.language, own_digits=making.own_digits)
    ours = replace(letter, blocks=_of_both(letter))
    translating = _Translating(
        say,
        making.id,
        _seen(compose(say)),
        _seen(compose(TracedWording(say))),
        {row.key: row for row in sheet.making.translations if row.language == making.language},
        _names(sheet),
    )
    walk = walked(ours, translating)
    page_of = walk.foot.page_of if say.knows(_PAGE_OF) else _PAGES
    whole = replace(
        walk,
        language=say.language,
        right_to_left=say.right_to_left,
        foot=replace(walk.foot, page_of=page_of, draft=say.say(_DRAFT)),
        untranslated=tuple(translating.untranslated),
        left_out=(),
    )
    return Translated(whole, tuple(translating.lines))


_PAGE_OF, _PAGES, _DRAFT = "{page} of {pages}", "{page} / {pages}", N_("Draft")


def _of_both(letter: Letter) -> tuple[LetterBlock, ...]:
    return tuple(block for block in letter.blocks if block.kind not in _ONLY_ENGLISH)


@dataclass
class _Seen:
    """Notes every line of a letter by its key."""

    text: dict[str, str] = field(default_factory=dict)
    whole: dict[str, Paragraph] = field(default_factory=dict)

    def words(self, line: Line, words: str) -> str:
        self.text[line.key] = words
        return words

    def paragraph(self, line: Line, paragraph: Paragraph) -> Paragraph:
        self.text[line.key] = paragraph.text
        self.whole[line.key] = paragraph
        return paragraph


def _seen(letter: Letter) -> _Seen:
    seen = _Seen()
    walked(replace(letter, blocks=_of_both(letter)), seen)
    return seen


@dataclass
class _Translating:
    """Gives each line in the other language, and notes how it stands."""

    say: Wording
    letter_id: str
    other: _Seen
    traced: _Seen
    rows: Mapping[str, TranslationOnSheet]
    names: re.Pattern[str]
    lines: list[TwoLines] = field(default_factory=list)
    untranslated: list[Missing] = field(default_factory=list)

    def words(self, line: Line, words: str) -> str:
        """A heading; one without words is told apart, and stands with a mark in drafts."""
        if line.key == "foot/page":
            return self.other.text.get(line.key, words)
        found = self._found(line, words, is_quoted=False)
        if found.state is State.FIXED:
            return self.other.text[line.key]
        if found.state is State.TRANSLATED:
            return found.words
        gap = self._missing(line, found)
        self.untranslated.append(gap)
        return gap.words

    def paragraph(self, line: Line, paragraph: Paragraph) -> Paragraph:
        """A paragraph from the catalogue or from the translator, or a gap in its place."""
        if paragraph.gap is not None:
            self._note(TwoLines(line.key, line.label, paragraph.text, "", State.GAP))
            return paragraph
        found = self._found(line, paragraph.text, is_quoted=paragraph.is_quoted)
        if found.state is State.FIXED:
            other = self.other.whole.get(line.key, paragraph)
            return replace(other, key=line.key, source=paragraph.source, art=paragraph.art)
        source = Source("letter_translation", self.letter_id, line.key)
        if found.state is State.TRANSLATED:
            pieces = _set(found.words, self.say, is_quoted=paragraph.is_quoted)
            return replace(paragraph, pieces=pieces, source=source, key=line.key, proposed="")
        gap = self._missing(line, found)
        return Paragraph((Piece(gap.words),), source, gap, key=line.key, picture=paragraph.picture)

    def _found(self, line: Line, english: str, *, is_quoted: bool) -> TwoLines:
        english = english.translate(_CONTROLS)
        row, fixed = self.rows.get(line.key), self._fixed(line)
        state, words, original = State.MISSING, "", ""
        if row is not None and row.words.strip():
            is_same = _plain(row.original) == _plain(english)
            state = State.TRANSLATED if is_same else State.CHANGED
            words, original = row.words.strip(), "" if is_same else row.original
        if fixed is not None and state is not State.TRANSLATED:
            state, words, original = State.FIXED, fixed.translate(_CONTROLS), ""
        found = TwoLines(line.key, line.label, english, words, state, original, is_quoted)
        return self._note(found)

    def _note(self, found: TwoLines) -> TwoLines:
        is_a_name = found.state is State.FIXED and _plain(found.words) == found.english
        if not is_a_name and any(mark.isalpha() for mark in found.english):
            self.lines.append(found)
        return found

    def _fixed(self, line: Line) -> str | None:
        """What the catalogue says here, unless there are words in it that somebody typed."""
        traced, other = self.traced.text.get(line.key), self.other.text.get(line.key)
        if traced is None or other is None or self._holds_typed_words(typed_in(traced)):
            return None
        return other

    def _holds_typed_words(self, typed: str) -> bool:
        """Whether there are words besides names, numbers and addresses that need translating."""
        left = self.names.sub(" ", _ADDRESS.sub(" ", typed))
        if language_of(self.say.language).script is not Script.LATIN:
            return any(mark.isalpha() and mark < _AFTER_LATIN for mark in left)
        return any(mark.isalpha() for mark in left)

    def _missing(self, line: Line, found: TwoLines) -> Missing:
        said = _CHANGED if found.state is State.CHANGED else _NOT_YET
        words = wording().say(said, words=found.english)
        block = line.key.partition("/")[0]
        return Missing(block, words, "letter_translation", line.key, "", self.letter_id)


_NOT_YET = N_("Not translated yet: {words}")
_CHANGED = N_("The English has changed since it was translated: {words}")


def _plain(words: str) -> str:
    return " ".join(words.translate(_CONTROLS).split())


def _set(words: str, say: Wording, *, is_quoted: bool) -> Pieces:
    """A translator's words; numbers keep their order among words that run from the right."""
    if not say.right_to_left:
        return (Piece(words, quoted=is_quoted),)
    pieces: list[Piece] = []
    end = 0
    for number in _NUMBER.finditer(words):
        pieces += [
            Piece(words[end : number.start()], quoted=is_quoted),
            Piece(f"\u2066{number.group()}\u2069", together=True, quoted=is_quoted),
        ]
        end = number.end()
    return tuple(each for each in (*pieces, Piece(words[end:], quoted=is_quoted)) if each.text)


def _names(sheet: ReviewSheet) -> re.Pattern[str]:
    """The names of people and services, which stay in Latin letters, longest first."""
    child, council = sheet.child, sheet.council
    names = {
        child.full_name, child.chosen_name, child.given_name, child.family_name,
        sheet.chair.name, sheet.covering_for, council.name, council.service,
        council.advocacy_name,
        *(name for person in sheet.people for name in (person.name, person.called)),
    }  # fmt: skip
    ordered = sorted(filter(None, map(str.strip, names)), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")
