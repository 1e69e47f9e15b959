"""The page that makes the record on a new laptop: who I am, my council, a passphrase twice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.first_facts import FirstNumbers
from models.problems import Problem, WeakPassphrase
from models.security.unlock import LEAST_CHARACTERS
from ui.language import _
from ui.parts.buttons import PrimaryButton
from ui.parts.fields import Field, LineField, PassphraseField
from ui.parts.words import Words
from ui.unlock.unlock_frame import UnlockFrame


class FirstRunPage(UnlockFrame):
    """Asks for what a record needs; whoever made it creates the record."""

    create_asked = Signal(str, str, str, object)  # name, council, passphrase, FirstNumbers

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineField(_("Your name"), hint=_("As it will stand in letters to children."))
        self.council = LineField(_("Your council"))
        hint = _(
            "Four words or more are easy to remember and hard to guess. At least {least} letters."
        )
        self.passphrase = PassphraseField(
            _("Passphrase"), hint=hint.format(least=LEAST_CHARACTERS)
        )
        self.again = PassphraseField(_("The same passphrase again"))
        self.numbers = {
            "phone": LineField(_("Your phone"), optional=True),
            "advocacy_name": LineField(_("Advocacy service"), optional=True),
            "advocacy_phone": LineField(_("Phone of the advocacy service"), optional=True),
            "complaints_phone": LineField(_("Phone for complaints"), optional=True),
        }
        self.create_button = PrimaryButton(_("Make my record"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.create_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.form.addWidget(Words(_("Welcome to Waymark"), "h1", wrap=True))
        told = _(
            "Your record is kept on this laptop, locked with a passphrase that only you know. "
            "If it is forgotten, nobody can open the record."
        )
        self.form.addWidget(Words(told, "body", "ink2", wrap=True))
        self.form.addLayout(self.notices)
        for field in self._fields():
            self.form.addWidget(field)
        needed = _(
            "Letters to children need the next four. You can leave them for now, and type them "
            "in Settings."
        )
        self.form.addWidget(Words(needed, "body", "ink2", wrap=True))
        for number in self.numbers.values():
            self.form.addWidget(number)
        self.form.addWidget(self.create_button)
        self.form.addWidget(self.create_button.reason)
        self.setFocusProxy(self.name)

    def _connect(self) -> None:
        self.again.control.returnPressed.connect(self.ask)
        self.numbers["complaints_phone"].control.returnPressed.connect(self.ask)
        self.create_button.clicked.connect(self.ask)

    def _fields(self) -> tuple[LineField | PassphraseField, ...]:
        return self.name, self.council, self.passphrase, self.again

    def ask(self) -> None:
        """Ask for the record to be made, or say by each field what is missing."""
        if self.create_button.is_off:
            return
        wrong = self._check()
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.clear_problem()
        self.create_button.turn_off(_("Making the record takes about a second."))
        numbers = {name: field.text().strip() for name, field in self.numbers.items()}
        self.create_asked.emit(
            self.name.text().strip(),
            self.council.text().strip(),
            self.passphrase.text(),
            FirstNumbers(**numbers),
        )

    def done(self) -> None:
        """Forget the passphrase: the record is made and open."""
        self.passphrase.clear()
        self.again.clear()
        self.create_button.turn_on()

    def refuse(self, problem: Problem) -> None:
        """Say why the record was not made."""
        self.create_button.turn_on()
        if isinstance(problem, WeakPassphrase):
            self.passphrase.show_error(_too_short())
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.tell(problem)

    def _check(self) -> list[Field]:
        errors = {
            self.name: "" if self.name.text().strip() else _("Type your name."),
            self.council: "" if self.council.text().strip() else _("Type your council's name."),
            self.passphrase: "" if self._is_long_enough() else _too_short(),
            self.again: "" if self._is_the_same() else _("The two passphrases are not the same."),
        }
        for field, words in errors.items():
            field.show_error(words)
        return [field for field, words in errors.items() if words]

    def _is_long_enough(self) -> bool:
        return len(self.passphrase.text()) >= LEAST_CHARACTERS

    def _is_the_same(self) -> bool:
        return self.passphrase.text() == self.again.text()


def _too_short() -> str:
    words = _("Use at least {least} letters, such as four words.")
    return words.format(least=LEAST_CHARACTERS)
