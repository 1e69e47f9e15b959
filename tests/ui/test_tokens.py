"""The colours can be told apart by people who see little of them."""

import re

import pytest

import resources
from ui import tokens

# ink, ground, least ratio; the design's own figures
READ = [
    *[("ink", ground, 7.0) for ground in ("background", "surface", "sunken", "primary_tint")],
    *[("ink2", ground, 7.0) for ground in ("background", "surface", "sunken")],
    *[("ink", ground, 7.0) for ground in ("voice_tint", "lock_tint", "over_tint", "due_tint")],
    ("primary", "surface", 7.0),
    ("primary", "background", 7.0),
    ("on_primary", "primary", 7.0),
    ("on_primary", "primary_hover", 7.0),
    ("on_primary", "primary_pressed", 7.0),
    ("rail_ink", "rail", 7.0),
    ("rail_chosen_ink", "rail_chosen", 7.0),
    *[(name, f"{name}_tint", 7.0) for name in ("well", "worry", "next", "voice")],
    *[(name, f"{name}_tint", 6.9) for name in ("due", "over", "lock")],
    ("on_voice", "voice_mark", 7.0),
    ("on_voice", "voice_hover", 7.0),
    ("on_voice", "voice_pressed", 6.0),
    ("on_chosen_row", "chosen_row", 7.0),
    ("paper_ink", "paper", 7.0),
    *[("line_strong", ground, 3.0) for ground in ("background", "surface")],
    *[("focus", ground, 3.0) for ground in ("background", "surface")],
    ("focus_rail", "rail", 3.0),
    ("voice_line", "surface", 3.0),
]


@pytest.mark.parametrize("theme", tokens.THEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), READ)
def test_words_and_edges_stand_out_from_what_they_lie_on(
    theme: tokens.Theme, ink: str, ground: str, least: float
) -> None:
    colours = tokens.colours(theme)
    assert _ratio(colours[ink], colours[ground]) >= least


@pytest.mark.parametrize("theme", tokens.THEMES)
def test_every_colour_is_whole(theme: tokens.Theme) -> None:
    assert all(re.fullmatch(r"#[0-9A-F]{6}", one) for one in tokens.colours(theme).values())


def test_the_style_sheet_takes_every_colour_from_the_tokens() -> None:
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(", resources.text("style.qss")) == []


def test_nothing_is_written_smaller_than_thirteen_pixels() -> None:
    assert min(style.size_pt for style in tokens.TYPE.values()) * 96 / 72 >= 13


def test_what_is_pointed_at_is_never_under_twenty_four_pixels() -> None:
    pointed = ("control", "small_button", "row_button", "chip", "filter", "step", "rail_item")
    assert min(sum(tokens.CONTROL_HEIGHTS[kind]) for kind in pointed) >= 24


def _ratio(first: str, second: str) -> float:
    """Give the contrast of two colours. Source: WCAG 2.2, contrast ratio."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
