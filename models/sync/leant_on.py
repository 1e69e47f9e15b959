"""Whether other rows of this laptop name a row that the council did not take in."""

from functools import cache

from models.every_record import BY_TABLE
from models.plain_reading import Connection
from models.sync.values import shape_of


def is_leant_on(connection: Connection, table: str, row_id: str) -> bool:
    """Whether a row that stays on this laptop would be left without the one it belongs to."""
    for each, field in _named_by(table):
        found = connection.execute(
            f'SELECT 1 FROM "{each}" WHERE "{field}" = ? AND id <> ? AND id NOT IN'  # noqa: S608 - names of ours
            " (SELECT row_id FROM held_work WHERE state = 'leaving') LIMIT 1",
            (row_id, row_id),
        )
        if found.fetchone() is not None:
            return True
    return False


@cache
def _named_by(table: str) -> tuple[tuple[str, str], ...]:
    """The tables and their fields that name rows of this table."""
    return tuple(
        (each, field.name)
        for each in BY_TABLE
        for field in shape_of(each).references
        if field.refers_to == table
    )
