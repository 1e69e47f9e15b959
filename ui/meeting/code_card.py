"""The participation code: worked out, in its official words, and open to another choice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.agenda import participation_code, participation_result, words_against_code
from models.review_sheet import ParticipationOnSheet
from models.rules.participation_codes import PARTICIPATION_CODES, fits_age
from models.rules.participation_questions import CodeResult
from models.rules.participation_ways import WAYS, Offer, offered
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
        self._offered_now: Offer | None = None
        self.setProperty("part", "code_card")
        self.code = Words("", "h1", "on_primary")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label = Words("", "h3", wrap=True)
        self.why = Words("", "small", wrap=True)
        self.official = Words("", "small", "ink2", wrap=True)
        self.beside = Words("", "small", wrap=True, bold=True)
        self.beside.setObjectName("worked_out")
        self.against = Words("", "small", "due", wrap=True, bold=True)
        self.against.setObjectName("words_against_code")
        self.other_ways = Words("", "small", wrap=True)
        self.offered = Words("", "small", "due", wrap=True)
        self.offer_button = SmallButton(_("Use the offered code"))
        self.offer_button.setObjectName("take_offer")
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
        self.offer_button.clicked.connect(self._take_offer)

    def _build(self) -> None:
        block = QFrame()
        block.setProperty("part", "code_block")
        block.setMinimumWidth(appearance().px(92))
        inside = QVBoxLayout(block)
        inside.addWidget(self.code)
        words = QVBoxLayout()
        words.setContentsMargins(16, 12, 16, 12)
        words.setSpacing(4)
        told = (self.label, self.why, self.against, self.official, self.beside,
                self.other_ways, self.offered)  # fmt: skip
        for part in told:
            words.addWidget(part)
        words.addWidget(self.offer_button, 0, Qt.AlignmentFlag.AlignLeft)
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
        self._say_beside(result, chosen)
        is_against = self._say_against()
        self._say_other_ways(told)
        self._show_offer(told, result)
        self._offer(result.code or "")
        self._kept_other.show(chosen)
        self._kept_reason.show(told.override_reason if told else "")
        opened = bool(chosen) or self._is_opened
        show_if(self.other, opened)
        self.reason.set_label(
            _("Why this code stands all the same")
            if is_against
            else _("Why another code is right")
        )
        show_if(self.reason, (opened and bool(chosen)) or is_against)
        self.change_button.setVisible(not opened)

    def _say_beside(self, result: CodeResult, chosen: str) -> None:
        """Keep what the answers lead to in sight beside a code that was chosen."""
        differs = bool(chosen) and chosen != result.code
        show_if(self.beside, differs)
        if not result.code:
            self.beside.say(_("The answers so far lead to no code yet."))
            return
        said = _("Worked out from the answers: {code} {label}. {because}")
        label = _(PARTICIPATION_CODES[result.code].label)
        why = because(result, self._meeting.name)
        self.beside.say(said.format(code=result.code, label=label, because=why))

    def _say_against(self) -> bool:
        """Say plainly when a code without views stands beside words of the child."""
        is_against = words_against_code(self._meeting.sheet)
        said = _(
            "This code says that {name} shared no views, and {name}’s own words are in this"
            " review. Answer the questions again, or say why the code stands."
        )
        self.against.say(said.format(name=self._meeting.name) if is_against else "")
        show_if(self.against, is_against)
        return is_against

    def _say_other_ways(self, told: ParticipationOnSheet | None) -> None:
        """Name the ways that are kept, when there are several."""
        ways = [_(WAYS[key].words) for key in (told.ways if told else ()) if key in WAYS]
        show_if(self.other_ways, len(ways) > 1)
        said = _("All the ways that are kept: {ways}.")
        self.other_ways.say(said.format(ways="; ".join(ways)))

    def _show_offer(self, told: ParticipationOnSheet | None, result: CodeResult) -> None:
        """Offer another code where the answers do not tell all, unless one was chosen."""
        found = None
        if told is not None and not told.chosen_code:
            found = offered(result.code or "", told.chaired, told.ways)
        self._offered_now = found
        show_if(self.offered, found is not None)
        show_if(self.offer_button, found is not None)
        if found is not None:
            self.offered.say(_(found.reason).format(name=self._meeting.name))
            words = _("{code} {label}").format(
                code=found.code, label=_(PARTICIPATION_CODES[found.code].label)
            )
            self.offer_button.say(_("Use {code}").format(code=words))

    def _take_offer(self) -> None:
        from models.taking_part import take_offer  # loads SQLAlchemy

        offer, name = self._offered_now, self._meeting.name
        if offer is not None:
            reason = _(offer.reason).format(name=name)
            self._meeting.act(lambda review: take_offer(review, offer, reason))
            self.other.control.setFocus(Qt.FocusReason.OtherFocusReason)

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
