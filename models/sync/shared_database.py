"""The link straight to the council's PostgreSQL: one kept connection, one turn for each call."""

import contextlib
import json
import selectors
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Any  # a request and its answer hold any JSON value

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from models.problems import N_, Problem
from models.sync import link
from models.sync.link_failures import problem_of
from models.sync.server_address import VERIFIED, ServerAddress, Tls, server_address
from models.sync.system_roots import system_roots

Connection = psycopg.Connection[tuple[Any, ...]]
CONNECT_SECONDS = 10
ANSWER_SECONDS = 60
LEAST_POSTGRES = 15
PROGRAM = "waymark"
_LOOK_EVERY_SECONDS = 0.05
_RESOLVE_SECONDS = 5  # a network's own time to find a name, on top of the connecting
_CALLS = {
    name: sql.SQL("SELECT waymark.{}(%s)").format(sql.Identifier(name)) for name in link.FUNCTIONS
}


class _Watched(psycopg.Connection[tuple[Any, ...]]):
    """A connection whose waiting ends when its watch says so, from whatever thread."""

    watch: Callable[[], None] | None = None

    def wait(
        self, gen: Any, interval: float = _LOOK_EVERY_SECONDS, timeout: float | None = None
    ) -> Any:  # what psycopg's own wait takes and gives
        """Wait as psycopg does, and look at the watch at each turn."""
        watched = _looking(gen, self.watch) if self.watch else gen
        return super().wait(watched, min(interval, _LOOK_EVERY_SECONDS), timeout)


def _looking(waiting: Any, look: Callable[[], None]) -> Generator[Any, Any, Any]:
    """Hand a wait of psycopg through; the look raises to end it."""
    try:
        state = next(waiting)
        while True:
            ready = yield state
            look()
            state = waiting.send(ready)
    except StopIteration as ended:
        return ended.value


class PgLink:
    """Calls the functions of the shared database as one person."""

    def __init__(self, url: str, login: str, password: str = "", tls: Tls = VERIFIED) -> None:
        self.address = server_address(url, tls)
        self.login = login or self.address.login
        self._password, self._tls = password, tls
        self._connection: _Watched | None = None
        self._cut = threading.Event()
        self._until = 0.0

    def call(self, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """Give the answer of one function.

        Raises: the Problems of models.sync.link, and nothing else.
        """
        connection = self._connected()
        self._until = time.monotonic() + ANSWER_SECONDS
        problem: Exception
        try:
            row = connection.execute(
                _CALLS[name], (Jsonb(dict(request), dumps=_dumps),)
            ).fetchone()
        except psycopg.Error as error:
            problem = problem_of(error)
        except (link.Stopped, link.NoAnswerInTime) as ended:
            problem = ended
        else:
            if row is not None and isinstance(row[0], dict):
                return row[0]
            problem = link.NotTheCouncil()
        if not isinstance(problem, link.ServerSaidNo):
            self.close()
        raise problem

    def connect(self) -> None:
        """Connect now, to know whether it can be done. Raises: as `call`."""
        self._connected()

    def __enter__(self) -> "PgLink":
        return self

    def __exit__(self, *_failure: object) -> None:
        self.close()

    def cut(self) -> None:
        """Stop whatever is under way, from any thread; this link is of no more use."""
        self._cut.set()

    def close(self) -> None:
        """Let go of the connection; the next call makes another."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _connected(self) -> _Watched:
        if self._cut.is_set():
            raise link.Stopped
        if self._connection is not None and not _is_alive(self._connection):
            self.close()
        if self._connection is None:
            settings = _settings(self.address, self.login, self._password, self._tls)
            self._connection = _open(settings, self._cut)
            self._connection.watch = self._look
        return self._connection

    def _look(self) -> None:
        if self._cut.is_set():
            raise link.Stopped
        if time.monotonic() > self._until:
            raise link.NoAnswerInTime


def connect_as_administrator(url: str, password: str = "", tls: Tls = VERIFIED) -> Connection:
    """Give an autocommit connection of whoever sets the shared database up and looks after it.

    Raises: BadAddress, PasswordInAddress, TlsNeeded, and the Problems of models.sync.link.
    """
    address = server_address(url, tls)
    return _open(_settings(address, address.login, password, tls), threading.Event())


class NotAdministered(Problem):
    """The server did not do what an administrator asked, for a reason that nobody foresaw."""

    what = N_("The database server refused that (code {code}).")
    kept = N_("Whatever was not finished has been taken back.")
    next = N_("Send the code, and what you asked for, to whoever looks after Waymark for you.")


def driver_version() -> int:
    """The version of the driver's own library, as 18."""
    return psycopg.pq.version() // 10_000


@contextlib.contextmanager
def administering(connection: Connection) -> Iterator[Connection]:
    """Hand an administrator's connection on and close it; what the server does is a Problem."""
    try:
        with connection:
            yield connection
    except psycopg.Error as error:
        problem, code = problem_of(error), error.sqlstate or ""
    else:
        return
    if code and not isinstance(problem, link.NoConnection):
        raise NotAdministered(values={"code": code})
    raise problem


def _settings(address: ServerAddress, login: str, password: str, tls: Tls) -> dict[str, Any]:
    named = {"user": login, "password": password}
    return {
        "host": address.host,
        "port": address.port,
        "dbname": address.database,
        **{name: value for name, value in named.items() if value},
        **_proof(tls),
        "application_name": PROGRAM,
        "client_encoding": "utf8",
        "gssencmode": "disable",
        "connect_timeout": CONNECT_SECONDS,
        "keepalives": 1,
        "keepalives_idle": 30,
        "keepalives_interval": 10,
        "keepalives_count": 3,
        "tcp_user_timeout": int(ANSWER_SECONDS * 1000),
    }


def _proof(tls: Tls) -> dict[str, str]:
    if not tls.verify:
        return {"sslmode": "disable"}
    root = tls.root or system_roots()
    if root is None or not root.is_file():
        raise link.NoRootCertificate
    return {
        "sslmode": "verify-full",
        "sslrootcert": str(root),
        "ssl_min_protocol_version": "TLSv1.2",
    }


class _Opening(threading.Thread):
    """Makes one connection aside, so that nobody must wait for it who no longer wants it."""

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(name="waymark-connecting", daemon=True)
        self.ended = threading.Event()
        self.made: _Watched | None = None
        self.problem: Exception | None = None
        self._settings = settings
        self._wanted, self._lock = True, threading.Lock()

    def run(self) -> None:
        """Connect, and let go again if nobody waits by then."""
        try:
            made = _Watched.connect(**self._settings, autocommit=True, prepare_threshold=None)
        except psycopg.Error as error:
            self.problem = problem_of(error)
        except Exception as failure:  # noqa: BLE001 - raised again where it is waited for
            self.problem = failure
        else:
            with self._lock:
                self.made = made
                if not self._wanted:
                    made.close()
        self.ended.set()

    def leave(self) -> None:
        """Want it no longer."""
        with self._lock:
            self._wanted = False
            if self.made is not None:
                self.made.close()


def _open(settings: dict[str, Any], cut: threading.Event) -> _Watched:
    opening = _Opening(settings)
    opening.start()
    until = time.monotonic() + CONNECT_SECONDS + _RESOLVE_SECONDS
    while not opening.ended.wait(_LOOK_EVERY_SECONDS):
        if cut.is_set() or time.monotonic() > until:
            opening.leave()
            raise link.Stopped if cut.is_set() else link.NoAnswerInTime
    opening.join()
    if opening.made is None:
        raise opening.problem or link.NoConnection()
    return _new_enough(opening.made)


def _new_enough(connection: _Watched) -> _Watched:
    found = connection.info.server_version // 10_000
    if found >= LEAST_POSTGRES:
        return connection
    connection.close()
    raise link.PostgresTooOld(values={"found": str(found), "least": str(LEAST_POSTGRES)})


def _is_alive(connection: _Watched) -> bool:
    """Whether a connection that lay unused is still whole, as far as can be seen from here."""
    if connection.closed:
        return False
    with selectors.DefaultSelector() as waiting:
        waiting.register(connection.fileno(), selectors.EVENT_READ)
        return not waiting.select(0)  # nothing is awaited: what comes is the server's good-bye


def _dumps(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode()
