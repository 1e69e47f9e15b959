"""Every part in its states on two pages, as the design's pictures show them."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.parts.badges import Badge, Tag
from ui.parts.buttons import (
    Button,
    ChildButton,
    FinalButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    SmallButton,
)
from ui.parts.cards import Card, CardRows
from ui.parts.chips import ChipGroup
from ui.parts.date_field import DateField
from ui.parts.empty_state import EmptyState
from ui.parts.error_summary import ErrorSummary
from ui.parts.fields import ChoiceField, FinalField, LineField, PassphraseField, SearchField
from ui.parts.flow_layout import FlowLayout
from ui.parts.note_card import NoteCard
from ui.parts.notices import Clock, Notice
from ui.parts.progress import Progress
from ui.parts.saved_state import SavedState
from ui.parts.step_rail import Step, StepRail
from ui.parts.text_field import TextField
from ui.parts.ticks import RoundChoices, Tick
from ui.parts.words import Disc, IconWords, KeyCap, SectionIcon, Words

TODAY = date(2026, 11, 12)
LONG = "Kit asked to try Saturday football and has been four weeks in a row. He packs his own bag."


def controls() -> QWidget:
    """Give buttons, fields, choices, badges, saved-state, clocks, progress and steps."""
    left = [_buttons(), _fields(), _choices()]
    right = [_badges(), _states(), _progress(), _steps()]
    return _two_columns(left, right, 1)


def content() -> QWidget:
    """Give note cards, rows, the error summary, the empty state and notices."""
    left: list[QWidget] = [
        NoteCard(
            "Lunch time is too loud.", "Kit’s words", tags=("Learning",), kind="child", foot="In"
        ),
        NoteCard(LONG, "Jo", tags=("Feelings",), foot="In the letter"),
        NoteCard(
            "x", "Jo", tags=("Safety",), kind="restricted", foot="Restricted: where Kit lives"
        ),
        _opened_note(),
        _rows(),
    ]
    return _two_columns(left, [_summary(), _empty(), *_notices()], 1)


def _two_columns(left: list[QWidget], right: list[QWidget], stretch: int) -> QWidget:
    page = QWidget()
    page.setProperty("part", "page")
    across = QHBoxLayout(page)
    across.setContentsMargins(24, 20, 24, 20)
    across.setSpacing(18)
    for widgets in (left, right):
        column = QVBoxLayout()
        column.setSpacing(14)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        across.addLayout(column, stretch)
    return page


def _card(title: str) -> Card:
    card = Card()
    card.column.addWidget(Words(title, "h3"))
    return card


def _flow(card: Card, widgets: list[QWidget]) -> None:
    flow = FlowLayout()
    for widget in widgets:
        flow.addWidget(widget)
    card.column.addLayout(flow)


def _buttons() -> Card:
    card = _card("Buttons")
    off = PrimaryButton("Mark as sent")
    off.turn_off("The check is still open.")
    buttons: list[Button] = [
        PrimaryButton("Add note"),
        SecondaryButton("Open review"),
        QuietButton("See the list"),
        ChildButton("Hand to Kit"),
        SmallButton("Use it"),
        SmallButton("Edit", in_row=True),
        FinalButton("Delete this draft"),
        LinkButton("How Kit took part: answer the first question"),
        IconButton("caret-left", "The page before"),
        SecondaryButton("Next: worries", "arrow-right", icon_last=True),
        off,
    ]
    _flow(card, [*buttons, off.reason])
    return card


def _fields() -> Card:
    card = _card("Fields")
    row = QHBoxLayout()
    who = ChoiceField("Who will do it", [("samir", "Samir Oakenshaw")], hint="Rest, 1 px border")
    who.set_value("samir")
    row.addWidget(who)
    row.addWidget(FinalField("Review date", "12 November", hint="Final, cannot change"))
    card.column.addLayout(row)
    wrong = DateField("By when", lambda: TODAY)
    wrong.set_day(date(2025, 12, 18))
    wrong.show_error("Choose a date after the review, such as 18 December 2026")
    said = TextField("What will happen", hint="In people's own words", optional=True)
    said.set_text(LONG)
    name = LineField("Your name")
    for field in (wrong, said, name, PassphraseField("Passphrase")):
        card.column.addWidget(field)
    card.column.addWidget(SearchField("Find a child", "Ctrl K"))
    return card


def _choices() -> Card:
    card = _card("Choices")
    people = [("jo", "Jo"), ("dele", "Dele"), ("samir", "Samir"), ("ms", "Ms Fennimore")]
    said_by = ChipGroup("Said by", [*people, ("bea", "Bea")], shown=3)
    said_by.choose("dele")
    show = ChipGroup("Show", [("all", "Everyone 62"), ("plan", "No plan yet 2")], size="filter")
    show.choose("all")
    there = RoundChoices("Was Kit there for any part of the review?", [("y", "Yes"), ("n", "No")])
    there.choose("y")
    pictures = Tick("Pictures")
    pictures.setChecked(True)
    for widget in (said_by, show, there):
        card.column.addWidget(widget)
    _flow(card, [pictures, Tick("Restricted: keep it from some people")])
    return card


def _badges() -> Card:
    card = _card("Badges: icon, words, then colour")
    badges: list[QWidget] = [
        Badge("All ready", "ok"),
        Badge("Due tomorrow", "due"),
        Badge("2 days late", "over"),
        Badge("Ready offline", "neutral", "laptop"),
        Badge("Open dispute", "info", "scales"),
        Badge("Kit wants to say 3 things", "voice"),
        Badge("Restricted", "restricted"),
        Tag("Learning"),
    ]
    marks = [Disc("K", "child"), Disc("P"), Disc("1", "next", 28), SectionIcon("sun", "well")]
    _flow(card, [*badges, *marks, KeyCap("Ctrl"), IconWords("user", "Ms Fennimore")])
    return card


def _states() -> Card:
    card = _card("Saved, always in words; clocks count in working days")
    saved, trouble = SavedState(), SavedState()
    saved.show_saved("3 changes to share when online")
    trouble.show_trouble("Not saved yet", "What you typed is still here")
    clocks = [
        Clock("Day 2 of 5", "Decisions due Tuesday 17 November"),
        Clock("Day 4 of 5", "Due tomorrow, Friday 13 November", "due"),
        Clock("2 working days late", "Was due Tuesday 10 November", "late"),
        Clock("Sent on day 3 of 5", "Tuesday 17 November, in time", "met"),
    ]
    _flow(card, [saved, trouble, *clocks])
    return card


def _progress() -> Card:
    card = _card("Progress")
    progress = Progress()
    progress.start("Making 12 letters")
    progress.step(7, 12)
    card.column.addWidget(progress)
    progress.show()
    return card


def _steps() -> Card:
    card = _card("Step rail")
    steps = [
        Step("since", "Since last time", "done", 5),
        Step("well", "What’s working well", "to_do", 4),
        Step("worries", "What are we worried about"),
        Step("safe", "How safe and settled", "skipped", 0, "Kit was tired"),
    ]
    rail = StepRail("Steps of the meeting", steps)
    rail.set_current("well")
    card.column.addWidget(rail)
    return card


def _opened_note() -> NoteCard:
    note = NoteCard(
        "Jo and Dele’s new address is working.", "Jo", kind="restricted", foot="Restricted"
    )
    note.unfold()
    return note


def _rows() -> CardRows:
    rows = CardRows()
    rows.add_head("Late", "over")
    for words in ("Give Kit a quiet place at lunch", "Ask the permanence panel for a date"):
        row = QWidget()
        line = QHBoxLayout(row)
        line.addWidget(Disc("1", "next", 28))
        line.addWidget(Words(words, wrap=True, bold=True), 1)
        rows.add_row(row)
    return rows


def _summary() -> ErrorSummary:
    summary = ErrorSummary("Before you finish this review")
    missing = [("d4", "Decision 4: say who will do it"), ("code", "Answer the first question")]
    summary.show_missing(missing, "You can still adjourn, print and share.")
    return summary


def _empty() -> Card:
    card = Card()
    card.column.addWidget(
        EmptyState(
            "cloud",
            "No worries written yet",
            "Say what you saw or heard, and how it affects Kit.",
            action="Write a worry",
            colour="worry",
        )
    )
    return card


def _notices() -> list[QWidget]:
    return [
        Notice("Ruth changed this at 2:10pm", "Yours is open, so nothing moved.", action="Show"),
        Notice("That passphrase did not match", "Your work is safe. Try again.", kind="over"),
        Notice("Everything is saved on this laptop", kind="well"),
    ]
