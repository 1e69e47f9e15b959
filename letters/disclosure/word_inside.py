"""A Word file read back: its text, and all that does not show: properties, comments, changes."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from types import MappingProxyType
from xml.sax.saxutils import unescape

from letters.disclosure.extracted import Place
from letters.disclosure.pdf_inside import PROPERTIES, Attached
from models.problems import N_

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TEXTS = frozenset({f"{_WORD}t", f"{_WORD}instrText", f"{_DRAWING}t"})
_VANISH = f"{_WORD}rPr/{_WORD}vanish"
_BREAKS = frozenset({f"{_WORD}br", f"{_WORD}tab", f"{_WORD}cr"})
_SOFT = {f"{_WORD}noBreakHyphen": "-", f"{_WORD}softHyphen": "\u00ad"}
_BLOCKS = frozenset({f"{_WORD}p", f"{_DRAWING}p"})
_PLAIN = re.compile(r"(?:[\dA-F.-]+|http://schemas\..*)$")
_LONG_ENOUGH = 3
_LOOKS = re.compile(r"(?:tyles\w*|numbering|fontTable|[sS]ettings|theme\d*)\.xml$")
_VALUE = re.compile(r"=\"([^\"]*[^\W\d_][^\"]{2,})\"")
BODY = N_("the text")
HIDDEN = N_("hidden text")
DELETED = N_("a tracked deletion")
INSIDE = N_("elsewhere inside the file")
BOOKMARK = N_("a bookmark")
_OF_MARKS = MappingProxyType(
    {
        "descr": N_("what a picture is said to show"),
        "title": N_("what a picture is said to show"),
        "Target": N_("a link"),
        "author": N_("who is named in a comment or a change"),
    }
)
PART_NAME = N_("the name of a part inside the file")
_PARTS = MappingProxyType(
    {
        "word/document": BODY,
        "word/header": N_("the head of a page"),
        "word/footer": N_("the foot of a page"),
        "word/comments": N_("a comment"),
        "word/footnotes": N_("a footnote"),
        "word/endnotes": N_("a footnote"),
        "docProps/": PROPERTIES,
        "customXml/": INSIDE,
    }
)


def word_inside(data: bytes) -> tuple[tuple[Place, ...], tuple[Attached, ...]]:
    """Every text of a Word file by where it stands, and the files inside it."""
    places: list[Place] = []
    attached: list[Attached] = []
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            places.append(Place(PART_NAME, name, is_name=True))
            body = parts.read(name)
            if name.endswith((".xml", ".rels")):
                places += _of_part(name, body)
            elif name.startswith("word/media/"):
                places.append(_of_picture(body))
            else:
                attached.append(Attached(body))
        if parts.comment:
            places.append(Place(INSIDE, parts.comment.decode("utf-8", "replace")))
    return tuple(places), tuple(attached)


def _of_part(name: str, body: bytes) -> Iterator[Place]:
    where = next((said for start, said in _PARTS.items() if name.startswith(start)), INSIDE)
    if _LOOKS.search(name) is not None:
        values = dict.fromkeys(_VALUE.findall(body.decode("utf-8", "replace")))
        yield Place(where, unescape("\n".join(values)))
        return
    try:
        root = ET.fromstring(body)  # noqa: S314  # a file that this program has just made
    except ET.ParseError:
        yield Place(where, body.decode("utf-8", "replace"))
        return
    yield Place(where, "".join(_words(root)))
    yield from _unseen(root)
    gathered: dict[str, dict[str, None]] = {}
    for said, words in _marks(root, INSIDE if where == BODY else where):
        gathered.setdefault(said, {})[words] = None
    yield from (Place(said, "\n".join(words)) for said, words in gathered.items())


def _words(element: ET.Element) -> Iterator[str]:
    """The words of a part, a line for each paragraph."""
    if element.tag == f"{_WORD}r" and element.find(_VANISH) is not None:
        return
    if element.tag in _BREAKS:
        yield "\n" if element.tag != f"{_WORD}tab" else "\t"
    if element.tag in _SOFT:
        yield _SOFT[element.tag]
    if element.text and (element.tag in _TEXTS or not element.tag.startswith(_WORD)):
        yield element.text
    for child in element:
        yield from _words(child)
        if child.tail and not child.tag.startswith((_WORD, _DRAWING)):
            yield child.tail
    if element.tag in _BLOCKS or not element.tag.startswith((_WORD, _DRAWING)):
        yield "\n"


def _unseen(root: ET.Element) -> Iterator[Place]:
    """What was deleted with changes tracked, and what is set not to be seen."""
    deleted = "".join(each.text or "" for each in root.iter(f"{_WORD}delText"))
    if deleted:
        yield Place(DELETED, deleted)
    hidden = [
        "".join(text.text or "" for text in run.iter(f"{_WORD}t"))
        for run in root.iter(f"{_WORD}r")
        if run.find(_VANISH) is not None
    ]
    if hidden:
        yield Place(HIDDEN, "".join(hidden))


def _marks(root: ET.Element, where: str) -> Iterator[tuple[str, str]]:
    """What is said in the marks of tags: what a picture shows, a bookmark's name, an author."""
    for element in root.iter():
        for key, value in element.attrib.items():
            own = key.rpartition("}")[2]
            if len(value) < _LONG_ENOUGH or own.startswith("rsid") or _PLAIN.match(value):
                continue
            is_bookmark = element.tag == f"{_WORD}bookmarkStart"
            yield (BOOKMARK if is_bookmark else _OF_MARKS.get(own, where)), value


def _of_picture(body: bytes) -> Place:
    printed = re.findall(rb"[\x20-\x7e]{5,}", body[:65_536])
    words = "\n".join(each.decode("ascii") for each in printed)
    return Place(N_("what a picture file says of itself"), words)
