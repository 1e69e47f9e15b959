"""The benchmarks of sharing run from end to end, and their slow link is as slow as it says."""

import re
import socket
import time
from pathlib import Path

import pytest

from tests.benchmarks import one_pack, sharing
from tests.benchmarks.sharing_table import BYTES, MS, Line, of_each_hundred
from tests.benchmarks.slow_link import BYTES_A_SECOND, TURN_SECONDS, SlowLink
from tests.postgres import PostgresServer

LINES = (
    "a day's work (105 rows), slow link",
    "a day's work, bytes",
    "a day's work, turns of its push",
    "a day's work, turns of the whole round",
    "a poll with nothing new, slow link",
    "a poll with nothing new, turns",
    "a poll with nothing new, bytes",
    "push of 20 small changes, slow link",
    "push of 20 small changes, bytes up",
    "push of 20 small changes, bytes of the answers",
    "push of 20 small changes, on the socket",
    "push of 20 small changes, of that the shared database",
    "pull of 20 stored, on the socket",
    "pull of 20 stored, of that the shared database",
    "pull of 20 stored, slow link",
    "pull of 20 stored, bytes",
    *["first sync"] * 6,
    *["3 laptops"] * 4,
    "a council's round among 4 councils",
    *["12 clients"] * 4,
)
ROW = re.compile(r"\| (.+?) \| [\d.,]+ [a-z ]+ \| .+? \| .+? \| .+? \| (met|not met|-) \|")
SURE = ("a day's work, turns of its push", "a poll with nothing new, turns",
        "a poll with nothing new, bytes")  # fmt: skip


@pytest.mark.slow
def test_a_quick_run_gives_a_line_for_each_figure(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    lines = list(sharing.lines(postgres, tmp_path, sharing.QUICK))
    assert len(lines) == len(LINES)
    assert all(line.what.startswith(what) for line, what in zip(lines, LINES, strict=True))
    assert all(ROW.fullmatch(line.row()) for line in lines)
    assert {line.what for line in lines if line.what in SURE and line.meets_aim} == set(SURE)


def test_the_slow_link_is_late_and_narrow_and_counts_what_goes_over_it() -> None:
    pack = bytes(50_000)
    took_ms, counted = one_pack.sent_over_slow_link(pack)
    assert took_ms / 1000 >= TURN_SECONDS + len(pack) / BYTES_A_SECOND
    assert counted.turns == 1
    assert (counted.up, counted.down) == (len(pack) + 4, len(b"ok") + 4)


def test_the_slow_link_hands_on_every_byte_both_ways_and_the_end_too() -> None:
    server = one_pack.PackServer(b"held")
    began = time.perf_counter()
    with (
        SlowLink(server.port, 0.02, 1e9) as slow,
        socket.create_connection(("127.0.0.1", slow.port)) as client,
    ):
        client.sendall(b"\0\0\0\1?")
        assert client.recv(8) == b"\0\0\0\4held"
        client.shutdown(socket.SHUT_WR)
        assert client.recv(1) == b""
        assert slow.counted.turns == 1
    assert time.perf_counter() - began >= 0.02
    server.close()


def test_a_line_says_what_was_aimed_at_and_whether_it_was_met() -> None:
    assert Line("a pack", 30, BYTES, 1.5, "one pack", 20).row() == (
        "| a pack | 30 bytes | one pack: 20 bytes | 1.50 | 1.5 times | met |"
    )
    assert Line("a push", 51.04, MS, 50).row() == (
        "| a push | 51.0 ms | - | - | 50.0 ms | not met |"
    )
    assert not Line("written", 9, "rows a second", 10, is_least=True).meets_aim
    assert of_each_hundred([float(n) for n in range(100)], 95) == 95
