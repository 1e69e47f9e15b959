"""What is looked for in one reader's file: protected facts, cut passages, other children."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from models.disclosure.facts import known_names, sought_for
from models.disclosure.folding import words_of
from models.disclosure.matching import OTHER_CHILD, RESTRICTED, Sought, known_words
from models.disclosure.passages import STRETCHES, is_saying, sentences_of
from models.disclosure.rows import NAMES, rows_of, text_fields
from models.disclosure.tags import is_cut
from models.protected import FactKind
from models.readers_of_papers import Reader
from models.review_sheet import CopyChangeOnSheet, ReviewSheet

Secret = Sought
_Text = tuple[str, str, str, str]  # the table, the row, the field and its words


def secrets_for(
    sheet: ReviewSheet, reader: Reader, other_children: Iterable[str] = ()
) -> tuple[Secret, ...]:
    """Everything that must not be found in what this reader is about to get."""
    known = known_words(known_names(sheet, reader))
    facts = tuple(
        replace(each, shared=known)
        for each in sought_for(sheet, reader)
        if not _is_own_name(each, reader)
    )
    return (*facts, *_passages(sheet, reader, known), *_others(other_children, known))


def _is_own_name(fact: Sought, reader: Reader) -> bool:
    """Whether it is what the reader themselves is called."""
    return fact.kind == FactKind.NAME and words_of(fact.words) == words_of(reader.name)


def _others(names: Iterable[str], known: frozenset[str]) -> Iterator[Secret]:
    """The names of other children, but for those that somebody round this child bears too."""
    for name in dict.fromkeys(each.strip() for each in names if each.strip()):
        if not known.issuperset(words_of(name)):
            yield Sought(f"{OTHER_CHILD}/{_mark_of(name)}", OTHER_CHILD, name, (), known)


def _mark_of(name: str) -> str:
    """What stands for a name where no name may stand."""
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def _passages(sheet: ReviewSheet, reader: Reader, known: frozenset[str]) -> tuple[Secret, ...]:
    """The words of all that is cut for this reader, wherever else they are told too.

    What the chair lets stand for this reader is not looked for.
    """
    cut: dict[_Text, None] = {}
    kept = [each.words for each in sheet.copy_changes if each.reader == reader.key
            and not each.leave_out and each.words]  # fmt: skip
    for text in _texts(sheet):
        if _is_whole(sheet, reader, text, leave_out=False):
            kept.append(text[3])
        elif is_cut(sheet, reader, *text[:3]) or _is_whole(sheet, reader, text, leave_out=True):
            cut[text] = None
    by_hand = [each for each in sheet.copy_changes if _goes(each, reader) and each.words]
    cut.update({(e.of_table, e.row_id, e.field, e.words): None for e in by_hand})
    if not cut:
        return ()
    shared = known | _stretches(kept) | _sayings(_texts(sheet), cut)
    return tuple(Sought("/".join(text[:3]), RESTRICTED, text[3], (), shared) for text in cut)


def _sayings(texts: Iterable[_Text], cut: Mapping[_Text, None]) -> frozenset[str]:
    """Sentences that say nothing of anybody, such as "Not yet", and are told openly too."""
    return frozenset(
        " ".join(words_of(sentence))
        for text in texts
        if text not in cut
        for sentence in sentences_of(text[3])
        if is_saying(sentence)
    )


def _texts(sheet: ReviewSheet) -> Iterator[_Text]:
    """Every text of the record that is more than a name or a key."""
    for table, row in rows_of(sheet):
        row_id: str = getattr(row, "matter", "") or getattr(row, "id", "")
        for field in text_fields(type(row), table):
            words = getattr(row, field)
            if field not in NAMES and words.strip():
                yield table, row_id, field, words


def _is_whole(sheet: ReviewSheet, reader: Reader, text: _Text, *, leave_out: bool) -> bool:
    """Whether the chair left this whole field out for this reader, or lets it stand."""
    return any(
        each.leave_out is leave_out
        and each.reader == reader.key
        and (each.of_table, each.row_id) == text[:2]
        and each.field in ("", text[2])
        and not each.words
        for each in sheet.copy_changes
    )


def _goes(change: CopyChangeOnSheet, reader: Reader) -> bool:
    return change.leave_out and change.reader == reader.key


def _stretches(texts: Iterable[str]) -> frozenset[str]:
    """Each sentence, and each so many words in a row, of what may stand."""
    found: set[str] = set()
    for text in texts:
        for sentence in sentences_of(text):
            words_in = words_of(sentence)
            found.add(" ".join(words_in))
            for long in STRETCHES:
                found |= {
                    " ".join(words_in[at : at + long]) for at in range(len(words_in) - long + 1)
                }
    return frozenset(found)
