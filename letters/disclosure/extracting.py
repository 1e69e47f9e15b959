"""Reads a finished file back: all the text that somebody could get out of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from letters.disclosure.extracted import Extracted, PageText, Place
from letters.disclosure.mail_inside import entry_inside, mail_inside
from letters.disclosure.pdf_inside import inside
from letters.disclosure.pdf_pages import boxes_in, pages_of
from letters.disclosure.word_inside import word_inside
from models.problems import N_

__all__ = ["Extracted", "PageText", "Place", "extract"]
FILE_NAME = N_("the name of the file")
ATTACHED = N_("an attached file")
_DEEPEST = 4
_HUMPS = re.compile(r"(?<=[a-z\d])(?=[A-Z])")


def extract(data: bytes, media: str, file_name: str, *, depth: int = 0) -> Extracted:
    """Everything that a file holds, and its own name; `media` is "pdf", "docx", "eml" or "ics"."""
    name = Place(FILE_NAME, f"{_HUMPS.sub(' ', file_name)}\n{file_name}", is_name=True)
    read = _READERS.get(media, _plainly)(data, depth)
    return replace(read, other=(name, *read.other))


def kind_of(name: str, data: bytes) -> str:
    """What kind of file this is, by its first bytes and then by its name."""
    if data.startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    ending = PurePath(name).suffix.casefold().removeprefix(".")
    return ending if ending in {"eml", "ics"} else "txt"


def _of_pdf(data: bytes, depth: int) -> Extracted:
    places, attached = inside(data)
    more = [place for each in attached for place in _attached("", each.data, depth)]
    return Extracted(pages_of(data), (*places, *more), boxes_in(data))


def _of_word(data: bytes, depth: int) -> Extracted:
    places, attached = word_inside(data)
    more = [place for each in attached for place in _attached("", each.data, depth)]
    return Extracted((), (*places, *more))


def _of_mail(data: bytes, depth: int) -> Extracted:
    places, files = mail_inside(data)
    more = [place for name, body in files for place in _attached(name, body, depth)]
    return Extracted((), (*places, *more))


def _of_entry(data: bytes, _depth: int) -> Extracted:
    return Extracted((), entry_inside(data))


def _plainly(data: bytes, _depth: int) -> Extracted:
    return Extracted((), (Place(ATTACHED, _decoded(data)),))


def _attached(name: str, data: bytes, depth: int) -> Iterator[Place]:
    """The texts of a file inside the file, all as one kind of place."""
    if depth >= _DEEPEST:
        return
    read = extract(data, kind_of(name, data), name, depth=depth + 1)
    for page in read.pages:
        yield Place(ATTACHED, page.text)
    for place in read.other:
        yield place if place.where == FILE_NAME else replace(place, where=ATTACHED)


def _decoded(data: bytes) -> str:
    for start, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(start):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


_READERS = {"pdf": _of_pdf, "docx": _of_word, "eml": _of_mail, "ics": _of_entry}
