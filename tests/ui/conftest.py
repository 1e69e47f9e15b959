"""Every window under test is dressed as the program is: light, at 100%."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui.appearance import appearance


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Wear the light theme at 100%, whatever the last test wore."""
    looks = appearance()
    if (looks.choice, looks.text_size) != ("light", 100) or not looks.number:
        looks.apply("light", 100)
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # closed windows
    if (looks.choice, looks.text_size) != ("light", 100):
        looks.apply("light", 100)
