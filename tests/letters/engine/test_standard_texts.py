"""Standard texts in the scripts of children who arrive alone: no letter lost, joined, in order.

The words are those of the Universal Declaration of Human Rights, article 1. What is found here
by counting was also looked at, page by page.
"""

import pypdfium2
import pytest

from letters.engine import Text, TextStyle, family_for
from letters.engine.faces import Face
from letters.engine.fallback import choose_faces
from letters.languages import LANGUAGES
from tests.letters.engine.readers import built, characters, page_texts
from tests.letters.translated_letters import ALL_ARE_BORN_FREE

PROVEN = ("ar", "ps", "ckb", "fa", "ur", "ti", "am", "bn", "ta", "zh-Hans", "zh-Hant", "vi")
NAME, PHONE = "Devon Larkmoor", "01632 960 114"


def face_of(language: str) -> Face:
    return family_for(language).regular


def page_of(language: str, words: str) -> bytes:
    style = TextStyle(family_for(language), 13, 30)
    rtl = LANGUAGES[language].right_to_left
    return built(Text(words, style), language=language, rtl=rtl).bytes


def lefts(pdf: bytes, part: str) -> list[float]:
    """Where each letter of a part that reads from the left stands on the first page."""
    with pypdfium2.PdfDocument(pdf) as document:
        words = document[0].get_textpage()
        start = words.get_text_range().index(part)
        return [words.get_charbox(start + at)[0] for at in range(len(part)) if part[at] != " "]


@pytest.mark.parametrize("language", PROVEN)
def test_every_letter_has_a_glyph_of_its_script_and_comes_back(language: str) -> None:
    sentence = ALL_ARE_BORN_FREE[language]
    chosen = choose_faces(sentence, family_for(language).faces(bold=False))
    assert not any(choice.is_marked for choice in chosen)
    own = sum(each.end - each.start for each in chosen if each.face is face_of(language))
    assert own >= len(sentence) - sum(mark in " .،,。" for mark in sentence)
    style = TextStyle(family_for(language), 13, 30)
    rtl = LANGUAGES[language].right_to_left
    (found,) = page_texts(built(Text(sentence, style), language=language, rtl=rtl))
    assert characters(found) == characters(sentence)


@pytest.mark.parametrize("language", PROVEN)
def test_names_and_numbers_read_from_the_left_among_any_words(language: str) -> None:
    words = f"{ALL_ARE_BORN_FREE[language][:12]} \u2068{NAME}\u2069 \u2068{PHONE}\u2069"
    pdf = page_of(language, words)
    for part in (*NAME.split(), *PHONE.split()):
        found = lefts(pdf, part)
        assert found == sorted(found), part


@pytest.mark.parametrize("language", ["ar", "ps", "ckb", "fa", "ur"])
def test_letters_join_and_stand_from_right_to_left(language: str) -> None:
    face = face_of(language)
    long = max(ALL_ARE_BORN_FREE[language].rstrip(".۔").split(), key=len)
    glyphs = face.word(long, language, right_to_left=True).glyphs
    assert "".join(glyph.text for glyph in reversed(glyphs)).replace("\u200b", "") == long
    alone = {face.word(mark, language, right_to_left=True).glyphs[0].number for mark in long}
    assert len([glyph for glyph in glyphs if glyph.number not in alone]) >= 2


@pytest.mark.parametrize(
    ("language", "syllable"), [("bn", "নি"), ("bn", "ধে"), ("ta", "பெ"), ("ta", "றை")]
)
def test_a_vowel_that_is_written_before_its_letter_stands_before_it(
    language: str, syllable: str
) -> None:
    face = face_of(language)
    letter = face.word(syllable[0], language).glyphs[0].number
    glyphs = face.word(syllable, language).glyphs
    assert len(glyphs) == 2
    assert glyphs[0].number != letter
    assert glyphs[1].number == letter
    assert "".join(glyph.text for glyph in glyphs).replace("\u200b", "") == syllable


def test_bengali_letters_that_meet_become_one() -> None:
    face = face_of("bn")
    assert len(face.word("ন্ম", "bn").glyphs) == 1
    assert len(face.word("র্য", "bn").glyphs) <= 2


@pytest.mark.parametrize("language", ["ti", "am", "zh-Hans", "zh-Hant"])
def test_each_sign_of_a_syllable_or_a_word_is_one_glyph(language: str) -> None:
    word = max(ALL_ARE_BORN_FREE[language].rstrip("።。").split(), key=len)
    glyphs = face_of(language).word(word, language).glyphs
    assert [glyph.text for glyph in glyphs] == list(word)


def test_vietnamese_marks_are_part_of_their_letters() -> None:
    for word in ALL_ARE_BORN_FREE["vi"].rstrip(".").split():
        glyphs = face_of("vi").word(word, "vi").glyphs
        assert [glyph.text for glyph in glyphs] == list(word)
        assert all(glyph.rise == 0 for glyph in glyphs)
