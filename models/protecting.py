"""Restricting a part of a review's record, and protecting facts of a child."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.child import Child
from models.decision import Decision
from models.editing import find
from models.one_of_review import one_of_review
from models.open_review import OpenReview
from models.people import Person, Role
from models.protected import FactKind, ProtectedFact, Restriction
from models.record import Refused
from models.review_sheet import ReviewSheet
from models.rules.recipients import READER_RULES
from models.rules.restrictions import RESTRICTIONS
from models.signs import Note
from models.wishes import Wish

TAGGED_THEMSELVES = ("note", "decision")
"""Tables whose rows carry their own restriction."""
ADDRESS_FIELDS = frozenset({"address", "phone", "email"})
_USUAL_OF_ROLE = {
    Role.CARER: "R1", Role.ADOPTER: "R3", Role.PARENT: "R4", Role.FAMILY: "R8",
    Role.TEACHER: "R2", Role.VIRTUAL_SCHOOL: "R2",
}  # fmt: skip
_USUAL_OF_FACT = {FactKind.REFUGE: "R8"}

Place = tuple[str, str, str]  # table, row and field


def usual_tag(kind: str, role: str = "") -> str:
    """The kind of restriction that a fact usually has, by whose it is."""
    return _USUAL_OF_FACT.get(FactKind(kind)) or _USUAL_OF_ROLE.get(Role(role or "other"), "R2")


def toggle(review: OpenReview, place: Place) -> None:
    """Restrict what stands in one place, or take that back.

    A note, a decision and the child's own words are restricted as a whole; a person's address,
    phone and e-mail together, or who they are; of everything else just the one field.
    """
    table, row_id, field = place
    row = find(review.session, table, row_id)
    if isinstance(row, Note | Decision):
        row.restricted = not row.restricted
    elif isinstance(row, Wish):
        row.private = not row.private
    elif isinstance(row, Person):
        kinds = "address_kinds" if field in ADDRESS_FIELDS else "restriction_kinds"
        held: list[str] = getattr(row, kinds)
        setattr(row, kinds, [] if held else [usual_tag(FactKind.ADDRESS, row.role)])
    else:
        _toggle_field(review, place)
    review.session.flush()


def set_kinds(review: OpenReview, place: Place, kinds: Sequence[str]) -> None:
    """Say which kinds of restriction something has.

    Raises: Refused for a kind that there is not.
    """
    if not set(kinds) <= set(RESTRICTIONS):
        raise Refused("no such kind of restriction")
    table, row_id, field = place
    row = find(review.session, table, row_id)
    if isinstance(row, Note | Decision):
        row.restricted, row.restriction_kinds = True, list(kinds)
    elif isinstance(row, Person):
        name = "address_kinds" if field in ADDRESS_FIELDS else "restriction_kinds"
        setattr(row, name, list(kinds))
    else:
        _of(review, place).kinds = list(kinds)
    review.session.flush()


def kinds_at(sheet: ReviewSheet, place: Place) -> tuple[str, ...] | None:
    """The kinds of restriction in one place; None where it is not restricted."""
    table, row_id, field = place
    if table in TAGGED_THEMSELVES:
        rows = sheet.notes if table == "note" else sheet.decisions
        row = next((each for each in rows if each.id == row_id), None)
        return row.restriction_kinds if row is not None and row.restricted else None
    if table == "person":
        person = sheet.person.get(row_id)
        if person is None:
            return None
        kinds = person.address_kinds if field in ADDRESS_FIELDS else person.restriction_kinds
        return kinds or None
    found = next(
        (each for each in sheet.restrictions
         if (each.of_table, each.row_id, each.field) == (table, row_id, field)), None
    )  # fmt: skip
    return found.kinds if found else None


def left_out_for(kinds: Collection[str]) -> tuple[str, ...]:
    """The names of those kinds of reader whose copies leave these kinds out, by the usual rule."""
    readers = (
        rule.name for rule in READER_RULES.values()
        if rule.cuts & frozenset(kinds) and rule.key not in ("iro", "file", "other", "interpreter")
    )  # fmt: skip
    return tuple(dict.fromkeys(readers))


def protect(
    session: Session, child_id: str, kind: str, words: str, *, person_id: str | None = None
) -> str:
    """Protect one fact of a child, with the restriction it usually has; gives its id.

    Raises: Refused without words, or for a child that there is not.
    """
    child = session.get(Child, child_id)
    if child is None:
        raise Refused("no child with that id")
    person = session.get(Person, person_id) if person_id else None
    fact = ProtectedFact(
        authority_id=child.authority_id,
        case_id=child.id,
        child_id=child.id,
        kind=kind,
        words=words.strip(),
        person_id=person_id,
        tag=usual_tag(kind, person.role if person else ""),
    )
    session.add(fact)
    session.flush()
    return fact.id


def _toggle_field(review: OpenReview, place: Place) -> None:
    table, row_id, field = place
    wanted = select(Restriction).filter_by(
        review_id=review.review.id, of_table=table, row_id=row_id, field=field, removed_at=None
    )
    found = review.session.scalars(wanted).first()
    if found is None:
        _of(review, place)
    else:
        found.remove(review.session.info["by"], review.session.info["at"])


def _of(review: OpenReview, place: Place) -> Restriction:
    table, row_id, field = place
    return one_of_review(review, Restriction, of_table=table, row_id=row_id, field=field)
