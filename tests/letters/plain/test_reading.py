"""The reading age of a letter, its long sentences and its hard words."""

from dataclasses import replace

import pytest

from letters import child_letter
from letters.bands import BANDS, Band
from letters.letter import BlockKind, Letter, LetterBlock
from letters.paragraph import Paragraph, Piece
from letters.plain.limits import LIMITS
from letters.plain.reading import Reading, jargon, measure, measure_blocks, measure_text
from letters.plain.syllables import syllables
from letters.wording import wording
from models.review_sheet import ReviewSheet
from tests.letters import sheets

HARD = (
    "The multidisciplinary professionals considered the longitudinal implications of continuing "
    "developmental uncertainty regarding permanency arrangements, notwithstanding considerable "
    "intergenerational complications. "
)


def letter(sheet: ReviewSheet) -> Letter:
    return child_letter.compose(sheet, wording(), sheets.DATED)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("the make whole asked lived clothes tongue", 1),
        ("wanted houses little table going being people's quiet review placement", 2),
        ("decision together happier family everyone idea", 3),
        ("independent education January experience society", 4),
        ("individual", 5),
        ("responsibility", 6),
        ("... - 12", 0),
    ],
)
def test_syllables_are_counted_by_rule(words: str, count: int) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_every_word_with_letters_has_a_syllable() -> None:
    assert syllables("Mrs") == 1
    assert syllables("didn’t") == 2


def test_sams_letter_reads_young_enough() -> None:
    reading = measure(letter(sheets.full()))
    assert reading.is_enough
    assert not reading.is_too_hard
    assert reading.band(wording()) == f"age {reading.age} to {reading.age + 1}"


def test_a_hard_letter_is_said_to_be_hard() -> None:
    sheet = sheets.full(home_line=HARD * 12, warm_line=HARD * 6)
    reading = measure(letter(sheet))
    assert reading.is_too_hard
    assert reading.band(wording()) == "age 16 or over"
    assert reading.long_sentences[0].block in {"L2", "L10"}
    assert len(reading.long_sentences[0].words) >= len(reading.long_sentences[-1].words)


def test_too_few_words_are_not_judged() -> None:
    empty = letter(sheets.empty())
    nothing = replace(empty, blocks=())
    assert measure(nothing).grade == 0
    assert not {each.paragraph.gap for each in measure(empty).sentences} - {None}
    assert measure(nothing).age == 5
    assert not measure(nothing).is_too_hard
    assert not measure(nothing).is_enough


def test_names_dates_telephone_numbers_and_rights_are_not_measured() -> None:
    words = {word for each in measure(letter(sheets.full())).sentences for word in each.words}
    assert not words & {"Samir", "Nana", "Thursday", "2027", "01632", "lawyer", "email"}
    assert "Sentence" not in words


def test_a_title_does_not_end_a_sentence() -> None:
    sheet = sheets.full(home_line="Mr. Lark and Dr. Fen live here. It is good.")
    found = [each for each in measure(letter(sheet)).sentences if each.block == "L10"]
    assert len(found) == 2


def test_the_childs_own_words_are_never_measured_or_corrected() -> None:
    found = letter(sheets.said("My placement and CAMHS and my LAC review"))
    assert not [each for each in jargon(found) if each.block == "L4"]
    words = {word for each in measure(found).sentences for word in each.words}
    assert "placement" not in words


def test_hard_words_are_found_where_they_stand() -> None:
    sheet = sheets.full(home_line="Your placement is stable. CAMHS will ring.")
    found = [(each.hard_word.form, each.block) for each in jargon(letter(sheet))]
    assert found == [("placement", "L10"), ("CAMHS", "L10")]


def test_a_social_worker_called_yours_is_no_hard_word() -> None:
    assert jargon(letter(sheets.full())) == ()
    sheet = sheets.full(home_line="The social worker will come.")
    assert [each.hard_word.form for each in jargon(letter(sheet))] == ["social worker"]


def of(text: str, band: Band = Band.B) -> Reading:
    return measure_text(text, BANDS[band], ("Sam",))


def test_the_bands_rule_says_what_is_too_hard_and_too_long() -> None:
    words = "You would like to go to the park with your cousin every weekend, if it is dry. " * 8
    young, older = of(words, Band.A), of(words, Band.C)
    assert (young.is_too_hard, older.is_too_hard) == (True, False)
    assert (young.target_age, older.target_age) == (7, 11)
    assert young.target(wording()) == "age 7 or under"
    assert (len(young.long_sentences), len(older.long_sentences)) == (8, 8)
    assert of(words, Band.D).long_sentences == ()


def test_few_words_are_told_as_a_wider_band_and_never_as_a_number() -> None:
    few = of("You like your school. We met at home.")
    assert few.band(wording()) == "perhaps age 5 to 7; there are few words to go by"
    assert of(HARD).band(wording()) == "perhaps age 15 or over; there are few words to go by"
    assert of("").band(wording()) == "Nothing to measure yet"
    assert of(HARD).seems_too_hard
    assert not of(HARD).is_too_hard
    assert not few.seems_too_hard


def test_the_hardest_words_are_named_longest_first_and_without_those_all_know() -> None:
    words = of("Sam, the responsibility of everybody is participation. It is strengthened.")
    assert words.hardest_words() == ("responsibility", "participation", "strengthened")
    assert words.hardest_words(1) == ("responsibility",)


def test_names_and_quoted_words_are_left_out_of_what_is_being_typed() -> None:
    assert of("Sam. Sam 12. So Sam.").words == 1
    assert of("Sam’s dog barks. You said “the responsibility is mine.” It is 4pm.").words == 6


def test_each_block_has_its_own_measure() -> None:
    whole = letter(sheets.full())
    blocks = measure_blocks(whole)
    assert sum(each.words for each in blocks.values()) == measure(whole).words
    assert not {"L1", "L12", "L13", "L14"} & set(blocks)
    assert all(each.rule is BANDS[whole.band] for each in blocks.values())


def test_a_page_to_be_read_aloud_has_its_own_rule_and_a_carers_page_none() -> None:
    said = (Paragraph((Piece("You like the ducks a lot and you all laugh."),)),)
    aloud = LetterBlock("aloud", BlockKind.READ_ALOUD, said)
    to_carer = LetterBlock("carer", BlockKind.NOTE_TO_CARER, said)
    keepsake = replace(letter(sheets.full()), blocks=(aloud, to_carer), band=Band.U)
    blocks = measure_blocks(keepsake)
    assert set(blocks) == {"aloud"}
    assert len(blocks["aloud"].long_sentences) == 1
    assert measure(keepsake).words == 0


def test_the_limits_of_the_measure_are_told_in_plain_sentences() -> None:
    assert all(limit.endswith(".") for limit in LIMITS)
    assert any("court" in limit for limit in LIMITS)
    assert any("parent" in limit for limit in LIMITS)
    reading = measure_text(" ".join(LIMITS), BANDS[Band.D])
    assert reading.is_enough
    assert not reading.is_too_hard
