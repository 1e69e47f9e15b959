"""Every colour, type style and height of the windows, named by use."""

from typing import Final, Literal, NamedTuple

Theme = Literal["light", "dark", "contrast"]
THEMES: Final[tuple[Theme, ...]] = ("light", "dark", "contrast")

# name: light, dark, high contrast
_COLOURS: Final[dict[str, tuple[str, str, str]]] = {
    "background": ("#F4F2EE", "#12191C", "#000000"),
    "surface": ("#FFFFFF", "#1B2529", "#000000"),
    "sunken": ("#EBE7E0", "#243035", "#000000"),
    "desk": ("#E4DFD6", "#0D1315", "#000000"),
    "ink": ("#1B262B", "#EEF2F1", "#FFFFFF"),
    "ink2": ("#424D53", "#BAC6C9", "#FFFFFF"),
    "line": ("#D8D3C9", "#38464C", "#FFFFFF"),
    "line_strong": ("#736F66", "#8B999F", "#FFFFFF"),
    "primary": ("#17505C", "#8FD0D9", "#00E5FF"),
    "primary_hover": ("#0F3E48", "#B2E2E8", "#FFFFFF"),
    "primary_pressed": ("#0A2D35", "#D6F1F4", "#FFFFFF"),
    "on_primary": ("#FFFFFF", "#06262C", "#000000"),
    "primary_tint": ("#DFECEE", "#1D3A41", "#000000"),
    "primary_line": ("#6FA0A9", "#4C8490", "#00E5FF"),
    "rail": ("#123F49", "#0B1113", "#000000"),
    "rail_hover": ("#2E565F", "#283336", "#1F1F1F"),
    "rail_ink": ("#CFE0E3", "#BAC6C9", "#FFFFFF"),
    "rail_chosen": ("#FFFFFF", "#1D3A41", "#00E5FF"),
    "rail_chosen_ink": ("#123F49", "#D6F1F4", "#000000"),
    "rail_title": ("#FFFFFF", "#EEF2F1", "#FFFFFF"),
    "well": ("#1A5A31", "#93D3A2", "#FFFFFF"),
    "well_tint": ("#E7F2E6", "#1B3323", "#000000"),
    "well_line": ("#4B9460", "#5E9C6E", "#FFFFFF"),
    "worry": ("#74305E", "#E7AFD6", "#FFFFFF"),
    "worry_tint": ("#F7EAF3", "#3B2235", "#000000"),
    "worry_line": ("#A75C92", "#B0749E", "#FFFFFF"),
    "next": ("#1A4F87", "#A5CDF6", "#FFFFFF"),
    "next_tint": ("#E6EFF8", "#1A3048", "#000000"),
    "next_line": ("#4F86BF", "#6B9BCB", "#FFFFFF"),
    "voice": ("#5A4200", "#FFE08A", "#FFE600"),
    "voice_tint": ("#FFF5D6", "#3A3115", "#000000"),
    "voice_mark": ("#F0B400", "#F0B400", "#FFE600"),
    "voice_line": ("#A67C00", "#B8921F", "#FFE600"),
    "voice_hover": ("#E2A900", "#FFC71F", "#FFFFFF"),
    "voice_pressed": ("#CE9A00", "#FFD65C", "#FFFFFF"),
    "on_voice": ("#2B2000", "#2B2000", "#000000"),
    "due": ("#7B4000", "#FFC27A", "#FFFFFF"),
    "due_tint": ("#FDF0DF", "#3C2A12", "#000000"),
    "due_line": ("#B8731F", "#C08A45", "#FFFFFF"),
    "over": ("#942318", "#FFB0A6", "#FFFFFF"),
    "over_tint": ("#FCEBE8", "#45211D", "#000000"),
    "over_line": ("#C4584C", "#C9746A", "#FFFFFF"),
    "lock": ("#45406B", "#C9C4F0", "#FFFFFF"),
    "lock_tint": ("#ECEBF4", "#2B2945", "#000000"),
    "lock_line": ("#7C77A5", "#8A84B8", "#FFFFFF"),
    "focus": ("#0B5FCC", "#8CC8FF", "#FFE600"),
    "focus_rail": ("#FFFFFF", "#8CC8FF", "#FFE600"),
    "paper": ("#FFFFFF", "#F6F4EF", "#FFFFFF"),
    "paper_ink": ("#1B262B", "#1B262B", "#1B262B"),
    "chosen_row": ("#DFECEE", "#1D3A41", "#00E5FF"),
    "on_chosen_row": ("#1B262B", "#EEF2F1", "#000000"),
    "ladder_rail": ("#8A6A3B", "#B08D57", "#FFFFFF"),
    "ground": ("#E3E8D8", "#1B2A20", "#000000"),
    "chart_second": ("#5E97A1", "#5E97A1", "#FFFFFF"),
}

Style = Literal[
    "display", "h1", "h2", "h3", "number", "body", "label", "small", "tiny",
    "child_title", "child_body", "child_button",
]  # fmt: skip


class TypeStyle(NamedTuple):
    """A size in points, a line height in points, a weight and a family, all at 100%."""

    size_pt: float
    line_pt: float
    weight: int
    family: Literal["app", "child"] = "app"


TYPE: Final[dict[str, TypeStyle]] = {
    "display": TypeStyle(25.5, 31.5, 700),
    "h1": TypeStyle(19.5, 24, 700),
    "h2": TypeStyle(14.25, 19.5, 700),
    "h3": TypeStyle(12, 16.5, 700),
    "number": TypeStyle(22.5, 27, 700),
    "body": TypeStyle(12, 17.25, 400),
    "label": TypeStyle(10.5, 15, 600),
    "small": TypeStyle(10.5, 15, 400),
    "tiny": TypeStyle(9.75, 13.5, 400),
    "child_title": TypeStyle(22.5, 30, 700, "child"),
    "child_body": TypeStyle(15, 21.75, 400, "child"),
    "child_button": TypeStyle(16.5, 22.5, 700, "child"),
}

APP_FAMILY: Final = "Atkinson Hyperlegible Next"
CHILD_FAMILY: Final = "Andika"

# Heights in px at 100%: the line of text inside, and what stands above and below it.
CONTROL_HEIGHTS: Final[dict[str, tuple[int, int]]] = {
    "control": (23, 21),
    "small_button": (20, 16),
    "row_button": (20, 12),
    "chip": (20, 8),
    "filter": (20, 14),
    "badge": (20, 6),
    "step": (23, 20),
    "rail_item": (42, 18),
    "tick": (22, 0),
    "table_head": (20, 20),
    "table_row": (23, 25),
    "table_row_tall": (43, 13),
}


def colours(theme: Theme) -> dict[str, str]:
    """Every colour of one theme by its name, as `#RRGGBB`."""
    place = THEMES.index(theme)
    return {name: row[place] for name, row in _COLOURS.items()}


def edge_px(theme: Theme) -> int:
    """Give the width of an ordinary border: 2 px in high contrast, 1 px elsewhere."""
    return 2 if theme == "contrast" else 1
