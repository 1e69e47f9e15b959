"""What needs a person: both versions side by side, four ways to settle, and a way back."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any  # a cell may hold anything

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.editing import put
from models.open_review import OpenReview
from tests import sample
from tests.sample import Sample
from tests.two_versions import RUTH, arrive, keep_two
from tests.typing_keys import type_text
from tests.ui.every_window import cut_off, settle
from ui.appearance import appearance
from ui.background import Background
from ui.desk import Desk
from ui.meeting.picture_words import PICTURE_WORDS
from ui.parts.buttons import Button
from ui.parts.fields import ChoiceField
from ui.parts.saved_state import PageSavedState
from ui.parts.text_field import GrowingText
from ui.parts.ticks import RoundChoice
from ui.sync.choice_cards import ChoiceCard
from ui.sync.needs_you_page import NeedsYouPage
from ui.sync.version_card import VersionCard

BEFORE = "Find out if Sam can sleep over, and tell her by 4 December."
THEIRS = "Find out if Sam can sleep over every other Saturday, and tell her by 11 December."
MINE = "Find out if Sam can sleep over for one night, and tell her by 4 December."
Place = tuple[str, str, str]
Show = Callable[[], NeedsYouPage]


@pytest.fixture
def desk(sam: tuple[Database, Sample], qapp: object) -> Iterator[Desk]:
    background = Background()
    now = sample.NOW.astimezone()
    yield Desk(sam[0], sam[1].me, sample.calendar(), lambda: now, background)
    background.close()


@pytest.fixture
def show(qtbot: QtBot, desk: Desk) -> Show:
    def shown() -> NeedsYouPage:
        page = NeedsYouPage(desk)
        qtbot.addWidget(page)
        page.resize(1282, 736)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.enter()
        qtbot.wait(0)
        return page

    return shown


def _decision(desk: Desk, sam: tuple[Database, Sample], **fields: Any) -> str:
    made = sam[1]
    return desk.save(lambda session: OpenReview(session, made.review_id).decide(BEFORE, **fields))


def _two(desk: Desk, sam: tuple[Database, Sample]) -> Place:
    place = ("decision", _decision(desk, sam), "what")
    keep_two(*sam, place, (BEFORE, THEIRS, MINE))
    return place


def _cell(desk: Desk, place: Place, column: str = "") -> Any:
    with desk.database.reading() as connection:
        row = connection.execute(
            f'select "{column or place[2]}" from {place[0]} where id = ?',  # noqa: S608 - a test
            (place[1],),
        ).fetchone()
    return row[0]


def _outcome(desk: Desk) -> str:
    with desk.database.reading() as connection:
        return str(connection.execute("select outcome from conflict").fetchone()[0])


def _card(page: QWidget, name: str) -> VersionCard:
    card = page.findChild(VersionCard, name)
    assert card is not None
    return card


def _choice(page: QWidget, key: str) -> ChoiceCard:
    card = page.findChild(ChoiceCard, f"choice_{key}")
    assert card is not None
    return card


def _button(page: QWidget, name: str) -> Button:
    button = page.findChild(Button, name)
    assert button is not None
    return button


def _box(page: NeedsYouPage) -> GrowingText:
    control = page.view.result.control
    assert isinstance(control, GrowingText)
    return control


def test_both_versions_stand_side_by_side_with_what_is_new_marked_and_said(
    show: Show, desk: Desk, sam: tuple[Database, Sample]
) -> None:
    _two(desk, sam)
    page = show()
    left, right = _card(page, "left_version"), _card(page, "right_version")
    assert page.view.title.said == "Sam Tillbrook, review 3, decision 1"
    assert (left.whose.said, right.whose.said) == ("Yours", "Ruth Pellworth’s")
    assert right.when.said.startswith("team manager, today at ")
    assert left.words.said == MINE
    assert ">for one night</span>" in left.words.text()
    assert "Changed: “every other Saturday”, “11”" in right.accessibleDescription()
    assert page.view.before.said == f"Before: “{BEFORE}”"
    assert page.view.foot.said == "Ruth will see your choice the next time they share."


def test_no_words_of_a_version_are_cut_off_at_200_percent(
    show: Show, desk: Desk, sam: tuple[Database, Sample]
) -> None:
    appearance().apply("dark", 200)
    words = ("", "The library at four", "The school hall after lessons")
    keep_two(*sam, ("review", sam[1].review_id, "place"), words)
    page = show()
    page.resize(1024, 708)
    settle()
    assert cut_off(page) == []


def test_tab_goes_to_what_the_record_will_say_before_the_buttons(
    show: Show, desk: Desk, sam: tuple[Database, Sample]
) -> None:
    _two(desk, sam)
    page = show()
    assert [each for each in page.findChildren(PageSavedState) if each.parentWidget() is not None]
    chain: list[QWidget] = [page]
    while (following := chain[-1].nextInFocusChain()) is not page:
        chain.append(following)
    stops = (_choice(page, "new"), page.view.result.control, page.view.later, page.view.use)
    assert [chain.index(each) for each in stops] == sorted(chain.index(each) for each in stops)


@pytest.mark.parametrize(
    ("key", "outcome", "value"),
    [
        (Qt.Key.Key_1, "mine", MINE),
        (Qt.Key.Key_2, "theirs", THEIRS),
        (Qt.Key.Key_3, "both", f"{THEIRS}\n{MINE}"),
    ],
)
def test_a_key_chooses_and_ctrl_enter_uses_it(
    show: Show,
    desk: Desk,
    sam: tuple[Database, Sample],
    qtbot: QtBot,
    key: Qt.Key,
    outcome: str,
    value: str,
) -> None:
    place = _two(desk, sam)
    page = show()
    assert _button(page, "use").is_off
    focused = page.window().focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)
    assert _box(page).toPlainText() == value
    qtbot.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (_cell(desk, place), _outcome(desk)) == (value, outcome)
    assert page.nothing.isVisible()


def test_what_is_typed_in_the_box_is_a_new_version(
    show: Show, desk: Desk, sam: tuple[Database, Sample], qtbot: QtBot
) -> None:
    place = _two(desk, sam)
    page = show()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_4)
    assert _box(page).hasFocus()
    type_text(qtbot, _box(page), "One night, by 4 December")
    assert _choice(page, "new").isChecked()
    qtbot.keyClick(_box(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (_cell(desk, place), _outcome(desk)) == ("One night, by 4 December", "new")


def test_a_choice_is_undone_where_it_was_made(
    show: Show, desk: Desk, sam: tuple[Database, Sample], qtbot: QtBot
) -> None:
    place = _two(desk, sam)
    page = show()
    qtbot.mouseClick(_choice(page, "left"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(_button(page, "use"), Qt.MouseButton.LeftButton)
    assert _cell(desk, place) == MINE
    qtbot.mouseClick(_button(page, "undo"), Qt.MouseButton.LeftButton)
    assert (_cell(desk, place), _outcome(desk)) == (THEIRS, "")
    assert page.view.isVisible()
    assert len(page.list.cards) == 1


def test_what_is_left_for_later_stays_in_the_list_with_what_was_typed(
    show: Show, desk: Desk, sam: tuple[Database, Sample], qtbot: QtBot
) -> None:
    _two(desk, sam)
    note = desk.save(
        lambda s: OpenReview(s, sam[1].review_id).add_note("going_well", "It was", step="A4")
    )
    keep_two(*sam, ("note", note, "words"), ("It was", "It is good", "It is fine"))
    page = show()
    first = page.view.shown
    assert first is not None
    type_text(qtbot, _box(page), "Half a sen")
    qtbot.mouseClick(_button(page, "later"), Qt.MouseButton.LeftButton)
    assert page.view.shown != first
    assert len(page.list.cards) == 2
    again = NeedsYouPage(desk)  # as when the program was closed meanwhile
    qtbot.addWidget(again)
    again.show_conflict(first.id)
    assert _box(again).toPlainText() == "Half a sen"
    assert not desk.database.typing.rows()


def test_the_list_says_where_each_is(
    show: Show, desk: Desk, sam: tuple[Database, Sample], qtbot: QtBot
) -> None:
    note = desk.save(
        lambda s: OpenReview(s, sam[1].review_id).add_note("going_well", "It was", step="A3")
    )
    keep_two(*sam, ("note", note, "words"), ("It was", "It is good", "It is fine"))
    _two(desk, sam)
    page = show()
    said = {card.field.said for card in page.list.cards.values()}
    assert said == {"Decision 1, what will happen", "Since last time, note 1"}
    assert {card.place.said for card in page.list.cards.values()} == {"1 of 2", "2 of 2"}
    other = next(c for key, c in page.list.cards.items() if key != page.view.shown.id)  # type: ignore[union-attr]
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert page.view.shown is not None
    assert other.objectName() == f"conflict_{page.view.shown.id}"


def test_a_day_is_settled_in_a_field_for_days(
    show: Show, desk: Desk, sam: tuple[Database, Sample], qtbot: QtBot
) -> None:
    place = ("decision", _decision(desk, sam, by_when=date(2026, 12, 1)), "by_when")
    keep_two(*sam, place, ("2026-12-01", "2026-12-11", "2026-12-04"))
    page = show()
    assert _card(page, "right_version").words.said == "11 December 2026"
    assert _choice(page, "both").isHidden()
    box = page.view.result.control
    assert isinstance(box, QLineEdit)
    type_text(qtbot, box, "18 dec\t")
    qtbot.mouseClick(_button(page, "use"), Qt.MouseButton.LeftButton)
    assert _cell(desk, place) == "2026-12-18"


def test_a_code_is_chosen_from_its_words(
    show: Show, desk: Desk, sam: tuple[Database, Sample], qtbot: QtBot
) -> None:
    one, other = sorted(PICTURE_WORDS)[:2]
    place = ("decision", _decision(desk, sam), "picture")
    keep_two(*sam, place, ("", one, other))
    page = show()
    assert _card(page, "right_version").words.said == PICTURE_WORDS[one]
    assert isinstance(page.view.result.control.parent(), ChoiceField)
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_1)
    qtbot.mouseClick(_button(page, "use"), Qt.MouseButton.LeftButton)
    assert _cell(desk, place) == other


def test_a_tick_is_settled_with_yes_or_no(
    show: Show, desk: Desk, sam: tuple[Database, Sample], qtbot: QtBot
) -> None:
    place = ("decision", _decision(desk, sam), "in_letter")
    keep_two(*sam, place, (True, True, False))
    page = show()
    assert _card(page, "left_version").words.said == "No"
    no = page.view.result.findChild(RoundChoice, "no")
    assert no is not None
    no.click()
    qtbot.waitUntil(lambda: not _button(page, "use").is_off)
    qtbot.mouseClick(_button(page, "use"), Qt.MouseButton.LeftButton)
    assert not _cell(desk, place)


def test_taking_away_what_another_changed_asks_whether_to_keep_it(
    show: Show, desk: Desk, sam: tuple[Database, Sample], qtbot: QtBot
) -> None:
    place = ("decision", _decision(desk, sam), "removed_at")
    keep_two(*sam, place, (None, None, "2026-08-12T14:00:00+00:00"))
    page = show()
    assert page.view.before.said == f"It says: “{BEFORE}”"
    assert (_choice(page, "left").text(), _choice(page, "right").text()) == (
        "Take it away",
        "Keep it",
    )
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_1)
    qtbot.mouseClick(_button(page, "use"), Qt.MouseButton.LeftButton)
    assert _cell(desk, place) is not None


def test_who_may_not_choose_sees_both_and_why(
    show: Show, desk: Desk, sam: tuple[Database, Sample], qtbot: QtBot
) -> None:
    place = _two(desk, sam)
    with desk.database.saving(RUTH) as session:
        put(session, "staff_member", RUTH, "name", "Ruth Pellworth")
    with desk.database.sharing() as hand:  # another chairs for her now
        hand.connection.execute("update child set iro_id = 'another'")
        hand.changed.add("child")
    page = show()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_1)
    qtbot.mouseClick(_button(page, "use"), Qt.MouseButton.LeftButton)
    assert page.view.use.reason.said == "Who chairs, or a manager, chooses what the record says."
    assert _cell(desk, place) == THEIRS


def test_a_version_that_changed_meanwhile_is_looked_at_once_more(
    show: Show, desk: Desk, sam: tuple[Database, Sample], qtbot: QtBot
) -> None:
    place = _two(desk, sam)
    page = show()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_1)
    arrive(*sam, place, "Something else by now")
    qtbot.mouseClick(_button(page, "use"), Qt.MouseButton.LeftButton)
    assert _cell(desk, place) == "Something else by now"
    assert _card(page, "right_version").words.said == "Something else by now"
    assert not page.view.is_touched


def test_the_row_is_held_still_while_a_choice_is_made(
    show: Show, desk: Desk, sam: tuple[Database, Sample], qtbot: QtBot
) -> None:
    place = _two(desk, sam)
    page = show()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_1)
    assert desk.database.typing.holds(*place[:2])
    qtbot.mouseClick(_button(page, "use"), Qt.MouseButton.LeftButton)
    assert not desk.database.typing.rows()


def test_what_joined_by_itself_is_told(
    show: Show, desk: Desk, sam: tuple[Database, Sample], qtbot: QtBot
) -> None:
    place = _two(desk, sam)
    with desk.database.sharing() as hand:
        hand.connection.execute(
            "insert into arrival (at, kind, case_id, table_name, row_id, by_id, fields)"
            " values (?, 'joined', ?, 'decision', ?, ?, '[\"why\"]')",
            ("2026-08-12T14:00:00+00:00", sam[1].child_id, place[1], RUTH),
        )
    page = show()
    assert page.list.joined_words.words.said == "1 joined by itself"
    qtbot.mouseClick(_button(page, "see_joined"), Qt.MouseButton.LeftButton)
    assert len(page.joined.rows) == 1
    assert page.view.isHidden()


def test_with_nothing_to_settle_the_page_says_so(show: Show, qtbot: QtBot) -> None:
    page = show()
    assert page.nothing.isVisible()
    assert page.view.isHidden()
    with qtbot.waitSignal(page.left):
        qtbot.mouseClick(_button(page, "nothing_back"), Qt.MouseButton.LeftButton)
