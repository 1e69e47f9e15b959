"""Names, before anything is printed, to whom nothing can be posted, and what may be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from letters.convening.addressing import NotPosted
from models.convening_on_sheet import Invited
from models.sending_steps import SendingWay
from ui.convening.convened_review import ConvenedReview
from ui.convening.wanted_papers import not_posted
from ui.language import N_, _
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words

_SAID = {
    NotPosted.NO_ADDRESS: N_(
        "{name} has no address, so nothing is printed to be posted. Write it on their line above, "
        "or hand it over."
    ),
    NotPosted.TOO_LONG: N_(
        "The address of {name} does not show whole in the window of an envelope. Hand it over, or "
        "use a C4 envelope with a label: the whole address then stands over the words."
    ),
}
_LABELLED = N_("{name} gets a C4 envelope with a label; the whole address stands over the words.")


class NotPostedPart(QWidget):
    """`labelled` are the readers for whom a C4 envelope was chosen, while the page is open."""

    label_chosen = Signal()

    def __init__(self, convened: ConvenedReview) -> None:
        super().__init__()
        self.setObjectName("not_posted")
        self._convened = convened
        self.labelled: frozenset[str] = frozenset()
        self._shown: tuple[object, ...] = ()
        self.said: dict[str, Words] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def show_form(self) -> None:
        """Show who they are, if that is different from before."""
        found = not_posted(self._convened)
        if (found, self.labelled) == self._shown:
            return
        self._shown = (found, self.labelled)
        self.said = {}
        while (place := self._rows.takeAt(0)) is not None:
            if (widget := place.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line, why in found:
            self._rows.addWidget(self._row(line, why))
        show_if(self, bool(found))

    def _row(self, line: Invited, why: NotPosted) -> QWidget:
        card = Card("due")
        words = _LABELLED if line.reader in self.labelled else _SAID[why]
        said = self.said[line.reader] = Words(_(words).format(name=line.name), "body", wrap=True)
        card.column.addWidget(said)
        buttons = QHBoxLayout()
        by_hand = SmallButton(_("By hand"), in_row=True)
        by_hand.setObjectName(f"by_hand_{line.reader}")
        by_hand.setAccessibleName(_("Hand it over to {name}").format(name=line.name))
        by_hand.clicked.connect(lambda: self._hand_over(line.reader))
        buttons.addWidget(by_hand)
        if why is NotPosted.TOO_LONG and line.reader not in self.labelled:
            label = SmallButton(_("C4 envelope with a label"), in_row=True)
            label.setObjectName(f"label_{line.reader}")
            named = _("C4 envelope with a label for {name}").format(name=line.name)
            label.setAccessibleName(named)
            label.clicked.connect(lambda: self._label(line.reader))
            buttons.addWidget(label)
        buttons.addStretch(1)
        card.column.addLayout(buttons)
        return card

    def _hand_over(self, reader: str) -> None:
        from models.convening_acts import put_invitation  # loads SQLAlchemy

        hand = SendingWay.HAND
        self._convened.act(lambda review: put_invitation(review, reader, "invited_way", hand))

    def _label(self, reader: str) -> None:
        self.labelled |= {reader}
        self.show_form()
        self.label_chosen.emit()
