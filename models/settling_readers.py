"""What the chair settles for one reader of a review: what they get, what goes, what may stay."""

from collections.abc import Mapping
from typing import Any, NamedTuple  # Any: the fields of a recipient are of many kinds

from sqlalchemy import select

from models.conflicts_on_sheet import OfSession
from models.editing import find, put
from models.one_of_review import one_of_review
from models.open_review import OpenReview
from models.problems import N_, Problem
from models.readers_of_papers import PAPERS, Reader, reader_of
from models.reading_a_review import read_review
from models.recipient import CopyChange, DisclosureAnswer, Recipient
from models.record import Refused
from models.review_sheet import ReviewSheet
from models.rules.recipients import Share, is_raised


class NeedsAReason(Problem):
    """Somebody is to get more than the rule gives them, and nobody says why."""

    what = N_("This person would get more than the rule says, so a reason is needed.")
    kept = N_("What they get has not been changed.")
    next = N_("Say in a few words why they may have it, then change it again.")


class Place(NamedTuple):
    """Where words stand in the record; a whole row where there is no field."""

    table: str
    row_id: str
    field: str = ""


def change_reader(review: OpenReview, reader_key: str, /, **fields: Any) -> None:
    """Change what one reader gets in this review; fields as in Recipient.

    Raises: NeedsAReason where they get more than the rule gives and no `why` says so.
    """
    if unknown := fields.keys() - Recipient.TYPED:
        raise Refused(f"no such field of a recipient: {sorted(unknown)[0]}")
    sheet = _sheet(review)
    reader = _reader(sheet, reader_key)
    why = str(fields.get("why", reader.why)).strip()
    if not why and is_more_than_the_rule(reader, fields):
        raise NeedsAReason
    row = one_of_review(review, Recipient, reader=reader_key)
    for field, value in fields.items():
        put(review.session, "recipient", row.id, field, _held(field, value))
    review.session.flush()


def is_more_than_the_rule(reader: Reader, fields: Mapping[str, Any]) -> bool:
    """Whether a reader so changed would get more than the council's rule gives them."""
    for paper in PAPERS:
        given = fields.get(paper, "")
        if given and is_raised(getattr(reader.rule, paper), Share(given)):
            return True
    cuts = fields.get("cuts")
    return cuts is not None and bool(reader.rule.cuts - frozenset(cuts))


def back_to_the_rule(review: OpenReview, reader_key: str) -> None:
    """Take back all that was changed for one reader: the council's rule stands again."""
    row = review.session.scalars(
        select(Recipient).where(
            Recipient.review_id == review.review.id,
            Recipient.reader == reader_key,
            Recipient.removed_at.is_(None),
        )
    ).first()
    if row is not None:
        row.remove(review.session.info["by"], review.session.info["at"])
        review.session.flush()


def leave_out(
    review: OpenReview, reader_key: str, source: Place, words: str = "", why: str = ""
) -> str:
    """Leave words out of one reader's copies, or the whole field without any. Gives its id."""
    return _change(review, reader_key, source, words, leave_out=True, why=why)


def keep_in(review: OpenReview, reader_key: str, source: Place, words: str, why: str) -> str:
    """Let restricted words stand in one reader's copies, for a reason. Gives its id.

    Raises: NeedsAReason.
    """
    if not why.strip():
        raise NeedsAReason
    return _change(review, reader_key, source, words, leave_out=False, why=why)


def take_back_change(review: OpenReview, change_id: str) -> None:
    """Take back what was left out or kept in for one reader."""
    found = find(review.session, "copy_change", change_id)
    if getattr(found, "review_id", "") != review.review.id:
        raise Refused("no change of this review with that id")
    found.remove(review.session.info["by"], review.session.info["at"])
    review.session.flush()


def answer_hit(review: OpenReview, reader_key: str, document: str, hit_key: str, why: str) -> str:
    """Say why something found in a finished copy may go to its reader. Gives the answer's id.

    Raises: NeedsAReason.
    """
    if not why.strip():
        raise NeedsAReason
    _reader(_sheet(review), reader_key)
    answer = DisclosureAnswer(
        **_own(review), reader=reader_key, document=str(document), hit=hit_key, why=why.strip()
    )
    return _added(review, answer)


def _change(
    review: OpenReview, reader_key: str, source: Place, words: str, *, leave_out: bool, why: str
) -> str:
    _reader(_sheet(review), reader_key)
    change = CopyChange(
        **_own(review), reader=reader_key, of_table=source.table, row_id=source.row_id,
        field=source.field, words=words, leave_out=leave_out, why=why.strip(),
    )  # fmt: skip
    return _added(review, change)


def _own(review: OpenReview) -> dict[str, Any]:
    """What every row of this review carries."""
    own = review.review
    return {"authority_id": own.authority_id, "case_id": own.case_id, "review_id": own.id}


def _added(review: OpenReview, row: CopyChange | DisclosureAnswer) -> str:
    review.session.add(row)
    review.session.flush()
    return row.id


def _sheet(review: OpenReview) -> ReviewSheet:
    review.session.flush()
    return read_review(OfSession(review.session), review.review.id)


def _reader(sheet: ReviewSheet, reader_key: str) -> Reader:
    reader = reader_of(sheet, reader_key)
    if reader is None:
        raise Refused("nobody of that key can get papers of this review")
    return reader


def _held(field: str, value: Any) -> Any:
    """A value as the record holds it."""
    if field == "cuts" and value is not None:
        return sorted(value)
    return str(value) if field in PAPERS else value
