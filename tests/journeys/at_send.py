"""The place Send as somebody uses it by keys: files into a folder, copies marked as sent."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.journeys.after_the_review import LONG_MS, AfterTheReview
from tests.journeys.keyboard import KEY


class AtSend:
    """Somebody at the place Send: its files go into a folder, its lists are used by keys."""

    def __init__(self, at: AfterTheReview, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._at, self.folder, self.page = at, folder, at.go_to_send()
        folder.mkdir(exist_ok=True)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(folder))

    def rows(self) -> dict[tuple[str, str], str]:
        """The ids of the copies that are listed, by reader and kind of paper."""
        listed = self.page.people._listed
        assert listed is not None
        return {(each.reader, each.kind): each.id for each in listed.copies}

    def go_to(self, copy_id: str) -> None:
        """Go to a copy by the arrows, from the queue."""
        people = self.page.people
        people.rows[next(iter(people.rows))].setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(len(people.rows)):
            if people.rows[copy_id].hasFocus():
                return
            self._at.press(KEY.Key_Down)
        assert people.rows[copy_id].hasFocus()

    def save(self, copy_id: str, key: Qt.Key = KEY.Key_F) -> Path:
        """Save the file of a copy by its key, as for a memory stick, or an e-mail draft by E."""
        before = set(self.folder.iterdir())
        self.go_to(copy_id)
        with self._at.qtbot.waitSignal(self.page.out.told, timeout=LONG_MS):
            self._at.press(key)
        (made,) = set(self.folder.iterdir()) - before
        return made

    def printed(self, copy_id: str) -> str:
        """Mark a copy as printed, elsewhere from its file; gives what its row then says."""
        return self._mark(KEY.Key_M, copy_id)

    def send(self, copy_id: str, *typed: str) -> str:
        """Mark a copy as sent by its key; gives what its row then says."""
        return self._mark(KEY.Key_S, copy_id, *typed)

    def _mark(self, key: Qt.Key, copy_id: str, *typed: str) -> str:
        self.go_to(copy_id)
        self._at.press(key)
        for words in typed:
            self._at.type(words)
        self._at.press(KEY.Key_Return)
        return self.page.people.rows[copy_id].state.said
