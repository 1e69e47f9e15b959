"""Which things to look at stand apart, and which of one kind are set aside together."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal

from letters.checks import Concern
from letters.plain.checking import FindingKind
from ui.language import _, ngettext
from ui.letter.aside_reason import AsideReason
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words

ONE_BY_ONE: Final = frozenset(
    {
        "restricted", "near_restricted", "right", "right_reworded", "other_child",
        "chosen_name", "pronoun", "address", "home_place", "post", "label",
    }
)  # fmt: skip
TOGETHER: Final = (
    FindingKind.HARD_WORD,
    FindingKind.ACRONYM,
    FindingKind.PASSIVE,
    FindingKind.LONG_SENTENCE,
)
FEWEST_TOGETHER: Final = 2


def one_by_one(concerns: Iterable[Concern]) -> list[Concern]:
    """Those that may do harm, each to be looked at alone."""
    return [each for each in concerns if each.check in ONE_BY_ONE]


def the_rest(concerns: Iterable[Concern]) -> list[Concern]:
    """All others, those of plain words last and by their kind."""
    others = [each for each in concerns if each.check not in ONE_BY_ONE]
    kinds = {str(kind): place for place, kind in enumerate(TOGETHER, start=1)}
    return sorted(others, key=lambda each: kinds.get(each.check, 0))


class ConcernGroup(Card):
    """Says how many of one kind wait, and sets them aside with one reason."""

    given = Signal(object, str)  # the keys, and the reason

    def __init__(self, kind: FindingKind) -> None:
        super().__init__()
        self.kind = kind
        self.keys: tuple[str, ...] = ()
        self.setObjectName(f"together_{kind}")
        self.words = Words("", "h3", wrap=True)
        self.aside_button = SmallButton(_("Set all of them aside, because…"), in_row=True)
        self.aside_button.setObjectName("set_all_aside")
        keep = SmallButton(_("Set them aside"), in_row=True)
        keep.setObjectName("set_them_aside")
        self._asking = AsideReason(keep, _("Why can they stay as they are?"))
        self.why = self._asking.why
        self.column.addWidget(self.words)
        self.column.addWidget(self.aside_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._asking)
        self.aside_button.clicked.connect(self._asking.ask)
        self._asking.given.connect(lambda why: self.given.emit(self.keys, why))

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show how many wait; one alone is set aside where it stands."""
        self.keys = tuple(keys)
        said = _how_many(self.kind, len(keys))
        self.words.say(said)
        self.setAccessibleName(said)
        for button in (self.aside_button, self._asking.keep_button):
            button.setAccessibleDescription(said)
        is_shown = len(keys) >= FEWEST_TOGETHER
        if not is_shown:
            self.why.set_text("")
            self._asking.hide()
        show_if(self, is_shown)


def _how_many(kind: FindingKind, count: int) -> str:
    if kind is FindingKind.HARD_WORD:
        words = ngettext("{count} hard word", "{count} hard words", count)
    elif kind is FindingKind.ACRONYM:
        words = ngettext("{count} word in capitals", "{count} words in capitals", count)
    elif kind is FindingKind.PASSIVE:
        words = ngettext(
            "{count} place that does not say who does it",
            "{count} places that do not say who does it",
            count,
        )
    else:
        words = ngettext("{count} long sentence", "{count} long sentences", count)
    return words.format(count=count)
