"""The form as a file for another council: written, taken, and put back to how it came."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from models.atomic_file import write_whole
from models.broken_form import FormFileTrouble
from models.form_file import MOST_BYTES, written
from ui.language import _
from ui.parts.buttons import SecondaryButton
from ui.parts.words import Words
from ui.settings.form.form_part import FormPart


class FilePart(FormPart):
    """Three buttons; whatever replaces the form can be taken back."""

    def build(self) -> None:
        """Make the buttons, each under what it does."""
        self.column.addWidget(
            self.add_line(
                "form_name",
                _("Name of this form"),
                lambda form: form.name,
                lambda form, words: replace(form, name=words),
            )
        )
        self.write_button = SecondaryButton(_("Write to a file"), "download-simple")
        self.take_button = SecondaryButton(_("Take from a file"), "upload-simple")
        self.back_button = SecondaryButton(_("Back to how it came"), "arrows-clockwise")
        for name, button, told in (
            ("write_form", self.write_button, _("A plain text file that another council can take. "
                                                "No child is in it.")),
            ("take_form", self.take_button, _("The form of your meetings becomes the one in the "
                                              "file.")),
            ("form_back", self.back_button, _("The words, steps and scales that come with "
                                              "Waymark.")),
        ):  # fmt: skip
            button.setObjectName(name)
            self.column.addSpacing(8)
            self.column.addWidget(Words(told, wrap=True))
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.write_button.clicked.connect(self._ask_where)
        self.take_button.clicked.connect(self._ask_which)
        self.back_button.clicked.connect(self.form_desk.back_to_shipped)

    def write(self, path: Path) -> None:
        """Write the form to a file, and say where it is."""
        notices = self.form_desk.notices
        try:
            write_whole(path, written(self.form).encode())
        except OSError:
            notices.tell(FormFileTrouble())
            return
        notices.clear("problem")
        notices.say(_("The form is in the file {file}.").format(file=path.name), kind="well")

    def take(self, path: Path) -> None:
        """Take the form of a file; one that cannot be used is refused with line and reason."""
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError:
            self.form_desk.notices.tell(FormFileTrouble())
            return
        self.form_desk.take_file(data)

    def _ask_where(self) -> None:
        self.flush()
        chosen = QFileDialog.getSaveFileName(
            self.window(), _("Write the form to a file"), _("form of our meetings.toml"), _kinds()
        )[0]
        if chosen:
            self.write(Path(chosen))

    def _ask_which(self) -> None:
        title = _("Take the form from a file")
        chosen = QFileDialog.getOpenFileName(self.window(), title, "", _kinds())[0]
        if chosen:
            self.take(Path(chosen))


def _kinds() -> str:
    return _("Forms (*.toml);;All files (*)")
