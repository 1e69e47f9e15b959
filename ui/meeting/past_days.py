"""What is asked of a day that has been."""

from collections.abc import Callable
from datetime import date

from ui.language import _


def not_still_to_come(today: Callable[[], date]) -> Callable[[date], str]:
    """Give a check for a date field: nothing wrong, or that the day is still to come."""

    def check(day: date) -> str:
        return _("Choose a day that is not still to come.") if day > today() else ""

    return check
