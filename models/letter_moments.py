"""What a letter for another moment can begin from: the council's templates, the last review."""

from dataclasses import dataclass
from datetime import date

from models.letter_sheet import latest_held
from models.owed import MIDPOINT
from models.plain_reading import Connection

ALIVE = "removed_at is null"


@dataclass(frozen=True)
class Moments:
    """For one child: the council's templates as key and text, and the last review held.

    `midpoint_on` is the day on which the midpoint after that review was checked.
    Source: domain reference 2.1, T50.
    """

    of_council: tuple[tuple[str, str], ...]
    review_id: str | None
    midpoint_on: date | None


def read_moments(connection: Connection, child_id: str) -> Moments:
    """What a letter to this child can begin from."""
    (authority_id,) = connection.execute(
        "select authority_id from child where id = ?", (child_id,)
    ).fetchone()
    review_id = latest_held(connection, child_id)
    return Moments(
        templates_of(connection, authority_id),
        review_id,
        _met(connection, review_id, MIDPOINT) if review_id else None,
    )


def templates_of(connection: Connection, authority_id: int) -> tuple[tuple[str, str], ...]:
    """A council's own templates as key and text; of two of one key the newest stands."""
    rows = connection.execute(
        "select key, text from letter_template where authority_id = ? "  # noqa: S608
        f"and {ALIVE} order by id",
        (authority_id,),
    ).fetchall()
    return tuple({str(key): str(text) for key, text in rows}.items())


def _met(connection: Connection, review_id: str, clock: str) -> date | None:
    row = connection.execute(
        "select met_on from milestone where review_id = ? and clock = ? "  # noqa: S608
        f"and met_on is not null and {ALIVE}",
        (review_id, clock),
    ).fetchone()
    return date.fromisoformat(row[0]) if row else None
