"""The protected facts of a child: what some people must never find in what they are sent."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.child_story import ChildStory
from models.protected import FACT_KIND_WORDS, FactKind
from models.reading_a_review import read_protected
from models.review_sheet import PersonOnSheet, ProtectedFactOnSheet
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import _
from ui.parts.buttons import PrimaryButton, QuietButton, SmallButton
from ui.parts.cards import Card
from ui.parts.fields import ADDRESS_LENGTH, ChoiceField, LineField
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words
from ui.protected.fact_form import FactForm
from ui.protected.tag_chips import left_out_words


class NewFactForm(Card):
    """What it is, its words, and whose; who must not see it is proposed and can be changed."""

    added = Signal(str, str, str)  # kind, words, person or nothing
    closed = Signal()

    def __init__(self, called: str, people: tuple[PersonOnSheet, ...]) -> None:
        super().__init__()
        self.setObjectName("new_fact")
        kinds = [(str(kind), _(words)) for kind, words in FACT_KIND_WORDS.items()]
        whose = [("", called), *((person.id, person.short) for person in people)]
        self.kind = ChoiceField(_("What it is"), kinds)
        self.words = LineField(_("The words to look for"), most=ADDRESS_LENGTH)
        self.whose = ChoiceField(_("Whose it is"), whose)
        self.add_button = PrimaryButton(_("Protect this"))
        self.add_button.setObjectName("protect")
        self.close_button = QuietButton(_("Cancel"))
        line = QHBoxLayout()
        line.addWidget(self.kind, 1)
        line.addWidget(self.whose, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self.words)
        self.column.addLayout(buttons)
        self.kind.set_value(FactKind.ADDRESS)
        self.add_button.clicked.connect(self.add)
        self.words.control.returnPressed.connect(self.add)
        self.close_button.clicked.connect(self.closed)

    def add(self) -> None:
        """Protect it, if there are words."""
        words = self.words.text().strip()
        if not words:
            self.words.show_error(_("Write the words that must not be found."))
            self.words.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.added.emit(str(self.kind.value()), words, str(self.whose.value() or ""))


class ProtectedCard(QWidget):
    """A folded row for each fact, as the screen may be seen; opened, everything can be changed."""

    def __init__(self, desk: Desk, child_id: str, notices: NoticeArea) -> None:
        super().__init__()
        self._desk, self._child_id, self._notices = desk, child_id, notices
        self._facts: tuple[ProtectedFactOnSheet, ...] = ()
        self._people: tuple[PersonOnSheet, ...] = ()
        self._called, self._is_shown = "", False
        self.title = Words(_("Protected"), "h2", wrap=True)
        self.told = Words("", "small", "ink2", wrap=True)
        self.add_button = SmallButton(_("Protect something"), "lock-simple", in_row=True)
        self.add_button.setObjectName("protect_something")
        self.show_button = SmallButton(_("Show"), in_row=True)
        self.show_button.setObjectName("show_protected")
        self.form: NewFactForm | FactForm | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._build()
        self.add_button.clicked.connect(self.ask)
        self.show_button.clicked.connect(self._turn)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.show_button)
        head.addWidget(self.add_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self._column.addWidget(self.told)
        self._column.addLayout(self._rows)

    def show_story(self, story: ChildStory) -> None:
        """Read what is protected, and say how much that is."""
        self._called, self._people = story.child.called, story.people
        with self._desk.database.reading() as connection:
            self._facts = read_protected(connection, self._child_id)
        self._show()

    def flush(self) -> bool:
        """Save what waits; say whether nothing is left unsaved."""
        return self.form.flush() if isinstance(self.form, FactForm) else True

    def ask(self) -> None:
        """Open the form for one more."""
        form = NewFactForm(self._called, self._people)
        form.added.connect(self._add)
        form.closed.connect(lambda: self._put_away(self.add_button))
        self._open(form)
        form.words.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        count = len(self._facts)
        told = _(
            "Addresses, names and numbers that some people must not learn. Every paper is "
            "searched for them before it leaves."
        )
        self.told.say(told)
        show_if(self.show_button, count > 0)
        hide, show = _("Hide"), _("Show {count}").format(count=count)
        self.show_button.say(hide if self._is_shown else show)
        while self._rows.count():
            item = self._rows.takeAt(0)
            row = item.widget() if item else None
            if row is not None:
                row.hide()
                row.deleteLater()
        if self._is_shown:
            for fact in self._facts:
                self._rows.addWidget(self._row(fact))

    def _row(self, fact: ProtectedFactOnSheet) -> QWidget:
        card = Card("restricted")
        card.setObjectName(f"fact_{fact.id}")
        line = QHBoxLayout()
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(fact.words, "body", wrap=True, bold=True))
        kind = _(FACT_KIND_WORDS[FactKind(fact.kind)])
        told = left_out_words((fact.tag,) if fact.tag else ())
        said = _("{kind}. {told}").format(kind=kind, told=told)
        words.addWidget(Words(said, "small", "ink2", wrap=True))
        edit = SmallButton(_("Edit"), in_row=True)
        edit.setAccessibleName(_("Edit what is protected: {kind}").format(kind=kind))
        edit.setObjectName(f"edit_{fact.id}")
        edit.clicked.connect(lambda: self._edit(fact))
        line.addWidget(Icon("lock-simple-fill", "lock", 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(line)
        return card

    def _turn(self) -> None:
        self._is_shown = not self._is_shown
        self._show()

    def _add(self, kind: str, words: str, person_id: str) -> None:
        from models.protecting import protect

        def act() -> None:
            self._desk.save(
                lambda session: protect(
                    session, self._child_id, kind, words, person_id=person_id or None
                )
            )

        if self._notices.attempt(act):
            self._is_shown = True
            self._put_away(self.add_button)

    def _edit(self, fact: ProtectedFactOnSheet) -> None:
        form = FactForm(self._desk, fact, self._people, self._notices)
        form.closed.connect(lambda: self._put_away(self.show_button))
        form.remove_asked.connect(self._remove)
        self._open(form)
        form.words.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, fact_id: str) -> None:
        from models.editing import bring_back, remove

        self._put_away(self.add_button)
        if self._notices.attempt(
            lambda: self._desk.save(lambda session: remove(session, "protected_fact", fact_id))
        ):
            self._notices.offer_undo(
                _("It is not protected any more."),
                lambda: self._desk.save(
                    lambda session: bring_back(session, "protected_fact", fact_id)
                ),
            )

    def _open(self, form: NewFactForm | FactForm) -> None:
        self._put_away()
        self.form = form
        self._column.addWidget(form)

    def _put_away(self, then: QWidget | None = None) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        if isinstance(form, FactForm):
            form.flush()
        if then is not None:
            then.setFocus(Qt.FocusReason.TabFocusReason)
        form.hide()
        form.deleteLater()
