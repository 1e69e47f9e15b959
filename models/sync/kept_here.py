"""What sharing keeps on this laptop: sealed batches, what has come, and what was set aside."""

from datetime import datetime
from typing import Any  # JSON columns hold any JSON value

from sqlalchemy import JSON, Boolean, Index, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.record import ID_LENGTH, MergeRule, Moment, Record

_HERE = {"merge": MergeRule.DERIVED}


class SealedBatch(Record):
    """What one person did on this laptop, sealed: sent as it stands, never changed again.

    `place` is the order of sealing. `device_id` and `n` are the counter that the shared database
    checks. `payload` is the batch as compressed JSON. `seq` is known once it is acknowledged;
    acknowledged batches stay, so that a shared database that was restored can be filled again.
    """

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_state", "state", "place"),)

    place: Mapped[int] = mapped_column(Integer, primary_key=True, info=_HERE)
    device_id: Mapped[str] = mapped_column(String(ID_LENGTH), info=_HERE)
    n: Mapped[int] = mapped_column(Integer, info=_HERE)
    payload: Mapped[bytes] = mapped_column(LargeBinary, info=_HERE)
    sealed_at: Mapped[datetime] = mapped_column(Moment, info=_HERE)
    state: Mapped[str] = mapped_column(String(12), default="sealed", info=_HERE)
    seq: Mapped[int | None] = mapped_column(Integer, info=_HERE)
    acknowledged_at: Mapped[datetime | None] = mapped_column(Moment, info=_HERE)


class ArrivedRow(Record):
    """A row that has come and is not yet in its table: pages wait here until all are there."""

    __tablename__ = "stage"
    __table_args__ = (Index("ix_stage_order", "seq", "row_id"),)

    row_id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, info=_HERE)
    seq: Mapped[int] = mapped_column(Integer, info=_HERE)
    case_id: Mapped[str] = mapped_column(String(ID_LENGTH), index=True, info=_HERE)
    body: Mapped[dict[str, Any]] = mapped_column(JSON, info=_HERE)


class HeldWork(Record):
    """Work that the shared database may not put into the record; its author can read it here.

    `fields` maps each field to the words that were sent. `why` is a key of models.sync.held.
    """

    __tablename__ = "held_work"

    op_id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, info=_HERE)
    case_id: Mapped[str] = mapped_column(String(ID_LENGTH), info=_HERE)
    child_called: Mapped[str] = mapped_column(String(200), default="", info=_HERE)
    table_name: Mapped[str] = mapped_column(String(40), info=_HERE)
    row_id: Mapped[str] = mapped_column(String(ID_LENGTH), info=_HERE)
    fields: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, info=_HERE)
    why: Mapped[str] = mapped_column(String(40), default="", info=_HERE)
    at: Mapped[datetime] = mapped_column(Moment, info=_HERE)
    author_id: Mapped[str] = mapped_column(String(ID_LENGTH), default="", info=_HERE)
    state: Mapped[str] = mapped_column(String(12), default="held", info=_HERE)


class Arrival(Record):
    """One line of what came in, for the page that tells it: ids only, no words.

    `kind` is came, joined (both sides changed the row and it merged), or set_aside.
    """

    __tablename__ = "arrival"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, info=_HERE)
    at: Mapped[datetime] = mapped_column(Moment, index=True, info=_HERE)
    kind: Mapped[str] = mapped_column(String(12), info=_HERE)
    case_id: Mapped[str] = mapped_column(String(ID_LENGTH), info=_HERE)
    table_name: Mapped[str] = mapped_column(String(40), info=_HERE)
    row_id: Mapped[str] = mapped_column(String(ID_LENGTH), info=_HERE)
    by_id: Mapped[str] = mapped_column(String(ID_LENGTH), default="", info=_HERE)
    fields: Mapped[list[str]] = mapped_column(JSON, default=list, info=_HERE)


class SharedCase(Record):
    """One child whose record the shared database gives this person, and how much has come.

    `kind` is why: allocated, cover, panel, business_support, manager or break_glass. `has` is
    nothing, newest or whole; `after` is where a first fetch stopped: [seq, id].
    """

    __tablename__ = "shared_case"

    case_id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, info=_HERE)
    kind: Mapped[str] = mapped_column(String(20), default="", info=_HERE)
    granted_seq: Mapped[int] = mapped_column(Integer, default=0, info=_HERE)
    until: Mapped[datetime | None] = mapped_column(Moment, info=_HERE)
    restricted: Mapped[bool] = mapped_column(Boolean, default=False, info=_HERE)
    has: Mapped[str] = mapped_column(String(10), default="nothing", info=_HERE)
    after: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True), info=_HERE)


class Looked(Record):
    """One line of who looked: opening a child, printing, exporting, sending. Ids only.

    `batch_place` is the sealed batch that carries it to the shared database; none yet, if empty.
    """

    __tablename__ = "looked"
    __table_args__ = (Index("ix_looked_batch", "batch_place"),)

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, info=_HERE)
    at: Mapped[datetime] = mapped_column(Moment, index=True, info=_HERE)
    person_id: Mapped[str] = mapped_column(String(ID_LENGTH), info=_HERE)
    case_id: Mapped[str] = mapped_column(String(ID_LENGTH), index=True, info=_HERE)
    act: Mapped[str] = mapped_column(String(20), info=_HERE)
    what: Mapped[str] = mapped_column(Text, default="", info=_HERE)
    batch_place: Mapped[int | None] = mapped_column(Integer, info=_HERE)
