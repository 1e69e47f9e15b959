"""Copies: who gets what of a review, each reader's finished pages, and their release."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from letters.paragraph import Source
from models.copies_looked import looked_at, note_looked_at
from models.disclosure.tags import unresolved
from models.people_on_sheet import PersonOnSheet
from models.problems import Problem
from models.protecting import TAGGED_THEMSELVES
from models.readers_of_papers import Reader, readers
from models.settling_readers import change_reader
from ui.appearance import appearance
from ui.caseload.record_changes import changes_of
from ui.language import _, ngettext
from ui.meeting.meeting import Meeting
from ui.meeting.tab_order import go_to_next_stop
from ui.overriding import override
from ui.parts.showing import show_if
from ui.send.copies_cuts import Places
from ui.send.copies_list import person_shown
from ui.send.copies_making import CopiesMaking, Maker, digest_of, orders_for
from ui.send.copies_pane import CopiesPane
from ui.send.copies_people import RELEASED
from ui.send.copies_release import ReleaseShown
from ui.send.copies_released import read_released
from ui.send.copies_releasing import release_all
from ui.send.copies_side import COPY, GETS, CopiesSide
from ui.send.copies_standing import (
    CopyStanding,
    Waits,
    ready_to_release,
    reason_lines,
)
from ui.send.copies_words import KINDS

PEOPLE_PX = 308
COPY_PX = 560
_SENDING = frozenset({"paper_copy", "delivery"})


class CopiesPart(QWidget):
    """Up and Down go through the people, Right to the copy; narrow, one of them at a time."""

    released = Signal(int)  # how many copies
    source_asked = Signal(object)  # where words of the record are written: a Source

    def __init__(self, meeting: Meeting, make: Maker | None = None) -> None:
        super().__init__()
        self.meeting = meeting
        self.setObjectName("copies_part")
        self.setAccessibleName(_("Copies"))
        self.making = CopiesMaking(meeting, make)
        self.making.setParent(self)
        self.pane = CopiesPane(meeting.name)
        self.side = CopiesSide(meeting)
        self._readers: tuple[Reader, ...] = ()
        self._walk: list[tuple[str, str]] = []
        self._is_folded = self._is_in = False
        self._released = read_released(meeting.desk.database, meeting.review_id)
        with meeting.desk.database.reading() as connection:
            self._looked = looked_at(connection, meeting.review_id)
        self._build()
        self._connect()
        self.show_sheet()

    def _build(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 4, 20, 8)
        line.setSpacing(16)
        line.addWidget(self.pane)
        line.addWidget(self.side, 1)

    def _connect(self) -> None:
        people, release, preview = self.pane.people, self.pane.release, self.side.preview
        self.meeting.changed.connect(self.show_sheet)
        changes_of(self.meeting.desk.database).changed.connect(self._follow_sending)
        self.making.made.connect(self._show_made)
        people.chosen.connect(self.choose)
        people.opened.connect(self._open)
        self.pane.add_asked.connect(lambda: self.pane.ask_whom(self._others()))
        self.pane.adding.added.connect(self._add)
        release.look_asked.connect(self.look_at_all)
        release.release_asked.connect(self.release)
        release.reason_changed.connect(self._want)
        preview.seen_whole.connect(self._note_looked)
        preview.next_asked.connect(self._walk_on)
        preview.back_asked.connect(self.go_back)
        release.where_asked.connect(self._show_unresolved)
        self.side.back_asked.connect(self.go_back)
        self.side.kind_chosen.connect(self._choose_kind)
        self.side.flushed.connect(self.show_sheet)
        appearance().changed.connect(self._fold)

    @property
    def reader(self) -> Reader | None:
        """Whose copy is shown."""
        return next((each for each in self._readers if each.key == self.side.reader_key), None)

    @property
    def is_at_rest(self) -> bool:
        """Whether every copy is made, and the one that is shown is drawn."""
        return self.making.is_at_rest and self.side.drawing.is_at_rest

    def show_sheet(self) -> None:
        """Show who gets what as it now is, and make what is not made yet."""
        self._readers = tuple(
            each for each in readers(self.meeting.sheet)
            if not each.is_file or any(each.gets(kind) for kind in KINDS)
        )  # fmt: skip
        if self.reader is None and self._readers:
            self.side.reader_key = self._readers[0].key
        self._want()

    def choose(self, key: str, kind: str = "") -> None:
        """Show the copy of this reader: of this paper, or of the one with most to do."""
        if self.reader is None or key != self.side.reader_key:
            self.side.flush()
            self.side.reader_key, self.side.kind = key, kind
        self.making.prefer(key)
        self.pane.people.choose(key)
        self.pane.show_person(key)
        self._show_side()

    def enter(self) -> None:
        """Put the keyboard on the person who is shown."""
        self.pane.people.enter()

    def first_field(self) -> QWidget:
        """The person who is shown, where the keyboard goes first."""
        return self.pane.people.row() or self.side.views

    def flush(self) -> bool:
        """Save now what is half typed; say whether nothing is left unsaved."""
        return self.side.flush()

    def look_at_all(self) -> None:
        """Go through every copy, page by page, beginning with those not looked at yet."""
        made = [each for each in self._standings() if each.copy is not None]
        every = [each for each in made if each.state != RELEASED] or made
        every.sort(key=lambda each: each.is_looked_at)
        self._walk = [(each.reader.key, each.kind) for each in every]
        self._count = len(self._walk)
        self._show_walk()

    def release(self) -> None:
        """Release every copy that can be."""
        standings = self._standings()
        ready = ready_to_release(standings, self._waits())
        if not ready or self.pane.release.release_button.is_off:
            return
        if release_all(self.meeting, ready, self.pane.release.why_again.text()):
            self.pane.release.why_again.set_text("")
            said = ngettext(
                "{count} copy is released.", "{count} copies are released.", len(ready)
            )
            self._follow_sending(_SENDING)
            self.pane.release.say(said.format(count=len(ready)))
            self.released.emit(len(ready))

    def go_back(self) -> None:
        """Go back to the people."""
        self._is_in = False
        self._walk = []
        self.side.preview.walk_to(0, 0)
        self._fold()
        self.pane.people.enter()

    def _open(self, key: str) -> None:
        self.choose(key)
        self._is_in = True
        self._fold()
        reader = self.reader
        has_copy = reader is not None and any(reader.gets(kind) for kind in KINDS)
        self.side.show_view(COPY if has_copy else GETS)
        self.side.enter()

    def _show_unresolved(self) -> None:
        """Lead to the first words that are restricted without saying from whom."""
        found = unresolved(self.meeting.sheet)
        if found:
            self.flush()
            one = found[0]
            field = "restriction_kinds" if one.table in TAGGED_THEMSELVES else one.field
            self.source_asked.emit(Source(one.table, one.row_id, field))

    def _others(self) -> list[PersonOnSheet]:
        here = {each.key for each in self._readers}
        return [each for each in self.meeting.sheet.people if each.id not in here]

    def _add(self, key: str) -> None:
        if self.meeting.act(lambda review: change_reader(review, key)):
            self.pane.added()
            self.choose(key)
            self._is_in = True
            self._fold()
            self.side.show_view(GETS)
            self.side.enter()

    def _choose_kind(self, _kind: str) -> None:
        self._show_side()

    def _want(self) -> None:
        """Ask for every copy, and show what is known of them until they come."""
        again = self.pane.release.why_again.text().strip()
        orders = orders_for(self.meeting.sheet, self._readers, self._released.words, again)
        self.making.want(orders, self.side.reader_key)
        self._show()

    def _follow_sending(self, tables: frozenset[str]) -> None:
        if tables & _SENDING:
            desk = self.meeting.desk
            self._released = read_released(desk.database, self.meeting.review_id)
            self._want()

    def _show_made(self, reader_key: str, _kind: str) -> None:
        self._show_list()
        reader = self.reader
        if reader is not None and (reader_key == reader.key or reader_key == "file"):
            self._show_side()

    def _show(self) -> None:
        self._show_list()
        self._show_side()

    def _show_list(self) -> None:
        standings = self._standings()
        by_reader: dict[str, list[CopyStanding]] = {each.key: [] for each in self._readers}
        for each in standings:
            by_reader[each.reader.key].append(each)
        found = ((str(kind), self._whole_of(kind)) for kind in KINDS)
        whole = {kind: places for kind, places in found if places is not None}
        shown = [
            person_shown(reader, by_reader[reader.key], whole, self.meeting.name)
            for reader in self._readers
        ]
        self.pane.people.show_people(shown)
        self.pane.people.choose(self.side.reader_key)
        waits = self._waits()
        ready = ready_to_release(standings, waits)
        waiting = sum(each.state != RELEASED for each in standings)
        asks_why = any(each.released and not each.is_as_released for each in standings)
        self.pane.release.show_standing(
            ReleaseShown(
                len(standings), waiting, len(ready), tuple(reason_lines(standings, waits)),
                asks_why=asks_why, asks_whom=waits.unresolved > 0,
                which=tuple(each.kind for each in ready),
            )
        )  # fmt: skip
        self.pane.release.say("")
        self.pane.arrange()

    def _show_side(self) -> None:
        reader = self.reader
        if reader is None:
            return
        own = [each for each in self._standings() if each.reader.key == reader.key]
        self.side.show_reader(reader, own, self._released.of(reader.key), self._whole_of)

    def _whole_of(self, kind: str) -> Places | None:
        found = self.making.copy(("file", kind))
        return found.made.rendered.places if found is not None else None

    def _standings(self) -> list[CopyStanding]:
        return [
            self._standing(reader, kind)
            for reader in self._readers
            for kind in KINDS
            if reader.gets(kind)
        ]

    def _standing(self, reader: Reader, kind: str) -> CopyStanding:
        key = (reader.key, kind)
        copy = self.making.copy(key)
        looked = copy is not None and self._looked.get("/".join(key)) == digest_of(copy)
        return CopyStanding(
            self.meeting.name, reader, kind, copy, self.making.trouble(key),
            self.making.is_fresh(key), looked, self._released.newest.get(key),
        )  # fmt: skip

    def _waits(self) -> Waits:
        sheet, again = self.meeting.sheet, self.pane.release.why_again.text()
        return Waits(sheet.finalised_on is not None, len(unresolved(sheet)), again)

    def _note_looked(self) -> None:
        """Keep that all pages of the copy that is shown were seen."""
        shown = self.side.shown
        if shown is None or shown.copy is None or not shown.is_fresh:
            return
        which, digest = "/".join((shown.reader.key, shown.kind)), digest_of(shown.copy)
        if self._looked.get(which) == digest or self.side.drawn_digest != digest:
            return  # known already, or other words were made since these were drawn
        review_id = self.meeting.review_id
        try:
            self.meeting.desk.save(
                lambda session: note_looked_at(session, review_id, which, digest)
            )
        except Problem as problem:
            self.meeting.troubled.emit(problem)
            return
        self._looked = {**self._looked, which: digest}
        self._show()

    def _show_walk(self) -> None:
        if not self._walk:
            self.go_back()
            if not self.pane.release.release_button.is_off:
                self.pane.release.release_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        key, kind = self._walk[0]
        self._is_in = True
        self.choose(key, kind)
        self.side.choose_kind(kind)
        self._fold()
        self.side.show_view(COPY)
        self.side.preview.walk_to(self._count - len(self._walk) + 1, self._count)
        self.side.preview.enter()

    def _walk_on(self) -> None:
        self._walk = self._walk[1:]
        self._show_walk()

    def _fold(self) -> None:
        """Show the people or the copy where there is no room for both."""
        looks = appearance()
        wide = looks.px(PEOPLE_PX)
        self._is_folded = self.width() < wide + looks.px(COPY_PX)
        self.pane.setMinimumWidth(0 if self._is_folded else wide)
        self.pane.setMaximumWidth(16777215 if self._is_folded else wide)
        show_if(self.pane, not (self._is_folded and self._is_in))
        show_if(self.side, self._is_in or not self._is_folded)
        self.side.show_back(shown=self._is_folded)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        step = 1 if next else -1
        return go_to_next_stop(self.window(), step) or super().focusNextPrevChild(next)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
