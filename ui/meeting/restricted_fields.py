"""The restricted paragraphs of a step: one key restricts the field that has the keyboard."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from models.protecting import TAGGED_THEMSELVES, Place, kinds_at, set_kinds, toggle
from ui.language import _
from ui.meeting import choices
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Icon, Words
from ui.protected.tag_chips import TagChips


class RestrictedStrip(Card):
    """Stands below what is restricted: from whom it is kept, and how to stop it."""

    def __init__(self, meeting: Meeting, place: Place, label: str) -> None:
        super().__init__("restricted")
        self._meeting, self._place = meeting, place
        self.setObjectName("restricted_" + "_".join((place[0], place[2])))
        self.title = Words(_("Restricted: {what}").format(what=label), "label", wrap=True)
        name = _("Why “{what}” is restricted").format(what=label)
        self.tags = TagChips(name, shown=choices.chips_shown(4))
        self.stop_button = SmallButton(_("Stop restricting"), in_row=True)
        self.stop_button.setAccessibleDescription(label)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Icon("lock-simple-fill", "lock", 18), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        head.addWidget(self.stop_button)
        self.column.addLayout(head)
        self.column.addWidget(self.tags)
        self.tags.kinds_changed.connect(self._put)
        self.stop_button.clicked.connect(lambda: toggle_place(meeting, place))

    def show_kinds(self, kinds: tuple[str, ...]) -> None:
        """Show from whom it is kept now."""
        self.tags.show_kinds(kinds)

    def _put(self, kinds: tuple[str, ...]) -> None:
        if not kinds and self._place[0] == "person":
            return  # a person without a kind is not restricted: that is what the button is for
        self._meeting.act(lambda review: set_kinds(review, self._place, kinds))


class RestrictedFields(QObject):
    """Keeps a strip below each restricted field of a step's page."""

    def __init__(self, page: ScrollingPage, meeting: Meeting) -> None:
        super().__init__(page)
        self._page, self._meeting = page, meeting
        self._controls: dict[Place, QWidget] = {}
        self._strips: dict[Place, RestrictedStrip] = {}

    def know(self, place: Place, control: QWidget) -> None:
        """A field of this place can be restricted; should it be so already, say it."""
        self._controls[place] = control
        control.destroyed.connect(lambda: self._forget(place, control))

    def follow(self) -> None:
        """Show a strip for each restricted place, and no others."""
        for place in list(self._controls):
            self._show(place)

    def toggle_focused(self) -> bool:
        """Restrict the field that has the keyboard, or stop it; say whether there was one."""
        place = self.focused()
        if place is None:
            return False
        toggle_place(self._meeting, place)
        self._show(place)
        strip = self._strips.get(_whole(place))
        if strip is not None:
            strip.tags.focus_chosen()
        return True

    def focused(self) -> Place | None:
        """The place whose field has the keyboard."""
        now = QApplication.focusWidget()
        if now is None:
            return None
        for place, control in self._controls.items():
            if isValid(control) and (control is now or control.isAncestorOf(now)):
                return place
        return None

    def _show(self, place: Place) -> None:
        whole = _whole(place)
        kinds = None if place[0] in TAGGED_THEMSELVES else kinds_at(self._meeting.sheet, whole)
        strip = self._strips.get(whole)
        if kinds is None:
            if strip is not None:
                del self._strips[whole]
                strip.hide()
                strip.deleteLater()
            return
        if strip is None:
            strip = self._make(place, whole)
        if strip is not None:
            strip.show_kinds(kinds)

    def _make(self, place: Place, whole: Place) -> RestrictedStrip | None:
        control = self._controls[place]
        below = _below(control.parentWidget() or control, self._page)
        if below is None:
            return None
        column, at = below
        strip = RestrictedStrip(self._meeting, whole, control.accessibleName())
        column.insertWidget(at, strip)
        self._strips[whole] = strip
        strip.destroyed.connect(lambda: self._strips.pop(whole, None))
        return strip

    def _forget(self, place: Place, control: QWidget) -> None:
        if self._controls.get(place) is control:
            del self._controls[place]


def toggle_place(meeting: Meeting, place: Place) -> None:
    """Restrict what stands there, or stop it."""
    meeting.act(lambda review: toggle(review, place))


def _whole(place: Place) -> Place:
    """The place that stands for it: all of a person's address lines are one."""
    table, row_id, field = place
    if table != "person":
        return place
    return (table, row_id, "address" if field in ("address", "phone", "email") else "name")


def _below(field: QWidget, page: ScrollingPage) -> tuple[QVBoxLayout, int] | None:
    """The nearest column round a field, and the place in it just below."""
    inside = page.widget()
    while field is not inside:
        around = field.parentWidget()
        if around is None:
            return None
        layout = around.layout()
        if isinstance(layout, QVBoxLayout) and layout.indexOf(field) >= 0:
            return layout, layout.indexOf(field) + 1
        field = around
    return None
