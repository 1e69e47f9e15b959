"""One paper that the disclosure check stopped: what it found, and what may be done about it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from letters.convening.paper import FORM, INVITATION, NOTICE
from letters.convening.readying import CALENDAR, ReadyPaper
from ui.convening.convened_review import ConvenedReview
from ui.language import N_, _
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.words import Words

if TYPE_CHECKING:
    from models.open_review import OpenReview

_SAID = {
    INVITATION: N_("The invitation of {name} is stopped."),
    FORM: N_("The form of {name} is stopped."),
    NOTICE: N_("The letter to {name} is stopped."),
    CALENDAR: N_("The calendar entry of {name} is stopped."),
}


class StoppedRow(Card):
    """The place can be left out; the chair may say why what was found may go."""

    place_left_out = Signal(str)  # the reader

    def __init__(self, convened: ConvenedReview, paper: ReadyPaper) -> None:
        super().__init__("over")
        self._convened, self.paper = convened, paper
        self.setObjectName(f"stopped_{paper.document}_{paper.reader}")
        name = convened.line(paper.reader).name
        self.title = Words(_(_SAID[paper.document]).format(name=name), "label", wrap=True)
        self.found = Words(self._what_was_found(), "body", wrap=True)
        self.leave_out = SmallButton(_("Do not tell them the place"), in_row=True)
        self.leave_out.setObjectName("leave_place_out")
        self.why = LineField(_("Why it may go all the same"))
        self.answer = SmallButton(_("Let it go, with this reason"), in_row=True)
        self.answer.setObjectName("answer_stopped")
        line = QHBoxLayout()
        line.addWidget(self.leave_out)
        line.addWidget(self.answer)
        line.addStretch(1)
        for part in (self.title, self.found, self.why):
            self.column.addWidget(part)
        self.column.addLayout(line)
        may_answer = bool(paper.hits) and convened.desk.reach().makes("disclosure_answer")
        show_if(self.why, may_answer)
        show_if(self.answer, may_answer)
        self.leave_out.clicked.connect(lambda: self.place_left_out.emit(paper.reader))
        self.answer.clicked.connect(self.let_go)

    def let_go(self) -> None:
        """Keep the reason for each find; the paper is checked again when it is made."""
        from models.settling_readers import answer_hit  # loads SQLAlchemy

        why, paper = self.why.text().strip(), self.paper
        if not why:
            self.why.show_error(_("Write why first"))
            return

        def answer(review: "OpenReview") -> None:
            for hit in paper.hits:
                answer_hit(review, paper.reader, paper.document, hit.key, why)

        if self._convened.act(answer):
            self.hide()

    def _what_was_found(self) -> str:
        if self.paper.is_place_unsure and not self.paper.hits:
            return _(
                "It tells an address. This laptop does not hold what is protected, so ask the IRO "
                "whether this person may know it."
            )
        around = dict.fromkeys(hit.around.strip() or hit.found for hit in self.paper.hits)
        said = _("It tells what this person must not learn: {words}")
        return said.format(words=" … ".join(around))
