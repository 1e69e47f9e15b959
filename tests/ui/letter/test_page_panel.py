"""How the letter is set is chosen in a panel, kept at once, and seen on the page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from models.database import Database
from tests.typing_keys import type_text
from tests.ui.letter.conftest import Compose, Read

FIVE = "Sam Tillbrook\n2 Fuller’s Row\nLittle Wren\nPenhallow\nPH1 2AB"


def test_every_choice_is_kept_at_once(qtbot: QtBot, compose: Compose, read: Read) -> None:
    page = compose()
    page.bar.page_button.click()
    panel = page.panel
    panel.sizes.answers["24"].click()
    panel.cream.click()
    panel.ways.answers["posted"].click()
    for tick in panel.ticks.values():
        tick.click()
    page.bar.pictures.click()
    page.bar.bands.parts["C"].click()
    page.bar.typeface.setCurrentIndex(page.bar.typeface.findData("Lexend"))
    page.bar.typeface.activated.emit(page.bar.typeface.currentIndex())
    letter = read().making.letter
    assert (letter.text_size, letter.paper, letter.is_posted) == ("24", "cream", True)
    assert letter.with_photo and letter.with_code and letter.with_road_map
    assert letter.with_about_me and not letter.with_pictures
    assert (letter.band, letter.typeface) == ("C", "Lexend")
    assert "photograph" in panel.lacks.said


def test_an_address_that_does_not_fit_is_told_in_words(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page = compose()
    page.meeting.choose("is_posted", value=True)
    page.bar.page_button.click()
    type_text(qtbot, page.panel.address.control, FIVE)
    page.flush()
    assert read().making.letter.address == FIVE
    assert not page.panel.address.has_error
    type_text(qtbot, page.panel.address.control, "\nEngland")
    page.flush()
    assert "does not fit the window" in page.panel.address.error.said


def test_words_typed_before_anything_was_chosen_have_a_place(
    qtbot: QtBot, compose: Compose, read: Read, database: Database
) -> None:
    page = compose()
    page.bar.page_button.click()
    type_text(qtbot, page.panel.read_with.control, "Alma")
    page.flush()
    assert read().making.letter.read_with == "Alma"
    assert page.preview.standing.said == "White paper, handed over, read with Alma"
    assert database.unsaved() == []


def test_cream_paper_is_cream_on_the_screen(qtbot: QtBot, compose: Compose) -> None:
    page = compose()
    sheet, live = page.preview.sheet, page.preview.live
    qtbot.waitUntil(lambda: live.paper is not None and live.is_at_rest)
    page.meeting.choose("paper", "cream")
    qtbot.waitUntil(lambda: live.is_at_rest)
    picture = sheet.grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() - 40)
    assert middle == QColor("#FFFBF0")


def test_the_band_that_age_suggests_says_so(compose: Compose) -> None:
    page = compose()
    assert page.bar.bands.chosen() == "B"
    assert page.bar.bands.parts["B"].text() == "8 to 11 (by age)"


def test_arrows_go_through_the_bands(qtbot: QtBot, compose: Compose, read: Read) -> None:
    page = compose()
    bands = page.bar.bands.parts
    bands["B"].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(bands["B"], Qt.Key.Key_Right)
    assert bands["C"].hasFocus()
    assert read().making.letter.band == "C"
    stops = [part for part in bands.values() if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [bands["C"]]
