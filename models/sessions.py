"""SQLAlchemy on the writing connection; loaded when something is first saved, not before."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

import models.every_record  # noqa: F401 - the gate must know every table
from models.encrypted_file import Driver
from models.hand import Hand
from models.locked import refuse_what_is_locked
from models.sync.changes import Noting, TypedNumber
from models.sync.sealing import seal_at_once
from models.typing_now import Place

# What was worked out for one record serves every other that this process opens: SQL is looked up
# by its statement and its dialect.
_STATEMENTS: Final[LRUCache[Any, Any]] = LRUCache(500)  # what is in it is SQLAlchemy's business
_DIALECTS: Final[dict[str, Dialect]] = {}


class Sessions:
    """Makes one session for each edit, all on the one connection that writes."""

    def __init__(self, connection: Driver, typed_number: TypedNumber) -> None:
        self._connection = connection
        self._engine = _engine(connection)
        event.listen(self._engine, "begin", _begin_to_write)
        self._noting = Noting(self._engine, typed_number)
        self._session = sessionmaker(self._engine, expire_on_commit=False)
        event.listen(self._session, "before_flush", refuse_what_is_locked)
        self._noting.watch(self._session)

    @property
    def changed_tables(self) -> frozenset[str]:
        """The tables that the last session wrote to."""
        return frozenset(self._noting.changed)

    def seal_what_is_signed(
        self, session: Session, at: datetime, is_typed: Callable[[str, str], bool]
    ) -> dict[Place, int]:
        """Seal the cases in which this edit signs or removes, so that it goes out as it was seen.

        Gives the places, and up to which number, where the journal has nothing left to save.
        """
        session.flush()
        if not self._noting.exact_cases:
            return {}
        hand = Hand(self._connection, at)
        seal_at_once(hand, self._noting.exact_cases, is_typed)
        self._noting.changed |= hand.changed
        return hand.settled

    def close(self) -> None:
        """Let the connection go; whoever opened it closes it."""
        self._engine.dispose()

    def begin(self, by: str, at: datetime) -> Session:
        """Begin an edit by this person at this moment; the file is theirs from now on."""
        session = self._session(info={"by": by, "at": at})
        self._noting.begin()
        try:
            session.connection()
        except BaseException:
            session.close()
            raise
        return session


def _engine(connection: Driver) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: connection,
        poolclass=StaticPool,
        module=dbapi2,
        hide_parameters=True,  # no typed text in an exception's message
        execution_options={"compiled_cache": _STATEMENTS},
    )
    if not _DIALECTS:
        engine.connect().close()  # the dialect asks the driver what it can do
    engine.dialect = _DIALECTS.setdefault(engine.name, engine.dialect)
    return engine


def _begin_to_write(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
