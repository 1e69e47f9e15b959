"""What a letter lacks that no step asks for: something good, how to reach the IRO, and help."""

from collections.abc import Collection, Iterator

from models.lacking import Lacking, about
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


def good_news(sheet: ReviewSheet, step: str, found: Collection[Lacking]) -> Iterator[Lacking]:
    """Something that goes well and may be told to the child, where no other note is asked for."""
    may_be_told = (
        note.in_letter and not note.restricted and bool(note.words.strip())
        for note in sheet.notes_in("going_well")
    )
    if not any(may_be_told) and not any(need.table == "note" for need in found):
        words = N_("For the letter: write what is going well for {name}")
        yield Lacking(step, words, "note", "", "words", about(sheet))


def _has_own_advocate(sheet: ReviewSheet) -> bool:
    own = next((person for person in sheet.people if person.role == "advocate"), None)
    return own is not None and bool(own.phone.strip())
