"""The kept records as tables of the council's database: the authority leads every key."""

from sqlalchemy import Column, ForeignKeyConstraint, MetaData, PrimaryKeyConstraint, Table
from sqlalchemy.orm import DeclarativeBase

from models.every_record import SHARED

LAPTOP_ONLY = frozenset({"base", "base_version", "pending"})


def council_tables() -> MetaData:
    """Give every shared record as a table keyed by (authority_id, id), its links likewise."""
    council = MetaData()
    for kind in SHARED:
        _council_table(kind, council)
    return council


def _council_table(kind: type, council: MetaData) -> None:
    assert issubclass(kind, DeclarativeBase)
    local = kind.__table__
    assert isinstance(local, Table)
    columns = [
        Column(column.name, column.type, nullable=column.nullable)
        for column in local.columns
        if column.name not in LAPTOP_ONLY
    ]
    links = [
        ForeignKeyConstraint(
            ["authority_id", column.name],
            [f"{link.column.table.name}.authority_id", f"{link.column.table.name}.id"],
        )
        for column in local.columns
        for link in column.foreign_keys
    ]
    Table(local.name, council, *columns, PrimaryKeyConstraint("authority_id", "id"), *links)
