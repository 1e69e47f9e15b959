"""Makes and checks every reader's copy away from the window, one after the other."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from letters.copies import PaperCopyWords
from letters.engine.pace import paced
from letters.releasing import CheckedCopy, ready_copy
from models.problems import N_, Problem
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet
from ui.meeting.meeting import Meeting
from ui.send.copies_words import KINDS

PAUSE_MS: Final = 120


class NotMade(Problem):
    """A fault of the program stopped a copy from being made; the fault itself is told once."""

    what = N_("This copy could not be made.")
    kept = N_("Everything you wrote is safe, and nothing was sent.")
    next = N_("Change what stands in it, or report the fault.")


Key = tuple[str, str]  # the reader's key and the kind of paper


@dataclass(frozen=True)
class Order:
    """What is to be made: for whom, which paper, after which earlier copy, and why again."""

    reader: Reader
    kind: str
    before: PaperCopyWords | None = None
    reason: str = ""
    settled: tuple[object, ...] = ()  # what was settled for this reader alone

    @property
    def key(self) -> Key:
        """Whose copy of what."""
        return self.reader.key, self.kind


Maker = Callable[[ReviewSheet, Order], CheckedCopy]


class CopiesMaking(QObject):
    """`made` tells of each copy as it comes; while one is made again the last one stands."""

    made = Signal(str, str)
    at_rest = Signal()

    def __init__(self, meeting: Meeting, make: Maker | None = None) -> None:
        super().__init__(meeting)
        self._meeting = meeting
        self._make = make or self._ready
        self.results: dict[Key, CheckedCopy | Problem] = {}
        self._orders: dict[Key, Order] = {}
        self._made_of: dict[Key, tuple[int, Order]] = {}
        self._common: ReviewSheet | None = None
        self._turn = 0
        self._first = ""
        self._working: tuple[int, Order] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._next)

    @property
    def is_at_rest(self) -> bool:
        """Whether every copy that is wanted is made of the record as it stands."""
        return self._working is None and not self._waiting()

    def want(self, orders: Sequence[Order], first: str = "") -> None:
        """Make these copies, beginning with those of the reader `first`; no others are kept."""
        common = common_to_all(self._meeting.sheet)
        if common != self._common:
            self._common, self._turn = common, self._turn + 1
        self._orders = {order.key: order for order in orders}
        self._first = first or self._first
        self.results = {key: made for key, made in self.results.items() if key in self._orders}
        self._pause.start()

    def prefer(self, reader_key: str) -> None:
        """Make this reader's copies before the others."""
        self._first = reader_key

    def is_fresh(self, key: Key) -> bool:
        """Whether this copy is made of the record as it stands now."""
        order = self._orders.get(key)
        return order is not None and self._made_of.get(key) == (self._turn, order)

    def copy(self, key: Key) -> CheckedCopy | None:
        """The copy as last made; none before, or where it could not be made."""
        found = self.results.get(key)
        return found if isinstance(found, CheckedCopy) else None

    def trouble(self, key: Key) -> Problem | None:
        """Why this copy could not be made."""
        found = self.results.get(key)
        return found if isinstance(found, Problem) else None

    def _waiting(self) -> list[Order]:
        stale = [each for key, each in self._orders.items() if not self.is_fresh(key)]
        return sorted(stale, key=lambda each: (each.reader.key != self._first, _rank(each)))

    def _next(self) -> None:
        if self._working is not None:
            return
        waiting = self._waiting()
        if not waiting:
            self.at_rest.emit()
            return
        sheet, order = self._meeting.sheet, waiting[0]
        self._working = (self._turn, order)
        background, make = self._meeting.desk.background, self._make

        def work() -> CheckedCopy:
            with paced(background.pace.breathe):
                return make(sheet, order)

        background.run(work, self._take, self._fail)

    def _take(self, made: CheckedCopy | Problem) -> None:
        working, self._working = self._working, None
        if working is None:
            return
        key = working[1].key
        if key in self._orders:
            self.results[key] = made
            self._made_of[key] = working
            self.made.emit(*key)
        self._next()

    def _fail(self, failure: Exception) -> None:
        if isinstance(failure, Problem):
            self._take(failure)
            return
        self._take(NotMade())
        raise failure

    def _ready(self, sheet: ReviewSheet, order: Order) -> CheckedCopy:
        desk = self._meeting.desk
        return ready_copy(
            sheet, order.kind, order.reader, desk.today(), desk.calendar,
            before=order.before, reason=order.reason,
        )  # fmt: skip


def digest_of(copy: CheckedCopy) -> str:
    """A mark of what a copy says and what was found in it: the same while that is the same."""
    found = "|".join(hit.key for hit in copy.hits)
    said = f"{copy.format}|{copy.made.rendered.pages}|{found}|{copy.made.words}"
    return hashlib.sha256(said.encode()).hexdigest()


def common_to_all(sheet: ReviewSheet) -> ReviewSheet:
    """The sheet without what was settled for single readers: a change of that makes one copy."""
    return replace(sheet, recipients=(), disclosure_answers=())


def orders_for(
    sheet: ReviewSheet,
    readers: Sequence[Reader],
    before: Mapping[Key, PaperCopyWords],
    why_again: str,
) -> list[Order]:
    """What is to be made for these readers: each paper that each of them gets."""
    return [
        Order(
            reader, kind, before.get((reader.key, kind)),
            why_again if (reader.key, kind) in before else "", _settled(sheet, reader, kind),
        )
        for reader in readers
        for kind in KINDS
        if reader.gets(kind)
    ]  # fmt: skip


def _settled(sheet: ReviewSheet, reader: Reader, kind: str) -> tuple[object, ...]:
    """What was answered for this copy; the file tells what everybody gets."""
    answers = tuple(
        each for each in sheet.disclosure_answers
        if (each.reader, each.document) == (reader.key, kind)
    )  # fmt: skip
    return (*answers, *sheet.recipients) if reader.is_file else answers


def _rank(order: Order) -> tuple[bool, int]:
    """The file's copy comes first of the others: it says where everything stands."""
    return not order.reader.is_file, KINDS.index(order.kind)
