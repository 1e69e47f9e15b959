"""How the child wants to hear what was decided, who tells them, and what people say of it all."""

from models.rules.telling import TELL_HOW
from ui.language import _
from ui.meeting.step_page import StepPage
from ui.meeting.who_field import WhoField
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.fields import LineField
from ui.parts.text_field import TextField
from ui.parts.words import Words

FIELDS = ("tell_words", "tell_by", "child_feedback", "others_feedback")


class TellingPart(Card):
    """The child’s choice with their words, the person who tells them, and the feedback."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self.setObjectName("telling")
        self._meeting, name = page.meeting, page.meeting.name
        review_id = page.meeting.review_id
        asked = _("How does {name} want to be told what we decided?").format(name=name)
        self.heading = Words(asked, "h3", wrap=True)
        self.tell_how = ChipGroup(asked, [(key, _(words)) for key, words in TELL_HOW.items()])
        self.tell_words = LineField(_("In {name}’s words").format(name=name), optional=True)
        self.tell_by = WhoField(_("Who tells {name}, if not you").format(name=name))
        self.child_feedback = TextField(
            _("What {name} says about the review").format(name=name), optional=True, lines=1
        )
        self.others_feedback = TextField(
            _("What others say about the review"), optional=True, lines=1
        )
        self.column.addWidget(self.heading)
        self.column.addWidget(self.tell_how)
        for field in FIELDS:
            self.column.addWidget(getattr(self, field))
        self._kept = {
            field: page.keep(getattr(self, field), ("review", review_id, field))
            for field in FIELDS
        }
        self.tell_how.chosen_changed.connect(
            lambda key: self._meeting.put("review", review_id, "tell_how", key)
        )

    def show_sheet(self) -> None:
        """Show what is kept of it."""
        sheet = self._meeting.sheet
        self.tell_by.offer(sheet)
        self.tell_how.choose(sheet.tell_how)
        for field, kept in self._kept.items():
            kept.show(getattr(sheet, field))
