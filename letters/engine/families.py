"""The families of faces that come with the program, each helped by all the others."""

from functools import cache

import resources
from letters.engine.faces import Face
from letters.engine.family import Family

_FILES = {
    "Andika": ("Andika-Regular", "Andika-Bold"),
    "Atkinson Hyperlegible Next": (
        "AtkinsonHyperlegibleNext-Regular",
        "AtkinsonHyperlegibleNext-Bold",
    ),
    "Lexend": ("Lexend-Regular", "Lexend-SemiBold"),
    "OpenDyslexic": ("OpenDyslexic-Regular", "OpenDyslexic-Bold"),
    "Noto Sans Arabic": ("NotoSansArabic-Regular", "NotoSansArabic-Bold"),
    "Noto Naskh Arabic": ("NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold"),
    "Noto Nastaliq Urdu": ("NotoNastaliqUrdu-Regular", "NotoNastaliqUrdu-Bold"),
    "Noto Sans Ethiopic": ("NotoSansEthiopic-Regular", "NotoSansEthiopic-Bold"),
    "Noto Sans Bengali": ("NotoSansBengali-Regular", "NotoSansBengali-Bold"),
    "Noto Sans Tamil": ("NotoSansTamil-Regular", "NotoSansTamil-Bold"),
    "Noto Sans Devanagari": ("NotoSansDevanagari-Regular", "NotoSansDevanagari-Bold"),
    "Noto Sans Gurmukhi": ("NotoSansGurmukhi-Regular", "NotoSansGurmukhi-Bold"),
    "Droid Sans Fallback": ("DroidSansFallbackFull", "DroidSansFallbackFull"),
}
_CUBIC = frozenset({"OpenDyslexic-Regular", "OpenDyslexic-Bold"})
_HELPERS = (
    "AtkinsonHyperlegibleNext-Regular",
    "Andika-Regular",
    "NotoSansArabic-Regular",
    "NotoSansEthiopic-Regular",
    "NotoSansBengali-Regular",
    "NotoSansTamil-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansGurmukhi-Regular",
    "NotoEmoji-Regular",
    "NotoSansSymbols2-Regular",
    "DroidSansFallbackFull",
)
_BOLD_HELPERS = (
    "AtkinsonHyperlegibleNext-Bold",
    "Andika-Bold",
    "NotoSansArabic-Bold",
    "NotoSansEthiopic-Bold",
    "NotoSansBengali-Bold",
    "NotoSansTamil-Bold",
    "NotoSansDevanagari-Bold",
    "NotoSansGurmukhi-Bold",
)
_BY_LANGUAGE = {
    "ar": "Noto Sans Arabic", "fa": "Noto Sans Arabic", "ps": "Noto Sans Arabic",
    "prs": "Noto Sans Arabic", "pa-Arab": "Noto Nastaliq Urdu", "uk": "Andika", "ru": "Andika",
    "ckb": "Noto Sans Arabic", "ur": "Noto Nastaliq Urdu", "ti": "Noto Sans Ethiopic",
    "am": "Noto Sans Ethiopic", "bn": "Noto Sans Bengali", "ta": "Noto Sans Tamil",
    "hi": "Noto Sans Devanagari", "ne": "Noto Sans Devanagari", "pa": "Noto Sans Gurmukhi",
    "zh": "Droid Sans Fallback",
}  # fmt: skip
_VIETNAMESE = frozenset("ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹơưđ")


def family_names() -> tuple[str, ...]:
    """Name the families that come with the program."""
    return tuple(_FILES)


@cache
def family(name: str) -> Family:
    """Give the family of this name; what it lacks is set in the others, none read before needed.

    Raises: KeyError if none of that name comes with the program.
    """
    regular, bold = (_face(file) for file in _FILES[name])
    helpers = tuple(face for file in _HELPERS if (face := _face(file)) is not regular)
    bold_helpers = tuple(face for file in _BOLD_HELPERS if (face := _face(file)) is not bold)
    return Family(name, regular, bold, helpers, bold_helpers)


@cache
def semibold(name: str) -> Family:
    """Give a family with its semibold face, where it has one, in place of the bold."""
    whole = family(name)
    path = resources.path(f"fonts/{whole.regular.path.stem.partition('-')[0]}-SemiBold.ttf")
    if not path.exists():
        return whole
    return Family(name, whole.regular, Face.from_file(path), whole.fallbacks, whole.bold_fallbacks)


def family_for(language: str, latin: str = "Andika") -> Family:
    """Give the family for a language: its own script's, or the Latin one that is wished for."""
    spoken = language.replace("_", "-")
    if spoken == "vi" and not family(latin).regular.covered.issuperset(_VIETNAMESE):
        return family("Andika")
    return family(_BY_LANGUAGE.get(spoken) or _BY_LANGUAGE.get(spoken.partition("-")[0], latin))


def _face(file: str) -> Face:
    kind = "otf" if file in _CUBIC else "ttf"
    return Face.from_file(resources.path(f"fonts/{file}.{kind}"))
