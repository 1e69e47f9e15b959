"""The one way to pdfium, which reads and draws finished pages, and never two at once."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any  # pypdfium2 carries no types

_ONE_AT_A_TIME = threading.RLock()


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """Open a PDF for as long as it is used; other threads wait meanwhile, or the program falls.

    Raises: pypdfium2.PdfiumError for what is no PDF.
    """
    import pypdfium2  # only where pages are read or drawn

    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        yield document


@contextmanager
def begun() -> Iterator[Any]:
    """Begin a PDF with no pages, in the same way."""
    import pypdfium2

    with _ONE_AT_A_TIME, pypdfium2.PdfDocument.new() as document:
        yield document
