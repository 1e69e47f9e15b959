"""What somebody typed for the whole service while alone is told once, and goes together."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.sync.sealing import opened
from tests.sample import NOW
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from tests.ui.sync import shared_record
from tests.ui.sync.conftest import Shared
from ui.desk import Desk
from ui.sync.sync_page import SyncPage

WORDS = "She wants the cat to come too."


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, shared: Shared) -> Iterator[SyncPage]:
    made = SyncPage(desk, shared.sharing)
    qtbot.addWidget(made)
    made.resize(1282, 736)
    shown(qtbot, made)
    yield made
    desk.background.close()


def _sealed(desk: Desk) -> list[dict[str, object]]:
    with desk.database.reading() as connection:
        rows = connection.execute("select payload from outbox order by place").fetchall()
    return [op for (payload,) in rows for op in opened(payload)["ops"]]


def test_what_the_service_sets_is_told_in_one_line_with_its_words_and_goes_together(
    page: SyncPage, desk: Desk, shared: Shared, qtbot: QtBot
) -> None:
    with desk.database.sharing() as hand:
        for why, by, table in (
            ("role_may_not_write", desk.me.id, "letter_template"),
            ("council_sets_this", "", "council"),
        ):
            shared_record.hold(hand, "", NOW, WORDS, why=why, by=by)
            hand.connection.execute(
                "update held_work set child_called = '', table_name = ?, fields = ? where why = ?",
                (table, json.dumps({"name": f"Words of {table}"}), why),
            )
    qtbot.waitUntil(lambda: page.here.held.service is not None)
    card = page.here.held.service
    assert card is not None
    assert page.here.held.cards == []
    assert card.what.said.startswith("Your service sets these: ")
    shared.sharing.look()
    assert "set aside" not in page.summary.said
    assert "Words of letter_template" in card.text.said
    assert "Words of council" in card.text.said
    assert unnamed(page) == []
    with qtbot.waitSignal(shared.sharing.round_ended):
        qtbot.mouseClick(card.drop_button, Qt.MouseButton.LeftButton)
    assert [(op["held"], op["add"]) for op in _sealed(desk)] == [("op role_may_not_write", False)]
    assert [each.state for each in page.here.held.service.lines] == ["held"]  # till it is answered
