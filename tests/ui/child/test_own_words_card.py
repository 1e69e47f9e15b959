"""What a child calls things, on the child's page."""

from pytestqt.qtbot import QtBot

from models.whose_words import WhoseWords, words_of
from tests.sample import Sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.child.child_page import ChildPage
from ui.desk import Desk


def test_a_word_is_written_for_one_child_and_kept_on_leaving_the_page(
    qtbot: QtBot, desk: Desk, made: Sample
) -> None:
    page = ChildPage(desk, made.child_id)
    qtbot.addWidget(page)
    page.resize(1282, 736)
    shown(qtbot, page)
    card = page.own_words
    assert card.title.said == "What Sam calls things"
    card.words.ask_for_one()
    form = card.words.form
    assert form is not None
    type_text(qtbot, form.term.control, "contact")
    type_text(qtbot, form.instead.control, "family time")
    page.reload()
    assert card.words.form is form, "the page read again, and what was open stayed open"
    assert page.flush()
    with desk.database.reading() as connection:
        (kept,) = words_of(connection, WhoseWords("child", made.child_id))
    assert (kept.child_id, kept.instead) == (made.child_id, "family time")
    assert unnamed(page) == []
