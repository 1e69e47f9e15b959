"""Whose record this is, read plainly: it is needed before anything is saved."""

import json

from models.plain_reading import Connection
from models.staff_on_sheet import StaffOnSheet, read_staff

OWNER = "owner"  # the laptop_fact that holds staff_id and authority_id


def owner_of(connection: Connection) -> StaffOnSheet:
    """The IRO who keeps this record; nameless in a record that nobody has begun."""
    row = connection.execute("select value from laptop_fact where name = ?", (OWNER,)).fetchone()
    return read_staff(connection, json.loads(row[0])["staff_id"] if row else "")
