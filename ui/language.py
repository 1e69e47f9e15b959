"""The words of the windows in the chosen language: sentences, Qt's buttons, days, numbers."""

import gettext as catalogues
from datetime import date, datetime, time

from PySide6.QtCore import QLocale, QTranslator

import resources
from ui.overriding import override

SOURCE_LANGUAGE = "en_GB"

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class _Spoken:
    """The language the windows speak now."""

    code: str = SOURCE_LANGUAGE
    catalogue: catalogues.NullTranslations = catalogues.NullTranslations()


def set_language(code: str) -> None:
    """Speak this language from now on; words it lacks stay English."""
    _Spoken.code = code
    folder = resources.path("locale")
    _Spoken.catalogue = catalogues.translation("ui", folder, languages=[code], fallback=True)
    QLocale.setDefault(QLocale(code))


def use_catalogue(catalogue: catalogues.NullTranslations) -> None:
    """Take every word from this catalogue and keep the dates as they are."""
    _Spoken.catalogue = catalogue


def language() -> str:
    """Give the code of the language spoken now, such as en_GB."""
    return _Spoken.code


def languages() -> tuple[str, ...]:
    """Give the code of every language there is a catalogue for."""
    found = resources.path("locale").glob("*/LC_MESSAGES/ui.po")
    compiled = resources.path("locale").glob("*/LC_MESSAGES/ui.mo")
    return tuple(sorted({path.parts[-3] for path in (*found, *compiled)} | {SOURCE_LANGUAGE}))


def _(words: str) -> str:
    """Give a sentence in the language spoken now."""
    return _Spoken.catalogue.gettext(words)


def N_(words: str) -> str:  # noqa: N802 the name that gettext tools collect words by
    """Mark words to be translated when they are shown."""
    return words


def ngettext(one: str, many: str, count: int) -> str:
    """Give the form of a sentence that goes with a number."""
    return _Spoken.catalogue.ngettext(one, many, count)


def pgettext(context: str, words: str) -> str:
    """Give words that mean different things in different places, by the place."""
    return _Spoken.catalogue.pgettext(context, words)


class QtWords(QTranslator):
    """Gives Qt's own buttons and menus their words from our catalogue."""

    @override
    def translate(
        self,
        context: str | bytes,
        sourceText: str | bytes,
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str:
        """Give Qt's words in the language spoken now; one word has one meaning everywhere."""
        words = sourceText if isinstance(sourceText, str) else sourceText.decode()
        return _Spoken.catalogue.gettext(words) if words else words

    @override
    def isEmpty(self) -> bool:
        """Say that there are words here, so that Qt asks."""
        return False


def day_in_words(day: date, today: date) -> str:
    """Say a day as "Thursday 12 November", with the year when it is not this one."""
    if day.year == today.year:
        # Translators: the pattern of a date in this year, in Unicode date letters.
        return _day_by_pattern(day, pgettext("date pattern", "EEEE d MMMM"))
    # Translators: the pattern of a date in another year, in Unicode date letters.
    return _day_by_pattern(day, pgettext("date pattern", "EEEE d MMMM y"))


def date_in_words(day: date) -> str:
    """Say a date without its weekday, as "12 November 2026"."""
    # Translators: the pattern of a date without its weekday, in Unicode date letters.
    return _day_by_pattern(day, pgettext("date pattern", "d MMMM y"))


def short_day(day: date) -> str:
    """Say a day in a narrow column, as "Thu 12 Nov"."""
    # Translators: the pattern of a date in a narrow column, in Unicode date letters.
    return _day_by_pattern(day, pgettext("date pattern", "EEE d MMM"))


def time_in_words(moment: time | datetime) -> str:
    """Say a time of day as "4:04pm"; a moment with a zone is said in this computer's zone."""
    if isinstance(moment, datetime):
        moment = (moment.astimezone() if moment.tzinfo else moment).time()
    if _speaks_english():
        return f"{moment.hour % 12 or 12}:{moment.minute:02}{'am' if moment.hour < 12 else 'pm'}"
    from babel.dates import format_time

    # Translators: the pattern of a time of day, in Unicode date letters.
    return format_time(moment, pgettext("date pattern", "h:mma"), locale=_Spoken.code)


def number_in_words(number: float) -> str:
    """Write a number with the separators of the language, as "83,000"."""
    if _speaks_english() and isinstance(number, int):
        return f"{number:,}"
    from babel.numbers import format_decimal

    return format_decimal(number, locale=_Spoken.code)


def _day_by_pattern(day: date, pattern: str) -> str:
    if _speaks_english():
        return _english_day(day, pattern)
    from babel.dates import format_date

    return format_date(day, pattern, locale=_Spoken.code)


def _speaks_english() -> bool:
    """Whether the names are ours: the first page is painted before Babel, 50 ms, is loaded."""
    return _Spoken.code == SOURCE_LANGUAGE


def _english_day(day: date, pattern: str) -> str:
    weekday, month = _DAYS[day.weekday()], _MONTHS[day.month - 1]
    short_month = "Sept" if day.month == 9 else month[:3]
    letters = {
        "EEEE": weekday,
        "EEE": weekday[:3],
        "d": str(day.day),
        "MMMM": month,
        "MMM": short_month,
        "y": str(day.year),
    }
    return " ".join(letters[letter] for letter in pattern.split(" "))


# Qt asks for these by its own English; they are listed so that translators see them.
QT_WORDS = (
    *(N_("OK"), N_("Save"), N_("Save All"), N_("Open"), N_("&Yes"), N_("Yes to &All")),
    *(N_("&No"), N_("N&o to All"), N_("Abort"), N_("Retry"), N_("Ignore"), N_("Close")),
    *(N_("Cancel"), N_("Discard"), N_("Help"), N_("Apply"), N_("Reset")),
    *(N_("Restore Defaults"), N_("Don't Save"), N_("Show Details..."), N_("Hide Details...")),
    *(N_("&Undo"), N_("&Redo"), N_("Cu&t"), N_("&Copy"), N_("&Paste"), N_("Delete")),
    *(N_("Select All"), N_("&OK"), N_("&Cancel"), N_("&Save"), N_("&Open"), N_("< &Back")),
    *(N_("&Next >"), N_("&Finish"), N_("Cancel")),
    # Translators: Qt's switch for the direction of writing. Translate to RTL or LTR only.
    N_("QT_LAYOUT_DIRECTION"),
)
