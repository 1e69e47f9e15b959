"""Ids of rows of which there can be only one: two laptops that make the same row make one row."""

import uuid

_WAYMARK = uuid.UUID("7d3f0f5e-6a55-5c4e-9a0c-0f6f5f9a1c57")


def one_id(table: str, *found_by: object) -> str:
    """The id of the one row of this table that these values find.

    A version 5 UUID, so that work done apart and without a network still meets in one row.
    """
    name = "/".join((table, *("" if value is None else str(value) for value in found_by)))
    return str(uuid.uuid5(_WAYMARK, name))
