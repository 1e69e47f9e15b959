"""Invitations and forms for Sam's review: who reads what, and what stops one from leaving."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from letters.bands import BANDS
from letters.convening.addressing import NotPosted, lines_of, why_not_posted
from letters.convening.forms import form_paper
from letters.convening.invitation import invitation
from letters.convening.notice import notice
from letters.convening.pages import render_paper, shows_address
from letters.convening.paper import Said
from letters.convening.readying import (
    ready_calendar,
    ready_form,
    ready_invitation,
    ready_notice,
    without_place,
)
from letters.convening.setting import Calling
from letters.disclosure.extracting import extract
from letters.plain.reading import measure_text
from models.convening_list import invitation_list, part_of, parts_of_meeting, read_convened
from models.database import Database
from models.review_sheet import ReviewSheet
from models.rules.forms import FORMS
from models.sending_on_sheet import DisclosureAnswerOnSheet, ProtectedFactOnSheet
from tests import sample

TODAY = date(2026, 7, 20)
STAMPED = datetime(2026, 7, 20, 9, tzinfo=UTC)
CARERS = "7 Fisher Row, Penhallow PE2 3QX"
Sam = tuple[Database, sample.Sample]


def calling(sam: Sam, who: str = "", **changed: Any) -> Calling:  # fields of a sheet
    """Somebody, or the child, called to Sam's review; at the carer's, whose address is kept."""
    database, made = sam
    sheet = sample.sheet(database, made)
    kept = {"carer": {"address": CARERS, "address_kinds": ("R1",)},
            "mum": {"address": "14 Quay Street, Penhallow, PE1 4RT",
                    "parental_responsibility": True}}  # fmt: skip
    by_id = {made.people[key]: fields for key, fields in kept.items()}
    people = tuple(replace(each, **by_id.get(each.id, {})) for each in sheet.people)
    sheet = replace(sheet, people=people, **changed)
    with database.reading() as connection:
        convened = read_convened(connection, made.review_id)
        assert convened is not None
        lines = invitation_list(connection, convened)
    reader = made.people[who] if who else "child"
    line = next(each for each in lines if each.reader == reader)
    if (person := sheet.person.get(reader)) is not None:
        line = replace(line, address=person.address,
                       has_responsibility=person.parental_responsibility)  # fmt: skip
    return Calling(sheet, line, part_of(parts_of_meeting(lines, "16:00"), line), TODAY)


def aged(sheet: ReviewSheet, years: int) -> ReviewSheet:
    return replace(sheet, child=replace(sheet.child, born_on=date(2026 - years, 1, 1)))


def said_in(given: Calling) -> str:
    return "\n".join(part.words for part in invitation(given).parts if isinstance(part, Said))


def test_a_parent_reads_when_where_how_and_that_they_have_a_say(sam: Sam) -> None:
    words = invitation(calling(sam, "mum")).words
    for said in (
        "You are invited to Sam’s review",
        "When Wednesday 12 August 2026 at 4:00\u202fpm",
        "Where Alma’s house",
        "Nadia Brightwell, Independent Reviewing Officer",
        "you have a right to a say",
        "Please fill it in and send it back by Friday 7 August 2026",
        "nadia@example.org",
    ):
        assert said.replace("\u202f", "") in words.replace("\u00a0", "").replace("\u202f", "")


def test_who_has_no_form_reads_of_none(sam: Sam) -> None:
    assert "form" not in invitation(calling(sam, "worker")).words.casefold()


def test_an_address_that_is_posted_to_stands_in_the_window_and_nothing_else(sam: Sam) -> None:
    posted = calling(sam, "mum")
    paper = invitation(posted)
    assert shows_address(paper)
    assert paper.address == ("Rosa Tillbrook", "14 Quay Street", "Penhallow", "PE1 4RT")
    assert ready_invitation(posted).hits == ()


@pytest.mark.parametrize("years", [5, 10, 14, 17])
def test_a_child_of_every_age_is_asked_in_words_that_they_can_read(sam: Sam, years: int) -> None:
    given = calling(sam)
    made = replace(given, sheet=aged(given.sheet, years))
    words = invitation(made).words
    assert "Sam" in words and "Nadia Brightwell" in words
    assert "review officer" not in words.casefold()
    names = ("Nadia", "Brightwell", "Alma", "Nana", "Bea", "Samir", "Fennimore")
    measured = measure_text(said_in(made), BANDS[made.band], names)
    assert measured.grade <= BANDS[made.band].grade + 0.5


@pytest.mark.parametrize("key", FORMS)
def test_every_form_is_set_on_pages_with_each_question_and_where_it_goes_back(
    sam: Sam, key: str
) -> None:
    given = calling(sam, "" if FORMS[key].is_childs else "mum")
    council = replace(given.sheet.council, return_address="1 Market Square\nPenhallow")
    given = replace(given, reader=replace(given.reader, form=key),
                    sheet=replace(given.sheet, council=council))  # fmt: skip
    paper = form_paper(given)
    for question in FORMS[key].questions:
        assert question.words.format(name="Sam") in paper.words
    assert paper.return_to == ("1 Market Square", "Penhallow")
    assert 1 <= render_paper(paper).pages <= 4


def test_large_print_is_at_least_18_points_and_says_the_same(sam: Sam) -> None:
    usual = calling(sam, "mum")
    large = replace(usual, is_large=True)
    assert form_paper(large).size_pt >= 18
    assert form_paper(large).words == form_paper(usual).words
    assert render_paper(form_paper(large)).pages > render_paper(form_paper(usual)).pages


def test_the_file_names_nobody_in_its_name_or_its_properties(sam: Sam) -> None:
    ready = ready_invitation(calling(sam, "mum"))
    with pikepdf.open(BytesIO(ready.data)) as pdf:
        told = str(dict(pdf.docinfo.items())) + str(pdf.open_metadata())
    for name in ("Sam", "Tillbrook", "Rosa", "Alma"):
        assert name not in ready.file_name
        assert name not in told


def test_an_invitation_that_tells_a_parent_the_carers_address_stops(sam: Sam) -> None:
    at_the_carers = {"place": f"Alma’s house, {CARERS}"}
    stopped = ready_invitation(calling(sam, "mum", **at_the_carers))
    assert stopped.hits
    assert not stopped.may_leave
    assert {hit.kind for hit in stopped.hits} <= {"address", "restricted"}
    assert ready_invitation(calling(sam, "carer", **at_the_carers)).may_leave
    told = without_place(calling(sam, "mum", **at_the_carers))
    ready = ready_invitation(told)
    assert ready.may_leave
    text = " ".join(page.text for page in extract(ready.data, "pdf", ready.file_name).pages)
    assert "Fisher" not in text and "We will tell you where" in text


def test_an_answer_of_the_chair_lets_it_go_and_asks_again_for_other_words(sam: Sam) -> None:
    given = calling(sam, "mum", place=f"Alma’s house, {CARERS}")
    hits = ready_invitation(given).hits
    answers = tuple(
        DisclosureAnswerOnSheet(str(at), given.reader.reader, "invitation", hit.key, "Told", "me")
        for at, hit in enumerate(hits)
    )
    answered = replace(given, sheet=replace(given.sheet, disclosure_answers=answers))
    assert ready_invitation(answered).may_leave
    moved = replace(answered, sheet=replace(answered.sheet, place=f"Round the back, {CARERS}"))
    assert not ready_invitation(moved).may_leave


def test_a_refuge_stops_the_calendar_entry_too(sam: Sam) -> None:
    fact = ProtectedFactOnSheet("f1", "refuge", "Harbour House", (), None, "R8", (), "")
    given = calling(sam, "mum", place="Harbour House", protected=(fact,))
    entry = ready_calendar(given, (0, False), STAMPED)
    assert not entry.may_leave
    assert ready_calendar(without_place(given), (0, False), STAMPED).may_leave


def test_a_place_that_names_the_child_is_left_out_of_the_calendar(sam: Sam) -> None:
    given = calling(sam, "mum", place="Sam’s school")
    entry = ready_calendar(given, (0, False), STAMPED)
    assert entry.may_leave
    assert b"Sam" not in entry.data and b"Ask the service where it is" in entry.data


def test_where_the_protected_facts_are_not_held_an_address_waits_for_the_chair(sam: Sam) -> None:
    given = calling(sam, "worker", place="14 Mill Lane, Penhallow")
    assert ready_invitation(given).may_leave
    assert not ready_invitation(given, holds_protected=False).may_leave
    assert ready_invitation(without_place(given), holds_protected=False).may_leave


def test_a_form_names_no_place(sam: Sam) -> None:
    given = calling(sam, "mum", place=f"Alma’s house, {CARERS}")
    assert ready_form(given).may_leave


def test_whose_address_has_many_lines_never_loses_the_postcode(sam: Sam) -> None:
    long = "Flat 4, Larch Court, 12 Long Lane, Nether Penhallow, Little Wren, WR1 2AB"
    given = calling(sam, "mum")
    reader = replace(given.reader, address=long)
    assert lines_of(reader)[-1] == "WR1 2AB"
    assert why_not_posted(reader) is NotPosted.TOO_LONG
    labelled = invitation(replace(given, reader=reader, is_label=True))
    assert not shows_address(labelled) and "WR1 2AB" in labelled.words
    cottage = replace(reader, address="Rose Cottage, 2, The Lane, Wren, WR0 7FR")
    assert lines_of(cottage)[1:] == ("Rose Cottage", "2 The Lane", "Wren", "WR0 7FR")
    assert why_not_posted(cottage) is None
    assert why_not_posted(replace(reader, address=" ")) is NotPosted.NO_ADDRESS
    assert why_not_posted(replace(reader, address="", way="hand")) is None


def test_one_s_own_address_is_not_searched_for_other_children_but_the_words_are(sam: Sam) -> None:
    given = calling(sam, "worker")
    making = replace(given.sheet.making, other_children=("Wren Calloway",))
    sheet = replace(given.sheet, making=making)
    reader = replace(given.reader, address="3 Mill Row, Little Wren, WR1 2AB")
    own = replace(given, sheet=sheet, reader=reader)
    assert ready_invitation(own).may_leave
    told = replace(own, sheet=replace(sheet, place="With Wren Calloway"))
    assert "other_child" in {hit.kind for hit in ready_invitation(told).hits}


def test_a_moved_meeting_says_that_it_was_moved_and_from_when(sam: Sam) -> None:
    for who in ("mum", ""):
        given = calling(sam, who)
        told = {"invited_on": TODAY, "told": "other", "told_on": date(2026, 8, 5),
                "told_time": "10:00"}  # fmt: skip
        moved = replace(given, reader=replace(given.reader, **told))
        words = invitation(moved).words
        assert "Wednesday 5 August" in words and "Wednesday 12 August" in words
        assert "has changed" in words and "has changed" not in invitation(given).words


@pytest.mark.parametrize("years", [5, 10, 14])
def test_a_cancelled_meeting_is_told_in_words_that_a_child_can_read(sam: Sam, years: int) -> None:
    given = calling(sam)
    told = replace(given.reader, told_on=date(2026, 8, 5), told_time="10:00")
    made = replace(given, sheet=aged(given.sheet, years), reader=told)
    paper = notice(made, is_cancelled=True)
    assert "5 August" in paper.words
    text = "\n".join(part.words for part in paper.parts if isinstance(part, Said))
    names = ("Nadia", "Brightwell")
    assert measure_text(text, BANDS[made.band], names).grade <= BANDS[made.band].grade + 0.5
    assert ready_notice(made, is_cancelled=True).may_leave


def test_who_need_not_come_any_more_is_not_told_that_it_is_cancelled(sam: Sam) -> None:
    given = calling(sam, "mum")
    assert "does not take place" in notice(given, is_cancelled=True).words
    words = notice(given, is_cancelled=False).words
    assert "need not come" in words and "does not take place" not in words


def test_answers_are_wanted_by_a_working_day(sam: Sam) -> None:
    given = calling(sam, "mum", booked_on=date(2026, 8, 14))  # five days before is a Sunday
    assert "Sunday 9 August" in given.answer_by
    assert "Friday 7 August" in replace(given, calendar=sample.calendar()).answer_by
