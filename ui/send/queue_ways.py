"""Above the list of what is to send: only what is to print, to post or to e-mail; a whole run."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.sending_queue import CopyLine, CopyState, QueueLine
from models.sending_steps import SendingWay, Step
from ui.language import N_, _, ngettext
from ui.parts.buttons import SmallButton
from ui.parts.chips import ChipGroup
from ui.parts.showing import show_if

ONLY: Final = {
    CopyState.TO_CHECK: N_("To look at {count}"),
    CopyState.TO_PRINT: N_("To print {count}"),
    CopyState.TO_POST: N_("To post {count}"),
    CopyState.TO_EMAIL: N_("To e-mail {count}"),
    CopyState.TO_HAND: N_("To hand over {count}"),
}


class WaysFilter(QWidget):
    """None chosen shows all; a run that came out is marked as posted in one press."""

    run_asked = Signal(object)  # the copies of the run

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ways_filter")
        self._run: tuple[CopyLine, ...] = ()
        self.chips = ChipGroup(_("Only what is"), size="filter")
        self.run_button = SmallButton("")
        self.run_button.setObjectName("post_run")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self.chips, 1)
        across.addWidget(self.run_button, 0, Qt.AlignmentFlag.AlignTop)
        self.run_button.clicked.connect(lambda: self.run_asked.emit(self._run))

    @property
    def only(self) -> CopyState | None:
        """The state that was chosen; nothing for all."""
        found = self.chips.chosen()
        return CopyState(found) if found else None

    def show_counts(self, lines: Sequence[QueueLine]) -> None:
        """Offer what there is, with how many copies each."""
        counted = {state: sum(len(line.only(state)) for line in lines) for state in ONLY}
        self.chips.set_choices(
            [(state, _(ONLY[state]).format(count=count)) for state, count in counted.items()
             if count or state is self.only]
        )  # fmt: skip
        self._run = last_run(lines)
        count = len(self._run)
        words = ngettext(
            "Mark the printed run as posted: {count} copy",
            "Mark the printed run as posted: {count} copies",
            count,
        )
        self.run_button.say(words.format(count=count))
        show_if(self.run_button, bool(count))


def last_run(lines: Sequence[QueueLine]) -> tuple[CopyLine, ...]:
    """The copies of the newest print run that came out and wait for the post."""
    runs: dict[str, list[CopyLine]] = {}
    newest: dict[str, tuple[str, str]] = {}
    for copy in (copy for line in lines for copy in line.only(CopyState.TO_POST)):
        printed = copy.noted(Step.PRINTED)
        if printed is None or not printed.run_id or copy.way != SendingWay.POST:
            continue
        runs.setdefault(printed.run_id, []).append(copy)
        at = (printed.on.isoformat(), printed.id)
        newest[printed.run_id] = max(newest.get(printed.run_id, at), at)
    return tuple(runs[max(newest, key=lambda run: newest[run])]) if runs else ()
