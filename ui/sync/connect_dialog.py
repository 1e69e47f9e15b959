"""Connecting to the council: server, login, password, certificate; tried before it is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from models.problems import Problem
from models.sync.server_address import VERIFIED, server_address
from models.sync.standing import read_standing
from ui.appearance import appearance
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import PrimaryButton, SecondaryButton, SmallButton
from ui.parts.fields import LineField, PassphraseField
from ui.parts.fitting import fit_to_words
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.ticks import Tick
from ui.parts.words import Words
from ui.sync.connecting import Connecting, while_connecting
from ui.sync.council_line import Account, account_of

WIDTH_PX: Final = 560


class Try(Protocol):
    """One try to connect."""

    def run(self) -> None:
        """Connect and join."""

    def cut(self) -> None:
        """Give up."""


MakeTry = Callable[[Desk, Account, str, bool], Try]


def _connecting(desk: Desk, account: Account, password: str, keep: bool) -> Try:
    return Connecting(desk, account, password, keep=keep)


class ConnectDialog(QDialog):
    """`connected` comes with the password, once the council has answered and it has joined."""

    connected = Signal(str)

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, make_try: MakeTry = _connecting
    ) -> None:
        super().__init__(parent)
        self._desk, self._make_try = desk, make_try
        self._try: Try | None = None
        self._root: Path | None = None
        self.setObjectName("connect_dialog")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Connect to your council"))
        self.setAccessibleName(_("Connect to your council"))
        self.notices = NoticeArea()
        self.server = LineField(
            _("Server"),
            hint=_("As your administrator gives it: {example}").format(
                example="postgresql://server.council.gov.uk/waymark"
            ),
        )
        self.login = LineField(_("Login"))
        self.password = PassphraseField(_("Password"))
        self.keep = Tick(_("Keep the password in this computer’s keyring"))
        self.keep.setObjectName("keep_password")
        self.certificate = Words("", "small", "ink2", wrap=True)
        self.choose_button = SmallButton(_("Choose the certificate file"), "folder-open")
        self.choose_button.setObjectName("choose_certificate")
        self.connect_button = PrimaryButton(_("Connect"))
        self.connect_button.setObjectName("connect_button")
        self.close_button = SecondaryButton(_("Not now"))
        self.close_button.setObjectName("not_now")
        self._page = ScrollingPage(24)
        self._build()
        self._connect()
        self._fill()
        appearance().changed.connect(self._fit_soon)
        self._fit_soon()

    def _build(self) -> None:
        told = _(
            "What you have written stays on this laptop and is shared with those who work with "
            "the same children. It is tried first; nothing is kept that does not work."
        )
        column = self._page.column
        column.setSpacing(14)
        column.addWidget(Words(_("Connect to your council"), "h1", wrap=True))
        column.addWidget(Words(told, "body", "ink2", wrap=True))
        column.addWidget(self.notices)
        for field, name in ((self.server, "server"), (self.login, "login")):
            field.control.setObjectName(name)
        self.password.control.setObjectName("shared_password")
        for part in (self.server, self.login, self.password, self.keep, self.certificate):
            column.addWidget(part)
        column.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.connect_button)
        row.addWidget(self.close_button)
        row.addStretch(1)
        reason = QVBoxLayout()
        reason.setContentsMargins(24, 0, 24, 0)
        reason.addWidget(self.connect_button.reason)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 20)
        whole.addWidget(self._page, 1)
        whole.addLayout(row)
        whole.addLayout(reason)
        self._say_certificate()
        fit_to_words(self, self._page, WIDTH_PX)

    def _connect(self) -> None:
        self.connect_button.clicked.connect(self.ask)
        self.close_button.clicked.connect(self.reject)
        self.choose_button.clicked.connect(self._choose_certificate)
        self.password.control.returnPressed.connect(self.ask)
        for field in (self.server, self.login, self.password):
            field.edited.connect(field.clear_error)

    def _fill(self) -> None:
        """Show the connection as it stands, where there is one."""
        with self._desk.database.reading() as connection:
            standing = read_standing(connection)
        if standing is not None:
            account = account_of(self._desk)
            self.server.set_text(account.url)
            self.login.set_text(account.login)
            self.take_certificate(account.root)

    def ask(self) -> None:
        """Try what was typed; what is wrong is said beside it."""
        if self.connect_button.is_off or not self._is_whole():
            return
        account = Account(self.server.text().strip(), self.login.text().strip(), self._root)
        password = self.password.text()
        try:
            server_address(account.url, VERIFIED)
        except Problem as problem:
            self.server.show_error(f"{_(problem.what)} {_(problem.next)}".format(**problem.values))
            self.server.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.notices.clear("problem")
        self.connect_button.turn_off(_("Connecting. You can stop with Esc."))
        tried = self._try = self._make_try(self._desk, account, password, self.keep.isChecked())
        self._desk.background.run_aside(tried.run, self._end, self._refuse)

    def take_certificate(self, file: Path | None) -> None:
        """Check the server with the root certificate in this file, or with the system's."""
        self._root = file
        self._say_certificate()

    def _is_whole(self) -> bool:
        needed = {
            self.server: _("Type the server’s address."),
            self.login: _("Type your login."),
        }
        empty = [field for field in needed if not field.text().strip()]
        for field in empty:
            field.show_error(needed[field])
        if empty:
            empty[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not empty

    def _choose_certificate(self) -> None:
        title, kinds = _("The council’s certificate"), _("Certificates (*.pem *.crt *.cer)")
        file, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        if file:
            self.take_certificate(Path(file))

    def _say_certificate(self) -> None:
        if self._root is None:
            words = _(
                "The server is checked with the certificates of this computer. Choose a file only "
                "if your administrator gave you one."
            )
        else:
            words = _("The server is checked with {file}.").format(file=self._root.name)
        self.certificate.say(words)
        show_if(self.certificate, True)

    def _end(self, _none: object) -> None:
        self._try = None
        password = self.password.text()
        self.password.clear()
        self.connected.emit(password)
        self.accept()

    def _refuse(self, failure: Exception) -> None:
        self._try = None
        self.connect_button.turn_on()
        if not isinstance(failure, Problem):
            raise failure
        self.notices.tell(while_connecting(failure))
        self._page.to_top()

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, lambda: fit_to_words(self, self._page, WIDTH_PX))

    @override
    def done(self, result: int) -> None:
        """Close; a try that is under way is given up."""
        if self._try is not None:
            self._try.cut()
        self.password.clear()
        super().done(result)
