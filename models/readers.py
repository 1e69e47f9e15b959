"""The connections for reading: one for each thread, opened when the thread first reads."""

import contextlib
import threading
from collections.abc import Callable, Iterator

from models.encrypted_file import Driver


class Reader:
    """One thread's connection; a read inside a read sees the same moment."""

    def __init__(self, connection: Driver) -> None:
        self._connection = connection
        self._lock = threading.RLock()
        self._depth = 0

    @contextlib.contextmanager
    def as_of_now(self) -> Iterator[Driver]:
        """Give the connection, on which nothing changes until this ends."""
        with self._lock:
            if self._depth == 0:
                self._connection.execute("BEGIN")
            self._depth += 1
            try:
                yield self._connection
            finally:
                self._depth -= 1
                if self._depth == 0:
                    self._connection.rollback()

    def close(self) -> None:
        """Close the connection when nobody is in the middle of a read."""
        with self._lock:
            self._connection.close()


class Readers:
    """Finds the reader of the thread that asks."""

    def __init__(self, connect: Callable[[], Driver]) -> None:
        self._connect = connect
        self._lock = threading.Lock()
        self._of_thread: dict[int, Reader] = {}

    def mine(self) -> Reader:
        """Give this thread's reader; a thread that ended leaves its own to the next."""
        with self._lock:
            me = threading.get_ident()
            if me not in self._of_thread:
                self._of_thread[me] = Reader(self._connect())
            return self._of_thread[me]

    def close(self) -> None:
        """Close them all."""
        with self._lock:
            for reader in self._of_thread.values():
                reader.close()
            self._of_thread.clear()
