"""Looks for what could be plainer in the lines of one letter, away from the window's thread."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from letters.bands import BandRule
from letters.checks.plain import is_explained
from letters.plain import spelling
from letters.plain.checking import Finding, check_paragraph
from letters.plain.glossary import Glossary
from ui.background import Background
from ui.plain.dictionary import read_dictionary

PAUSE_MS: Final = 250
TOLD_AT_MOST_EVERY: Final = 5.0
"""Units: seconds."""


@dataclass(frozen=True)
class Reader:
    """For whom a text is written: what they can read, the words they like, names to leave be.

    `explained` is what the word list of the letter says already.
    """

    rule: BandRule
    glossary: Glossary
    names: frozenset[str] = frozenset()
    explained: tuple[str, ...] = ()


class Looked(Protocol):
    """A line that is looked at: its text now, how it reads, and where findings go."""

    rule: BandRule | None

    def text(self) -> str:
        """What stands in it now."""

    def take(self, text: str, findings: tuple[Finding, ...]) -> None:
        """Take what was found in a text, which may be older than what stands there."""


Texts = list[tuple[str, BandRule]]
Found = list[tuple[Finding, ...]]


class Looking(QObject):
    """One for all the lines of a letter; until it has a reader, nothing is found."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._reader: Reader | None = None
        self._lines: list[Looked] = []
        self._waiting: list[Looked] = []
        self._is_fetching = False
        self._told_at = -TOLD_AT_MOST_EVERY
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)

    @property
    def reader(self) -> Reader | None:
        """For whom it looks now."""
        return self._reader

    def read_for(self, reader: Reader | None) -> None:
        """Look for this reader from now on; for none, as of a letter not in English, find none."""
        if reader != self._reader:
            self._reader = reader
            self._waiting = self._there()
            self._pause.start()

    def add(self, line: Looked) -> None:
        """Look at one more line."""
        self._lines.append(line)
        self.ask(line)

    def ask(self, line: Looked) -> None:
        """Look at a line again after a short pause in typing."""
        if line not in self._waiting:
            self._waiting.append(line)
        self._pause.start()

    def lines(self) -> list[Looked]:
        """Give the lines that are still there."""
        return self._there()

    def look(self) -> None:
        """Look now at every line that waits."""
        self._pause.stop()
        reader = self._reader
        waiting = [line for line in self._waiting if _is_there(line)]
        self._waiting = []
        if reader is None:
            for line in waiting:
                line.take(line.text(), ())
        elif waiting:
            texts = [(line.text(), line.rule or reader.rule) for line in waiting]
            done = partial(self._hand_over, waiting, texts)
            self._background.run(partial(_findings, reader, texts), done, _raise)

    def ideas(self, word: str, done: Callable[[tuple[str, ...]], None]) -> None:
        """Find how a word may have been meant."""
        self._background.run(lambda: spelling.ideas_for(word), done, _raise)

    def may_tell(self) -> bool:
        """Whether a screen reader may be told something of its own accord, and note it."""
        now = time.monotonic()
        if now - self._told_at < TOLD_AT_MOST_EVERY:
            return False
        self._told_at = now
        return True

    def _hand_over(self, lines: list[Looked], texts: Texts, found: Found) -> None:
        if not isValid(self):
            return
        for line, (text, _rule), findings in zip(lines, texts, found, strict=True):
            if _is_there(line):
                line.take(text, findings)
        self._fetch_dictionary()

    def _fetch_dictionary(self) -> None:
        """Read the dictionary once, when nobody types; then look at every line again."""
        if not self._is_fetching and not spelling.is_ready():
            self._is_fetching = True
            read_dictionary(self._background, self._look_again, _raise)

    def _look_again(self, _nothing: object) -> None:
        self._waiting = self._there()
        self.look()

    def _there(self) -> list[Looked]:
        self._lines = [line for line in self._lines if _is_there(line)]
        return list(self._lines)


def looking_of(owner: QObject, background: Background) -> Looking:
    """Give the one that belongs to this owner, made when it is first asked for."""
    return owner.findChild(Looking) or Looking(background, owner)


def _findings(reader: Reader, texts: Texts) -> Found:
    return [
        tuple(
            finding
            for finding in check_paragraph(text, rule, reader.glossary, reader.names)
            if not is_explained(finding, reader.explained)
        )
        for text, rule in texts
    ]


def _is_there(line: Looked) -> bool:
    return not isinstance(line, QObject) or isValid(line)


def _raise(failure: Exception) -> None:
    raise failure
