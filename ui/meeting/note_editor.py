"""A note opened where it stands: its words, how the child will hear it, whose, under what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from models.review_sheet import NoteOnSheet
from models.signs import Column
from models.together import send_note
from models.worry_pairs import said_when_removed
from ui.language import _
from ui.meeting import choices
from ui.meeting.chip_row import ChipRows
from ui.meeting.ears_part import EarsPart
from ui.meeting.kept_field import Value
from ui.meeting.send_part import SendPart, put_letter_words
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick
from ui.plain.plain_editor import PlainEditor
from ui.plain.reader_of_letter import looking_in
from ui.protected.tag_chips import TagChips


class NoteEditor(Card):
    """Everything about one note can be changed here; it all saves itself."""

    closed = Signal()

    def __init__(self, page: StepPage, row: NoteOnSheet) -> None:
        super().__init__("chosen")
        self._page, self._meeting, self._id = page, page.meeting, row.id
        self.setObjectName(f"editor_{row.id}")
        name = page.meeting.name
        self.words = TextField(_("What was said"))
        said = _("How I will say it to {name}").format(name=name)
        self.letter_words = PlainEditor(looking_in(self._meeting), said, optional=True, lines=1)
        self.columns = ChipGroup(_("Under"), choices.columns(page.meeting.form), may_be_none=False)
        self.sorts = ChipGroup(_("Kind of answer"), shown=choices.chips_shown(4))
        self.ears = EarsPart(page, row.id)
        people = choices.people(page.meeting.sheet)
        self.said_by = ChipGroup(_("Said by"), people, shown=choices.chips_shown(5))
        self.about = ChipGroup(
            _("About"),
            choices.life_areas(page.meeting.form, page.step),
            shown=choices.chips_shown(4),
        )
        self.also = SendPart(page.meeting, "note", row.id, send_note)
        self.in_letter = Tick(_("In the letter"))
        self.restricted = Tick(_("Restricted: keep it from some people"))
        self.why = TagChips(_("Why it is restricted"), shown=choices.chips_shown(4))
        self.done_button = SmallButton(_("Close this note"), in_row=True)
        self.done_button.say(_("Done"))
        self.remove_button = SmallButton(_("Remove note"), in_row=True)
        self._build()
        place = ("note", row.id)
        empty = _("A note needs words. To take it away, choose Remove note.")
        self._kept = {
            "words": page.keep(self.words, (*place, "words"), empty=empty),
            "letter_words": page.keep(
                self.letter_words, (*place, "letter_words"), save=self._put_letter_words
            ),
        }
        page.mark(self.why, (*place, "restriction_kinds"))
        self._connect()
        self.show_row(row)

    def _build(self) -> None:
        rows = ChipRows()
        rows.add(_("Under"), self.columns)
        rows.add(_("Kind"), self.sorts)
        rows.add(_("Said by"), self.said_by)
        rows.add(_("About"), self.about)
        buttons = QHBoxLayout()
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        for part in (self.words, self.ears, self.letter_words, rows, self.also, self.in_letter):
            self.column.addWidget(part)
        self.column.addWidget(self.restricted)
        self.column.addWidget(self.why)
        self.column.addLayout(buttons)

    def _connect(self) -> None:
        self.columns.chosen_changed.connect(self._move_to)
        self.sorts.chosen_changed.connect(lambda key: self._put("sort", key))
        self.ears.start_over_asked.connect(self._start_over)
        self.ears.detail.control.finished.connect(self.closed)
        self.about.chosen_changed.connect(lambda key: self._put("life_area", key))
        self.said_by.chosen_changed.connect(self._put_person)
        self.in_letter.clicked.connect(lambda on: self._put("in_letter", on))
        self.restricted.clicked.connect(lambda on: self._put("restricted", on))
        self.why.kinds_changed.connect(lambda kinds: self._put("restriction_kinds", list(kinds)))
        self.words.control.finished.connect(self.closed)
        self.letter_words.control.finished.connect(self.closed)
        self.done_button.clicked.connect(self.closed)
        self.remove_button.clicked.connect(self._remove)

    def show_row(self, row: NoteOnSheet) -> None:
        """Show the note as it now stands."""
        for field, kept in self._kept.items():
            kept.show(getattr(row, field))
        self.columns.choose(row.column)
        self.sorts.set_choices(choices.sorts(self._meeting.form, row.column))
        self.sorts.choose(row.sort)
        self.ears.show_row(row)
        show_if(self.ears, row.column == Column.GOING_WELL)
        self.said_by.choose(row.person_id or "")
        self.about.choose(row.life_area)
        self.in_letter.setChecked(row.in_letter)
        self.restricted.setChecked(row.restricted)
        self.in_letter.setEnabled(not row.waits_to_be_written)
        self.letter_words.set_hint(self._waits() if row.waits_to_be_written else "")
        self.also.show_row(row.words, restricted=row.restricted)
        self.why.show_kinds(row.restriction_kinds)
        show_if(self.why, row.restricted)
        told = row.in_letter or bool(row.shared_key)
        show_if(self.letter_words, told and not row.restricted)

    def flush(self) -> None:
        """Save now what still waits."""
        for kept in (*self._kept.values(), self.ears.kept):
            kept.flush()

    def _move_to(self, column: str) -> None:
        """Move the note; a sort that does not belong under the new column goes."""
        fields = {"column": column}
        if self.sorts.chosen() not in dict(choices.sorts(self._meeting.form, column)):
            fields["sort"] = ""
        self._meeting.put_all("note", self._id, fields)

    def _start_over(self) -> None:
        """Close this note, and begin the next one under the same column."""
        page = self._page
        self.closed.emit()
        page.capture_under(Column.GOING_WELL)

    def _put(self, field: str, value: object) -> None:
        self._meeting.put("note", self._id, field, value)

    def _waits(self) -> str:
        words = _("Write it for {name} before it goes into the letter.")
        return words.format(name=self._meeting.name)

    def _put_letter_words(self, words: Value) -> bool:
        return put_letter_words(self._meeting, "note", self._id, str(words or ""))

    def _put_person(self, key: str) -> None:
        person = self._meeting.sheet.person.get(key)
        fields = {"person_id": key or None, "said_by": person.short if person else ""}
        self._meeting.put_all("note", self._id, fields)

    def _remove(self) -> None:
        said = said_when_removed(self._meeting.sheet, self._id)
        self._meeting.remove("note", self._id, _(said))
