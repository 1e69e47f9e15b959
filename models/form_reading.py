"""One table of a form's file, read key by key; what is wrong is refused with its line."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any  # Any: a key of a file may hold anything

from models import broken_form as broken
from models.broken_form import BrokenForm
from models.form_lines import Path, line_of

NAME_MOST = 100
PROMPT_MOST = 600
UNSHOWN = frozenset({"Cc", "Cs", "Zl", "Zp"})  # Unicode kinds of letters that break a line


class FormTable:
    """One table; `done` refuses the keys that nothing asked for."""

    def __init__(self, values: Mapping[str, Any], lines: Mapping[Path, int], path: Path) -> None:
        self._values, self._lines, self.path = values, lines, path
        self._asked: set[str] = set()

    def refuse(self, reason: str, at: str = "", /, **values: str) -> BrokenForm:
        """Give the refusal, at the line of a key or of the whole table."""
        path = (*self.path, at) if at else self.path
        values.setdefault("key", at or str(self.path[0] if self.path else ""))
        return BrokenForm(reason, line_of(self._lines, path), **values)

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        self._asked.add(key)
        return key in self._values

    def value(self, key: str) -> Any:
        """Give what a key holds.

        Raises: BrokenForm if it is missing.
        """
        if not self.has(key):
            raise self.refuse(broken.LEFT_OUT, key)
        return self._values[key]

    def words(
        self, key: str, most: int = NAME_MOST, *, named: bool = False, empty: bool = False
    ) -> str:
        """Give words; `named` ones may have {name} in them, `empty` ones may be nothing.

        Raises: BrokenForm.
        """
        words = self.typed(key, most, empty=empty)
        rest = words.replace("{name}", "") if named else words
        if "{" in rest or "}" in rest:
            raise self.refuse(broken.BRACES if named else broken.NO_BRACES, key)
        return words

    def typed(self, key: str, most: int, *, empty: bool = False) -> str:
        """Give words, whatever stands in curly brackets in them.

        Raises: BrokenForm.
        """
        words = self.value(key)
        if not isinstance(words, str):
            raise self.refuse(broken.NOT_WORDS, key)
        if not words.strip() and (words or not empty):
            raise self.refuse(broken.EMPTY, key)
        if len(words) > most:
            raise self.refuse(broken.TOO_LONG, key, most=str(most))
        if any(unicodedata.category(letter) in UNSHOWN for letter in words):
            raise self.refuse(broken.BAD_LETTER, key)
        return words

    def flag(self, key: str, otherwise: bool) -> bool:
        """Give yes or no, or what it is when it is left out.

        Raises: BrokenForm.
        """
        if not self.has(key):
            return otherwise
        value = self.value(key)
        if not isinstance(value, bool):
            raise self.refuse(broken.NOT_YES_OR_NO, key)
        return value

    def keys_in(self, key: str, known: Sequence[str], unknown: str) -> tuple[str, ...]:
        """Give a list of keys, each known and there once.

        Raises: BrokenForm.
        """
        found = self.value(key)
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            raise self.refuse(broken.NOT_A_LIST, key)
        for place, each in enumerate(found):
            if each not in known:
                raise self.refuse(unknown, key, key=each)
            if each in found[:place]:
                raise self.refuse(broken.TWICE, key, key=each)
        return tuple(found)

    def table(self, key: str) -> "FormTable":
        """Give a table in this one.

        Raises: BrokenForm.
        """
        value = self.value(key)
        if not isinstance(value, dict):
            raise self.refuse(broken.NOT_A_TABLE, key)
        return FormTable(value, self._lines, (*self.path, key))

    def tables(self, key: str, most: int) -> Iterator["FormTable"]:
        """Give the tables that repeat under one name, in their order.

        Raises: BrokenForm.
        """
        rows = self.value(key)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.refuse(broken.NOT_A_TABLE, key)
        if len(rows) > most:
            raise FormTable({}, self._lines, (*self.path, key, most)).refuse(
                broken.TOO_MANY, key=key, most=str(most)
            )
        for place, row in enumerate(rows):
            yield FormTable(row, self._lines, (*self.path, key, place))

    def names(self) -> tuple[str, ...]:
        """Give the names of the keys, in their order."""
        return tuple(self._values)

    def done(self) -> None:
        """Refuse what nothing asked for.

        Raises: BrokenForm.
        """
        for key in self.unasked():
            raise self.refuse(broken.UNKNOWN, key)

    def unasked(self) -> tuple[str, ...]:
        """Give the keys that nothing asked for."""
        return tuple(key for key in self._values if key not in self._asked)
