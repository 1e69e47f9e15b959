"""Scans of forms as they come from a machine: plain PDF and PNG files of some pages."""

import io

import pikepdf
from PIL import Image

A4_POINTS = (595, 842)


def scanned_pdf(pages: int = 1, size: tuple[float, float] = A4_POINTS) -> bytes:
    """Give a PDF of that many empty pages of this size, in points."""
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        for _page in range(pages):
            pdf.add_blank_page(page_size=size)
        pdf.save(made)
    return made.getvalue()


def scanned_png(width: int = 600, height: int = 800) -> bytes:
    """Give a picture with a dark stroke on it, in pixels."""
    image = Image.new("RGB", (width, height), "white")
    image.paste("black", (width // 4, height // 4, width // 2, height // 4 + 20))
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()
