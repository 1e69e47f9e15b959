"""What needs a person, in each of its states, for the tests that look at every window."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tests.real_program import Program
from tests.sample import Sample
from tests.two_versions import keep_two
from ui.sync.needs_you_page import NeedsYouPage


def needs_you(program: Program, sam: Sample) -> Iterator[tuple[str, QWidget]]:
    """Show it with nothing, with each choice, and with one to undo."""
    window, database = program.waymark.window, program.waymark.desk.database
    program.waymark.places.open_needs_you()
    yield "needs you, with nothing", window
    review = ("review", sam.review_id)
    keep_two(database, sam, (*review, "warm_line"), ("", "One line", "One other line"))
    keep_two(database, sam, (*review, "booked_on"), (None, "2026-08-13", "2026-08-14"))
    page = program.page
    assert isinstance(page, NeedsYouPage)
    for conflict in tuple(page.list.cards):
        page.show_conflict(conflict)
        page.view.choices.press(1)
        yield f"needs you, {page.view.field.said}", window
    page.view.use_this()
    yield "needs you, with a choice to undo", window
