"""Pages and pictures come by their digest, to who may read the row that names it."""

import base64
import hashlib
from typing import Any

import pytest

from models.record import new_id
from tests.models.sync.server.handing_in import HandingIn, act, row
from tests.models.sync.server.reading import pull
from tests.shared_council import SharedCouncil

DRAWING = bytes(range(256)) * 20


@pytest.fixture
def ruth(council: SharedCouncil) -> HandingIn:
    council.person("ruth")
    return HandingIn(council, "ruth")


def _hand_in(ruth: HandingIn, case: str, whole: bytes, size: int = 2048) -> str:
    digest = hashlib.sha256(whole).hexdigest()
    pieces = [whole[at : at + size] for at in range(0, len(whole), size)]
    for number, piece in enumerate(pieces):
        told = ruth.one(
            act("part", case=case, digest=digest, part=number, parts=len(pieces),
                bytes=base64.b64encode(piece).decode())
        )  # fmt: skip
        assert told["status"] == "done", told
    return digest


def test_pages_for_a_case_that_was_erased_are_held(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("stu", "steward")
    case = ruth.child()
    council.call("stu", "erase", {"case": case, "early_why": "Ordered by the court"})
    told = ruth.one(
        act("part", case=case, digest=hashlib.sha256(DRAWING).hexdigest(), part=0, parts=1,
            bytes=base64.b64encode(DRAWING).decode())
    )  # fmt: skip
    assert (told["status"], told["why"]) == ("held", "erased")
    assert council.one("SELECT count(*) FROM waymark.part") == 0


def _drawing(ruth: HandingIn, case: str) -> str:
    digest = _hand_in(ruth, case, DRAWING)
    made = ruth.one(
        row("drawing", case, new_id(), {"review_id": ruth.review(case), "made_on": "2026-11-20",
                                        "width": 9, "height": 9, "digest": digest})
    )  # fmt: skip
    assert made["status"] == "applied", made
    return digest


def _ask(council: SharedCouncil, login: str, *wants: list[Any]) -> list[list[Any]]:
    parts: list[list[Any]] = pull(council, login, what="parts", wants=[*wants])["parts"]
    return parts


def test_the_parts_of_a_drawing_make_the_whole(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    digest = _drawing(ruth, case)
    came = _ask(council, "ruth", *([case, digest, number] for number in range(3)))
    assert [(part[0], part[1], part[2]) for part in came] == [(digest, n, 3) for n in range(3)]
    assert b"".join(base64.b64decode(part[3]) for part in came) == DRAWING


def test_a_part_that_is_not_there_is_left_out(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    digest = _drawing(ruth, case)
    asked = _ask(council, "ruth", [case, digest, 7], [case, "0" * 64, 0], [case, digest, 2])
    assert [part[1] for part in asked] == [2]


def test_who_may_not_read_the_row_does_not_get_the_picture(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("bea", "business_support")
    council.person("ann")
    council.person("stu", "steward")
    case = ruth.child()
    digest = _drawing(ruth, case)
    assert [_ask(council, login, [case, digest, 0]) for login in ("bea", "ann", "stu")] == [[]] * 3


def test_a_page_that_the_office_may_read_comes_to_it(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("bea", "business_support")
    case = ruth.child()
    review = ruth.review(case)
    digest = _hand_in(ruth, case, DRAWING)
    ruth.one(
        row("document", case, new_id(), {"review_id": review, "kind": "minutes", "version": 1,
                                         "words": "Minutes", "digest": digest})
    )  # fmt: skip
    assert _ask(council, "bea", [case, digest, 0]) == []
    ruth.one(
        row("paper_copy", case, new_id(), {"review_id": review, "kind": "minutes", "version": 1,
                                           "reader": "child", "digest": digest})
    )  # fmt: skip
    assert [part[1] for part in _ask(council, "bea", [case, digest, 0])] == [0]


def test_what_no_row_names_is_nobodys(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    digest = _hand_in(ruth, case, DRAWING)
    assert _ask(council, "ruth", [case, digest, 0]) == []


def _parts(case: str, digest: str, *pieces: bytes) -> list[dict[str, Any]]:
    return [
        act("part", case=case, digest=digest, part=number, parts=len(pieces),
            bytes=base64.b64encode(piece).decode())
        for number, piece in enumerate(pieces)
    ]  # fmt: skip


def test_a_whole_that_is_not_its_digest_is_not_kept(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    told = ruth.push(*_parts(case, "ab" * 32, b"one", b"other"))
    assert [each["status"] for each in told] == ["done", "held"]
    assert told[1]["why"] == "not_its_digest"
    assert council.one("SELECT count(*) FROM waymark.part") == 0
    assert "bytes" not in council.one("SELECT op FROM waymark.held")


def test_a_wrong_part_stands_in_nobodys_way_and_a_right_whole_is_not_touched(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("mary", "manager")
    case, mary = ruth.child(), HandingIn(council, "mary")
    halves = DRAWING[:3000], DRAWING[3000:]
    digest = hashlib.sha256(DRAWING).hexdigest()
    mary.push(*_parts(case, digest, b"forged", b"", b"")[:2])
    mary.push(*_parts(case, digest, b"forged", b"")[:1])
    assert {each["status"] for each in ruth.push(*_parts(case, digest, *halves))} == {"done"}
    for pieces in ((b"forged", b"too"), (b"forged",), (b"a", b"b", b"c")):
        assert {each["status"] for each in mary.push(*_parts(case, digest, *pieces))} == {"done"}
    found = "SELECT string_agg(bytes, '' ORDER BY part) FROM waymark.part"
    assert bytes(council.one(found)) == DRAWING


def test_a_whole_of_more_than_is_ever_put_together_is_let_go(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    case = ruth.child()
    digest = "ab" * 32
    council.admin.execute(
        "INSERT INTO waymark.part SELECT authority_id, case_id, %s, n, 80,"
        " decode(repeat('00', 262144), 'hex') FROM waymark.child_case, generate_series(1, 64) AS n"
        " WHERE case_id = %s", (digest, case)
    )  # fmt: skip
    first = act("part", case=case, digest=digest, part=0, parts=80, bytes="eA==")
    assert ruth.one(first)["why"] == "too_long"
    assert council.one("SELECT count(*) FROM waymark.part") == 0


def test_an_answer_stays_small_and_is_never_empty(council: SharedCouncil, ruth: HandingIn) -> None:
    case = ruth.child()
    whole = bytes(250_000) * 6
    digest = _hand_in(ruth, case, whole, 250_000)
    ruth.one(row("drawing", case, new_id(), {"review_id": ruth.review(case), "digest": digest}))
    came = _ask(council, "ruth", *([case, digest, number] for number in range(6)))
    assert [part[1] for part in came] == [0, 1, 2, 3]
