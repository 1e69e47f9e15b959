"""A value is of the kind of its field, or its op is held: nothing odd comes to a laptop."""

from typing import Any, Final

import pytest

from models.record import new_id
from tests.models.sync.server.handing_in import SAM, HandingIn, row
from tests.shared_council import SharedCouncil

KINDS: Final[tuple[tuple[str, str, tuple[Any, ...], tuple[Any, ...]], ...]] = (
    ("review", "booked_on", ("2026-12-01", "0202-02-28", "2028-02-29", None),
     ("2026-02-29", "2026-1-1", "0000-01-01", "today", "2026-12-01T10:00Z", "", 7, True, [])),
    ("review", "number", (1, 2.0, None, -3), ("1", 1.5, 2**31, True, [], {})),
    ("sitting", "came", ([], ["x"], None), ("x", {}, 1, True)),
    ("attendance", "consulted", (True, False, None), ("true", 1, 0, [])),
    ("scale_answer", "number", (2.5, 7, None), ("7", True, [])),
    ("child", "born_on", ("2014-03-02",), ("2014-13-02", 2014)),
)  # fmt: skip


@pytest.mark.parametrize(("table", "field", "right", "wrong"), KINDS)
@pytest.mark.parametrize("at_once", [1, 5])
def test_a_value_is_of_the_kind_of_its_field(
    council: SharedCouncil, table: str, field: str, right: tuple[Any, ...],
    wrong: tuple[Any, ...], at_once: int,
) -> None:  # fmt: skip
    council.person("ruth")
    ruth = HandingIn(council, "ruth")
    case = ruth.child()
    more = {"child_id": case} if table == "review" else {}
    for at, value in enumerate((*right, *wrong)):
        row_id = case if table == "child" else new_id()
        beside = [row("note", case, new_id(), {"words": "x"}) for _ in range(at_once - 1)]
        stood = {"born_on": SAM["born_on"]} if table == "child" else {}
        told = ruth.push(row(table, case, row_id, {field: value, **more}, stood), *beside)
        assert told[0].get("why", "") == ("malformed" if at >= len(right) else ""), value
        assert {each["status"] for each in told[1:]} <= {"applied"}


@pytest.mark.parametrize(
    ("moment", "is_one"),
    [("2026-11-20T10:00:00+00:00", True), ("2026-11-20T10:00:00.123456+01:00", True),
     ("2026-11-20T10:00Z", True), ("2026-11-20 10:00:00+00:00", False), ("now", False),
     ("2026-11-20T10:00:00", False), ("2026-02-30T10:00:00Z", False), ("infinity", False),
     ("9999-12-31T23:59:59Z", False), ("2026-11-20T24:00:00Z", False)],
)  # fmt: skip
def test_a_moment_is_written_as_laptops_write_it(
    council: SharedCouncil, moment: str, is_one: bool
) -> None:
    assert council.one("SELECT waymark._is_moment(%s)", moment) is is_one
