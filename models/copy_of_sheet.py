"""One reader's copy of a review: what they must not see is taken out, not blacked over."""

from dataclasses import dataclass, replace
from typing import Any  # Any: the fields of a sheet are of many kinds

from models.disclosure.answered import answered_only
from models.disclosure.cut import Cut as Cut
from models.disclosure.cutting import Cutting
from models.disclosure.facts import known_names, protected_for, sought_for
from models.disclosure.following import followed
from models.disclosure.matching import finder
from models.disclosure.numbering import renumbered
from models.disclosure.rows import OF_MAKING, TABLES
from models.disclosure.tags import is_private
from models.disclosure.their_part import only_their_part
from models.document_kind import DocumentKind
from models.readers_of_papers import Reader, reader_of
from models.review_sheet import ReviewSheet
from models.rules.recipients import ALL_TAGS, CHILD_READER, Share
from models.sending_on_sheet import CopyChangeOnSheet

_EVERYBODY = "everybody"
_LETTERS = frozenset({DocumentKind.LETTER, DocumentKind.OTHER_LETTER})


@dataclass(frozen=True)
class CopySheet:
    """The sheet that a reader's copy is composed from, and what is not on it.

    `annexe` is what the council's own file keeps apart: it is in no other reader's copy. `lost`
    are changes by hand whose words have changed since, so that nothing was left out for them.
    """

    sheet: ReviewSheet
    cuts: tuple[Cut, ...]
    annexe: tuple[Cut, ...] = ()
    lost: tuple[CopyChangeOnSheet, ...] = ()


def sheet_for(sheet: ReviewSheet, reader: Reader, kind: str = DocumentKind.MINUTES) -> CopySheet:
    """The sheet with everything gone that this reader must not see in this kind of paper.

    Somebody else's copy of the child's letter never holds more than the child's own.
    """
    cuts: list[Cut] = []
    lost: list[CopyChangeOnSheet] = []
    left = sheet
    for each in _stages(sheet, reader, kind):
        cutting = _cutting(left, each, kind)
        left = followed(left, _cut(left, cutting), cutting)
        cuts += cutting.cuts
        lost += cutting.lost
    if reader.share(kind) is Share.PART:
        left = only_their_part(left, reader, kind)
    if kind in _LETTERS and not reader.is_child:
        left = answered_only(sheet, left, cuts)
    if not _keeps_apart(reader, kind):
        left = _bare(renumbered(sheet, left), reader, kind)
        return CopySheet(left, tuple(cuts), (), tuple(lost))
    apart = tuple(each for each in cuts if _is_kept_apart(sheet, reader, each))
    gone = tuple(each for each in cuts if each not in apart)
    return CopySheet(_bare(left, reader, kind), gone, apart, tuple(lost))


def _stages(sheet: ReviewSheet, reader: Reader, kind: str) -> tuple[Reader, ...]:
    """For whom the sheet is cut, one after the other."""
    child = reader_of(sheet, CHILD_READER)
    if kind not in _LETTERS or reader.is_child or child is None:
        return (reader,)
    return (child, reader)


def _keeps_apart(reader: Reader, kind: str) -> bool:
    """Whether restricted words go to the end of the paper: in the council's own record."""
    return reader.is_file and kind == DocumentKind.MINUTES


def _cutting(sheet: ReviewSheet, reader: Reader, kind: str) -> Cutting:
    facts = {each.id: each.tag for each in protected_for(sheet, reader)}
    found = finder(sought_for(sheet, reader), known_names(sheet, reader))
    if not _keeps_apart(reader, kind):
        return Cutting(sheet, reader, found, facts)
    people = tuple(replace(each, restriction_kinds=()) for each in sheet.people)
    by_hand = (each for each in sheet.copy_changes if each.reader == reader.key)
    own = tuple(replace(each, reader=_EVERYBODY) for each in by_hand)
    of_words = tuple(each for each in sheet.restrictions if each.of_table != "person")
    whole = replace(sheet, people=people, copy_changes=own, restrictions=of_words)
    everybody = replace(reader, key=_EVERYBODY, cuts=ALL_TAGS)
    return Cutting(whole, everybody, found, facts, with_names=True)


def _cut(sheet: ReviewSheet, cutting: Cutting) -> ReviewSheet:
    making = sheet.making
    letter = cutting.row("child_letter", making.letter) or making.letter
    of_letter: dict[str, Any] = {
        name: cutting.rows(table, getattr(making, name)) for name, table in OF_MAKING.items()
    }
    left: dict[str, Any] = {
        name: cutting.rows(table, getattr(sheet, name)) for name, table in TABLES.items()
    }
    told = sheet.participation
    whole = replace(
        sheet,
        **left,
        participation=told and cutting.row("participation", told),
        child=cutting.row("child", sheet.child) or sheet.child,
        chair=cutting.row("staff_member", sheet.chair) or sheet.chair,
        making=replace(making, letter=letter, **of_letter),
    )
    return cutting.row("review", whole) or whole


def _is_kept_apart(sheet: ReviewSheet, reader: Reader, cut: Cut) -> bool:
    """Whether the council's file keeps these words in its annexe, not left out of it."""
    by_rule = cut.why_tag in reader.cuts or cut.fact_id or cut.by_hand
    return not by_rule and not is_private(sheet, cut.table, cut.row_id)


def _bare(sheet: ReviewSheet, reader: Reader, kind: str) -> ReviewSheet:
    """The sheet with nothing on it that says that anything was restricted."""
    letter = sheet.making.letter
    if not reader.is_child:
        letter = replace(letter, is_posted=False, address="")
    open_rows: dict[str, Any] = {
        name: tuple(_open(each, kind) for each in getattr(sheet, name))
        for name in ("notes", "mapped_last_time", "decisions", "earlier_decisions", "carried")
    }
    return replace(
        sheet,
        **open_rows,
        people=tuple(
            replace(each, restriction_kinds=(), address_kinds=(), known_as=())
            for each in sheet.people
        ),
        wishes=tuple(replace(each, private=False) for each in sheet.wishes),
        scale_answers=tuple(replace(each, private=False) for each in sheet.scale_answers),
        earlier_scale_answers=tuple(
            replace(each, private=False) for each in sheet.earlier_scale_answers
        ),
        protected=(),
        restrictions=(),
        recipients=(),
        copy_changes=(),
        disclosure_answers=(),
        conflicts=(),
        making=replace(sheet.making, letter=letter),
    )


def _open(row: Any, kind: str) -> Any:
    """A row as one that nobody restricted; in a letter no restricted one is ever told."""
    told = row.in_letter and not (row.restricted and kind in _LETTERS)
    return replace(row, restricted=False, restriction_kinds=(), in_letter=told)


def whole_sheet(sheet: ReviewSheet, kind: str = DocumentKind.MINUTES) -> ReviewSheet:
    """The sheet with nothing left out, as a copy is composed from it."""
    child = reader_of(sheet, CHILD_READER)
    return sheet if child is None else _bare(sheet, child, kind)
