"""One child in the list against the same child in the record."""

from dataclasses import dataclass
from datetime import date, timedelta

from models.case_list.case_line import CaseLine, Value
from models.case_list.fields import FIELDS, Field, Taking
from models.case_list.known import KnownChild
from models.case_list.names import person_key

SAME_REVIEW_WITHIN = timedelta(days=28)
_WITH_THE_REVIEW = ("last_review_on", "last_review_number")


@dataclass(frozen=True, slots=True, repr=False)
class Change:
    """One field: what the record holds and what the list says."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, repr=False)
class ChildUpdate:
    """What the list changes for one child: taken, shown first, or not taken."""

    child_id: str
    line: CaseLine
    quiet: tuple[Change, ...] = ()
    look: tuple[Change, ...] = ()
    kept: tuple[Change, ...] = ()

    @property
    def says_anything(self) -> bool:
        """Whether the list and the record differ at all."""
        return bool(self.quiet or self.look or self.kept)


def compare(line: CaseLine, child: KnownChild) -> ChildUpdate:
    """Tell how the list differs from the record; an empty cell never changes anything."""
    sorted_out: dict[str, list[Change]] = {"quiet": [], "look": [], "kept": []}
    for field in FIELDS:
        if field.taking is Taking.NEVER or field.name in ("full_name", *_WITH_THE_REVIEW):
            continue
        change = Change(field.name, child.value_of(field.name), line.value_of(field.name) or None)
        if change.after is not None and not _is_same(change):
            sorted_out[_place(field, change, child)].append(change)
    if review := _review_change(line, child):
        is_new = review.before is None or _is_later(review)
        sorted_out["quiet" if is_new else "kept"].append(review)
    return ChildUpdate(
        child.child_id, line, *(tuple(sorted_out[place]) for place in ("quiet", "look", "kept"))
    )


def _is_same(change: Change) -> bool:
    if change.field == "iro" and change.before is not None:
        return person_key(str(change.before)) == person_key(str(change.after))
    return change.after == change.before


def _place(field: Field, change: Change, child: KnownChild) -> str:
    if field.name in child.typed:
        return "kept"
    if field.name == "care_ended_on":
        return "look"
    is_quiet = change.before is None or field.taking is Taking.QUIET
    return "quiet" if is_quiet else "look"


def _review_change(line: CaseLine, child: KnownChild) -> Change | None:
    """Give a review the record does not know of; one from before its latest tells nothing new."""
    day = line.last_review_on
    latest = max(child.reviewed_on, default=None)
    if day is None or (latest is not None and day <= latest):
        return None
    return Change("last_review_on", latest, day)


def _is_later(review: Change) -> bool:
    """Tell whether this is another review and not the latest one with another day."""
    if not isinstance(review.before, date) or not isinstance(review.after, date):
        return False
    return review.after - review.before > SAME_REVIEW_WITHIN
