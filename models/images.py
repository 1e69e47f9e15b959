"""The door for pictures that somebody brings: looked at without trust, and given back clean.

What a file is, its content says and not its name. A PNG or JPEG is drawn again: turned upright,
made as small as print needs, and written as a PNG with nothing of the file it came from, so no
place, no camera and no comment. Of a moving picture the first one is taken. An SVG of flat shapes
is written anew as SVG; one with gradients or see-through paint is given back as `ToBeDrawn`, for
the window to turn into points (models.svg.cleaning).
"""

import io
import os
import stat
import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PIL import Image, ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from models.bare_files import JPEG_SIGNATURE, PNG_SIGNATURE, bare_jpeg, bare_png
from models.image_problems import (
    BrokenPicture,
    CannotReadPicture,
    EmptyFile,
    FileTooLarge,
    NotAFile,
    NotAPicture,
    NothingToSee,
    OddShape,
    TooManyPixels,
)
from models.image_use import LONGEST_SIDE, Use
from models.svg.cleaning import THINNEST, clean_drawing

MOST_MB: Final = 25
MOST_BYTES: Final = MOST_MB * 1_000_000
MOST_DRAWING_BYTES: Final = 1_000_000
MOST_MEGAPIXELS: Final = 60
MOST_PIXELS: Final = MOST_MEGAPIXELS * 1_000_000
_LOOKED_AT: Final = 4_096
_BROKEN: Final = (
    *(OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError),
    *(OverflowError, MemoryError, struct.error, zlib.error, Image.DecompressionBombError),
)


_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True)
class CleanImage:
    """A picture that is safe to keep and to draw; `form` is png or svg. Units: pixels."""

    form: str
    data: bytes = field(repr=False)
    width: int
    height: int


@dataclass(frozen=True)
class ToBeDrawn:
    """A clean SVG that the page cannot draw as it is. Units: pixels of what is to be drawn."""

    svg: str = field(repr=False)
    width: int
    height: int


def read_brought(path: Path) -> bytes:
    """Read the file that somebody brings; a link is not followed.

    Raises: CannotReadPicture, NotAFile, EmptyFile, FileTooLarge.
    """
    if path.is_symlink() or path.is_dir():
        raise NotAFile
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise NotAFile
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotReadPicture from error
    if not data:
        raise EmptyFile
    return data


def clean_image(data: bytes, use: Use = Use.PICTURE) -> CleanImage | ToBeDrawn:
    """Give a picture back clean.

    Raises: PictureRefused, one that says why.
    """
    if not data:
        raise EmptyFile
    if len(data) > MOST_BYTES:
        raise FileTooLarge(values={"most": str(MOST_MB)})
    if data.startswith(PNG_SIGNATURE):
        return _clean_points(PngImageFile, *bare_png(data), use)
    if data.startswith(JPEG_SIGNATURE):
        return _clean_points(JpegImageFile, *bare_jpeg(data), use)
    if _may_be_svg(data):
        return _clean_svg(data, use)
    raise NotAPicture


def _may_be_svg(data: bytes) -> bool:
    start = data[:_LOOKED_AT].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and b"<svg" in data[:_LOOKED_AT].replace(b"\x00", b"")


def _clean_svg(data: bytes, use: Use) -> CleanImage | ToBeDrawn:
    if len(data) > MOST_DRAWING_BYTES:
        raise FileTooLarge(values={"most": str(MOST_DRAWING_BYTES // 1_000_000)})
    drawing = clean_drawing(data)
    scale = LONGEST_SIDE[use] / max(drawing.width, drawing.height)
    width, height = (max(1, round(side * scale)) for side in (drawing.width, drawing.height))
    if drawing.is_flat:
        return CleanImage("svg", drawing.svg.encode(), width, height)
    return ToBeDrawn(drawing.svg, width, height)


def _clean_points(kind: type[ImageFile.ImageFile], data: bytes, held: int, use: Use) -> CleanImage:
    """Draw the points again in a new picture.

    The two readers are called by name, so that no other kind of file can be read by mistake, and
    the size is looked at before anything is unpacked: less than half of what Pillow calls a bomb.
    """
    side = LONGEST_SIDE[use]
    upright = _unpacked(kind, data, side)
    if held in _TURNS:
        upright = upright.transpose(_TURNS[held])
    upright.thumbnail((side, side), Image.Resampling.LANCZOS)
    fresh = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    _check_seen(fresh)
    written = io.BytesIO()
    fresh.save(written, "PNG", optimize=True)
    return CleanImage("png", written.getvalue(), *fresh.size)


def _unpacked(kind: type[ImageFile.ImageFile], data: bytes, side: int) -> Image.Image:
    """Unpack a picture, no larger than needed where its kind allows.

    Raises: TooManyPixels, OddShape, BrokenPicture.
    """
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # whatever another library has set it to
    try:
        with kind(io.BytesIO(data)) as opened:
            _check_size(*opened.size)
            opened.draft(None, (side, side))  # in its own colours
            return _in_colour(opened)
    except _BROKEN as error:
        raise BrokenPicture from error


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise TooManyPixels(values={"most": str(MOST_MEGAPIXELS)})
    if min(width, height) < 1:
        raise BrokenPicture
    if max(width, height) / min(width, height) > THINNEST:
        raise OddShape


def _in_colour(opened: Image.Image) -> Image.Image:
    """Give it in plain colours, see-through where it was."""
    opened.load()
    if opened.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off
        return opened.convert("I").point(lambda value: value * (1 / 256)).convert("RGB")
    see_through = opened.mode in ("LA", "PA", "RGBA", "La", "RGBa") or (
        "transparency" in opened.info
    )
    return opened.convert("RGBA" if see_through else "RGB")


def _check_seen(image: Image.Image) -> None:
    """Look at it on white paper.

    Raises: NothingToSee for one colour from edge to edge.
    """
    paper = image
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
    if paper.getcolors(1) is not None:
        raise NothingToSee
