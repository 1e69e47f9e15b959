"""Every fixed sentence of the letter as each band says it, with what stands in it taken out."""

import importlib
import re
from collections.abc import Iterator, Mapping

from letters.bands import Band
from letters.in_bands import InBands

MODULES = (
    "child_voice", "closing", "keepsake", "legal_words", "next_meeting", "next_steps", "opening",
    "own_number", "rights", "said_in_meeting", "who_came", "who_is_who", "why_we_met",
    "young_adult",
)  # fmt: skip
NOT_MEASURED = frozenset({"closing", "rights", "who_is_who"})
"""Domain reference 5.4 leaves names, rights and how to reach somebody out of the measure."""
_VALUE = re.compile(r"\{\w+\}")
_ONLY_IN = {
    "keepsake": frozenset({Band.U}),
    "legal_words": frozenset({Band.D, Band.U}),
    "young_adult": frozenset({Band.D}),
}


def fixed(band: Band, *, measured: bool = False) -> Iterator[tuple[str, str]]:
    """Give the module and the words of each sentence that a letter of this band may say."""
    for name in MODULES:
        if band not in _ONLY_IN.get(name, Band) or (measured and name in NOT_MEASURED):
            continue
        module = importlib.import_module(f"letters.{name}")
        for key, value in vars(module).items():
            if measured and key.startswith("_FROM"):
                continue
            for sentence in _in_bands(value):
                yield name, _VALUE.sub("", sentence.words(band))


def _in_bands(value: object) -> Iterator[InBands]:
    if isinstance(value, InBands):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _in_bands(each)
