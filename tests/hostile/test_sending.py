"""What a login can do to released copies and what became of them, with a program of its own."""

import json

import pytest

from models.record import new_id
from tests.hostile.office import DIGEST, SECRET, Office
from tests.models.sync.server.handing_in import row

OTHERS = ("other", "restricted", "expired", "foreign")
RECORD = ("note", "wish", "decision", "decision_progress", "document", "protected_fact",
          "restriction", "recipient", "copy_change", "disclosure_answer", "manager_reply",
          "decision_change", "participation", "scale_answer")  # fmt: skip


def _copy(office: Office, standing: str = "own") -> str:
    return office.row(standing, "paper_copy")


def _everything(office: Office, login: str) -> list[list[object]]:
    first = [0, "00000000-0000-0000-0000-000000000000"]
    asked = {"what": "case", "case": office.case("own"), "part": "all", "after": first}
    found: list[list[object]] = []
    while True:
        answer = office.ask(login, "pull", asked)
        found += answer["rows"]
        if not answer["more"]:
            return found
        asked = {**asked, "after": answer["cursor"]}


def test_business_support_is_sent_no_row_of_the_record(office: Office) -> None:
    tables = {str(line[1]) for line in _everything(office, "bob")}
    assert not tables & set(RECORD)
    assert {"paper_copy", "delivery", "convening", "invitation"} <= tables


@pytest.mark.parametrize("table", RECORD)
def test_business_support_finds_no_word_of_it_by_its_id(office: Office, table: str) -> None:
    asked = {"what": "history", "row": office.row("own", table)}
    assert SECRET not in json.dumps(office.ask("bob", "pull", asked))
    op = row(table, office.case("own"), office.row("own", table), {"words": "x"})
    answer = office.ask("bob", "push", {"device": new_id(), "n": 1, "schema": 1, "ops": [op]})
    assert SECRET not in json.dumps(answer)


def test_a_released_copy_comes_without_what_is_the_chairs(office: Office) -> None:
    (copy,) = [line for line in _everything(office, "bob") if line[1] == "paper_copy"]
    data = dict(copy[5])  # type: ignore[call-overload]
    assert {"address", "reader", "kind", "digest"} <= set(data)
    assert not set(data) & {"reason", "left_out", "document_id", "letter_id", "words"}


def test_business_support_makes_no_copy(office: Office) -> None:
    sets = {"review_id": office.row("own", "review"), "reader": "child", "kind": "letter",
            "version": 9, "digest": DIGEST}  # fmt: skip
    (told,) = office.told("bob", row("paper_copy", office.case("own"), new_id(), sets))
    assert (told["status"], told["why"]) == ("held", "role_may_not_write")


@pytest.mark.parametrize(
    ("field", "value"),
    [("address", "1 Elsewhere"), ("way", "email"), ("email", "x@example.org"),
     ("due_on", "2026-01-01"), ("digest", "e" * 64), ("released_by", "x"),
     ("removed_at", "2026-08-12T15:00:00+00:00")],
)  # fmt: skip
@pytest.mark.parametrize("login", ["bob", "ruth", "mary"])
def test_nobody_changes_a_released_copy(
    office: Office, login: str, field: str, value: object
) -> None:
    stands = {"address": f"{SECRET}-own", "way": f"{SECRET}-own", "email": f"{SECRET}-own",
              "digest": DIGEST, "released_by": f"{SECRET}-own"}  # fmt: skip
    op = row("paper_copy", office.case("own"), _copy(office), {field: value},
             {field: stands.get(field)}, 1)  # fmt: skip
    (told,) = office.told(login, op)
    assert told["status"] not in ("applied", "merged"), told


@pytest.mark.parametrize("login", ["ruth", "mary", "bob"])
@pytest.mark.parametrize("standing", OTHERS)
def test_no_step_is_noted_for_a_child_who_is_not_theirs(
    office: Office, login: str, standing: str
) -> None:
    sets = {"copy_id": _copy(office, standing), "step": "posted", "on": "2026-08-12"}
    (told,) = office.told(login, row("delivery", office.case(standing), new_id(), sets))
    assert told["status"] == "held", told


def test_a_step_says_who_wrote_it_whatever_the_laptop_says(office: Office) -> None:
    """The second look counts by the login that handed it in, not by the name in it."""
    sets = {"copy_id": _copy(office), "step": "checked", "on": "2026-08-12",
            "by": office.person("mary")}  # fmt: skip
    (told,) = office.told("ruth", row("delivery", office.case("own"), new_id(), sets))
    assert told["status"] == "applied"
    assert told["row"][6] == office.person("ruth")


def test_business_support_lifts_no_restriction_of_a_person(office: Office) -> None:
    op = row("person", office.case("own"), office.row("own", "person"), {"address_kinds": []})
    (told,) = office.told("bob", op)
    assert told["status"] not in ("applied", "merged")
    op = row("person", office.case("own"), office.row("own", "person"), {"known_as": ["x"]})
    (told,) = office.told("bob", op)
    assert told["status"] not in ("applied", "merged")
