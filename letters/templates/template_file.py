"""A template read from a plain TOML file; all that is wrong with it is refused at once."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from letters.bands import Band
from letters.pictures import PICTURES
from letters.plain.labels import labels_in
from letters.templates import broken_template as wrong
from letters.templates.broken_template import BrokenTemplate, Fault, fault_of
from letters.templates.fields import FIELDS, field_names, with_a_format
from letters.templates.template import ALWAYS_THERE, Block, BuiltIn, Line, Template
from models import broken_form as broken
from models.broken_form import BrokenForm
from models.form_lines import WHOLE, lines_of
from models.form_reading import FormTable
from models.toml_text import text_of, values_of

T = TypeVar("T")

VERSION = 1
MOST_BYTES = 100_000
MOST_BLOCKS, MOST_LINES = 30, 40
SENTENCE_MOST = 600
KEY_MOST = 40
UNREAD = "?"  # stands for a heading that is refused, so that no second fault follows from it
KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
BAND_KEYS = {band.lower(): band for band in Band}


def read_template_bytes(data: bytes) -> Template:
    """Read a template from the bytes of a file.

    Raises: BrokenTemplate, with each fault and its line.
    """
    try:
        text = text_of(data, MOST_BYTES)
    except BrokenForm as failure:
        raise BrokenTemplate([fault_of(failure)]) from None
    return read_template(text)


@lru_cache(maxsize=32)
def read_template(text: str) -> Template:
    """Read a template from the text of a file.

    Raises: BrokenTemplate, with each fault and its line.
    """
    try:
        whole = FormTable(values_of(text, MOST_BYTES), lines_of(text), WHOLE)
    except BrokenForm as failure:
        raise BrokenTemplate([fault_of(failure)]) from None
    reading = _Reading()
    template = reading.template(whole)
    if reading.faults:
        raise BrokenTemplate(reading.faults)
    return template


class _Reading:
    """Reads table after table and goes on after a fault, so that all are found."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._lines_known: set[str] = set()

    def template(self, whole: FormTable) -> Template:
        """The whole file."""
        if not self._is_ours(whole):
            raise BrokenTemplate(self.faults)
        blocks = tuple(self._blocks(whole))
        made = Template(
            key=self._key(whole, set()),
            name=self._text(whole, "name"),
            about=self._text(whole, "about", SENTENCE_MOST),
            title=self._sentence(whole, "title"),
            subject=self._sentence(whole, "subject") if whole.has("subject") else "",
            bands=self._bands(whole),
            blocks=blocks,
            no_more_meetings=self._try(
                lambda: whole.flag("no_more_meetings", otherwise=False), False
            ),
        )
        self._nothing_else(whole)
        self._has_what_it_must(whole, made)
        self._says_something(whole, made)
        return made

    def _try(self, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except BrokenForm as failure:
            self.faults.append(fault_of(failure))
            return otherwise

    def _refuse(self, table: FormTable, reason: str, at: str = "", /, **values: str) -> None:
        self.faults.append(fault_of(table.refuse(reason, at, **values)))

    def _is_ours(self, whole: FormTable) -> bool:
        version = whole.value("waymark_letter") if whole.has("waymark_letter") else None
        if isinstance(version, bool) or not isinstance(version, int) or version < VERSION:
            self._refuse(whole, wrong.NOT_A_TEMPLATE, "waymark_letter")
        elif version > VERSION:
            self._refuse(whole, wrong.NEWER, "waymark_letter")
        return not self.faults

    def _key(self, table: FormTable, known: set[str]) -> str:
        key = self._try(lambda: table.words("key"), "")
        if not key:
            return ""
        if not KEY.fullmatch(key):
            self._refuse(table, broken.BAD_KEY, "key", key=key, most=str(KEY_MOST))
        elif key in known:
            self._refuse(table, broken.TWICE, "key", key=key)
        known.add(key)
        return key

    def _text(self, table: FormTable, key: str, most: int = 100) -> str:
        return self._try(lambda: table.words(key, most), "")

    def _sentence(self, table: FormTable, key: str, *, empty: bool = False) -> str:
        """Words that may name fields."""
        words = self._try(lambda: table.typed(key, SENTENCE_MOST, empty=empty), "")
        try:
            named = field_names(words)
        except ValueError:
            self._refuse(table, wrong.LONE_BRACE, key)
            return ""
        for name in named:
            if name not in FIELDS:
                self._refuse(table, wrong.NO_SUCH_FIELD, key, key=f"{{{name}}}")
        for name in with_a_format(words):
            self._refuse(table, wrong.NO_FORMAT, key, key=f"{{{name}}}")
        for label in labels_in(words):
            self._refuse(table, wrong.A_LABEL, key, words=label.text)
        return words

    def _bands(self, whole: FormTable) -> tuple[Band, ...]:
        found = self._try(lambda: whole.keys_in("bands", tuple(Band), wrong.NO_SUCH_BAND), None)
        if found == ():
            self._refuse(whole, wrong.BAD_BANDS, "bands")
        return tuple(Band(each) for each in found or ())

    def _picture(self, table: FormTable) -> str:
        picture = self._text(table, "picture") if table.has("picture") else ""
        if picture and picture not in PICTURES:
            self._refuse(table, wrong.NO_SUCH_PICTURE, "picture", key=picture)
        return picture

    def _tables(self, table: FormTable, key: str, most: int) -> list[FormTable]:
        return self._try(lambda: list(table.tables(key, most)), [])

    def _blocks(self, whole: FormTable) -> list[Block]:
        known: set[str] = set()
        return [self._block(each, known) for each in self._tables(whole, "blocks", MOST_BLOCKS)]

    def _block(self, table: FormTable, known: set[str]) -> Block:
        if table.has("built_in"):
            block = self._built_in(table, known)
        else:
            block = self._own_block(table, known)
        self._nothing_else(table)
        return block

    def _built_in(self, table: FormTable, known: set[str]) -> Block:
        name = self._text(table, "built_in")
        if name and name not in set(BuiltIn):
            self._refuse(table, wrong.NO_SUCH_BLOCK, "built_in", key=name)
            return Block(name, heading=UNREAD)
        if name in known:
            self._refuse(table, broken.TWICE, "built_in", key=name)
        known.add(name)
        for key in ("key", "heading", "picture", "lines"):
            if table.has(key):
                self._refuse(table, wrong.BOTH, key)
        return Block(name, BuiltIn(name) if name else None)

    def _own_block(self, table: FormTable, known: set[str]) -> Block:
        key = self._key(table, known)
        heading = self._sentence(table, "heading") or UNREAD if table.has("heading") else ""
        picture = self._picture(table)
        if picture and not table.has("heading"):
            self._refuse(table, wrong.NEEDS_HEADING, "picture")
        if not table.has("lines"):
            self._refuse(table, wrong.NOTHING_IN_IT, key=key)
            return Block(key, heading=heading, picture=picture)
        lines = tuple(self._line(each) for each in self._tables(table, "lines", MOST_LINES))
        return Block(key, None, heading, picture, lines)

    def _line(self, table: FormTable) -> Line:
        key = self._key(table, self._lines_known)
        if table.has("words") == table.has("ask"):
            self._refuse(table, wrong.WORDS_OR_ASK)
        asks = table.has("ask")
        self._only(table, asks=asks)
        line = Line(
            key,
            words="" if asks or not table.has("words") else self._sentence(table, "words"),
            by_band={
                band: self._sentence(table, letter, empty=True)
                for letter, band in BAND_KEYS.items()
                if table.has(letter)
            },
            without=self._sentence(table, "without", empty=True) if table.has("without") else None,
            ask=self._asked(table) if asks else "",
            required=self._try(lambda: table.flag("required", otherwise=True), True),
            picture=self._picture(table),
        )
        self._nothing_else(table)
        return line

    def _only(self, table: FormTable, *, asks: bool) -> None:
        """Refuse what goes with words in a line that asks, and the reverse."""
        for key in ("without", *BAND_KEYS) if asks else ("required",):
            if table.has(key):
                reason = wrong.ONLY_WITH_WORDS if asks else wrong.ONLY_WITH_ASK
                self._refuse(table, reason, key, key=key)

    def _asked(self, table: FormTable) -> str:
        return self._try(lambda: table.words("ask", SENTENCE_MOST, named=True), "")

    def _nothing_else(self, table: FormTable) -> None:
        for key in table.unasked():
            self._refuse(table, broken.UNKNOWN, key)

    def _has_what_it_must(self, whole: FormTable, template: Template) -> None:
        for block in ALWAYS_THERE:
            if block not in template.built_ins:
                self._refuse(whole, wrong.NEEDS_BLOCK, "blocks", key=block)

    def _says_something(self, whole: FormTable, template: Template) -> None:
        """Refuse a heading with perhaps nothing under it, and words that need a heading."""
        is_opening = True
        tables = self._tables(whole, "blocks", MOST_BLOCKS)
        for table, block in zip(tables, template.blocks, strict=True):
            if not (block.heading or block.built_in or is_opening):
                self._refuse(table, wrong.NEEDS_HEADING_HERE)
            is_opening = is_opening and block.built_in in (BuiltIn.GREETING, None)
            is_opening = is_opening and not block.heading
            bare = block.heading and block.lines
            if bare and not any(_is_always_there(line, template) for line in block.lines):
                self._refuse(table, wrong.NOTHING_LEFT, "heading")


def _is_always_there(line: Line, template: Template) -> bool:
    """Whether a line is in every letter, for whatever band and whatever the record holds."""
    if line.ask:
        return line.required
    return line.without != "" and all(line.words_for(band) for band in template.bands)


def key_taken(text: str, key: str) -> Fault:
    """That another letter has this key already, with the line on which it stands."""
    return Fault(lines_of(text).get(("key",), 1), wrong.KEY_TAKEN, {"key": key})
