"""A growing text area that helps with plain words: underlines, suggestions, and keys for them."""

from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from letters.bands import BandRule
from letters.plain.checking import Finding, FindingKind
from ui.language import N_, _, ngettext
from ui.overriding import override
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.plain.finding_words import Act, advice_of
from ui.plain.looking import Looking
from ui.plain.marks import Mark, beyond, marks_of, nearest
from ui.plain.plain_text import PlainText
from ui.plain.suggestion_bar import SuggestionBar

_ALT: Final[dict[int, tuple[Act, ...]]] = {
    Qt.Key.Key_U: (Act.USE, Act.IDEAS, Act.STOP, Act.EXPLAIN),
    Qt.Key.Key_E: (Act.EXPLAIN,),
    Qt.Key.Key_K: (Act.KEEP,),
}

_NOTHING: Final = {
    Act.USE: N_("There is nothing to use here."),
    Act.EXPLAIN: N_("There is nothing to explain here."),
    Act.KEEP: N_("There is nothing to keep here."),
}


class Keeping(Protocol):
    """Where it is remembered that something found in a line is to stay as it is."""

    def is_kept(self, finding: Finding) -> bool:
        """Whether it is to stay."""

    def keep(self, finding: Finding) -> None:
        """Remember that it is to stay."""


class PlainEditor(TextField):
    """Suggestions stand under the box while it, or one of them, has the keyboard."""

    control: PlainText
    findings_changed = Signal()

    def __init__(
        self,
        looking: Looking,
        label: str,
        *,
        hint: str = "",
        optional: bool = False,
        lines: int = 2,
        placeholder: str = "",
    ) -> None:
        super().__init__(label, hint=hint, optional=optional, lines=lines, placeholder=placeholder)
        self.rule: BandRule | None = None
        self.keeping: Keeping | None = None
        self._only_spelling = False
        self._looking = looking
        self._kept: set[tuple[str, str]] = set()
        self._ideas: dict[str, tuple[str, ...]] = {}
        self._is_open = False
        self._chosen_at = -1
        self._bar: SuggestionBar | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._follow_cursor)
        self.control.installEventFilter(self)
        self.control.cursorPositionChanged.connect(self._soon.start)
        self.control.textChanged.connect(lambda: looking.ask(self))
        self.control.marks_changed.connect(self.findings_changed)
        looking.add(self)

    @override
    def box(self, lines: int, most: int) -> PlainText:
        return PlainText(lines, most=most)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What could be plainer, but for what is to be kept."""
        return self.control.marks

    @property
    def suggestions(self) -> SuggestionBar | None:
        """The rows under the box; none until there was something to suggest here."""
        return self._bar

    def read_by(self, rule: BandRule | None) -> None:
        """Look at it by the rule of other readers than the letter's, as where it is read aloud."""
        if rule != self.rule:
            self.rule = rule
            self._looking.ask(self)

    def look_only_for_spelling(self) -> None:
        """Leave names, roles, numbers and rights as they are, as the checks before issue do."""
        self._only_spelling = True
        self._looking.ask(self)

    def take(self, text: str, findings: tuple[Finding, ...]) -> None:
        """Show what was found, unless the text has changed since."""
        if text != self.text():
            return
        if self._only_spelling:
            findings = tuple(each for each in findings if each.kind is FindingKind.SPELLING)
        found = marks_of(text, findings)
        self._kept &= {mark.key for mark in found}
        wanted = tuple(mark for mark in found if not self._is_kept(mark))
        if wanted == self.control.marks:
            return
        self.control.show_marks(wanted)
        self.findings_changed.emit()
        if self._is_open:
            self._follow_cursor()
            self._tell_count()

    def look_again(self) -> None:
        """Look again, and at what was kept here as well unless it is remembered as kept."""
        self._kept.clear()
        self._looking.ask(self)

    @override
    def set_text(self, text: str) -> None:
        before = self.text()
        super().set_text(text)
        if text != before:
            self._looking.ask(self)

    def step(self, by: int) -> None:
        """Go to the next thing to look at, or the one before, in the next line if need be."""
        current = self.control.current if self._is_open else None
        mark = beyond(self.marks, current, by)
        if mark is None:
            self._leave(by)
        else:
            self.go_to_mark(mark)

    def go_to_mark(self, mark: Mark) -> None:
        """Go to one thing to look at, and say it."""
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose(mark, mark.start)
        self.open()
        self._show_bar(mark)
        self._announce(advice_of(mark.finding).words)

    def do(self, mark: Mark, act: str, idea: str = "") -> None:
        """Do one thing with a mark that is still there."""
        if mark not in self.marks:
            return
        advice = advice_of(mark.finding)
        if act == Act.KEEP:
            self._keep(mark)
        elif act == Act.IDEAS:
            self._find_ideas(mark)
        elif act == Act.STOP:
            self._show_stops(mark)
        elif act == Act.EXPLAIN:
            self._kept.add(mark.key)
            self.control.put_in_place(mark, advice.explain)
        else:
            self.control.put_in_place(mark, idea or advice.use)
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Show the suggestions: the keyboard is here now."""
        if not self._is_open:
            self._is_open = True
            self._follow_cursor()
            self._tell_count()

    def close_suggestions(self) -> None:
        """Hide them: the keyboard has gone elsewhere."""
        self._is_open = False
        self.control.show_current(None)
        if self._bar is not None:
            self._bar.hide()

    def _choose(self, mark: Mark, place: int) -> None:
        """Put the cursor at a place of a mark, which stays the current one until it moves on."""
        self.control.go_to(place)
        self._chosen_at = place
        self.control.show_current(mark)

    def _follow_cursor(self) -> None:
        if not self._is_open:
            return
        current, cursor = self.control.current, self.control.textCursor().position()
        if current not in self.marks or cursor != self._chosen_at:
            current = nearest(self.marks, cursor)
        self.control.show_current(current)
        self._show_bar(current)

    def _show_bar(self, current: Mark | None) -> None:
        if self._bar is None and not self.marks:
            return
        bar = self._made_bar()
        bar.show_marks(self.marks, current, self._ideas)
        show_if(bar, bool(self.marks))
        before: QWidget = self.control
        for button in bar.buttons():
            button.installEventFilter(self)
            QWidget.setTabOrder(before, button)
            before = button

    def _made_bar(self) -> SuggestionBar:
        if self._bar is None:
            self._bar = SuggestionBar()
            self._bar.asked.connect(self.do)
            _column_of(self).addWidget(self._bar)
        return self._bar

    def _leave(self, by: int) -> None:
        """Go on in the line below, or above, that has something; round from the end."""
        others = [each for each in _with_marks(self._looking) if each is not self]
        if not others:
            if self.marks:
                self.go_to_mark(self.marks[0 if by > 0 else -1])
            return
        after = [each for each in others if (_top(each) - _top(self)) * by > 0]
        found = (after or others)[0 if by > 0 else -1]
        found.go_to_mark(found.marks[0 if by > 0 else -1])

    def _is_kept(self, mark: Mark) -> bool:
        remembered = self.keeping is not None and self.keeping.is_kept(mark.finding)
        return remembered or mark.key in self._kept

    def _keep(self, mark: Mark) -> None:
        self._kept.add(mark.key)
        if self.keeping is not None:
            self.keeping.keep(mark.finding)
        self.control.show_marks(tuple(each for each in self.marks if each.key != mark.key))
        self.findings_changed.emit()
        self._follow_cursor()

    def _find_ideas(self, mark: Mark) -> None:
        def show(ideas: tuple[str, ...]) -> None:
            self._ideas[mark.finding.words] = ideas
            self._follow_cursor()
            row = self._bar.row_of(mark) if self._bar is not None else None
            if row is not None:
                self._announce(row.spoken())

        self._looking.ideas(mark.finding.words, show)

    def _show_stops(self, mark: Mark) -> None:
        """Show where a sentence could stop, and go to the best place, then to the next."""
        cursor = self.control.textCursor().position()
        place = mark.stops.index(cursor) + 1 if cursor in mark.stops else 0
        self._choose(mark, mark.stops[place % len(mark.stops)])
        self.control.show_stops(mark.stops)

    def _tell_count(self) -> None:
        count = len(self.marks)
        if count and self._looking.may_tell():
            said = ngettext("{count} thing to look at", "{count} things to look at", count)
            self._announce(said.format(count=count))

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.control, words))

    def _take_key(self, event: QKeyEvent, *, only_ask: bool) -> bool:
        """Do what a key asks for, or only say whether it is one of ours."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_F7 and plain in (_NO_KEY, Qt.KeyboardModifier.ShiftModifier):
            if not only_ask:
                self.step(-1 if plain else 1)
            return True
        acts = _ALT.get(event.key())
        if acts is None or plain != Qt.KeyboardModifier.AltModifier:
            return _would_type_with_alt(event, plain)
        if not only_ask:
            self._do_first_of(acts)
        return True

    def _do_first_of(self, wanted: tuple[Act, ...]) -> None:
        """Do what a key is for with the current mark, or say that there is nothing to do."""
        mark = self.control.current
        acts = advice_of(mark.finding).acts if mark is not None and mark in self.marks else ()
        act = next((each for each in wanted if each in acts), None)
        if mark is None or act is None:
            self._say_nothing_here(_(_NOTHING[wanted[0]]))
            return
        ideas = self._ideas.get(mark.finding.words, ())
        if act is Act.IDEAS and ideas:
            self.do(mark, Act.USE, ideas[0])
        else:
            self.do(mark, act)

    def _say_nothing_here(self, words: str) -> None:
        """Say it under the box until the cursor moves, and to a screen reader."""
        self._announce(words)
        self._made_bar().say_nothing_here(words)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            asked = isinstance(event, QKeyEvent) and self._take_key(
                event, only_ask=kind == QEvent.Type.ShortcutOverride
            )
            if asked:
                event.accept()
            return asked
        if kind == QEvent.Type.FocusIn and watched is self.control:
            self.open()
        elif kind == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._look_whether_left)
        return super().eventFilter(watched, event)

    def _look_whether_left(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and not self.isAncestorOf(now):
            self.close_suggestions()


_NO_KEY: Final = Qt.KeyboardModifier.NoModifier


def _would_type_with_alt(event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
    """Whether Alt with a letter that opens no menu would put that letter into the words."""
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    is_alt = held in (alt, alt | shift)
    return (
        is_alt
        and event.type() == QEvent.Type.KeyPress
        and event.text().isprintable()
        and bool(event.text())
    )


def step_from_outside(looking: Looking, by: int) -> None:
    """Go to the first thing to look at, or the last, when the keyboard is in none of the lines."""
    lines = _with_marks(looking)
    if lines:
        line = lines[0 if by > 0 else -1]
        line.go_to_mark(line.marks[0 if by > 0 else -1])


def _with_marks(looking: Looking) -> list[PlainEditor]:
    """The lines that have something, from the top of the window down."""
    lines = [each for each in looking.lines() if isinstance(each, PlainEditor)]
    return sorted((each for each in lines if each.marks and each.isVisible()), key=_top)


def _column_of(editor: PlainEditor) -> QLayout:
    """The layout in which its box stands."""
    layout = editor.layout()
    item = layout.itemAt(layout.count() - 1) if layout is not None else None
    column = item.layout() if item is not None else None
    if column is None:
        raise TypeError("a field lays out its box in a column")
    return column


def _top(editor: PlainEditor) -> int:
    return editor.mapTo(editor.window(), QPoint(0, 0)).y()
