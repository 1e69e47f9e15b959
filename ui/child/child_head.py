"""The head of a child's page: who it is, a letter to them, and the one main thing to do."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.child_story import ChildStory
from models.review_sheet import ChildOnSheet
from models.rules.age import age_on
from models.rules.legal_status import LEGAL_STATUSES
from ui.language import N_, _, date_in_words, ngettext
from ui.parts.badges import Badge
from ui.parts.buttons import IconButton, PrimaryButton, SecondaryButton
from ui.parts.flow_layout import FlowLayout
from ui.parts.saved_state import PageSavedState
from ui.parts.words import Disc, Words

# Each code of the national return in a few words, for a badge beside the name.
STATUS_WORDS: Final = {
    "C1": N_("In care under an interim care order"),
    "C2": N_("In care under a care order"),
    "D1": N_("Freed for adoption"),
    "E1": N_("Placement order"),
    "V2": N_("Accommodated under section 20"),
    "V3": N_("Short breaks"),
    "V4": N_("Short breaks"),
    "L1": N_("Police protection"),
    "L2": N_("Emergency protection order"),
    "L3": N_("Child assessment order"),
    "J1": N_("Remanded"),
    "J2": N_("Accommodated before court"),
    "J3": N_("Youth rehabilitation order"),
}


class ChildHead(QFrame):
    """The disc, the names, the age, the legal status in words; a letter, and the review."""

    left = Signal()
    review_asked = Signal()
    letter_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "bar")
        self.back = IconButton("arrow-left", _("Back to the list of children"))
        self.back.setObjectName("back")
        self.disc = Disc("", "child", 56)
        self.name = Words("", "h1", wrap=False)
        self.status = Badge("")
        self.about = Words("", "body", "ink2", wrap=True)
        self.write = SecondaryButton("", "envelope-simple")
        self.write.setObjectName("write")
        self.start = PrimaryButton("", "play-fill")
        self.start.setObjectName("start_review")
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.back.clicked.connect(self.left)
        self.write.clicked.connect(self.letter_asked)
        self.start.clicked.connect(self.review_asked)

    def _build(self) -> None:
        named = QWidget()
        flow = FlowLayout(named, gap_across=12, gap_down=4)
        flow.addWidget(self.name)
        flow.addWidget(self.status)
        policy = named.sizePolicy()
        policy.setHeightForWidth(True)
        named.setSizePolicy(policy)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(named)
        words.addWidget(self.about)
        who = QHBoxLayout()
        who.setSpacing(14)
        middle = Qt.AlignmentFlag.AlignVCenter
        who.addWidget(self.back, 0, middle)
        who.addWidget(self.disc, 0, middle)
        who.addLayout(words, 1)
        self._line.setContentsMargins(16, 14, 28, 14)
        self._line.setSpacing(12)
        self._line.addLayout(who, 1)
        self._acts.setSpacing(16)
        for part in (PageSavedState(), self.write, self.start):
            self._acts.addWidget(part, 0, middle)
        held = QWidget()
        held.setLayout(self._acts)
        self._acts.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(held, 0, middle | Qt.AlignmentFlag.AlignLeft)

    def show_story(self, story: ChildStory, today: date) -> None:
        """Show this child."""
        child = story.child
        self.disc.setText(child.called[:1].upper())
        self.name.say(child.full_name)
        self.status.say(status_words(child))
        official = LEGAL_STATUSES.get(child.legal_status)
        self.status.setToolTip(official.official if official else "")
        self.about.say(about_words(child, today))
        self.write.say(_("Write to {name}").format(name=child.called))
        number = story.next_number
        words = _("Open review {number}") if story.under_way else _("Start review {number}")
        self.start.say(words.format(number=number))
        self.start.setVisible(child.in_care or story.under_way is not None)

    def lay_out(self, *, beside_name: bool, side_by_side: bool) -> None:
        """Put the buttons beside the name or below it, in one line or one under the other."""
        directions = QBoxLayout.Direction
        for line, across in ((self._line, beside_name), (self._acts, side_by_side)):
            line.setDirection(directions.LeftToRight if across else directions.TopToBottom)
        for line in (self._line, self._acts):
            if self._line.minimumSize().width() > self.width():  # where words are longer
                line.setDirection(directions.TopToBottom)


def status_words(child: ChildOnSheet) -> str:
    """Say the legal status in a few words; the official ones are among the facts."""
    if not child.in_care:
        return _("Not looked after now")
    words = STATUS_WORDS.get(child.legal_status)
    return _(words) if words else _("Legal status not known")


def about_words(child: ChildOnSheet, today: date) -> str:
    """Say "Likes to be called Kit, he/him. 10 years old, born 14 March 2016."."""
    age = age_on(child.born_on, today)
    years = ngettext("{age} year old, born {day}.", "{age} years old, born {day}.", age)
    born = years.format(age=age, day=date_in_words(child.born_on))
    if child.chosen_name and child.pronouns:
        first = _("Likes to be called {name}, {pronouns}.")
    elif child.chosen_name:
        first = _("Likes to be called {name}.")
    else:
        first = "{pronouns}."
    if not child.chosen_name and not child.pronouns:
        return born
    said = first.format(name=child.chosen_name, pronouns=child.pronouns.capitalize())
    if child.chosen_name:
        said = first.format(name=child.chosen_name, pronouns=child.pronouns)
    return _("{first} {born}").format(first=said, born=born)
