"""A letter takes so many lines as its design holds; the others stand aside, one press away."""

from dataclasses import replace

from letters.bands import Band
from letters.choosing import HOLDS
from letters.letter import Letter
from letters.lines import lines_of
from models.letter_making import LetterMaking, LetterOnSheet, LineOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.in_band import in_band
from tests.letters.papers_expected import letter


def much(count: int = 6) -> ReviewSheet:
    """A review with more of everything than any letter to a small child holds."""
    notes = tuple(
        sheets.note(f"{column}-{number}", column, f"You did thing {number}.")
        for column in ("going_well", "worry", "next")
        for number in range(1, count + 1)
    )
    return replace(sheets.with_decisions(count), notes=notes, wishes=())


def told(found: Letter, key: str) -> list[str]:
    block = found.block(key)
    assert block is not None
    keys = [each.key for each in block.every_paragraph()]
    return [key for key in keys if key.count("/") == 1 and key.startswith(("note", "decision"))]


def aside(found: Letter) -> list[str]:
    return [each.paragraph.key for each in found.left_out]


def taken_in(sheet: ReviewSheet, band: Band, *keys: str) -> ReviewSheet:
    lines = tuple(LineOnSheet(key, key, "", "", False, "", taken_in=True) for key in keys)
    return replace(sheet, making=LetterMaking(LetterOnSheet("letter-1", band=band.value), lines))


def test_each_design_takes_the_first_so_many_and_nothing_is_lost() -> None:
    for band, holds in HOLDS.items():
        found = letter(in_band(band, much()))
        good = [f"note/going_well-{number}" for number in range(1, holds.going_well + 1)]
        worries = [f"note/worry-{number}" for number in range(1, holds.worry + 1)]
        steps = [f"decision/d-{number}" for number in range(1, holds.steps + 1)]
        following = [f"note/next-{number}" for number in range(1, holds.next + 1)]
        assert told(found, "L5") == good
        assert told(found, "L6") == worries
        assert told(found, "L7") == steps + following
        every = len(much().notes) + len(much().decisions)
        here = len(good + worries + steps + following)
        assert len(aside(found)) == len(set(aside(found))) == every - here
        assert {each.holds for each in found.left_out} <= {
            holds.going_well, holds.worry, holds.steps, holds.next
        }  # fmt: skip


def test_what_stands_aside_is_shown_after_the_line_before_it_and_never_on_paper() -> None:
    sheet = in_band(Band.A, much(3))
    lines = lines_of(letter(sheet), sheet.making)
    good = [(each.key, each.is_left_out, each.holds) for each in lines if each.block == "L5"]
    assert good == [
        ("note/going_well-1", False, None),
        ("note/going_well-2", False, None),
        ("note/going_well-3", True, 2),
    ]
    assert {each.key for each in lines if each.is_left_out} == set(aside(letter(sheet)))


def test_one_press_takes_it_in_and_puts_nothing_else_out() -> None:
    before = letter(in_band(Band.A, much()))
    after = letter(taken_in(much(), Band.A, "note/going_well-5", "decision/d-6", "note/next-1"))
    assert told(after, "L5") == [*told(before, "L5"), "note/going_well-5"]
    assert told(after, "L7") == [*told(before, "L7"), "decision/d-6", "note/next-1"]
    assert len(aside(after)) == len(aside(before)) - 3


def test_a_small_child_is_told_how_many_more_things_were_decided() -> None:
    found = letter(in_band(Band.A, sheets.agreed(much())))
    said = next(each.text for each in found.every_paragraph() if each.key == "L7/more")
    assert said == "We decided 4 more things. You can ask me about them."


def test_what_the_child_asked_for_comes_before_the_other_steps() -> None:
    asked = sheets.wish("w", "A dog", asked_for=True, decision_id="d-6")
    found = letter(in_band(Band.E, replace(much(), wishes=(asked,))))
    assert told(found, "L7")[-1] == "decision/d-6"


def test_a_line_left_out_on_purpose_brings_no_other_in() -> None:
    gone = LineOnSheet("l", "note/going_well-1", "", "", left_out=True, left_out_why="He knows")
    sheet = in_band(Band.A, much())
    found = letter(replace(sheet, making=replace(sheet.making, lines=(gone,))))
    assert told(found, "L5") == ["note/going_well-2"]
    why = {each.paragraph.key: (each.why, each.holds) for each in found.left_out}
    assert why["note/going_well-1"] == ("He knows", None)
    assert why["note/going_well-3"] == ("", 2)


def test_what_a_small_child_asked_for_and_its_answers_take_room_from_the_rest() -> None:
    for count, steps in ((1, 2), (3, 1)):
        asked = tuple(
            sheets.wish(f"w-{number}", "A dog", asked_for=True, answer="Not yet.")
            for number in range(count)
        )
        found = letter(in_band(Band.A, replace(much(), wishes=asked)))
        assert told(found, "L5") == ["note/going_well-1"]
        assert len(told(found, "L7")) == steps
        assert {each.holds for each in found.left_out if each.block == "L5"} == {1}
        assert len(told(letter(in_band(Band.B, replace(much(), wishes=asked))), "L5")) > 1


def test_the_words_of_a_small_child_come_before_a_second_good_thing() -> None:
    said = sheets.wish("w-1", "I like reading to the dog, and then we play. " * 3)
    found = letter(in_band(Band.A, replace(much(), wishes=(said,))))
    assert told(found, "L5") == ["note/going_well-1"]
    assert len(told(found, "L7")) == HOLDS[Band.A].steps
