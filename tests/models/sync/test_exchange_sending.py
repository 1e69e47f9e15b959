"""A laptop shares what was typed: in order, once, over what was seen, whatever is cut."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, LiteralString

import pytest

from models.document_kind import DocumentKind
from models.drafts import keep_draft
from models.editing import put, remove
from models.issuing import Issue, issue
from models.open_review import OpenReview
from models.review import ReviewState
from models.sync.held import decide
from models.sync.lease import lease_left
from models.sync.link import ConnectionLost
from models.sync.sealing import next_batch, seal_acts
from models.sync.standing import change_standing, standing_of
from models.undo import keep_step, undo
from tests import laptop as laptops
from tests import sample
from tests.laptop import Crash, Laptop
from tests.models.sync.conftest import Pair
from tests.sample import NOW, Sample
from tests.shared_council import SharedCouncil


def _put(laptop: Laptop, review_id: str, field: str, value: Any) -> None:
    with laptop.database.saving(laptop.person) as session:
        put(session, "review", review_id, field, value)


def _place(laptop: Laptop, review_id: str) -> Any:
    return laptop.one("SELECT place FROM review WHERE id = ?", review_id)


def _held_by_council(council: SharedCouncil, row_id: str) -> dict[str, Any]:
    found: dict[str, Any] = council.one("SELECT data FROM waymark.row WHERE id = %s", row_id)
    return found


def test_what_one_writes_the_other_reads(pair: Pair) -> None:
    ruth, bea, sam, _council = pair
    _put(ruth, sam.review_id, "place", "At Alma’s, the blue door")
    ruth.round()
    bea.round()
    assert _place(bea, sam.review_id) == "At Alma’s, the blue door"
    assert ruth.pending("review", sam.review_id) == {}


def test_a_round_with_nothing_new_is_one_question(pair: Pair) -> None:
    ruth, _bea, _sam, _council = pair
    ruth.round()
    ruth.link.asked.clear()
    assert ruth.round().sent == 0
    assert ruth.link.asked == ["hello"]


def test_words_typed_over_words_not_seen_leave_both(pair: Pair) -> None:
    ruth, bea, sam, council = pair
    _put(ruth, sam.review_id, "place", "At school")
    _put(bea, sam.review_id, "place", "At the office")
    ruth.round()
    report = bea.round()
    assert report.conflicts == 1
    assert _place(bea, sam.review_id) == "At school"
    ruth.round()
    found = ruth.one("SELECT mine FROM conflict WHERE row_id = ?", sam.review_id)
    assert found == '"At the office"'
    assert _held_by_council(council, sam.review_id)["place"] == "At school"


def test_what_arrives_while_words_wait_does_not_become_what_was_seen(pair: Pair) -> None:
    ruth, bea, sam, _council = pair
    _put(bea, sam.review_id, "place", "At the office")
    _put(ruth, sam.review_id, "place", "At school")
    ruth.round()
    bea.link.before = lambda name, _request: _cut() if name == "push" else None
    with pytest.raises(ConnectionLost):
        bea.round()
    bea.link.before = lambda *_told: None
    _put(bea, sam.review_id, "place", "At the office, room 2")
    assert bea.round().conflicts >= 1
    assert _place(bea, sam.review_id) == "At school"
    assert bea.one("SELECT mine FROM conflict") == '"At the office, room 2"'


def test_typing_goes_on_while_a_batch_is_away(pair: Pair) -> None:
    ruth, _bea, sam, council = pair
    _put(ruth, sam.review_id, "place", "At sch")

    def type_on(name: str, _request: Mapping[str, Any]) -> None:
        if name == "push" and _place(ruth, sam.review_id) == "At sch":
            _put(ruth, sam.review_id, "place", "At school")

    ruth.link.before = type_on
    report = ruth.round()
    assert (report.sent, report.conflicts) == (2, 0)
    assert _held_by_council(council, sam.review_id)["place"] == "At school"
    assert ruth.pending("review", sam.review_id) == {}


def test_a_typist_who_never_stops_does_not_keep_a_round_going(pair: Pair) -> None:
    ruth, _bea, sam, _council = pair
    _put(ruth, sam.review_id, "place", "a")

    def type_on(name: str, _request: Mapping[str, Any]) -> None:
        if name == "push":
            _put(ruth, sam.review_id, "place", _place(ruth, sam.review_id) + "a")

    ruth.link.before = type_on
    report = ruth.round()
    assert (report.sent, report.more_waits) == (3, True)


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("question", range(3))
def test_a_cut_at_any_question_changes_nothing_in_the_end(
    pair: Pair, when: str, question: int
) -> None:
    ruth, _bea, sam, council = pair
    _put(ruth, sam.review_id, "place", "At school")
    left = [question]

    def cut(_name: str, _request: Mapping[str, Any]) -> None:
        left[0] -= 1
        if left[0] == -1:
            _cut()

    setattr(ruth.link, when, cut)
    try:
        ruth.round()
    except ConnectionLost:
        _put(ruth, sam.review_id, "place", "At school, room 4")
    ruth.round()
    ruth.round()
    wanted = _place(ruth, sam.review_id)
    assert _held_by_council(council, sam.review_id)["place"] == wanted
    assert ruth.pending("review", sam.review_id) == {}
    assert council.one("SELECT count(*) FROM waymark.row WHERE table_name = 'conflict'") == 0


def test_an_answer_that_is_lost_is_asked_for_again_and_counts_once(pair: Pair) -> None:
    ruth, _bea, sam, council = pair
    _put(ruth, sam.review_id, "place", "At school")
    version = ruth.one("SELECT base_version FROM review WHERE id = ?", sam.review_id)
    ruth.link.after = lambda name, _request: _cut() if name == "push" else None
    with pytest.raises(ConnectionLost):
        ruth.round()
    ruth.link.after = lambda *_told: None
    ruth.round()
    kept = council.one("SELECT row_version FROM waymark.row WHERE id = %s", sam.review_id)
    assert kept == version + 1
    assert ruth.one("SELECT base_version FROM review WHERE id = ?", sam.review_id) == version + 1


def test_a_review_is_finished_with_what_was_on_the_screen(pair: Pair) -> None:
    ruth, _bea, sam, council = pair
    sample.write_whole_review(ruth.database, sam)
    ruth.round()
    _finish(ruth, sam)
    assert ruth.one("SELECT count(*) FROM outbox WHERE state = 'sealed'") == 1
    assert _signed(ruth)
    report = ruth.round()
    assert (report.refused, report.held) == (0, 0)
    assert _held_by_council(council, sam.review_id)["state"] == "finished"
    assert ruth.pending("review", sam.review_id) == {}


def test_a_whole_day_offline_is_signed_and_accepted_in_one_round(pair: Pair) -> None:
    ruth, bea, sam, council = pair
    sample.write_whole_review(ruth.database, sam)
    _finish(ruth, sam)
    _put(ruth, sam.review_id, "others_feedback", "Thanks")
    with ruth.database.saving(ruth.person) as session:
        pages = Issue(DocumentKind.LETTER, b"%PDF" + b"x" * 600_000, "Dear Sam,")
        letter_id = issue(session, sam.review_id, pages, ruth.person, NOW)
    report = ruth.round()
    assert (report.refused, report.held, report.more_waits) == (0, 0, False)
    assert _held_by_council(council, sam.review_id)["state"] == "finished"
    assert _held_by_council(council, letter_id)["words"] == "Dear Sam,"
    assert council.one("SELECT count(*) FROM waymark.part") == 3
    bea.round()
    assert bea.one("SELECT state FROM review WHERE id = ?", sam.review_id) == "finished"
    assert bea.one("SELECT count(*) FROM document") == 0  # business support reads copies only


def test_finishing_what_another_changed_meanwhile_is_put_back_and_said(pair: Pair) -> None:
    ruth, bea, sam, _council = pair
    sample.write_whole_review(ruth.database, sam)
    ruth.round()
    _put(bea, sam.review_id, "place", "In room 4")
    bea.round()
    _finish(ruth, sam)
    report = ruth.round()
    assert report.refused == 1
    state, finished_at = ruth.one("SELECT state FROM review WHERE id = ?", sam.review_id), None
    assert (state, finished_at) == (ReviewState.OPEN, None)
    assert ruth.one("SELECT count(*) FROM arrival WHERE kind = 'set_aside'") == 1
    assert _place(ruth, sam.review_id) == "In room 4"
    assert ruth.pending("review", sam.review_id) == {}
    _finish(ruth, sam)
    assert ruth.round().refused == 0


def test_beginning_is_kept_though_the_place_was_changed_meanwhile(pair: Pair) -> None:
    ruth, bea, sam, _council = pair
    _put(bea, sam.review_id, "place", "In room 4")
    bea.round()
    sample.begin(ruth.database, sam)
    assert ruth.round().refused == 0
    assert ruth.one("SELECT state FROM review WHERE id = ?", sam.review_id) == "open"


def test_a_row_is_removed_after_one_s_own_words_that_were_still_on_their_way(pair: Pair) -> None:
    ruth, _bea, sam, council = pair
    person = sam.people["gran"]
    with ruth.database.saving(ruth.person) as session:
        put(session, "person", person, "called", "Nana")
    with ruth.database.saving(ruth.person) as session:
        put(session, "person", person, "called", "Nan")
        remove(session, "person", sam.people["teacher"])
    with ruth.database.saving(ruth.person) as session:
        remove(session, "person", person)
    report = ruth.round()
    assert (report.refused, report.held) == (0, 0)
    gone = _held_by_council(council, person)
    assert gone["removed_at"]
    assert gone["called"] == "Nan"


def test_removing_what_another_changed_is_put_back(pair: Pair) -> None:
    ruth, bea, sam, council = pair
    person = sam.people["gran"]
    with bea.database.saving(bea.person) as session:
        put(session, "person", person, "called", "Nana B")
    bea.round()
    with ruth.database.saving(ruth.person) as session:
        remove(session, "person", person)
    assert ruth.round().refused == 1
    assert ruth.one("SELECT removed_at FROM person WHERE id = ?", person) is None
    assert ruth.one("SELECT called FROM person WHERE id = ?", person) == "Nana B"
    assert "removed_at" not in _held_by_council(council, person)


def test_what_the_council_sets_is_put_back_and_said(pair: Pair) -> None:
    ruth, _bea, _sam, _council = pair
    council_id = ruth.one("SELECT id FROM council")
    with ruth.database.saving(ruth.person) as session:
        put(session, "council", council_id, "name", "Mine")
    report = ruth.round()
    assert report.refused + report.held == 1
    assert ruth.one("SELECT name FROM council") == "Wyrdale Council"
    assert ruth.pending("council", council_id) == {}
    assert not ruth.round().sent


def test_a_long_day_goes_out_in_several_batches_parents_first(pair: Pair) -> None:
    ruth, _bea, sam, council = pair
    with ruth.database.saving(ruth.person) as session:
        for number in range(600):
            OpenReview(session, sam.review_id).add_note("well", f"note {number}")
    report = ruth.round()
    assert (report.sent, report.held) == (2, 0)
    assert council.one("SELECT count(*) FROM waymark.row WHERE table_name = 'note'") == 600


def test_a_removal_that_was_shared_is_undone_everywhere(pair: Pair) -> None:
    ruth, bea, sam, council = pair
    person = sam.people["gran"]
    with ruth.database.saving(ruth.person) as session:
        keep_step(session, sam.review_id, lambda s: remove(s, "person", person))
    ruth.round()
    bea.round()
    assert bea.one("SELECT removed_at FROM person WHERE id = ?", person) is not None
    with ruth.database.saving(ruth.person) as session:
        undo(session, sam.review_id, sample.calendar())
    assert ruth.round().refused == 0
    bea.round()
    assert bea.one("SELECT removed_at FROM person WHERE id = ?", person) is None
    assert _held_by_council(council, person).get("removed_at") is None


def test_a_laptop_that_dies_at_any_statement_of_a_round_shares_it_in_the_next(
    pair: Pair,
) -> None:
    ruth, bea, sam, council = pair
    died = 0
    for number in range(25):
        words = f"At school {number}"
        _put(ruth, sam.review_id, "place", words)
        with ruth.database.saving(ruth.person) as session:
            OpenReview(session, sam.review_id).add_note("well", words)
        if number % 8 == 0:
            _put(bea, sam.review_id, "booked_time", f"16:{number:02}")
            bea.round()
        laptops.fuse(ruth.database, 2 * number)
        try:
            ruth.round()
        except Crash:
            died += 1
        ruth.database = laptops.reopened(ruth.database)
    assert died > 15
    ruth.round()
    assert _held_by_council(council, sam.review_id)["place"] == words
    notes = council.one("SELECT count(*) FROM waymark.row WHERE table_name = 'note'")
    assert notes == 25 == ruth.one("SELECT count(*) FROM note")
    assert council.one("SELECT count(*) FROM waymark.row WHERE table_name = 'conflict'") == 0
    assert ruth.one("SELECT count(*) FROM review WHERE pending <> '{}'") == 0


def test_held_work_is_decided_on_and_its_author_hears_of_it(pair: Pair) -> None:
    ruth, bea, sam, council = pair
    _lose_access(council, bea, sam)
    _put(bea, sam.review_id, "place", "At the office")
    assert bea.round().held == 1
    (op_id,) = (council.one("SELECT op_id::text FROM waymark.held"),)
    with ruth.database.sharing() as hand:
        seal_acts(hand, [decide(op_id, add=True)])
    ruth.round()
    assert _held_by_council(council, sam.review_id)["place"] == "At the office"
    ruth.round()
    assert _place(ruth, sam.review_id) == "At the office"
    bea.round()
    assert bea.one("SELECT state FROM held_work WHERE op_id = ?", op_id) == "added"


@pytest.mark.parametrize(
    "revoked",
    [
        "UPDATE waymark.person SET revoked_at = now() WHERE id = %s",
        "UPDATE waymark.device SET state = 'revoked' WHERE person_id = %s",
    ],
    ids=["person", "laptop"],
)
def test_who_is_revoked_hands_in_and_reads_nothing(pair: Pair, revoked: LiteralString) -> None:
    ruth, bea, sam, council = pair
    _put(ruth, sam.review_id, "place", "At school")
    ruth.round()
    _put(bea, sam.review_id, "booked_time", "09:15")
    with bea.database.saving(bea.person) as session:
        keep_draft(session, sam.review_id, "A4", {"words": "Half of it"})
    council.admin.execute(revoked, (bea.person,))
    with bea.database.sharing() as hand:
        change_standing(hand.connection, receipt_at=None)
    report = bea.round()
    assert (report.revoked, report.held, report.purged) == (True, 2, (sam.child_id,))
    told = "SELECT count(*) FROM waymark.opened WHERE act = 'purged' AND person_id = %s"
    assert council.one(told, bea.person) == 1
    bea.link.asked.clear()
    assert bea.round().purged == ()
    assert "pull" not in bea.link.asked
    left = bea.one("SELECT count(*) FROM child") + bea.one("SELECT count(*) FROM held_work")
    assert (left, bea.one("SELECT count(*) FROM review")) == (0, 0)
    assert council.one("SELECT count(*) FROM waymark.held WHERE why = 'revoked'") == 2
    half = "SELECT op -> 'set' ->> 'words' FROM waymark.held WHERE op ->> 'table' = 'note'"
    assert council.one(half) == "Half of it"
    with bea.database.reading() as connection:
        standing = standing_of(connection)
    assert lease_left(standing, NOW) <= timedelta(0)


def _lose_access(council: SharedCouncil, laptop: Laptop, sam: Sample) -> None:
    council.admin.execute(
        "UPDATE waymark.access SET revoked_seq = 1 WHERE person_id = %s AND case_id = %s",
        (laptop.person, sam.child_id),
    )


def _finish(laptop: Laptop, sam: Sample) -> None:
    with laptop.database.saving(laptop.person) as session:
        OpenReview(session, sam.review_id).finish(NOW, "17:00", sample.calendar())


def _signed(laptop: Laptop) -> bool:
    with laptop.database.reading() as connection:
        batch = next_batch(connection)
    assert batch is not None
    return any("signed" in op for op in batch.sent["ops"])


def _cut() -> None:
    raise ConnectionLost
