"""A letter in another language: how far its words can be relied on, and the translator's file."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from letters.fixed_words import STANDINGS, Standing, standing
from letters.languages import ENGLISH, language_of
from letters.papers import for_translator
from letters.translating.reading import Brought, read_translation
from letters.two_languages import ARRANGEMENTS, Translated
from models.problems import N_, Problem
from ui.language import _, ngettext
from ui.letter.letter_in_hand import LetterInHand
from ui.meeting.kept_field import KeptField, Value
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.ticks import RoundChoices
from ui.parts.words import Words


class FileNotWritten(Problem):
    """The folder did not take the translator's file."""

    what = N_("The file for the translator could not be saved in that folder.")
    kept = N_("The letter itself is safe in Waymark.")
    next = N_("Choose another folder, or free some room, then save it again.")


class FileNotRead(Problem):
    """The translator's file could not be opened."""

    what = N_("That file could not be opened.")
    kept = N_("The letter is as it was.")
    next = N_("Check that it is still there and not open in another program, then try again.")


class LanguagePanel(Card):
    """Shown while the letter is in a language besides English; says plainly what is unchecked."""

    told = Signal(str)

    def __init__(self, letter: LetterInHand) -> None:
        super().__init__("info")
        self._letter = letter
        self.setObjectName("language_panel")
        self.title = Words("", "h3", wrap=True)
        self.fixed = Words("", "small", wrap=True)
        self.lacks = Words("", "label", "due", wrap=True)
        choices = [(key, _(words)) for key, words in ARRANGEMENTS.items()]
        self.arrangements = RoundChoices(_("How the languages stand"), choices, stacked=True)
        self.translated_by = LineField(_("Who translated it"), optional=True, most=200)
        self.checked_by = LineField(
            _("Who checked the fixed words"),
            hint=_(
                "Somebody qualified, who has read the letter. Without a name it cannot go out."
            ),
            most=200,
        )
        self.save_button = SmallButton(_("Save the file for the translator"), "download-simple")
        self.save_button.setObjectName("save_for_translator")
        self.bring_button = SmallButton(_("Bring in the translation"), "upload-simple")
        self.bring_button.setObjectName("bring_translation")
        self.lacks.hide()
        self._build()
        self._kept = {
            name: self._keep(field, name)
            for name, field in (
                ("translated_by", self.translated_by),
                ("words_checked_by", self.checked_by),
            )
        }
        self._connect()
        self.show_setting()

    def _build(self) -> None:
        buttons = FlowLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.bring_button)
        for part in (self.title, self.fixed, self.lacks, self.arrangements):
            self.column.addWidget(part)
        self.column.addLayout(buttons)
        self.column.addWidget(self.translated_by)
        self.column.addWidget(self.checked_by)
        self.translated_by.control.setObjectName("translated_by_box")
        self.checked_by.control.setObjectName("words_checked_by_box")

    def _connect(self) -> None:
        letter = self._letter
        self.arrangements.chosen_changed.connect(lambda key: letter.choose("arrangement", key))
        self.save_button.clicked.connect(self._choose_folder)
        self.bring_button.clicked.connect(self._choose_file)
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
        said = _(STANDINGS[fixed.standing]).format(who=fixed.checked_by)
        share = _("{percent}% of the fixed sentences have words.").format(percent=fixed.per_cent)
        self.fixed.say(_("{standing} {share}").format(standing=said, share=share))
        show_if(self.checked_by, fixed.standing is not Standing.CHECKED)
        self._count()

    def flush(self) -> bool:
        """Save now what still waits in a field."""
        flushed = [kept.flush() for kept in self._kept.values()]
        return all(flushed)

    def save_into(self, folder: Path) -> None:
        """Write the translator's file into this folder; its name says no child's name."""
        letter, language = self._letter, self._letter.setting.language
        sheet, kind, today = letter.sheet, letter.kind, letter.desk.today()
        letter_id = letter.setting.id

        def written() -> str:
            from letters.translating.translation_file import (  # slow to load, and seldom wanted
                file_name,
                translation_file,
            )

            lines = for_translator(sheet, kind, today).lines
            try:
                made = translation_file(lines, language, letter_id)
                (folder / file_name(language)).write_bytes(made)
            except OSError:
                raise FileNotWritten from None
            return file_name(language)

        letter.desk.background.run(written, self._say_saved, self._refuse)

    def bring(self, file: Path) -> None:
        """Take in a translator's file."""
        letter, language = self._letter, self._letter.setting.language
        sheet, kind, today = letter.sheet, letter.kind, letter.desk.today()
        letter_id = letter.setting.id

        def read() -> Brought:
            try:
                given = file.read_bytes()
            except OSError:
                raise FileNotRead from None
            lines = for_translator(sheet, kind, today).lines
            return read_translation(given, lines, language, letter_id)

        letter.desk.background.run(read, self._take, self._refuse)

    def _count(self) -> None:
        letter = self._letter
        sheet, kind, today = letter.sheet, letter.kind, letter.desk.today()
        letter.desk.background.run(
            lambda: for_translator(sheet, kind, today), self._say_what_lacks, self._refuse
        )

    def _say_what_lacks(self, both: Translated) -> None:
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

    def _take(self, brought: Brought) -> None:
        if not self._letter.take_translation(brought):
            return
        count, left = len(brought.rows), len(brought.missing)
        words = ngettext(
            "{count} line was brought in. Still without words: {left}.",
            "{count} lines were brought in. Still without words: {left}.",
            count,
        )
        self.told.emit(words.format(count=count, left=left))

    def _keep(self, field: LineField, name: str) -> KeptField:
        def save(value: Value) -> bool:
            return self._letter.choose_while_typing(name, str(value or ""))

        place = ("child_letter", self._letter.setting.id, name)
        return KeptField(self._letter, field, place, save=save)

    def _choose_folder(self) -> None:
        title = _("Save the file for the translator in this folder")
        folder = QFileDialog.getExistingDirectory(self.window(), title)
        if folder:
            self.save_into(Path(folder))

    def _choose_file(self) -> None:
        title, kinds = _("The translator’s file"), _("Word files (*.docx)")
        file, _kind = QFileDialog.getOpenFileName(self.window(), title, "", kinds)
        if file:
            self.bring(Path(file))

    def _say_saved(self, name: str) -> None:
        self.told.emit(_("Saved as {file}.").format(file=name))

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self._letter.troubled.emit(failure)
