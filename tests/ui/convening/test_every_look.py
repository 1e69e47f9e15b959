"""The convening page, its desk and the reminders in large text, contrast and long words."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.convening_acts import CameBack, hand_back, note_form_back
from models.open_review import OpenReview
from tests.pseudo import TwiceAsLong
from tests.ui.accessibility import unnamed
from tests.ui.convening.conftest import Filled
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from ui import language
from ui.appearance import appearance
from ui.convening.convening_page import ConveningPage
from ui.convening.to_invite_part import ToInvitePart
from ui.convening.went_out import OutRow
from ui.desk import Desk
from ui.parts.scrolling_page import ScrollingPage
from ui.settings.reminders_part import RemindersDialog


@pytest.fixture(params=[("dark", 200, False), ("contrast", 100, True)], ids=["large", "long"])
def look(request: pytest.FixtureRequest, qapp: object) -> Iterator[None]:
    theme, size, long = request.param
    if long:
        language.use_catalogue(TwiceAsLong())
    appearance().apply(theme, size)
    yield
    language.set_language(language.SOURCE_LANGUAGE)


def windows(desk: Desk, made: Filled) -> Iterator[tuple[str, QWidget]]:
    with desk.database.reading() as connection:
        (council_id,) = connection.execute("select id from council").fetchone()
    page = ConveningPage(desk, made[1].review_id)
    for slot in page.people.slots.values():
        slot.back.begin()
        slot.again_button.show()
    lines = page.convened.lines
    page.papers.went_out.show_printed([OutRow(each.reader, each.name) for each in lines])
    yield "convening", page
    holder = ScrollingPage()
    holder.column.addWidget(ToInvitePart(desk))
    yield "to invite", holder
    yield "reminders", RemindersDialog(desk, council_id)


@pytest.mark.usefixtures("look")
def test_no_words_are_cut_off_and_every_control_has_a_name(
    desk: Desk, filled: Filled, qtbot: QtBot
) -> None:
    def fill(session: object) -> None:
        review = OpenReview(session, filled[1].review_id)  # type: ignore[arg-type]
        hand_back(review, "No list came after two reminders", desk.today())
        note_form_back(review, "child", CameBack(desk.today(), words="I want a dog"))

    desk.save(fill)
    wrong = {}
    for name, window in windows(desk, filled):
        qtbot.addWidget(window)
        window.resize(1282, 736)
        shown(qtbot, window)
        settle()
        found = [*unnamed(window), *cut_off(window)]
        if found:
            wrong[name] = found
        window.hide()
    assert wrong == {}
