"""Connecting is tried before anything of it is kept; then the record joins and goes on."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.problems import Problem
from models.sync.link import (
    CertificateRefused,
    ConnectionLost,
    HostNotFound,
    NoAnswerInTime,
    NobodyAnswers,
    NoConnection,
    ServerBusy,
    Stopped,
)
from models.sync.standing import read_standing
from models.whose import owner_of
from tests.real_program import PASSPHRASE, Program, copy_of, make_sam, running
from tests.shared_council import SharedCouncil
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.desk import Desk
from ui.parts.notices import Notice
from ui.sync.connect_dialog import ConnectDialog, Try
from ui.sync.connecting import while_connecting
from ui.sync.council_line import CERTIFICATE, Account, account_of
from ui.sync.manager_parts import LookedPart
from ui.sync.sync_page import SyncPage

SERVER = "postgresql://shared.penhallow.gov.uk/waymark"


class FakeTry:
    """A try that ends as a test says, or waits until it is given up."""

    def __init__(self, fails: Exception | None = None, *, waits: bool = False) -> None:
        self.fails, self.waits = fails, waits
        self.given: tuple[Account, str, bool] | None = None
        self.is_cut = threading.Event()

    def make(self, _desk: Desk, account: Account, password: str, keep: bool) -> Try:
        self.given = account, password, keep
        return self

    def run(self) -> None:
        if self.waits:
            self.is_cut.wait(5)
            raise Stopped
        if self.fails is not None:
            raise self.fails

    def cut(self) -> None:
        self.is_cut.set()


def _dialog(qtbot: QtBot, desk: Desk, tried: FakeTry) -> ConnectDialog:
    dialog = ConnectDialog(desk, None, tried.make)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    shown(qtbot, dialog)
    return dialog


def _type(qtbot: QtBot, dialog: ConnectDialog, **words: str) -> None:
    for name, text in words.items():
        control = getattr(dialog, name).control
        control.clear()
        type_text(qtbot, control, text)


def test_the_connection_as_it_stands_is_shown(qtbot: QtBot, desk: Desk) -> None:
    dialog = _dialog(qtbot, desk, FakeTry())
    assert (dialog.server.text(), dialog.login.text()) == (SERVER, "nadia")
    assert dialog.password.text() == ""
    assert unnamed(dialog) == []


def test_an_address_that_cannot_be_is_said_beside_it_and_nothing_is_tried(
    qtbot: QtBot, desk: Desk
) -> None:
    tried = FakeTry()
    dialog = _dialog(qtbot, desk, tried)
    for wrong, said in (
        ("https://council.gov.uk/", "begins with postgresql://"),
        ("postgresql://nadia:blue@server/waymark", "password in that address"),
        ("", "Type the server’s address."),
    ):
        _type(qtbot, dialog, server=wrong)
        qtbot.keyClick(dialog.password.control, Qt.Key.Key_Return)
        assert said in dialog.server.error.said
        assert QApplication.focusWidget() is dialog.server.control
    assert tried.given is None


def test_a_certificate_that_is_wrong_is_told_and_what_was_typed_stays(
    qtbot: QtBot, desk: Desk
) -> None:
    tried = FakeTry(CertificateRefused())
    dialog = _dialog(qtbot, desk, tried)
    _type(qtbot, dialog, password="blue horse")
    dialog.keep.click()
    qtbot.mouseClick(dialog.connect_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(dialog.findChildren(Notice)) == 1)
    assert tried.given == (Account(SERVER, "nadia"), "blue horse", True)
    assert dialog.password.text() == "blue horse"
    assert not dialog.connect_button.is_off
    assert dialog.isVisible()


def test_esc_gives_up_a_try_that_hangs(qtbot: QtBot, desk: Desk) -> None:
    tried = FakeTry(waits=True)
    dialog = _dialog(qtbot, desk, tried)
    qtbot.mouseClick(dialog.connect_button, Qt.MouseButton.LeftButton)
    assert dialog.connect_button.is_off
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert tried.is_cut.is_set()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not desk.background.is_busy)


def test_what_works_is_told_with_the_password_which_stays_in_no_field(
    qtbot: QtBot, desk: Desk
) -> None:
    dialog = _dialog(qtbot, desk, FakeTry())
    _type(qtbot, dialog, password="blue horse")
    with qtbot.waitSignal(dialog.connected) as connected:
        qtbot.keyClick(dialog.password.control, Qt.Key.Key_Return)
    assert connected.args == ["blue horse"]
    assert dialog.password.text() == ""


def test_a_certificate_beside_the_record_is_used_from_then_on(desk: Desk) -> None:
    assert account_of(desk).root is None
    (desk.database.folder / CERTIFICATE).write_text("a certificate")
    assert account_of(desk).root == desk.database.folder / CERTIFICATE


def test_words_twice_as_long_still_fit(long_words: None, qtbot: QtBot, desk: Desk) -> None:
    dialog = _dialog(qtbot, desk, FakeTry())
    assert dialog.minimumSizeHint().width() <= 1024


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    make_sam(tmp_path / "made")
    with running(qtbot, copy_of(tmp_path / "made", tmp_path / "record")) as opened:
        yield opened


def test_a_laptop_that_worked_alone_joins_its_council_and_shares(
    program: Program, council: SharedCouncil, qtbot: QtBot
) -> None:
    nadia = council.person("nadia")
    council.person("ruth", "manager")
    _connect(program, council.url, nadia.login)
    waymark, window = program.waymark, program.waymark.window
    assert waymark.desk is not None
    assert waymark.desk.me.id == nadia.id
    with waymark.desk.database.reading() as connection:
        standing = read_standing(connection)
        assert owner_of(connection).id == nadia.id
    assert standing is not None
    assert (standing.url, standing.login) == (council.url, nadia.login)
    with qtbot.waitSignal(waymark.sharing.round_ended, timeout=20_000):
        waymark.sharing.share_now()
    assert waymark.sharing.going.problem is None
    assert waymark.sharing.state is not None
    assert waymark.sharing.state.waiting == 0
    assert council.one("select count(*) from waymark.row where case_id is not null") > 20
    shared = window.pages.page()
    assert isinstance(shared, SyncPage)
    assert shared.summary.said.startswith("Nothing waiting. Last shared today at ")
    program.at_rest()
    _show_to_the_manager(council, program)


def _connect(program: Program, server: str, login: str) -> None:
    """Go from the page of a laptop that works alone through the dialog."""
    program.unlock(PASSPHRASE)
    qtbot, window = program.qtbot, program.waymark.window
    page = window.go("sync")
    assert isinstance(page, SyncPage)
    assert page.alone.isVisible()
    program.at_rest()
    page.alone.action_asked.emit()
    (dialog,) = window.findChildren(ConnectDialog)
    _type(qtbot, dialog, server=server, login=login, password="of no matter here")
    changed = program.waymark.sharing.changed
    with qtbot.waitSignals([dialog.connected, changed], timeout=20_000):
        qtbot.keyClick(dialog.password.control, Qt.Key.Key_Return)


def _show_to_the_manager(council: SharedCouncil, program: Program) -> None:
    """What the shared database answers a manager is what the manager's parts show."""
    page = program.page
    assert isinstance(page, SyncPage)
    said = {}
    for tab in ("laptops", "people", "looked"):
        page.show_tab(tab)
        part = page.managing[tab]
        if isinstance(part, LookedPart):
            part.reload()
        asked = {"what": tab}
        if tab == "looked":
            asked["person"] = council.people["nadia"].id
        part.show_answer(council.call("ruth", "pull", asked))
        rows = [each.accessibleName() for each in part.card.findChildren(QWidget)]
        said[tab] = " ".join(rows)
    assert "Version" in said["laptops"]
    assert "Nadia. IRO. 1 child" in said["people"]
    assert "Ruth. Manager. 1 child" in said["people"]
    assert "Nadia" in said["looked"] or "Nobody looked" in said["looked"]


@pytest.mark.parametrize(
    "failure",
    [NoConnection, HostNotFound, NobodyAnswers, NoAnswerInTime, ConnectionLost, ServerBusy],
)
def test_nothing_is_said_to_try_again_by_itself_before_one_is_connected(
    failure: type[Problem],
) -> None:
    _what, _kept, then = while_connecting(failure()).sentences()
    assert "by itself" not in then
    assert "Settings" not in then
    assert "onnect again" in then
