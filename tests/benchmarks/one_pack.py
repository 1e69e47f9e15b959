"""The peers of sharing: the same work as one compressed pack, and as a binary COPY."""

import json
import socket
import socketserver
import struct
import threading
import time
import uuid
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final  # Any: JSON

import psycopg
from psycopg.types.json import Jsonb

from tests.benchmarks.slow_link import Counted, SlowLink

_LENGTH: Final = struct.Struct(">I")


def pack_of(work: Any) -> bytes:
    """The same work as the shortest text of JSON, compressed."""
    text = json.dumps(work, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), 6)


class PackServer:
    """Takes packs and says that it has them, or gives the one that it holds."""

    def __init__(self, holds: bytes = b"") -> None:
        class _Answers(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                while (asked := _take(self.request)) is not None:
                    _give(self.request, holds if asked == b"?" else b"ok")

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Answers)
        self._server.daemon_threads = True
        self.port = int(self._server.server_address[1])
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()


def sent_over_slow_link(pack: bytes) -> tuple[float, Counted]:
    """Milliseconds and bytes of one pack handed over on a kept connection of the slow link."""
    with _connected(b"") as (client, slow):
        slow.begin_again()
        began = time.perf_counter()
        _give(client, pack)
        _take(client)
        return (time.perf_counter() - began) * 1000, slow.counted


def fetched_over_slow_link(pack: bytes) -> tuple[float, Counted]:
    """Milliseconds and bytes of one pack fetched on a kept connection of the slow link."""
    with _connected(pack) as (client, slow):
        slow.begin_again()
        began = time.perf_counter()
        _give(client, b"?")
        _take(client)
        return (time.perf_counter() - began) * 1000, slow.counted


def binary_copy_ms(admin: psycopg.Connection[Any], rows: Sequence[Mapping[str, Any]]) -> float:
    """Milliseconds of the bare rows by binary COPY into a bare table of the same server."""
    admin.execute("CREATE TABLE IF NOT EXISTS public.bare (id uuid PRIMARY KEY, data jsonb)")
    admin.execute("TRUNCATE public.bare")
    bare = [(uuid.UUID(row["id"]), Jsonb(row["set"])) for row in rows]
    began = time.perf_counter()
    words = "COPY public.bare (id, data) FROM STDIN (FORMAT BINARY)"
    with admin.cursor() as cursor, cursor.copy(words) as copy:
        copy.set_types(["uuid", "jsonb"])
        for row in bare:
            copy.write_row(row)
    return (time.perf_counter() - began) * 1000


@contextmanager
def _connected(holds: bytes) -> Iterator[tuple[socket.socket, SlowLink]]:
    server = PackServer(holds)
    try:
        with (
            SlowLink(server.port) as slow,
            socket.create_connection(("127.0.0.1", slow.port)) as client,
        ):
            _give(client, b".")
            _take(client)  # the connection is made, and was used
            yield client, slow
    finally:
        server.close()


def _give(to: socket.socket, pack: bytes) -> None:
    to.sendall(_LENGTH.pack(len(pack)) + pack)


def _take(come: socket.socket) -> bytes | None:
    length = _exactly(come, _LENGTH.size)
    return None if length is None else _exactly(come, _LENGTH.unpack(length)[0])


def _exactly(come: socket.socket, wanted: int) -> bytes | None:
    got = bytearray()
    while len(got) < wanted:
        piece = come.recv(wanted - len(got))
        if not piece:
            return None
        got += piece
    return bytes(got)
