"""What no laptop of ours would hand in, from people who may hand in."""

import pytest

from models.record import new_id
from tests.hostile.office import DIGEST, NOBODYS, SECRET, Answer, Office
from tests.models.sync.server.handing_in import AT, Op, act, row

YES = ("applied", "merged", "conflict", "done")


def _all_held(answers: list[Answer], why: str) -> None:
    assert {(each["status"], each.get("why")) for each in answers} == {("held", why)}, answers
    assert not any("row" in each or "conflicts" in each for each in answers), answers


@pytest.mark.parametrize("many", [1, 5], ids=["alone", "among many"])
@pytest.mark.parametrize("guess", ["right", "wrong", "nothing", "blank"])
def test_what_stands_in_a_field_is_not_to_be_guessed(
    office: Office, guess: str, many: int
) -> None:
    review, own = office.row("own", "review"), office.case("own")
    there = f"{SECRET}-own"
    value = {"right": there, "wrong": "another", "blank": ""}
    new = {"override_reason": value[guess]} if guess in value else {}
    asked = [row("participation", own, office.row("own", "participation"), new, {}, seen)
             for seen in (0, 1, 2**20)]  # fmt: skip
    more = [row("review", own, review, {"place": f"{n}"}, {"place": there}) for n in range(many)]
    _all_held(office.told("bob", *asked, *more)[:3], "role_may_not_write")
    _all_held(office.told("bob", row("participation", own, new_id(), new)), "role_may_not_write")


# Rows that this role does not make, even with nothing in them: (login, case, table).
NOT_THEIRS_TO_MAKE = (
    *(("bob", "own", table) for table in ("note", "wish", "participation", "decision", "review",
      "document", "child_letter", "sitting", "drawing", "dispute", "scale_answer", "conflict")),
    *(("ruth", "own", table) for table in ("conflict",)),
    *(("mary", "own", table) for table in ("conflict",)),
    *((login, "", table) for login in ("ruth", "bob", "stew", "eve", "mary")
      for table in ("council", "conflict")),
    *((login, "", table) for login in ("ruth", "bob", "stew", "eve")
      for table in ("staff_member", "letter_template", "plain_word", "letter_picture")),
)  # fmt: skip


@pytest.mark.parametrize("new", [{}, {"removed_at": None}], ids=["nothing", "blank"])
def test_no_row_is_made_by_who_may_not_make_it(office: Office, new: dict[str, None]) -> None:
    for login, of, table in NOT_THEIRS_TO_MAKE:
        case = office.case(of) if of else ""
        for many in (1, 5):
            told = office.told(login, *[row(table, case, new_id(), new) for _ in range(many)])
            _all_held(told, "role_may_not_write")


def test_nothing_of_a_child_is_put_where_everybody_reads(office: Office) -> None:
    for case in ("", NOBODYS):
        for login in ("ruth", "mary", "bob"):
            for table in ("note", "review", "person", "wish", "decision", "child"):
                for many in (1, 5):
                    told = office.told(
                        login, *[row(table, case, new_id(), {}) for _ in range(many)]
                    )
                    assert {each["status"] for each in told} == {"held"}, (login, table)


# Each line is an op that ruth hands in, and why it is held.
def _against(office: Office) -> dict[str, tuple[Op, str]]:
    """What is forged against a colleague's child."""
    other, own, me = office.case("other"), office.case("own"), office.person("ruth")
    note, mine = office.row("other", "note"), office.row("own", "note")
    edit = {"words": "mine"}
    return {
        "an edit in another's case": (row("note", other, note, edit), "no_access"),
        "another's row said to be of my case": (row("note", own, note, edit), "no_access"),
        "my row said to be of another's case": (row("note", other, mine, edit), "no_access"),
        "another's row said to be the council's": (row("note", "", note, edit), "malformed"),
        "my row under another kind": (row("wish", own, mine, {}), "malformed"),
        "my row under no kind": (row("nothing", own, mine, edit), "unknown_field"),
        "a new row in another's case": (row("note", other, new_id(), edit), "no_access"),
        "another's child made anew": (row("child", other, other, {"given_name": "x"}),
                                      "no_access"),
        "another's row made into a child": (row("child", note, note, {"given_name": "x"}),
                                            "no_access"),
        "another's page under another's case": (act("part", case=other, digest=DIGEST, part=0,
                                                    parts=1, bytes="bWluZQ=="), "no_access"),
        "access for myself": (act("access", case=other, person=me, on=True, reason="",
                                  **{"as": "cover"}), "role_may_not_write"),
        "allocation to myself": (act("access", case=other, person=me, on=True, reason="",
                                     **{"as": "allocated"}), "role_may_not_write"),
        "their access taken": (act("access", case=other, person=office.person("kim"), on=False,
                                   reason="", **{"as": "allocated"}), "role_may_not_write"),
        "their child hidden": (act("guard", case=other, restricted=True, reason="x"),
                               "role_may_not_write"),
        "a restricted child opened": (act("guard", case=office.case("restricted"),
                                          restricted=False, reason=""), "role_may_not_write"),
        "a colleague revoked": (act("person", person=office.person("kim"), revoke=True),
                                "role_may_not_write"),
        "a laptop revoked": (act("device", device=new_id(), revoke=True), "role_may_not_write"),
        "held work of others added": (act("held", held=_held(office, other), add=True),
                                      "no_access"),
        "held work of others dropped": (act("held", held=_held(office, other), add=False),
                                        "no_access"),
        "held work that is not there": (act("held", held=new_id(), add=True), "no_access"),
    }  # fmt: skip


def _against_ones_own(office: Office) -> dict[str, tuple[Op, str]]:
    """What is forged in a child's record that is theirs, and in the council's."""
    own, me = office.case("own"), office.person("ruth")
    note = office.row("own", "note")
    return {
        "a kind that is none": (act("erase", case=own), "malformed"),
        "another's author": ({**row("note", own, note, {"created_by": office.person("kim")})},
                             "unknown_field"),
        "another's version": (row("note", own, note, {"row_version": 9}), "unknown_field"),
        "another's place in the order": (row("note", own, note, {"server_seq": 1}),
                                         "unknown_field"),
        "another council": (row("note", own, note, {"authority_id": 991}), "unknown_field"),
        "a field that SQL would run": (row("note", own, note, {"x'; DROP TABLE waymark.row": 1}),
                                       "unknown_field"),
        "a conflict's words": (row("conflict", own, office.row("own", "conflict"),
                                   {"mine": "forged"}), "fixed_field"),
        "a conflict's author": (row("conflict", own, office.row("own", "conflict"),
                                    {"mine_by": me}), "fixed_field"),
        "a document's digest": (row("document", own, office.row("own", "document"),
                                    {"digest": "e" * 64}, {"digest": DIGEST}), "fixed_field"),
        "an issued paper without its digest": (row("document", own, office.row("own", "document"),
                                                   {"digest": ""}, {"digest": DIGEST}),
                                               "fixed_field"),
        "an issued paper's words": (row("document", own, office.row("own", "document"),
                                        {"words": "forged"}), "fixed_field"),
        "an issued paper's day": (row("document", own, office.row("own", "document"),
                                      {"issued_at": AT}), "fixed_field"),
        "an issued paper taken away": (row("document", own, office.row("own", "document"),
                                           {"removed_at": AT}, {}, 1), "role_may_not_write"),
        "a review opened again unseen": (row("review", own, office.row("own", "review"),
                                             {"state": "planned"}, {"state": "finished"}),
                                         "changed_since_seen"),
        "the council's own facts": (row("council", "", office.council.council_id,
                                        {"name": "Mine"}), "council_sets_this"),
        "a colleague's name": (row("staff_member", "", office.person("kim"), {"name": "Mine"}),
                               "council_sets_this"),
        "my own role": (row("staff_member", "", me, {"role": "manager"}), "council_sets_this"),
    }  # fmt: skip


def _held(office: Office, case: str) -> str:
    return str(office.council.one("SELECT op_id FROM waymark.held WHERE case_id = %s", case))


def test_a_forged_op_is_held_with_its_reason(office: Office) -> None:
    against = {**_against(office), **_against_ones_own(office)}
    told = office.told("ruth", *[op for op, _ in against.values()])
    for (name, (_, why)), answer in zip(against.items(), told, strict=True):
        assert answer["status"] in ("held", "refused"), (name, answer)
        assert answer["why"] == why, (name, answer)
        assert f"{SECRET}-other" not in str(answer), name
    for name, (op, _) in against.items():
        assert office.told("ruth", op)[0]["status"] in ("held", "refused"), f"{name}, alone"


def test_who_and_when_are_never_taken_from_what_is_handed_in(office: Office) -> None:
    kim, note = office.person("kim"), new_id()
    forged = {"person": kim, "person_id": kim, "author": kim, "authority": 991, "role": "manager",
              "created_by": kim, "updated_by": kim, "version": 99, "seq": 1}  # fmt: skip
    told = office.told("ruth", {**row("note", office.case("own"), note, {"words": "x"}), **forged})
    seq, table, row_id, _, version, _, made_by, _, changed_by, _ = told[0]["row"]
    assert (table, row_id, version) == ("note", note, 1)
    assert made_by == changed_by == office.person("ruth")
    assert seq == office.council.one(
        "SELECT seq + 1 FROM waymark.clock WHERE authority_id = %s", office.council.authority_id
    )
