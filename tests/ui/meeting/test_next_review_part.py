"""The next review on A12: its day by the child's own rules, and why there is none."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from models.agenda import lacking
from models.kind_of_review import change_kind
from models.review_path import change_path
from models.review_sheet import ReviewSheet
from tests import sample
from tests.typing_keys import type_text
from tests.ui.meeting.summing_up_on_screen import answer_question, summing_up
from ui.desk import Desk
from ui.meeting.review_page import ReviewPage

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.mark.usefixtures("begun")
def test_the_next_day_is_offered_from_the_clocks_with_how_it_was_counted(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    part = summing_up(open_review("A12")).next_review
    assert part.due.said == "The last day in time is Friday 12 February 2027."
    assert part.counted.said.startswith("6 months from 12 August 2026")
    qtbot.mouseClick(part.use_due, LEFT)
    qtbot.mouseClick(part.use_midpoint, LEFT)
    sheet = read()
    assert sheet.next_review_on == date(2027, 2, 12)
    assert sheet.midpoint_on == date(2026, 11, 12)
    assert part.use_due.isHidden()


@pytest.mark.usefixtures("begun")
def test_the_next_day_follows_the_rules_of_adoption_and_says_which(
    qtbot: QtBot, open_review: Open, read: Read, desk: Desk
) -> None:
    def place(session: Session) -> None:
        since = date(2026, 7, 20)
        change_path(session, read().child.id, "placed_for_adoption", since, desk.calendar)

    desk.save(place)
    part = summing_up(open_review("A12")).next_review
    assert part.due.said == "The last day in time is Thursday 12 November."
    assert part.counted.said.startswith("3 months from 12 August 2026")
    assert "Adoption Agencies Regulations 2005, reg 36(3)" in part.counted.said
    qtbot.mouseClick(part.use_due, LEFT)
    qtbot.mouseClick(part.use_midpoint, LEFT)
    assert (read().next_review_on, read().midpoint_on) == (date(2026, 11, 12), date(2026, 9, 27))


@pytest.mark.usefixtures("begun")
def test_a_day_after_the_last_one_is_taken_and_said_to_be_late(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    part = summing_up(open_review("A12")).next_review
    type_text(qtbot, part.next_review_on.control, "1 mar 2027\t")
    type_text(qtbot, part.see_child_by.control, "11 nov\t")
    qtbot.mouseClick(part.how.chip("ring"), LEFT)
    sheet = read()
    assert (sheet.next_review_on, sheet.see_child_by) == (date(2027, 3, 1), date(2026, 11, 11))
    assert sheet.see_child_how == "ring"
    assert part.late.isVisible()
    assert "Friday 12 February 2027" in part.late.said


@pytest.mark.usefixtures("begun")
def test_the_button_with_a_day_clears_a_bad_date(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    part = summing_up(open_review("A12")).next_review
    type_text(qtbot, part.next_review_on.control, "soonish\t")
    assert part.next_review_on.has_error
    qtbot.mouseClick(part.use_due, LEFT)
    assert not part.next_review_on.has_error
    assert part.next_review_on.control.text() == "12 February 2027"


@pytest.mark.usefixtures("begun")
def test_the_button_clears_a_bad_date_even_when_that_day_is_kept_already(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    part = summing_up(open_review("A12")).next_review
    qtbot.mouseClick(part.use_due, LEFT)
    part.next_review_on.control.selectAll()
    type_text(qtbot, part.next_review_on.control, "soonish\t")
    part.take_due()
    assert not part.next_review_on.has_error
    assert part.next_review_on.day() == read().next_review_on == date(2027, 2, 12)


@pytest.mark.usefixtures("begun")
def test_days_that_cannot_be_are_refused_at_their_fields(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    part = summing_up(open_review("A12")).next_review
    qtbot.mouseClick(part.use_due, LEFT)
    for field, typed, said in (
        (part.next_review_on, "12/8/2026", "Choose a day after this review."),
        (part.next_review_on, "9/5/2034", "18th birthday"),
        (part.midpoint_on, "12/2/2027", "Choose a day before the next review."),
        (part.see_child_by, "13/2/2027", "Choose a day that is not after the next review."),
    ):
        field.control.selectAll()
        type_text(qtbot, field.control, f"{typed}\t")
        assert said in field.error.said
    type_text(qtbot, part.next_review_time.control, "teatime\t")
    assert part.next_review_time.has_error
    sheet = read()
    assert sheet.next_review_on == date(2027, 2, 12)
    assert (sheet.midpoint_on, sheet.see_child_by, sheet.next_review_time) == (None, None, "")


@pytest.mark.usefixtures("begun")
def test_a_day_more_than_a_year_on_is_asked_about(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review("A12")
    part = summing_up(review).next_review
    type_text(qtbot, part.next_review_on.control, "1 mar 2028")
    answer_question("keep_button")
    qtbot.keyClick(part.next_review_on.control, Qt.Key.Key_Tab)
    assert read().next_review_on is None
    assert part.next_review_on.control.text() == ""
    with qtbot.waitActive(review):
        review.activateWindow()
    type_text(qtbot, part.next_review_on.control, "1 mar 2028")
    answer_question("do_button")
    qtbot.keyClick(part.next_review_on.control, Qt.Key.Key_Tab)
    assert read().next_review_on == date(2028, 3, 1)


@pytest.mark.usefixtures("begun")
def test_at_eighteen_a_moving_on_review_is_named_and_the_reason_is_filled(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review("A12")
    page = summing_up(review)
    page.meeting.put("child", read().child.id, "born_on", date(2009, 1, 10))
    part = page.next_review
    assert "consider a moving-on review" in part.due.said
    assert part.use_due.isHidden()
    qtbot.mouseClick(part.use_eighteen, LEFT)
    assert read().no_next_review_why == "Sam turns 18 before another review is due."
    page.finish.finish_button.click()
    assert page.finish.no_date_why.isHidden()


@pytest.mark.usefixtures("begun")
def test_why_there_is_no_next_review_is_asked_only_without_a_day(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = summing_up(open_review("A12"))
    part = page.next_review
    type_text(qtbot, part.no_next_review_why.control, "Sam goes home on Friday")
    page.flush()
    assert read().no_next_review_why == "Sam goes home on Friday"
    qtbot.mouseClick(part.use_due, LEFT)
    assert part.no_next_review_why.isHidden()


@pytest.mark.usefixtures("begun")
def test_a_last_review_asks_why_it_is_the_last_and_the_letter_tells_it(
    open_review: Open, read: Read, sam: sample.Sample
) -> None:
    page = summing_up(open_review("A12"))
    assert page.next_review.no_next_review_why.hint.isHidden()
    page.meeting.act(lambda review: change_kind(review, "moving_on"))
    assert page.next_review.no_next_review_why.hint.said == (
        "It was the last meeting, so Sam reads this in the letter."
    )
    asked = {
        need.field: need.words for need in lacking(read(), sample.REVIEW_ON, sample.calendar())
    }
    assert asked["no_next_review_why"] == "Say why this is {name}’s last review"
    assert not {"next_review_on", "see_child_by"} & set(asked)
