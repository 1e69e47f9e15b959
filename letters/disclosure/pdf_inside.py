"""Everything in a PDF that is on no page: read from the bytes, older versions of it too."""

import base64
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from letters.disclosure.extracted import Place
from models.problems import N_

_STREAM = re.compile(rb"stream\r?\n")
_OBJECT = re.compile(rb"\b\d+ \d+ obj\b")
_STRING = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)"
_HEX = rb"<(?!<)[0-9A-Fa-f\s]{4,}>"
_KEYED = re.compile(rb"(?:/(\w+)\s*)?(" + _STRING + rb"|" + _HEX + rb")", re.DOTALL)
_NAME = re.compile(rb"/([A-Za-z][^\s/<>\[\]()%{}]{2,})")
_KEYS = frozenset({b"MarkInfo", b"Marked", b"MarkStyle"})  # every file has them
_ESCAPE = re.compile(rb"\\(\r\n|[0-7]{1,3}|.)", re.DOTALL)
_SHOWN = re.compile(rb"\[(?:[^\[\]()]|" + _STRING + rb")*\]\s*TJ|" + _STRING + rb"\s*(?:Tj|'|\")")
_PRINTED = re.compile(rb"[\x20-\x7e]{5,}")
_MARKUP = re.compile(r"<[^>]*?(?:=\"([^\"]*)\")?[^>]*>")
_NO_WORDS = re.compile(
    rb"/(?:Length1|FontFile\d?|CIDSet|XRef|FunctionType)\b"
    rb"|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b"
)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b"", b"\n": b"", b"\r": b"",
            b"\r\n": b""}  # fmt: skip
_PROPERTIES = re.compile(rb"/(?:Producer|Creator|CreationDate|Author|Keywords|Subject)\b")
_OWN_LETTERS = str.maketrans(
    dict(zip(range(0x80, 0x9F), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", strict=True))
)  # what a PDF writes with these numbers
_MOST_OF_A_PICTURE = 65_536
_INSIDE = N_("elsewhere inside the file")
_WHERE = MappingProxyType(
    {
        "Title": N_("a bookmark"),
        "Contents": N_("a note on a page"),
        "Alt": N_("what a picture is said to show"),
        "ActualText": N_("the text behind a page"),
        "E": N_("the text behind a page"),
        "URI": N_("a link"),
        "F": N_("the name of an attached file"),
        "UF": N_("the name of an attached file"),
        "Desc": N_("the name of an attached file"),
        "V": N_("a field to fill in"),
        "TU": N_("a field to fill in"),
        "DV": N_("a field to fill in"),
        "RC": N_("a note on a page"),
        "Subj": N_("a note on a page"),
    }
)
PROPERTIES = N_("the properties of the file")
XMP = N_("the description inside the file")
EARLIER = N_("an earlier version inside the file")
PICTURE = N_("what a picture file says of itself")


@dataclass(frozen=True)
class Attached:
    """A file inside the file."""

    data: bytes


def inside(data: bytes) -> tuple[tuple[Place, ...], tuple[Attached, ...]]:
    """The places of a PDF that are on no page, and the files attached to it."""
    gathered: dict[str, dict[str, None]] = {}
    attached: list[Attached] = []
    has_earlier = data.count(b"%%EOF") > 1
    for head, body in _objects(data):
        for where, words in _of_object(head):
            gathered.setdefault(where, {})[words] = None
        if body is None:
            continue
        if b"/EmbeddedFile" in head:
            attached.append(Attached(_unpacked(head, body)))
            continue
        for where, words in _of_stream(head, body, has_earlier=has_earlier):
            gathered.setdefault(where, {})[words] = None
    places = tuple(Place(where, "\n".join(words)) for where, words in gathered.items())
    return places, tuple(attached)


def _objects(data: bytes) -> Iterator[tuple[bytes, bytes | None]]:
    """Each object's dictionary, and its stream where it has one; what is packed too."""
    starts = [found.end() for found in _OBJECT.finditer(data)]
    for place, start in enumerate(starts):
        end = data.find(b"endobj", start)
        upto = end if end >= 0 else (starts[place + 1] if place + 1 < len(starts) else len(data))
        opened = _STREAM.search(data, start, upto)
        if opened is None:
            yield data[start:upto], None
            continue
        head = data[start : opened.start()]
        closed = data.find(b"endstream", opened.end())
        body = data[opened.end() : closed if closed >= 0 else len(data)]
        if b"/ObjStm" in head:
            yield from ((each, None) for each in _packed(head, _unpacked(head, body)))
            continue
        yield head, body
    tail = data[data.rfind(b"trailer") :] if b"trailer" in data else b""
    yield tail, None


def _packed(head: bytes, body: bytes) -> Iterator[bytes]:
    """The objects that are packed together in one stream."""
    count = re.search(rb"/N\s+(\d+)", head)
    first = re.search(rb"/First\s+(\d+)", head)
    if count is None or first is None:
        yield body
        return
    numbers = [int(each) for each in body[: int(first[1])].split()]
    offsets = [*numbers[1 : 2 * int(count[1]) : 2], len(body) - int(first[1])]
    for start, end in pairwise(offsets):
        yield body[int(first[1]) + start : int(first[1]) + end]


def _of_object(head: bytes) -> Iterator[tuple[str, str]]:
    """The texts and names of one object, each with where it stands."""
    if b"(" in head or b"<" in head:
        is_properties = _PROPERTIES.search(head) is not None and b"/EmbeddedFile" not in head
        for key, written in _KEYED.findall(head):
            words = text_of(written)
            if len(words) > 1:
                usual = _WHERE.get(key.decode("latin-1"), _INSIDE)
                yield (PROPERTIES if is_properties else usual), words
    for name in _NAME.findall(head):
        if name in _KEYS:
            continue
        yield (
            _INSIDE,
            re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), name).decode(
                "utf-8", "replace"
            ),
        )


def _of_stream(head: bytes, body: bytes, *, has_earlier: bool) -> Iterator[tuple[str, str]]:
    if b"/DCTDecode" in head or b"/JPXDecode" in head:
        for found in _PRINTED.findall(body[:_MOST_OF_A_PICTURE]):
            yield PICTURE, found.decode("ascii")
        return
    if b"/Image" in head or _NO_WORDS.search(head):
        return
    words = _unpacked(head, body)
    if b"/Metadata" in head or words.lstrip().startswith((b"<?xpacket", b"<x:xmpmeta")):
        yield XMP, _MARKUP.sub(_attribute, words.decode("utf-8", "replace"))
    for found in re.findall(rb"/ActualText\s*(" + _STRING + rb"|" + _HEX + rb")", words):
        yield _WHERE["ActualText"], text_of(found)
    if has_earlier and b"BT" in words:
        for shown in _SHOWN.findall(words):
            yield EARLIER, "".join(text_of(each) for each in re.findall(_STRING, shown))


def _attribute(found: re.Match[str]) -> str:
    """What a tag of the description says in its marks, and a blank in its place."""
    return " ".join((" ", *re.findall(r"=[\"']([^\"']*)[\"']", found.group()), " "))


def _unpacked(head: bytes, body: bytes) -> bytes:
    """A stream as it was before it was packed; as it is where that cannot be undone."""
    if b"ASCII85Decode" in head:
        try:
            body = base64.a85decode(b"<~" + body.strip().removesuffix(b"~>") + b"~>", adobe=True)
        except ValueError:
            return body
    if b"FlateDecode" not in head:
        return body
    unpack = zlib.decompressobj()
    try:
        return unpack.decompress(body)
    except zlib.error:
        return body


def text_of(written: bytes) -> str:
    """A text of the file, with its marks undone."""
    if written.startswith(b"<"):
        digits = re.sub(rb"\s", b"", written[1:-1])
        raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    else:
        raw = _ESCAPE.sub(_unescaped, written[1:-1])
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    if raw.startswith(b"\xff\xfe"):
        return raw[2:].decode("utf-16-le", "replace")
    try:
        return raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1").translate(_OWN_LETTERS)


def _unescaped(found: re.Match[bytes]) -> bytes:
    mark = found[1]
    if mark.isdigit():
        return bytes([int(mark, 8) & 0xFF])
    return _ESCAPES.get(mark, mark)
