"""How a typed field saves itself: when it is left, when typing pauses, at latest in a second."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from models.problems import Problem
from models.typing_now import Place, TypingNow
from ui.overriding import override
from ui.parts.fields import Field
from ui.typing_hold import Held, TypingHold

PAUSE_MS: Final = 400
AT_LATEST_MS: Final = 1_000
RETRY_MS: Final = 5_000

Save = Callable[[str, str], None]
PlaceOf = Callable[[str], Place]


@dataclass
class _Bound:
    """One field: how its text is read, and what was saved of it last."""

    name: str
    read: Callable[[], str]
    kept: str
    hold: TypingHold | None = None


class Autosave(QObject):
    """Saves what is typed in the widgets bound to it; there is never a Save button."""

    typed = Signal()
    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self, save: Save, note: Save | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._save, self._note = save, note
        self._bound: dict[QObject, _Bound] = {}
        self._waiting: dict[str, _Bound] = {}
        self._holding: tuple[TypingNow, PlaceOf, bool] | None = None
        self._paused = self._timer(PAUSE_MS)
        self._latest = self._timer(AT_LATEST_MS)
        self._retry = self._timer(RETRY_MS)

    def bind(self, widget: QWidget, field: str, read: Callable[[], str] | None = None) -> None:
        """Save this widget's text under this name from now on; what is in it counts as saved."""
        control = widget.control if isinstance(widget, Field) else widget
        read_text = read or _reader(widget)
        bound = _Bound(field, read_text, read_text(), self._hold_of(control, field))
        self._bound[control] = bound
        control.installEventFilter(self)
        control.destroyed.connect(lambda: self._bound.pop(control, None))
        _edited(widget, lambda: self._wait(bound))

    def hold_still(self, typing: TypingNow, place_of: PlaceOf, *, as_kept: bool = True) -> None:
        """Hold the row of each field that is bound from now on while it is typed in.

        `as_kept` says that a field shows just what the record holds, and not words made of it.
        """
        self._holding = typing, place_of, as_kept

    def take(self, field: str) -> None:
        """Count what stands in a field as saved, after the page has filled it anew."""
        for bound in self._bound.values():
            if bound.name == field:
                bound.kept = bound.read()
                self._waiting.pop(field, None)

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not in the record yet."""
        return bool(self._waiting)

    def flush(self) -> bool:
        """Save everything now; say whether nothing is left unsaved."""
        for timer in (self._paused, self._latest, self._retry):
            timer.stop()
        for bound in list(self._waiting.values()):
            self._keep(bound)
            if bound.hold is not None:
                bound.hold.let_go_if_left()
        if self._waiting:
            self._retry.start()
        return not self._waiting

    def _hold_of(self, control: QWidget, field: str) -> TypingHold | None:
        if self._holding is None:
            return None
        held = Held(self._holding[0])
        return TypingHold(control, held, lambda: field not in self._waiting)

    def _hold(self, bound: _Bound) -> None:
        if bound.hold is not None and self._holding is not None:
            _typing, place_of, as_kept = self._holding
            bound.hold.begin(place_of(bound.name), *([bound.kept] if as_kept else ()))

    def _wait(self, bound: _Bound) -> None:
        self._waiting[bound.name] = bound
        self._hold(bound)
        self._paused.start()
        if not self._latest.isActive():
            self._latest.start()
        self.typed.emit()

    def _keep(self, bound: _Bound) -> None:
        text = bound.read()
        if text == bound.kept:
            self._waiting.pop(bound.name, None)
            return
        try:
            if self._note is not None:
                self._note(bound.name, text)
            self._save(bound.name, text)
        except Problem as problem:
            self.failed.emit(problem)
            return
        bound.kept = text
        self._waiting.pop(bound.name, None)
        self.saved.emit(bound.name)

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(self.flush)
        return timer

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide) and self._waiting:
            self.flush()
        return False


def _reader(widget: QWidget) -> Callable[[], str]:
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.toPlainText
    text: Callable[[], str] | None = getattr(widget, "text", None)
    if text is None:
        raise TypeError(f"a {type(widget).__name__} has no text of its own: pass `read`")
    return text


def _edited(widget: QWidget, wait: Callable[[], None]) -> None:
    if isinstance(widget, Field):
        widget.edited.connect(wait)
    elif isinstance(widget, QLineEdit):
        widget.textEdited.connect(wait)
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        widget.textChanged.connect(wait)
    else:
        raise TypeError(f"a {type(widget).__name__} does not tell when it is edited")
