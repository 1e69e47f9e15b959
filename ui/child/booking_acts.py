"""What the booking panel asks for, kept in the record: a first day, or a move with its reason."""

from datetime import date

from ui.child.booking_panel import BookingPanel
from ui.desk import Desk


def book_it(
    desk: Desk, child_id: str, panel: BookingPanel, day: date, at: str, place: str
) -> str:  # fmt: skip
    """Put the review to come in the diary; one that is booked is moved. Gives its id.

    Whoever may set no more than day, time and place leaves its kind as it is. Raises: Problem.
    """
    from models.booking_alone import book_alone, move_alone  # SQLAlchemy is loaded when saving
    from models.planning import book, move

    sets_kind = desk.reach().writes("review", "kind")
    calendar = desk.calendar
    if panel.is_a_move:
        move_it = move if sets_kind else move_alone
        new_day, asked_on = panel.asked.new_day(day, at), panel.asked.day_asked()
        return desk.save(lambda s: move_it(s, child_id, new_day, place, asked_on, calendar))
    book_one = book if sets_kind else book_alone
    return desk.save(lambda s: book_one(s, child_id, day, at, place, calendar))
