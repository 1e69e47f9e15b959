"""What a manager sees of sharing: each laptop's last contact, the people, and who looked."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final  # Any: an answer of the shared database is JSON

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.problems import Problem
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import N_, _, ngettext
from ui.parts.buttons import SecondaryButton, SmallButton
from ui.parts.cards import CardRows
from ui.parts.dialog import Question
from ui.parts.empty_state import EmptyState
from ui.parts.fields import ChoiceField
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.sync.saved_words import moment_words
from ui.sync.sharing import Sharing

Answer = Mapping[str, Any]
ROLES: Final = {
    "iro": N_("IRO"),
    "manager": N_("Manager"),
    "business_support": N_("Business support"),
    "steward": N_("Steward"),
    "audit": N_("Audit"),
}
LOOKS: Final = {
    "opened_child": N_("Opened the record"),
    "opened_review": N_("Opened a review"),
    "opened_letter": N_("Opened a letter"),
    "printed": N_("Printed"),
    "exported": N_("Saved as a file"),
    "sent": N_("Sent"),
}
STATES: Final = {
    "ok": "",
    "copied": N_("Copied: it takes a new number by itself"),
    "revoked": N_("Revoked: it hands in and reads nothing"),
}


LOOKS_AT_ONCE: Final = 100


class AskedPart(QWidget):
    """Asks the shared database when it is shown, and shows the answer or why there is none."""

    def __init__(self, sharing: Sharing, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._sharing = sharing
        self.notices = NoticeArea()
        self.card = CardRows()
        self._top = QVBoxLayout()
        self._bottom = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(title, "h2", wrap=True))
        column.addLayout(self._top)
        column.addWidget(self.notices)
        column.addWidget(self.card)
        column.addLayout(self._bottom)

    @property
    def desk(self) -> Desk:
        """The desk that is shared from."""
        if self._sharing.desk is None:
            raise RuntimeError("the record is locked")
        return self._sharing.desk

    def ask(self, request: Mapping[str, Any], show: Callable[[Answer], None]) -> None:
        """Ask, and show the answer when it has come."""
        self._show_empty("arrows-clockwise", _("Asking the shared database"), "")
        asked = self._sharing.ask(
            lambda line, _progress, _stop: line.call("pull", request), show, self._refuse
        )
        if not asked:
            detail = _("This is kept in the shared database and needs a connection.")
            self._show_empty("wifi-slash", _("Not connected"), detail)

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self.notices.tell(failure)
        self._show_empty("wifi-slash", _("Not connected"), "")

    def _show_empty(self, icon: str, title: str, detail: str) -> None:
        self.card.clear()
        self.card.add_row(EmptyState(icon, title, detail))


class LaptopsPart(AskedPart):
    """Each laptop: whose, its last contact, its version, what waits; and revoking it."""

    revoke_asked = Signal(str)

    def __init__(self, sharing: Sharing) -> None:
        super().__init__(sharing, _("Laptops"))
        self.setObjectName("laptops")

    def reload(self) -> None:
        """Ask again."""
        self.ask({"what": "laptops"}, self.show_answer)

    def show_answer(self, answer: Answer) -> None:
        """Show the laptops, the one that was away longest first."""
        laptops = sorted(answer.get("laptops", ()), key=lambda each: each.get("seen_at") or "")
        self.card.clear()
        if not laptops:
            self._show_empty("laptop", _("No laptop has shared yet"), "")
        for laptop in laptops:
            self.card.add_row(self._row(laptop))

    def _row(self, laptop: Answer) -> QWidget:
        name = laptop.get("laptop") or _("A laptop")
        who = staff_name(self.desk, laptop.get("person", ""))
        title = _("{laptop}, {who}").format(laptop=name, who=who) if who else name
        waiting = int(laptop.get("waiting") or 0)
        said = ngettext(
            "{count} change waited there when last heard of",
            "{count} changes waited there when last heard of",
            waiting,
        )
        lines = [
            _("Last contact {when}").format(when=when_words(laptop.get("seen_at"), self.desk)),
            _("Version {version}").format(version=laptop.get("app_version") or _("not known")),
            said.format(count=waiting) if waiting else _("Nothing waited when last heard of"),
            _(STATES.get(laptop.get("state", "ok"), "")) if laptop.get("state") != "ok" else "",
        ]
        revoke = SmallButton(_("Revoke this laptop"), in_row=True, kind="final")
        revoke.setObjectName("revoke_laptop")
        revoke.setAccessibleName(_("Revoke {laptop}").format(laptop=title))
        revoke.clicked.connect(lambda: self._ask_to_revoke(str(laptop["device"]), title))
        is_this = str(laptop.get("device")) == self._this_device()
        show_if(revoke, laptop.get("state") != "revoked" and not is_this)
        return row_of(title, [_("This laptop") if is_this else "", *lines], revoke)

    def _this_device(self) -> str:
        from models.sync.standing import standing_of  # only where something is shared

        with self.desk.database.reading() as connection:
            return standing_of(connection).device

    def _ask_to_revoke(self, device: str, title: str) -> None:
        question = Question(
            _("Revoke {laptop}?").format(laptop=title),
            _(
                "It can still hand in what waits on it, and reads nothing any more. This cannot "
                "be undone; the laptop can be joined again as a new one."
            ),
            _("Revoke this laptop"),
            _("Keep it"),
            final=True,
            parent=self.window(),
        )
        question.accepted.connect(lambda: self.revoke_asked.emit(device))
        question.open()


class PeoplePart(AskedPart):
    """The people of the service, their role, and how many children each has."""

    def __init__(self, sharing: Sharing) -> None:
        super().__init__(sharing, _("People"))
        self.setObjectName("people")

    def reload(self) -> None:
        """Ask again."""
        self.ask({"what": "people"}, self.show_answer)

    def show_answer(self, answer: Answer) -> None:
        """Show the people by name."""
        desk, unknown = self.desk, _("Somebody whose name is not on this laptop")
        named = [
            (staff_name(desk, str(each.get("person", ""))) or unknown, each)
            for each in answer.get("people", ())
        ]
        people = sorted(named, key=lambda each: each[0])
        self.card.clear()
        if not people:
            self._show_empty("users-three", _("Nobody has joined yet"), "")
        for name, person in people:
            count = int(person.get("cases") or 0)
            role = ROLES.get(str(person.get("role")), str(person.get("role", "")))
            words = ngettext("{count} child", "{count} children", count).format(count=count)
            gone = _("Their place in the service was taken away") if person.get("revoked") else ""
            self.card.add_row(row_of(name, [_(role), words, gone]))


class LookedPart(AskedPart):
    """Who looked at a child's record, or at what one person looked."""

    def __init__(self, sharing: Sharing) -> None:
        super().__init__(sharing, _("Who looked"))
        self.setObjectName("who_looked")
        self.child = ChoiceField(_("Of this child"), [])
        self.child.setObjectName("looked_child")
        self.person = ChoiceField(_("By this person"), [])
        self.person.setObjectName("looked_person")
        choices = QHBoxLayout()
        choices.setSpacing(16)
        choices.addWidget(self.child, 1)
        choices.addWidget(self.person, 1)
        self._top.addLayout(choices)
        self.earlier_button = SecondaryButton(_("Earlier"), "arrow-down")
        self.earlier_button.setObjectName("earlier_looks")
        self.earlier_button.setAccessibleName(_("Show who looked earlier"))
        self._bottom.addWidget(self.earlier_button)
        self._bottom.addWidget(self.earlier_button.reason)
        self._bottom.addStretch(1)
        self.earlier_button.hide()
        self._called: dict[str, str] = {}
        self._staff: dict[str, str] = {}
        self._of: dict[str, str] = {}
        self._shown: set[tuple[str, ...]] = set()
        self._oldest = ""
        self.earlier_button.clicked.connect(self.ask_earlier)
        self.child.chosen.connect(lambda key: self._choose({"case": key}, self.person))
        self.person.chosen.connect(lambda key: self._choose({"person": key}, self.child))

    def reload(self) -> None:
        """Offer the children and the people of this record, and wait for a choice."""
        from models.sync.sharing_lines import children_and_staff

        with self.desk.database.reading() as connection:
            self._called, self._staff = children_and_staff(connection)
        for field, names in ((self.child, self._called), (self.person, self._staff)):
            chosen = sorted(names.items(), key=lambda each: each[1])
            field.set_choices([("", _("Choose")), *chosen])
        self._hide_earlier()
        detail = _("Every opening, print, file and sending is noted, by day and time.")
        self._show_empty("eye", _("Choose a child or a person"), detail)

    def _choose(self, of: dict[str, str], other: ChoiceField) -> None:
        other.set_value("")
        if not all(of.values()):
            self.reload()
            return
        self._of = of
        self._hide_earlier()
        self.ask({"what": "looked", "limit": LOOKS_AT_ONCE, **of}, self.show_answer)

    def _hide_earlier(self) -> None:
        self.earlier_button.turn_on()
        show_if(self.earlier_button, False)

    def ask_earlier(self) -> None:
        """Ask for the looks before the last that is shown, and for any of the same moment."""
        of, last = self._of, datetime.fromisoformat(self._oldest)
        before = (last + timedelta(microseconds=1)).isoformat()
        request = {"what": "looked", "limit": LOOKS_AT_ONCE, **of, "before": before}
        asked = self._sharing.ask(
            lambda line, _progress, _stop: line.call("pull", request),
            lambda answer: self._add_lines(answer) if of is self._of else None,
            self._refuse,
        )
        if not asked:
            self.earlier_button.turn_off(_("Not connected"))

    def show_answer(self, answer: Answer) -> None:
        """Show the looks, the newest first."""
        self.card.clear()
        self._shown = set()
        if not answer.get("lines"):
            self._show_empty("eye", _("Nobody looked"), "")
        self._add_lines(answer)

    def _add_lines(self, answer: Answer) -> None:
        lines = sorted(answer.get("lines", ()), key=_placed, reverse=True)
        new = [each for each in lines if _which_look(each) not in self._shown]
        for line in new:
            self.card.add_row(self._row(line))
        self._shown.update(map(_which_look, new))
        self._oldest = _placed(lines[-1]) if lines else ""
        if new and len(lines) >= LOOKS_AT_ONCE:
            self.earlier_button.turn_on()
            show_if(self.earlier_button, True)
        elif not self.earlier_button.isHidden():
            self.earlier_button.turn_off(_("Nobody looked earlier"))

    def _row(self, line: Answer) -> QWidget:
        who = self._staff.get(str(line.get("person")), _("Somebody who has left"))
        whose = self._called.get(str(line.get("case")), _("A child not on this laptop"))
        act = _(LOOKS.get(str(line.get("act")), N_("Looked")))
        when = when_words(line.get("at"), self.desk)
        told = ""
        if _placed(line) != str(line.get("at")):
            words = _("Handed in {when}: by that laptop's clock it was more than a day away")
            told = words.format(when=when_words(line.get("server_at"), self.desk))
        return row_of(act, [whose, who, when, line.get("laptop") or "", told])


def _placed(line: Answer) -> str:
    """Give the moment that a look is sorted by, as the shared database says it."""
    return str(line.get("placed") or line.get("at"))


def _which_look(line: Answer) -> tuple[str, ...]:
    """Tell one look from another."""
    return tuple(str(line.get(name)) for name in ("id", "person", "case", "act", "what", "at"))


def row_of(title: str, lines: Sequence[str], button: QWidget | None = None) -> QWidget:
    """Give a row: one bold line, what is known of it, and what can be done."""
    row = QWidget()
    detail = ". ".join(each for each in lines if each)
    row.setAccessibleName(_("{title}. {detail}").format(title=title, detail=detail))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Words(title, "label", wrap=True))
    words.addWidget(Words(detail, "small", "ink2", wrap=True))
    line = QHBoxLayout(row)
    line.setContentsMargins(16, 10, 16, 10)
    line.setSpacing(12)
    line.addLayout(words, 1)
    if button is not None:
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def when_words(moment: object, desk: Desk) -> str:
    """Say when, of a moment as it travels."""
    if not isinstance(moment, str) or not moment:
        return _("never")
    return moment_words(datetime.fromisoformat(moment), desk.now())


def staff_name(desk: Desk, staff_id: str) -> str:
    """Give the name of somebody of the service, where this record has it."""
    with desk.database.reading() as connection:
        row = connection.execute(
            "select name from staff_member where id = ?", (staff_id,)
        ).fetchone()
    return str(row[0]) if row else ""
