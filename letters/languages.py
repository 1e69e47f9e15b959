"""The languages that a letter may be written in: names, script, direction, faces and dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from models.problems import N_

ENGLISH = "en-GB"


class Script(StrEnum):
    """The letters that a language is written in."""

    LATIN = "Latin"
    ARABIC = "Arabic"
    ETHIOPIC = "Ethiopic"
    BENGALI = "Bengali"
    TAMIL = "Tamil"
    GURMUKHI = "Gurmukhi"
    CYRILLIC = "Cyrillic"
    HAN = "Han"


@dataclass(frozen=True)
class Language:
    """A language: its code, its English and its own name, and how it is written.

    `locale` is what Babel calls it, where that is another name. Source: domain reference 5.6.
    """

    code: str
    name: str
    own_name: str
    script: Script = Script.LATIN
    right_to_left: bool = False
    locale: str = ""

    @property
    def for_babel(self) -> str:
        """The name by which Babel knows it."""
        return self.locale or self.code.replace("-", "_")

    @property
    def folder(self) -> str:
        """The name of its folder among the catalogues."""
        return self.code.replace("-", "_")

    @property
    def family(self) -> str:
        """The family of faces it is set in where its letters need one; Latin ones are chosen."""
        return _FAMILIES.get(self.code) or _FAMILIES.get(self.script, "")

    @property
    def dates(self) -> Mapping[str, str]:
        """Its own pattern for each English one, where the catalogue has none."""
        return _DATES.get(self.code, {})


_FAMILIES = {
    Script.ARABIC: "Noto Sans Arabic",
    Script.ETHIOPIC: "Noto Sans Ethiopic",
    Script.BENGALI: "Noto Sans Bengali",
    Script.TAMIL: "Noto Sans Tamil",
    Script.GURMUKHI: "Noto Sans Gurmukhi",
    Script.CYRILLIC: "Andika",
    Script.HAN: "Droid Sans Fallback",
    "ur": "Noto Nastaliq Urdu",
    "pa-Arab": "Noto Nastaliq Urdu",
}
DAY, DAY_WITH_YEAR, DATE = "EEEE d MMMM", "EEEE d MMMM y", "d MMMM y"
_SHORT_DATE, _SHORT_DAY = "d MMM y", "EEE d MMM y"


def _dates(day: str, day_with_year: str, date: str = DATE) -> dict[str, str]:
    return {DAY: day, DAY_WITH_YEAR: day_with_year, DATE: date}


_CHINESE = {
    DAY: "M月d日EEEE", DAY_WITH_YEAR: "y年M月d日EEEE", DATE: "y年M月d日",
    _SHORT_DATE: "y年M月d日", _SHORT_DAY: "y年M月d日EEE",
}  # fmt: skip
_DATES: Mapping[str, Mapping[str, str]] = {
    "ckb": _dates("EEEE، dی MMMM", "EEEE، dی MMMMی y", "dی MMMMی y"),
    "kmr": _dates("EEEE, d'ê' MMMM'ê'", "EEEE, d'ê' MMMM'a' y'an'", "d'ê' MMMM'a' y'an'"),
    "ur": _dates("EEEE، d MMMM", "EEEE، d MMMM y"),
    "ti": _dates("EEEE፣ d MMMM", "EEEE፣ d MMMM y"),
    "vi": _dates("EEEE, 'ngày' d MMMM", "EEEE, 'ngày' d MMMM 'năm' y", "'ngày' d MMMM 'năm' y"),
    "sq": _dates("EEEE, d MMMM", "EEEE, d MMMM y"),
    "zh-Hans": _CHINESE,
    "zh-Hant": _CHINESE,
    "bn": _dates("EEEE, d MMMM", "EEEE, d MMMM y"),
    "ta": _dates("EEEE, d MMMM", "EEEE, d MMMM y"),
    "tr": _dates("d MMMM EEEE", "d MMMM y EEEE"),
    "pt": _dates("EEEE, d 'de' MMMM", "EEEE, d 'de' MMMM 'de' y", "d 'de' MMMM 'de' y"),
    "ru": _dates("EEEE, d MMMM", "EEEE, d MMMM y 'г'.", "d MMMM y 'г'."),
}
"""Source: Unicode CLDR, as Babel carries it, in the order of the day before the month."""

_ARABIC = (Script.ARABIC, True)

LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        language.code: language
        for language in (
            Language(ENGLISH, N_("English"), "English"),
            Language("cy", N_("Welsh"), "Cymraeg"),
            Language("ar", N_("Arabic"), "العربية", *_ARABIC),
            Language("ps", N_("Pashto"), "پښتو", *_ARABIC),
            Language("prs", N_("Dari"), "دری", *_ARABIC, locale="fa_AF"),
            Language("fa", N_("Farsi"), "فارسی", *_ARABIC),
            Language("ckb", N_("Kurdish (Sorani)"), "کوردیی سۆرانی", *_ARABIC),
            Language("kmr", N_("Kurdish (Kurmanji)"), "Kurdî (Kurmancî)", locale="ku"),
            Language("ur", N_("Urdu"), "اردو", *_ARABIC),
            Language("ti", N_("Tigrinya"), "ትግርኛ", Script.ETHIOPIC),
            Language("am", N_("Amharic"), "አማርኛ", Script.ETHIOPIC),
            Language("om", N_("Oromo"), "Afaan Oromoo"),
            Language("so", N_("Somali"), "Soomaali"),
            Language("vi", N_("Vietnamese"), "Tiếng Việt"),
            Language("sq", N_("Albanian"), "Shqip"),
            Language("zh-Hans", N_("Chinese (Simplified)"), "简体中文", Script.HAN),
            Language("zh-Hant", N_("Chinese (Traditional)"), "繁體中文", Script.HAN),
            Language("bn", N_("Bengali"), "বাংলা", Script.BENGALI),
            Language("ta", N_("Tamil"), "தமிழ்", Script.TAMIL),
            Language("tr", N_("Turkish"), "Türkçe"),
            Language("fr", N_("French"), "Français"),
            Language("ln", N_("Lingala"), "Lingála"),
            Language("pt", N_("Portuguese"), "Português"),
            Language("pa", N_("Punjabi (Gurmukhi)"), "ਪੰਜਾਬੀ", Script.GURMUKHI),
            Language("pa-Arab", N_("Punjabi (Shahmukhi)"), "پنجابی", *_ARABIC),
            Language("uk", N_("Ukrainian"), "Українська", Script.CYRILLIC),
            Language("ru", N_("Russian"), "Русский", Script.CYRILLIC),
            Language("pl", N_("Polish"), "Polski"),
        )
    }
)


def language_of(code: str) -> Language:
    """Give the language of this code; one that is not listed is set from the left."""
    return LANGUAGES.get(code) or Language(code, code, code)
