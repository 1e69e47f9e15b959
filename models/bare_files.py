"""Leaves nothing in the file of a photograph but what draws it, and says which way up it goes.

What cameras and programs write beside the picture (place, time, names, profiles, comments, later
pictures of a moving one) is not read at all, but for the one number that tells how it was held.
"""

import re
import struct
from collections.abc import Iterator
from typing import Final

from models.image_problems import BrokenPicture

UPRIGHT: Final = 1
PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
JPEG_SIGNATURE: Final = b"\xff\xd8\xff"
_PNG_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_SCAN, _END, _COMMENT, _EXIF, _ADOBE = 0xDA, 0xD9, 0xFE, 0xE1, 0xEE
_NEXT_MARK: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
MOST_SCANS: Final = 100
_ADDED: Final = frozenset({*range(0xE1, 0xF0), _COMMENT}) - {_ADOBE}
_BARE_MARKS: Final = frozenset({0x01, *range(0xD0, 0xD9)})
_EXIF_HEAD: Final = b"Exif\x00\x00"
_HELD: Final = 0x0112
_MOST_TAGS: Final = 500


def bare_png(data: bytes) -> tuple[bytes, int]:
    """Give a PNG with its picture alone, and how it was held, from 1 to 8.

    Raises: BrokenPicture if it ends before its end.
    """
    kept, held = [PNG_SIGNATURE], UPRIGHT
    for kind, content, whole in _chunks(data):
        if kind in _PNG_KEPT:
            kept.append(whole)
        elif kind == b"eXIf":
            held = _how_held(content)
    return b"".join(kept), held


def bare_jpeg(data: bytes) -> tuple[bytes, int]:
    """Give a JPEG with its picture alone, and how it was held, from 1 to 8.

    Raises: BrokenPicture if it is cut off before its picture.
    """
    kept, held = [data[:2]], UPRIGHT
    for mark, whole in _segments(data):
        if mark not in _ADDED:
            kept.append(whole)
        elif mark == _EXIF and whole[4:10] == _EXIF_HEAD:
            held = _how_held(whole[10:])
    return b"".join(kept), held


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    place = len(PNG_SIGNATURE)
    kind = b""
    while kind != b"IEND":
        length = int.from_bytes(data[place : place + 4], "big")
        end = place + length + 12
        if end > len(data):
            raise BrokenPicture
        kind = data[place + 4 : place + 8]
        yield kind, data[place + 8 : end - 4], data[place:end]
        place = end


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts up to the end of the first picture; what stands behind it is not given.

    A file that goes over the same picture again and again, to keep a reader busy, is broken.
    """
    place, scans = 2, 0
    while place < len(data):
        if data[place] != 0xFF or place + 2 > len(data):
            raise BrokenPicture
        mark = data[place + 1]
        end = _segment_end(data, place, mark)
        scans += mark == _SCAN
        if scans > MOST_SCANS:
            raise BrokenPicture
        if mark != 0xFF:  # which only fills up
            yield mark, data[place:end]
        if mark == _END:
            return
        place = end


def _segment_end(data: bytes, place: int, mark: int) -> int:
    if mark == 0xFF:
        return place + 1
    if mark in _BARE_MARKS or mark == _END:
        return place + 2
    length = int.from_bytes(data[place + 2 : place + 4], "big")
    if length < 2:
        raise BrokenPicture
    end = place + 2 + length
    if mark != _SCAN:
        return end
    found = _NEXT_MARK.search(data, end)
    return found.start() if found else len(data)


def _how_held(tiff: bytes) -> int:
    """Read one number of what a camera wrote; upright where it cannot be read.

    Source: CIPA DC-008 (Exif 2.32), 4.6.4, tag Orientation.
    """
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2], "")
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(min(count, _MOST_TAGS)):
            tag, kind, _count, value = struct.unpack_from(
                f"{order}HHIH", tiff, start + 2 + 12 * number
            )
            if tag == _HELD and kind == 3:
                return value if 1 <= value <= 8 else UPRIGHT
    except struct.error:
        return UPRIGHT
    return UPRIGHT
