"""What somebody kept as it is in a line of the letter: it counts as set aside, with their name."""

from collections.abc import Callable

from letters.checks.concern import key_in_line
from letters.plain.checking import Finding
from ui.language import _
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.shown_lines import ShownLine
from ui.plain.plain_editor import PlainEditor


class LineKeeping:
    """Holds for the words that the line has now; other words are looked at anew."""

    def __init__(
        self, letter: LetterInHand, editor: PlainEditor, flush: Callable[[], object]
    ) -> None:
        self._letter, self._editor, self._flush = letter, editor, flush
        self._line: ShownLine | None = None
        self._remembered: frozenset[str] = frozenset()
        self._new: list[Finding] = []

    def show_line(self, line: ShownLine) -> None:
        """Go by the record; what is to be looked at again there is so here."""
        is_same = self._line is not None and self._line.words == line.words
        before, self._line = self._remembered, line
        self._remembered = self._of_line(line)
        if is_same and before - self._remembered:
            self._new = []
            self._editor.look_again()

    def is_kept(self, finding: Finding) -> bool:
        """Whether it was kept while the line said what it says now."""
        return self._says_it_now() and self._key(finding) in self._letter.sheet.making.waived

    def keep(self, finding: Finding) -> None:
        """Remember it at once."""
        self._new.append(finding)
        self._flush()
        self._letter.catch_up()
        self.remember()

    def remember(self) -> None:
        """Write down what was kept here and still stands, though the line was written on."""
        line = self._line
        if line is None or not self._says_it_now():
            return
        kept = [each for each in self._new if each.words in line.words]
        self._new = kept
        waived = self._letter.sheet.making.waived
        keys = [key for each in kept if (key := self._key(each)) not in waived]
        if keys:
            said = _("{name} kept it as it is").format(name=self._letter.desk.me.name)
            self._letter.set_all_aside(keys, said)

    def _says_it_now(self) -> bool:
        return self._line is not None and self._editor.text().strip() == self._line.words.strip()

    def _key(self, finding: Finding) -> str:
        line = self._line
        return key_in_line(finding.kind, line.id, line.words, finding.words) if line else ""

    def _of_line(self, line: ShownLine) -> frozenset[str]:
        return frozenset(key for key in self._letter.sheet.making.waived if f"/{line.id}/" in key)
