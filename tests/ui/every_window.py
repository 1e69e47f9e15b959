"""Leads through every window and page of the program, and says where each one fails."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QWidget

from letters.plain.checking import Finding, FindingKind
from letters.plain.suggestion import Mode, Suggestion
from letters.two_languages import State
from models.document_kind import REVIEW_PAPERS
from models.problems import WrongPassphrase
from models.rules.meeting_steps import MEETING_STEPS
from models.sync.link import CertificateRefused, LoginRefused
from models.sync.roles import SUPPORT
from models.sync.standing import change_standing
from tests.models.case_list import lists
from tests.real_program import Program
from tests.sample import Sample
from tests.ui.send import every_send
from tests.ui.sync import every_choice, shared_record
from tests.ui.sync.shared_record import FakeLine
from ui.appearance import appearance
from ui.case_list.done_page import DonePage
from ui.case_list.import_window import HEIGHT_PX, WIDTH_PX, ImportWindow
from ui.case_list.mapping_page import MappingPage
from ui.case_list.plan_page import PlanPage
from ui.child.child_page import ChildPage
from ui.child.fact_row import FactRow
from ui.letter.composer_page import ComposerPage
from ui.meeting.folded_card import FoldedCard
from ui.meeting.note_slot import NoteSlot
from ui.meeting.part_of_review_page import PartOfReviewPage
from ui.meeting.review_page import ReviewPage
from ui.parts.one_line import OneLine
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.ticks import Tick
from ui.plain.suggestion_bar import MOST_ROWS
from ui.plain.suggestion_row import SuggestionRow
from ui.send.after_meeting_page import PARTS as PARTS_AFTER
from ui.send.after_meeting_page import AfterMeetingPage
from ui.settings.council_part import CouncilPart
from ui.settings.form.meetings_dialog import PARTS, MeetingsDialog
from ui.settings.letters.letters_part import LettersPart
from ui.settings.letters.template_page import READING
from ui.settings.letters.templates_dialog import TemplatesDialog
from ui.sync.connect_dialog import ConnectDialog
from ui.sync.sync_page import SyncPage
from ui.unlock.first_run_page import FirstRunPage

Shown = Iterator[tuple[str, QWidget]]
_PLAINER = (
    Finding(FindingKind.PASSIVE, 0, 2, "is", "Say who does it: “{words}” does not.",
            {"words": "is"}),
    Finding(FindingKind.HARD_WORD, 1, 4, "permanence", "", suggestion=Suggestion(
        1, 4, "permanence", Mode.SWAP, "a home for good", True, "a home for good")),
    Finding(FindingKind.LONG_SENTENCE, 2, 5, "long", "", {"count": 30, "most": 12}, stops=(3,)),
    Finding(FindingKind.SPELLING, 3, 5, "lng", "“{words}” is not in the dictionary.",
            {"words": "lng"}),
)  # fmt: skip
"""What could be plainer in a line, whatever stands there."""


def walk(program: Program, sam: Sample, folder: Path) -> Shown:
    """Give each window and page by its name, once it is shown; the program is locked before."""
    window = program.waymark.window
    yield "unlock", window
    program.door.refuse(WrongPassphrase(), backup=True)
    yield "unlock, with a problem and a backup", window
    program.door.explain_forgotten()
    yield "unlock, forgotten", window
    program.unlock()
    program.at_rest()
    yield "today", window
    window.say_saved()
    yield "today, with a notice", window
    window.go("children")
    program.at_rest()
    yield "children", window
    yield from _child(program, sam)
    yield from _review(program, sam)
    yield from _letter(program, sam)
    yield from _after_a_meeting(program, sam)
    yield from every_send.send(program, sam)
    yield from _dialogs(program, folder)
    yield from _sharing(program, sam)
    yield from every_choice.needs_you(program, sam)
    yield from _part_of_a_record(program, sam)


def first_run(program: Program) -> Shown:
    """Give the page that a new laptop shows, as it is and with every complaint."""
    page = program.waymark.door._page
    assert isinstance(page, FirstRunPage)
    yield "first run", program.waymark.window
    page.ask()
    yield "first run, with nothing typed", program.waymark.window


def _child(program: Program, sam: Sample) -> Shown:
    window = program.waymark.window
    program.waymark.open_child(sam.child_id)
    page = program.page
    assert isinstance(page, ChildPage)
    yield "child", window
    page.ask_for_the_moment()
    yield "child, what a letter is for", window
    page.ask_for_the_day()
    page.people.ask_for_someone()
    page.own_words.words.ask_for_one()
    yield "child, booking and somebody new", window
    for row in page.findChildren(FactRow):
        row.begin()
    page.about.rules.begin()
    yield "child, every fact open", window


def _review(program: Program, sam: Sample) -> Shown:
    window = program.waymark.window
    program.waymark.open_review(sam.review_id)
    page = program.page
    assert isinstance(page, ReviewPage)
    for step in MEETING_STEPS:
        page.go(step)
        for slot in page.pages[step].findChildren(NoteSlot):
            slot.open_editor()
        for card in page.pages[step].findChildren(FoldedCard):
            card.open()
        yield f"review {step}", window
    for kind in REVIEW_PAPERS:
        page.show_paper(kind)
        program.qtbot.waitUntil(lambda kind=kind: page.papers[kind].live.paper is not None)
        yield f"review, the {kind} large", window
        page.close_paper()


def _letter(program: Program, sam: Sample) -> Shown:
    window = program.waymark.window
    program.waymark.places.open_letter(sam.review_id)
    page = program.page
    assert isinstance(page, ComposerPage)
    program.at_rest()
    yield "letter", window
    for row in page.lines.rows():
        row.editor.take(row.editor.text(), _PLAINER)
    row = next(row for row in page.lines.rows() if len(row.editor.marks) > MOST_ROWS)
    row.enter()
    row.editor.open()
    assert len(row.findChildren(SuggestionRow)) == MOST_ROWS
    yield "letter, with what could be plainer", window
    page.meeting.choose("is_posted", value=True)
    page.meeting.choose("language", "pl")
    program.at_rest()
    page.bar.page_button.click()
    for tick in page.panel.ticks.values():
        tick.click()
    for row in page.lines.rows()[:4]:
        row.enter()
        row.newer.show_words("Something else.", row.line.says_again)
        row.leaving.ask()
    yield "letter, with everything open", window
    _line_by_line(program, page)
    yield "letter, line by line in Polish", window
    page.swap_page()
    yield "letter, its page", window
    page.check()
    for concern in page.finish.rows.values():
        concern.ask()
    yield "letter, check and finish", window


def _after_a_meeting(program: Program, sam: Sample) -> Shown:
    window = program.waymark.window
    program.waymark.places.open_after_meeting(sam.review_id)
    page = program.page
    assert isinstance(page, AfterMeetingPage)
    for part in PARTS_AFTER:
        page.go(part)
        program.at_rest()
        yield f"after a meeting, {part}", window


def _line_by_line(program: Program, page: ComposerPage) -> None:
    """Show every line in the other language, the first of them with English that changed."""
    page.translate()
    page.translation.every.click()
    rows = page.translation.rows
    program.qtbot.waitUntil(lambda: page.translation.is_whole)
    program.at_rest()
    for each in list(rows.values())[:2]:
        each.show_line(replace(each.line, state=State.CHANGED, original=each.line.english), "")


def _dialogs(program: Program, folder: Path) -> Shown:
    window = program.waymark.window
    ways: dict[str, Callable[[], object]] = {
        "settings": window.show_settings,
        "help": window.show_help,
        "about": window.show_about,
        "question": window._ask_about_unsaved,
        "fault": lambda: window.problems.tell(ZeroDivisionError()),
    }
    for name, show in ways.items():
        show()
        dialog = _dialog(program)
        yield name, dialog
        dialog.reject()
        program.at_rest()
    yield from _meetings(program)
    yield from _letters(program)
    yield from _import(program, folder)


def _meetings(program: Program) -> Shown:
    window = program.waymark.window
    window.show_settings()
    (council,) = window.findChildren(CouncilPart)
    council.open_meetings()
    (dialog,) = window.findChildren(MeetingsDialog)
    for part, _words, _kind in PARTS:
        dialog.show_part(part)
        yield f"your meetings, {part}", dialog
    dialog.reject()
    _dialog(program).reject()
    program.at_rest()


def _letters(program: Program) -> Shown:
    window = program.waymark.window
    window.show_settings()
    (part,) = window.findChildren(LettersPart)
    part.open()
    (dialog,) = window.findChildren(TemplatesDialog)
    yield "your letters", dialog
    dialog.open_template("midpoint")
    dialog.page.text.setPlainText('waymark_letter = 1\nkey = "midpoint"\n')
    dialog.page.keep()
    yield "your letters, one that is broken", dialog
    dialog.page.give_up()
    dialog.page.show_part(READING)
    yield "your letters, how one reads", dialog
    dialog.reject()
    _dialog(program).reject()
    program.at_rest()


def _import(program: Program, folder: Path) -> Shown:
    program.waymark.places.import_case_list()
    dialog = _dialog(program)
    assert isinstance(dialog, ImportWindow)
    dialog.resize(WIDTH_PX, HEIGHT_PX)  # as on a screen of 1366 by 768
    yield "import", dialog
    dialog.open_file(lists.liquid_list(folder))
    for page in (MappingPage, PlanPage, DonePage):
        program.qtbot.waitUntil(lambda page=page: isinstance(dialog.page, page))
        yield f"import, {page.__name__}", dialog
        if page is not DonePage:
            program.qtbot.keyClick(dialog.go_on, Qt.Key.Key_Return)
    dialog.reject()
    program.at_rest()


def _sharing(program: Program, sam: Sample) -> Shown:
    window, waymark = program.waymark.window, program.waymark
    window.go("sync")
    yield "sync, alone", window
    waymark.places.connect_to_council()
    dialog = _dialog(program)
    assert isinstance(dialog, ConnectDialog)
    dialog.notices.tell(CertificateRefused())
    yield "connecting", dialog
    dialog.reject()
    line = FakeLine(fails=LoginRefused())
    _share(program, sam, line)
    page = window.go("sync")
    assert isinstance(page, SyncPage)
    with program.qtbot.waitSignal(waymark.sharing.round_ended):
        waymark.sharing.share_now()
    yield "sync, with all there is to say", window
    for tab in ("laptops", "looked"):
        page.show_tab(tab)
        page.managing[tab].show_answer(ANSWERS[tab])
        yield f"sync, {tab}", window
    window.close()
    question = _dialog(program)
    yield "closing with work that waits", question
    question.reject()
    assert waymark.desk is not None
    shared_record.lapse(waymark.desk.database, waymark.now())
    waymark.sharing.look()
    yield "the lease is over", window


def _part_of_a_record(program: Program, sam: Sample) -> Shown:
    window, waymark = program.waymark.window, program.waymark
    assert waymark.desk is not None
    with waymark.desk.database.sharing() as hand:
        change_standing(hand.connection, role=SUPPORT)
        hand.changed.add("laptop_fact")
    waymark.open_review(sam.review_id)
    page = program.page
    assert isinstance(page, PartOfReviewPage)
    yield "a part of a review", window
    page.part.booking.open()
    yield "a part of a review, booking", window
    waymark.open_child(sam.child_id)
    yield "a part of a child's record", window
    window.show_settings()
    dialog = _dialog(program)
    yield "settings that the service sets", dialog
    dialog.reject()


ANSWERS: Final = {
    "laptops": {
        "laptops": [{"device": "d", "laptop": "NB-0412", "waiting": 3, "state": "copied"}]
    },
    "looked": {"lines": [{"act": "printed", "at": "2026-11-12T09:00:00+00:00"}]},
}


def _share(program: Program, sam: Sample, line: FakeLine) -> None:
    """Let the record share, with something of everything to tell."""
    waymark, desk = program.waymark, program.waymark.desk
    assert desk is not None
    database, now = desk.database, desk.now()
    shared_record.join(database, now, role="manager", lease_days=2)
    place = (sam.child_id, "decision", sam.earlier_decisions[0])
    with database.sharing() as hand:
        shared_record.arrive(hand, "joined", place, now, sam.iro_id)
        shared_record.hold(hand, sam.child_id, now, "She wants the cat to come too.")
    shared_record.leave_together(database, [sam.child_id])
    desk.put("decision", sam.earlier_decisions[0], "what", "Find out about swimming")
    waymark.sharing._open_line = lambda _desk, _password: line
    waymark.sharing.begin(desk)
    program.qtbot.waitUntil(lambda: waymark.sharing.state is not None)


def _dialog(program: Program) -> QDialog:
    (dialog,) = [each for each in program.waymark.window.findChildren(QDialog) if each.isVisible()]
    return dialog


def settle() -> None:
    """Let layouts and queued showing come to rest."""
    for _turn in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def cut_off(window: QWidget) -> list[str]:
    """Give the words that are cut, and the pages that are wider than their frame."""
    labels = [each for each in window.findChildren(QLabel) if each.isVisible() and _is_cut(each)]
    labels = [each for each in labels if not _is_in_a_table(each)]
    ticks = [each for each in window.findChildren(Tick) if each.isVisible() and _is_low(each)]
    wide = [each for each in window.findChildren(ScrollingPage) if _is_too_wide(each)]
    return [
        *(f"words: {each.accessibleName() or each.text()}"[:80] for each in labels),
        *(f"tick: {each.text()[:60]}" for each in ticks),
        *(f"page: {each.objectName() or type(each).__name__}" for each in wide),
    ]


def _is_cut(label: QLabel) -> bool:
    if not label.text() or not label.pixmap().isNull():
        return False
    if isinstance(label, OneLine):  # it says in an ellipsis that there is more, in its tool tip
        return label.width() + 1 < label.minimumSizeHint().width()
    if label.wordWrap():
        return label.height() + 1 < label.heightForWidth(label.width()) - _leading(label)
    return label.width() + 1 < label.sizeHint().width()


def _leading(label: QLabel) -> int:
    """The empty room over and under a line of letters, which may go before a letter is cut."""
    style, letters = label.property("words"), label.fontMetrics().height()
    between = max(0, appearance().line_px(style) - letters) if style else 0
    return between + letters // 10  # no letter of ours is as tall as the font allows


def _is_in_a_table(label: QLabel) -> bool:
    """Whether it stands in a cell, whose column a person can make wider."""
    viewport = label.parentWidget()
    return viewport is not None and isinstance(viewport.parentWidget(), QAbstractItemView)


def _is_low(tick: Tick) -> bool:
    return tick.height() < tick.heightForWidth(tick.width())


def _is_too_wide(page: ScrollingPage) -> bool:
    inside = page.widget()
    return page.isVisible() and inside is not None and inside.width() > page.viewport().width()
