"""A letter for another moment: begun from the child's page, listed there, opened again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.document_kind import DocumentKind
from models.issuing import Issue, issue_letter
from models.review import Review
from tests.sample import NOW, Sample
from tests.ui.accessibility import unnamed
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from ui.child.child_page import ChildPage
from ui.desk import Desk
from ui.parts.words import Words


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, made: Sample) -> ChildPage:
    page = ChildPage(desk, made.child_id)
    qtbot.addWidget(page)
    page.resize(1282, 736)
    shown(qtbot, page)
    page.enter()
    return page


def letters_in(desk: Desk) -> list[tuple[str, ...]]:
    with desk.database.reading() as connection:
        return connection.execute(
            "select id, template, review_id, writer_id from child_letter"
        ).fetchall()


def begin(page: ChildPage, qtbot: QtBot, key: str) -> str:
    """Press Write, go to a kind of letter by keys, and begin it. Gives its id."""
    page.head.write.setFocus()
    qtbot.keyClick(page.head.write, Qt.Key.Key_Return)
    panel = page.writing
    assert panel is not None
    keys = list(panel.rows)
    for row in keys[: keys.index(key)]:
        assert panel.rows[row].hasFocus()
        qtbot.keyClick(panel.rows[row], Qt.Key.Key_Down)
    with qtbot.waitSignal(page.letter_opened) as opened:
        qtbot.keyClick(panel.rows[key], Qt.Key.Key_Return)
    assert opened.args is not None
    return str(opened.args[0])


def test_a_letter_is_begun_by_keys_and_opened(
    page: ChildPage, qtbot: QtBot, desk: Desk, made: Sample
) -> None:
    assert page.head.write.text() == "Write to Sam"
    letter_id = begin(page, qtbot, "midpoint")
    assert letters_in(desk) == [(letter_id, "midpoint", made.earlier_review_id, made.iro_id)]
    assert page.writing is None


def test_what_was_written_is_listed_with_its_day_and_opens_again(
    page: ChildPage, qtbot: QtBot, desk: Desk, made: Sample
) -> None:
    begun, issued = begin(page, qtbot, "hello"), begin(page, qtbot, "thanks")
    new = Issue(DocumentKind.OTHER_LETTER, b"pages", "words")
    desk.save(lambda session: issue_letter(session, issued, new, made.iro_id, NOW))
    page.reload()
    said = {row.letter_id: row.accessibleName() for row in page.letters.rows}
    assert said[begun].startswith("A first hello. Begun 12 August 2026, not issued")
    assert said[issued] == "Thank you for feedback. Issued 12 August 2026."
    row = next(row for row in page.letters.rows if row.letter_id == issued)
    with qtbot.waitSignal(page.letter_opened) as opened:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened.args == [issued]


def test_esc_and_not_now_close_the_choice_and_nothing_is_begun(
    page: ChildPage, qtbot: QtBot, desk: Desk
) -> None:
    page.head.write.click()
    assert page.writing is not None
    qtbot.keyClick(page.writing.rows["hello"], Qt.Key.Key_Escape)
    assert page.writing is None
    assert page.head.write.hasFocus()
    page.head.write.click()
    page.writing.close_button.click()
    assert page.writing is None
    assert letters_in(desk) == []


def test_without_a_review_no_letter_tells_of_one(
    page: ChildPage, qtbot: QtBot, desk: Desk, made: Sample
) -> None:
    def forget(session: object) -> None:
        for review in session.query(Review):  # type: ignore[attr-defined]
            review.remove(made.iro_id, NOW)

    desk.save(forget)
    page.reload()
    page.head.write.click()
    assert page.writing is not None
    assert "decisions" not in page.writing.rows
    assert "hello" in page.writing.rows


def test_only_one_thing_is_asked_at_a_time(page: ChildPage, qtbot: QtBot) -> None:
    page.head.write.click()
    page.ask_for_the_day()
    assert page.writing is None
    page.head.write.click()
    assert page.booking is None


def test_every_control_has_a_name_and_no_word_is_cut(
    page: ChildPage, qtbot: QtBot, long_words: None
) -> None:
    page.head.write.click()
    settle()
    assert page.writing is not None
    assert unnamed(page.writing) == []
    assert cut_off(page.writing) == []
    told = [each.said for each in page.writing.findChildren(Words)]
    assert any("first hello" in words for words in told)
