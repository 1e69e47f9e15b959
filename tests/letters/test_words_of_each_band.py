"""The fixed words of each band keep to its length of sentence and its grade."""

from dataclasses import replace
from datetime import date

import pytest

from letters.bands import BANDS, READ_ALOUD_GRADE, READ_ALOUD_LONGEST, READ_ALOUD_WORDS, Band
from letters.choosing import HOLDS
from letters.letter import Letter
from letters.plain.reading import measure_text
from models.review_sheet import ChildOnSheet
from tests.letters import sheets
from tests.letters.fixed_sentences import fixed
from tests.letters.in_band import in_band, letter_in
from tests.letters.papers_expected import letter
from tests.letters.said import gaps, words


@pytest.mark.parametrize("band", Band)
def test_no_fixed_sentence_is_longer_than_its_band_may_have(band: Band) -> None:
    rule = BANDS[band]
    for module, sentence in fixed(band):
        longest = READ_ALOUD_LONGEST if module == "keepsake" else rule.longest
        for part in measure_text(sentence, rule).sentences:
            assert len(part.words) <= longest, sentence


@pytest.mark.parametrize("band", Band)
def test_the_fixed_words_of_a_band_read_no_harder_than_it_may(band: Band) -> None:
    told = "\n".join(sentence for _module, sentence in fixed(band, measured=True))
    assert measure_text(told, BANDS[band]).grade <= BANDS[band].grade


def test_each_band_says_something_in_words_of_its_own() -> None:
    told = {band: "\n".join(said for _module, said in fixed(band)) for band in Band}
    assert len(set(told.values())) == len(Band)


@pytest.mark.parametrize("band", Band)
def test_everyone_stands_in_the_letter_by_full_name_and_role(band: Band) -> None:
    told = _text(letter_in(band))
    for person in sheets.full().people:
        assert person.name in told
    carer = "your foster carer" if band in (Band.C, Band.D, Band.U) else "looks after you"
    for role in ("social worker", "teacher", "grandmother", carer, "advocate"):
        assert role in told
    assert "Independent Reviewing Officer" in told


@pytest.mark.parametrize("band", [Band.A, Band.E])
def test_where_pictures_lead_each_block_begins_with_one_and_nothing_is_in_a_table(
    band: Band,
) -> None:
    for block in letter_in(band).blocks:
        if block.key in {"L1", "L13"}:
            continue
        assert not block.rows
        first = next(block.every_paragraph())
        assert first.picture, block.key


def test_easy_read_has_one_picture_for_each_idea() -> None:
    bare = [
        paragraph.key
        for block in letter_in(Band.E).blocks
        for paragraph in block.every_paragraph()
        if block.key not in {"L1", "L13"} and not paragraph.picture
    ]
    assert [key.rpartition("/")[2] for key in bare] == ["answer"]  # stands by what was asked for


def test_easy_read_explains_a_hard_word_right_after_it() -> None:
    found = letter_in(Band.E, home_line="CAMHS will help. CAMHS is near.")
    assert words(found, "L10")[:2] == [
        "CAMHS will help. CAMHS is near.",
        "CAMHS: people who help with big feelings and worries.",
    ]
    assert found.block("L14") is None


@pytest.mark.parametrize("band", [Band.C, Band.D, Band.U])
def test_older_readers_and_those_of_later_are_told_why(band: Band) -> None:
    block = letter_in(band).block("L7")
    assert block is not None
    why = [row.why.text if row.why else "" for row in block.rows]
    others = [""] * (min(HOLDS[band].steps, 4) - 1)
    assert why == ["Why: You have waited since May for an answer.", *others]
    other = letter_in(Band.B).block("L7")
    assert other is not None
    assert {row.why for row in other.rows} == {None}


def test_a_young_adult_is_told_who_will_do_it_in_full_and_how_to_disagree() -> None:
    found = letter_in(Band.D)
    steps, rights = found.block("L7"), found.block("L12")
    assert steps is not None
    assert rights is not None
    assert steps.rows[0].who.text == "Samir Oakenshaw (your social worker)"
    assert rights.heading == "If you disagree with any of this"
    assert rights.paragraphs[-1].text == "Asking will not count against you."
    assert "full care order" in " ".join(words(found, "L10"))


def test_the_page_to_be_read_aloud_is_short_and_easy() -> None:
    warm = "You clap. You laugh at the dog, the cat, the bus and the train."
    block = letter_in(Band.U, warm_line=warm, see_child_how="see").block("aloud")
    assert block is not None
    told = [paragraph.text for paragraph in block.paragraphs]
    assert told[0] == "Hello Sam."
    assert "You clap." in told
    assert told[-1] == "Bye bye, Sam."
    assert all(paragraph.picture for paragraph in block.paragraphs)
    assert sum(len(line.split()) for line in told) <= READ_ALOUD_WORDS
    assert measure_text(" ".join(told), BANDS[Band.U], ()).grade <= READ_ALOUD_GRADE


def test_a_page_to_be_read_aloud_leaves_out_what_would_make_it_too_long() -> None:
    people = tuple(
        sheets.person(f"p-{n}", f"Name {n}", " ".join(["Auntie"] * 6), "carer") for n in range(3)
    )
    came = tuple(sheets.attendance(person.id) for person in people)
    block = letter_in(Band.U, people=people, attendances=came).block("aloud")
    assert block is not None
    told = [paragraph.text for paragraph in block.paragraphs]
    assert sum(len(line.split()) for line in told) <= READ_ALOUD_WORDS
    assert (told[0], told[-1]) == ("Hello Sam.", "Bye bye, Sam.")


def test_a_keepsake_says_how_old_the_child_was_and_has_every_year() -> None:
    found = letter_in(Band.U)
    assert words(found, "L3")[0] == "You were 10 years old."
    assert "Thursday 12 November 2026" in words(found, "L3")[1]
    assert found.block("carer") is not None
    baby = letter_in(Band.U, child=_born_in_may())
    assert words(baby, "L3")[0] == "You were not yet one year old."


def _born_in_may() -> ChildOnSheet:
    return replace(sheets.SAM, born_on=date(2026, 5, 1))


def _text(letter: Letter) -> str:
    return " ".join(paragraph.text for paragraph in letter.every_paragraph())


@pytest.mark.parametrize(
    ("band", "said"),
    [
        (Band.A, "We decided 1 more thing. You can ask me about it."),
        (Band.B, "We decided 1 more thing. It is in the notes of your meeting. You can ask me"),
        (Band.U, "We decided 1 more thing. It is in the notes of the meeting."),
        (Band.E, "We decided 1 more thing. You can ask me about it."),
    ],
)
def test_more_steps_than_are_shown_are_counted(band: Band, said: str) -> None:
    agreed = sheets.agreed(sheets.with_decisions(HOLDS[band].steps + 1))
    found = letter(in_band(band, agreed))
    assert words(found, "L7")[-1].startswith(said)


def test_a_step_without_who_or_when_is_a_gap_where_pictures_lead_as_in_a_table() -> None:
    one = sheets.decision(1, "Find a club", " ", None)
    for band in (Band.A, Band.B, Band.E):
        assert gaps(letter_in(band, decisions=(one,), wishes=sheets.WISHES[1:2])) == [
            ("L7", "decision", "who"), ("L7", "decision", "by_when"),
        ]  # fmt: skip


def test_without_a_name_or_a_phone_of_the_chair_nothing_is_made_up() -> None:
    nobody = replace(sheets.CHAIR, name="", phone="", email="")
    young = letter_in(Band.A, chair=nobody)
    assert [gap[1:] for gap in gaps(young)] == [
        ("staff_member", "name"),
        ("staff_member", "phone"),
    ]
    note = words(letter_in(Band.U, chair=nobody, people=()), "carer")
    assert note[0] == "To those who look after Sam,"
    assert note[-2:] == [
        "If something in it is wrong, or may hurt Sam, please tell me.",
        "Thank you for all that you do for Sam.",
    ]


def test_somebody_without_a_role_is_told_by_name_alone() -> None:
    people = (
        sheets.person("p-1", "Ari Kestrel", "Ari", "family"),
        sheets.person("p-2", "Bo Kestrel", "Nan", "family"),
    )
    came = tuple(sheets.attendance(person.id) for person in people)
    told = words(letter_in(Band.D, people=people, attendances=came), "L3")[1]
    assert told == "Ari Kestrel and Nan (Bo Kestrel) came."
