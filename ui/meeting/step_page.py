"""What every step of the meeting has: its title, its prompt, and its fields by place."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import _
from ui.meeting.both_versions import BothInStep
from ui.meeting.hold_when_final import HoldWhenFinal
from ui.meeting.kept_field import KeptField, Value
from ui.meeting.meeting import Meeting
from ui.meeting.restricted_fields import RestrictedFields
from ui.meeting.words_being_typed import Typed
from ui.overriding import override
from ui.parts.fields import Field
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.words import SectionIcon, Words

Place = tuple[str, str, str]  # table, row and field
MARGIN = 24


@dataclass(frozen=True)
class StepLook:
    """The icon of a step and the kind of tint behind it."""

    icon: str
    kind: str


LOOKS = {
    "A1": StepLook("users-three", "primary"),
    "A2": StepLook("chat-circle-text-fill", "voice"),
    "A3": StepLook("check-circle", "primary"),
    "A4": StepLook("house", "primary"),
    "A5": StepLook("users-three", "primary"),
    "A6": StepLook("hand-heart", "primary"),
    "A7": StepLook("book-open", "primary"),
    "A8": StepLook("cloud-fill", "worry"),
    "A9": StepLook("star-fill", "primary"),
    "A10": StepLook("sliders-horizontal", "primary"),
    "A11": StepLook("signpost-fill", "next"),
    "A12": StepLook("flag-fill", "primary"),
}

OTHER_LOOK = StepLook("chat-circle-text", "primary")


def step_name(meeting: Meeting, step: str) -> str:
    """Say what a step is called for this child."""
    return in_words(meeting.form.step[step].name, meeting.name)


def in_words(words: str, name: str) -> str:
    """Say words of the form with the child's name in them, and nothing else replaced."""
    return _(words).replace("{name}", name) if words else ""


class StepPage(ScrollingPage):
    """One step in the middle of the window; `show_sheet` redraws it from the record."""

    place_asked = Signal(str, object)  # a step, and the place in it to go to

    def __init__(self, meeting: Meeting, step: str, parent: QWidget | None = None) -> None:
        super().__init__(MARGIN, parent)
        self.meeting, self.step, self.form = meeting, step, meeting.form
        self.setObjectName(f"page_{step}")
        self._places: dict[Place, QWidget] = {}
        self._kept: dict[Place, KeptField] = {}
        self.restricted_fields = RestrictedFields(self, meeting)
        self._build_head()
        self.build()
        self.column.addStretch(1)
        self.show_sheet()
        self.restricted_fields.follow()
        self._is_stale = False
        meeting.changed.connect(self._follow)
        HoldWhenFinal(self)

    def place_of(self, control: QWidget) -> Place | None:
        """Give the place of the record that a control stands for, if it is known."""
        return next((at for at, marked in self._places.items() if marked is control), None)

    def _build_head(self) -> None:
        look = LOOKS.get(self.step, OTHER_LOOK)
        self.title = Words("", "h1", wrap=True)
        self.prompt = Words("", "body", "ink2", wrap=True)
        self.child_prompt = Words("", "body", "voice", wrap=True)
        self.child_prompt.setObjectName("child_prompt")
        self._head = QWidget()
        line = QHBoxLayout(self._head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(SectionIcon(look.icon, look.kind), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.title, 1)
        self.column.addWidget(self._head)
        self.column.addWidget(self.prompt)
        self.column.addWidget(self.child_prompt)
        self.column.addWidget(BothInStep(self.meeting, self.step))
        self._say_head()
        self.meeting.changed.connect(self._say_head)

    def _say_head(self) -> None:
        """Say what the step is called, and the prompts that the form has switched on."""
        form, name = self.meeting.form, self.meeting.name
        step = form.step[self.step]
        title = in_words(step.name, name)
        adult = in_words(step.adult_prompt, name) if form.adult_prompts else ""
        child = in_words(step.child_prompt, name) if form.child_prompts else ""
        self.setAccessibleName(title)
        for words, said in ((self.title, title), (self.prompt, adult)):
            if words.said != said:
                words.say(said)
        asked = _("To {name}: {question}").format(name=name, question=child) if child else ""
        if self.child_prompt.said != asked:
            self.child_prompt.say(asked)
        show_if(self.prompt, bool(adult))
        show_if(self.child_prompt, bool(asked))

    def show_head(self, *, shown: bool) -> None:
        """Show the title, or leave it to the drop-down of large text."""
        self._head.setVisible(shown)

    def build(self) -> None:
        """Make what is on the page, once."""

    def show_sheet(self) -> None:
        """Show the review as it now stands."""

    def _follow(self) -> None:
        """Show what changed at once, or as soon as this page is seen again."""
        if self.isVisible():
            with self.nothing_moves():
                self.show_sheet()
                self.restricted_fields.follow()
        else:
            self._is_stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.show_sheet()
            self.restricted_fields.follow()

    def first_field(self) -> QWidget | None:
        """Give what takes the keyboard on entering the step."""
        return None

    def add(self) -> None:
        """Add what is typed in the capture card (Ctrl+Enter)."""

    def capture_under(self, column: str) -> None:  # noqa: ARG002 - for pages that capture
        """Put the cursor where the next note is typed, under this column."""
        if (first := self.first_field()) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def restrict(self) -> None:
        """Restrict what has the keyboard, or stop it (Ctrl+Shift+R)."""
        self.restricted_fields.toggle_focused()

    def enter(self) -> None:
        """Come to this step."""
        self.show_sheet()
        first = self.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Begin at the top, once everything has its place, with the field in view."""
        self.to_top()
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 12, 24)

    def leave(self) -> None:
        """Go from this step: save what waits, fold what the child should not see."""
        self.flush()

    def flush(self) -> bool:
        """Save now what still waits in a field; say whether nothing is left unsaved."""
        flushed = [kept.flush() for kept in list(self._kept.values())]
        return all(flushed)

    def being_typed(self) -> Typed | None:
        """Give what is typed and not yet added, as the letter would have it."""
        return None

    def keep(
        self,
        field: Field,
        place: Place,
        *,
        empty: str = "",
        save: Callable[[Value], bool] | None = None,
    ) -> KeptField:
        """Let a field save itself in this place of the record, and be found by it."""
        kept = KeptField(self.meeting, field, place, empty=empty, save=save)
        field.setObjectName(place[2])
        field.control.setObjectName(f"{place[2]}_box")
        self.mark(field.control, place)
        self._kept[place] = kept
        self.restricted_fields.know(place, field.control)
        kept.destroyed.connect(lambda: self._kept.pop(place, None))
        return kept

    def mark(self, control: QWidget, place: Place) -> None:
        """Let a link to this place of the record lead to this control."""
        self._places[place] = control
        control.destroyed.connect(lambda: self._forget(place, control))

    def _forget(self, place: Place, control: QWidget) -> None:
        if self._places.get(place) is control:
            del self._places[place]

    def go_to(self, place: Place) -> bool:
        """Put the keyboard where this place of the record is filled in."""
        self.reveal(place)
        control = self._places.get(place) or self._places.get((place[0], "", place[2]))
        target = control or self.first_field()
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(target, 12, 60)
        return control is not None

    def reveal(self, place: Place) -> None:
        """Unfold what hides the control of this place."""
