"""A letter in another language: how far its words can be relied on, and the translator's file."""

from PySide6.QtCore import Signal

from letters.fixed_words import Standing, standing
from letters.languages import ENGLISH, language_of
from letters.papers import for_translator
from letters.translating.reading import Brought
from letters.two_languages import ARRANGEMENTS, NO_ROOM_BESIDE, Translated, has_room_beside
from letters.wording import own_digits_of
from models.people import Role
from ui.language import _, ngettext
from ui.letter.brought_words import brought_words, needs_a_look
from ui.letter.language_box import APART, END, standing_words
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.translators_file import TranslatorsFile
from ui.meeting.kept_field import KeptField, Value
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.ticks import RoundChoices, Tick
from ui.parts.words import Words


class LanguagePanel(Card):
    """Shown while the letter is in a language besides English; says plainly what is unchecked."""

    told = Signal(str)
    counted = Signal(object)  # Translated: how every line stands
    lines_asked = Signal()

    def __init__(self, letter: LetterInHand) -> None:
        super().__init__("info")
        self._letter = letter
        self.file = TranslatorsFile(letter, self)
        self.setObjectName("language_panel")
        self.title = Words("", "h3", wrap=True)
        self.fixed = Words("", "small", wrap=True)
        self.lacks = Words("", "label", "due", wrap=True)
        choices = [(key, _(words)) for key, words in ARRANGEMENTS.items()]
        self.arrangements = RoundChoices(_("How the languages stand"), choices, stacked=True)
        self.no_room = Words(_(NO_ROOM_BESIDE), "small", wrap=True)
        self.no_room.hide()
        self.own_digits = Tick(_("Numbers and dates in its own digits"))
        self.own_digits.setObjectName("own_digits")
        self.interpreter = Words("", "small", wrap=True)
        self.lines_button = SmallButton(_("Translate line by line"), "translate")
        self.lines_button.setObjectName("translate_lines")
        self.drop_hint = Words(_("Or drop the translator’s file here."), "small", "ink2",
                               wrap=True)  # fmt: skip
        self.save_button = SmallButton(_("Save the file for the translator"), "download-simple")
        self.save_button.setObjectName("save_for_translator")
        self.bring_button = SmallButton(_("Bring in the translation"), "upload-simple")
        self.bring_button.setObjectName("bring_translation")
        self.lacks.hide()
        self._name_those_who_answer_for_it()
        self._build()
        self._connect()
        self.show_setting()

    def _name_those_who_answer_for_it(self) -> None:
        hint = _("Somebody qualified, who has read the letter. Without a name it cannot go out.")
        self.translated_by = LineField(_("Who translated it"), optional=True, most=200)
        self.checked_by = LineField(_("Who checked the fixed words"), hint=hint, most=200)
        self._kept = {
            "translated_by": self._keep(self.translated_by, "translated_by"),
            "words_checked_by": self._keep(self.checked_by, "words_checked_by"),
        }

    def _build(self) -> None:
        buttons = FlowLayout()
        for button in (self.lines_button, self.save_button, self.bring_button):
            buttons.addWidget(button)
        above = (
            self.title,
            self.fixed,
            self.lacks,
            self.arrangements,
            self.no_room,
            self.own_digits,
        )
        below = (self.drop_hint, self.translated_by, self.checked_by, self.interpreter)
        for part in above:
            self.column.addWidget(part)
        self.column.addLayout(buttons)
        for beneath in below:
            self.column.addWidget(beneath)
        self.translated_by.control.setObjectName("translated_by_box")
        self.checked_by.control.setObjectName("words_checked_by_box")

    def _connect(self) -> None:
        letter = self._letter
        self.arrangements.chosen_changed.connect(lambda key: letter.choose("arrangement", key))
        self.own_digits.clicked.connect(lambda on: letter.choose("own_digits", on))
        self.lines_button.clicked.connect(self.lines_asked)
        self.save_button.clicked.connect(self.file.ask_folder)
        self.bring_button.clicked.connect(self.file.ask_file)
        self.file.saved.connect(self._say_saved)
        self.file.brought.connect(self._say_what_came)
        self.file.drop.take_drops_on(self)
        letter.changed.connect(self.show_setting)

    def show_setting(self) -> None:
        """Show how the language stands, and what a translator has still to give."""
        setting = self._letter.setting
        is_english = setting.language == ENGLISH
        show_if(self, not is_english)
        if is_english:
            return
        name = _(language_of(setting.language).name)
        self.title.say(_("In {language}").format(language=name))
        self.arrangements.choose(setting.arrangement)
        for field, kept in self._kept.items():
            kept.move_to(setting.id)
            kept.show(getattr(setting, field))
        fixed = standing(setting.language)
        self.fixed.say(standing_words(fixed))
        show_if(self.checked_by, fixed.standing is not Standing.CHECKED)
        self._show_digits()
        self._show_interpreter()
        self._count()

    def field(self, name: str) -> LineField | None:
        """Give the field that keeps this of the letter, where it stands here."""
        return {"translated_by": self.translated_by, "words_checked_by": self.checked_by}.get(name)

    def flush(self) -> bool:
        """Save now what still waits in a field."""
        flushed = [kept.flush() for kept in self._kept.values()]
        return all(flushed)

    def _show_digits(self) -> None:
        """Offer the digits of the language, where it has others than ours."""
        setting = self._letter.setting
        digits = own_digits_of(setting.language)
        said = _("Numbers and dates in its own digits: {digits}")
        self.own_digits.setText(said.format(digits=f"{APART}{digits}{END}"))
        self.own_digits.setAccessibleName(self.own_digits.text())
        self.own_digits.setChecked(setting.own_digits)
        show_if(self.own_digits, bool(digits))

    def _show_interpreter(self) -> None:
        """Show who interprets for the child, by the record or by who came."""
        sheet, name = self._letter.sheet, self._letter.name
        came = [person.name for person in sheet.people if person.role == Role.INTERPRETER]
        who = sheet.child.interpreter.strip() or ", ".join(came)
        said = _("{name}’s interpreter, who can read it with {name}: {who}")
        nobody = _("No interpreter is named in {name}’s record.")
        self.interpreter.say((said if who else nobody).format(name=name, who=who))

    def _count(self) -> None:
        letter = self._letter
        sheet, kind, today = letter.sheet, letter.kind, letter.desk.today()
        letter.desk.background.run(
            lambda: for_translator(sheet, kind, today), self._say_what_lacks, _raise
        )

    def _say_what_lacks(self, both: Translated) -> None:
        if both.letter.language != self._letter.setting.language:
            return
        self.counted.emit(both)
        is_beside = self._letter.setting.arrangement == "beside"
        show_if(self.no_room, is_beside and not has_room_beside(both.letter))
        missing, changed = len(both.missing), len(both.changed)
        lacks = []
        if missing:
            words = ngettext(
                "{count} line waits for a translator.", "{count} lines wait for a translator.",
                missing,
            )  # fmt: skip
            lacks.append(words.format(count=missing))
        if changed:
            words = ngettext(
                "The English of {count} line has changed since it was translated.",
                "The English of {count} lines has changed since they were translated.",
                changed,
            )
            lacks.append(words.format(count=changed))
        self.lacks.say("\n".join(lacks))
        show_if(self.lacks, bool(lacks))

    def _say_what_came(self, brought: Brought, both: Translated) -> None:
        self.told.emit(" ".join(brought_words(brought, both.lines)))
        if needs_a_look(brought):
            self.lines_asked.emit()

    def _keep(self, field: LineField, name: str) -> KeptField:
        def save(value: Value) -> bool:
            return self._letter.choose_while_typing(name, str(value or ""))

        place = ("child_letter", self._letter.setting.id, name)
        return KeptField(self._letter, field, place, save=save)

    def _say_saved(self, name: str) -> None:
        self.told.emit(_("Saved as {file}.").format(file=name))


def _raise(failure: Exception) -> None:
    raise failure
