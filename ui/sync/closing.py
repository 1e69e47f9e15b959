"""Closing with work that is not shared yet: a round is tried for a moment, else it is asked."""

from PySide6.QtCore import QObject, QTimer

from ui.language import _, ngettext
from ui.main_window import MainWindow
from ui.parts.dialog import Question
from ui.parts.notices import Notice
from ui.sync.sharing import Sharing

A_MOMENT_MS = 3_000


class Closing(QObject):
    """Asked by the window before it closes; nothing is ever lost by closing anyway."""

    def __init__(self, window: MainWindow, sharing: Sharing, wait_ms: int = A_MOMENT_MS) -> None:
        super().__init__(window)
        self._window, self._sharing = window, sharing
        self._agreed = False
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(wait_ms)
        self._moment.timeout.connect(self._ask)
        sharing.round_ended.connect(self._go_on)

    @property
    def _waiting(self) -> int:
        state = self._sharing.state
        return 0 if state is None else state.waiting

    def may_close(self) -> bool:
        """Whether the window may close now; if not, it is closed or asked about soon."""
        self._sharing.look()
        if self._agreed or not self._waiting:
            return True
        if self._moment.isActive():
            return False
        if self._sharing.share_now():
            self._say_so()
            self._moment.start()
        else:
            self._ask()
        return False

    def _go_on(self, _report: object) -> None:
        if not self._moment.isActive():
            return
        self._moment.stop()
        if self._waiting:
            self._ask()
        else:
            self._window.close()

    def _say_so(self) -> None:
        words = ngettext(
            "Sharing {count} change, then Waymark closes",
            "Sharing {count} changes, then Waymark closes",
            self._waiting,
        )
        self._clear()
        notice = Notice(words.format(count=self._waiting), _("They are saved on this laptop."))
        notice.setObjectName("closing")
        self._window.show_notice(notice)

    def _clear(self) -> None:
        for notice in self._window.findChildren(Notice, "closing"):
            notice.read.emit()

    def _ask(self) -> None:
        self._clear()
        if self._window.findChild(Question, "close_unshared") is not None:
            return
        words = ngettext(
            "Close with {count} change not shared?",
            "Close with {count} changes not shared?",
            self._waiting,
        )
        follows = _(
            "It is safe on this laptop, and is shared the next time Waymark is open and online."
        )
        question = Question(
            words.format(count=self._waiting),
            follows,
            _("Close Waymark"),
            _("Keep it open"),
            parent=self._window,
        )
        question.setObjectName("close_unshared")
        question.accepted.connect(self._close)
        question.open()

    def _close(self) -> None:
        self._agreed = True
        self._window.close()
        self._agreed = False
