"""Words as glyphs, each with the characters that it stands for."""

import pytest

from letters.engine import Text, faces, family, forget_words, paragraph
from letters.engine.shaping import ZERO_WIDTH, Glyph, encode, plain_operand, share_text
from tests.letters.engine.readers import BODY, built, page_texts, plain

ANDIKA = family("Andika").regular
ARABIC = family("Noto Sans Arabic").regular
NASTALIQ = family("Noto Nastaliq Urdu").regular


def test_a_ligature_stands_for_all_its_letters() -> None:
    assert "ffi" in [glyph.text for glyph in ANDIKA.word("office", "en").glyphs]


def test_arabic_letters_join_and_come_in_the_order_of_the_eye() -> None:
    joined = ARABIC.word("بيت", "ar", right_to_left=True).glyphs
    assert [glyph.text for glyph in joined] == ["ت", "ي", "ب"]
    alone = {ARABIC.word(letter, "ar", right_to_left=True).glyphs[0].number for letter in "بيت"}
    assert alone.isdisjoint(glyph.number for glyph in joined)


def test_a_word_is_shaped_once() -> None:
    assert ANDIKA.word("again", "en") is ANDIKA.word("again", "en")


def test_a_word_in_another_language_may_be_shaped_otherwise() -> None:
    assert ANDIKA.word("again", "en") is not ANDIKA.word("again", "cy")


def test_nothing_has_no_width() -> None:
    nothing = ANDIKA.word("", "en")
    assert (nothing.advance, nothing.plain) == (0.0, "")


def test_more_glyphs_than_characters_leave_some_without_width_or_meaning() -> None:
    assert share_text([0, 0], "é", right_to_left=False) == ["é", ZERO_WIDTH]
    assert share_text([0, 0], "é", right_to_left=True) == [ZERO_WIDTH, "é"]


def test_more_characters_than_glyphs_go_to_the_last_glyph() -> None:
    assert share_text([0, 0, 3], "abcd", right_to_left=False) == ["a", "bc", "d"]


def test_two_shifts_in_a_row_stay_two_numbers() -> None:
    glyphs = (Glyph(1, "a", 0, -108.0, 0), Glyph(2, "b", 157.0, 0, 0))
    assert encode(glyphs, {})[0].operand.split() == ["<0001>", "-108", "157<0002>"]


def test_a_raised_glyph_is_a_piece_of_its_own() -> None:
    glyphs = (Glyph(1, "a", 0, 0, 0), Glyph(2, "b", 0, 0, 250.0), Glyph(3, "c", 0, 0, 0))
    pieces = encode(glyphs, {})
    assert [piece.rise for piece in pieces] == [0, 250.0, 0]
    assert plain_operand(pieces) is None


def test_nastaliq_hangs_its_letters_at_several_heights() -> None:
    assert NASTALIQ.word("سلیم", "ur", right_to_left=True).plain is None


def test_a_mark_for_what_no_font_has_still_means_what_was_written() -> None:
    (glyph,) = ANDIKA.mark("\ue123").glyphs
    assert glyph.text == "\ue123"
    assert glyph.number != 0


def test_a_font_knows_its_own_measures() -> None:
    assert ANDIKA.postscript_name == "Andika"
    assert ANDIKA.ascent > ANDIKA.capital_height > 0 > ANDIKA.descent
    assert len(ANDIKA.bounding_box) == 4
    assert repr(ANDIKA) == "Face(Andika-Regular.ttf)"


def test_words_are_remembered_only_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces, "_REMEMBERED_WORDS", 3)
    monkeypatch.setattr(paragraph, "_REMEMBERED_WORDS", 3)
    words = " ".join(f"word{chr(place)}" for place in range(97, 110))
    assert page_texts(built(Text(words, BODY)))[0].split() == words.split()


def test_words_are_forgotten_when_asked_and_set_again_the_same() -> None:
    before = built(Text("Rosa keeps her promises", BODY)).bytes
    assert any("promises" in str(key) for face in faces.faces_read() for key in face._words)
    forget_words()
    assert all(face._words == {} for face in faces.faces_read())
    assert paragraph._plain_set_words.cache_info().currsize == 0
    assert built(Text("Rosa keeps her promises", BODY)).bytes == before


def test_raised_marks_and_plain_words_share_a_line() -> None:
    raised = "q\u030c\u0302 J\u0323\u030c"
    assert any(glyph.rise for glyph in ANDIKA.word(raised, "en").glyphs)
    assert plain(page_texts(built(Text(f"plain {raised} plain", BODY)))[0]) == plain(
        f"plain {raised} plain"
    )
