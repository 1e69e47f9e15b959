"""The paper of a letter: its frames in millimetres, and the colour that the child picked."""

from letters.engine import Frame
from letters.letter import Letter
from letters.page import CHILD_TINT, INK, LAKE

LETTER_FIRST = Frame(top_mm=14, bottom_mm=278, left_mm=20, right_mm=20)
LETTER_LATER = Frame(top_mm=16, bottom_mm=278, left_mm=20, right_mm=20)
LETTER_WIDTH_MM = 170.0
MARGIN_MM = 20.0
"""Source: design reference 6.1."""

CREAM = "#FFFBF0"
"""The page on the screen when the paper is cream; cream stock is never printed on white."""
CHILD_TINT_ON_CREAM = "#FFF0BF"

LETTER_COLOURS = {
    "plum": "#74305E",
    "green": "#1A5A31",
    "blue": "#1A4F87",
    "lake": LAKE,
    "brown": "#5A4200",
    "ink": INK,
}
_TINT_SHARE = 0.14


def letter_colour(name: str) -> str:
    """Give the colour the child picked, or green."""
    return LETTER_COLOURS.get(name, LETTER_COLOURS["green"])


def tint_of(colour: str) -> str:
    """Give a pale tint of a colour, for the head of a table."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * _TINT_SHARE):02X}" for part in parts)


def child_tint(letter: Letter) -> str:
    """Give the yellow behind the child's words: a deeper one on cream paper."""
    return CHILD_TINT_ON_CREAM if letter.setting.is_cream else CHILD_TINT
