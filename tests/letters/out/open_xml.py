"""Reads a Word file back, and has it judged by a validator that is none of ours.

The validator is openxml-audit: it holds the schemas and the semantic constraints of Microsoft's
Open XML SDK as data, for the transitional form of ISO/IEC 29500 with Word's own additions, and
checks every part, relationship and content type of a package against them in pure Python.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from openxml_audit import FileFormat, OpenXmlValidator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def faults(docx: bytes, folder: Path) -> list[str]:
    """Give what the validator finds wrong in a file."""
    path = folder / "paper.docx"
    path.write_bytes(docx)
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))
    return [f"{each.part_uri} {each.path}: {each.description}" for each in found.errors]


def parts(docx: bytes) -> dict[str, bytes]:
    """Give every part of a file by its name."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_part(docx: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Give the file with the first `old` of one part replaced, as by a careless program."""
    found = parts(docx)
    assert old in found[name]
    found[name] = found[name].replace(old, new, 1)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for each, content in found.items():
            package.writestr(each, content)
    return written.getvalue()


def body(docx: bytes) -> ElementTree.Element:
    """Give the part with the words."""
    return ElementTree.fromstring(parts(docx)["word/document.xml"])  # noqa: S314  # our own


def lines(docx: bytes) -> list[tuple[str, str]]:
    """Give each paragraph in reading order: its style and its words."""
    return [(_style(each), words_of(each)) for each in body(docx).iter(f"{W}p")]


def words_of(element: ElementTree.Element) -> str:
    """Give the words of an element as they are read."""
    return "".join(_words(element)).replace("\u00a0", " ")


def rows(docx: bytes) -> list[list[ElementTree.Element]]:
    """Give the rows of each table."""
    return [list(table.iter(f"{W}tr")) for table in body(docx).iter(f"{W}tbl")]


def _style(paragraph: ElementTree.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    assert style is not None
    return style.attrib[f"{W}val"]


def _words(element: ElementTree.Element) -> Iterator[str]:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    is_in_line = False
    for each in element.iter():
        is_in_line = is_in_line or each.tag == f"{W}r"
        if each.tag == f"{W}t":
            yield each.text or ""
        elif is_in_line and each.tag in marks:
            yield marks[each.tag]
