"""Days and times of a review as they are said on the screen."""

from datetime import date, time

from ui.language import day_in_words, time_in_words


def clock_time(clock: str) -> str:
    """Say a time kept as "16:04" as "4:04pm"; anything else as it was typed."""
    try:
        return time_in_words(time.fromisoformat(clock))
    except ValueError:
        return clock


def day_words(day: date, today: date) -> str:
    """Say a day with its weekday, and the year when it is not this one."""
    return day_in_words(day, today)


def minutes_since(clock: str, now: time) -> int:
    """Count the minutes from a time kept as "16:04" to now, or 0 where that is not known."""
    try:
        start = time.fromisoformat(clock)
    except ValueError:
        return 0
    return max(0, (now.hour - start.hour) * 60 + now.minute - start.minute)
