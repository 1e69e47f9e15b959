"""The theme and the list of fonts that every Word file has, with our colours and one face."""

from letters.out.word_styles import FONT
from letters.out.word_xml import DECLARATION, NAMESPACES, root, tag
from letters.page import CHILD_BAR, GAP_BAR, INK, LAKE, MUTED, ROW_RULE

_NAME = "Waymark"
_COLOURS = {
    "dk1": INK, "lt1": "#FFFFFF", "dk2": MUTED, "lt2": "#F3F1EC", "accent1": LAKE,
    "accent2": CHILD_BAR, "accent3": GAP_BAR, "accent4": ROW_RULE, "accent5": MUTED,
    "accent6": INK, "hlink": LAKE, "folHlink": MUTED,
}  # fmt: skip
_FILL = tag("a:solidFill", tag("a:schemeClr", val="phClr"))
_THREE = 3


def theme() -> str:
    """The part that names colours and faces; our styles say both themselves."""
    colours = (tag(f"a:{key}", tag("a:srgbClr", val=each[1:])) for key, each in _COLOURS.items())
    line = tag("a:ln", _FILL, w=6350)
    plain = tag("a:effectStyle", tag("a:effectLst"))
    elements = tag(
        "a:themeElements",
        tag("a:clrScheme", *colours, name=_NAME),
        tag("a:fontScheme", _faces("a:majorFont"), _faces("a:minorFont"), name=_NAME),
        tag(
            "a:fmtScheme",
            tag("a:fillStyleLst", _FILL * _THREE),
            tag("a:lnStyleLst", line * _THREE),
            tag("a:effectStyleLst", plain * _THREE),
            tag("a:bgFillStyleLst", _FILL * _THREE),
            name=_NAME,
        ),
    )
    return DECLARATION + tag("a:theme", elements, name=_NAME, xmlns_a=NAMESPACES["a"])


def font_table() -> str:
    """The one face that the file is set in."""
    return root("w:fonts", tag("w:font", tag("w:family", w_val="swiss"), w_name=FONT))


def _faces(name: str) -> str:
    others = (tag(f"a:{script}", typeface="") for script in ("ea", "cs"))
    return tag(name, tag("a:latin", typeface=FONT), *others)
