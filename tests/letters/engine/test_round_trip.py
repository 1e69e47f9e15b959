"""What goes in as words comes out as the same words, in every script."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.engine import Text, TextStyle, family
from letters.engine.family import Span
from letters.engine.lines import break_lines
from letters.engine.paragraph import Paragraph
from tests.letters.engine.readers import BODY, built, characters, extent, page_texts, plain

MARGIN = 20 * 72 / 25.4

SAMPLES = [
    ("en", "Andika", "Hello Zoë, we met on 3 May 2026 – and you asked for an office (yours)."),
    ("cy", "Andika", "Helo Cêt, diolch am ddod. Mae’r tŷ a’r ŵyn yn dda ar 3 Mai."),
    ("pl", "Lexend", "Cześć Żaneto, spotkaliśmy się 3 maja 2026. Mówiłaś o koźle i łące."),
    ("ro", "Andika", "Bună Ștefania, ne-am întâlnit la ora 9:15. Școală, țară, câine."),
    ("sq", "Andika", "Përshëndetje Çelnik, folëm për shkollën më 3 maj 2026."),
    ("vi", "Andika", "Xin chào Phượng, chúng ta đã gặp nhau ngày 3 tháng 5. Em muốn học đàn."),
    ("uk", "Andika", "Привіт, Їжаче, ми зустрілися 3 травня 2026 р. Ґанок і єнот."),
    ("ar", "Noto Sans Arabic", "مرحباً ليلى، التقينا يوم 3 مايو 2026 (صباحاً). قلتِ: «أحب الرسم»."),
    ("fa", "Noto Naskh Arabic", "سلام نیلوفر، ما ۳ مه ۲۰۲۶ همدیگر را دیدیم. می‌خواهی نقاشی کنی."),
    ("ps", "Noto Naskh Arabic", "سلام ګلالۍ، موږ د مې په ۳ مه سره ولیدل. ښوونځی ښه دی."),
    ("ckb", "Noto Sans Arabic", "سڵاو ڕۆژان، ئێمە لە ٣ی ئایار یەکترمان بینی. گۆرانیت خۆشە."),
    ("ur", "Noto Naskh Arabic", "سلام زینب، ہم 3 مئی 2026 کو ملے۔ تمہیں ڈرائنگ پسند ہے۔"),
    ("ur", "Noto Nastaliq Urdu", "سلام زینب، ہم 3 مئی 2026 کو ملے۔ تمہیں ڈرائنگ پسند ہے۔"),
    ("ti", "Noto Sans Ethiopic", "ሰላም ሰሎሞን፣ ኣብ 3 ግንቦት 2026 ተራኺብና። ስእሊ ትፈቱ።"),
    ("am", "Noto Sans Ethiopic", "ሰላም ሳራ፣ ግንቦት 3 ቀን 2026 ተገናኘን። ሥዕል ትወጃለሽ።"),
    ("bn", "Noto Sans Bengali", "হ্যালো মিতা, আমরা ৩ মে ২০২৬ দেখা করেছি। ছবি আঁকতে, কর্তৃপক্ষ।"),
    ("ta", "Noto Sans Tamil", "வணக்கம் மீனா, நாம் 3 மே 2026 அன்று சந்தித்தோம். உனக்கு ஓவியம் பிடிக்கும்."),
    ("hi", "Noto Sans Devanagari", "नमस्ते मीरा, हम 3 मई 2026 को मिले। तुम्हें चित्र बनाना पसंद है।"),
    ("pa", "Noto Sans Gurmukhi", "ਸਤ ਸ੍ਰੀ ਅਕਾਲ ਸਿਮਰਨ, ਅਸੀਂ 3 ਮਈ 2026 ਨੂੰ ਮਿਲੇ।"),
    ("zh", "Droid Sans Fallback", "你好小红，我们在2026年5月3日见面。你说：“我喜欢画画。”"),
]  # fmt: skip
RIGHT_TO_LEFT = {"ar", "fa", "ps", "ckb", "ur"}


@pytest.mark.parametrize(("language", "name", "words"), SAMPLES)
def test_a_sentence_comes_back_letter_for_letter(language: str, name: str, words: str) -> None:
    style = TextStyle(family(name), 13, 30)
    rtl = language in RIGHT_TO_LEFT
    for bold in (False, True):
        text = Text(Span(words, bold=bold), style)
        (found,) = page_texts(built(text, language=language, rtl=rtl))
        assert characters(found) == characters(words)
        if not rtl:
            assert plain(found) == plain(words)


@pytest.mark.parametrize(("language", "name", "words"), SAMPLES)
def test_a_line_is_as_long_on_paper_as_it_was_measured(
    language: str, name: str, words: str
) -> None:
    style = TextStyle(family(name), 6, 30)
    rtl = language in RIGHT_TO_LEFT
    (line,) = break_lines(Paragraph((Span(words),), style, language, right_to_left=rtl), 9e9)
    left, right = extent(built(Text(words, style), language=language, rtl=rtl))
    assert right - left == pytest.approx(line.width * 6 / 1000, abs=2.5)
    edge = 210 * 72 / 25.4 - MARGIN if rtl else MARGIN
    assert (right if rtl else left) == pytest.approx(edge, abs=1.5)


@pytest.mark.parametrize(
    "words",
    [
        "<3",
        "Fish & chips <b>bold</b> &amp;",
        "100% (\\) 'quoted' \"twice\"",
        "😀🐶 👍🏽 ❤️",
        "☐ done ☑ ★",
    ],
)
def test_the_words_of_a_child_are_words_and_not_code(words: str) -> None:
    (found,) = page_texts(built(Text(words, BODY)))
    assert characters(found) == characters(words)


@pytest.mark.parametrize("broken", ["\x00", "\ud83d", "\x1b", "\uffff"])
def test_what_no_page_can_hold_leaves_a_mark(broken: str) -> None:
    (found,) = page_texts(built(Text(f"a{broken}b", BODY)))
    assert plain(found) == "a\ufffdb"


def test_a_character_that_no_font_has_is_marked_and_still_copied() -> None:
    pdf = built(Text("my \u1f00\U00013080 sign \ue123", BODY))
    (found,) = page_texts(pdf)
    assert "\U00013080" in found
    assert "\ue123" in found


def test_a_no_break_blank_and_a_blank_are_told_apart_in_the_copy() -> None:
    (found,) = page_texts(built(Text("29\u00a0January is cold", BODY)))
    assert "29\u00a0January is cold" in found


def test_the_last_word_of_a_line_does_not_run_into_the_next() -> None:
    (found,) = page_texts(built(Text("every word stands apart " * 9, BODY)))
    assert "".join(found.split("\r\n")).split() == ["every", "word", "stands", "apart"] * 9


def test_hidden_controls_of_direction_do_not_reach_the_page() -> None:
    (found,) = page_texts(built(Text("Ring \u206801632 960114\u2069 \u202enow\u202c", BODY)))
    assert not set(found) & set("\u2068\u2069\u202e\u202c")


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc", "Cf"])
        | st.sampled_from("–—‘’“”…•"),
        min_size=1,
        max_size=300,
    ).filter(lambda text: bool(text.strip()))
)
def test_any_latin_words_come_back(words: str) -> None:
    found = "".join(page_texts(built(Text(words, BODY))))
    assert plain(found) == plain(words)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.booleans())
def test_any_words_at_all_can_be_set(words: str, rtl: bool) -> None:
    assert built(
        Text(words, BODY), Text([words, Span(words, bold=True)], BODY), rtl=rtl
    ).page_count
