"""Reads the spelling dictionary of a language out of the program's own files."""

import io
from typing import TYPE_CHECKING, Any

import resources
from letters.engine.pace import breathe

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary

_LINES_TO_A_BREATH = 32


def read_dictionary(language: str) -> "Dictionary":
    """Read the dictionary of a language, such as "en-GB"; it takes about a second."""
    from spylls.hunspell import Dictionary, readers  # slow to load: only where it is wanted

    rules, context = readers.read_aff(_lines(f"dictionary/{language}.aff"))
    words = readers.read_dic(_lines(f"dictionary/{language}.dic"), aff=rules, context=context)
    return Dictionary(rules, words)


class _Paced:
    """Text whose reader stops now and then, so that whoever types goes first."""

    def __init__(self, text: str) -> None:
        self._text = io.StringIO(text)
        self._read = 0

    def readline(self) -> str:
        """Give one line; nothing after the last."""
        self._read += 1
        if self._read % _LINES_TO_A_BREATH == 0:
            breathe()
        return self._text.readline()


def _lines(name: str) -> Any:  # the library has no types
    """Give the lines of a file that is closed again, as the library wants to read them."""
    from spylls.hunspell.readers.file_reader import BaseReader

    reader = BaseReader(_Paced(resources.text(name)))
    reader.reset_encoding = lambda _encoding: None  # what is read is text already
    return reader
