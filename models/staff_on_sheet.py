"""Someone of the service, read plainly; by itself, because it is needed before any review."""

from dataclasses import dataclass

from models.plain_reading import Connection, read_one


@dataclass(frozen=True)
class StaffOnSheet:
    """Someone of the service, such as the chair."""

    id: str
    name: str
    role: str
    phone: str
    email: str
    days: str
    about_me: str = ""


def read_staff(connection: Connection, staff_id: str) -> StaffOnSheet:
    """Someone of the service; nameless when the file does not hold them."""
    found = read_one(connection, StaffOnSheet, "staff_member", "where id = ?", (staff_id,))
    return found or StaffOnSheet(staff_id, "", "iro", "", "", "")
