"""A released copy is read again: what was protected since, and the place that it goes to."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest

from letters.out.mail import Attachment, eml_draft, mail_words
from letters.reading_again import found_again, is_where_it_goes
from letters.releasing import ready_copy
from letters.where_it_goes import found_in_draft, found_where_it_goes, going_to
from letters.wording import Wording
from models.document_kind import DocumentKind
from models.readers_of_papers import Reader, reader_of
from models.review_sheet import DisclosureAnswerOnSheet, ProtectedFactOnSheet, ReviewSheet
from models.rules.working_days import WorkingDays
from models.sending_queue import CopyLine
from tests.letters.sheets import DATED, full

DAYS = WorkingDays.of_england_and_wales()
CARERS = "4 Holm Lane\nPenhallow\nPH2 2BB"
MUMS = "9 Ferry Road\nPenhallow\nPH1 4AA"


@cache
def sheet() -> ReviewSheet:
    """Sam's review; her mother lives in Ferry Road, her carers in Holm Lane, and it is kept."""
    plain = full(iro_view="Sam is well. Friends come on Fridays.")
    people = tuple(
        replace(each, address=MUMS, send_by="post", email="carys@example.org")
        if each.id == "p-carys"
        else replace(each, address=CARERS, email="jo@example.org", address_kinds=("R1",))
        if each.id == "p-jo"
        else each
        for each in plain.people
    )
    return replace(plain, people=people)


def protect(words: str, **given: object) -> ReviewSheet:
    """The same, with one more fact protected from parents."""
    fact = ProtectedFactOnSheet("f-new", "other", words, (), None, "R1", (), "")
    return replace(sheet(), protected=(replace(fact, **given),))  # type: ignore[arg-type]


def mum(on: ReviewSheet, **given: object) -> Reader:
    """Her mother as a reader."""
    found = reader_of(on, "p-carys")
    assert found is not None
    return replace(found, **given)  # type: ignore[arg-type]


@cache
def released() -> bytes:
    """Her copy of the record, as it was released before anything was protected."""
    return ready_copy(sheet(), DocumentKind.MINUTES, mum(sheet()), DATED, DAYS).data


def copy(**given: object) -> CopyLine:
    """The line of that copy, which waits to be posted."""
    at = datetime(2026, 11, 17, 9, tzinfo=UTC)
    plain = CopyLine(
        "copy-1", "child-1", "review-1", "p-carys", "Carys Larkhollow", "parent", "minutes", "pdf",
        1, "en-GB", "post", MUMS, "", None, 0, at, "staff-1", "", "staff-1", True, "Nadia",
        where_to=MUMS,
    )  # fmt: skip
    return replace(plain, **given)  # type: ignore[arg-type]


def test_what_could_go_still_may_while_nothing_is_protected() -> None:
    assert found_again(sheet(), copy(), released()) == ()


def test_what_is_protected_after_the_release_is_found_in_the_pages_that_wait() -> None:
    found = found_again(protect("Friends come"), copy(), released())
    assert {each.found for each in found} == {"Friends come"}
    assert not is_where_it_goes(found)


def test_what_the_chair_answered_for_is_found_no_more() -> None:
    now = protect("Friends come")
    answers = tuple(
        DisclosureAnswerOnSheet(
            f"a-{number}", "p-carys", "minutes", hit.key, "She knows them.", "staff-1"
        )
        for number, hit in enumerate(found_again(now, copy(), released()))
    )
    assert found_again(replace(now, disclosure_answers=answers), copy(), released()) == ()


@pytest.mark.parametrize(
    "place", [CARERS, "4 Holm Lane, Penhallow, PH2 2BB", "4 holm lane\nPH22BB"]
)
def test_her_letter_is_not_let_go_to_the_door_of_those_who_are_kept_from_her(place: str) -> None:
    found = found_again(sheet(), copy(where_to=place), released())
    assert is_where_it_goes(found)
    ready = ready_copy(sheet(), DocumentKind.MINUTES, mum(sheet(), address=place), DATED, DAYS)
    assert ready.unanswered == ready.hits == found


def test_their_letter_does_not_go_to_her_door_either() -> None:
    jo = reader_of(sheet(), "p-jo")
    assert jo is not None
    assert found_where_it_goes(sheet(), jo) == ()
    (found,) = found_where_it_goes(
        sheet(), going_to(jo, "post", "9 Ferry Road, Penhallow PH1 4AA")
    )
    assert (found.kind, found.page) == ("address", None)


def test_people_who_are_not_kept_apart_may_live_together() -> None:
    open_to_all = replace(
        sheet(), people=tuple(replace(each, address_kinds=()) for each in sheet().people)
    )
    assert found_where_it_goes(open_to_all, mum(open_to_all, address=CARERS)) == ()


def test_an_e_mail_to_somebody_who_is_kept_from_her_stops() -> None:
    to_jo = mum(sheet(), way="email", email="jo@example.org")
    assert {each.kind for each in found_where_it_goes(sheet(), to_jo)} == {"email"}
    assert found_where_it_goes(sheet(), mum(sheet(), way="email")) == ()


def test_an_address_that_does_not_fit_the_window_is_read_all_the_same() -> None:
    long = "4 Holm Lane\n" + "A very long line of an address indeed, " * 9 + "\nPH2 2BB"
    assert found_where_it_goes(sheet(), mum(sheet(), address=long))


def test_the_whole_of_a_draft_is_read_its_attached_papers_too() -> None:
    words = mail_words(Wording(), "Reviewing service", 1)
    draft = eml_draft("carys@example.org", words, [Attachment("record-1.pdf", released())])
    assert found_in_draft(sheet(), mum(sheet()), draft, "e-mail.eml") == ()
    found = found_in_draft(protect("Friends come"), mum(sheet()), draft, "e-mail.eml")
    assert {each.found for each in found} == {"Friends come"}
    served = protect("Reviewing service")
    assert found_in_draft(served, mum(sheet()), draft, "e-mail.eml")
