"""Forms that came back before the review, in step A2: quoted, and taken in with their source."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.convening_list import forms_back
from models.convening_on_sheet import THE_CHILD, FormBack
from models.rules.forms import FORMS
from ui.language import _, day_in_words
from ui.meeting.half_typed import Draft, HalfTyped
from ui.meeting.scan_view import ScanView
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.words import Words


class FormBackCard(Card):
    """One form. Its words stand in a field, so that the chair can take in a part of them."""

    def __init__(self, page: StepPage, back: FormBack) -> None:
        super().__init__("child" if back.reader == THE_CHILD else "info")
        self._page, self._meeting, self.back = page, page.meeting, back
        self.setObjectName(f"form_back_{back.id}")
        self.heading = Words(self.source, "label", wrap=True)
        self.words = TextField(self._asked())
        self.words.control.setObjectName(f"form_words_{back.id}")
        self.words.set_text(back.words)
        self.scan = ScanView(self._meeting.desk, back.id, self.source)
        self.take_button = SmallButton(_("Take this into the review"), "check-circle")
        self.take_button.setObjectName("take_in")
        self.take_button.setAccessibleName(
            _("Take this into the review: {source}").format(source=self.source)
        )
        self.taken = Words(_("It was taken into the review."), "small", "ink2", wrap=True)
        self.show_button = SmallButton(_("Show what it says"), in_row=True)
        self.show_button.setObjectName("show_form")
        said = _("Show what it says: {source}").format(source=self.source)
        self.show_button.setAccessibleName(said)
        line = QHBoxLayout()
        line.addWidget(self.taken, 1)
        line.addWidget(self.show_button)
        line.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignRight)
        for part in (self.heading, self.words, self.scan):
            self.column.addWidget(part)
        self.column.addLayout(line)
        is_taken = back.taken_in_on is not None
        show_if(self.taken, is_taken)
        self._may_take = not is_taken and not self._meeting.is_finished
        self.half_typed = self._begin_typing() if self._may_take else None
        self.show_button.clicked.connect(self.unfold)
        self.take_button.clicked.connect(self.take_in)
        self.fold()

    def fold(self) -> None:
        """Hide the words of anybody but the child, who may sit beside the screen."""
        self._show(shown=self.back.reader == THE_CHILD)

    def unfold(self) -> None:
        """Show the words; where there are none, the scan that they are typed from."""
        self._show(shown=True)
        if self.back.has_scan and not self.back.words.strip():
            self.scan.unfold()
        self.words.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, shown: bool) -> None:
        if not shown or self.scan.is_open:
            self.scan.fold()
        show_if(self.words, shown)
        show_if(self.scan, shown and self.back.has_scan)
        show_if(self.take_button, shown and self._may_take)
        show_if(self.show_button, not shown)

    @property
    def source(self) -> str:
        """Say which form it is, whose, and when it came back."""
        day = day_in_words(self.back.back_on, self._meeting.desk.today())
        form = FORMS.get(self.back.form)
        if self.back.reader == THE_CHILD:
            said = _("{name}’s own form, back on {day}")
            return said.format(name=self._meeting.name, day=day)
        person = self._meeting.sheet.person.get(self.back.reader)
        who = person.name if person else ""
        kind = _(form.name).format(name=self._meeting.name) if form else ""
        return _("{who} ({form}), back on {day}").format(who=who, form=kind, day=day)

    def take_in(self) -> None:
        """Take the words in: the child's as they are, others' quoted with where they are from."""
        from models.convening_acts import take_in  # loads SQLAlchemy

        words, back, today = self.words.text(), self.back, self._meeting.desk.today()
        if not words.strip():
            self.words.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if back.reader != THE_CHILD:
            quoted = _("From the form that came back on {day}: “{words}”")
            day = day_in_words(back.back_on, today)
            words = quoted.format(day=day, words=words.strip())
        if self.half_typed is not None:
            self.half_typed.add(lambda review: take_in(review, back.id, words, today))

    @property
    def typed(self) -> str:
        """The words that are typed here and not yet taken in."""
        text = self.words.text()
        return "" if text.strip() == self.back.words.strip() else text

    def take_over(self, other: "FormBackCard") -> None:
        """Go on with what was typed in another card of this form."""
        if other.typed and self._may_take:
            self.words.set_text(other.typed)
            if self.half_typed is not None:
                self.half_typed.note()

    def flush(self) -> bool:
        """Keep now what is half typed."""
        return self.half_typed is None or self.half_typed.flush()

    def _begin_typing(self) -> HalfTyped:
        """Keep what is typed from a scan until it is taken in."""
        key = f"{self._page.step}.form-{self.back.id}"
        return HalfTyped(self._meeting, key, self.words, self._draft, self._take_draft)

    def _draft(self) -> Draft:
        return {"words": self.typed}

    def _take_draft(self, draft: Draft) -> None:
        self.words.set_text(draft.get("words", "") or self.back.words)

    def _asked(self) -> str:
        if self.back.has_scan and not self.back.words.strip():
            return _("What the scan says: type what is to be taken in")
        return _("What it says")


class FormsBackPart(QWidget):
    """It takes no room while nothing came back."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self.setObjectName("forms_back")
        self._page = page
        self._shown: tuple[FormBack, ...] = ()
        self.cards: list[FormBackCard] = []
        self.heading = Words(_("What came back on the forms"), "h3", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.heading)
        self.hide()

    def show_sheet(self) -> None:
        """Show what came back, those not taken in yet first."""
        meeting = self._page.meeting
        with meeting.desk.database.reading() as connection:
            found = forms_back(connection, meeting.review_id)
        found = tuple(sorted(found, key=lambda each: each.taken_in_on is not None))
        if found == self._shown:
            return
        self._shown = found
        before = {card.back.id: card for card in self.cards}
        self.cards = [self._card(back, before.get(back.id)) for back in found]
        for card in before.values():
            self._column.removeWidget(card)
            if card not in self.cards:
                card.hide()
                card.deleteLater()
        for card in self.cards:
            self._column.addWidget(card)
        show_if(self, bool(found))

    def flush(self) -> bool:
        """Keep now what is half typed."""
        flushed = [card.flush() for card in self.cards]
        return all(flushed)

    def _card(self, back: FormBack, before: FormBackCard | None) -> FormBackCard:
        """The card of a form: the one that stands, where nothing of it is different."""
        if before is not None and before.back == back:
            return before
        card = FormBackCard(self._page, back)
        if before is not None:
            before.flush()
            card.take_over(before)
        return card

    def fold(self) -> None:
        """Hide what adults wrote."""
        for card in self.cards:
            card.fold()
