"""Choosing words on one reader's pages, to leave them out or to restrict them."""

from PySide6.QtCore import QObject

from models.open_review import OpenReview
from models.protecting import kinds_at, set_kinds
from ui.language import _
from ui.meeting.meeting import Meeting
from ui.send.copies_acts import leave_words_out
from ui.send.copies_page import Frame
from ui.send.copies_places import Chosen, choices, chosen_on_page
from ui.send.copies_preview import CopyPreview
from ui.send.copies_standing import CopyStanding
from ui.send.copies_words import short_name


class Choosing(QObject):
    """A click on the page chooses words, or the button does, and then one after the other."""

    def __init__(self, meeting: Meeting, preview: CopyPreview) -> None:
        super().__init__(preview)
        self._meeting, self._preview, self._card = meeting, preview, preview.chosen
        self._shown: CopyStanding | None = None
        self.chosen: Chosen | None = None
        preview.page.words_clicked.connect(self._choose_at)
        preview.choose_button.clicked.connect(self._choose_first)
        self._card.turned.connect(self.turn)
        self._card.out_asked.connect(self._leave_out)
        self._card.restrict_asked.connect(self._restrict)
        self._card.closed.connect(self._close)

    def show_copy(self, shown: CopyStanding) -> None:
        """Know the copy that is shown; what was chosen stays so while it stands there."""
        before, self._shown = self._shown, shown
        is_other = before is None or before.reader.key != shown.reader.key
        if self.chosen is None:
            return
        if is_other or self.chosen not in self._choices():
            self._put_away()
        else:
            self._mark()

    def begin(self, chosen: Chosen) -> None:
        """Show what can be done with these words."""
        if self._shown is None:
            return
        self.chosen = chosen
        self._preview.cut_card.hide()
        kinds = kinds_at(self._meeting.sheet, chosen.place)
        who = short_name(self._shown.reader, self._meeting.name)
        words = _("Words in the copy for {who}").format(who=who)
        told = "" if chosen.is_typed else _("This is chosen or worked out, so it goes as a whole.")
        if kinds:
            told = _("It is restricted. This person may read it.")
        self._card.show_words(words, chosen.words, told, kinds or ())
        self._mark()
        self._card.enter()

    def turn(self, by: int) -> None:
        """Choose the next words of the copy, or those before."""
        every = self._choices()
        if not every:
            return
        at = -1 if by > 0 else len(every)
        if self.chosen in every:
            at = every.index(self.chosen)
        self.begin(every[(at + by) % len(every)])

    def _choices(self) -> tuple[Chosen, ...]:
        copy = self._shown.copy if self._shown else None
        return choices(copy.made, self._meeting.sheet) if copy is not None else ()

    def _choose_at(self, across: float, down: float) -> None:
        copy = self._shown.copy if self._shown else None
        if copy is None:
            return
        page = self._preview.page.number
        found = chosen_on_page(copy.made, self._meeting.sheet, page, (across, down))
        if found is not None:
            self.begin(found)

    def _choose_first(self) -> None:
        """Choose the first words of the page that is shown."""
        page = self._preview.page.number
        every = self._choices()
        here = (each for each in every if any(box.page == page for box in self._frames(each)))
        found = next(here, every[0] if every else None)
        if found is not None:
            self.begin(found)

    def _frames(self, chosen: Chosen) -> tuple[Frame, ...]:
        copy = self._shown.copy if self._shown else None
        boxes = copy.made.rendered.places.get(chosen.source, ()) if copy is not None else ()
        return tuple(
            Frame("", each.page, each.left, each.top, each.width, each.height) for each in boxes
        )

    def _mark(self) -> None:
        self._preview.show_chosen(self._frames(self.chosen) if self.chosen else ())

    def _leave_out(self, words: str) -> None:
        shown, chosen = self._shown, self.chosen
        if shown is None or chosen is None:
            return
        if leave_words_out(self._meeting, shown, chosen.place, words):
            self._done()
        else:
            self._card.say(
                _("Nothing was left out: the copy would say the same. Change it in the meeting.")
            )

    def _restrict(self, kinds: tuple[str, ...]) -> None:
        chosen = self.chosen
        if chosen is None:
            return

        def act(review: OpenReview) -> None:
            set_kinds(review, chosen.place, kinds)

        if self._meeting.act(act):
            self._done()

    def _done(self) -> None:
        self._put_away()
        self._preview.enter()

    def _close(self) -> None:
        self._put_away()
        self._preview.enter()

    def _put_away(self) -> None:
        self.chosen = None
        self._card.hide()
        self._preview.show_chosen(())
