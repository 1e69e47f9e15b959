"""The check that closed windows are freed tells a freed one from one that is held."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

Check = Callable[[Callable[[], QWidget]], None]


def _dialog_that_goes() -> QDialog:
    dialog = QDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def test_a_dialog_that_deletes_itself_is_freed(freed: Check) -> None:
    freed(_dialog_that_goes)


def test_a_dialog_that_its_parent_keeps_is_not_freed(freed: Check) -> None:
    window = QWidget()
    with pytest.raises(AssertionError, match="lives on"):
        freed(lambda: QDialog(window))


def test_a_dialog_that_python_keeps_is_not_freed(freed: Check) -> None:
    held: list[QDialog] = []

    def make() -> QDialog:
        held.append(_dialog_that_goes())
        return held[0]

    with pytest.raises(AssertionError, match="still holds"):
        freed(make)
