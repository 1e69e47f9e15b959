"""Takes out of rows what one reader must not see: whole rows, fields, sentences, stretches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any  # Any: rows of many kinds

from models.disclosure.cut import Cut
from models.disclosure.matching import Finder, Found
from models.disclosure.rows import (
    ALWAYS_THERE,
    NAMES,
    WHOLE_OR_NONE,
    WORDS_ONLY,
    blanked,
    content,
    is_leading,
    text_fields,
)
from models.disclosure.sentences import Span, without_sentences, without_stretch
from models.disclosure.tags import cut_by
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet
from models.sending_on_sheet import CopyChangeOnSheet


@dataclass
class Cutting:
    """The cutting of one reader's copy. `cuts` and `lost` fill while rows are cut.

    `with_names` says that the words of a row are told with who said or does it.

    `lost` are changes by hand whose words stand nowhere any more in their field: what was to be
    left out may be there in other words.
    """

    sheet: ReviewSheet
    reader: Reader
    finder: Finder
    fact_tags: dict[str, str]
    with_names: bool = False
    cuts: list[Cut] = field(default_factory=list)
    lost: list[CopyChangeOnSheet] = field(default_factory=list)

    def rows(self, table: str, rows: Iterable[Any]) -> tuple[Any, ...]:
        """The rows that are left, each without what must go."""
        return tuple(left for row in rows if (left := self.row(table, row)) is not None)

    def row(self, table: str, row: Any) -> Any | None:
        """The row without what must go, or None where it goes as a whole."""
        if self._is_kept(table, row, ""):
            return row
        tag = self._tag(table, row, "")
        by_hand = any(not each.words for each in self._changes(table, row, "", leave_out=True))
        if tag is not None or by_hand:
            return self._cut_whole(table, row, tag)
        for name in self._marked_fields(table, row):
            row = self._field(table, row, name)
            if row is None:
                return None
        return self._scrubbed(table, row)

    def _cut_whole(self, table: str, row: Any, tag: str | None) -> Any | None:
        """What is left of a row that a tag, or without one the chair, leaves out as a whole."""
        if table in ALWAYS_THERE or (tag is not None and table in WORDS_ONLY):
            return self._wordless(table, row, tag or "", by_hand=tag is None)
        if tag is not None:
            return self._rest_kept(table, row, tag)
        self._gone(table, row, "", by_hand=True)
        return None

    def drop(self, table: str, row: Any, tag: str) -> None:
        """Note that a row goes because another did."""
        self._gone(table, row, tag)

    def _gone(self, table: str, row: Any, tag: str, *, by_hand: bool = False) -> None:
        words = content(row, table, with_names=self.with_names)
        words = row.name if table == "person" else words
        self.cuts.append(Cut(table, row.id, "", words, tag, by_hand))

    def _wordless(self, table: str, row: Any, tag: str, *, by_hand: bool = False) -> Any:
        """A row that still says whether it was done, and nothing more."""
        self._gone(table, row, tag, by_hand=by_hand)
        return replace(row, **dict.fromkeys(text_fields(type(row), table), ""))

    def _tag(self, table: str, row: Any, name: str) -> str | None:
        found = (cut_by(self.sheet, self.reader, table, each, name) for each in _ids(table, row))
        return next((tag for tag in found if tag is not None), None)

    def _changes(
        self, table: str, row: Any, name: str, *, leave_out: bool
    ) -> Iterator[CopyChangeOnSheet]:
        """What the chair changed by hand in this field for this reader."""
        ids = _ids(table, row)
        for each in self.sheet.copy_changes:
            named = each.reader, each.of_table, each.field, each.leave_out
            if named == (self.reader.key, table, name, leave_out) and each.row_id in ids:
                yield each

    def _is_kept(self, table: str, row: Any, name: str) -> bool:
        kept = self._changes(table, row, name, leave_out=False)
        return any(not each.words for each in kept)

    def _rest_kept(self, table: str, row: Any, tag: str) -> Any | None:
        """Of a row that goes, only the stretches that may stay; None where there are none."""
        fields = text_fields(type(row), table)
        kept = {name: self._kept_words(table, row, name) for name in fields}
        kept |= {name: getattr(row, name) for name in fields if self._is_kept(table, row, name)}
        self._gone(table, row, tag)
        if not any(kept[name] for name in fields if is_leading(table, name)):
            return None
        return replace(row, **kept)

    def _kept_words(self, table: str, row: Any, name: str) -> str:
        text = getattr(row, name)
        kept = (each.words for each in self._changes(table, row, name, leave_out=False))
        return " ".join(words for words in kept if words and words in text)

    def _marked_fields(self, table: str, row: Any) -> tuple[str, ...]:
        """The fields of a row that carry a tag of their own, or that the chair left out whole."""
        ids = _ids(table, row)
        tagged = (
            each.field
            for each in self.sheet.restrictions
            if each.of_table == table and each.row_id in ids
        )
        by_hand = (
            each.field
            for each in self.sheet.copy_changes
            if each.reader == self.reader.key
            and (each.of_table, each.leave_out, each.words) == (table, True, "")
            and each.row_id in ids
        )
        also = ("address", "phone", "email") if table == "person" else ()
        return tuple(dict.fromkeys(name for name in (*tagged, *by_hand, *also) if name))

    def _field(self, table: str, row: Any, name: str) -> Any | None:
        """The row without one field, or None where it says nothing without it."""
        if self._is_kept(table, row, name):
            return row
        tag = self._tag(table, row, name)
        by_hand = any(not each.words for each in self._changes(table, row, name, leave_out=True))
        if tag is None and not by_hand:
            return row
        if table in WORDS_ONLY:
            return self._wordless(table, row, tag or "", by_hand=tag is None)
        kept = self._kept_words(table, row, name) if hasattr(row, name) else ""
        if is_leading(table, name) and not kept:
            self._gone(table, row, tag or "", by_hand=tag is None)
            return None
        words = str(getattr(row, name, "") or "")
        self.cuts.append(Cut(table, row.id, name, words, tag or "", tag is None))
        left = blanked(row, table, name)
        return replace(left, **{name: kept}) if kept else left

    def _scrubbed(self, table: str, row: Any) -> Any | None:
        """The row without the sentences that tell a protected fact."""
        left: dict[str, str] = {}
        for name in text_fields(type(row), table):
            text = getattr(row, name)
            if not text.strip() or self._is_kept(table, row, name):
                continue
            words = self._text(table, row, name, text)
            if words == text:
                continue
            if table in WHOLE_OR_NONE or (not words.strip() and is_leading(table, name)):
                self._gone(table, row, self.cuts[-1].why_tag)
                return None
            left[name] = words
        return replace(row, **left) if left else row

    def _text(self, table: str, row: Any, name: str, text: str) -> str:
        for change in self._changes(table, row, name, leave_out=True):
            shortened = without_stretch(text, change.words)
            if change.words and not shortened.gone:
                self.lost.append(change)
            text = shortened.left
            self._note(table, row, name, shortened.gone, "")
        found = self._found(table, row, name, text)
        if found and name in NAMES:
            self._note(table, row, name, (text,), found[0].key)
            return ""
        for each in found:
            gone = without_sentences(text, [Span(each.start, each.end)]).gone
            self._note(table, row, name, gone, each.key)
        spans = [Span(each.start, each.end) for each in found]
        return without_sentences(text, spans).left

    def _note(self, table: str, row: Any, name: str, gone: Iterable[str], fact: str) -> None:
        tag, by_hand = self.fact_tags.get(fact, ""), not fact
        for words in gone:
            cut = Cut(table, row.id, name, words, tag, by_hand, fact)
            if not any(_same(each, cut) for each in self.cuts):
                self.cuts.append(cut)

    def _found(self, table: str, row: Any, name: str, text: str) -> tuple[Found, ...]:
        """Each protected fact in a text, but for what the chair lets stand."""
        stay = []
        for change in self._changes(table, row, name, leave_out=False):
            at = text.find(change.words)
            while change.words and at >= 0:
                stay.append(Span(at, at + len(change.words)))
                at = text.find(change.words, at + 1)
        return tuple(
            each
            for each in self.finder.find(text)
            if not any(span.start <= each.start and each.end <= span.end for span in stay)
        )


def _same(one: Cut, other: Cut) -> bool:
    return (one.table, one.row_id, one.field, one.words) == (
        other.table, other.row_id, other.field, other.words
    )  # fmt: skip


def _ids(table: str, row: Any) -> tuple[str, ...]:
    """By which ids a row is named: a matter of law by its key too."""
    return (row.id, row.matter) if table == "matter_considered" else (row.id,)
