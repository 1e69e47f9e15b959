"""Values as a PDF writes them, and objects written as they are."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\n": "\\n", "\r": "\\r"})


def pdf_text(text: str) -> str:
    """Write a string of words; what is not plain ASCII goes as UTF-16."""
    if text.isascii():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{utf16_hex(text)}>"


def utf16_hex(text: str) -> str:
    """Write a text as the hexadecimal digits of UTF-16."""
    return text.encode("utf-16-be", "replace").hex().upper()


def number(value: float) -> str:
    """Write a number with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


@lru_cache(maxsize=256)
def colour_operands(colour: str) -> str:
    """Write a colour such as "#1B262B" as the operands of rg or RG.

    Raises: ValueError if it is not six hexadecimal digits after a #.
    """
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError("a colour is written as # and six hexadecimal digits")
    return " ".join(number4(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))


def number4(value: float) -> str:
    """Write a number between 0 and 1 with at most four decimals."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


class Written(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An indirect object whose words are made when the file is written."""

    def __init__(self, write: Callable[[], bytes]) -> None:
        self._write = write

    def format(self, document: Any) -> bytes:  # noqa: ARG002  # called by ReportLab
        """Give the bytes of the object."""
        return self._write()


def add_object(document: Any, write: Callable[[], bytes]) -> int:  # PDFDocument
    """Add an object to the document and give its number."""
    reference = document.Reference(Written(write))
    object_number: int = document.idToObjectNumberAndVersion[reference.name][0]
    return object_number


def stream(entries: str, content: bytes) -> bytes:
    """Write a stream whose content is already compressed with Flate."""
    head = f"<<{entries}/Filter/FlateDecode/Length {len(content)}>>\nstream\n"
    return head.encode("ascii") + content + b"\nendstream\n"
