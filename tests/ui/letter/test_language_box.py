"""The list of languages says by its own name and in words how far each can be relied on."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from letters.fixed_words import FixedWords, Standing
from letters.languages import LANGUAGES
from ui.desk import Desk
from ui.letter.language_box import LanguageBox, standing_words
from ui.letter.language_list import STANDING_ROLE

DRAFT = "The fixed words are a draft. No translator has checked them yet."


@pytest.fixture
def box(qtbot: QtBot, desk: Desk) -> LanguageBox:
    made = LanguageBox(desk.background)
    qtbot.addWidget(made)
    return made


def test_each_language_stands_with_its_own_name_and_its_standing(
    qtbot: QtBot, box: LanguageBox
) -> None:
    assert box.count() == len(LANGUAGES)
    arabic, somali = box.findData("ar"), box.findData("so")
    qtbot.waitUntil(lambda: bool(box.itemData(arabic, STANDING_ROLE)))
    assert box.itemText(arabic) == "Arabic: \u2068العربية\u2069"
    said = str(box.itemData(arabic, STANDING_ROLE))
    assert said.startswith(f"{DRAFT} ")
    assert said.endswith("% of the fixed sentences have words.")
    assert "no fixed words yet" in str(box.itemData(somali, STANDING_ROLE))
    told = str(box.itemData(arabic, Qt.ItemDataRole.AccessibleTextRole))
    assert "Arabic" in told
    assert DRAFT in told
    assert box.itemData(box.findData("en-GB"), STANDING_ROLE) is None


def test_a_row_is_as_tall_as_its_words_where_the_list_is_narrow(
    qtbot: QtBot, box: LanguageBox
) -> None:
    arabic = box.findData("ar")
    qtbot.waitUntil(lambda: bool(box.itemData(arabic, STANDING_ROLE)))
    view = box.view()
    heights = []
    for width in (1200, 200):
        view.setMinimumWidth(width)
        view.resize(width, 300)
        heights.append(view.sizeHintForIndex(box.model().index(arabic, 0)).height())
    assert heights[0] < heights[1]


def test_checked_words_say_by_whom() -> None:
    checked = FixedWords(Standing.CHECKED, "Ewa Nowak, 3 May", 9, 10)
    assert standing_words(checked) == (
        "The fixed words were checked by Ewa Nowak, 3 May. 90% of the fixed sentences have words."
    )
