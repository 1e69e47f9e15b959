"""The licence of everything bundled can be read in the program."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import resources
from tests import source
from tests.ui.accessibility import unnamed
from ui.about_box import AboutBox, everything_bundled

Freed = Callable[[Callable[[], QWidget]], None]


def test_every_listed_licence_is_there_to_read() -> None:
    assert len(everything_bundled()) > 30
    for each in everything_bundled():
        assert len(each.words) > 200, each.what


def test_each_set_of_pictures_is_listed_with_what_it_covers_and_its_licence() -> None:
    rows = {
        each.what: each for each in everything_bundled() if "Pictures for letters" in each.what
    }
    (second,) = [each for what, each in rows.items() if "pictures/fluent" in what]
    (first,) = [each for what, each in rows.items() if "resources/pictograms" in what]
    assert (second.licence, first.licence) == ("MIT", "Apache 2.0")
    assert "Microsoft Corporation" in second.words
    count = len(list(resources.path("pictures/fluent").glob("*.svg")))
    assert f"{count} drawings" in second.what


def test_what_has_two_licences_shows_both() -> None:
    licences = [each.licence for each in everything_bundled() if each.what.startswith("PySide6")]
    assert licences == ["LGPL 3.0", "GPL 3.0"]


def test_every_font_has_a_row() -> None:
    rows = " ".join(each.what for each in everything_bundled())
    for font in resources.path("fonts").glob("*.ttf"):
        assert font.name.split("-")[0].split(".")[0] in rows, font.name


def test_every_installed_library_has_a_row() -> None:
    rows = " ".join(each.what for each in everything_bundled()).lower()
    lock = (source.ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    names = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    parts_of_others = {"shiboken6", "pyside6-essentials", "pyside6-addons", "greenlet", "colorama"}
    for name in names - parts_of_others:
        assert name in rows, name


def test_a_licence_is_read_by_keyboard(qtbot: QtBot) -> None:
    box = AboutBox()
    qtbot.addWidget(box)
    box.show()
    assert "Apache License" in box.licence.toPlainText()
    box.list.setFocus()
    qtbot.keyClick(box.list, Qt.Key.Key_Down)
    assert "SIL OPEN FONT LICENSE" in box.licence.toPlainText().upper()
    assert unnamed(box) == []


def test_the_box_is_freed_when_closed(freed: Freed) -> None:
    freed(AboutBox)
