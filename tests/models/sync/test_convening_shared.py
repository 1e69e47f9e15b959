"""Business support calls a review together on its own laptop, and the IRO sees what came back."""

from collections.abc import Callable
from datetime import date
from typing import Any

from models.convening_acts import (
    PDF,
    CameBack,
    list_is_in,
    note_form_back,
    note_forms_sent,
    note_invited,
    note_reminder,
    put_convening,
    put_invitation,
)
from models.convening_list import forms_back, invitation_list, read_convened, read_convening
from models.convening_on_sheet import Invited
from models.convening_queue import ToDo, to_convene
from models.open_review import OpenReview
from models.reminders import reminders
from models.sync.reach import reach_of
from tests import sample
from tests.laptop import Laptop
from tests.models.sync.conftest import Pair

TODAY = date(2026, 7, 20)
SCAN = b"%PDF-1.7 an invented scan " + bytes(range(256)) * 40


def act(laptop: Laptop, review_id: str, done: Callable[[OpenReview], Any]) -> None:
    with laptop.database.saving(laptop.person) as session:
        done(OpenReview(session, review_id))


def lines(laptop: Laptop, review_id: str) -> tuple[Invited, ...]:
    with laptop.database.reading() as connection:
        convened = read_convened(connection, review_id)
        assert convened is not None
        return invitation_list(connection, convened)


def convene(review: OpenReview, mum: str, gran: str) -> None:
    note_reminder(review, TODAY)
    put_convening(review, "room", "Room 2")
    put_invitation(review, gran, "invited", False)
    put_invitation(review, gran, "not_invited_why", "Sam asked for it")
    put_invitation(review, mum, "part", "4pm to 4:30pm")
    list_is_in(review, TODAY)
    note_forms_sent(review, [mum], TODAY)
    note_invited(review, [mum], TODAY)
    came = CameBack(TODAY, "post", "Sam sleeps well.", PDF, SCAN)
    note_form_back(review, mum, came)


def test_a_review_is_called_together_by_support_and_read_by_the_iro(pair: Pair) -> None:
    ruth, bea, sam = pair.ruth, pair.bea, pair.sam
    review_id, mum, gran = sam.review_id, sam.people["mum"], sam.people["gran"]
    with bea.database.reading() as connection:
        (waits,) = to_convene(connection, None, TODAY, sample.calendar())
    assert waits.to_do is ToDo.LIST
    assert lines(bea, review_id) == lines(ruth, review_id)
    act(bea, review_id, lambda review: convene(review, mum, gran))
    bea.round()
    for _twice in range(2):
        ruth.round()
    assert lines(ruth, review_id) == lines(bea, review_id)
    with ruth.database.reading() as connection:
        assert read_convening(connection, review_id).room == "Room 2"
        (back,) = forms_back(connection, review_id)
    assert (back.words, back.has_scan) == ("Sam sleeps well.", True)
    assert ruth.one("select scan from returned_form where id = ?", back.id) == SCAN
    said = "select not_invited_why from attendance where person_id = ? and review_id = ?"
    assert ruth.one(said, gran, review_id) == "Sam asked for it"
    assert bea.one("select count(*) from invitation where pending <> '{}'") == 0


def test_each_is_reminded_by_their_role_in_the_council(pair: Pair) -> None:
    late = date(2026, 8, 5)
    for laptop, first in ((pair.ruth, "iro"), (pair.bea, "business_support")):
        with laptop.database.reading() as connection:
            role = reach_of(connection).role
            told = reminders(connection, laptop.person, role, late, sample.calendar())
        assert role == first
        assert ("T22", first == "iro") in [(each.clock, each.has_gone_on) for each in told]
