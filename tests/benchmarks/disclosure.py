"""The disclosure check: how fast it is, what it finds, and how often it is wrong.

Alone: `.venv/bin/python -m tests.benchmarks.disclosure`.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice, product

from letters import papers
from letters.disclosure.checking import check
from models.disclosure.matching import RESTRICTED, Sought, finder
from models.document_kind import DocumentKind
from models.protected import FactKind
from tests.benchmarks.timing import Figure, alone
from tests.letters import sheets
from tests.letters.disclosure.clean.papers import FACTS, PAPERS, clean_papers
from tests.letters.disclosure.planted.every import in_every_form, in_every_place, missed

MOST_MS, COUNT, PAGES = 100, 200, 8
_DECISIONS = 60
_HALVES = ("bra", "lin", "tor", "mel", "dun", "kes", "war", "fen", "hol", "cro", "wen", "pel")


def facts(count: int = COUNT) -> tuple[Sought, ...]:
    """So many facts, of five kinds in turn, none of which is in Sam's record."""
    names = (f"{a}{b}{c}".title() for a, b, c in product(_HALVES, repeat=3))
    return tuple(_fact(number, [next(names) for _ in range(4)]) for number in range(count))


def _fact(number: int, name: list[str]) -> Sought:
    one, two, three, four = name
    said = (
        (FactKind.NAME, f"{one} {two}"),
        (FactKind.ADDRESS, f"{number} {one} {two} Lane, {three}, QX{number % 10} 4ZZ"),
        (FactKind.PHONE, f"07700 9{number:05}"),
        (FactKind.SCHOOL, f"{one} {two} Primary School"),
        (RESTRICTED, f"{one} told {two} that {three} rang the police about {four} in June."),
    )
    kind, words = said[number % len(said)]
    return Sought(str(number), kind, words)


def figures(repeats: int) -> Iterator[Figure]:
    """A record of eight pages checked for one reader, as for the first time."""
    made = papers.paper(sheets.with_decisions(_DECISIONS), DocumentKind.MINUTES, sheets.DATED)
    if made.rendered.pages != PAGES:
        raise RuntimeError("the record has other pages than it should")
    secrets = facts()
    planted = (*secrets, Sought("there", FactKind.NAME, "Samir Oakenshaw"))

    def first() -> None:
        finder.cache_clear()
        if check(made.rendered.pdf, "pdf", "record.pdf", secrets):
            raise RuntimeError("something was found that is not there")

    def again() -> None:
        if not check(made.rendered.pdf, "pdf", "record.pdf", planted):
            raise RuntimeError("what is there was not found")

    what = f"disclosure check of {PAGES} pages against {COUNT} facts"
    yield alone(f"{what}, a new reader", first, MOST_MS, 3 * repeats)
    yield alone(f"{what}, with finds on each page", again, MOST_MS, 3 * repeats)


def show(papers_read: int = PAPERS) -> None:
    """Print how many of the planted disclosures are found, and the false alarms."""
    every = [*in_every_form(), *in_every_place()]
    lost = missed(iter(every))
    print(f"\nplanted disclosures found: {len(every) - len(lost)} of {len(every)}")
    alarms: Counter[str] = Counter()
    stopped = 0
    for paper in islice(clean_papers(), papers_read):
        hits = check(paper.data, "pdf", paper.name, FACTS)
        alarms.update(hit.kind for hit in hits)
        stopped += bool(hits)
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(alarms.items())) or "none"
    print(
        f"false alarms in {papers_read} clean papers against {len(FACTS)} facts: "
        f"{alarms.total()} ({told}), in {stopped} papers"
    )


if __name__ == "__main__":
    for figure in figures(9):
        print(figure.row())
    show()
