"""Pictures for a Word file: what is drawn in lines becomes an image, as every Word shows one."""

import io
from datetime import date
from functools import lru_cache
from typing import Any

from PIL import Image as Images

from letters import engine
from letters.engine.pictures import is_known
from letters.letter import Image
from letters.out.word_form import Picture
from letters.page import MILLIMETRE, mm
from letters.pdfium import opened

_DOTS_A_MM = 12  # about 300 in an inch
_NO_DAY = date(2000, 1, 1)


def of_pictogram(name: str, size_mm: float, alt: str = "") -> Picture | None:
    """One of our own pictures by its name; None if there is none of that name."""
    if not name or not is_known(name):
        return None
    png, (wide, high) = _pictogram(name)
    by = min(size_mm / wide, size_mm / high)
    return Picture(png, wide * by, high * by, alt)


def picture_of(image: Image, most_mm: tuple[float, float], alt: str = "") -> Picture:
    """A picture that somebody brought, whole within a width and a height."""
    png = _drawn(image.data.decode("utf-8"))[0] if image.form == "svg" else image.data
    with Images.open(io.BytesIO(png)) as opened:
        wide, high = opened.size
    by = min(most_mm[0] / wide, most_mm[1] / high)
    return Picture(_plain(png), wide * by, high * by, alt or image.says)


@lru_cache(maxsize=128)
def _pictogram(name: str) -> tuple[bytes, tuple[float, float]]:
    return _drawn(name)


def _drawn(name_or_svg: str) -> tuple[bytes, tuple[float, float]]:
    """Draw a picture on a page of its own size, and take that page as an image."""
    drawing = engine.pictures.find_drawing(name_or_svg)
    size = (40.0, 40.0 * drawing.height / drawing.width)
    frame = engine.Frame(0, size[1], 0, 0)
    design = engine.PageDesign(frame, frame, lambda _page: None, size)
    shown = engine.Picture(name_or_svg, "", mm(size[0]))
    built = engine.build([shown], design, "", "en-GB", "", _NO_DAY)
    with opened(built.bytes) as document:
        page: Any = document[0]  # pypdfium2 has no types
        image = page.render(scale=_DOTS_A_MM / MILLIMETRE).to_pil()
    return _png(image), size


def _plain(png: bytes) -> bytes:
    """The same image without anything that is written in its file."""
    with Images.open(io.BytesIO(png)) as opened:
        is_clear = "A" in opened.getbands() or "transparency" in opened.info
        return _png(opened.convert("RGBA" if is_clear else "RGB"))


def _png(image: Images.Image) -> bytes:
    bare = Images.new(image.mode, image.size)
    bare.paste(image)
    written = io.BytesIO()
    bare.save(written, "PNG", optimize=False, compress_level=6)
    return written.getvalue()
