"""Every planted disclosure as a real file: kinds, forms and places."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from letters.disclosure.checking import check
from letters.disclosure.hit import Hit
from tests.letters.disclosure.planted.facts import FACTS
from tests.letters.disclosure.planted.file import PlantedFile
from tests.letters.disclosure.planted.in_our_papers import IN_OUR_PAPERS
from tests.letters.disclosure.planted.in_word_files import IN_OTHER_FILES
from tests.letters.disclosure.planted.on_drawn_pages import ON_DRAWN_PAGES
from tests.letters.disclosure.planted.on_own_pages import ON_OWN_PAGES, short
from tests.letters.disclosure.planted.texts import planted_texts

SECRETS = tuple(FACTS.values())
PLAIN: Mapping[str, str] = {
    "home": "14 Mill Pond Lane, Ashcombe",
    "mobile": "07700 900123",
    "mother": "Carys Larkhollow",
    "school": "St Mary’s Primary School",
    "mail": "carys.larkhollow@example.org",
}
"""Facts in plain words, for every place that a file has."""
_FEW = ("home", "mobile", "mother")
PLACES: Mapping[str, Callable[[str], PlantedFile]] = {
    **ON_OWN_PAGES, **ON_DRAWN_PAGES, **IN_OTHER_FILES, **IN_OUR_PAPERS,
}  # fmt: skip


@dataclass(frozen=True)
class Disclosure:
    """One fact in some words in one place of one file."""

    fact: str
    place: str
    words: str

    def made(self) -> PlantedFile:
        """The file."""
        return short(self.words) if self.place == "short" else PLACES[self.place](self.words)


def in_every_place() -> Iterator[Disclosure]:
    """Each fact in plain words in each place; some of them in Word files and e-mails."""
    for place in PLACES:
        facts = _FEW if place in IN_OTHER_FILES or place in IN_OUR_PAPERS else PLAIN
        yield from (Disclosure(fact, place, PLAIN[fact]) for fact in facts)


def in_every_form() -> Iterator[Disclosure]:
    """Each line of the table on a page."""
    for planted in planted_texts():
        yield Disclosure(planted.fact, "short", planted.words)


def hits_of(disclosure: Disclosure) -> tuple[PlantedFile, tuple[Hit, ...]]:
    """The file, and what the check says of this fact."""
    made = disclosure.made()
    found = check(made.data, made.media, made.name, SECRETS, codes=made.codes)
    return made, tuple(hit for hit in found if hit.secret_key == disclosure.fact)


def missed(disclosures: Iterator[Disclosure]) -> list[Disclosure]:
    """Those that are not found, or not on their page, or without a frame there."""
    return [each for each in disclosures if not _is_found(each)]


def _is_found(disclosure: Disclosure) -> bool:
    made, hits = hits_of(disclosure)
    if made.page is None:
        return bool(hits)
    return any(hit.page == made.page and hit.boxes for hit in hits)
