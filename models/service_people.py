"""The IROs of the service, to choose one from: their names and whose child this is."""

from dataclasses import dataclass

from models.plain_reading import Connection, read_all, read_one

IRO_ROLE = "iro"


@dataclass(frozen=True)
class ServicePerson:
    """Somebody of the service, by the id that allocation names."""

    id: str
    name: str


def iros(connection: Connection) -> tuple[ServicePerson, ...]:
    """Every IRO of the service by name."""
    rest = "where role = ? and removed_at is null order by name, id"
    return read_all(connection, ServicePerson, "staff_member", rest, (IRO_ROLE,))


def iro_of(connection: Connection, child_id: str) -> ServicePerson | None:
    """The child's own IRO, where the record names one that it knows."""
    rest = "where id = (select iro_id from child where id = ?)"
    return read_one(connection, ServicePerson, "staff_member", rest, (child_id,))
