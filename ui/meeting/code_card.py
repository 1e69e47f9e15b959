"""The participation code: worked out, in its official words, and open to another choice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.agenda import participation_code, participation_result
from models.rules.participation_codes import PARTICIPATION_CODES, fits_age
from ui.appearance import appearance
from ui.language import _
from ui.meeting.participation_words import because
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.fields import ChoiceField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.words import Words


class CodeCard(QFrame):
    """The code in a block, its short name, why, the national wording, and the way to overrule."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting = page, page.meeting
        self._is_opened = False
        self.setProperty("part", "code_card")
        self.code = Words("", "h1", "on_primary")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label = Words("", "h3", wrap=True)
        self.why = Words("", "small", wrap=True)
        self.official = Words("", "small", "ink2", wrap=True)
        self.change_button = SmallButton(_("Choose another code"))
        self.change_button.setObjectName("choose_another_code")
        self.other = ChoiceField(_("The code that stands"))
        self.reason = TextField(_("Why another code is right"), lines=1)
        self._build()
        row = self._row_id()
        save = self._save
        self._kept_other = page.keep(
            self.other,
            ("participation", row, "chosen_code"),
            save=lambda key: save("chosen_code", key),
        )
        self._kept_reason = page.keep(
            self.reason,
            ("participation", row, "override_reason"),
            save=lambda words: save("override_reason", words),
        )
        self.change_button.clicked.connect(self._open)

    def _build(self) -> None:
        block = QFrame()
        block.setProperty("part", "code_block")
        block.setMinimumWidth(appearance().px(92))
        inside = QVBoxLayout(block)
        inside.addWidget(self.code)
        words = QVBoxLayout()
        words.setContentsMargins(16, 12, 16, 12)
        words.setSpacing(4)
        for part in (self.label, self.why, self.official):
            words.addWidget(part)
        words.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.other)
        words.addWidget(self.reason)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(block)
        across.addLayout(words, 1)

    def show_sheet(self) -> None:
        """Show the code that stands, or hide where there is none yet."""
        sheet = self._meeting.sheet
        code, result = participation_code(sheet), participation_result(sheet)
        self.setVisible(bool(code))
        if not code:
            return
        told = sheet.participation
        chosen = told.chosen_code if told else ""
        self.code.say(code)
        self.label.say(_(PARTICIPATION_CODES[code].label))
        self.official.say(PARTICIPATION_CODES[code].official)
        if chosen and chosen != result.code:
            self.why.say(_("You chose this code in place of the one worked out."))
        else:
            self.why.say(because(result, self._meeting.name))
        self._offer(result.code or "")
        self._kept_other.show(chosen)
        self._kept_reason.show(told.override_reason if told else "")
        opened = bool(chosen) or self._is_opened
        show_if(self.other, opened)
        show_if(self.reason, opened and bool(chosen))
        self.change_button.setVisible(not opened)

    def _offer(self, worked_out: str) -> None:
        child, sheet = self._meeting.sheet.child, self._meeting.sheet
        day = sheet.held_on or sheet.booked_on or child.born_on
        offered = [("", _("{code}, as worked out").format(code=worked_out))] if worked_out else []
        for code in PARTICIPATION_CODES.values():
            if code.code != worked_out and fits_age(code.code, child.born_on, day):
                words = _("{code} {label}").format(code=code.code, label=_(code.label))
                offered.append((code.code, words))
        if offered != self._offered():
            self.other.set_choices(offered)

    def _offered(self) -> list[tuple[str, str]]:
        box = self.other.control
        return [(str(box.itemData(at)), box.itemText(at)) for at in range(box.count())]

    def _open(self) -> None:
        self._is_opened = True
        self.show_sheet()
        self.other.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_id(self) -> str:
        told = self._meeting.sheet.participation
        return told.id if told else ""

    def _save(self, field: str, value: object) -> bool:
        return self._meeting.act(lambda review: review.answer_participation(field, value or ""))
