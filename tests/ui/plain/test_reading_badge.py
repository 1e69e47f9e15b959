"""For which age words read: what is too hard says so by an icon and names its hardest words."""

from pytestqt.qtbot import QtBot

from letters.bands import BANDS, Band
from letters.plain.reading import measure_text
from ui.plain.reading_badge import ReadingBadge

HARD = "The multidisciplinary professionals considered your educational accommodation."


def test_too_hard_has_an_icon_and_names_the_hardest_words(qtbot: QtBot) -> None:
    badge = ReadingBadge()
    qtbot.addWidget(badge)
    reading = measure_text(HARD, BANDS[Band.B])
    badge.show_words("About age 15 to 16", reading, hard=True)
    badge.show()
    assert badge.hard.isVisible()
    assert badge.usual.isHidden()
    assert badge.accessibleName() == "About age 15 to 16"
    assert "multidisciplinary" in badge.accessibleDescription()
    assert badge.toolTip() == badge.accessibleDescription()
    badge.show_words("Age 8 to 9", reading)
    assert badge.usual.isVisible()
    assert badge.hard.isHidden()
    assert badge.accessibleDescription() == ""
    badge.show_words("")
    assert badge.isHidden()
