"""What the IRO wrote for a line stands in the letter, and what was left out is kept aside."""

from dataclasses import replace
from typing import Any

import pytest

from letters.bands import Band
from letters.letter import Letter
from letters.lines import Line, lines_of
from letters.own_words import with_own_words
from letters.paragraph import Source
from models.letter_making import LetterMaking, LetterOnSheet, LineOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.papers_expected import letter
from tests.letters.said import words


def line(key: str, words: str = "", **given: Any) -> LineOnSheet:
    fields: dict[str, Any] = {"proposed": "", "left_out": False, "left_out_why": "", **given}
    return LineOnSheet(id=f"line {key}", key=key, words=words, **fields)


def out(key: str, why: str = "Told face to face") -> LineOnSheet:
    return line(key, left_out=True, left_out_why=why)


def making(*lines: LineOnSheet, band: Band = Band.B) -> LetterMaking:
    return LetterMaking(LetterOnSheet(id="letter-1", band=band.value), lines)


def sheet_with(*lines: LineOnSheet, band: Band = Band.B, **changes: Any) -> ReviewSheet:
    return sheets.full(making=making(*lines, band=band), **changes)


def written(*lines: LineOnSheet, band: Band = Band.B, **changes: Any) -> Letter:
    return letter(sheet_with(*lines, band=band, **changes))


def listed(*lines: LineOnSheet, band: Band = Band.B, **changes: Any) -> dict[str, Line]:
    sheet = sheet_with(*lines, band=band, **changes)
    found = lines_of(letter(sheet), sheet.making)
    assert len({each.key for each in found}) == len(found)
    return {each.key: each for each in found}


def test_own_words_take_the_place_of_a_line_and_keep_what_would_be_said() -> None:
    found = written(line("L3/who", "Everyone you like came."))
    assert words(found, "L3")[1] == "Everyone you like came."
    block = found.block("L3")
    assert block is not None
    told = block.paragraphs[1]
    assert told.source == Source("letter_line", "line L3/who", "words")
    assert told.proposed == words(letter(sheets.full()), "L3")[1]


def test_own_words_laid_over_twice_change_nothing() -> None:
    given = making(line("L3/who", "Everyone came."), out("L12/earlier"), out("decision/d-2"))
    once = letter(sheets.full(making=given))
    assert with_own_words(once, given) == once


def test_a_line_left_out_is_kept_aside_with_the_reason() -> None:
    found = written(out("L12/earlier", "No need"))
    assert "You can ask for an earlier meeting." not in words(found, "L12")
    (aside,) = found.left_out
    assert (aside.block, aside.after, aside.why) == ("L12", "L12/advocate", "No need")


def test_a_block_of_which_nothing_is_left_goes_but_its_line_is_still_listed() -> None:
    found = listed(out("note/n-3"))
    assert written(out("note/n-3")).block("L6") is None
    assert (found["note/n-3"].is_left_out, found["note/n-3"].block) == (True, "L6")
    assert found["note/n-3"].heading == "What we are worried about"


def test_a_step_left_out_goes_whole_and_its_reason_may_go_alone() -> None:
    found = written(out("decision/d-2"), out("decision/d-1/why"), band=Band.C)
    block = found.block("L7")
    assert block is not None
    assert [row.what.key for row in block.rows] == ["decision/d-1", "decision/d-3", "decision/d-4"]
    assert block.rows[0].why is None
    keys = list(listed(out("decision/d-2"), out("decision/d-1/why"), band=Band.C))
    place = keys.index("decision/d-1")
    assert keys[place : place + 4] == [
        "decision/d-1", "decision/d-1/why", "decision/d-2", "decision/d-3",
    ]  # fmt: skip


def test_without_any_step_there_is_no_table() -> None:
    gone = [out(f"decision/d-{number}") for number in range(1, 5)]
    block = written(*gone).block("L7")
    assert block is not None
    assert (block.rows, block.table_head) == ((), ())


def test_the_childs_own_words_are_never_reworded() -> None:
    found = written(line("wish/w-1", "She wants to stay."))
    assert words(found, "L4")[0] == "You said: “I want to know if I’m staying.”"
    assert "wish/w-1" not in [key for key, each in listed().items() if each.write_to]


def test_a_gap_stays_a_gap_until_the_record_fills_it() -> None:
    found = written(line("L2/warm", "You are kind."), warm_line="")
    assert [gap.field for gap in found.missing] == ["warm_line"]


@pytest.mark.parametrize("key", ["L1/from", "L1/greeting", "L13/closing", "L13/role"])
def test_the_greeting_and_the_end_cannot_be_left_out(key: str) -> None:
    found = written(out(key))
    assert found.left_out == ()
    assert not listed(out(key))[key].can_be_left_out


def test_the_box_of_rights_stays_when_its_lines_are_left_out() -> None:
    keys = [key for key in listed() if key.startswith("L12/")]
    block = written(*map(out, keys)).block("L12")
    assert block is not None
    assert block.paragraphs == ()


WRITTEN = [
    ("L2/warm", Source("review", "review-4", "warm_line")),
    ("L10/home", Source("review", "review-4", "home_line")),
    ("note/n-1", Source("note", "n-1", "letter_words")),
    ("note/n-2", Source("note", "n-2", "letter_words")),
    ("decision/d-1", Source("decision", "d-1", "letter_words")),
    ("wish/w-4/answer", Source("wish", "w-4", "answer")),
    ("wish/w-1", None),
    ("L9/number", None),
    ("L3/who", Source("letter_line", "", "words")),
    ("L12/earlier", Source("letter_line", "line L12/earlier", "words")),
]


@pytest.mark.parametrize(("key", "place"), WRITTEN)
def test_each_line_says_where_its_words_are_written(key: str, place: Source | None) -> None:
    assert listed(line("L12/earlier", "Ask me."))[key].write_to == place


def test_a_gap_of_the_record_is_filled_there_and_a_line_of_its_field_in_the_letter() -> None:
    found = listed(warm_line="", attendances=())
    assert found["L2/warm"].write_to == Source("review", "review-4", "warm_line")
    assert found["L2/warm"].gap is not None
    assert found["L3/who"].write_to is None


def test_every_block_has_a_name_on_the_screen() -> None:
    for band in Band:
        for each in listed(band=band).values():
            assert each.name


def test_a_newer_proposal_waits_beside_what_the_iro_wrote() -> None:
    notes = (replace(sheets.NOTES[0], words="Sam has waited since May."),)
    noted = line("note/n-1", proposed="You have waited.")
    found = listed(noted, notes=notes)["note/n-1"]
    assert found.words.startswith("Ms Fennimore is proud")
    assert found.newer == "You have waited since May."
    seen = line("note/n-1", proposed=found.newer)
    assert listed(seen, notes=notes)["note/n-1"].newer == ""
    assert listed(notes=notes)["note/n-1"].newer == ""


def test_a_newer_fixed_sentence_waits_beside_the_words_of_a_line() -> None:
    earlier = line("L12/earlier", "Ask me.", proposed="An older sentence.")
    assert listed(earlier)["L12/earlier"].newer == "You can ask for an earlier meeting."
    same = line("L12/earlier", "Ask me.", proposed="You can ask for an earlier meeting.")
    assert listed(same)["L12/earlier"].newer == ""


def test_a_note_without_words_of_its_own_is_said_as_proposed() -> None:
    notes = (replace(sheets.NOTES[0], words="Sam has waited since May.", letter_words=""),)
    found = listed(notes=notes)["note/n-1"]
    assert (found.words, found.proposed) == ("You have waited since May.", "")
    assert found.source == Source("note", "n-1", "words")
