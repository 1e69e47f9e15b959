"""One line of the invitation list: whether somebody is invited, or why not; what went and came."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from models.convening_list import read_part
from models.convening_on_sheet import ANSWER_WORDS, THE_CHILD, Invited
from models.one_id import one_id
from models.rules.forms import FORMS
from models.sending_steps import SENDING_WAY_WORDS, SendingWay
from ui.convening.came_back_part import CameBackPart
from ui.convening.convened_review import ConvenedReview
from ui.convening.role_words import about
from ui.convening.wanted_papers import must_be_asked_again
from ui.language import _
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.kept_field import KeptField, Value
from ui.meeting.slot_list import Slot
from ui.parts.badges import Tag
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.fields import ChoiceField, LineField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick
from ui.parts.words import Words

WAYS = (SendingWay.POST, SendingWay.EMAIL, SendingWay.HAND)


class InvitedSlot(Slot):
    """Each field saves itself; the form that came back opens below."""

    def __init__(self, convened: ConvenedReview, reader: str) -> None:
        super().__init__()
        self._convened, self._reader = convened, reader
        self.setObjectName(f"invited_{reader}")
        self.card = Card("child" if reader == THE_CHILD else "plain")
        self.name = Words("", "h3", wrap=True)
        self.what = Words("", "small", "ink2", wrap=True)
        self.responsible = Tag(_("Parental responsibility"))
        self.invited = Tick(_("Invited"))
        self.why = LineField(_("Why they are not invited"))
        self.part = LineField(_("Part of the meeting"), optional=True, hint=_part_hint())
        self.form = ChoiceField(_("Form to send"), _forms(convened.name))
        self.way = ChoiceField(
            _("How it goes"), [(way, _(SENDING_WAY_WORDS[way])) for way in WAYS]
        )
        self.interpreter = Tick(_("Needs an interpreter"))
        self.hidden = Tick(_("Do not tell them the place"))
        self.answer = ChoiceField(
            _("Answer"), [(key, _(words)) for key, words in ANSWER_WORDS.items()]
        )
        today = convened.desk.today
        self.invited_on = DateField(_("Invited on"), today, optional=True, towards="past")
        self.form_sent_on = DateField(_("Form sent on"), today, optional=True, towards="past")
        self.email = LineField(_("E-mail address"), optional=True)
        self.address = TextField(_("Postal address"), lines=3, optional=True)
        self.again_button = SmallButton(_("Invite again"), "printer", in_row=True)
        self.back = CameBackPart(convened, reader)
        self.back_button = SmallButton(_("The form came back"), "check-circle", in_row=True)
        self._build()
        self._kept = self._keep()
        self._connect()

    def _build(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.name)
        who.addWidget(self.what)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(who, 1)
        top = Qt.AlignmentFlag.AlignTop
        for part in (self.responsible, self.invited, self.interpreter, self.hidden):
            head.addWidget(part, 0, top)
        self._first, self._second, self._reach = FieldsLayout(), FieldsLayout(), FieldsLayout()
        for reached, share in ((self.address, 3), (self.email, 2)):
            self._reach.add(reached, share)
        for field, share in ((self.part, 3), (self.form, 2), (self.way, 2)):
            self._first.add(field, share)
        for day, share in ((self.invited_on, 2), (self.form_sent_on, 2), (self.answer, 2)):
            self._second.add(day, share)
        self.card.column.addLayout(head)
        self.card.column.addWidget(self.why)
        self.card.column.addLayout(self._first)
        self.card.column.addLayout(self._second)
        self.card.column.addLayout(self._reach)
        self.card.column.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.column.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def _keep(self) -> dict[str, KeptField]:
        meeting, fields = self._convened.meeting, {
            "not_invited_why": self.why,
            "part": self.part,
            "form": self.form,
            "invited_way": self.way,
            "answer": self.answer,
            "invited_on": self.invited_on,
            "form_sent_on": self.form_sent_on,
        }  # fmt: skip
        kept = {}
        for name, field in fields.items():
            table = "attendance" if name == "not_invited_why" else "invitation"
            place = (table, one_id(table, self._convened.review_id, self._reader), name)
            kept[name] = KeptField(meeting, field, place, save=self._saves(name))
            field.setObjectName(name)
            field.control.setObjectName(f"{name}_{self._reader}")
        for name, field in self._reached().items():
            kept[name] = KeptField(meeting, field, ("person", self._reader, name))
            field.setObjectName(name)
            field.control.setObjectName(f"{name}_{self._reader}")
        return kept

    def _reached(self) -> dict[str, TextField | LineField]:
        """The fields for reaching somebody, where this desk may write them; the child has none."""
        writes = self._convened.desk.reach().writes
        fields: dict[str, TextField | LineField] = {"address": self.address, "email": self.email}
        if self._reader == THE_CHILD:
            return {}
        return {name: field for name, field in fields.items() if writes("person", name)}

    def _connect(self) -> None:
        self.invited.setObjectName(f"is_invited_{self._reader}")
        self.invited.clicked.connect(
            lambda: self._put("invited", self.invited.isChecked()),
        )
        self.interpreter.clicked.connect(
            lambda: self._put("needs_interpreter", self.interpreter.isChecked())
        )
        self.hidden.setObjectName(f"hide_place_{self._reader}")
        self.hidden.clicked.connect(lambda: self._put("hide_place", self.hidden.isChecked()))
        self.back_button.clicked.connect(self.back.begin)
        asked = self._convened.papers_asked
        self.again_button.clicked.connect(lambda: asked.emit(self._reader))
        self.again_button.setObjectName(f"invite_again_{self._reader}")
        self.back_button.setObjectName(f"back_{self._reader}")

    def show_row(self, row: "InvitedRow") -> None:
        """Show the line as it now stands."""
        line = row.line
        self.name.say(line.name)
        self.what.say(about(line))
        show_if(self.responsible, line.has_responsibility)
        self.invited.setChecked(line.is_invited)
        self.invited.setAccessibleName(_("{name} is invited").format(name=line.name))
        show_if(self.invited, not line.is_child)
        self.interpreter.setChecked(line.needs_interpreter)
        named = _("{name} needs an interpreter").format(name=line.name)
        self.interpreter.setAccessibleName(named)
        self.hidden.setChecked(line.hide_place)
        named = _("Do not tell {name} the place").format(name=line.name)
        self.hidden.setAccessibleName(named)
        shown = {"invited_way": line.way}
        for name, kept in self._kept.items():
            kept.show(shown.get(name, getattr(line, name, "")))
        self._show_fields(line)
        self._say_beside(line)
        self.back.show_forms()

    def _show_fields(self, line: Invited) -> None:
        show_if(self.why, not line.is_invited and not line.is_child)
        for field in (self.part, self.form, self.way, self.invited_on, self.answer,
                      self.interpreter):  # fmt: skip
            show_if(field, line.is_invited or (line.is_child and field is self.form))
        show_if(self.hidden, line.is_invited and line.hide_place)
        has_form = line.is_invited and bool(line.form)
        show_if(self.form_sent_on, has_form)
        show_if(self.back_button, has_form or bool(line.form_back_on))
        said = _("The form of {name} came back").format(name=line.name)
        self.back_button.setAccessibleName(said)

    def _say_beside(self, line: Invited) -> None:
        """Say at the field what cannot be read, and offer to invite again what has changed."""
        from letters.out.mail import is_one_address

        part = line.part.strip()
        self.part.set_hint(_part_hint() if not part or read_part(part).begins else _no_time())
        wrong = bool(line.email.strip()) and not is_one_address(line.email)
        self.email.set_hint(_("This is not one e-mail address.") if wrong else "")
        show_if(self.again_button, must_be_asked_again(self._convened, line))
        self.again_button.setAccessibleName(_("Invite {name} again").format(name=line.name))
        for name, field in (("address", self.address), ("email", self.email)):
            show_if(field, line.is_invited and name in self._kept)

    def flush(self) -> bool:
        """Save now what still waits in a field."""
        flushed = [kept.flush() for kept in self._kept.values()]
        return all(flushed)

    def _saves(self, name: str) -> Callable[[Value], bool]:
        return lambda value: self._put(name, value)

    def _put(self, name: str, value: object) -> bool:
        from models.convening_acts import put_invitation  # loads SQLAlchemy

        value = value if name.endswith("_on") else value or _NOTHING[name]
        reader = self._reader
        return self._convened.act(lambda review: put_invitation(review, reader, name, value))


def _part_hint() -> str:
    return _("Such as: 4pm to 4:30pm, with Mum")


def _no_time() -> str:
    return _(
        "No time can be read here, so their calendar entry begins with the meeting. Begin with a "
        "time, such as: 4pm to 4:30pm, with Mum"
    )


class InvitedRow:
    """A line of the list by its reader, as the list of slots wants it."""

    def __init__(self, line: Invited) -> None:
        self.id, self.line = line.reader, line


_NOTHING: dict[str, object] = {
    "invited": False,
    "needs_interpreter": False,
    "hide_place": False,
    **dict.fromkeys(("not_invited_why", "part", "form", "invited_way", "answer"), ""),
}


def _forms(name: str) -> list[tuple[str, str]]:
    """Every form by its key, and none; without a key a choice would count as nothing chosen."""
    ready = [(key, _(form.name).format(name=name)) for key, form in FORMS.items()]
    return [("", _("No form")), *ready]
