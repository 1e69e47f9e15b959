"""What stands on every page round the words: heads, feet, page numbers, rules and marks."""

from typing import Literal

from letters.engine.elements import Setting
from letters.engine.family import INK, TextStyle, Words
from letters.engine.pen import Pen
from letters.engine.pictures import find_drawing, scaled
from letters.engine.space import MILLIMETRE
from letters.engine.text import Text, TextLines

_FOOT_GAP = 12.0  # points kept free between the two parts of a foot


class Furniture:
    """Draws artifacts on one page; it knows which page of how many this is.

    Distances are millimetres from the top of the page and from the edge where reading starts.
    """

    def __init__(self, pen: Pen, setting: Setting, page_count: int, height_pt: float) -> None:
        self._pen = pen
        self._setting = setting
        self.page_number = pen.page
        self.page_count = page_count
        self.width_mm = pen.page_width / MILLIMETRE
        self.height_mm = height_pt / MILLIMETRE

    @property
    def is_first(self) -> bool:
        """Tell whether this is the first page."""
        return self.page_number == 1

    @property
    def right_to_left(self) -> bool:
        """Tell whether the document runs from right to left."""
        return self._setting.right_to_left

    def text(
        self,
        words: Words,
        style: TextStyle,
        start_mm: float,
        top_mm: float,
        width_mm: float,
        align: Literal["start", "centre", "end"] = "start",
    ) -> float:
        """Set words in a box and give its height in millimetres."""
        lines = Text(words, style, align=align).lay(width_mm * MILLIMETRE, self._setting)
        left = self._left(start_mm, width_mm)
        lines.draw(self._pen, left * MILLIMETRE, top_mm * MILLIMETRE, None)
        return lines.height / MILLIMETRE

    def foot(self, start: str, end: str, style: TextStyle, baseline_mm: float) -> None:
        """Set one line at the foot, its parts at either side; a long start is cut short."""
        margin = 20.0
        face = style.family.faces(bold=style.bold)[0]
        ascent, descent = (value * style.size_pt / 1000 for value in (face.ascent, face.descent))
        baseline = (style.line_pt + ascent + descent) / 2
        top = baseline_mm - baseline / MILLIMETRE
        width = self.width_mm - 2 * margin
        room = width * MILLIMETRE - self._lay(end, style, width * MILLIMETRE).width - _FOOT_GAP
        self.text(self._cut_short(start, style, room), style, margin, top, width)
        self.text(end, style, margin, top, width, align="end")

    def _cut_short(self, words: str, style: TextStyle, room: float) -> str:
        """Give as much of the words as fits one line of so many points, with an ellipsis."""
        if self._is_one_line(words, style, room):
            return words
        fitting, too_long = 0, len(words)
        while too_long - fitting > 1:
            middle = (fitting + too_long) // 2
            if self._is_one_line(f"{words[:middle].rstrip()}…", style, room):
                fitting = middle
            else:
                too_long = middle
        return f"{words[:fitting].rstrip()}…"

    def _is_one_line(self, words: str, style: TextStyle, room: float) -> bool:
        return self._lay(words, style, room).height <= style.line_pt

    def _lay(self, words: str, style: TextStyle, room: float) -> TextLines:
        return Text(words, style).lay(room, self._setting)

    def rule(
        self, start_mm: float, top_mm: float, length_mm: float, width_pt: float, colour: str = INK
    ) -> None:
        """Draw a level rule."""
        left = self._left(start_mm, length_mm) * MILLIMETRE
        self._pen.rule(left, top_mm * MILLIMETRE, length_mm * MILLIMETRE, width_pt, colour)

    def tick(self, left_mm: float, top_mm: float, length_mm: float, colour: str = INK) -> None:
        """Draw a fine rule that is never mirrored, such as the mark of a fold."""
        self._pen.rule(
            left_mm * MILLIMETRE, top_mm * MILLIMETRE, length_mm * MILLIMETRE, 0.5, colour
        )

    def rectangle(
        self, start_mm: float, top_mm: float, width_mm: float, height_mm: float, colour: str
    ) -> None:
        """Fill a rectangle."""
        left = self._left(start_mm, width_mm)
        box = (left, top_mm, width_mm, height_mm)
        millimetres = tuple(value * MILLIMETRE for value in box)
        self._pen.fill((millimetres[0], millimetres[1], millimetres[2], millimetres[3]), colour)

    def picture(
        self, name_or_svg: str, start_mm: float, top_mm: float, width_mm: float, ink: str = INK
    ) -> None:
        """Draw a picture as decoration."""
        left = self._left(start_mm, width_mm) * MILLIMETRE
        drawn = scaled(
            find_drawing(name_or_svg, ink), left, self._pen.up(top_mm * MILLIMETRE),
            width_mm * MILLIMETRE,
        )  # fmt: skip
        with self._pen.marking(None):
            self._pen.write(drawn)

    def _left(self, start_mm: float, width_mm: float) -> float:
        if self._setting.right_to_left:
            return self.width_mm - start_mm - width_mm
        return start_mm
