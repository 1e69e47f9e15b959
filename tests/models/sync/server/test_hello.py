"""hello and receipt: who is there, what is theirs, and what a laptop saw of the chain."""

import json

import psycopg
import pytest

from models.record import new_id
from tests.models.sync.server.handing_in import HandingIn, act, row
from tests.shared_council import SharedCouncil


@pytest.fixture
def ruth(council: SharedCouncil) -> HandingIn:
    council.person("ruth")
    return HandingIn(council, "ruth")


def test_it_says_who_is_there_and_what_council_this_is(ruth: HandingIn) -> None:
    said = ruth.hello()
    assert said["person"] == {"id": ruth.person, "role": "iro"}
    assert said["council_id"] == ruth.council.council_id
    assert (said["state"], said["revoked"], said["lease_days"]) == ("open", False, 14)
    assert said["device"] == {"state": "ok", "last_n": 0}


def test_a_login_that_is_nobodys_is_refused(council: SharedCouncil) -> None:
    council.person("ghost")
    council.admin.execute("ALTER TABLE waymark.login DISABLE ROW LEVEL SECURITY")
    council.admin.execute(
        "DELETE FROM waymark.login WHERE login = %s", (council.people["ghost"].login,)
    )
    with pytest.raises(psycopg.Error, match="no such person") as refused:
        HandingIn(council, "ghost").hello()
    assert refused.value.sqlstate == "WM001"


@pytest.mark.parametrize(
    ("protocol", "schema", "error"),
    [(0, 1, "too_old"), (1, 0, "too_old"), (2, 1, "too_new"), (1, 9, "too_new")],
)
def test_another_protocol_is_told_which_one_is_spoken(
    ruth: HandingIn, protocol: int, schema: int, error: str
) -> None:
    said = ruth.hello(protocol=protocol, schema=schema)
    assert said == {"error": error, "protocol": [1, 1], "schema": [1, 1]}


def test_what_is_no_greeting_is_refused_without_a_word_of_it(ruth: HandingIn) -> None:
    with pytest.raises(psycopg.Error) as refused:
        ruth.hello(witness=["Sam Larkhollow", "x"])
    assert refused.value.sqlstate == "WM003"
    assert "Sam" not in str(refused.value)


def test_cases_come_once_and_again_only_when_they_change(ruth: HandingIn) -> None:
    case = ruth.child()
    first = ruth.hello()
    assert first["cases"] == [[case, "allocated", first["seq"], None, False, 1]]
    again = ruth.hello(cases_hash=first["cases_hash"])
    assert again["cases"] is None
    ruth.child()
    assert len(ruth.hello(cases_hash=first["cases_hash"])["cases"]) == 2


def test_the_child_whose_review_is_next_comes_first(ruth: HandingIn) -> None:
    late, early, none = ruth.child(), ruth.child(), ruth.child()
    ruth.review(late, booked_on="2027-03-01")
    ruth.review(early, booked_on="2026-12-01")
    ruth.review(early, booked_on="2026-06-01", state="finished")
    assert [one[0] for one in ruth.hello()["cases"]] == [early, late, none]


def test_a_poll_with_nothing_new_is_under_four_kilobytes(ruth: HandingIn) -> None:
    for _ in range(120):
        ruth.child()
    known = ruth.hello()["cases_hash"]
    assert len(json.dumps(ruth.hello(cases_hash=known))) < 4096


def test_the_witness_tells_a_database_that_is_older_or_another(ruth: HandingIn) -> None:
    ruth.child()
    said = ruth.hello()
    seq, head = said["seq"], said["head"]
    assert said["witness"] == "none"
    assert ruth.hello(witness=[seq, head])["witness"] == "same"
    ruth.child()
    assert ruth.hello(witness=[seq, head])["witness"] == "same"
    assert ruth.hello(witness=[seq, "00" * 32])["witness"] == "different"
    assert ruth.hello(witness=[seq + 9, head])["witness"] == "ahead"


def test_it_keeps_how_far_the_laptops_clock_is_out(ruth: HandingIn) -> None:
    ruth.hello(clock="2001-01-01T00:00:00+00:00")
    out = ruth.council.one("SELECT clock_offset_ms FROM waymark.device")
    assert out < -(24 * 365 * 24 * 3_600_000)


def test_held_work_that_waits_for_them_is_counted(council: SharedCouncil, ruth: HandingIn) -> None:
    council.person("sue", "business_support")
    case = ruth.child()
    review = ruth.review(case)
    HandingIn(council, "sue").one(row("review", case, review, {"iro_view": "no"}))
    assert ruth.hello()["held_news"] == 1


def test_a_receipt_is_kept_with_what_was_taken_off_the_laptop(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("mo", "manager")
    case = ruth.child()
    taken = act(
        "access", case=case, person=ruth.person, on=False, reason="left", **{"as": "allocated"}
    )
    assert HandingIn(council, "mo").one(taken)["status"] == "done"
    told = {"device": ruth.device, "cursor": [7, new_id()], "purged": [case, case], "waiting": 3}
    for _ in range(2):
        assert council.call("ruth", "receipt", told)["ok"]
    device = council.admin.execute("SELECT cursor_seq, waiting FROM waymark.device").fetchall()
    assert (7, 3) in device
    assert council.one("SELECT count(*) FROM waymark.opened WHERE act = 'purged'") == 1


def test_a_receipt_from_somebody_elses_laptop_is_refused(
    council: SharedCouncil, ruth: HandingIn
) -> None:
    council.person("ann")
    ruth.hello()
    with pytest.raises(psycopg.Error) as refused:
        council.call("ann", "receipt", {"device": ruth.device, "cursor": [1, ""], "purged": []})
    assert refused.value.sqlstate == "WM003"
