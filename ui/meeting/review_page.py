"""The review workspace: steps down the side, one in the middle, the letter on the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from letters.paragraph import Source
from models.document_kind import DocumentKind
from models.lacking import MATTER
from models.letter_needs import TYPED_IN_SETTINGS
from models.note_moves import Spot
from models.problems import Problem
from ui.appearance import appearance
from ui.caseload.record_changes import changes_of
from ui.child.case_line import CaseLine
from ui.desk import Desk
from ui.language import _
from ui.meeting.both_versions import is_about_versions
from ui.meeting.coverage_strip import CoverageStrip
from ui.meeting.edge_line import EdgeLine
from ui.meeting.fold_bar import FoldBar
from ui.meeting.form_following import FormFollowing
from ui.meeting.kind_part import RULES
from ui.meeting.lacking_words import step_and_place
from ui.meeting.large_paper import LargePaper
from ui.meeting.letter_pane import LetterPane
from ui.meeting.meeting import Meeting
from ui.meeting.note_drag import StepDrops
from ui.meeting.note_moving import Row, put_note, steps_for
from ui.meeting.notice_line import NoticeLine
from ui.meeting.own_words_page import OwnWordsPage
from ui.meeting.quick_line import QuickLine
from ui.meeting.review_bar import ReviewBar
from ui.meeting.review_fit import ReviewFit
from ui.meeting.review_keys import help_words, make_keys
from ui.meeting.sitting_bar import SittingBar
from ui.meeting.step_foot import StepFoot, neighbour
from ui.meeting.step_page import Place, StepPage
from ui.meeting.step_pages import first_step, make_page, step_of
from ui.meeting.steps_pane import StepsPane
from ui.meeting.summing_up_page import SummingUpPage
from ui.meeting.tab_order import go_to_next_stop
from ui.meeting.the_turn import TheTurn
from ui.meeting.undo_buttons import UndoButtons
from ui.meeting.undoing import Undoing
from ui.overriding import override
from ui.page import Page
from ui.parts.text_field import GrowingText
from ui.problem_box import sentences


class ReviewPage(Page):
    """One review, from the first greeting to the issued papers."""

    left = Signal()
    finished = Signal()
    review_asked = Signal(str)  # another child's, in the same sitting
    rules_asked = Signal()  # on the child's own page
    letter_asked = Signal(bool)  # to be written on a page of its own, or there to be checked
    settings_asked = Signal(str, str)  # the table and field that only the settings hold

    def __init__(self, desk: Desk, review_id: str) -> None:
        self.meeting = Meeting(desk, review_id)
        sheet, child = self.meeting.sheet, self.meeting.sheet.child
        name = _("{called} {family}").format(called=child.called, family=child.family_name)
        super().__init__(_("{name}, review {number}").format(name=name, number=sheet.number))
        self.meeting.setParent(self)
        self.setObjectName("review_page")
        self.step = ""
        self.pages: dict[str, StepPage] = {}
        self.papers: dict[DocumentKind, LargePaper] = {}
        self._before_paper: QWidget | None = None
        self.fit = ReviewFit(self)
        self.bar = ReviewBar(self.meeting)
        self.fold_bar = FoldBar(self.meeting.name)
        self.sitting_bar = SittingBar(self.meeting)
        self.steps = StepsPane(self.meeting)
        self.notices = NoticeLine()
        self.centre = QStackedWidget()
        self.line = QuickLine(self.meeting)
        self.coverage = CoverageStrip(self.meeting)
        self.foot = StepFoot(self.meeting)
        self.letter = LetterPane(self.meeting)
        self.body = QHBoxLayout()
        self.undoing = Undoing(self)
        self.steps.put_beside(UndoButtons(self.undoing))
        self.turn = TheTurn(self)
        self._build()
        self._connect()
        self._make_keys()
        self.following = FormFollowing(self)
        self.fit.fit()

    def _build(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.notices)
        middle.addWidget(self.centre, 1)
        middle.addWidget(EdgeLine(self.meeting.desk, self.centre))
        for part in (self.line, self.coverage, self.foot):
            middle.addWidget(part)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self.steps)
        self.body.addLayout(middle, 3)
        self.body.addWidget(self.letter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.fold_bar)
        self.fold_bar.put_beside(UndoButtons(self.undoing, "_large"))
        column.addWidget(CaseLine(self.meeting.desk, self.meeting.sheet.case_id))
        column.addWidget(self.sitting_bar)
        column.addLayout(self.body, 1)

    def _connect(self) -> None:
        meeting = self.meeting
        self.bar.left.connect(self.leave)
        self.fold_bar.left.connect(self.leave)
        self.bar.letter_button.clicked.connect(self.swap_letter)
        self.fold_bar.letter_button.clicked.connect(self.swap_letter)
        self.steps.step_chosen.connect(self.go)
        self.steps.link_followed.connect(self.follow)
        self.foot.step_chosen.connect(self.go)
        self.coverage.matter_asked.connect(self._go_to_matter)
        self.drops = StepDrops(
            self.steps.rail, lambda: meeting.sheet, self._steps_for, self._put_into
        )
        self.foot.line_asked.connect(self.line.open)
        self.line.left.connect(self._go_to_first_field)
        self.letter.open_asked.connect(self.write_letter)
        self.letter.source_clicked.connect(self.go_to_source)
        self.sitting_bar.review_asked.connect(self._go_to_another)
        meeting.undo_offered.connect(self.notices.offer_undo)
        meeting.troubled.connect(self._tell)
        meeting.draft_changed.connect(self._note_draft)
        appearance().changed.connect(self._refit)
        changes_of(meeting.desk.database).changed.connect(self._read_settings)

    def _read_settings(self, tables: frozenset[str]) -> None:
        """Show what the settings now say, in the papers and in what is still needed."""
        if tables & TYPED_IN_SETTINGS:
            self.meeting.reload()

    def _make_keys(self) -> None:
        make_keys(
            self,
            {
                "Ctrl+Down": lambda: self._step_by(1),
                "Ctrl+Up": lambda: self._step_by(-1),
                "Ctrl+G": self.go_to_steps,
                "Ctrl+K": self.line.open,
                "Ctrl+Return": self._add,
                "Ctrl+Enter": self._add,
                "Ctrl+Shift+R": self._restrict,
                "Ctrl+E": self.write_letter,
                "Ctrl+H": self.turn.hand_over,
            },
        )

    def enter(self) -> None:
        """Read the review again, and put the cursor where it was or belongs."""
        self.meeting.reload()
        if not self.step:
            self.go(self.line.begun_in or first_step(self.meeting))
        elif (page := self.page()) is not None:
            page.enter()
        if self.line.has_words:
            self.line.open()

    def takes_ctrl_k(self) -> bool:
        """Ctrl+K opens the quick line: no other child is looked for while this one is here."""
        return True

    def acts(self) -> Undoing:
        """Give undo and redo."""
        return self.undoing

    @property
    def shows_paper(self) -> bool:
        """Whether a paper stands in the place of the step."""
        return self._before_paper is not None

    def page(self) -> StepPage | None:
        """Give the step that is shown."""
        return self.pages.get(self.step)

    def go(self, step: str) -> None:
        """Go to a step; what waits in the one before is saved."""
        if (before := self.page()) is not None:
            before.leave()
        self.notices.clear_undo()
        page = self._made(step)
        self.step = step
        self.centre.setCurrentWidget(page)
        self._close_paper()
        self.steps.rail.set_current(step)
        self.coverage.show_step(step)
        self.foot.show_step(step)
        self.line.show_step(step)
        page.enter()
        self._note_draft()

    def _made(self, step: str) -> StepPage:
        if step not in self.pages:
            page = self.pages[step] = make_page(self.meeting, step, self.centre)
            self.centre.addWidget(page)
            page.show_head(shown=not self.fit.is_folded)
            page.place_asked.connect(self.go_to)
            if isinstance(page, OwnWordsPage):
                page.begun.hand_asked.connect(self.turn.hand_over)
            if isinstance(page, SummingUpPage):
                page.link_followed.connect(self.follow)
                page.look_asked.connect(self.show_paper)
                page.check_asked.connect(self.check_letter)
                page.finished.connect(self.finished)
        return self.pages[step]

    def follow(self, key: str) -> None:
        """Go to where something that is still needed is filled in."""
        step, place = step_and_place(key)
        if place[0] in TYPED_IN_SETTINGS:
            self.settings_asked.emit(place[0], place[2])
        elif is_about_versions(place):
            self.meeting.both_asked.emit(place[1])
        else:
            self.go_to(step, place)

    def go_to_source(self, source: Source) -> None:
        """Go to where words of the letter are written."""
        place = (source.table, source.row_id, source.field)
        if source.table in TYPED_IN_SETTINGS:
            self.settings_asked.emit(source.table, source.field)
            return
        step = step_of(self.meeting.sheet, place)
        if step:
            self.go_to(step, place)

    def go_to(self, step: str, place: Place) -> None:
        """Go to a field of a step, or to the rules on the child's own page."""
        if place == RULES:
            self.flush()
            self.rules_asked.emit()
            return
        if step != self.step or self._before_paper is not None:
            self.go(step)
        page = self.page()
        if page is not None:
            page.go_to(place)

    def go_to_steps(self) -> None:
        """Put the keyboard on the steps."""
        rail = self.steps.rail
        target = rail.drop_down if self.fit.is_folded else rail.row(self.step)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_matter(self, matter: str) -> None:
        self.go_to("A12", (MATTER, matter, "state"))

    def _go_to_another(self, review_id: str) -> None:
        self.flush()
        self.review_asked.emit(review_id)

    def leave(self) -> None:
        """Save everything and go back."""
        self.flush()
        self.left.emit()

    def flush(self) -> bool:
        """Save whatever is half typed; say whether nothing is left unsaved."""
        flushed = [page.flush() for page in self.pages.values()]
        flushed += [self.line.half_typed.flush(), self.coverage.flush(), self.turn.flush()]
        return all(flushed)

    def regions(self) -> list[QWidget]:
        """Give the parts that F6 goes round."""
        return [
            self.bar,
            self.fold_bar,
            self.sitting_bar,
            self.steps,
            self.centre,
            self.line,
            self.coverage,
            self.foot,
            self.letter,
        ]

    def help_words(self) -> str:
        """Say what this page is for and how it is used."""
        return help_words(self.meeting.name)

    def write_letter(self) -> None:
        """Save everything and go to where the letter is written."""
        if self.flush():
            self.letter_asked.emit(False)

    def check_letter(self) -> None:
        """Save everything and go to where the letter is checked and issued."""
        if self.flush():
            self.letter_asked.emit(True)

    def swap_letter(self) -> None:
        """Open the letter in the place of the step, or go back to the step."""
        if self._before_paper is not None:
            self.close_paper()
        else:
            self.show_paper(DocumentKind.LETTER)

    def show_paper(self, kind: DocumentKind) -> None:
        """Show a paper, large, in the place of the step."""
        self.flush()
        if kind not in self.papers:
            paper = self.papers[kind] = LargePaper(self.meeting, kind)
            paper.left.connect(self.close_paper)
            paper.source_clicked.connect(self.go_to_source)
            paper.open_asked.connect(self.write_letter)
            self.centre.addWidget(paper)
        self._before_paper = QApplication.focusWidget()
        self.centre.setCurrentWidget(self.papers[kind])
        self.coverage.hide()
        self.foot.hide()
        self.papers[kind].view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit.fit()

    def close_paper(self) -> None:
        """Go back to the step, and to where the keyboard was."""
        focus, page = self._before_paper, self.page()
        self._close_paper()
        if page is not None:
            self.centre.setCurrentWidget(page)
            inside = focus is not None and page.isAncestorOf(focus)
            target = focus if inside else page.first_field()
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_paper(self) -> None:
        self._before_paper = None
        self.coverage.show()
        self.foot.show()
        self.fit.fit()

    def _step_by(self, by: int) -> None:
        step = neighbour(self.meeting, self.step, by)
        if step is not None:
            self.go(step)

    def _add(self) -> None:
        focused, page = QApplication.focusWidget(), self.page()
        if self.line.has_keyboard:
            self.line.add()
        elif isinstance(focused, GrowingText):
            focused.finished.emit()
        elif page is not None:
            page.add()

    def _restrict(self) -> None:
        if self.line.has_keyboard:
            self.line.restrict()
        elif (page := self.page()) is not None:
            page.restrict()

    def _steps_for(self, row: Row) -> list[str]:
        return steps_for(row, self.meeting)

    def _put_into(self, row: Row, step: str) -> None:
        """Put a note into another step; the chair stays in this one."""
        if (page := self.page()) is not None:
            put_note(page, row, Spot(step, row.column))

    def _go_to_first_field(self) -> None:
        page = self.page()
        if page is not None and (first := page.first_field()) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_draft(self) -> None:
        page = self.page()
        typed = self.line.being_typed() or (page.being_typed() if page is not None else None)
        if typed != self.meeting.being_typed:
            self.meeting.being_typed = typed
            self.letter.follow_draft()

    def _tell(self, problem: Problem) -> None:
        what, kept, _next = sentences(problem)
        self.bar.saved.show_trouble(what.rstrip("."), kept)
        self.notices.tell(problem)

    def _refit(self) -> None:
        self.fit.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit.fit()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        step = 1 if next else -1
        return go_to_next_stop(self.window(), step) or super().focusNextPrevChild(next)
