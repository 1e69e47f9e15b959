"""What a letter may be set in: typefaces, sizes of text, ways to give it."""

from letters.bands import Band
from letters.looks.type_scale import SIZES, TYPEFACES
from ui.language import N_, _

TEXT_SIZES = (
    ("usual", N_("Usual")),
    ("18", N_("Large, 18 point")),
    ("24", N_("Very large, 24 point")),
)
HANDED, POSTED = "handed", "posted"
WAYS = (
    (HANDED, N_("Handed over, with no address")),
    (POSTED, N_("Posted, in a window envelope")),
)


def typefaces(band: Band) -> tuple[tuple[str, str], ...]:
    """The typefaces to choose from; the band's own comes first and is called usual."""
    usual = _("{typeface} (usual)").format(typeface=_short(SIZES[band].typeface))
    return (("", usual), *((name, _short(name)) for name in TYPEFACES))


def _short(name: str) -> str:
    return name.partition(" ")[0]
