"""The eight codes, word for word, and the age rule."""

from datetime import date

import pytest

from models.rules.participation_codes import (
    ABSENT_REASONS,
    PARTICIPATION_CODES,
    ParticipationCode,
    fits_age,
)

OFFICIAL = {
    "PN0": "Child aged under 4 at the time of the review",
    "PN1": "Child physically attends and speaks for him or herself (Attendance).",
    "PN2": (
        "Child physically attends and an advocate speaks on his or her behalf. (Attendance "
        "views represented by advocate or Independent Reviewing Officer (IRO))"
    ),
    "PN3": (
        "Child attends and conveys his or her view symbolically (non-verbally) (Attendance "
        "symbols)"
    ),
    "PN4": (
        "Child physically attends but does not speak for him or herself, does not convey his "
        "or her view symbolically (non-verbally) and does not ask an advocate to speak for him "
        "or her (Attendance without contribution)"
    ),
    "PN5": (
        "Child does not attend physically but briefs an advocate to speak for him or her "
        "(Views represented by advocate or independent reviewing officer (IRO) through "
        "texting, written format, phone, audio/video, viewpoint)"
    ),
    "PN6": (
        "Child does not attend but conveys his or her feelings to the review by a facilitative "
        "medium (Texting the chair, written format, phone, audio/video, viewpoint)"
    ),
    "PN7": "Child does not attend nor are his or her views conveyed to the review",
}


def test_the_official_wording_is_kept_word_for_word() -> None:
    assert {code.code: code.official for code in PARTICIPATION_CODES.values()} == OFFICIAL


def test_who_was_there_and_whose_views_reached_the_review() -> None:
    told = {code: (each.was_present, each.views_reached) for code, each in _codes()}
    assert told == {
        "PN0": (None, None),
        "PN1": (True, True),
        "PN2": (True, True),
        "PN3": (True, True),
        "PN4": (True, False),
        "PN5": (False, True),
        "PN6": (False, True),
        "PN7": (False, False),
    }


def test_every_code_has_a_short_label_a_year_and_a_source() -> None:
    assert PARTICIPATION_CODES["PN4"].label == "Came; did not share views"
    assert {(each.from_year, bool(each.source)) for _, each in _codes()} == {(2017, True)}


def test_ten_reasons_explain_why_no_views_reached_the_review() -> None:
    assert len({reason.key for reason in ABSENT_REASONS}) == len(ABSENT_REASONS) == 10


@pytest.mark.parametrize("code", OFFICIAL)
def test_under_four_takes_pn0_and_from_the_birthday_the_others(code: str) -> None:
    review_on = date(2026, 6, 10)
    assert fits_age(code, date(2022, 6, 11), review_on) is (code == "PN0")
    assert fits_age(code, date(2022, 6, 10), review_on) is (code != "PN0")


def _codes() -> list[tuple[str, ParticipationCode]]:
    return list(PARTICIPATION_CODES.items())
