"""One of two versions: whose it is, when it was written, and its words with what is new marked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.appearance import appearance
from ui.language import _
from ui.overriding import override
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.sync.versions import Differences


class MarkedWords(Words):
    """Words in which what is new is bold, underlined and tinted."""

    def __init__(self) -> None:
        self._found = Differences(())
        super().__init__("", wrap=True)

    def show_differences(self, found: Differences) -> None:
        """Show a version in its pieces."""
        self._found = found
        self.say("".join(piece.text for piece in found.pieces))

    @override
    def _as_paragraph(self) -> str:
        looks = appearance()
        ink, tint = looks.colour("next"), looks.colour("next_tint")
        mark = f"font-weight:700; text-decoration:underline; color:{ink}; background-color:{tint}"
        parts = [
            f'<span style="{mark}">{_escaped(piece.text)}</span>'
            if piece.changed
            else _escaped(piece.text)
            for piece in self._found.pieces
        ]
        height = looks.line_px("body") * 1.3
        style = f"margin:0; white-space:pre-wrap; line-height:{height:.0f}px"
        return f'<p style="{style}">{"".join(parts)}</p>'


class VersionCard(Card):
    """Reads out whose version it is, what it says, what is new in it and what it leaves out."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("One of two versions"))
        self.whose = Words("", "h3", wrap=True)
        self.when = Words("", "small", "ink2", wrap=True)
        self.words = MarkedWords()
        self.left_out = Words("", "small", "ink2", wrap=True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._build()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.column.setContentsMargins(20, 16, 20, 16)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.whose, 1)
        head.addWidget(self.when, 2)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        self.when.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.column.addLayout(head)
        self.column.addWidget(self.words)
        self.column.addWidget(self.left_out)
        self.column.addStretch(1)

    def show_version(self, whose: str, when: str, found: Differences) -> None:
        """Show one version, compared with what stood there before."""
        self.whose.say(whose)
        self.when.say(when)
        self.words.show_differences(found)
        left_out = quoted(found.left_out)
        self.left_out.say(_("Left out: {words}").format(words=left_out) if left_out else "")
        show_if(self.left_out, bool(left_out))
        self.setAccessibleName(_("{whose}, {when}").format(whose=whose, when=when))
        self.setAccessibleDescription(self._spoken(found))

    def _spoken(self, found: Differences) -> str:
        spoken = [self.words.said]
        if found.changed:
            spoken.append(_("Changed: {words}").format(words=quoted(found.changed)))
        if self.left_out.said:
            spoken.append(self.left_out.said)
        return ". ".join(part.rstrip(".") for part in spoken)


def quoted(runs: tuple[str, ...]) -> str:
    """Give runs of words one after the other, each in quotation marks."""
    return ", ".join(_("“{words}”").format(words=run) for run in runs)


def announce(card: VersionCard, words: str) -> None:
    """Let a screen reader say something that has just happened."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(card, words))


def _escaped(words: str) -> str:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\n", "<br>")
