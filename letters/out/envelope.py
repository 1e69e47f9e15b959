"""The sheet that shows one reader's address in the window of an envelope, and nothing else there.

Millimetres from the top left corner of the sheet. Source: design reference 6.2.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from letters.engine import (
    Element,
    Family,
    Frame,
    Furniture,
    PageDesign,
    Text,
    TextStyle,
    build,
    family,
)
from letters.engine.elements import Laid, Setting
from letters.engine.pen import Pen
from letters.engine.structure import Node
from letters.looks.envelope import FOLD_COLOUR, FOLD_TICK_MM, Box, address_text, fits
from letters.out.window import DL, WindowEnvelope
from letters.page import INK, MUTED, mm
from letters.wording import SOURCE_LANGUAGE, wording
from models.problems import N_, Problem

_FACE = "Atkinson Hyperlegible Next"
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})$", re.IGNORECASE)
_AT_ENDS = " \t,.;"
_ADDRESS_IN_MM, _UNDER_FOLD_MM, _MARGIN_MM, _WIDE_MM = (2.0, 1.0), 12.0, 20.0, 170.0
_FOOT_MM, _LABEL_MM = 275.0, 6.0
_TINTS = ("#FBE9E1", "#FFF0BF", "#DFECEE")
_WHOLE_PAGE = Frame(0, 297, 0, 0)
_NO_DAY = date(2000, 1, 1)


class NoAddress(Problem):
    """Something is to go by post to somebody whose address is not there."""

    what = N_("There is no address for this person, so nothing can be posted to them.")
    kept = N_("The copy is safe and is still waiting to be sent.")
    next = N_("Put the address on the child's page, or choose another way to send it.")


@dataclass(frozen=True)
class AddressSheet:
    """What stands on the sheet; under the fold who it is from, and which set of the run it is."""

    name: str = field(repr=False)
    address: str = field(repr=False)
    council: str
    service: str = ""
    return_address: str = ""
    number: int = 1
    of: int = 1


def address_lines(name: str, address: str) -> tuple[str, ...]:
    """The lines in the window: the name first, the postcode last, no punctuation at line ends."""
    typed = address.replace("\r", "\n").split("\n")
    if len([each for each in typed if each.strip()]) == 1:
        typed = address.split(",")
    lines = [each.strip(_AT_ENDS) for each in typed]
    lines = [" ".join(each.split()) for each in (name.strip(_AT_ENDS), *lines) if each]
    found = _POSTCODE.search(lines[-1]) if len(lines) > 1 else None
    if found is None:
        return tuple(lines)
    before = lines[-1][: found.start()].strip(_AT_ENDS)
    postcode = f"{found[1]} {found[2]}".upper()
    return (*lines[:-1], *((before,) if before else ()), postcode)


def shows_whole(name: str, address: str, envelope: WindowEnvelope = DL) -> bool:
    """Whether an address shows whole in the window, in type that can be read."""
    return fits(address_lines(name, address), family(_FACE), _address_box(envelope))


def address_sheet(sheet: AddressSheet, envelope: WindowEnvelope = DL) -> bytes:
    """The sheet as a page of its own.

    Raises: NoAddress; AddressDoesNotFit if it does not show whole in the window.
    """
    if not sheet.address.strip() or not sheet.name.strip():
        raise NoAddress
    lines = address_lines(sheet.name, sheet.address)
    box = _address_box(envelope)
    shown = address_text(lines, family(_FACE), is_draft=False, box=box)
    places = [_At(shown, box), *_under_fold(sheet, envelope)]
    title = wording().say(N_("Address sheet"))
    return _page(places, envelope, title, sheet.service or sheet.council, is_test=False)


def window_test_sheet(envelope: WindowEnvelope) -> bytes:
    """A sheet that draws what the window shows, to fold and to try with a real envelope."""
    say, style = wording().say, _style(10, 13, MUTED)
    clear = envelope.kept_empty
    above = Box(clear.left, clear.top - _LABEL_MM, clear.right, clear.top)
    boxes = (
        (N_("Nothing else may stand here"), above),
        (N_("The window may show this"), envelope.may_be_seen),
        (N_("The window always shows this"), envelope.always_seen),
    )
    places = [_At(Text(say(words), style, align="left"), box) for words, box in boxes]
    how = N_("Fold at the marks and look: the innermost box must be whole in the window.")
    down = (*envelope.folds, 0.0)[0] + _UNDER_FOLD_MM
    places.append(_At(Text(say(how), _style(12, 18)), _across(down)))
    return _page(places, envelope, say(N_("Test sheet for an envelope")), "", is_test=True)


@dataclass(frozen=True)
class _At:
    """An element at a fixed place."""

    element: Element
    box: Box


@dataclass(frozen=True)
class _Placed(Element):
    """Elements at fixed places of a page; they fill it."""

    places: Sequence[_At]

    def lay(self, width: float, setting: Setting) -> Laid:  # noqa: ARG002  # each has its own
        """Lay each out as wide as its place."""
        laid = [
            (each.element.lay(mm(each.box.right - each.box.left), setting), each.box)
            for each in self.places
        ]
        return _LaidAtPlaces(laid)


class _LaidAtPlaces(Laid):
    def __init__(self, laid: Sequence[tuple[Laid, Box]]) -> None:
        self._laid = laid
        self.height = mm(_WHOLE_PAGE.bottom_mm) - 1

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        for each, box in self._laid:
            each.draw(pen, left + mm(box.left), top + mm(box.top), parent)


def _page(
    places: Sequence[_At], envelope: WindowEnvelope, title: str, author: str, *, is_test: bool
) -> bytes:
    boxes = (envelope.kept_empty, envelope.may_be_seen, envelope.always_seen)

    def furniture(page: Furniture) -> None:
        for down in envelope.folds:
            page.tick(0, down, FOLD_TICK_MM, FOLD_COLOUR)
        for box, tint in zip(boxes, _TINTS, strict=True) if is_test else ():
            page.rectangle(box.left, box.top, box.right - box.left, box.bottom - box.top, tint)

    design = PageDesign(_WHOLE_PAGE, _WHOLE_PAGE, furniture)
    return build([_Placed(places)], design, title, SOURCE_LANGUAGE, author, _NO_DAY).bytes


def _address_box(envelope: WindowEnvelope) -> Box:
    seen = envelope.always_seen
    return Box(seen.left + _ADDRESS_IN_MM[0], seen.top + _ADDRESS_IN_MM[1], *seen[2:])


def _under_fold(sheet: AddressSheet, envelope: WindowEnvelope) -> list[_At]:
    """What the folded sheet hides: that it is private, who sends it, and where it goes back to."""
    say = wording().say
    lines: list[tuple[str, TextStyle]] = [
        (say(N_("Private and personal")), _style(14, 20, bold=True)),
        (sheet.council, _style(12, 17, bold=True)),
        (sheet.service, _style(12, 17)),
    ]
    back = ", ".join(filter(None, (each.strip() for each in sheet.return_address.splitlines())))
    if back:
        told = N_("If this came to the wrong place, please send it back, unread, to: {address}")
        lines.append((say(told, address=back), _style(12, 17)))
    down = (*envelope.folds, envelope.folded_high)[0] + _UNDER_FOLD_MM
    places: list[_At] = []
    for words, style in lines:
        if words.strip():
            text = Text(words, style, align="left")
            places.append(_At(text, _across(down)))
            down += text.lay(mm(_WIDE_MM), Setting(SOURCE_LANGUAGE)).height / mm(1) + 1.5
    which = say(N_("Set {number} of {count}"), number=sheet.number, count=sheet.of)
    return [*places, _At(Text(which, _style(10, 14, MUTED), align="right"), _across(_FOOT_MM))]


def _across(down_mm: float) -> Box:
    return Box(_MARGIN_MM, down_mm, _MARGIN_MM + _WIDE_MM, _WHOLE_PAGE.bottom_mm)


def _style(size_pt: float, line_pt: float, colour: str = INK, *, bold: bool = False) -> TextStyle:
    face: Family = family(_FACE)
    return TextStyle(face, size_pt, line_pt, colour=colour, bold=bold)
