"""Reads a copy back as whoever gets it can: words, properties, bookmarks, name."""

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from letters.pdfium import opened

_SOFT = dict.fromkeys(map(ord, "\u00ad\ufffe\u200b\u200c\u200d\u2060\u0002"))


def all_of(file: Path) -> str:
    """Everything that a file tells anybody, its name too, in one line."""
    data = file.read_bytes()
    told = _of_pdf(data) if data.startswith(b"%PDF") else _of_zip(data)
    words = " ".join([file.name, *told]).translate(_SOFT).replace("’", "'")
    return " ".join(re.sub(r"-\s*\n", "", words).split())


def holds(file: Path, words: str) -> bool:
    """Whether a file tells these words, whatever their case and spacing and without hyphens."""
    return _squeezed(words) in _squeezed(all_of(file))


def names(file: Path, word: str) -> bool:
    """Whether a file tells a name as a word of its own."""
    return re.search(rf"\b{re.escape(word)}", all_of(file), re.IGNORECASE) is not None


def properties(file: Path) -> str:
    """What a Word file says of itself: its title, its author, when and by whom it was written."""
    with zipfile.ZipFile(file) as parts:
        told = [parts.read(name) for name in parts.namelist() if name.startswith("docProps/")]
    return " ".join(
        element.text or ""
        for each in told
        for element in ElementTree.fromstring(each).iter()  # noqa: S314 - ours
    )


def _squeezed(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.replace("’", "'").casefold())


def _of_pdf(data: bytes) -> list[str]:
    with opened(data) as document:
        told = [f"{key} {value}" for key, value in document.get_metadata_dict().items()]
        told += [str(each.get_title()) for each in document.get_toc()]
        told += [
            document.get_attachment(number).get_name()
            for number in range(document.count_attachments())
        ]
        told += [page.get_textpage().get_text_range() for page in document]
    return told


def _of_zip(data: bytes) -> list[str]:
    """Every part of a Word file: its name, and every text and attribute in it."""
    told: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            told.append(name)
            if name.endswith((".xml", ".rels")):
                for element in ElementTree.fromstring(parts.read(name)).iter():  # noqa: S314 - ours
                    told += [element.text or "", *_telling(element)]
    return told


def _telling(element: ElementTree.Element) -> list[str]:
    """The attributes of an element, but for the one that only keeps its blanks."""
    return [value for name, value in element.attrib.items() if not name.endswith("}space")]
