"""Codes and words that councils use for legal status, placement, language and yes or no."""

import re

from models.rules.legal_status import LEGAL_STATUSES

PLACEMENTS = (
    "U1", "U2", "U3", "U4", "U5", "U6", "K1", "K2", "K3", "H5", "P1", "P2", "P3", "A3", "A4",
    "A5", "A6", "R1", "R2", "R3", "R5", "S1", "T0", "T1", "T2", "T3", "T4", "Z1",
)  # fmt: skip
_LEGAL_WORDS = (
    (r"interim care order|\bico\b|section 38|\bs ?38\b", "C1"),
    (r"full care order|\bcare order\b|\bfco\b|section 31|\bs ?31\b", "C2"),
    (r"freeing order", "D1"),
    (r"placement order", "E1"),
    (r"not individual episodes|short.{0,12}break.*agreement", "V4"),
    (r"short.{0,12}break|\brespite\b", "V3"),
    (r"section 20|\bs\.? ?20\b|single period of accommodation|voluntar", "V2"),
    (r"police protection|section 46", "L1"),
    (r"emergency protection|\bepo\b", "L2"),
    (r"child assessment order", "L3"),
    (r"remand", "J1"),
    (r"police and criminal evidence|\bpace\b", "J2"),
    (r"youth rehabilitation order", "J3"),
)
_SUPERVISION = re.compile(r"supervision|guardianship|arrangements|secure|former|previous|revoked")
_LEGAL_PATTERNS = tuple((re.compile(words), code) for words, code in _LEGAL_WORDS)

# Source: domain reference 5.6, and the languages that councils' lists most often name.
_LANGUAGES = {
    "ar": "Arabic", "ps": "Pashto", "prs": "Dari", "fa": "Farsi", "ckb": "Kurdish Sorani",
    "kmr": "Kurdish Kurmanji", "ur": "Urdu", "ti": "Tigrinya", "am": "Amharic", "om": "Oromo",
    "so": "Somali", "vi": "Vietnamese", "sq": "Albanian", "zh": "Chinese", "bn": "Bengali",
    "ta": "Tamil", "tr": "Turkish", "fr": "French", "ln": "Lingala", "pt": "Portuguese",
    "pa": "Punjabi", "uk": "Ukrainian", "ru": "Russian", "cy": "Welsh", "en": "English",
    "pl": "Polish", "ro": "Romanian", "es": "Spanish", "it": "Italian", "lt": "Lithuanian",
    "lv": "Latvian", "cs": "Czech", "sk": "Slovak", "hu": "Hungarian", "bg": "Bulgarian",
    "gu": "Gujarati", "hi": "Hindi", "yo": "Yoruba", "sw": "Swahili",
}  # fmt: skip
_OTHER_LANGUAGE_WORDS = {
    "persian": "Farsi", "sorani": "Kurdish Sorani", "kurmanji": "Kurdish Kurmanji",
    "pashtu": "Pashto", "panjabi": "Punjabi", "eng": "English", "tigrigna": "Tigrinya",
    "kurdish (sorani)": "Kurdish Sorani", "kurdish (kurmanji)": "Kurdish Kurmanji",
}  # fmt: skip
_LANGUAGE_BY_WORD = (
    _LANGUAGES
    | {name.casefold(): name for name in _LANGUAGES.values()}
    | {word.casefold(): name for word, name in _OTHER_LANGUAGE_WORDS.items()}
)
NOTHING_SAID = frozenset(
    {"", "-", "--", "n/a", "na", "none", "not known", "unknown", "null", "nil", "not recorded",
     "not stated", "not applicable", "tbc", "(blank)", "#n/a", "[none]", "not specified", "nan"}
)  # fmt: skip
_YES = frozenset({"y", "yes", "true", "1", "required", "needed"})
_NO = frozenset({"n", "no", "false", "0", "not required", "not needed"})


def legal_status(text: str) -> str | None:
    """Give the national code for a legal status, from the code itself or from its words."""
    if code := _leading_code(text, tuple(LEGAL_STATUSES)):
        return code
    words = " ".join(text.casefold().replace("-", " ").split())
    if _SUPERVISION.search(words):
        return None
    return next((code for pattern, code in _LEGAL_PATTERNS if pattern.search(words)), None)


def placement(text: str) -> str | None:
    """Give the national code for a kind of placement, if the text begins or ends with one."""
    return _leading_code(text, PLACEMENTS)


def language(text: str) -> str:
    """Give the usual name of a language, from its name or code; other words as they are."""
    return _LANGUAGE_BY_WORD.get(text.casefold(), text)


def interpreter(text: str) -> str:
    """Say who or what is needed to interpret: empty for no, “Needed” for yes, else the words."""
    word = text.casefold()
    if word in _NO:
        return ""
    return "Needed" if word in _YES else text


def says_nothing(text: str) -> bool:
    """Tell whether a cell is empty or holds only what systems write for an empty one."""
    return text.casefold() in NOTHING_SAID


def _leading_code(text: str, codes: tuple[str, ...]) -> str | None:
    words = re.findall(r"[A-Za-z0-9]+", text)
    ends = {word.upper() for word in (words[:1] + words[-1:])}
    found = [code for code in codes if code in ends]
    return found[0] if len(found) == 1 else None
