"""A print run: the sets of many children planned and made ready for the printer, one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from letters import decisions_sheet
from letters.out.print_run import Sender, plan, set_pdf
from letters.pdf import render
from letters.wording import wording
from models.sending_queue import CopyLine, CopyState, Group, QueueLine
from tests.benchmarks.timing import Figure, once_ms
from tests.letters import sheets
from tests.letters.papers_expected import letter, record

MOST_MS_A_SET = 20
KINDS = ("minutes", "letter", "decisions")
SENDER = Sender("Wrenshire County Council", "Children’s reviewing service", "County Hall\nWR1 1AA")


@dataclass(frozen=True)
class _Ground:
    """The queue, and the pages of every copy in it."""

    queue: tuple[QueueLine, ...]
    pages: dict[str, bytes]


def figures(sets: int) -> Iterator[Figure]:
    """How long the whole run takes: envelope sheet, letter, decisions and record for each."""
    ground, made = _ground(sets), []

    def run() -> None:
        planned = plan(ground.queue)
        for one in planned.sets:
            pages = {each: ground.pages[each] for each in one.copy_ids}
            made.append(set_pdf(one, pages, SENDER, len(planned.sets)).sheets)

    took = once_ms(run)
    if len(made) != sets or any(each[0].kind != "address" for each in made):
        raise RuntimeError("the run did not hold every set with its envelope sheet")
    yield Figure(f"print run of {sets} sets by post", took, "", None, MOST_MS_A_SET * sets)


def _ground(sets: int) -> _Ground:
    sheet = sheets.full()
    papers = {
        "letter": letter(sheet),
        "minutes": record(sheet),
        "decisions": decisions_sheet.compose(sheet, wording(), sheets.DATED),
    }
    pages = {kind: render(paper).pdf for kind, paper in papers.items()}
    queue = tuple(_line(number) for number in range(sets))
    copies = (copy for line in queue for copy in line.copies)
    return _Ground(queue, {copy.id: pages[copy.kind] for copy in copies})


def _line(number: int) -> QueueLine:
    child = f"child-{number}"
    copies = tuple(_copy(child, number, kind) for kind in KINDS)
    return QueueLine(
        child, child, child, f"Child {number}", "Child", 3, None, "", copies, None, Group.LATER
    )


def _copy(child: str, number: int, kind: str) -> CopyLine:
    home = f"{number + 1} Fuller’s Row\nLittle Wren\nWR0 7FR"
    return CopyLine(
        id=f"{child}-{kind}", case_id=child, review_id=child, reader="carer",
        reader_name=f"Jo Brambleden {number}", role="carer", kind=kind, format="pdf", version=1,
        language="en-GB", way="post", address=home, email="", due_on=date(2026, 11, 30),
        wanted=0, released_at=datetime(2026, 11, 20, tzinfo=UTC), released_by="iro", digest="",
        maker="iro", is_here=True, releaser="", state=CopyState.TO_PRINT, where_to=home,
    )  # fmt: skip
