"""Words, days and numbers in the language of the windows."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from gettext import NullTranslations

import pytest
from babel.dates import format_date
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.pseudo import TwiceAsLong
from tools import words
from ui import language


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.set_language(language.SOURCE_LANGUAGE)


@pytest.fixture
def qt_words(qapp: QApplication) -> Iterator[None]:
    translator = language.QtWords()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 12), "Thursday 12 November"),
        (date(2026, 1, 1), "Thursday 1 January"),
        (date(2027, 1, 1), "Friday 1 January 2027"),
        (date(2025, 12, 31), "Wednesday 31 December 2025"),
    ],
)
def test_a_day_is_said_with_its_year_only_when_it_is_not_this_one(day: date, said: str) -> None:
    assert language.day_in_words(day, today=date(2026, 11, 11)) == said


def test_our_english_names_of_days_are_those_of_babel() -> None:
    for day in (date(2026, 1, 1) + timedelta(days=count) for count in range(366)):
        assert language.date_in_words(day) == format_date(day, "d MMMM y", "en_GB")
        assert language.short_day(day) == format_date(day, "EEE d MMM", "en_GB")
        said = language.day_in_words(day, today=date(1999, 1, 1))
        assert said == format_date(day, "EEEE d MMMM y", "en_GB")


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (time(16, 4), "4:04pm"),
        (time(0, 30), "12:30am"),
        (time(12, 0), "12:00pm"),
        (datetime(2026, 11, 12, 9, 5), "9:05am"),  # noqa: DTZ001 a wall clock has no zone
    ],
)
def test_a_time_is_said_as_on_a_wall_clock(moment: time | datetime, said: str) -> None:
    assert language.time_in_words(moment) == said


def test_a_moment_with_a_zone_is_said_in_the_zone_of_this_computer() -> None:
    moment = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    assert language.time_in_words(moment) == language.time_in_words(moment.astimezone().time())


def test_numbers_are_written_with_their_separators() -> None:
    assert language.number_in_words(83000) == "83,000"
    assert language.number_in_words(1234.5) == "1,234.5"


def test_another_language_says_its_own_days_times_and_numbers(compiled_words: None) -> None:
    language.set_language("cy")
    assert language.day_in_words(date(2026, 11, 12), today=date(2026, 1, 1)) == (
        "Dydd Iau 12 Tachwedd"
    )
    assert language.short_day(date(2026, 11, 12)) == "Iau 12 Tach"
    assert language.time_in_words(time(16, 4)) == "4:04PM"
    assert language.number_in_words(83000) == "83,000"


def test_a_language_without_a_catalogue_speaks_english(qapp: QApplication) -> None:
    language.set_language("xx")
    assert language._("Cancel") == "Cancel"


def test_the_languages_are_those_with_a_catalogue() -> None:
    assert language.languages() == ("cy", "en_GB")


def test_qt_s_own_buttons_come_from_our_catalogue(
    qtbot: QtBot, qt_words: None, compiled_words: None
) -> None:
    language.set_language("cy")
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Save | kinds.Cancel)
    qtbot.addWidget(box)
    assert box.button(kinds.Save).text().replace("&", "") == "Cadw"
    assert box.button(kinds.Cancel).text().replace("&", "") == "Canslo"


def test_every_word_listed_for_qt_is_one_that_qt_has(qt_words: None) -> None:
    language.use_catalogue(TwiceAsLong())
    assert QCoreApplication.translate("QPlatformTheme", "Restore Defaults") == (
        "Restore Defaults Restore Defaults"
    )


def test_marked_words_are_given_back_as_they_are() -> None:
    language.use_catalogue(TwiceAsLong())
    assert language.N_("Close the review") == "Close the review"
    assert language._("Close the review") == "Close the review Close the review"


def test_the_number_chooses_the_form_of_the_sentence() -> None:
    language.use_catalogue(NullTranslations())
    said = language.ngettext("{count} day late", "{count} days late", 2).format(count=2)
    assert said == "2 days late"


def test_qt_s_words_are_in_the_template_for_translators() -> None:
    told = {message for _, message, _ in words.told(words.collect("ui"))}
    assert set(language.QT_WORDS) <= told
