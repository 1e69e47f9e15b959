"""Sam's letter in two languages, with a standard text where a translator's words would stand."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from letters import child_letter
from letters.letter import Letter
from letters.two_languages import Translated, in_two_languages, translated
from letters.wording import Wording, wording
from models.letter_making import LetterMaking, LetterOnSheet, TranslationOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets

LETTER = "letter-1"

ALL_ARE_BORN_FREE: Mapping[str, str] = {
    "ar": "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.",
    "ps": "د بشر ټول افراد آزاد نړۍ ته راځي او د حيثيت او حقوقو له پلوه سره برابر دي.",
    "ckb": "هەموو مرۆڤەکان بە ئازادی و یەکسانی لە کەرامەت و مافدا لەدایک بوون.",
    "fa": "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند.",
    "ur": "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔",
    "ti": "ብመንፅር ክብርን መሰልን ኩሎም ሰባት እንትውለዱ ነፃን ማዕሪን እዮም።",
    "am": "የሰው ልጅ ሁሉ ሲወለድ ነጻና በክብርና በመብትም እኩልነት ያለው ነው።",
    "bn": "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
    "ta": "மனிதப் பிறிவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்.",
    "zh-Hans": "人人生而自由，在尊严和权利上一律平等。",
    "zh-Hant": "人人生而自由，在尊嚴和權利上一律平等。",
    "vi": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.",
    "pl": "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw.",
    "cy": "Genir pawb yn rhydd ac yn gydradd â’i gilydd mewn urddas a hawliau.",
}
"""The first sentence of the Universal Declaration of Human Rights, article 1."""


def making(language: str, **chosen: Any) -> LetterMaking:
    """What makes a letter in this language."""
    return LetterMaking(LetterOnSheet(id=LETTER, language=language, **chosen))


def composing(sheet: ReviewSheet) -> Callable[[Wording], Letter]:
    """How the letter of a sheet is composed in any language."""
    return lambda say: child_letter.compose(sheet, say, sheets.DATED)


def told(sheet: ReviewSheet) -> Translated:
    """The letter of a sheet in the language of its making, and how each line stands."""
    compose = composing(sheet)
    return translated(compose(wording()), compose, sheet)


def with_rows(sheet: ReviewSheet, words: Callable[[str, str], str]) -> ReviewSheet:
    """The sheet with words for each line that has none yet; they are given key and English."""
    language = sheet.making.letter.language
    rows = tuple(
        TranslationOnSheet(f"t-{place}", language, line.key, line.english,
                           words(line.key, line.english))
        for place, line in enumerate(told(sheet).missing)
    )  # fmt: skip
    given = (*sheet.making.translations, *rows)
    return replace(sheet, making=replace(sheet.making, translations=given))


@cache
def filled(
    language: str, arrangement: str = "beside", band: str = "B", size: str = "usual"
) -> Letter:
    """Sam's letter in English and in a language, with no gap in either."""
    made = making(language, arrangement=arrangement, band=band, text_size=size)
    sentence = ALL_ARE_BORN_FREE[language]
    sheet = with_rows(sheets.full(making=made), lambda key, _english: _part(key, sentence))
    return in_two_languages(composing(sheet), sheet)


def _part(key: str, sentence: str) -> str:
    """Few words for a heading, the whole sentence for a paragraph."""
    is_short = key == "title" or "/heading" in key or "/head/" in key
    if not is_short:
        return sentence
    return " ".join(sentence.split()[:3]) if " " in sentence else sentence[:6]
