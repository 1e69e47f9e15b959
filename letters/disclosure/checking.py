"""The disclosure check: one finished file against what its reader must not find in it."""

from collections.abc import Sequence
from dataclasses import replace

from letters.disclosure.codes import code_places
from letters.disclosure.extracting import extract
from letters.disclosure.finding import find
from letters.disclosure.hit import Hit
from letters.disclosure.looked_for import Secret
from letters.disclosure.window import in_window


def check(
    data: bytes,
    media: str,
    file_name: str,
    secrets: tuple[Secret, ...],
    *,
    codes: tuple[str, ...] = (),
    address_lines: Sequence[str] | None = None,
) -> tuple[Hit, ...]:
    """Everything in a file ("pdf", "docx", "eml", "ics") that stops it from going.

    `codes` are what its square codes open (codes.drawn_codes). `address_lines` is what shows in
    the window of its envelope; None for a file that is not posted in one.
    """
    read = extract(data, media, file_name)
    read = replace(read, other=(*read.other, *code_places(codes)))
    hits = find(read, secrets)
    return hits if address_lines is None else (*hits, *in_window(read, address_lines))
