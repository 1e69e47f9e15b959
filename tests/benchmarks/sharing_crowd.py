"""Many at once: a council's morning, a whole country's writes, and councils side by side."""

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Final

from tests.benchmarks.light_client import LightClient, SharedConnection, Times
from tests.benchmarks.sharing_ground import SEED, Ground
from tests.benchmarks.sharing_table import MS, ROWS, SECONDS, Line, of_each_hundred
from tests.sample import AUTHORITY

DAY: Final = 105
ROWS_OF_A_ROUND: Final = 17  # at 83 rounds a second 1,400 rows: ten times England's peak
AT_ONCE: Final = 8  # connections of the pool: a client waits for one that is free
ROWS_OF_A_COUNCIL: Final = 2000


@dataclass(frozen=True)
class Crowd:
    """How many of what: a quick run has few."""

    laptops: int
    minute_seconds: float
    clients: int
    seconds: float
    rate: float
    councils: int
    repeats: int


def lines(ground: Ground, crowd: Crowd) -> Iterator[Line]:
    """Every line of many at once."""
    yield from _morning(ground, crowd)
    yield from _councils(ground, crowd)
    yield from _country(ground, crowd)


def _morning(ground: Ground, crowd: Crowd) -> Iterator[Line]:
    """Laptops of one council: each hands in a day's work on a connection of its own."""
    clients = _clients(ground, crowd.laptops, DAY, "early", [AUTHORITY])
    every = [_connection(ground) for _ in clients]
    for client, over in zip(clients, every, strict=True):
        client.begin(over)
    chance = random.Random(SEED)
    starts = [chance.uniform(0, crowd.minute_seconds) for _ in clients]
    spread = _run(clients, every, starts)
    together = _run(clients, every, [0.0] * len(clients))
    for over in every:
        over.close()
    what = f"{len(clients)} laptops, a day's work each"
    pushes = of_each_hundred(spread.times.of["push"], 95)
    yield Line(f"{what}, in {crowd.minute_seconds:g} s, push, 95th in 100", pushes, MS, 50)
    yield Line(
        f"{what}, in {crowd.minute_seconds:g} s, longest round", spread.longest, SECONDS, 10
    )
    yield Line(f"{what}, all at once, all done", together.longest, SECONDS, 10)
    pushes = of_each_hundred(together.times.of["push"], 95)
    yield Line(f"{what}, all at once, push, 95th in 100", pushes, MS)


@dataclass
class _Ran:
    times: Times
    longest: float = 0.0


def _run(
    clients: Sequence[LightClient], every: Sequence[SharedConnection], starts: Sequence[float]
) -> _Ran:
    ran = _Ran(Times())
    began = time.perf_counter()

    def one(client: LightClient, over: SharedConnection, start: float) -> None:
        time.sleep(max(0.0, began + start - time.perf_counter()))
        client.share(over, ran.times)
        ran.longest = max(ran.longest, time.perf_counter() - began - start)

    _in_threads([partial(one, *each) for each in zip(clients, every, starts, strict=True)])
    return ran


def _country(ground: Ground, crowd: Crowd) -> Iterator[Line]:
    """So many clients of all councils, at ten times the writes that all of England makes."""
    numbers = [AUTHORITY, *range(1, crowd.councils)]
    clients = _clients(ground, crowd.clients, ROWS_OF_A_ROUND, "client", numbers)
    over = [_connection(ground) for _ in range(AT_ONCE)]
    _in_threads([partial(_begin, clients[place::AT_ONCE], one) for place, one in enumerate(over)])
    random.Random(SEED).shuffle(clients)
    rounds = round(crowd.rate * crowd.seconds)
    turn, lock, times, late = iter(range(rounds)), threading.Lock(), Times(), [0.0]
    began = time.perf_counter()

    def serve(one: SharedConnection) -> None:
        while True:
            with lock:
                place = next(turn, None)
            if place is None:
                return
            due = began + place / crowd.rate
            time.sleep(max(0.0, due - time.perf_counter()))
            clients[place % len(clients)].share(one, times)
            late.append(time.perf_counter() - due)

    _in_threads([partial(serve, one) for one in over])
    took = time.perf_counter() - began
    for one in over:
        one.close()
    what = f"{len(clients):,} clients, {crowd.seconds:g} s, ten times England's writes"
    yield Line(f"{what}, push, 95th in 100", of_each_hundred(times.of["push"], 95), MS, 100)
    yield Line(f"{what}, any call, 95th in 100", of_each_hundred(times.every, 95), MS, 100)
    yield Line(f"{what}, round, 95th in 100", of_each_hundred(late, 95) * 1000, MS)
    wanted = crowd.rate * ROWS_OF_A_ROUND
    yield Line(
        f"{what}, written", rounds * ROWS_OF_A_ROUND / took, ROWS, wanted * 0.95, is_least=True
    )


def _begin(clients: Sequence[LightClient], over: SharedConnection) -> None:
    for client in clients:
        client.begin(over)


def _councils(ground: Ground, crowd: Crowd) -> Iterator[Line]:
    """The same council's round before the others are there, and after."""
    client = _clients(ground, 1, 20, "steady", [AUTHORITY])[0]
    over = _connection(ground)
    client.begin(over)
    _fill(ground, AUTHORITY, client)
    before = _rounds(client, over, crowd.repeats)
    for number in range(1, crowd.councils):
        ground.council.second_council(number, f"Council {number}")
    _copy_rows(ground, crowd.councils)
    after = _rounds(client, over, crowd.repeats)
    over.close()
    what = f"a council's round among {crowd.councils} councils"
    yield Line(what, after, MS, 1.2, "alone", before)


def _rounds(client: LightClient, over: SharedConnection, repeats: int) -> float:
    found = []
    for _ in range(repeats):
        times = Times()
        client.share(over, times)
        found.append(sum(times.every))
    return median(found)


def _fill(ground: Ground, authority: int, client: LightClient) -> None:
    over = _connection(ground)
    for _ in range(ROWS_OF_A_COUNCIL // 20):
        client.share(over, Times())
    over.close()


def _copy_rows(ground: Ground, councils: int) -> None:
    """Give every other council the same rows, changes and cases under its own number."""
    admin = ground.council.admin
    for table in ("row", "change", "child_case", "access"):
        columns = ground.council.one(
            "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute"
            " WHERE attrelid = %s::regclass AND attnum > 1 AND NOT attisdropped",
            f"waymark.{table}",
        )
        admin.execute(
            f"INSERT INTO waymark.{table} (authority_id, {columns}) SELECT n, {columns}"  # noqa: S608 - our own names
            f" FROM waymark.{table} CROSS JOIN generate_series(1, {councils - 1}) AS n"
            f" WHERE authority_id = {AUTHORITY} ON CONFLICT DO NOTHING".encode()
        )
    admin.execute(
        "UPDATE waymark.clock SET seq = (SELECT c.seq FROM waymark.clock c"
        " WHERE c.authority_id = %s)",
        (AUTHORITY,),
    )
    admin.execute("ANALYZE")


def _clients(
    ground: Ground, how_many: int, at_once: int, name: str, councils: Sequence[int]
) -> list[LightClient]:
    """People of these councils in turn, with a laptop each."""
    made = []
    for place in range(how_many):
        login = f"{name}{place}"
        person = ground.council.person(login, "iro", councils[place % len(councils)])
        made.append(LightClient(person.login, SEED + place, at_once))
    return made


def _connection(ground: Ground) -> SharedConnection:
    return SharedConnection(ground.council.server, ground.council.database)


def _in_threads(acts: Sequence[Callable[[], None]]) -> None:
    """Do all at the same time; a failure of one is a failure."""
    failures: list[BaseException] = []

    def guarded(act: Callable[[], None]) -> None:
        try:
            act()
        except BaseException as failure:  # noqa: BLE001 - raised again below
            failures.append(failure)

    threads = [threading.Thread(target=guarded, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
