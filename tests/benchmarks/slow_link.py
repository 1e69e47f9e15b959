"""A slow way to a server of this computer: late, narrow, and every byte and turn of it counted."""

import asyncio
import contextlib
import threading
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Final, Self

TURN_SECONDS: Final = 0.050  # there and back
BYTES_A_SECOND: Final = 2_000_000 / 8
_AT_ONCE: Final = 4096


@dataclass
class Counted:
    """What went over the way: bytes up and down, and how often an answer was waited for."""

    up: int = 0
    down: int = 0
    turns: int = 0
    _is_asking: bool = False

    @property
    def bytes(self) -> int:
        """All that went over, both ways."""
        return self.up + self.down

    def count(self, length: int, *, is_up: bool) -> None:
        """Take note of bytes that came in at one end."""
        if is_up:
            self.turns += not self._is_asking
            self.up += length
        else:
            self.down += length
        self._is_asking = is_up


class SlowLink:
    """Stands between a client and a server; `port` is where the client goes.

    Each direction holds so many bytes a second, and each byte is half a turn on its way.
    """

    def __init__(
        self, to_port: int, turn_seconds: float = TURN_SECONDS, rate: float = BYTES_A_SECOND
    ) -> None:
        self._counted = Counted()
        self.port = 0
        self._to, self._half, self._rate = to_port, turn_seconds / 2, rate
        self._loop = asyncio.new_event_loop()
        self._ends: list[asyncio.StreamWriter] = []
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="slow-link", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def begin_again(self) -> None:
        """Count from nothing from now on."""
        self._counted = Counted()

    @property
    def counted(self) -> Counted:
        """What went over so far; what goes over later is not added to it."""
        return replace(self._counted)

    def _run(self) -> None:
        self._loop.run_until_complete(self._listen())
        self._loop.run_forever()
        self._loop.run_until_complete(self._end())
        self._loop.close()

    async def _end(self) -> None:
        """Let go of everybody who is still connected."""
        self._server.close()
        under_way = asyncio.all_tasks() - {asyncio.current_task()}
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        for each in self._ends:
            each.transport.abort()
        await asyncio.sleep(0)

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", 0, limit=_AT_ONCE)
        self.port = self._server.sockets[0].getsockname()[1]
        self._ready.set()

    async def _meet(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        far, to = await asyncio.open_connection("127.0.0.1", self._to, limit=_AT_ONCE)
        self._ends += [back, to]
        with contextlib.suppress(asyncio.CancelledError):  # the link is let go of
            await asyncio.gather(
                self._carry(near, to, is_up=True), self._carry(far, back, is_up=False)
            )

    async def _carry(
        self, come: asyncio.StreamReader, go: asyncio.StreamWriter, *, is_up: bool
    ) -> None:
        """Carry one direction: a piece leaves when those before it have, and is late by half."""
        on_the_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivering = self._loop.create_task(self._deliver(on_the_way, go))
        free = 0.0
        try:
            while piece := await come.read(_AT_ONCE):
                self._counted.count(len(piece), is_up=is_up)
                free = max(free, self._loop.time()) + len(piece) / self._rate
                on_the_way.put_nowait((free + self._half, piece))
                await asyncio.sleep(max(0.0, free - self._loop.time()))
        except ConnectionError:
            pass
        on_the_way.put_nowait((free + self._half, b""))
        await delivering

    async def _deliver(
        self, on_the_way: asyncio.Queue[tuple[float, bytes]], go: asyncio.StreamWriter
    ) -> None:
        while True:
            at, piece = await on_the_way.get()
            await asyncio.sleep(max(0.0, at - self._loop.time()))
            if not piece:
                go.close()
                return
            go.write(piece)
