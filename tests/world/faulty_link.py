"""A way to the council on which messages are lost, doubled, late and out of order, by a seed."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from models.problems import Problem
from models.sync.link import ConnectionLost, Link

PAGE: Final = 4
_LOST_BEFORE, _LOST_AFTER, _DOUBLED, _DELAYED, _TOO_OLD = 0.05, 0.05, 0.04, 0.04, 0.01


@dataclass
class Figures:
    """What was lived through."""

    histories: int = 0
    steps: int = 0
    calls: int = 0
    cuts: int = 0
    crashes: int = 0
    texts: int = 0
    conflicts: int = 0
    held: int = 0
    refused: int = 0
    restores: int = 0
    images: int = 0
    clones: int = 0
    signings: int = 0
    purges: int = 0

    def add(self, other: "Figures") -> None:
        """Count another history in."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


@dataclass
class FaultyLink:
    """Calls through a kept connection; `meanwhile` is what the person does during each call."""

    link: Link
    random: Random
    figures: Figures
    meanwhile: Callable[[], None]
    heard: Callable[[str, Mapping[str, Any], Mapping[str, Any]], None]
    roughness: float = 1.0
    is_calm: bool = False
    late: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)

    def call(self, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """Ask, with whatever befalls the question or the answer."""
        request = dict(request)
        if "limit" in request:
            request["limit"] = PAGE
        self.meanwhile()
        if not self.is_calm:
            self._befall_question(name, request)
        answer = self._ask(name, request)
        self.heard(name, request, answer)
        self.meanwhile()
        if not self.is_calm:
            self._befall_answer(name, request)
            if name == "hello" and self._is_hit(_TOO_OLD):
                return {"error": "too_old", "protocol": [2, 2], "schema": [2, 2]}
        return answer

    def cut(self) -> None:
        """Nothing is under way in one thread."""

    def close(self) -> None:
        """The connection is kept for the next history."""

    def deliver_late(self) -> None:
        """Hand over what was on its way all the time; nobody waits for the answer."""
        while self.late:
            name, request = self.late.pop(self.random.randrange(len(self.late)))
            with suppress(Problem):
                self.heard(name, request, self._ask(name, request))

    def _befall_question(self, name: str, request: Mapping[str, Any]) -> None:
        if self.late and self.random.random() < 0.3:
            self.deliver_late()
        if self._is_hit(_LOST_BEFORE):
            self._cut()
        if name in ("push", "receipt", "park") and self._is_hit(_DELAYED):
            self.late.append((name, request))
            self._cut()

    def _befall_answer(self, name: str, request: Mapping[str, Any]) -> None:
        if self._is_hit(_DOUBLED):
            self.heard(name, request, self._ask(name, request))
        if self._is_hit(_DOUBLED) and name == "push":
            self.late.append((name, request))
        if self._is_hit(_LOST_AFTER):
            self._cut()

    def _is_hit(self, chance: float) -> bool:
        return self.random.random() < chance * self.roughness

    def _cut(self) -> None:
        self.figures.cuts += 1
        raise ConnectionLost

    def _ask(self, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
        self.figures.calls += 1
        return self.link.call(name, request)
