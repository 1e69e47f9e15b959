"""A print run on the page: how far it is, whether all came out, and where a jam stopped it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.print_runs import LastSheet
from ui.language import _, ngettext
from ui.parts.buttons import QuietButton, SmallButton
from ui.parts.cards import Card
from ui.parts.fields import ChoiceField
from ui.parts.flow_layout import FlowLayout
from ui.parts.progress import Progress
from ui.parts.showing import show_if
from ui.parts.words import Words


@dataclass(frozen=True)
class GivenSet:
    """A set that went to the printer: its number, for whom it is, and how many sheets it has."""

    number: int
    who: str
    sheets: int
    first_sheet: int = 0  # the last that is known to be out


class RunCard(Card):
    """Asks plainly, and says what each answer does; nothing is marked before an answer."""

    all_out = Signal()
    last_out = Signal(object)  # a LastSheet
    go_on_asked = Signal()
    end_asked = Signal()
    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__("chosen")
        self.setObjectName("run_card")
        self._given: dict[str, GivenSet] = {}
        self.title = Words("", "h3", wrap=True)
        self.detail = Words("", "small", "ink2", wrap=True)
        self.progress = Progress()
        self.all_button = SmallButton(_("Everything came out"), kind="primary")
        self.all_button.setObjectName("all_came_out")
        self.jam_button = SmallButton(_("Not everything came out"))
        self.jam_button.setObjectName("not_all_came_out")
        self.which_set = ChoiceField(_("Which set came out last?"))
        self.which_set.control.setObjectName("last_set")
        self.which_sheet = ChoiceField(_("Which sheet of it?"))
        self.which_sheet.control.setObjectName("last_sheet")
        self.on_button = SmallButton(_("Go on from there"), "printer", kind="primary")
        self.on_button.setObjectName("go_on_from_there")
        self.end_button = QuietButton(_("End this run"), size="small")
        self.end_button.setObjectName("end_run")
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        for part in (self.title, self.detail, self.progress, self.which_set, self.which_sheet):
            self.column.addWidget(part)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.all_button, self.jam_button, self.on_button, self.end_button):
            flow.addWidget(button)
        self.column.addWidget(buttons)

    def _connect(self) -> None:
        self.progress.stop_asked.connect(self.stop_asked)
        self.all_button.clicked.connect(self.all_out)
        self.jam_button.clicked.connect(self.ask_which)
        self.which_set.chosen.connect(lambda _key: self._offer_sheets())
        self.on_button.clicked.connect(self._go_on)
        self.end_button.clicked.connect(self._end)

    def show_making(self, words: str) -> None:
        """Show that work goes on."""
        self._show(words, "")
        self.progress.start(words)

    def show_step(self, done: int, total: int) -> None:
        """Show how many sets went to the printer."""
        self.progress.step(done, total)

    def finish(self) -> None:
        """Show nothing more of it."""
        self.progress.finish()
        self.hide()

    def ask_whether_out(
        self, given: Sequence[GivenSet], *, in_files: bool = False, after_a_cut: bool = False
    ) -> None:
        """Ask whether all that was given to the printer came out.

        After a cut the keyboard is on the answer that marks nothing: nobody stood at the printer.
        """
        self.progress.finish()
        self._given = {str(each.number): each for each in given}
        count = len(given)
        asked = ngettext("Did the set come out whole?", "Did all {count} sets come out?", count)
        if in_files:
            asked = ngettext("Is the set printed?", "Are all {count} sets printed?", count)
        safe = _("Nothing is marked as printed until you say so.")
        if after_a_cut:
            safe = _("Waymark was closed while this was printing. {safe}").format(safe=safe)
        self._show(asked.format(count=count), safe, self.all_button, self.jam_button)
        first = self.jam_button if after_a_cut else self.all_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_which(self) -> None:
        """Ask which sheet came out last."""
        said = _("Look at the last sheet that came out. Its set is printed on the envelope sheet.")
        safe = _("What came out is marked as printed. Nothing is printed twice, and none missed.")
        self._show(said, safe, self.which_set, self.which_sheet, self.on_button, self.end_button)
        set_words = _("Set {number}: {who}")
        self.which_set.set_choices(
            [(key, set_words.format(number=key, who=each.who))
             for key, each in self._given.items()]
        )  # fmt: skip
        only = next(iter(self._given)) if len(self._given) == 1 else ""
        self.which_set.set_value(only)  # with more than one, nothing is answered for anybody
        for field in (self.which_set, self.which_sheet):
            field.clear_error()
        self._offer_sheets()
        self.which_set.control.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def answer(self) -> LastSheet | None:
        """The sheet that was chosen; nothing before both are, and the field says so."""
        for field, asked in (
            (self.which_set, _("Say which set came out last.")),
            (self.which_sheet, _("Say which of its sheets came out last.")),
        ):
            field.clear_error()
            if not field.value():
                field.show_error(asked)
                field.control.setFocus(Qt.FocusReason.OtherFocusReason)
                return None
        return LastSheet(int(self.which_set.value()), int(self.which_sheet.value()))

    def _offer_sheets(self) -> None:
        given = self._given.get(self.which_set.value())
        if given is None:
            self.which_sheet.set_choices([])
            return
        words = _("Sheet {number} of {count}")
        none = (str(given.first_sheet), _("None of its sheets"))
        if given.first_sheet:
            none = (none[0], words.format(number=given.first_sheet, count=given.sheets))
        rest = range(given.first_sheet + 1, given.sheets + 1)
        found = [(str(each), words.format(number=each, count=given.sheets)) for each in rest]
        self.which_sheet.set_choices([none, *found])
        self.which_sheet.set_value("")

    def _go_on(self) -> None:
        if (last := self.answer) is not None:
            self.last_out.emit(last)
            self.go_on_asked.emit()

    def _end(self) -> None:
        if (last := self.answer) is not None:
            self.last_out.emit(last)
            self.end_asked.emit()

    def _show(self, title: str, detail: str, *parts: QWidget) -> None:
        self.title.say(title)
        self.setAccessibleName(title)
        self.detail.say(detail)
        show_if(self.detail, bool(detail))
        every = (self.which_set, self.which_sheet, self.all_button, self.jam_button,
                 self.on_button, self.end_button)  # fmt: skip
        for part in every:
            show_if(part, part in parts)
        self.show()
