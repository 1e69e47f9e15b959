"""The languages of letters: how each is written, and how its days are said."""

from datetime import date

import pytest
from babel import Locale

from letters.engine import family_for
from letters.engine.elements import runs_right_to_left
from letters.languages import LANGUAGES, Script, language_of
from letters.wording import Wording, own_digits_of

NOVEMBER = date(2026, 11, 12)
OF_THE_DOMAIN = [
    "ar", "ps", "prs", "fa", "ckb", "kmr", "ur", "ti", "am", "om", "so", "vi", "sq", "zh-Hans",
    "zh-Hant", "bn", "ta", "tr", "fr", "ln", "pt", "pa", "pa-Arab", "uk", "ru", "cy",
]  # fmt: skip  # domain reference 5.6


def test_every_language_of_the_domain_is_there() -> None:
    assert set(LANGUAGES) == {*OF_THE_DOMAIN, "en-GB", "pl"}
    assert all(each.own_name and each.name for each in LANGUAGES.values())


@pytest.mark.parametrize("code", LANGUAGES)
def test_direction_and_faces_are_those_of_the_page(code: str) -> None:
    language = LANGUAGES[code]
    way = "rtl" if language.right_to_left else "ltr"
    assert Locale.parse(language.for_babel).text_direction == way
    assert runs_right_to_left(code) is language.right_to_left
    faces = family_for(code, "Lexend").name
    assert faces == (language.family or "Lexend")
    assert family_for(code, "Andika").regular.covered.issuperset(
        mark for mark in language.own_name if not mark.isspace() and mark not in "()"
    )


def test_letters_that_a_latin_family_lacks_are_set_in_one_that_has_them() -> None:
    assert family_for("vi", "Atkinson Hyperlegible Next").name == "Andika"
    assert family_for("vi", "Lexend").name == "Lexend"
    assert family_for("uk", "Lexend").name == "Andika"


def test_a_language_that_nobody_listed_is_set_from_the_left() -> None:
    assert language_of("xx").script is Script.LATIN
    assert not language_of("xx").right_to_left


@pytest.mark.parametrize(
    ("code", "day", "with_year", "plain"),
    [
        ("en-GB", "Thursday 12 November", "Thursday 12 November 2026", "12 November 2026"),
        ("cy", "Dydd Iau 12 Tachwedd", "Dydd Iau 12 Tachwedd 2026", "12 Tachwedd 2026"),
        ("fa", "پنجشنبه 12 نوامبر", "پنجشنبه 12 نوامبر 2026", "12 نوامبر 2026"),
        ("prs", "پنجشنبه 12 نومبر", "پنجشنبه 12 نومبر 2026", "12 نومبر 2026"),
        ("ckb", "پێنجشەممە، 12ی تشرینی دووەم", "پێنجشەممە، 12ی تشرینی دووەمی 2026",
         "12ی تشرینی دووەمی 2026"),
        ("ur", "جمعرات، 12 نومبر", "جمعرات، 12 نومبر 2026", "12 نومبر 2026"),
        ("ti", "ሓሙስ፣ 12 ሕዳር", "ሓሙስ፣ 12 ሕዳር 2026", "12 ሕዳር 2026"),
        ("vi", "Thứ Năm, ngày 12 tháng 11", "Thứ Năm, ngày 12 tháng 11 năm 2026",
         "ngày 12 tháng 11 năm 2026"),
        ("zh-Hans", "11月12日星期四", "2026年11月12日星期四", "2026年11月12日"),
        ("zh-Hant", "11月12日星期四", "2026年11月12日星期四", "2026年11月12日"),
        ("tr", "12 Kasım Perşembe", "12 Kasım 2026 Perşembe", "12 Kasım 2026"),
        ("pt", "quinta-feira, 12 de novembro", "quinta-feira, 12 de novembro de 2026",
         "12 de novembro de 2026"),
        ("ru", "четверг, 12 ноября", "четверг, 12 ноября 2026 г.", "12 ноября 2026 г."),
        ("kmr", "pêncşem, 12ê mijdarê", "pêncşem, 12ê mijdara 2026an", "12ê mijdara 2026an"),
    ],
)  # fmt: skip
def test_days_are_said_as_the_language_says_them(
    code: str, day: str, with_year: str, plain: str
) -> None:
    say = Wording(code)
    assert say.day(NOVEMBER, near=NOVEMBER).text == day
    assert say.full_day(NOVEMBER).text == with_year
    assert say.plain_date(NOVEMBER).text == plain


@pytest.mark.parametrize("code", LANGUAGES)
def test_numbers_are_those_of_the_west_unless_others_are_asked_for(code: str) -> None:
    say = Wording(code)
    said = [say.full_day(NOVEMBER).text, say.time("16:04").text, say.plain_date(NOVEMBER).text]
    digits = [mark for mark in "".join(said) if mark.isdigit()]
    assert digits
    assert all(mark.isascii() for mark in digits)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("ar", "٢٠٢٦"), ("ps", "۲۰۲۶"), ("prs", "۲۰۲۶"), ("fa", "۲۰۲۶"), ("ckb", "٢٠٢٦"),
        ("ur", "۲۰۲۶"), ("bn", "২০২৬"), ("ta", "௨௦௨௬"), ("pa", "੨੦੨੬"), ("pl", "2026"),
    ],
)  # fmt: skip
def test_numbers_of_the_language_can_be_asked_for(code: str, said: str) -> None:
    assert said in Wording(code, own_digits=True).plain_date(NOVEMBER).text


def test_the_digits_of_a_language_are_told_where_it_has_its_own() -> None:
    assert own_digits_of("ar") == "٠١٢٣٤٥٦٧٨٩"
    assert own_digits_of("fa") == "۰۱۲۳۴۵۶۷۸۹"
    assert own_digits_of("pl") == own_digits_of("en-GB") == ""
