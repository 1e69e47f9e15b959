"""What an import has done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.case_list.apply import ImportResult
from ui.language import _, ngettext, number_in_words
from ui.parts.words import Icon, Words


class DonePage(QWidget):
    """Says how many children are new or changed, and what is still to do."""

    def __init__(self, done: ImportResult, errors: int, *, errors_saved: bool) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        title = _("The case list is in your record")
        if done.was_stopped:
            title = _("The import was stopped. What was taken so far is in your record")
        self.title = Words(title, "h2", wrap=True)
        self.detail = Words(self._detail(done, errors, errors_saved=errors_saved), wrap=True)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        icon, colour = ("check-circle-fill", "well")
        if done.was_stopped:
            icon, colour = ("warning-circle-fill", "due")
        column.addWidget(Icon(icon, colour, 40), 0, centre)
        for words in (self.title, self.detail):
            words.setAlignment(centre)
            column.addWidget(words)
        column.addStretch(2)

    def _detail(self, done: ImportResult, errors: int, *, errors_saved: bool) -> str:
        new = ngettext("{count} child is new.", "{count} children are new.", done.added)
        changed = ngettext(
            "{count} child was brought up to date.",
            "{count} children were brought up to date.",
            done.changed,
        )
        lines = [
            words.format(count=number_in_words(count))
            for words, count in ((new, done.added), (changed, done.changed))
            if count
        ]
        if done.was_stopped:
            lines.append(_("Import the same list again to go on from there."))
        if errors and not errors_saved:
            words = ngettext(
                "{count} row could not be taken. Save it as a file before you close this.",
                "{count} rows could not be taken. Save them as a file before you close this.",
                errors,
            )
            lines.append(words.format(count=errors))
        return "\n".join(lines)
