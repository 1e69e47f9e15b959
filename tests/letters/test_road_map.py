"""The road map: the child's own days, the stop they have come to, and what is still ahead."""

from datetime import date
from typing import Any

import pytest

from letters.letter import LetterBlock
from letters.road_map import HERE, road_map_block
from letters.wording import wording
from letters.writing import Writing
from models.checked_on_sheet import EarlierReview
from models.letter_making import LetterMaking, LetterOnSheet
from tests.letters import sheets

ASKED_FOR = LetterMaking(LetterOnSheet(with_road_map=True))
FIRST_HELD, SECOND_HELD = date(2025, 8, 20), date(2025, 11, 20)


def road_map(**changes: Any) -> LetterBlock:
    """Sam's road map."""
    sheet = sheets.full(making=ASKED_FOR, **changes)
    block = road_map_block(Writing(sheet, wording(), sheets.DATED))
    assert block is not None
    return block


def stops(block: LetterBlock) -> dict[str, str]:
    """The words of each stop by its name; a star says that the child is there."""
    found: dict[str, str] = {}
    name = ""
    for line in block.paragraphs[1:]:
        if line.picture:
            name = line.text
            found[name] = ""
        else:
            found[name] += "*" if line.key == HERE else f"{line.text} "
    return {name: words.strip() for name, words in found.items()}


def earlier(*days: date | None) -> tuple[EarlierReview, ...]:
    """Reviews held on these days, numbered from 1."""
    return tuple(
        EarlierReview(f"r-{number}", number, "finished", day)
        for number, day in enumerate(days, start=1)
    )


def test_a_letter_that_was_not_asked_to_have_a_road_map_has_none() -> None:
    assert road_map_block(Writing(sheets.full(), wording(), sheets.DATED)) is None


def test_the_road_has_the_days_of_this_child_and_says_where_she_is() -> None:
    block = road_map(earlier_reviews=earlier(FIRST_HELD, SECOND_HELD, date(2026, 5, 14)))
    assert stops(block) == {
        "You came into care": "We began to care for you on 24 July 2025.",
        "Your first meeting": "It was on 20 August 2025. We talked about your plan.",
        "Your second meeting": "It was on 20 November 2025. We talked about a plan that lasts. "
        "It says where you will grow up. You live with Jo and Dele. The plan is for you to stay "
        "with them until you are grown up.",
        "More meetings": "*We met on 14 May 2026 and 12 November 2026. "
        "The next one is on 12 May 2027.",
        "Moving on": "One day you will not need these meetings. "
        "We will talk with you before then.",
    }


def test_after_the_first_meeting_the_second_is_still_ahead() -> None:
    told = stops(road_map(number=1, kind="first", earlier_reviews=()))
    assert told["Your first meeting"].startswith("*It was on 12 November 2026.")
    assert told["Your second meeting"] == (
        "It will be on 12 May 2027. We will talk about a plan that lasts. "
        "It says where you will grow up."
    )
    assert told["More meetings"] == "We meet at least every six months."


def test_the_second_meeting_shows_the_plan_and_the_next_day() -> None:
    told = stops(road_map(number=2, kind="second", earlier_reviews=earlier(FIRST_HELD)))
    assert told["Your second meeting"].startswith("*It was on 12 November 2026.")
    assert told["More meetings"] == "The next one is on 12 May 2027."


def test_a_meeting_that_was_before_the_record_began_is_told_without_its_day() -> None:
    told = stops(road_map(earlier_reviews=(), care_began_on=None))
    assert told["You came into care"] == "This is where your road begins."
    assert told["Your first meeting"].startswith("You have had this meeting.")


def test_a_letter_begun_before_the_meeting_says_so() -> None:
    told = stops(road_map(number=1, earlier_reviews=(), held_on=None, sittings=()))
    assert told["Your first meeting"].startswith("*It is the one we have now.")


def test_a_next_day_that_is_not_after_this_meeting_is_not_told() -> None:
    assert "next one" not in stops(road_map(next_review_on=sheets.full().held_on))["More meetings"]


def test_many_meetings_are_counted_not_listed() -> None:
    days = [date(2019 + n // 2, 1 + 6 * (n % 2), 7) for n in range(10)]
    told = stops(road_map(number=11, earlier_reviews=earlier(*days)))
    assert told["More meetings"].startswith(
        "*We have met 9 more times. The last was on 12 November 2026."
    )


@pytest.mark.parametrize("number", [1, 4])
def test_at_the_last_meeting_the_child_has_come_to_the_end_of_the_road(number: int) -> None:
    before = sheets.full().earlier_reviews if number > 1 else ()
    told = stops(road_map(number=number, earlier_reviews=before, kind="moving_on",
                          next_review_on=None))  # fmt: skip
    assert told["Moving on"] == "*This was your last meeting of this kind."
    assert "next one" not in told["More meetings"]
    assert told["More meetings"]


def test_short_breaks_have_a_road_of_their_own() -> None:
    told = stops(road_map(number=2, kind="short_breaks", earlier_reviews=earlier(FIRST_HELD)))
    assert list(told) == [
        "Your short breaks began", "Your first meeting", "More meetings", "Moving on",
    ]  # fmt: skip
    assert told["Your short breaks began"] == "Your short breaks began on 24 July 2025."
    assert told["More meetings"].startswith("*We met on 12 November 2026.")
    assert told["Moving on"].startswith("One day your short breaks may end.")


def test_what_may_be_changed_has_a_key_of_its_own_and_names_have_none() -> None:
    block = road_map()
    keys = [line.key for line in block.paragraphs if line.key]
    assert keys == [
        "road/intro", "road/began", "road/first", "road/second", "road/plan", HERE,
        "road/later", "road/moving_on",
    ]  # fmt: skip
    assert [line.key for line in block.paragraphs if line.picture] == [""] * 5


def test_the_plan_is_shown_only_where_it_was_written_for_the_child() -> None:
    assert all(line.key != "road/plan" for line in road_map(home_line="").paragraphs)
    asked_first = road_map(number=1, earlier_reviews=())
    assert all(line.key != "road/plan" for line in asked_first.paragraphs)


def test_no_sentence_of_its_own_is_longer_than_a_young_child_reads() -> None:
    """Eight words, days left out. Source: domain reference 5.4, band A."""
    blocks = [
        road_map(number=number, earlier_reviews=(), home_line="", kind=kind, next_review_on=day)
        for number in (1, 2, 5)
        for kind in ("later", "short_breaks", "moving_on")
        for day in (None, date(2027, 5, 12))
    ]
    for paragraph in [line for block in blocks for line in block.paragraphs]:
        undated = "".join(piece.text for piece in paragraph.pieces if not piece.together)
        assert all(len(sentence.split()) <= 8 for sentence in undated.split("."))


def test_the_same_record_has_the_same_road() -> None:
    assert road_map() == road_map()
