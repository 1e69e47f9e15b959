"""A card over the child's turn: a PIN or the passphrase, and then the grown-up has the laptop."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.problems import Problem
from models.security.give_back import GiveBack, Standing
from ui.background import Background
from ui.childs_turn.keypad import Keypad
from ui.childs_turn.spoken import _ as to_the_child
from ui.language import N_, _, ngettext
from ui.overriding import override
from ui.parts.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.parts.cards import Card
from ui.parts.fields import PassphraseField
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.words import Words

WIDTH_PX: Final = 420


class GiveBackCard(QWidget):
    """Fills its place with a card in the middle; nothing of the record stands on it."""

    given_back = Signal()
    cancelled = Signal()

    def __init__(
        self, check: GiveBack, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._check, self._background = check, background
        self._standing = Standing()
        self._is_busy = False
        self.setObjectName("give_back_card")
        self.setProperty("part", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Give the laptop back"))
        self.told = Words("", "body", wrap=True)
        self.wrong = Words("", "body", "over", wrap=True, bold=True)
        self.keypad = Keypad()
        self.passphrase = PassphraseField(_("Passphrase"))
        self.open_button = PrimaryButton(_("Give back"))
        self.other_way = QuietButton(_("Use the passphrase"))
        self.cancel_button = SecondaryButton(to_the_child(N_("Carry on with my turn")))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._build()
        self._connect()
        self.begin()

    def _build(self) -> None:
        card = Card()
        card.column.setSpacing(14)
        card.column.setContentsMargins(24, 20, 24, 20)
        card.column.addWidget(Words(_("Give the laptop back"), "child_title", wrap=True))
        self.passphrase.control.setObjectName("give_back_passphrase")
        for part, name in (
            (self.told, "told"),
            (self.wrong, "wrong"),
            (self.keypad, "keypad"),
            (self.passphrase, "passphrase"),
            (self.open_button, "open_button"),
            (self.other_way, "other_way"),
            (self.cancel_button, "cancel_button"),
        ):
            part.setObjectName(name)
            card.column.addWidget(part)
        card.setMaximumWidth(WIDTH_PX * 2)
        card.setMinimumWidth(WIDTH_PX)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 2)
        row.addStretch(1)
        page = ScrollingPage(24)
        page.column.addStretch(1)
        page.column.addLayout(row)
        page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _connect(self) -> None:
        self.keypad.entered.connect(lambda pin: self._try(lambda: self._check.try_pin(pin)))
        self.passphrase.control.returnPressed.connect(self._try_passphrase)
        self.open_button.clicked.connect(self._try_passphrase)
        self.other_way.clicked.connect(self._change_way)
        self.cancel_button.clicked.connect(self._cancel)
        self._wait.timeout.connect(self.begin)

    def begin(self) -> None:
        """Ask anew: for the PIN where one may be tried, else for the passphrase."""
        self._forget()
        try:
            self._standing = self._check.standing()
        except Problem as problem:
            self._say_problem(problem)
        self._ask_for_pin(wanted=self._standing.takes_pin)
        self._say_standing()

    def _ask_for_pin(self, *, wanted: bool) -> None:
        show_if(self.keypad, wanted)
        show_if(self.passphrase, not wanted)
        show_if(self.open_button, not wanted)
        show_if(self.other_way, self._standing.takes_pin)
        self.other_way.say(_("Use the passphrase") if wanted else _("Use the PIN"))
        pin = _("This is for the grown-up. Type your PIN.")
        passphrase = _("This is for the grown-up. Type your passphrase.")
        self.told.say(pin if wanted else passphrase)
        self.setFocusProxy(self.keypad if wanted else self.passphrase)
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_standing(self) -> None:
        """Say why no PIN may be tried now; the wait ends by itself."""
        standing = self._standing
        if standing.only_passphrase:
            self._say_wrong(_("The PIN was wrong too often. Only the passphrase helps now."))
        elif standing.wait_seconds:
            self._say_wrong(_wait_in_words(standing.wait_seconds))
            self._wait.start(standing.wait_seconds * 1000)

    def _try_passphrase(self) -> None:
        typed = self.passphrase.text()
        if not typed:
            self._say_wrong(_("Type your passphrase first."))
            return
        self._try(lambda: self._check.try_passphrase(typed))

    def _try(self, check: Callable[[], Standing]) -> None:
        """Check it away from the window: it takes about half a second, on purpose."""
        if self._is_busy:
            return
        self._be_busy(busy=True)
        self._background.run(check, self._take, self._fail)

    def _take(self, standing: Standing) -> None:
        by_pin = self.keypad.isVisibleTo(self)
        self._be_busy(busy=False)
        self._standing = standing
        self._forget()
        if standing.was_right:
            self.given_back.emit()
            return
        self._ask_for_pin(wanted=by_pin and standing.takes_pin)
        self._say_wrong(_("That PIN did not match.") if by_pin else _not_matched())
        self._say_standing()

    def _fail(self, failure: Exception) -> None:
        self._be_busy(busy=False)
        if not isinstance(failure, Problem):
            raise failure
        self._say_problem(failure)

    def _say_problem(self, problem: Problem) -> None:
        values = problem.values
        self._say_wrong(
            " ".join(_(each).format(**values) for each in (problem.what, problem.next))
        )

    def _say_wrong(self, words: str) -> None:
        self.wrong.say(words)
        show_if(self.wrong, bool(words))

    def _be_busy(self, *, busy: bool) -> None:
        self._is_busy = busy
        if busy:
            self.open_button.turn_off(_("One moment."))
        else:
            self.open_button.turn_on()

    def _forget(self) -> None:
        """Keep nothing of what was typed."""
        self._wait.stop()
        self.keypad.forget()
        self.passphrase.clear()
        self._say_wrong("")

    def _change_way(self) -> None:
        self._forget()
        self._ask_for_pin(wanted=not self.keypad.isVisibleTo(self))

    def _cancel(self) -> None:
        self._forget()
        self.cancelled.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        elif self.keypad.isVisibleTo(self) and event.text().isdecimal():
            self.keypad.keyPressEvent(event)
        elif event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)


def _not_matched() -> str:
    return _("That passphrase did not match. Try again, and check Caps Lock.")


def _wait_in_words(seconds: int) -> str:
    if seconds < 60:
        words = ngettext(
            "The PIN was wrong. Wait {count} second, or use the passphrase.",
            "The PIN was wrong. Wait {count} seconds, or use the passphrase.",
            seconds,
        )
        return words.format(count=seconds)
    minutes = -(-seconds // 60)
    words = ngettext(
        "The PIN was wrong. Wait {count} minute, or use the passphrase.",
        "The PIN was wrong. Wait {count} minutes, or use the passphrase.",
        minutes,
    )
    return words.format(count=minutes)
