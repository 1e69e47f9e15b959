"""What is done in the review that the program plays to itself: a meeting of invented people."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.coverage import CONDITIONAL, matters_open
from models.people import Role
from models.rules.rights import RIGHTS
from ui.commands.player import Player
from ui.letter.composer_page import ComposerPage
from ui.meeting.review_page import ReviewPage

if TYPE_CHECKING:
    from ui.application import Waymark
    from ui.meeting.meeting import Meeting

SAID = ("I want to know if I’m staying.", "A sleepover at my nan’s, on a Friday.")
NOTES = {
    "A4": "You have your own shelf now, and you sleep through the night.",
    "A5": "Sundays with your nan go well. You bake, and you win at cards.",
    "A6": "The dentist looked at your teeth in October. All is well.",
    "A7": "You have gone up two reading levels. You read to the little ones.",
}
TAXI = "The taxi comes to {street} at eight, and you are never late."
WORRY = "Nobody has told you yet if you will stay. Waiting is hard."
DECISIONS = (
    ("Ask if this can be your home until you are grown up", 60),
    ("Find out if you can sleep over at your nan’s", 20),
    ("Give you a quiet place at lunch, and a card to show", 14),
)
NUMBERS = ((6, "It would be more if I knew I was staying."), (8, "Settled."), (7, "Nearly there."))
AGREED = "It is read to Kit when the manager has had time to answer."
CONTROL = Qt.KeyboardModifier.ControlModifier


def play(player: Player, waymark: "Waymark") -> None:
    """Chair the review that is open, from the welcome to the issued letter."""
    chair = _Chair(player, waymark.window.pages.page)
    chair.welcome()
    chair.own_words()
    chair.since_last_time()
    for step, words in NOTES.items():
        chair.note(step, words)
    chair.where_from()
    chair.worry()
    chair.long_plan()
    chair.numbers()
    chair.decisions()
    chair.sum_up()
    chair.finish()
    chair.issue_letter()


class _Chair:
    """One meeting, step by step."""

    def __init__(self, player: Player, shown: Callable[[], QWidget | None]) -> None:
        self.player, self._shown = player, shown

    @property
    def page(self) -> ReviewPage:
        page = self._shown()
        if not isinstance(page, ReviewPage):
            raise TypeError("a review must be open")
        return page

    @property
    def meeting(self) -> "Meeting":
        return self.page.meeting

    def go(self, step: str) -> None:
        """Press Ctrl+Down until the step is there."""
        while self.page.step != step:
            before = self.page.step
            self.page.setFocus()
            self.player.press(Qt.Key.Key_Down, CONTROL)
            if self.page.step == before:  # shortcuts need an active window, which may be lacking
                self.page.go(step)

    def add(self) -> None:
        """Press Ctrl+Enter."""
        self.player.press(Qt.Key.Key_Return, CONTROL)

    def welcome(self) -> None:
        """Start the review, and say who is in the room."""
        self.go("A1")
        self.player.choose("begin")
        self.player.until(lambda: self.meeting.sheet.state == "open", "the review under way")
        for place in range(len(self.meeting.sheet.people)):
            self.player.choose("chip_in_room", place)
        people = len(self.meeting.sheet.people)
        self.player.until(lambda: len(self.meeting.sheet.who_came) == people, "who came")

    def own_words(self) -> None:
        """Keep what Kit says, and answer how he took part."""
        self.go("A2")
        for count, words in enumerate(SAID, start=1):
            self.player.write("capture_box", words)
            self.add()
            self._until(self._wishes, count, "Kit’s words")
        self.player.choose("in_room")
        self.player.choose("yes")
        self.player.until(self._has_code, "the participation code")
        self.player.choose("yes", 1)  # talked with alone

    def _has_code(self) -> bool:
        told = self.meeting.sheet.participation
        return told is not None and told.code == "PN1"

    def since_last_time(self) -> None:
        """Say that each earlier decision was done."""
        self.go("A3")
        for place in range(len(self.meeting.sheet.earlier_decisions)):
            self.player.choose("chip_done", place)

    def note(self, step: str, words: str) -> None:
        """Add one note of what goes well."""
        self.go(step)
        self._capture_note(words)

    def where_from(self) -> None:
        """Add what tells where the carer lives, which is kept from the parent."""
        people = self.meeting.sheet.people
        address = next(each.address for each in people if each.role == Role.CARER)
        self._capture_note(TAXI.format(street=address.splitlines()[0]))

    def worry(self) -> None:
        """Add a worry: the second chip of the column."""
        self.go("A8")
        if self.player.all_named("chip_going_well"):
            self.player.go_to("chip_going_well")
            self.player.press(Qt.Key.Key_Right)
            self.player.press(Qt.Key.Key_Space)
        self._capture_note(WORRY)

    def _capture_note(self, words: str) -> None:
        before = len(self.meeting.sheet.notes)
        self.player.write("capture_box", words)
        self.add()
        self.player.until(lambda: len(self.meeting.sheet.notes) > before, "the note")

    def long_plan(self) -> None:
        """Write the plan, for the record and for Kit."""
        self.go("A9")
        self.player.write("permanence_plan_box", "Long-term fostering, to be agreed in January")
        self.player.write("home_line_box", "The plan is for you to stay until you are grown up.")
        self.player.go_to("permanence_type_box")
        for _kind in range(3):
            self.player.press(Qt.Key.Key_Down)  # long-term fostering
        self.player.choose("yes", -2)  # whether the plan is right
        self.player.write("plan_not_ratified_why_box", "It is ratified after the panel.")
        self.player.choose("no", -1)  # whether to seek a change of legal status
        self._capture_note("The answer comes in January. Everyone here wants you to stay.")

    def numbers(self) -> None:
        """Ask for everyone’s number, Kit first, each with its reason."""
        self.go("A10")
        for place, (number, why) in enumerate(NUMBERS):
            self.player.go_to("chip_0")
            for _step in range(number):
                self.player.press(Qt.Key.Key_Right)
            self.player.press(Qt.Key.Key_Space)
            self._until(self._numbers, place + 1, "the number")
            self.player.write("reason_box", why, place)

    def decisions(self) -> None:
        """Decide: what, who, by when."""
        self.go("A11")
        who = self.meeting.sheet.child.social_worker
        today = self.meeting.desk.today()
        for count, (what, days) in enumerate(DECISIONS, start=1):
            by_when = today + timedelta(days=days)
            self.player.write("capture_box", what)
            self.player.write("who_box", who)
            self.player.press(Qt.Key.Key_Tab)
            self.player.write("by_when_box", f"{by_when:%d/%m/%Y}")
            self.add()
            self._until(self._decisions, count, "the decision")

    def sum_up(self) -> None:
        """Write the warm line and the view, go through the rights, set the next dates."""
        self.go("A12")
        self.player.write(
            "warm_line_box", "You showed everyone where to sit, and let me win once."
        )
        self.player.write("iro_view_box", "The plan is right for Kit and must now be agreed.")
        for right in RIGHTS:
            self.player.choose(f"right_{right}")
        self.consider()
        self.player.choose("use_due")
        today = self.meeting.desk.today()
        self.player.write("see_child_by_box", f"{today + timedelta(days=80):%d/%m/%Y}")
        self.player.press(Qt.Key.Key_Tab)
        self.player.choose("chip_see")

    def consider(self) -> None:
        """Say of each matter that is still open that there is nothing to add, or why not."""
        while waiting := matters_open(self.meeting.sheet):
            self.player.choose(f"say_{waiting[0].matter}")
            if waiting[0].matter in CONDITIONAL or waiting[0].is_likely:
                self.player.choose("ready_reason")
            else:
                self.player.go_to("chip_with_note")
                self.player.press(Qt.Key.Key_Right)  # nothing to add
                self.player.press(Qt.Key.Key_Space)
            self._until(self._matters_open, len(waiting) - 1, "what the law asks")

    def finish(self) -> None:
        """Finish the review, and agree that it is meant."""
        self.player.choose_and_agree("finish")
        self.player.until(lambda: self.meeting.is_finished, "the review finished")

    def issue_letter(self) -> None:
        """Check it, set aside the one thing that words cannot mend, issue it and come back."""
        self.player.choose("check_letter")
        letter = self._shown()
        if not isinstance(letter, ComposerPage):
            raise TypeError("the letter must be open")
        self.player.choose("set_aside")
        self.player.write("set_aside_why", AGREED)
        self.player.press(Qt.Key.Key_Return)
        self._until(lambda: len(self.player.all_named("set_aside")), 0, "no warning but one")
        self.player.choose("issue_letter")
        self.player.until(lambda: letter.meeting.latest is not None, "the letter")
        self.player.choose("leave")

    def _until(self, counted: Callable[[], int], number: int, what: str) -> None:
        """Wait until so many are saved."""
        self.player.until(lambda: counted() == number, what)

    def _wishes(self) -> int:
        return len(self.meeting.sheet.wishes)

    def _numbers(self) -> int:
        return len(self.meeting.sheet.scale_answers)

    def _decisions(self) -> int:
        return len(self.meeting.sheet.decisions)

    def _matters_open(self) -> int:
        return len(matters_open(self.meeting.sheet))
