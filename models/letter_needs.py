"""What a letter lacks that no step of a meeting asks for: how to reach the IRO, and for help."""

from collections.abc import Iterator

from models.problems import N_
from models.review_sheet import ReviewSheet

COUNCIL, STAFF = "council", "staff_member"
TYPED_IN_SETTINGS = frozenset({COUNCIL, STAFF})  # tables of what is said once, for every letter

Need = tuple[str, str, str, str]  # words, table, row and field


def letter_needs(sheet: ReviewSheet) -> Iterator[Need]:
    """What the settings must still say before any letter can be issued."""
    chair, council = sheet.chair, sheet.council
    of_council = str(council.authority_id)
    if not chair.name.strip():
        yield N_("Letters: say who they are from"), STAFF, chair.id, "name"
    if not chair.phone.strip() and not chair.email.strip():
        yield N_("Letters: say how {name} can reach you"), STAFF, chair.id, "phone"
    if not _has_own_advocate(sheet):
        if not council.advocacy_name.strip():
            words = N_("Letters: name the service that gives an advocate")
            yield words, COUNCIL, of_council, "advocacy_name"
        if not council.advocacy_phone.strip():
            words = N_("Letters: give the phone of the advocacy service")
            yield words, COUNCIL, of_council, "advocacy_phone"
    if not council.complaints_phone.strip():
        words = N_("Letters: give the phone for telling that something is wrong")
        yield words, COUNCIL, of_council, "complaints_phone"


def _has_own_advocate(sheet: ReviewSheet) -> bool:
    own = next((person for person in sheet.people if person.role == "advocate"), None)
    return own is not None and bool(own.phone.strip())
