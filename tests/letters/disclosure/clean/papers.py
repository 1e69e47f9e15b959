"""A hundred real papers with nothing in them that their reader must not find."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from letters import papers
from models.disclosure.matching import OTHER_CHILD, RESTRICTED, Sought
from models.document_kind import DocumentKind
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.on_sheet import decision, note

_FILE = Path(__file__).with_name("sentences.txt")
_BANDS = ("A", "B", "C", "D", "E")
_COLUMNS = ("going_well", "worried", "next")
PAPERS = 100

FACTS: tuple[Sought, ...] = (
    Sought("grace", "name", "Grace Hill"),
    Sought("mark", "name", "Mark Young"),
    Sought("hope", "name", "Hope Church", ("Hopey",)),
    Sought("may", "name", "May Green"),
    Sought("rose", "name", "Rose Park"),
    Sought("will", "name", "Will Brown"),
    Sought("mother", "name", "Angharad Trevelloe", ("Annie",)),
    Sought("adopter", "name", "Ravi Chandrasekaran"),
    Sought("bill", "name", "Bill Wells"),
    Sought("joy", "name", "Joy Summers"),
    Sought("church-road", "address", "27 Church Road, Kestrel Green, KG2 4PT"),
    Sought("high-street", "address", "Flat 2, 5 High Street, Kestrel Green, KG1 1AA"),
    Sought("cottage", "address", "The Old Mill, Station Road, Wells, WL4 9QS"),
    Sought("new-home", "address", "118 Pennywell Crescent, Kestrel Green, KG7 3DD"),
    Sought("mobile", "phone", "07700 900456"),
    Sought("telephone", "phone", "01632 960331"),
    Sought("mail", "email", "angharad.t@example.net"),
    Sought("school", "school", "St Mary’s C of E Primary School"),
    Sought("hill-school", "school", "Hill View School"),
    Sought("nursery", "school", "Little Acorns Nursery"),
    Sought("town", "place", "Wells"),
    Sought("area", "place", "Kestrel Green"),
    Sought("refuge", "refuge", "Hope House, Trevelloe Lane, Kestrel Green"),
    Sought("plate", "other", "KG19 XWT"),
    Sought("hospital", RESTRICTED, "Angharad was sectioned in June and is in the Larch ward."),
    Sought("police", RESTRICTED, "A neighbour rang the police about shouting on two nights."),
    Sought("court", RESTRICTED, "Counsel advises that the application will be opposed."),
    Sought("debts", RESTRICTED, "He owes money to a lender who came to the door."),
    Sought("hiv", RESTRICTED, "She takes tablets each day for a condition of the blood."),
    Sought("joy-field", OTHER_CHILD, "Joy Field"),
    Sought("april", OTHER_CHILD, "April Marsh"),
    Sought("jude", OTHER_CHILD, "Jude Winter"),
)
"""Facts of another family, many of them spelled like words of every day."""


@dataclass(frozen=True)
class CleanPaper:
    """One finished paper and its name."""

    data: bytes
    name: str


def sentences() -> tuple[str, ...]:
    """What is said in these papers."""
    return tuple(_FILE.read_text(encoding="utf-8").splitlines())


def clean_papers(count: int = PAPERS) -> Iterator[CleanPaper]:
    """Minutes, letters and decisions in turn, each with other sentences in it."""
    kinds = (DocumentKind.MINUTES, DocumentKind.LETTER, DocumentKind.LETTER,
             DocumentKind.DECISIONS)  # fmt: skip
    for number in range(count):
        kind = kinds[number % len(kinds)]
        made = papers.paper(_sheet(number), kind, sheets.DATED)
        yield CleanPaper(made.rendered.pdf, f"{kind.value}-{number:04}.pdf")


def _sheet(number: int) -> ReviewSheet:
    """Sam's review with twelve other notes and some other decisions."""
    said = sentences()
    chosen = [said[(number * 7 + step) % len(said)] for step in range(16)]
    notes = tuple(
        note(f"n-{at}", _COLUMNS[at % len(_COLUMNS)], words, said_by="Jo", position=at)
        for at, words in enumerate(chosen[:12])
    )
    decided = tuple(
        decision(at, words.rstrip(".?"), "Samir Oakenshaw", sheets.DATED, person_id="p-samir")
        for at, words in enumerate(chosen[12:], 1)
    )
    sheet = sheets.full(notes=notes, decisions=decided, iro_view=" ".join(chosen[:3]))
    letter = replace(sheet.making.letter, band=_BANDS[number % len(_BANDS)])
    return replace(sheet, making=replace(sheet.making, letter=letter))
