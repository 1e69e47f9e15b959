"""A colleague who has the child writes nonsense with a program of their own; the laptop lives."""

from pathlib import Path
from typing import Any

from models.record import new_id
from tests import laptop as laptops
from tests.models.sync.server.handing_in import HandingIn, Op, row
from tests.shared_council import SharedCouncil

NONSENSE: tuple[Any, ...] = (
    True, -1, 10**16, 1.5, "x", "", "2026-13-45", "infinity", [], [[["x"]]], {"a": {"b": 1}},
    "\u202e", "9999-12-31T23:59:59.999999+00:00", "0000-00-00", 1e-300,
)  # fmt: skip
FIELDS = (
    ("review", "number"), ("review", "booked_on"), ("review", "finished_at"),
    ("review", "removed_at"), ("child", "born_on"), ("child", "removed_at"),
)  # fmt: skip


def _edits(council: SharedCouncil, case: str, value: Any) -> list[Op]:
    """Every field that is tried, set to this over what stands there."""
    stands = council.admin.execute(
        "SELECT table_name, id::text, row_version, data FROM waymark.row"
        " WHERE case_id = %s AND table_name IN ('review', 'child')", (case,)
    ).fetchall()  # fmt: skip
    return [
        row(table, case, row_id, {field: value}, {field: data.get(field)}, version)
        for table, row_id, version, data in stands
        for of, field in FIELDS
        if of == table
    ]


def test_nonsense_of_a_colleague_stops_no_round(council: SharedCouncil, tmp_path: Path) -> None:
    council.person("ruth")
    council.person("mary", "manager")
    ruth, sam = laptops.with_sam(council, "ruth", tmp_path / "ruth")
    ruth.round()
    mary = HandingIn(council, "mary")
    for value in NONSENSE:
        mary.push(*_edits(council, sam.child_id, value))
        mary.push(*[row(table, sam.child_id, new_id(), {}) for table in ("note", "wish")],
                  row("participation", sam.child_id, new_id(), {"ways": value}))  # fmt: skip
        ruth.round()
    words = "a sentence after all of it"
    mary.push(row("child", sam.child_id, sam.child_id, {"school": words}))
    ruth.round()
    assert ruth.one("SELECT count(*) FROM outbox WHERE acknowledged_at IS NULL") == 0
    ruth.close()
