"""Badges look the same as widgets and in rows of a table."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.appearance import appearance
from ui.parts.badges import KINDS, Badge, BadgeRow, badge_width, paint_badge
from ui.parts.words import Words


@pytest.mark.parametrize("kind", KINDS)
def test_a_painted_badge_is_as_wide_as_a_real_one(qtbot: QtBot, kind: str) -> None:
    badge = Badge("2 days late", kind)
    qtbot.addWidget(badge)
    badge.ensurePolished()
    margin = 6
    assert abs(badge.sizeHint().width() - badge_width("2 days late", kind)) <= margin
    picture = QImage(QSize(200, 30), QImage.Format.Format_RGB32)
    picture.fill(appearance().paint("surface"))
    plain = picture.copy()
    painter = QPainter(picture)
    width = badge_width("2 days late", kind)
    paint_badge(painter, QRect(QPoint(4, 2), QSize(width, 26)), "2 days late", kind)
    painter.end()
    assert picture != plain


def test_more_than_two_badges_become_and_more(qtbot: QtBot) -> None:
    row = BadgeRow([("a", "ok", ""), ("b", "due", ""), ("c", "over", ""), ("d", "info", "scales")])
    qtbot.addWidget(row)
    assert [badge.accessibleName() for badge in row.findChildren(Badge)] == ["a", "b"]
    assert "and 2 more" in [words.said for words in row.findChildren(Words)]
