"""Two versions side by side, the ways to settle them, and what the record will say."""

from dataclasses import dataclass
from typing import Any  # a field may hold any JSON value

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.conflict import Settlement
from models.sync.settling import can_be_joined, joined
from models.sync.two_versions import FieldKind, TwoVersions, Version
from ui.appearance import appearance
from ui.desk import Desk
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import PrimaryButton, SecondaryButton
from ui.parts.notices import Notice
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.sync.choice_cards import ChoiceCards
from ui.sync.conflict_words import compared, first_name, keep_words, version_title, version_when
from ui.sync.result_field import ResultField
from ui.sync.value_words import ValueWords
from ui.sync.version_card import VersionCard

LEFT, RIGHT, BOTH, NEW = "left", "right", "both", "new"
_TOLD_BY_TITLE = frozenset({("decision", "what"), ("note", "words")})
_BESIDE_PX = 620  # from this width on the two versions stand side by side


@dataclass(frozen=True)
class ToShow:
    """What the view shows: the two versions, how values are said, what they are of and before."""

    found: TwoVersions
    said: ValueWords
    title: str
    field: str
    before: str
    may_settle: bool


class VersionsView(QWidget):
    """Shows one field; keys 1 to 4 choose, typing in the box writes a third version."""

    use_asked = Signal(str, object)  # the outcome, and the value as JSON holds it
    later_asked = Signal()
    touched = Signal()  # a way was chosen, or something was typed

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: ToShow | None = None
        self.title = Words("", "h2", wrap=True)
        self.field = Words("", "h3", wrap=True)
        ask = _(
            "Choose what the record should say. The one you don’t choose is kept in the history."
        )
        self.guide = Words(ask, "small", "ink2", wrap=True)
        self.removed = Notice("", kind="due", closable=False)
        self.left_card, self.right_card = VersionCard("left_version"), VersionCard("right_version")
        self.before = Words("", "small", "ink2", wrap=True)
        self.choices = ChoiceCards((LEFT, RIGHT, BOTH, NEW))
        self.result = ResultField(desk.today)
        self.foot = Words("", "small", "ink2", wrap=True)
        self.later = SecondaryButton(_("Leave for later"))
        self.later.setObjectName("later")
        self.use = PrimaryButton(_("Use this and go on"))
        self.use.setObjectName("use")
        self._build()
        self._connect()

    def _build(self) -> None:
        self._side_by_side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side_by_side.setSpacing(16)
        for card in (self.left_card, self.right_card):
            self._side_by_side.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.field)
        head.addWidget(self.guide)
        column.addLayout(head)
        column.addWidget(self.removed)
        column.addLayout(self._side_by_side)
        column.addWidget(self.before)
        column.addWidget(self.choices)
        column.addWidget(self.result)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(12)
        self._foot.addWidget(self.foot, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.later)
        buttons.addWidget(self.use)
        buttons.addStretch(0)  # as wide as the words over them: Qt measures both at one width
        self._foot.addLayout(buttons)
        column.addLayout(self._foot)
        column.addWidget(self.use.reason)
        column.addStretch(1)

    def _connect(self) -> None:
        self.choices.chosen_changed.connect(self._fill)
        self.result.edited.connect(self._write)
        self.use.clicked.connect(self.use_this)
        self.later.clicked.connect(self.later_asked)

    @property
    def shown(self) -> TwoVersions | None:
        """The one that is shown."""
        return self._shown.found if self._shown else None

    @property
    def is_touched(self) -> bool:
        """Whether a way was chosen or something typed."""
        return bool(self.choices.chosen())

    def show_versions(self, shown: ToShow) -> None:
        """Show a field with its two versions; nothing is chosen yet."""
        self._shown = shown
        self._left, self._right = sides(shown.found, self._desk.me.id)
        self.title.say(shown.title)
        self.field.say(shown.field)
        told = (shown.found.table, shown.found.field) in _TOLD_BY_TITLE
        show_if(self.field, not told)
        self.before.say(shown.before)
        show_if(self.before, bool(shown.before))
        self._show_cards(shown)
        self._show_removed(shown.found)
        self._offer(shown.found)
        found = shown.found
        self.result.show_kind(found.kind, shown.said.choices())
        self.setTabOrder(self.result.control, self.later)  # it is made anew: not after the buttons
        self.setTabOrder(self.later, self.use)
        other = self._right if self._right.by_id != self._desk.me.id else self._left
        self.foot.say(_seen_words(other))
        self._allow()

    def put_draft(self, text: str) -> None:
        """Put back what was typed here and not used yet."""
        self.result.set_value(text)
        self.choices.choose(NEW)
        self._allow()

    def draft(self) -> str:
        """Give the words that were typed here and are not used yet."""
        value = self.result.value() if self.choices.chosen() == NEW else ""
        return value if isinstance(value, str) else ""

    def use_this(self) -> None:
        """Ask for what is chosen to be written into the record."""
        if self.use.is_off or self._shown is None:
            return
        wrong = self.result.wrong
        if wrong:
            self.result.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.use_asked.emit(self._outcome(), self._value())

    def _show_cards(self, shown: ToShow) -> None:
        me, now = self._desk.me.id, self._desk.now()
        pairs = ((self.left_card, self._left), (self.right_card, self._right))
        is_twice = self._left.by_id == self._right.by_id
        for card, version in pairs:
            in_record = is_twice and version is shown.found.theirs
            whose = version_title(version, me, is_mine_twice=in_record)
            when = version_when(version, me, now)
            card.show_version(whose, when, compared(shown.found, version, shown.said))

    def _show_removed(self, found: TwoVersions) -> None:
        is_asked = found.is_removed and found.kind is not FieldKind.REMOVAL
        self.removed.say(
            _("This was taken away meanwhile."),
            _("Keep what is in the record, and it stays away. Anything else brings it back."),
        )
        show_if(self.removed, is_asked)

    def _offer(self, found: TwoVersions) -> None:
        me = self._desk.me.id
        words = {LEFT: keep_words(self._left, me), RIGHT: keep_words(self._right, me)}
        if words[LEFT] == words[RIGHT]:
            words[RIGHT] = _("Keep what is in the record")
        if found.kind is FieldKind.REMOVAL:
            away = self._left is found.mine
            words = {LEFT: _("Take it away"), RIGHT: _("Keep it")}
            words = words if away else {LEFT: words[RIGHT], RIGHT: words[LEFT]}
        elif can_be_joined(found.kind):
            words |= {BOTH: _("Keep both")}
        if found.kind is not FieldKind.REMOVAL:
            words |= {NEW: _("Write a new one")}
        self.choices.offer(words)

    def _fill(self, key: str) -> None:
        """Put into the box what this way gives; a new one begins with what stands there."""
        if self._shown is None:
            return
        if key != NEW:
            self.result.set_value(self._of(key))
        self._allow()
        self.touched.emit()
        if key == NEW:
            self.result.control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _write(self) -> None:
        """Go by what was typed: it is a new version unless it is one of the others."""
        if self._shown is None:
            return
        same = []
        if not self.result.is_read_later:
            value = self.result.value()
            same = [key for key in (LEFT, RIGHT) if self._of(key) == value]
        self.choices.choose(same[0] if same else NEW)
        self._allow()
        self.touched.emit()

    def _of(self, key: str) -> Any:
        if self._shown is None:
            return None
        found = self._shown.found
        if key == BOTH:
            return joined(found.kind, found.theirs.value, found.mine.value)
        version = self._left if key == LEFT else self._right
        return bool(version.value) if found.kind is FieldKind.REMOVAL else version.value

    def _outcome(self) -> str:
        key = self.choices.chosen()
        if self._shown is None or key in (BOTH, NEW):
            return str({BOTH: Settlement.BOTH}.get(key, Settlement.NEW))
        version = self._left if key == LEFT else self._right
        is_mine = version is self._shown.found.mine
        return str(Settlement.MINE if is_mine else Settlement.THEIRS)

    def _value(self) -> Any:
        key = self.choices.chosen()
        if key in (LEFT, RIGHT):
            return self._of(key)
        value = self.result.value()
        return value.strip() if isinstance(value, str) else value

    def _allow(self) -> None:
        """Let it be used once something is chosen, by who may choose."""
        if self._shown is not None and not self._shown.may_settle:
            self.use.turn_off(_("Who chairs, or a manager, chooses what the record says."))
        elif not self.choices.chosen():
            self.use.turn_off(_("Choose one, or write what the record should say."))
        else:
            self.use.turn_on()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= appearance().px(_BESIDE_PX)
        across = QBoxLayout.Direction.LeftToRight
        direction = across if is_wide else QBoxLayout.Direction.TopToBottom
        for layout in (self._side_by_side, self._foot):
            if layout.direction() != direction:
                layout.setDirection(direction)


def sides(found: TwoVersions, me_id: str) -> tuple[Version, Version]:
    """Give the versions left and right: one's own stands left."""
    own = found.version_of(me_id)
    if own is found.theirs:
        return found.theirs, found.mine
    return found.mine, found.theirs


def _seen_words(other: Version) -> str:
    name = first_name(other)
    if not name:
        return _("Your colleague will see your choice the next time they share.")
    return _("{name} will see your choice the next time they share.").format(name=name)
