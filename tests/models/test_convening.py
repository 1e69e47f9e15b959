"""Convening Sam's review: the list, its clocks, what was sent and came back, and what waits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from models.child import CarePeriod, Child
from models.convening import ReturnedForm
from models.convening_acts import (
    MOST_SCAN_BYTES,
    PDF,
    CameBack,
    ListNotComplete,
    NeedsWhy,
    NotAScan,
    NothingCameBack,
    RemindedTwice,
    ScanTooLarge,
    cancel,
    hand_back,
    list_is_in,
    list_is_not_in,
    note_calendar,
    note_form_back,
    note_forms_sent,
    note_invited,
    note_reminder,
    put_convening,
    put_invitation,
    take_back_cancelling,
    take_back_handing_back,
    take_back_reminder,
    take_in,
    take_out_form,
)
from models.convening_list import (
    convening_clocks,
    forms_back,
    invitation_list,
    is_complete,
    list_state,
    part_of,
    parts_of_meeting,
    read_convened,
    read_convening,
)
from models.convening_on_sheet import THE_CHILD, Invited, ListState
from models.convening_queue import ConveningLine, ToDo, new_in_care, to_convene
from models.council import Council
from models.database import Database
from models.open_review import OpenReview
from models.planning import move
from models.recipient import CHILD_READER
from models.record import Refused
from models.reminder_changes import change_reminder
from models.reminders import reminders
from models.rules.reminders import RULES
from models.sittings import NewDay
from models.sync.roles import SUPPORT
from tests import sample

Sam = tuple[Database, sample.Sample]
CALENDAR = sample.calendar()
MONTH_BEFORE = sample.REVIEW_ON - timedelta(days=30)  # Monday 13 July 2026
WELL = CameBack(MONTH_BEFORE, words="It goes well.")


def act(sam: Sam, done: Callable[[OpenReview], Any]) -> Any:  # what the act gives
    database, made = sam
    with database.saving(made.iro_id) as session:
        return done(OpenReview(session, made.review_id))


def lines(sam: Sam) -> tuple[Invited, ...]:
    database, made = sam
    with database.reading() as connection:
        convened = read_convened(connection, made.review_id)
        assert convened is not None
        return invitation_list(connection, convened)


def line_of(sam: Sam, reader: str) -> Invited:
    return next(each for each in lines(sam) if each.reader == reader)


def queued(sam: Sam, today: date = MONTH_BEFORE) -> ConveningLine:
    database, _made = sam
    with database.reading() as connection:
        (line,) = to_convene(connection, None, today, CALENDAR)
    return line


def state(sam: Sam, today: date = MONTH_BEFORE) -> ListState:
    database, made = sam
    with database.reading() as connection:
        form = read_convening(connection, made.review_id)
    return list_state(form, sample.REVIEW_ON, today)


def everyone(sam: Sam) -> list[str]:
    return [each.reader for each in lines(sam)]


def test_the_child_stands_first_and_each_gets_the_usual_form(sam: Sam) -> None:
    assert [(each.name, each.form) for each in lines(sam)] == [
        ("Samantha Tillbrook", "child_8"),
        ("Rosa Tillbrook", "parent"),
        ("Alma Dunmore", "carer"),
        ("Beatrice Tillbrook", "parent"),
        ("Samir Oakenshaw", ""),
        ("Joan Fennimore", "school"),
    ]
    assert THE_CHILD == CHILD_READER


def test_who_is_not_invited_needs_a_reason_before_the_list_is_in(sam: Sam) -> None:
    gran = sam[1].people["gran"]
    act(sam, lambda review: put_invitation(review, gran, "invited", False))
    assert not is_complete(lines(sam))
    with pytest.raises(ListNotComplete):
        act(sam, lambda review: list_is_in(review, MONTH_BEFORE))
    act(sam, lambda review: put_invitation(review, gran, "not_invited_why", "Sam asked for it"))
    act(sam, lambda review: list_is_in(review, MONTH_BEFORE))
    assert state(sam) is ListState.RECEIVED
    assert line_of(sam, gran).form == "parent"
    act(sam, list_is_not_in)
    assert state(sam) is ListState.NOT_SENT


def test_a_line_that_is_begun_keeps_its_usual_form_and_takes_another(sam: Sam) -> None:
    mum = sam[1].people["mum"]
    act(sam, lambda review: put_invitation(review, mum, "part", "4pm to 4:30pm, with Samir"))
    assert line_of(sam, mum).form == "parent"
    act(sam, lambda review: put_invitation(review, mum, "form", ""))
    assert line_of(sam, mum).form == ""
    with pytest.raises(Refused):
        act(sam, lambda review: put_invitation(review, mum, "form", "no such form"))
    with pytest.raises(Refused):
        act(sam, lambda review: put_invitation(review, "nobody", "part", "all"))


def test_the_clocks_of_convening_are_counted_back_from_the_review() -> None:
    assert convening_clocks(date(2026, 8, 12), CALENDAR) == {
        "T22": date(2026, 8, 1),
        "T23": date(2026, 8, 2),
        "T24": date(2026, 7, 29),
        "T25": date(2026, 8, 7),
    }


def test_two_reminders_then_late_then_handed_back_and_taken_back(sam: Sam) -> None:
    act(sam, lambda review: note_reminder(review, MONTH_BEFORE))
    assert state(sam) is ListState.REMINDED
    act(sam, lambda review: note_reminder(review, MONTH_BEFORE + timedelta(days=3)))
    assert state(sam) is ListState.REMINDED_AGAIN
    with pytest.raises(RemindedTwice):
        act(sam, lambda review: note_reminder(review, MONTH_BEFORE + timedelta(days=6)))
    assert state(sam, date(2026, 8, 1)) is ListState.REMINDED_AGAIN  # the eleventh day before
    late = date(2026, 8, 2)  # ten days before
    assert state(sam, late) is ListState.LATE
    with pytest.raises(NeedsWhy):
        act(sam, lambda review: hand_back(review, "  ", late))
    act(sam, lambda review: hand_back(review, "No list after two reminders", late))
    assert state(sam, late) is ListState.HANDED_BACK
    assert queued(sam, late).to_do is ToDo.SOCIAL_WORKER
    act(sam, take_back_handing_back)
    assert state(sam, late) is ListState.LATE
    act(sam, take_back_reminder)
    assert state(sam) is ListState.REMINDED


def test_a_list_that_comes_after_all_takes_the_review_back(sam: Sam) -> None:
    act(sam, lambda review: hand_back(review, "No list", date(2026, 8, 3)))
    act(sam, lambda review: list_is_in(review, date(2026, 8, 4)))
    assert state(sam, date(2026, 8, 4)) is ListState.RECEIVED


def test_the_desk_goes_from_the_list_to_the_forms_and_the_invitations(sam: Sam) -> None:
    assert (queued(sam).to_do, queued(sam).due_on) == (ToDo.LIST, date(2026, 8, 1))
    act(sam, lambda review: list_is_in(review, MONTH_BEFORE))
    assert (queued(sam).to_do, queued(sam).due_on) == (ToDo.FORMS, date(2026, 7, 29))
    act(sam, lambda review: note_forms_sent(review, everyone(sam), MONTH_BEFORE))
    assert (queued(sam).to_do, queued(sam).due_on) == (ToDo.INVITE, date(2026, 8, 2))
    act(sam, lambda review: note_invited(review, everyone(sam), MONTH_BEFORE))
    line = queued(sam)
    assert (line.to_do, line.due_on) == (ToDo.FORMS_BACK, date(2026, 8, 7))
    assert (line.forms, line.forms_sent, line.forms_back) == (5, 5, 0)
    assert line.is_late(date(2026, 8, 8))
    for each in lines(sam):
        if each.form:
            act(sam, lambda review, who=each.reader: note_form_back(review, who, WELL))
    assert queued(sam).to_do is ToDo.NOTHING


def test_a_move_is_counted_and_everybody_is_invited_again(sam: Sam) -> None:
    database, made = sam
    act(sam, lambda review: list_is_in(review, MONTH_BEFORE))
    act(sam, lambda review: note_forms_sent(review, everyone(sam), MONTH_BEFORE))
    act(sam, lambda review: note_invited(review, everyone(sam), MONTH_BEFORE))
    moved_on = MONTH_BEFORE + timedelta(days=2)
    new_day = NewDay(date(2026, 8, 19), "15:00", "Rosa", "She works that day")
    with database.saving(made.iro_id) as session:
        move(session, made.child_id, new_day, "Town hall", moved_on, CALENDAR)
    line = queued(sam)
    assert (line.to_do, line.review.moved) == (ToDo.INVITE_AGAIN, 1)
    act(sam, lambda review: note_invited(review, everyone(sam), moved_on))
    assert queued(sam).to_do is ToDo.FORMS_BACK


def test_a_cancelled_meeting_nobody_was_invited_to_waits_for_nothing_until_it_takes_place(
    sam: Sam,
) -> None:
    act(sam, lambda review: cancel(review, MONTH_BEFORE))
    assert (queued(sam).state, queued(sam).to_do) == (ListState.CANCELLED, ToDo.CANCELLED)
    act(sam, take_back_cancelling)
    assert queued(sam).to_do is ToDo.LIST


def test_the_calendar_counts_on_only_when_something_moved(sam: Sam) -> None:
    numbers = [act(sam, lambda review, said=said: note_calendar(review, said))
               for said in ("a", "a", "b", "b", "a")]  # fmt: skip
    assert numbers == [0, 0, 1, 1, 2]


def test_a_form_comes_back_as_words_or_a_scan_and_nothing_else(sam: Sam) -> None:
    mum = sam[1].people["mum"]
    day = date(2026, 8, 3)
    for came, problem in (
        (CameBack(day), NothingCameBack),
        (CameBack(day, scan=b"PK", media="application/zip"), NotAScan),
        (CameBack(day, scan=b"%PDF" + bytes(MOST_SCAN_BYTES), media=PDF), ScanTooLarge),
    ):
        with pytest.raises(problem):
            act(sam, lambda review, came=came: note_form_back(review, mum, came))
    scan = CameBack(day, "post", scan=b"%PDF-1.7 a scan", media=PDF)
    kept = act(sam, lambda review: note_form_back(review, mum, scan))
    database, made = sam
    with database.reading() as connection:
        (back,) = forms_back(connection, made.review_id)
    assert (back.id, back.reader, back.form, back.has_scan) == (kept, mum, "parent", True)
    assert line_of(sam, mum).form_back_on == day
    act(sam, lambda review: take_out_form(review, kept))
    assert line_of(sam, mum).form_back_on is None


def test_the_chair_takes_a_child_s_words_in_as_they_are_and_a_parent_s_as_views(sam: Sam) -> None:
    made, day, today = sam[1], date(2026, 8, 3), date(2026, 8, 10)
    own = "I want to see Jo more!!  "
    back = [
        act(sam, lambda review, who=who, said=said: note_form_back(
            review, who, CameBack(day, words=said)))
        for who, said in ((THE_CHILD, own), (made.people["mum"], "Sam sleeps well."))
    ]  # fmt: skip
    act(sam, lambda review: take_in(review, back[0], own, today))
    act(sam, lambda review: take_in(review, back[1], "“Sam sleeps well.”", today))
    sheet = sample.sheet(*sam)
    (wish,) = sheet.wishes
    assert (wish.words, wish.way, wish.heard_on) == (own, "wrote", day)
    (told,) = [each for each in sheet.attendances if each.person_id == made.people["mum"]]
    assert (told.views, told.sent_views) == ("“Sam sleeps well.”", True)
    with sam[0].saving(made.iro_id) as session:
        assert session.get_one(ReturnedForm, back[0]).taken_in_on == today


def test_parts_of_the_meeting_are_read_with_their_times(sam: Sam) -> None:
    made = sam[1]
    told = {"mum": "4pm to 4:30pm, with Samir", "gran": "4.30 - 5pm", "teacher": "the first half"}
    for who, words in told.items():
        reader = made.people[who]
        act(sam, lambda review, to=reader, part=words: put_invitation(review, to, "part", part))
    parts = parts_of_meeting(lines(sam), "16:00")
    assert [(each.number, each.begins, each.ends) for each in parts] == [
        (0, "16:00", ""), (1, "16:00", ""), (2, "16:00", "16:30"), (3, "16:30", "17:00"),
    ]  # fmt: skip
    assert part_of(parts, line_of(sam, made.people["gran"])).number == 3
    assert part_of(parts, line_of(sam, made.people["carer"])).number == 0


def test_only_words_of_the_form_are_written_in_it(sam: Sam) -> None:
    act(sam, lambda review: put_convening(review, "room", "Room 2, with the sofa"))
    with pytest.raises(Refused):
        act(sam, lambda review: put_convening(review, "calendar_said", "x"))
    with sam[0].reading() as connection:
        assert read_convening(connection, sam[1].review_id).room == "Room 2, with the sofa"


def test_a_child_new_in_care_waits_for_an_iro_and_a_day_oldest_first(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        new = [(date(2026, 7, 20), date(2026, 7, 24)), (date(2026, 7, 6), date(2026, 7, 7))]
        for number, (began, told) in enumerate(new):
            own = {"authority_id": sample.AUTHORITY, "case_id": f"new-{number}"}
            child = Child(
                **own,
                id=f"new-{number}",
                identifier=f"N{number}",
                given_name="Kit",
                born_on=date(2015, 1, 1),
                iro_id="" if number else made.iro_id,
            )
            session.add(child)
            session.flush()
            session.add(CarePeriod(**own, child_id=child.id, began_on=began, told_on=told))
    with database.reading() as connection:
        found = new_in_care(connection, None, CALENDAR)
        to_me = reminders(connection, made.iro_id, "manager", date(2026, 7, 24), CALENDAR)
    assert [each.child.id for each in found] == ["new-1", "new-0"]
    assert [each.lacks_iro for each in found] == [True, False]
    assert [each.was_told_late for each in found] == [False, True]
    assert (found[0].iro_by, found[0].review_by) == (date(2026, 7, 13), date(2026, 8, 3))
    assert ("T02", "new-1", True) in [(each.clock, each.child_id, each.is_late) for each in to_me]


def test_each_is_reminded_of_their_own_and_the_manager_of_what_nobody_answered(sam: Sam) -> None:
    database, made = sam

    def told(role: str, today: date) -> list[tuple[str, int, bool]]:
        with database.reading() as connection:
            found = reminders(connection, made.iro_id, role, today, CALENDAR)
        return [(each.clock, each.number, each.has_gone_on) for each in found]

    assert told(SUPPORT, date(2026, 7, 23)) == []
    assert told(SUPPORT, date(2026, 7, 24)) == [("T22", 1, False)]
    assert told("iro", date(2026, 7, 24)) == []
    assert told(SUPPORT, date(2026, 7, 30)) == [("T22", 2, False)]
    assert told("iro", date(2026, 8, 3)) == [("T22", 2, True)]
    assert told("", date(2026, 7, 24)) == [("T22", 1, False)]
    act(sam, lambda review: list_is_in(review, date(2026, 7, 24)))
    assert told(SUPPORT, date(2026, 7, 28)) == [("T24", 1, False)]
    with database.saving(made.iro_id) as session:
        (council,) = session.scalars(select(Council))
        change_reminder(session, council.id, replace(RULES["T24"], to="iro", days_before=5))
    assert told(SUPPORT, date(2026, 7, 28)) == []
    assert told("iro", date(2026, 7, 28)) == [("T24", 2, False)]
    with database.saving(made.iro_id) as session:
        (council,) = session.scalars(select(Council))
        change_reminder(session, council.id, RULES["T24"])
        assert council.reminders == {}
        with pytest.raises(Refused):
            change_reminder(session, council.id, replace(RULES["T24"], to="nobody"))


def test_the_record_of_an_iro_shows_no_review_of_another(sam: Sam, tmp_path: Path) -> None:
    with sam[0].reading() as connection:
        assert to_convene(connection, "somebody else", MONTH_BEFORE, CALENDAR) == ()


def test_a_child_under_four_is_asked_for_only_where_a_form_is_chosen(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        session.get_one(Child, made.child_id).born_on = date(2023, 5, 9)
    child = line_of(sam, THE_CHILD)
    assert (child.is_invited, child.form, child.is_settled) == (False, "", True)
    act(sam, lambda review: put_invitation(review, THE_CHILD, "form", "child_4"))
    assert line_of(sam, THE_CHILD).is_invited
