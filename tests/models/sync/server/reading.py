"""A laptop that reads page by page, and rows put straight into the tables for large records."""

from collections.abc import Iterator
from typing import Any, Final

from tests.models.sync.server.handing_in import ROW
from tests.shared_council import SharedCouncil

Row = dict[str, Any]
START: Final = (0, "")
NOBODY: Final = "00000000-0000-0000-0000-000000000000"
BEHIND_ALL: Final = "ffffffff-ffff-ffff-ffff-ffffffffffff"


def pull(council: SharedCouncil, login: str, **request: Any) -> dict[str, Any]:
    """Ask once."""
    return council.call(login, "pull", request)


def pages(
    council: SharedCouncil, login: str, after: Any = START, what: str = "rows", **more: Any
) -> Iterator[dict[str, Any]]:
    """Ask until there is no more."""
    while True:
        page = pull(council, login, what=what, after=after, **more)
        yield page
        if not page["more"]:
            return
        assert page["rows"]
        assert page["cursor"] == [page["rows"][-1][0], page["rows"][-1][2]]
        after = page["cursor"]


def rows(council: SharedCouncil, login: str, after: Any = START, **more: Any) -> list[Row]:
    """Every row that comes, by the names of its places."""
    return [
        dict(zip(ROW, row, strict=True))
        for page in pages(council, login, after, **more)
        for row in page["rows"]
    ]


def ids(council: SharedCouncil, login: str, after: Any = START, **more: Any) -> list[str]:
    """The ids of what comes, without what belongs to the council."""
    return [row["id"] for row in rows(council, login, after, **more) if row["case"]]


def cursor(council: SharedCouncil, login: str) -> Any:
    """Where somebody stands who has read everything."""
    return [*pages(council, login)][-1]["cursor"]


def give(
    council: SharedCouncil, login: str, case: str, kind: str = "cover", until: str | None = None
) -> int:
    """Let somebody have a case, by an entry with a seq of its own. Gives the seq."""
    seq: int = council.one(
        "UPDATE waymark.clock SET seq = seq + 1 WHERE authority_id = %s RETURNING seq",
        council.authority_id,
    )
    council.admin.execute(
        "INSERT INTO waymark.access"
        " (authority_id, case_id, person_id, kind, granted_seq, until)"
        " VALUES (%s, %s, %s, %s, %s, %s)"
        " ON CONFLICT (authority_id, case_id, person_id) DO UPDATE SET"
        " granted_seq = excluded.granted_seq, revoked_seq = NULL, until = excluded.until",
        (council.authority_id, case, council.people[login].id, kind, seq, until),
    )
    return seq


def fill(council: SharedCouncil, entries: list[tuple[str, str, int]], words: str = "") -> None:
    """Put notes straight into the table: (case, id, seq) of each; the clock stands at the end."""
    by = next(iter(council.people.values())).id
    with council.admin.cursor().copy(
        "COPY waymark.row (authority_id, id, case_id, table_name, row_version, server_seq, data,"
        " created_by, created_at, updated_by, updated_at, schema_v) FROM STDIN"
    ) as copy:
        for case, row_id, seq in entries:
            data = f'{{"words": "{words}"}}'
            at = "2026-11-20T10:00:00+00:00"
            copy.write_row(
                (council.authority_id, row_id, case, "note", 1, seq, data, by, at, by, at, 1)
            )
    council.admin.execute(
        "UPDATE waymark.clock SET seq = greatest(seq, %s) WHERE authority_id = %s",
        (max(seq for _, _, seq in entries), council.authority_id),
    )
