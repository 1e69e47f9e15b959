"""A review is of a kind, its steps follow it and the council's form, and no word is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from letters.minutes import compose
from letters.wording import wording
from models.council import Council
from models.council_form import save_form
from models.database import Database
from models.form import FormArea, FormKind, MeetingForm, shipped_form
from models.form_changes import add_step, with_column_name, with_step
from models.open_review import OpenReview
from models.review_path import change_kind_and_path
from models.review_sheet import ReviewSheet
from tests import sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from ui.meeting.notes_page import NotesPage
from ui.meeting.review_page import ReviewPage
from ui.meeting.rules_offer import RulesOffer
from ui.meeting.welcome_page import WelcomePage

Open = Callable[..., ReviewPage]
Read = Callable[[], ReviewSheet]
FULL = shipped_form().kinds[0].steps
SHORT_BREAKS = ["A1", "A2", "A3", "A4", "A6", "A7", "A8", "A10", "A11", "A12"]
NINE = ("A1", "A2", "A3", "A4", "A6", "B1", "A8", "A11", "A12")


def take(database: Database, sam: sample.Sample, form: MeetingForm) -> None:
    """Let the council have this form."""
    with database.saving(sam.iro_id) as session:
        save_form(session, session.scalars(select(Council.id)).one(), form)


def nine_steps() -> MeetingForm:
    """Make a council's own form of nine steps, with its own parts of life."""
    form = shipped_form()
    covers = {
        "A4": ("S7.4", "S7.5", "S7.9", "S7.13"), "A6": ("S7.6", "S7.7", "S7.8"),
        "A8": ("S7.1", "S7.2", "S7.3", "S7.10", "S7.11", "S7.14"),
    }  # fmt: skip
    for step, matters in covers.items():
        form = with_step(form, step, schedule_7=matters)
    form, own = add_step(form, "{name} and the whānau")
    form = with_step(
        form, own, adult_prompt="Who is {name}’s family?", child_prompt="Who is yours?"
    )
    form = with_step(form, own, columns=("next",))
    areas = (FormArea("faith", "Faith", "B1", ()), FormArea("land", "Land", "B1", ()))
    kinds = tuple(FormKind(kind.key, kind.name, NINE) for kind in form.kinds)
    return replace(form, areas=areas, kinds=kinds)


def rail(page: ReviewPage) -> list[str]:
    rows = page.steps.rail.findChildren(QPushButton)
    return [row.objectName()[5:] for row in rows if row.isVisible()]


def welcome(page: ReviewPage) -> WelcomePage:
    found = page.page()
    assert isinstance(found, WelcomePage)
    return found


def choose(qtbot: QtBot, page: ReviewPage, kind: str) -> None:
    """Choose a kind with the keyboard."""
    box = welcome(page).kind.control
    box.setFocus()
    wanted = box.findData(kind)
    key = Qt.Key.Key_Down if wanted > box.currentIndex() else Qt.Key.Key_Up
    for _step in range(abs(wanted - box.currentIndex())):
        qtbot.keyClick(box, key)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_choosing_a_kind_changes_the_steps_and_the_foot_at_once(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = open_review("A1")
    assert rail(page) == list(FULL)
    assert welcome(page).kind.value() == "later"
    choose(qtbot, page, "short_breaks")
    qtbot.keyClick(welcome(page).kinds.since.control, Qt.Key.Key_Return)
    assert read().kind == "short_breaks"
    assert rail(page) == SHORT_BREAKS
    page.go("A4")
    assert page.foot.next_button.text() == "Next: Health and feelings"
    page.go("A1")
    choose(qtbot, page, "moving_on")
    assert (read().kind, read().moving_on) == ("moving_on", True)
    assert rail(page) == list(FULL)
    assert unnamed(page) == []


def test_a_step_that_is_no_longer_in_the_kind_can_be_read_and_left(
    qtbot: QtBot, open_review: Open, begun: None, database: Database, sam: sample.Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).add_note("worry", "Grandad is ill", step="A5")
    page = open_review("A5")
    page.meeting.put("review", sam.review_id, "kind", "short_breaks")
    assert rail(page) == SHORT_BREAKS
    assert page.step == "A5"
    assert page.foot.back_button.accessibleName() == "Back: Home"
    assert page.foot.next_button.text() == "Next: Health and feelings"
    page.go_to_steps()
    assert page.steps.rail.row("A1").hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert page.step == "A6"


def test_notes_of_a_step_that_is_left_out_still_show_in_the_minutes(
    database: Database, sam: sample.Sample, begun: None, read: Read
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        review.add_note("worry", "Grandad is ill", step="A5", life_area="family_time")
        review.review.kind = "short_breaks"
    assert "A5" not in {step.id for step in read().steps}
    paper = compose(read(), wording(), sample.REVIEW_ON)
    assert "Grandad is ill" in [each.text for each in paper.every_paragraph()]


def test_a_review_is_held_with_a_form_of_nine_steps(
    qtbot: QtBot,
    open_review: Open,
    begun: None,
    database: Database,
    sam: sample.Sample,
    read: Read,
) -> None:
    take(database, sam, nine_steps())
    page = open_review("B1")
    assert tuple(rail(page)) == NINE
    own = page.page()
    assert isinstance(own, NotesPage)
    assert own.title.said == "Sam and the whānau"
    assert own.prompt.said == "Who is Sam’s family?"
    assert own.child_prompt.said == "To Sam: Who is yours?"
    type_text(qtbot, own.capture.field.control, "Cousins came on Sunday")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (note,) = read().notes
    assert (note.step, note.words) == ("B1", "Cousins came on Sunday")
    assert (note.column, note.life_area) == ("next", "faith")
    assert {area.key for area in read().form.areas_offered} == {"faith", "land"}
    for step in NINE:
        page.go(step)
        assert page.step == step
    assert unnamed(page) == []
    paper = compose(read(), wording(), sample.REVIEW_ON)
    assert "Cousins came on Sunday" in [each.text for each in paper.every_paragraph()]


def test_a_review_that_is_open_follows_the_form_and_keeps_what_is_half_typed(
    qtbot: QtBot, open_review: Open, begun: None, database: Database, sam: sample.Sample
) -> None:
    page = open_review("A4")
    before = page.page()
    assert isinstance(before, NotesPage)
    type_text(qtbot, before.capture.field.control, "The new room is")
    form = with_step(shipped_form(), "A4", name="House", adult_prompt="How is the house?")
    form = replace(with_column_name(form, "worry", "Troubles"), child_prompts=False)
    take(database, sam, form)
    page.meeting.reload()
    now = page.page()
    assert isinstance(now, NotesPage)
    assert now is not before
    assert now.title.said == "House"
    assert now.prompt.said == "How is the house?"
    assert now.child_prompt.isHidden()
    assert now.capture.field.text() == "The new room is"
    assert now.capture.column_chips.chip("worry").text() == "Troubles"
    assert page.steps.rail.row("A4").accessibleName() == "House, this step"


@pytest.mark.parametrize(("adult", "child"), [(True, True), (True, False), (False, True)])
def test_each_prompt_shows_only_if_it_is_switched_on(
    open_review: Open, database: Database, sam: sample.Sample, adult: bool, child: bool
) -> None:
    form = replace(shipped_form(), adult_prompts=adult, child_prompts=child)
    take(database, sam, form)
    page = open_review("A4").page()
    assert page is not None
    assert page.prompt.isVisible() is adult
    assert page.child_prompt.isVisible() is child


def test_arrow_keys_only_look_until_enter_or_leaving(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = open_review("A1")
    box = welcome(page).kind.control
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert (welcome(page).kind.value(), read().kind) == ("second", "later")
    assert "Press Enter" in welcome(page).kind.hint.said
    page.meeting.put("review", read().id, "what_for", "A look back")
    assert welcome(page).kind.value() == "second"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (welcome(page).kind.value(), read().kind) == ("later", "later")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: read().kind == "pathway")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    page.go("A4")
    assert read().kind == "later"


def test_a_kind_of_adoption_asks_for_its_day_and_takes_the_clock_along(
    qtbot: QtBot, open_review: Open, begun: None, read: Read
) -> None:
    page = open_review("A1")
    part = welcome(page).kinds
    assert part.rules.said == "The next review is counted by the usual rules."
    choose(qtbot, page, "placed")
    day = part.since.control
    assert day.hasFocus()
    assert (read().kind, read().care_path) == ("later", "ordinary")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert part.since.error.said == "Write the day. Until then nothing is changed."
    type_text(qtbot, day, "1 may 2025")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert part.since.error.said == "The time in care began on 3 November 2025."
    day.selectAll()
    type_text(qtbot, day, "20 july 2026")
    assert unnamed(page) == []
    qtbot.mouseClick(part.change_button, Qt.MouseButton.LeftButton)
    sheet = read()
    assert (sheet.kind, sheet.care_path, sheet.due_clock) == (
        "placed",
        "placed_for_adoption",
        "V2",
    )
    assert part.asking.isHidden()
    assert part.rules.said == (
        "The next review is counted by the rules for a child placed for adoption. "
        "They took over on 20 July 2026."
    )
    page.meeting.undo()
    sheet = read()
    assert (sheet.kind, sheet.care_path, sheet.due_clock) == ("later", "ordinary", "T12")
    choose(qtbot, page, "authorised")
    qtbot.keyClick(day, Qt.Key.Key_Escape)
    assert (part.asking.isHidden(), part.choice.value(), read().kind) == (True, "later", "later")


def test_back_to_a_usual_kind_the_usual_clock_runs(
    qtbot: QtBot, open_review: Open, begun: None, read: Read
) -> None:
    page = open_review("A1")
    calendar = page.meeting.desk.calendar
    since = date(2026, 7, 20)
    page.meeting.act(lambda review: change_kind_and_path(review, "placed", since, calendar))
    choose(qtbot, page, "later")
    sheet = read()
    assert (sheet.kind, sheet.care_path, sheet.due_clock) == ("later", "ordinary", "T12")


def test_a_kind_that_goes_with_other_rules_says_so_and_offers_them(
    qtbot: QtBot, open_review: Open, begun: None, read: Read
) -> None:
    page = open_review("A1")
    part = welcome(page).kinds
    assert part.use_button.isHidden()
    page.meeting.put("review", read().id, "kind", "short_breaks")
    assert part.apart.said == "This kind of review goes with other rules."
    assert "not in the national return" in part.rules.said
    qtbot.mouseClick(part.use_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(part.change_button, Qt.MouseButton.LeftButton)
    assert (read().kind, read().care_path) == ("short_breaks", "short_breaks")
    assert part.apart.isHidden()


def test_the_rules_are_shown_on_the_childs_page(qtbot: QtBot, open_review: Open) -> None:
    page = open_review("A1")
    button = welcome(page).kinds.show_button
    assert button.text() == "Show the rules on Sam’s page"
    with qtbot.waitSignal(page.rules_asked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_legal_status_of_short_breaks_offers_their_rules_and_back(
    qtbot: QtBot, open_review: Open, begun: None, read: Read
) -> None:
    page = open_review("A9")
    offer = page.findChild(RulesOffer)
    assert offer is not None
    assert offer.isHidden()
    page.meeting.put("child", read().child_id, "legal_status", "V4")
    assert offer.use_button.text() == "Use the rules for short breaks"
    qtbot.mouseClick(offer.use_button, Qt.MouseButton.LeftButton)
    assert (read().care_path, read().kind, read().due_clock) == (
        "short_breaks", "short_breaks", "V4a"
    )  # fmt: skip
    assert offer.isHidden()
    page.meeting.put("child", read().child_id, "legal_status", "C2")
    assert offer.use_button.text() == "Use the usual rules"
    qtbot.mouseClick(offer.use_button, Qt.MouseButton.LeftButton)
    assert (read().care_path, read().kind) == ("ordinary", "later")
