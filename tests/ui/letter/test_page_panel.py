"""How the letter is set is chosen in a panel, kept at once, and seen on the page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from letters.paragraph import Source
from models.database import Database
from models.letters_written import begin_letter, choose
from tests import sample
from tests.typing_keys import type_text
from tests.ui.letter.conftest import Compose, Read
from ui.desk import Desk
from ui.regions import go_round

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
    with qtbot.waitSignal(page.settings_asked) as asked:
        panel.lacks.buttons["with_code"].click()
    assert asked.args == ["council", "letter_page"]


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
    assert "does not fit the window" in page.panel.address.error.said, "at once"


def test_the_address_of_the_last_letter_is_only_offered(
    qtbot: QtBot, compose: Compose, read: Read, desk: Desk, sam: sample.Sample
) -> None:
    def earlier(session: Session) -> None:
        letter = begin_letter(session, sam.child_id, "thanks")
        choose(session, letter, "is_posted", value=True)
        choose(session, letter, "address", FIVE)

    desk.save(earlier)
    page = compose()
    page.bar.page_button.click()
    panel = page.panel
    assert panel.isAncestorOf(QApplication.focusWidget())
    assert (read().making.letter.is_posted, read().making.letter.address) == (False, "")
    assert panel.last.isHidden()
    panel.ways.answers["posted"].click()
    assert read().making.letter.address == ""
    assert panel.last.address.said == FIVE
    assert "no address" in panel.lacks.said
    panel.last.use_button.click()
    assert read().making.letter.address == FIVE
    assert panel.last.isHidden()
    assert panel.lacks.isHidden()
    assert panel.address.control.hasFocus()


def test_what_is_to_be_looked_at_on_the_page_leads_into_the_panel(compose: Compose) -> None:
    page = compose()
    page.go_to_source(Source("child_letter", "", "with_photo"))
    assert page.panel.isVisible()
    assert page.panel.ticks["with_photo"].hasFocus()
    seen = [go_round(page.regions(), 1) for _turn in range(4)]
    assert seen == [page.lines.body, page.preview, page.bar, page.panel]


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
