"""Who gets what in the settings: each choice is kept at once, and only what was changed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.council import LaptopFact
from models.database import Database
from models.own_council import council_of
from models.readers_of_papers import council_rule
from models.rules.recipients import READER_RULES, Share
from models.whose import OWNER
from tests import sample
from tests.ui.accessibility import unnamed
from tests.ui.at_desk import at_desk
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.desk import Desk
from ui.settings.sends_part import SendsDialog, SendsPart


@pytest.fixture
def desk(tmp_path: Path, qapp: object) -> Iterator[Desk]:
    database, made = sample.open_filled(tmp_path / "record")
    value = {"staff_id": made.iro_id, "authority_id": sample.AUTHORITY}
    with database.saving(made.iro_id) as session:
        session.add(LaptopFact(name=OWNER, value=value))
    with at_desk(database, made.iro_id, sample.NOW.astimezone()) as opened:
        yield opened
    database.close()


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> SendsDialog:
    with desk.database.reading() as connection:
        council = council_of(connection, desk.me.id)
    assert council is not None
    made = SendsDialog(desk, council.id)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    shown(qtbot, made)
    return made


def _kept(database: Database) -> tuple[dict[str, object], bool]:
    with database.reading() as connection:
        sends, look = connection.execute("select sends, second_look from council").fetchone()
    return json.loads(sends), bool(look)


def _open(qtbot: QtBot, part: SendsPart, key: str) -> None:
    row = part.rows[key]
    row.row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(row.row, Qt.Key.Key_Return)


def test_a_choice_is_kept_at_once_and_everything_else_is_as_it_came(
    qtbot: QtBot, dialog: SendsDialog, desk: Desk
) -> None:
    row = dialog.part.rows["teacher"]
    _open(qtbot, dialog.part, "teacher")
    letter = row.editor.shares["letter"].control
    assert letter.hasFocus()
    qtbot.keyClick(letter, Qt.Key.Key_Home)
    assert _kept(desk.database)[0] == {"teacher": {"letter": "yes"}}
    assert "Letter: Yes." in row.row.accessibleName()
    assert "Changed by your council." in row.row.accessibleName()
    qtbot.mouseClick(row.editor.reset_button, Qt.MouseButton.LeftButton)
    assert _kept(desk.database)[0] == {}


def test_a_kind_of_words_is_left_out_or_not_and_legal_advice_never_leaves_the_council(
    qtbot: QtBot, dialog: SendsDialog, desk: Desk
) -> None:
    _open(qtbot, dialog.part, "parent_with_pr")
    editor = dialog.part.rows["parent_with_pr"].editor
    assert editor.tags.ticks["R10"].isHidden()
    assert not editor.tags.never.isHidden()
    qtbot.keyClick(editor.tags.ticks["R5"], Qt.Key.Key_Space)
    kept = _kept(desk.database)[0]
    rule = council_rule(READER_RULES["parent_with_pr"], kept)
    assert rule.cuts == READER_RULES["parent_with_pr"].cuts | {"R5"}
    assert rule.letter is Share.ASK


def test_a_second_look_is_kept_with_a_press(qtbot: QtBot, dialog: SendsDialog, desk: Desk) -> None:
    dialog.part.second_look.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(dialog.part.second_look, Qt.Key.Key_Space)
    assert _kept(desk.database)[1]


def test_the_address_for_what_comes_back_is_kept_as_it_is_typed(
    qtbot: QtBot, dialog: SendsDialog, desk: Desk
) -> None:
    box = dialog.part.back_address.control
    box.setFocus()
    qtbot.keyClicks(box, "PO Box 1, Penhallow")
    dialog.reject()
    with desk.database.reading() as connection:
        (kept,) = connection.execute("select return_address from council").fetchone()
    assert kept == "PO Box 1, Penhallow"


def test_everything_has_a_name_and_nothing_is_cut_off_at_200_percent(
    qtbot: QtBot, dialog: SendsDialog
) -> None:
    _open(qtbot, dialog.part, "carer")
    assert not unnamed(dialog)
    appearance().apply("contrast", 200)
    settle()
    assert not cut_off(dialog)
