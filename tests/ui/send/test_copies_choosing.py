"""Words chosen on a reader's page: left out for them, in part or whole, or restricted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from letters.paragraph import Source
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from tests import sample
from tests.ui.send.copies_on_screen import NOTE, SENTENCE, FakeMaker, at_rest, desk_of, show
from ui.desk import Desk
from ui.send.copies_page import GAP_PX
from ui.send.copies_part import CopiesPart

Made = tuple[Desk, sample.Sample, str]


@pytest.fixture
def made(tmp_path: Path, qapp: object) -> Iterator[Made]:
    with desk_of(tmp_path) as opened:
        yield opened


def _part(qtbot: QtBot, made: Made, width: int = 1234) -> CopiesPart:
    desk, sam, note_id = made
    part = show(qtbot, desk, sam, FakeMaker(note_id), width)
    part.choose(sam.people["worker"])
    at_rest(qtbot, part)
    return part


def _sheet(made: Made) -> ReviewSheet:
    with made[0].database.reading() as connection:
        return read_review(connection, made[1].review_id)


def _press(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(widget, Qt.Key.Key_Return)


def _point(part: CopiesPart, across: float, down: float) -> QPoint:
    """Where a point of the paper is on the page. Units: points."""
    page = part.side.preview.page
    scale = (page.width_to_draw / page.devicePixelRatioF()) / 595.28
    return QPoint(round(GAP_PX + across * scale), round(GAP_PX + down * scale))


def test_words_clicked_on_a_page_are_left_out_whole_and_the_box_says_so(
    qtbot: QtBot, made: Made
) -> None:
    part = _part(qtbot, made)
    preview = part.side.preview
    assert preview.pictures.isVisible()  # words in a drawing are for the eye
    preview.page.go_to(2)
    qtbot.mouseClick(preview.page, Qt.MouseButton.LeftButton, pos=_point(part, 90, 400))
    assert not preview.chosen.isVisible()
    qtbot.mouseClick(preview.page, Qt.MouseButton.LeftButton, pos=_point(part, 90, 107))
    card = preview.chosen
    assert card.isVisible()
    assert card.field.text() == NOTE
    _press(qtbot, card.out_button)
    (change,) = _sheet(made).copy_changes
    assert (change.reader, change.of_table, change.row_id, change.words, change.leave_out) == (
        made[1].people["worker"], "note", made[2], "", True,
    )  # fmt: skip
    at_rest(qtbot, part)
    assert not card.isVisible()
    assert preview.page.hasFocus()
    shown = [each.words for each in preview.page._copy.cuts]
    assert shown == ["Left out by you"]


def test_with_the_keyboard_alone_a_stretch_is_selected_and_only_it_goes(
    qtbot: QtBot, made: Made
) -> None:
    part = _part(qtbot, made)
    preview = part.side.preview
    _press(qtbot, preview.choose_button)
    card = preview.chosen
    assert preview.page.number == 2  # where the only words are
    assert card.field.control.hasFocus()
    assert card.out_button.text() == "Leave it out"
    control = Qt.KeyboardModifier.ControlModifier
    for _word in SENTENCE.split():
        qtbot.keyClick(
            card.field.control, Qt.Key.Key_Right, control | Qt.KeyboardModifier.ShiftModifier
        )
    assert "selected" in card.out_button.text()
    qtbot.keyClicks(card.field.control, "x")
    assert card.field.text() == NOTE  # read here, never typed
    _press(qtbot, card.out_button)
    (change,) = _sheet(made).copy_changes
    assert change.words == SENTENCE.removesuffix(".")
    at_rest(qtbot, part)
    copy = part.making.copy((made[1].people["worker"], "minutes"))
    assert copy is not None
    assert copy.made.words.endswith(": She feeds the birds there.")


def test_words_are_restricted_for_everybody_with_their_kinds(qtbot: QtBot, made: Made) -> None:
    part = _part(qtbot, made)
    card = part.side.preview.chosen
    _press(qtbot, part.side.preview.choose_button)
    _press(qtbot, card.restrict_button)
    _press(qtbot, card.do_button)
    assert "Choose what kind" in card.told.said
    card.kinds.chips.choose("R1", "R5")
    _press(qtbot, card.do_button)
    note = next(each for each in _sheet(made).notes if each.id == made[2])
    assert note.restricted
    assert note.restriction_kinds == ("R1", "R5")
    assert not card.isVisible()


def test_what_is_chosen_goes_on_to_the_next_words_and_escape_closes_it(
    qtbot: QtBot, made: Made
) -> None:
    part = _part(qtbot, made)
    preview = part.side.preview
    _press(qtbot, preview.choose_button)
    _press(qtbot, preview.chosen.next_button)
    chosen = part.side.choosing.chosen
    assert chosen is not None
    assert chosen.source == Source("note", made[2], "words")
    qtbot.keyClick(preview.chosen.field.control, Qt.Key.Key_Escape)
    assert not preview.chosen.isVisible()
    assert preview.page.hasFocus()
    _press(qtbot, preview.choose_button)
    part.choose(made[1].people["carer"])
    at_rest(qtbot, part)
    assert not preview.chosen.isVisible()  # another copy is shown
