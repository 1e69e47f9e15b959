"""A review to come in words: when, who, where, and what to know of it."""

from datetime import date, datetime, time

from models.caseload import ReviewLine
from models.rules.age import age_on
from ui.language import _, day_in_words, ngettext, time_in_words

BadgeWords = tuple[str, str, str]
ASKED_ICON = "users-three"


def age_and_pronouns(born_on: date, pronouns: str, today: date) -> str:
    """Say "10, he/him"."""
    age = str(age_on(born_on, today))
    return _("{age}, {pronouns}").format(age=age, pronouns=pronouns) if pronouns else age


def name_and_age(name: str, born_on: date, today: date) -> str:
    """Say "Rafi Saltmarsh, 9"."""
    return _("{name}, {age}").format(name=name, age=age_on(born_on, today))


def which_and_where(line: ReviewLine) -> str:
    """Say which review it is and where."""
    if line.place:
        return _("Review {number}. {place}").format(number=line.number, place=line.place)
    if line.mode == "video":
        return _("Review {number}, by video").format(number=line.number)
    return _("Review {number}").format(number=line.number)


def start_time(line: ReviewLine) -> str:
    """Say at what time it is booked, or that no time is set."""
    booked = booked_time(line.booked_time)
    return time_in_words(booked) if booked else _("No time set")


def booked_time(kept: str) -> time | None:
    """Read "16:00"; anything else is no time."""
    try:
        return time.fromisoformat(kept)
    except ValueError:
        return None


def how_soon(line: ReviewLine, now: datetime) -> str:
    """Say "in 1 h 40 min", or how long ago it was to begin."""
    booked = booked_time(line.booked_time)
    if line.state != "planned":
        return _("under way")
    if booked is None or line.booked_on is None:
        return ""
    begins = datetime.combine(line.booked_on, booked, now.tzinfo)
    minutes = round((begins - now).total_seconds() / 60)
    if minutes < 0:
        return _("not begun yet")
    hours, rest = divmod(minutes, 60)
    if hours:
        return _("in {hours} h {minutes} min").format(hours=hours, minutes=rest)
    return ngettext("in {count} minute", "in {count} minutes", minutes).format(count=minutes)


def badges(line: ReviewLine, today: date) -> list[BadgeWords]:
    """Say what to know of a review before it: each as words, kind and icon."""
    found: list[BadgeWords] = []
    if line.state == "adjourned":
        found.append((_("Adjourned"), "due", ""))
    if line.state == "planned" and line.wishes:
        words = ngettext(
            "{name} has said {count} thing", "{name} has said {count} things", line.wishes
        )
        found.append((words.format(name=line.called, count=line.wishes), "voice", ""))
    due_on, booked_on = line.review_due_on, line.booked_on
    if line.state == "planned" and due_on and booked_on and due_on < booked_on:
        day = day_in_words(due_on, today)
        found.append((_("Late, was due {day}").format(day=day), "over", ""))
    if line.interpreter:
        words = _("Interpreter, {language}").format(language=line.first_language)
        found.append((words if line.first_language else _("Interpreter"), "neutral", "translate"))
    if line.state == "planned":
        found.append(_asked(line.asked))
    return found


def _asked(count: int) -> BadgeWords:
    if not count:
        return (_("Nobody asked yet"), "over", "")
    words = ngettext("{count} person asked", "{count} people asked", count).format(count=count)
    return (words, "neutral", ASKED_ICON)
