"""Where the window of an envelope shows the folded sheet, for any envelope that is measured.

Millimetres. Source: design reference 6.2, the general rule.
"""

from dataclasses import dataclass
from math import floor

from letters.looks.envelope import Box

_SHEET_MM = (210.0, 297.0)
_CLEAR_MM = 2.0


@dataclass(frozen=True)
class WindowEnvelope:
    """An envelope with a window, and the sheet folded to go in.

    The window is measured from the left and the bottom of the envelope.
    """

    wide: float
    high: float
    folded_high: float
    window_left: float
    window_bottom: float
    window_wide: float
    window_high: float
    folded_wide: float = _SHEET_MM[0]

    @property
    def always_seen(self) -> Box:
        """What the window shows wherever the sheet has slid to."""
        left = self.window_left
        return Box(
            left,
            self.high - self.window_bottom - self.window_high,
            left + self.window_wide - (self.wide - self.folded_wide),
            self.folded_high - self.window_bottom,
        )

    @property
    def may_be_seen(self) -> Box:
        """What the window can show."""
        left = self.window_left
        return Box(
            left - (self.wide - self.folded_wide),
            self.folded_high - self.window_bottom - self.window_high,
            left + self.window_wide,
            self.high - self.window_bottom,
        )

    @property
    def kept_empty(self) -> Box:
        """What is kept free of all but the address."""
        seen = self.may_be_seen
        return Box(
            seen.left - _CLEAR_MM, seen.top - _CLEAR_MM,
            seen.right + _CLEAR_MM, seen.bottom + _CLEAR_MM,
        )  # fmt: skip

    @property
    def folds(self) -> tuple[float, ...]:
        """How far down the sheet is folded."""
        count = floor(_SHEET_MM[1] / self.folded_high + 0.01)
        return tuple(self.folded_high * place for place in range(1, count))

    @property
    def is_usable(self) -> bool:
        """Whether these measures leave room for an address, and a sheet that fits."""
        always = self.always_seen
        return (
            0 < self.folded_high <= self.high
            and self.folded_wide <= self.wide
            and always.right - always.left >= _LEAST_WIDE
            and always.bottom - always.top >= _LEAST_HIGH
            and always.left >= 0
            and self.may_be_seen.bottom <= self.folded_high
        )


_LEAST_WIDE, _LEAST_HIGH = 40.0, 14.0
DL = WindowEnvelope(220, 110, 99, 20, 18, 90, 35)
"""The usual envelope in this country; the sheet is folded in three."""
