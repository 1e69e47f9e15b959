"""The letter in the child's language: fixed words, a translator's words, and gaps for the rest."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.fixed_words import WordsNotChecked
from letters.letter import BlockKind
from letters.lines_in_order import Labels, walked
from letters.papers import paper
from letters.traced_wording import TracedWording, typed_in
from letters.two_languages import State, in_two_languages
from letters.wording import Wording, wording
from letters.words_of import words_of
from models.document_kind import DocumentKind
from models.letter_making import TranslationOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.on_sheet import wish
from tests.letters.translated_letters import (
    ALL_ARE_BORN_FREE,
    composing,
    filled,
    making,
    told,
    with_rows,
)

BANDS = "UABCDE"
WARM = "You showed everyone where to sit"


def sheet_in(language: str, **chosen: str) -> ReviewSheet:
    return sheets.full(making=making(language, **chosen))


def row(key: str, english: str, words: str, language: str = "ar") -> TranslationOnSheet:
    return TranslationOnSheet(f"t-{key}", language, key, english, words)


def with_row(sheet: ReviewSheet, given: TranslationOnSheet) -> ReviewSheet:
    return replace(sheet, making=replace(sheet.making, translations=(given,)))


def test_an_english_letter_has_no_other() -> None:
    sheet = sheets.full()
    letter = in_two_languages(composing(sheet), sheet)
    assert (letter.other, letter.arrangement) == (None, "")


def test_fixed_words_come_from_the_catalogue_and_typed_words_from_a_translator() -> None:
    lines = {line.english: line for line in told(sheet_in("ar")).lines}
    heading = lines["What you told us"]
    assert (heading.state, heading.words) == (State.FIXED, "ما قلته لنا")
    (warm,) = [line for english, line in lines.items() if english.startswith(WARM)]
    assert (warm.state, warm.words) == (State.MISSING, "")


def test_names_and_numbers_alone_need_no_translator() -> None:
    lines = told(sheet_in("ar")).lines
    (phone,) = [line for line in lines if "07700 900 120" in line.english]
    assert phone.state is State.FIXED
    assert "07700 900 120" in phone.words


def test_what_is_not_translated_is_a_gap_and_never_english_in_the_other_letter() -> None:
    sheet = sheet_in("ar")
    letter = in_two_languages(composing(sheet), sheet)
    assert letter.other is not None
    gaps = [gap for gap in letter.missing if gap.table == "letter_translation"]
    assert {gap.field for gap in gaps} == {line.key for line in told(sheet).missing}
    (warm,) = [gap for gap in gaps if WARM in gap.words]
    assert warm.words.startswith("Not translated yet: ")
    shown = [each.text for each in letter.other.every_paragraph() if each.gap is None]
    assert not [words for words in shown if WARM in words]


def test_a_language_without_fixed_words_asks_a_translator_for_every_sentence() -> None:
    translated = told(sheet_in("so"))
    headings = [line for line in translated.missing if line.key.endswith("/heading")]
    assert "What you told us" in {line.english for line in headings}
    assert {gap.field for gap in translated.letter.untranslated} >= {each.key for each in headings}
    assert translated.letter.foot.page_of == "{page} / {pages}"
    dated = translated.letter.blocks[0].paragraphs[0].text
    assert dated == "Talaado 17 Noofembar 2026" or "2026" in dated


def test_a_draft_says_so_in_the_language_of_its_page() -> None:
    assert told(sheets.full(making=making("ar"))).letter.foot.draft == "مسودة"


def test_a_translators_words_stand_in_the_letter() -> None:
    sheet = sheet_in("ar")
    (line,) = [each for each in told(sheet).missing if each.english.startswith(WARM)]
    words = ALL_ARE_BORN_FREE["ar"] + " 01632 960 114"
    translated = told(with_row(sheet, row(line.key, line.english, words)))
    (paragraph,) = [each for each in translated.letter.every_paragraph() if each.key == line.key]
    assert paragraph.text.replace("\u2066", "").replace("\u2069", "") == words
    assert "\u206601632 960 114\u2069" in paragraph.text
    assert paragraph.source is not None
    assert paragraph.source.table == "letter_translation"
    assert line.key not in {each.key for each in translated.missing}


def test_a_changed_original_is_flagged_and_is_a_gap() -> None:
    sheet = sheet_in("ar")
    (line,) = [each for each in told(sheet).missing if each.english.startswith(WARM)]
    translated = told(with_row(sheet, row(line.key, "Something else.", "كلمات")))
    (changed,) = translated.changed
    assert (changed.key, changed.original, changed.words) == (line.key, "Something else.", "كلمات")
    gaps = {gap.field: gap.words for gap in translated.letter.missing}
    assert gaps[line.key].startswith("The English has changed since it was translated: ")


def test_an_english_sentence_with_other_blanks_has_not_changed() -> None:
    sheet = sheet_in("ar")
    (line,) = [each for each in told(sheet).missing if each.english.startswith(WARM)]
    spaced = f"  {line.english.replace(' ', '  ')} "
    assert told(with_row(sheet, row(line.key, spaced, "كلمات"))).changed == ()


def test_a_translator_may_better_a_fixed_sentence() -> None:
    given = row("L4/heading", "What you told us", "كلامك")
    translated = told(with_row(sheet_in("ar"), given))
    assert translated.letter.block("L4").heading == "كلامك"  # type: ignore[union-attr]  # there
    stale = told(with_row(sheet_in("ar"), row("L4/heading", "What was said", "كلامك")))
    assert stale.letter.block("L4").heading == "ما قلته لنا"  # type: ignore[union-attr]  # there


def test_the_childs_words_in_their_own_script_need_no_translator() -> None:
    sheet = sheet_in("ar")
    sheet = replace(sheet, wishes=(wish("w-1", "أريد أن أبقى هنا."),))
    (line,) = [each for each in told(sheet).lines if "أريد" in each.english]
    assert line.state is State.FIXED
    assert "«\u2068أريد أن أبقى هنا.\u2069»" in line.words or "أريد أن أبقى هنا." in line.words


def test_a_gap_of_the_english_letter_stays_one_gap() -> None:
    sheet = replace(sheets.empty(), making=making("pl"))
    letter = in_two_languages(composing(sheet), sheet)
    english = [gap for gap in letter.missing if gap.table != "letter_translation"]
    assert len(english) == len(set(english))
    assert "Say when the meeting was held" in {gap.words for gap in english}


def test_a_note_to_the_carer_is_in_english_alone() -> None:
    letter = filled("pl", band="U")
    kinds = {block.kind for block in letter.blocks}
    assert BlockKind.NOTE_TO_CARER in kinds
    assert letter.other is not None
    assert BlockKind.NOTE_TO_CARER not in {block.kind for block in letter.other.blocks}


@pytest.mark.parametrize("band", BANDS)
@pytest.mark.parametrize("language", ["ar", "zh-Hans"])
def test_every_band_is_whole_once_the_translator_has_given_each_line(
    band: str, language: str
) -> None:
    letter = filled(language, band=band)
    assert letter.missing == ()
    assert letter.other is not None
    ours = [block for block in letter.blocks if block.kind is not BlockKind.NOTE_TO_CARER]
    shapes = [
        [(len(each.paragraphs), len(each.rows), len(each.after)) for each in blocks]
        for blocks in (ours, letter.other.blocks)
    ]
    assert shapes[0] == shapes[1]


def test_both_languages_bear_the_same_numbers() -> None:
    letter = filled("ar", band="B")
    assert letter.other is not None
    english, theirs = Labels(), Labels()
    walked(letter, english)
    walked(letter.other, theirs)
    assert english.of == theirs.of
    numbers = [label for label in english.of.values() if label.isdigit()]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_the_words_that_are_kept_are_those_of_both() -> None:
    letter = filled("pl")
    words = words_of(letter)
    assert "What you told us" in words
    assert "Co od Ciebie usłyszeliśmy" in words
    assert ALL_ARE_BORN_FREE["pl"] in words


def test_unchecked_words_are_given_out_only_when_it_is_said_who_checked_them() -> None:
    sheet = with_rows(sheet_in("pl"), lambda _key, _english: ALL_ARE_BORN_FREE["pl"])
    assert paper(sheet, DocumentKind.LETTER, sheets.DATED, draft=True).missing == ()
    with pytest.raises(WordsNotChecked):
        paper(sheet, DocumentKind.LETTER, sheets.DATED)
    letter = replace(sheet.making.letter, words_checked_by="A. Translator, 2026")
    checked = replace(sheet, making=replace(sheet.making, letter=letter))
    assert "Co od Ciebie usłyszeliśmy" in paper(checked, DocumentKind.LETTER, sheets.DATED).words


def test_numbers_of_the_language_are_used_where_they_are_asked_for() -> None:
    usual, own = (
        told(sheets.full(making=making("ar", own_digits=chosen))).letter.blocks[0].paragraphs[0]
        for chosen in (False, True)
    )
    assert "2026" in usual.text
    assert "٢٠٢٦" in own.text


def test_traced_words_tell_what_was_typed_from_what_the_catalogue_says() -> None:
    say = TracedWording(Wording("ar"))
    sentence = say.say("You said: “{words}”", words="I like dogs")
    assert typed_in(sentence).split() == ["I", "like", "dogs"]
    assert typed_in(say.say("What you told us")).strip() == ""
    assert typed_in(say.say("Nobody ever said this")) == "Nobody ever said this"
    assert typed_in(say.full_day(sheets.DATED).text).strip() == ""
    nurse = say.pieces("{name} is your nurse.", name="Al")
    people = say.listed(["Jo", nurse])
    assert typed_in("".join(piece.text for piece in people)).split() == ["Jo", "Al"]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.sampled_from(["ar", "pl", "so"]))
def test_whatever_is_typed_is_translated_or_a_gap(typed: str, language: str) -> None:
    sheet = replace(sheet_in(language), warm_line=f"Zebra {typed}")
    translated = told(sheet)
    assert any("Zebra" in line.english for line in translated.missing)
    whole = with_rows(sheet, lambda _key, _english: "xxx")
    assert told(whole).missing == ()


def test_the_wording_of_english_says_every_sentence() -> None:
    assert wording().knows("What you told us", "whatever")
