"""From a composed document to PDF bytes, the same bytes every time."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from letters.decisions_pages import decisions_pages
from letters.decisions_sheet import DecisionsSheet
from letters.engine import BuiltPdf, LaidPages, Place, lay_out
from letters.letter import Letter
from letters.looks.look import Look
from letters.looks.looks import look_of
from letters.looks.two_languages_look import ALONE, pages_in_two_languages
from letters.looks.type_scale import Room
from letters.minutes_form import Minutes
from letters.minutes_pages import minutes_design, minutes_elements
from letters.paragraph import Source
from letters.properties import properties_of
from letters.setting import places_of
from models.problems import N_, Problem


class LetterHasGaps(Problem):
    """A letter that still lacks something was to be made final."""

    what = N_("This letter still lacks something, so it cannot be given out.")
    kept = N_("Everything you wrote is safe.")
    next = N_("Fill each gap that the letter shows, then try again.")


@dataclass(frozen=True)
class Rendered:
    """A document as pages: its bytes, how many pages, and where each source's words stand."""

    pdf: bytes
    pages: int
    places: Mapping[Source, tuple[Place, ...]] = field(default_factory=dict)


def render(document: Letter | Minutes | DecisionsSheet, *, draft: bool = False) -> Rendered:
    """Set a letter, minutes or decisions on pages; a draft shows each gap in its place.

    Raises: LetterHasGaps if a letter that is no draft lacks something; AddressDoesNotFit if
    its address does not show whole in the window of an envelope; TooManyDecisions.
    """
    if isinstance(document, DecisionsSheet):
        pages = decisions_pages(document, is_draft=draft)
        return _rendered(pages.write(*properties_of(document), document.dated))
    if isinstance(document, Minutes):
        return _rendered(_minutes(document, is_draft=draft))
    if document.missing and not draft:
        raise LetterHasGaps
    return _rendered(_letter(document, is_draft=draft))


def _letter(letter: Letter, *, is_draft: bool) -> BuiltPdf:
    """The letter on its pages, in one language or two."""
    if letter.other is not None and letter.arrangement == ALONE:
        return _letter(letter.other, is_draft=is_draft)
    if letter.other is not None:
        pages = pages_in_two_languages(letter, is_draft=is_draft)
        return pages.write(*properties_of(letter), letter.dated)
    look = look_of(letter)
    most = look.most_pages
    if most is None:
        pages = _fewest(look, is_draft=is_draft)
    else:
        pages = _fitted(look, most, is_draft=is_draft)
    return pages.write(*properties_of(letter), letter.dated)


def _fitted(look: Look, most: int, *, is_draft: bool) -> LaidPages:
    """The pages with as much room as keeps them from being too many; else as few as can be."""

    @cache
    def pages(room: Room) -> LaidPages:
        return _letter_pages(look, room, is_draft=is_draft)

    usual = pages(Room.USUAL)
    enough, rooms = most, look.rooms
    if usual.page_count <= most:
        enough, rooms = usual.page_count - 1, look.rooms_to_save_a_page
    if not rooms:
        return usual
    fewest = max(enough, pages(rooms[-1]).page_count)
    ways = (Room.USUAL, *rooms)
    roomiest = bisect_left(ways, True, key=lambda room: pages(room).page_count <= fewest)
    return pages(ways[roomiest])


def _fewest(look: Look, *, is_draft: bool) -> LaidPages:
    """Large print as it should be, or with less room between its parts where that saves a page."""
    usual, less = (
        _letter_pages(look, room, is_draft=is_draft) for room in (Room.USUAL, Room.SNUG)
    )
    return less if less.page_count < usual.page_count else usual


def _letter_pages(look: Look, room: Room, *, is_draft: bool) -> LaidPages:
    letter = look.letter
    return lay_out(
        look.elements(is_draft=is_draft, room=room),
        look.design(is_draft=is_draft),
        letter.language,
        right_to_left=letter.right_to_left,
    )


def _minutes(minutes: Minutes, *, is_draft: bool) -> BuiltPdf:
    pages = lay_out(
        minutes_elements(minutes, is_draft=is_draft),
        minutes_design(minutes, is_draft=is_draft),
        minutes.language,
        right_to_left=minutes.right_to_left,
    )
    return pages.write(*properties_of(minutes), minutes.dated)


def _rendered(built: BuiltPdf) -> Rendered:
    return Rendered(built.bytes, built.page_count, places_of(built.places))
