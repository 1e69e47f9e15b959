"""Signing off: what was on the signer's screen is signed, or nothing is, and it says so."""

from typing import Any

import pytest

from models.record import MergeRule, new_id
from models.sync.canonical import content_hash
from models.sync.merge import is_blank, merge_row
from models.sync.registry import registry
from tests.models.sync.server.handing_in import AT, HandingIn, Op, row, sent, stands
from tests.shared_council import SharedCouncil

FINISHED = {"state": "finished", "completed_on": "2026-11-20", "finished_at": AT}


class Meeting:
    """A review with a decision, and who is there: Ruth chairs, Mo manages."""

    def __init__(self, council: SharedCouncil) -> None:
        council.person("ruth")
        council.person("mo", "manager")
        self.ruth, self.mo = HandingIn(council, "ruth"), HandingIn(council, "mo")
        self.council = council
        self.case = self.ruth.child()
        self.review = self.ruth.review(self.case, place="Home ☂", mode=None)
        self.decision = new_id()
        self.ruth.one(
            row("decision", self.case, self.decision, {"review_id": self.review, "what": "Zoo"})
        )

    def content(self, *ids: str) -> str:
        """The hash of these rows as they stand, made as a laptop makes it."""
        return content_hash((one, stands(self.council, one)) for one in ids or self.whole)

    @property
    def whole(self) -> tuple[str, ...]:
        """What the review is made of."""
        return (self.review, self.decision)

    def signing(self, content: str, **more: Any) -> Op:
        """Finish the review, having seen this."""
        op = row("review", self.case, self.review, {**FINISHED, **more}, {"state": "planned"}, 1)
        op["signed"] = {"aggregate": "review", "id": self.review, "content": content}
        return op


@pytest.fixture
def meeting(council: SharedCouncil) -> Meeting:
    return Meeting(council)


def test_what_was_on_the_screen_is_signed(meeting: Meeting) -> None:
    answer = meeting.ruth.one(meeting.signing(meeting.content()))
    assert answer["status"] == "applied"
    assert sent(answer)["data"]["state"] == "finished"


def test_a_decision_reworded_meanwhile_refuses_the_signature(meeting: Meeting) -> None:
    seen = meeting.content()
    meeting.mo.one(
        row("decision", meeting.case, meeting.decision, {"what": "Aquarium"}, {"what": "Zoo"})
    )
    answer = meeting.ruth.one(meeting.signing(seen, gaps_why="tired"))
    assert (answer["status"], answer["why"]) == ("refused", "changed_since_seen")
    data = sent(answer)["data"]
    assert "state" not in data
    assert data["gaps_why"] == "tired"
    held = meeting.council.one("SELECT op FROM waymark.held")
    assert held["set"]["state"] == "finished"


def test_a_row_added_meanwhile_refuses_it_too(meeting: Meeting) -> None:
    seen = meeting.content()
    meeting.mo.one(
        row("note", meeting.case, new_id(), {"review_id": meeting.review, "words": "x"})
    )
    assert meeting.ruth.one(meeting.signing(seen))["status"] == "refused"


def test_what_is_no_part_of_the_review_moves_nothing(meeting: Meeting) -> None:
    seen = meeting.content()
    meeting.mo.push(
        row("child", meeting.case, meeting.case, {"school": "Ash"}),
        row("child_letter", meeting.case, new_id(), {"review_id": meeting.review}),
        row("review", meeting.case, new_id(), {"child_id": meeting.case, "number": 2}),
    )
    assert meeting.ruth.one(meeting.signing(seen))["status"] == "applied"


def test_earlier_ops_of_the_batch_count(meeting: Meeting) -> None:
    before = stands(meeting.council, meeting.review)
    both = [(meeting.decision, stands(meeting.council, meeting.decision))]
    seen = content_hash([*both, (meeting.review, {**before, "gaps_why": "tired"})])
    words = row("review", meeting.case, meeting.review, {"gaps_why": "tired"})
    results = meeting.ruth.push(words, meeting.signing(seen))
    assert [one["status"] for one in results] == ["applied", "applied"]


def test_rows_of_another_case_cannot_spoil_a_signature(meeting: Meeting) -> None:
    meeting.council.person("ann")
    ann = HandingIn(meeting.council, "ann")
    own = ann.child()
    assert (
        ann.one(row("note", own, new_id(), {"review_id": meeting.review}))["status"] == "applied"
    )
    assert meeting.ruth.one(meeting.signing(meeting.content()))["status"] == "applied"


@pytest.mark.parametrize(
    "signed",
    [
        {"aggregate": "review", "id": None, "content": "0" * 64},
        {"aggregate": "everything", "id": new_id(), "content": "0" * 64},
        {"aggregate": "case", "content": None},
        {},
    ],
)
def test_a_signature_of_something_else_signs_nothing(
    meeting: Meeting, signed: dict[str, Any]
) -> None:
    op = {**meeting.signing(""), "signed": signed}
    assert meeting.ruth.one(op)["status"] == "refused"


def test_a_document_of_what_has_moved_is_not_made(meeting: Meeting) -> None:
    seen, paper = meeting.content(), new_id()
    meeting.mo.one(row("review", meeting.case, meeting.review, {"warm_line": "hi"}))
    made = {
        "review_id": meeting.review,
        "kind": "minutes",
        "version": 1,
        "digest": "d",
        "words": "w",
    }
    op = row("document", meeting.case, paper, made)
    op["signed"] = {"aggregate": "review", "id": meeting.review, "content": seen}
    answer = meeting.ruth.one(op)
    assert (answer["status"], answer["why"]) == ("refused", "changed_since_seen")
    assert "row" not in answer
    assert stands(meeting.council, paper) is None
    assert meeting.council.one("SELECT op FROM waymark.held")["set"]["words"] == "w"
    op = row("document", meeting.case, paper, made)
    op["signed"] = {"aggregate": "review", "id": meeting.review, "content": meeting.content()}
    assert meeting.ruth.one(op)["status"] == "applied"


@pytest.mark.parametrize("many", [False, True])
def test_an_issued_paper_stays_as_it_is_whoever_signs(meeting: Meeting, many: bool) -> None:
    paper, issued = new_id(), {"review_id": meeting.review, "kind": "minutes", "version": 1,
                               "words": "w", "digest": "d" * 64, "issued_at": AT}  # fmt: skip
    meeting.ruth.one(row("document", meeting.case, paper, issued))
    signed = {"aggregate": "review", "id": meeting.review, "content": meeting.content()}
    wanted: dict[str, Any] = {"digest": "e" * 64, "words": "x", "version": 2, "kind": "letter",
              "issued_at": "2026-11-21T10:00:00Z", "language": "cy", "issued_by": "x"}  # fmt: skip
    for field, value in wanted.items():
        changed = row("document", meeting.case, paper, {field: value}, {field: issued.get(field)})
        changed |= {} if many else {"signed": signed}
        notes = [row("note", meeting.case, new_id(), {"words": "x"}) for _ in range(4 * many)]
        answers = meeting.mo.push(changed, *notes)
        assert (answers[0]["status"], answers[0]["why"]) == ("held", "fixed_field"), field
        assert {one["status"] for one in answers[1:]} <= {"applied"}
    gone = row("document", meeting.case, paper, {"removed_at": AT}, {}, 1)
    assert meeting.mo.one(gone)["why"] == "role_may_not_write"
    assert meeting.mo.one(row("document", meeting.case, paper, issued)).get("why") is None
    assert stands(meeting.council, paper) == issued


def test_a_digest_that_came_after_the_paper_is_set_once(meeting: Meeting) -> None:
    rules = {line.field: line.merge_rule for line in registry() if line.table == "document"}
    once = {line.field for line in registry() if line.table == "document" and line.once}
    paper = new_id()
    stood = {"review_id": meeting.review, "kind": "minutes", "version": 1}
    meeting.ruth.one(row("document", meeting.case, paper, stood))
    for digest, base in (("d" * 64, ""), ("e" * 64, "d" * 64), ("d" * 64, ""), ("", "d" * 64)):
        before = stands(meeting.council, paper)
        mine = {"digest": digest}
        now = dict.fromkeys(
            (one for one in once if not is_blank(before.get(one))), MergeRule.FIXED
        )
        expected = merge_row({**rules, **now}, before, mine, {"digest": base})
        answer = meeting.ruth.one(row("document", meeting.case, paper, mine, {"digest": base}, 9))
        assert answer.get("why", "") == expected.why
        assert stands(meeting.council, paper) == expected.data
    assert stands(meeting.council, paper)["digest"] == "d" * 64


def test_a_letter_is_signed_with_its_lines(meeting: Meeting) -> None:
    letter, line = new_id(), new_id()
    meeting.ruth.push(
        row("child_letter", meeting.case, letter, {"review_id": meeting.review}),
        row(
            "letter_line", meeting.case, line, {"letter_id": letter, "key": "hello", "words": "Hi"}
        ),
    )
    seen, paper = meeting.content(letter, line), new_id()
    op = row("document", meeting.case, paper, {"letter_id": letter, "digest": "d"})
    op["signed"] = {"aggregate": "letter", "id": letter, "content": seen}
    assert meeting.ruth.one(op)["status"] == "applied"


def test_nothing_is_signed_while_two_versions_wait(meeting: Meeting) -> None:
    was = {"what": "Zoo"}
    meeting.ruth.one(row("decision", meeting.case, meeting.decision, {"what": "Farm"}, was, 1))
    told = meeting.mo.one(
        row("decision", meeting.case, meeting.decision, {"what": "Aquarium"}, was, 1)
    )
    assert told["status"] == "conflict"
    refused = meeting.ruth.one(meeting.signing(meeting.content()))
    assert (refused["status"], refused["why"]) == ("refused", "changed_since_seen")
    conflict = told["conflicts"][0][2]
    meeting.ruth.one(row("conflict", meeting.case, conflict, {"outcome": "theirs"}))
    assert meeting.ruth.one(meeting.signing(meeting.content()))["status"] == "applied"


def test_two_versions_in_another_review_stand_in_no_way(meeting: Meeting) -> None:
    other = meeting.ruth.review(meeting.case, place="Home")
    for who, place in ((meeting.ruth, "Hall"), (meeting.mo, "School")):
        who.one(row("review", meeting.case, other, {"place": place}, {"place": "Home"}, 1))
    assert meeting.ruth.one(meeting.signing(meeting.content()))["status"] == "applied"


def test_a_row_in_another_case_that_names_the_review_stops_no_signature(meeting: Meeting) -> None:
    meeting.council.person("eve")
    eve = HandingIn(meeting.council, "eve")
    for who in (eve, meeting.ruth):
        stray = row("note", who.child(), new_id(), {"review_id": meeting.review, "words": "x"})
        assert who.one(stray)["status"] == "applied"
    assert meeting.ruth.one(meeting.signing(meeting.content()))["status"] == "applied"


def test_a_review_is_begun_though_others_changed_where_it_is(meeting: Meeting) -> None:
    begun = row("review", meeting.case, meeting.review, {"state": "open"}, {"state": "planned"}, 1)
    home = {"place": "Home ☂"}
    meeting.mo.one(row("review", meeting.case, meeting.review, {"place": "Hall"}, home, 1))
    assert meeting.ruth.one(begun)["status"] == "merged"


def test_begun_twice_is_fine_and_moved_on_by_another_it_is_refused(meeting: Meeting) -> None:
    planned = {"state": "planned"}
    meeting.mo.one(row("review", meeting.case, meeting.review, {"state": "open"}, planned, 1))
    both = [
        meeting.ruth.one(row("review", meeting.case, meeting.review, {"state": to}, planned, 1))
        for to in ("open", "adjourned")
    ]
    assert [one["status"] for one in both] == ["merged", "refused"]
    assert both[1]["why"] == "changed_since_seen"
    assert sent(both[1])["data"]["state"] == "open"
