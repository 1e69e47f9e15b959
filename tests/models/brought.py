"""Pictures that somebody might bring, good and bad, made while testing."""

import io
import struct
import zlib

from PIL import Image, ImageDraw

SVG_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
GOOD_SVG = f'{SVG_HEAD}<circle cx="32" cy="32" r="20" fill="#F0B400"/></svg>'.encode()


def picture(width: int = 80, height: int = 60, mode: str = "RGB") -> Image.Image:
    """Draw a red square in the upper left of a blue picture."""
    made = Image.new("RGB", (width, height), "#0044cc")
    ImageDraw.Draw(made).rectangle((0, 0, width // 3, height // 3), fill="#cc0000")
    return made.convert(mode)


def as_file(made: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Give a picture as the bytes of a file."""
    written = io.BytesIO()
    made.save(written, kind, **options)  # type: ignore[arg-type]
    return written.getvalue()


def jpeg_with_gps() -> bytes:
    """Give a photograph that lies on its side and says where and with what it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned to the right
    exif[0x010F] = "Camera of Sam"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 26.0)
    return as_file(picture(), "JPEG", exif=exif, comment=b"taken at Maple House")


def opened(data: bytes) -> Image.Image:
    """Read a picture that was given back."""
    with Image.open(io.BytesIO(data)) as found:
        found.load()
        return found


def png_that_says(width: int, height: int) -> bytes:
    """Give a small PNG file whose head says that it is as large as this."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(1_000))
    parts = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check
