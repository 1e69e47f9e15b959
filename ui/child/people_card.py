"""The people round the child: a chip for each, opened to change; and one more to add."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.child_story import ChildStory
from models.review_sheet import PersonOnSheet
from ui.caseload.notice_area import NoticeArea
from ui.child.new_person_form import NewPersonForm
from ui.child.person_form import ROLES, PersonForm
from ui.desk import Desk
from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.chips import ChipGroup
from ui.parts.empty_state import EmptyState
from ui.parts.showing import show_if
from ui.parts.words import Words


class PeopleCard(QWidget):
    """Shows everybody; the one chosen is opened below."""

    def __init__(self, desk: Desk, child_id: str, notices: NoticeArea) -> None:
        super().__init__()
        self._desk, self._child_id, self._notices = desk, child_id, notices
        self._people: tuple[PersonOnSheet, ...] = ()
        self._child = ""
        self.title = Words("", "h2", wrap=True)
        self.add_button = SmallButton(_("Add someone"), "user-plus", in_row=True)
        self.add_button.setObjectName("add_someone")
        self.chips = ChipGroup(_("People round the child"), size="filter")
        words = _("The people who matter to the child stand here, and are asked to reviews.")
        self.nothing = EmptyState("users-three", _("Nobody is written down yet"), words)
        self.form: PersonForm | NewPersonForm | None = None
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.add_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self._column.addWidget(self.chips)
        self._column.addWidget(self.nothing)
        self.chips.chosen_changed.connect(self._open)
        self.add_button.clicked.connect(self.ask_for_someone)

    def show_story(self, story: ChildStory) -> None:
        """Show the people there are now."""
        self.title.say(_("People round {name}").format(name=story.child.called))
        self._child = story.child.called
        if story.people != self._people:
            self._people = story.people
            self.chips.set_choices([(person.id, chip_words(person)) for person in story.people])
        show_if(self.nothing, not story.people)
        show_if(self.chips, bool(story.people))

    def flush(self) -> bool:
        """Save what waits; say whether nothing is left unsaved."""
        return self.form.flush() if isinstance(self.form, PersonForm) else True

    def ask_for_someone(self) -> None:
        """Open the form for somebody new."""
        self.chips.choose()
        form = NewPersonForm(self._child)
        form.added.connect(self._add)
        form.closed.connect(lambda: self._put_away(self.add_button))
        self._show(form)
        form.name.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, person_id: str) -> None:
        person = next((each for each in self._people if each.id == person_id), None)
        if person is None:
            self._put_away()
            return
        form = PersonForm(self._desk, person, self._child, self._notices)
        form.closed.connect(self._close)
        form.remove_asked.connect(self._remove)
        self._show(form)

    def _close(self) -> None:
        chosen = self.chips.chosen()
        self.chips.choose()
        self._put_away(self.chips.chip(chosen) if chosen else None)

    def _show(self, form: PersonForm | NewPersonForm) -> None:
        self._put_away()
        self.form = form
        self._column.addWidget(form)

    def _put_away(self, then: QWidget | None = None) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        if isinstance(form, PersonForm):
            form.flush()
        if then is not None:
            then.setFocus(Qt.FocusReason.TabFocusReason)
        form.hide()
        form.deleteLater()

    def _add(self, name: str, role: str) -> None:
        def act() -> None:
            from models.planning import add_person

            self._desk.save(lambda session: add_person(session, self._child_id, name, role))

        if self._notices.attempt(act):
            self._put_away(self.add_button)

    def _remove(self, person_id: str) -> None:
        from models.editing import bring_back, remove

        person = next(each for each in self._people if each.id == person_id)
        self._put_away(self.add_button)
        if self._notices.attempt(
            lambda: self._desk.save(lambda session: remove(session, "person", person_id))
        ):
            self._notices.offer_undo(
                _("{person} is no longer among the people round {name}").format(
                    person=person.short, name=self._child
                ),
                lambda: self._notices.attempt(
                    lambda: self._desk.save(
                        lambda session: bring_back(session, "person", person_id)
                    )
                ),
            )


def chip_words(person: PersonOnSheet) -> str:
    """Say who it is: "Samir, social worker"."""
    what = person.what_they_are or _(dict(ROLES).get(person.role, ""))
    if not what or what.casefold() == person.short.casefold():
        return person.short
    return _("{person}, {what}").format(person=person.short, what=what)
