"""One history: a seed decides who does what, what befalls each message, and when power goes."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final
from unittest import mock

from models.problems import Problem
from models.sync import arriving, first_fetch
from models.sync.link import NoConnection, ServerTooNew
from models.sync.restored import OlderCopy
from tests.laptop import Crash
from tests.world import acts, checks, disasters, writing
from tests.world.faulty_link import Figures
from tests.world.ground import BEGINS, PEOPLE, Ground, ids_from
from tests.world.laptops import Laptop
from tests.world.on_laptops import sees_only_what_was_given
from tests.world.the_book import Book

STEPS: Final = 26
FEW_STEPS: Final = 10  # of a short history, in which more goes wrong at each step
KINDS: Final = ("plain", "moves", "server", "image", "clone")
SWEEPS: Final = 6
_EXPECTED: Final = (NoConnection, ServerTooNew)


class Broken(AssertionError):
    """Something that may never be was found; the words say what, and where it was last seen."""


@dataclass
class World:
    """Everything of one history."""

    ground: Ground
    seed: int
    steps: int = STEPS
    kind: str = ""  # plain, moves, server, image or clone; the seed decides where it is empty
    watch: str = ""  # a mark to look for after every step
    at: datetime = BEGINS
    step: int = 0
    book: Book = field(default_factory=Book)
    figures: Figures = field(default_factory=Figures)
    laptops: list[Laptop] = field(default_factory=list)
    images: dict[str, tuple[Path, int]] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    is_typing: bool = False
    is_calm: bool = False
    recovery: disasters.Recovery | None = None
    newer: dict[str, str] = field(default_factory=dict)  # row: what a newer program wrote there
    newer_n: int = 0

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self.people, self.roles = self.ground.people, dict(PEOPLE)
        drawn = self.random.choices(KINDS, (30, 30, 20, 10, 10))[0]
        self.kind = self.kind or drawn
        self.roughness = max(1.0, min(2.0, STEPS / self.steps))
        self.folder = self.ground.folder / "now"
        self.hot = self.random.choice(self.ground.children)  # most of it is about this child

    def live(self) -> Figures:
        """Live through it, look at what is left, and tell the figures. Raises: Broken."""
        self.ground.begin()
        shutil.rmtree(self.folder, ignore_errors=True)
        try:
            with ids_from(Random(self.seed)), _little_is_counted(self.seed):
                self._live()
        finally:
            for laptop in self.laptops:
                laptop.close()
        self.figures.histories = 1
        return self.figures

    def say(self, words: str) -> None:
        """Write the story of this history down."""
        self.said.append(f"{self.step:3} {words}")

    def add_laptop(self, name: str, login: str, folder: Path) -> Laptop:
        """Put one more laptop into the world."""
        laptop = Laptop(self, name, login, folder)
        self.laptops.append(laptop)
        return laptop

    def of(self, login: str) -> list[Laptop]:
        """The laptops of this person."""
        return [laptop for laptop in self.laptops if laptop.login == login]

    def meanwhile(self, laptop: Laptop) -> None:
        """What the person does while their laptop waits for an answer."""
        if self.is_calm or self.is_typing or self.random.random() > 0.25:
            return
        self.is_typing = True
        try:
            writing.type_meanwhile(self, laptop)
        finally:
            self.is_typing = False

    def heard(
        self, laptop: Laptop, name: str, request: Mapping[str, Any], answer: Mapping[str, Any]
    ) -> None:
        """Note what the council answered, whether or not the laptop hears it."""
        sees_only_what_was_given(laptop, name, answer)
        if name == "hello" and answer.get("cases"):
            had = self.book.had.setdefault(laptop.person, set())
            had |= {case[0] for case in answer["cases"]}
        if name == "push":
            rows = {op["op"] for op in request["ops"] if op["kind"] == "row"}
            for result in answer.get("results", ()):
                self.figures.conflicts += result["status"] == "conflict"
                self.figures.held += result["status"] == "held"
                self.figures.refused += result["status"] == "refused"
                if result["status"] in ("held", "refused") and result["op"] in rows:
                    self.book.not_taken_in.add(result["op"])
                if result["status"] == "held" and result["op"] in rows:
                    self.book.held[result["op"]] = laptop.person

    def cut_short(self, laptop: Laptop, problem: Problem) -> None:
        """A round ended early: by the network, or by something that may never be."""
        if isinstance(problem, _EXPECTED):
            return
        if isinstance(problem, OlderCopy) and self.recovery is not None:
            return
        raise Broken(f"{laptop.name}: a round ended with {type(problem).__name__} {problem}"
                     f" {problem.values}") from problem  # fmt: skip

    def _live(self) -> None:
        for login in self._whose_laptops():
            folder = self.ground.laptop_folder(login, self.folder / login)
            self.add_laptop(login, login, folder)
        for laptop in list(self.laptops):
            told = laptop.all("SELECT case_id FROM shared_case")
            self.book.had[laptop.person] = {case for (case,) in told}
        for step in range(1, self.steps + 1):
            self.step = step
            self.at += timedelta(minutes=self.random.choice((1, 5, 60, 600)))
            self._one_step()
            if self.watch:
                checks.look_for(self, self.watch)
        self.step += 1
        self._come_to_rest()
        checks.everything(self)

    def _whose_laptops(self) -> list[str]:
        """Four laptops; in a short history in which nothing changes hands, three."""
        all_four = [login for login, _role in PEOPLE]
        if self.steps <= FEW_STEPS and self.kind != "moves":
            all_four.remove(self.random.choice(("nadia", "mara")))
        return all_four

    def _one_step(self) -> None:
        laptop = self.random.choice(self.laptops)
        act = acts.choose(self)
        self.say(f"{laptop.name}: {act.__name__}")
        self.figures.steps += 1
        try:
            act(self, laptop)
        except Crash:
            self.figures.crashes += 1
            laptop.die()
            laptop._unfuse()

    def _come_to_rest(self) -> None:
        """The network is up, nobody types, and every laptop shares until nothing moves."""
        self.is_calm = True
        for laptop in self.laptops:
            laptop.let_go()
            laptop.link.is_calm = True
            laptop.link.deliver_late()
        if self.recovery is not None:
            disasters.end_recovery(self)
        at_rest: dict[str, Any] = {}  # laptop: where all stood when a round of it moved nothing
        for _sweep in range(SWEEPS):
            for laptop in self.laptops:
                before = self._where(laptop)
                if at_rest.get(laptop.name) == before:
                    continue
                report = laptop.share()
                at_rest[laptop.name] = before if report and not report.purge_waits else None
                if self.watch:
                    checks.look_for(self, self.watch)
            if all(at_rest[each.name] == self._where(each) for each in self.laptops):
                return
        raise Broken(f"after {SWEEPS} rounds of every laptop something still moves")

    def _where(self, laptop: Laptop) -> list[Any]:
        return [
            self.ground.council.one("SELECT seq FROM waymark.clock"),
            *laptop.all("SELECT (SELECT count(*) FROM outbox WHERE state = 'sealed'),"
                        " json_extract(value, '$.cursor', '$.device', '$.cases_hash', '$.state')"
                        " FROM laptop_fact WHERE name = 'sharing'"),
        ]  # fmt: skip


@contextmanager
def _little_is_counted(seed: int) -> Iterator[None]:
    """Work the next days out again in one history of twenty only: it takes half of the time."""
    if seed % 20 == 3:
        yield
        return
    with (
        mock.patch.object(arriving, "recount_owed"),
        mock.patch.object(first_fetch, "recount_owed"),
    ):
        yield
