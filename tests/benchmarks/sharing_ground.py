"""What the figures of sharing stand on: a server that waits for its disk, people, laptops."""

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final  # Any: JSON

from models.record import new_id
from models.sync.exchange import Exchange
from models.sync.round import Progress, RoundReport
from models.sync.server_address import WITHOUT_TLS
from models.sync.shared_database import PgLink
from tests import laptop, sample, source
from tests.benchmarks.slow_link import BYTES_A_SECOND, TURN_SECONDS, SlowLink
from tests.laptop import Laptop
from tests.postgres import PostgresServer
from tests.sample import Sample
from tests.shared_council import SharedCouncil

SETTINGS: Final = ("shared_buffers=512MB", "max_connections=200", "max_wal_size=4GB")
"""The server's own settings but for memory: what is accepted is on its disk."""
SEED: Final = 20261121


@dataclass
class Ground:
    """One council on one server, and where its laptops keep their records."""

    folder: Path
    council: SharedCouncil
    _made: int = field(default=0)

    @property
    def port(self) -> int:
        """Where the server listens."""
        return self.council.server.port

    def new_folder(self) -> Path:
        """Give a folder for one more laptop."""
        self._made += 1
        return self.folder / f"laptop-{self._made}"

    def filled(self, login: str) -> tuple[Laptop, Sample]:
        """A laptop with Sam's whole review on it, joined and shared."""
        made, family = laptop.with_sam(self.council, login, self.new_folder())
        sample.write_whole_review(made.database, family)
        made.round()
        return made, family

    def empty(self, login: str) -> Laptop:
        """A laptop with nothing on it yet."""
        return laptop.empty(self.council, login, self.new_folder())

    @contextmanager
    def over_slow_link(
        self, its: Laptop, turn: float = TURN_SECONDS, rate: float = BYTES_A_SECOND
    ) -> Iterator[SlowLink]:
        """Let this laptop reach its council over a slow way for a while; connected already."""
        before = its.link.link
        login = self.council.people[_login_of(self.council, its.person)].login
        with SlowLink(self.port, turn, rate) as slow:
            url = f"postgresql://127.0.0.1:{slow.port}/{self.council.database}"
            with PgLink(url, login, "", WITHOUT_TLS) as link:
                link.connect()
                its.link.link = link
                slow.begin_again()
                yield slow
        its.link.link = before


def _login_of(council: SharedCouncil, person: str) -> str:
    return next(login for login, each in council.people.items() if each.id == person)


@contextmanager
def server() -> Iterator[PostgresServer]:
    """A server, for as long as it is needed."""
    running = PostgresServer(SETTINGS)
    try:
        yield running
    finally:
        running.stop()


@contextmanager
def ground(running: PostgresServer, folder: Path) -> Iterator[Ground]:
    """A council on a server, for as long as it is needed."""
    made = SharedCouncil(running)
    made.person("nadia")
    yield Ground(folder, made)
    made.close()


def share(its: Laptop, progress: Progress | None = None) -> RoundReport:
    """One round; with somebody to tell how far it is, if wanted."""
    if progress is None:
        return its.round()
    return Exchange(its.database, its.link, its.now, sample.calendar()).round(progress)


@cache
def _words() -> tuple[str, ...]:
    text = (source.ROOT / "README.md").read_text(encoding="utf-8")
    return tuple(re.findall(r"[a-z]{2,}", text))


def sentence(chance: random.Random, length: int = 90) -> str:
    """Invented words about as long as what people write in a box."""
    words = ""
    while len(words) < length:
        words += chance.choice(_words()) + " "
    return words.strip().capitalize() + "."


def note_ops(
    chance: random.Random, case: str, review: str, how_many: int, at: str
) -> list[dict[str, Any]]:
    """New notes in a review, as a laptop seals them."""
    return [
        {
            "op": new_id(), "kind": "row", "table": "note", "id": new_id(), "case": case,
            "set": {
                "review_id": review, "step": "A4", "column": ("going_well", "worry")[place % 2],
                "life_area": "home", "words": sentence(chance), "position": place,
            },
            "base": {}, "seen": 0, "at": at,
        }
        for place in range(how_many)
    ]  # fmt: skip
