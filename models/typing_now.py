"""Which rows are being typed in at this moment, and what stood there when typing began."""

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final  # Any: a field may hold any kind of value

Place = tuple[str, str, str]  # table, row and field
_NOT_SEEN: Final = object()


class TypingNow:
    """Known to the windows that are typed in and to the thread that takes in what arrives."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rows: Counter[tuple[str, str]] = Counter()
        self._seen: dict[Place, Any] = {}
        self.on_free: Callable[[str, str], None] = lambda _table, _row_id: None  # nobody is in it

    def begin(self, table: str, row_id: str, field: str = "", shown: Any = _NOT_SEEN) -> None:
        """Hold this row still: somebody types in it; `shown` is what stood there till now."""
        with self._lock:
            self._rows[table, row_id] += 1
            if shown is not _NOT_SEEN:
                self._seen.setdefault((table, row_id, field), shown)

    def end(self, table: str, row_id: str, field: str = "") -> None:
        """Let the row go: what was typed is saved, and the field is left."""
        with self._lock:
            self._rows[table, row_id] -= 1
            self._seen.pop((table, row_id, field), None)
            is_free = self._rows[table, row_id] <= 0
            if is_free:
                del self._rows[table, row_id]
        if is_free:
            self.on_free(table, row_id)

    def holds(self, table: str, row_id: str) -> bool:
        """Whether somebody types in this row now."""
        with self._lock:
            return (table, row_id) in self._rows

    def rows(self) -> frozenset[tuple[str, str]]:
        """Every row that is typed in now, as table and id."""
        with self._lock:
            return frozenset(self._rows)

    def seen(self) -> dict[Place, Any]:
        """What was on the screen in each field when typing in it began."""
        with self._lock:
            return dict(self._seen)

    def wrote(self, written: Mapping[Place, Any]) -> None:
        """Take what the typist has saved as seen by them, so that only others' words are not."""
        with self._lock:
            self._seen.update({at: new for at, new in written.items() if at in self._seen})
