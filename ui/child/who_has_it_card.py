"""Who has this child: a manager gives the record to another IRO, asks for cover, restricts it."""

from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.problems import Problem
from models.service_people import iro_of, iros
from models.sync.case_here import case_here, waits_from
from ui.caseload.record_changes import changes_of
from ui.desk import Desk
from ui.language import _
from ui.parts.buttons import PrimaryButton, SecondaryButton, SmallButton
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.fields import ChoiceField, LineField
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words

_FOLLOWS: Final = frozenset({"shared_case", "child", "staff_member", "outbox", "laptop_fact"})
GIVE: Final = "give"
COVER: Final = "cover"
RESTRICT: Final = "restrict"
LAST_MINUTE: Final = time(23, 59)


class WhoHasItCard(QWidget):
    """What is done here goes out with the next share; nothing of it is done twice."""

    failed = Signal(object)

    def __init__(self, desk: Desk, child_id: str) -> None:
        super().__init__()
        self._desk, self._child_id, self._called = desk, child_id, ""
        self._is_restricted, self._asked = False, ""
        self._sealed_at = 0  # the place of the last act that was noted, until it is shared
        self.title = Words(_("Who has this record"), "h2", wrap=True)
        self.card = Card()
        self.whose = Words("", "body", wrap=True)
        self.give_button = SmallButton(_("Give to another IRO"), in_row=True)
        self.cover_button = SmallButton(_("Ask somebody to cover"), in_row=True)
        self.restrict_button = SmallButton(_("Restrict it to few people"), in_row=True)
        self.person = ChoiceField(_("Who"))
        self.until = DateField(_("Until"), desk.today, hint=_("Such as 18 December, or 2 weeks"))
        self.until.check = lambda day: _in_time(day, desk.today())
        self.reason = LineField(_("Why"))
        self.what_follows = Words("", "small", "ink2", wrap=True)
        self.do_button = PrimaryButton(_("Restrict"))
        self.close_button = SecondaryButton(_("Not now"))
        self.done = Words("", "small", wrap=True)
        self._form = QWidget()
        self._name()
        self._build()
        self._connect()

    def _name(self) -> None:
        for part, name in (
            *((self.give_button, "give_child"), (self.cover_button, "ask_for_cover")),
            *((self.restrict_button, "restrict_child"), (self.person.control, "who_box")),
            *((self.until.control, "until_box"), (self.reason.control, "why_box")),
            (self.do_button, "do_it"),
        ):
            part.setObjectName(name)

    def _build(self) -> None:
        buttons = FlowLayout(gap_across=8, gap_down=8)
        for button in (self.give_button, self.cover_button, self.restrict_button):
            buttons.addWidget(button)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 8, 0, 0)
        ends = QHBoxLayout()
        ends.addWidget(self.do_button)
        ends.addWidget(self.close_button)
        ends.addStretch(1)
        for part in (self.person, self.until, self.reason, self.what_follows):
            form.addWidget(part)
        form.addLayout(ends)
        self.card.column.addWidget(self.whose)
        self.card.column.addLayout(buttons)
        self.card.column.addWidget(self._form)
        self.card.column.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.card)
        self._form.hide()
        self.done.hide()

    def _connect(self) -> None:
        self.give_button.clicked.connect(lambda: self.ask(GIVE))
        self.cover_button.clicked.connect(lambda: self.ask(COVER))
        self.restrict_button.clicked.connect(lambda: self.ask(RESTRICT))
        self.do_button.clicked.connect(self._do)
        self.reason.control.returnPressed.connect(self._do)
        self.close_button.clicked.connect(self._close)
        changes_of(self._desk.database).changed.connect(self._follow)

    def show_child(self, called: str) -> None:
        """Say whose child it is now."""
        self._called = called
        with self._desk.database.reading() as connection:
            here = case_here(connection, self._child_id)
            theirs = iro_of(connection, self._child_id)
            known = iros(connection)
            if self._sealed_at and not waits_from(connection, self._sealed_at):
                self._sealed_at = 0
        show_if(self.done, self._sealed_at > 0)
        self._is_restricted = here.is_restricted
        others = [(each.id, each.name) for each in known if each != theirs]
        chosen = self.person.value()
        self.person.set_choices([("", _("Choose somebody")), *others])
        if chosen in {key for key, _name in others}:
            self.person.set_value(chosen)
        whose = self._whose(theirs.name if theirs else "", called)
        self.whose.say(whose)
        lift, begin = _("Stop restricting it"), _("Restrict it to few people")
        self.restrict_button.say(lift if here.is_restricted else begin)

    def _follow(self, tables: frozenset[str]) -> None:
        if tables & _FOLLOWS and self._called and self.isVisible():
            self.show_child(self._called)

    def ask(self, what: str) -> None:
        """Show the fields for one act, with the keyboard in the first."""
        self._asked = what
        self.done.hide()
        for part, acts in ((self.person, {GIVE, COVER}), (self.until, {COVER})):
            show_if(part, what in acts)
        self.what_follows.say(self._follows(what))
        self.do_button.say(self._do_words(what))
        for field in (self.person, self.until, self.reason):
            field.show_error("")
        self._form.show()
        first = self.reason if what == RESTRICT else self.person
        first.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _whose(self, iro: str, called: str) -> str:
        restricted = _("It is restricted: only those it was given to by name see it.")
        words = _("{who} is {name}’s IRO.") if iro else _("Nobody is {name}’s IRO yet.")
        said = words.format(who=iro, name=called)
        return f"{said} {restricted}" if self._is_restricted else said

    def _follows(self, what: str) -> str:
        if what == GIVE:
            return _(
                "The whole record goes to their laptop. Whoever has it now hands in first what "
                "waits there; then it leaves that laptop."
            )
        if what == COVER:
            return _("They see the whole record and can chair, until the end of that day.")
        if self._is_restricted:
            return _("Managers and business support will see it again.")
        return _("Managers and business support, but for you, will not see it any more.")

    def _do_words(self, what: str) -> str:
        if what == GIVE:
            return _("Give {name} to this IRO").format(name=self._called)
        if what == COVER:
            return _("Ask for this cover")
        return _("Stop restricting") if self._is_restricted else _("Restrict")

    def _do(self) -> None:
        act = self._act()
        if act is None:
            return
        from ui.sync.acts import seal_act

        try:
            self._sealed_at = seal_act(self._desk, act)
        except Problem as problem:
            self.failed.emit(problem)
            return
        self._close()
        self.done.say(_("Noted. It is done when this laptop next shares."))
        self.done.show()

    def _act(self) -> dict[str, object] | None:
        """The act as it is sealed, or nothing where a field still lacks something."""
        if not self._is_filled():
            return None
        why = self.reason.text().strip()
        if self._asked == RESTRICT:
            restricted = not self._is_restricted
            return {"kind": "guard", "case": self._child_id, "restricted": restricted,
                    "reason": why}  # fmt: skip
        kind = "allocated" if self._asked == GIVE else COVER
        act: dict[str, object] = {"kind": "access", "case": self._child_id, "on": True,
               "person": self.person.value(), "as": kind, "reason": why}  # fmt: skip
        day = self.until.day() if self._asked == COVER else None
        if day is not None:
            act["until"] = _end_of(day, self._desk.now()).isoformat()
        return act

    def _is_filled(self) -> bool:
        if self._asked != RESTRICT and not self.person.value():
            self.person.show_error(_("Choose who."))
            self.person.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if self._asked == COVER:
            self.until.read()
            if self.until.day() is None:
                if not self.until.has_error:
                    self.until.show_error(_("Say until when."))
                self.until.control.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        if not self.reason.text().strip():
            self.reason.show_error(_("Say why in a few words."))
            self.reason.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def _close(self) -> None:
        self._form.hide()
        self.person.set_value("")
        self.until.set_day(None)
        self.reason.set_text("")
        for field in (self.person, self.until, self.reason):
            field.show_error("")
        button = {GIVE: self.give_button, COVER: self.cover_button}
        button.get(self._asked, self.restrict_button).setFocus(Qt.FocusReason.OtherFocusReason)


def _in_time(day: date, today: date) -> str:
    return "" if day >= today else _("Choose a day that is still to come.")


def _end_of(day: date, now: datetime) -> datetime:
    return datetime.combine(day, LAST_MINUTE, now.tzinfo)
