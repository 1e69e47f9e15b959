"""The envelope sheet: in the window the reader's name and address, and nothing else ever."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from letters.looks.envelope import ALWAYS_SEEN, KEPT_EMPTY, MAY_BE_SEEN, AddressDoesNotFit, Box
from letters.out.envelope import (
    AddressSheet,
    NoAddress,
    address_lines,
    address_sheet,
    shows_whole,
    window_test_sheet,
)
from letters.out.window import DL, WindowEnvelope
from tests.letters.reading import MILLIMETRE, faults, page_texts, whole_text

C5 = WindowEnvelope(229, 162, 148.5, 24, 60, 102, 38)
SHEET = AddressSheet(
    "Jo Brambleden", "Amberley\n2 Fuller’s Row\nLittle Wren\nwr07fr", "Wrenshire County Council",
    "Children’s reviewing service", "County Hall\nWren Street\nWR1 1AA", 3, 12,
)  # fmt: skip


def words_within(pdf: bytes, box: Box) -> str:
    """Give every character that is drawn at least in part within a box of the first page."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        height = page.get_height()
        left, right = (value * MILLIMETRE for value in (box.left, box.right))
        top, bottom = (height - value * MILLIMETRE for value in (box.top, box.bottom))
        text = page.get_textpage()
        found = []
        for at in range(text.count_chars()):
            one = text.get_charbox(at)
            if one[0] < right and one[2] > left and one[1] < top and one[3] > bottom:
                found.append(text.get_text_range(at, 1))
        return " ".join("".join(found).split())


@pytest.mark.parametrize("envelope", [DL, C5])
def test_the_window_shows_the_name_and_the_address_and_nothing_else(
    envelope: WindowEnvelope,
) -> None:
    pdf = address_sheet(SHEET, envelope)
    told = "Jo Brambleden Amberley 2 Fuller’s Row Little Wren WR0 7FR"
    for box in (envelope.always_seen, envelope.may_be_seen, envelope.kept_empty):
        assert words_within(pdf, box) == told
    whole = whole_text(pdf)
    assert "County Hall, Wren Street, WR1 1AA" in whole and "Private and personal" in whole
    assert "Set 3 of 12" in whole
    assert len(page_texts(pdf)) == 1


@pytest.mark.parametrize("envelope", [DL, C5])
def test_all_of_it_is_seen_wherever_the_sheet_has_slid(envelope: WindowEnvelope) -> None:
    seen = envelope.always_seen
    inside = Box(seen.left + 0.5, seen.top + 0.5, seen.right - 0.5, seen.bottom - 0.5)
    sheet = address_sheet(SHEET, envelope)
    assert words_within(sheet, inside) == words_within(sheet, envelope.kept_empty)


def test_the_measures_of_the_usual_envelope_are_those_of_the_letter() -> None:
    assert (DL.always_seen, DL.may_be_seen) == (ALWAYS_SEEN, MAY_BE_SEEN)
    assert DL.kept_empty == KEPT_EMPTY
    assert DL.folds == (99, 198) and C5.folds == (148.5,)
    assert DL.is_usable and C5.is_usable
    assert not replace(DL, window_wide=30).is_usable
    assert not replace(DL, folded_high=148.5).is_usable


def test_there_is_no_return_address_where_none_is_set() -> None:
    assert "send it back" not in whole_text(address_sheet(replace(SHEET, return_address=" ")))


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("2 Fuller’s Row, Little Wren, WR0 7FR", ("2 Fuller’s Row", "Little Wren", "WR0 7FR")),
        ("2 Fuller’s Row,\r\nLittle Wren wr07fr.", ("2 Fuller’s Row", "Little Wren", "WR0 7FR")),
        ("Amberley\n\n  Little   Wren ;", ("Amberley", "Little Wren")),
    ],
)
def test_an_address_stands_as_the_post_asks(address: str, lines: tuple[str, ...]) -> None:
    assert address_lines("Jo Brambleden,", address) == ("Jo Brambleden", *lines)


def test_what_does_not_show_whole_is_said_and_never_made_smaller() -> None:
    six = replace(SHEET, address="One\nTwo\nThree\nFour\nFive")
    wide = replace(SHEET, name="Anastasia-Wilhelmina Featherstonehaugh-Cholmondeley of Wren")
    for sheet in (six, wide):
        assert not shows_whole(sheet.name, sheet.address)
        with pytest.raises(AddressDoesNotFit):
            address_sheet(sheet)
    with pytest.raises(NoAddress):
        address_sheet(replace(SHEET, address=" "))
    assert shows_whole(SHEET.name, SHEET.address)


def test_the_sheet_and_the_test_sheet_can_be_read_aloud(tmp_path: Path) -> None:
    assert faults(address_sheet(SHEET), tmp_path) == []
    assert faults(window_test_sheet(C5), tmp_path) == []
    assert "always shows this" in whole_text(window_test_sheet(C5))
