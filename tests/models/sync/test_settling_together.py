"""Two people change one decision; the chair chooses, and both laptops hold the choice."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.editing import find, put
from models.open_review import OpenReview
from models.sync.applying import Taking, apply_stage
from models.sync.sealing import seal
from models.sync.settling import settle, undo_settling
from models.sync.sharing_lines import what_came
from models.sync.two_versions import TwoVersions, needs_you
from tests import sample
from tests.laptop import Laptop, empty, with_sam
from tests.shared_council import SharedCouncil

BEFORE, HERS, MINE = "Ask Nana Bea", "Ask Nana Bea by Friday", "Ask Nana Bea in person"
Together = tuple[Laptop, Laptop, str, str]


@pytest.fixture
def together(council: SharedCouncil, tmp_path: Path) -> Iterator[Together]:
    """Nadia, who chairs, and a manager: both have the decision, and both change it unseen."""
    council.person("nadia", "iro")
    council.person("boss", "manager")
    nadia, family = with_sam(council, "nadia", tmp_path / "nadia")
    with nadia.database.saving(nadia.person) as session:
        decision = OpenReview(session, family.review_id).decide(BEFORE)
    nadia.round()
    boss = empty(council, "boss", tmp_path / "boss")
    boss.round()
    for laptop, words in ((boss, HERS), (nadia, MINE)):
        with laptop.database.saving(laptop.person) as session:
            put(session, "decision", decision, "what", words)
        laptop.round()
    nadia.round()
    boss.round()
    yield nadia, boss, decision, family.review_id
    nadia.close()
    boss.close()


def _waiting(laptop: Laptop) -> tuple[TwoVersions, ...]:
    with laptop.database.reading() as connection:
        return needs_you(connection)


def _says(laptop: Laptop, decision: str) -> Any:
    return laptop.one("select what from decision where id = ?", decision)


def test_both_laptops_have_both_versions_and_the_choice_of_the_chair_reaches_the_other(
    together: Together,
) -> None:
    nadia, boss, decision, review = together
    for laptop in (nadia, boss):
        (found,) = _waiting(laptop)
        assert (found.table, found.row_id, found.field) == ("decision", decision, "what")
        assert (found.review_id, found.before) == (review, BEFORE)
        assert (found.theirs.value, found.theirs.by_id) == (HERS, boss.person)
        assert (found.mine.value, found.mine.by_id) == (MINE, nadia.person)
        assert _says(laptop, decision) == HERS
    (found,) = _waiting(nadia)
    with nadia.database.saving(nadia.person) as session:
        settled = settle(session, found.id, "mine", MINE, sample.calendar())
    report = nadia.round()
    assert not report.conflicts
    boss.round()
    assert (_says(nadia, decision), _says(boss, decision)) == (MINE, MINE)
    assert _waiting(nadia) == _waiting(boss) == ()
    with nadia.database.saving(nadia.person) as session:  # a choice is taken back as well
        undo_settling(session, settled, sample.calendar())
    nadia.round()
    boss.round()
    assert (_says(nadia, decision), _says(boss, decision)) == (HERS, HERS)
    assert len(_waiting(nadia)) == len(_waiting(boss)) == 1


def test_two_choices_made_apart_lose_neither(together: Together) -> None:
    nadia, boss, decision, _review = together
    for laptop, outcome, value in ((nadia, "new", "Nadia chose"), (boss, "new", "Boss chose")):
        (found,) = _waiting(laptop)
        with laptop.database.saving(laptop.person) as session:
            settle(session, found.id, outcome, value, sample.calendar())
    nadia.round()
    boss.round()
    nadia.round()
    assert _says(nadia, decision) == _says(boss, decision) == "Nadia chose"
    kept = {each.mine.value for each in _waiting(nadia)} | {
        each.mine.value for each in _waiting(boss)
    }
    assert "Boss chose" in kept


def _type(laptop: Laptop, decision: str, words: str) -> None:
    with laptop.database.saving(laptop.person) as session:
        put(session, "decision", decision, "what", words)


def _choose_mine(laptop: Laptop) -> None:
    (found,) = _waiting(laptop)
    with laptop.database.saving(laptop.person) as session:
        settle(session, found.id, "mine", found.mine.value, sample.calendar())


@pytest.fixture
def in_the_middle(council: SharedCouncil, tmp_path: Path) -> Iterator[Together]:
    """The same two, but Nadia is still in the editor when the other version comes."""
    council.person("nadia", "iro")
    council.person("boss", "manager")
    nadia, family = with_sam(council, "nadia", tmp_path / "nadia")
    with nadia.database.saving(nadia.person) as session:
        decision = OpenReview(session, family.review_id).decide(BEFORE)
    nadia.round()
    boss = empty(council, "boss", tmp_path / "boss")
    boss.round()
    _type(boss, decision, HERS)
    boss.round()
    nadia.database.typing.begin("decision", decision)
    _type(nadia, decision, MINE)
    nadia.round()
    yield nadia, boss, decision, family.review_id
    nadia.close()
    boss.close()


@pytest.mark.parametrize("moment", ["typing", "left", "away"])
def test_keep_mine_keeps_the_newest_of_mine_though_it_was_typed_after_the_other_came(
    in_the_middle: Together, council: SharedCouncil, moment: str
) -> None:
    nadia, boss, decision, _review = in_the_middle
    more = MINE + " and more"
    _type(nadia, decision, more)
    if moment == "away":  # sealed, and no answer came
        with nadia.database.sharing() as hand:
            cases = [row[0] for row in hand.connection.execute("select id from child").fetchall()]
            seal(hand, cases)
    if moment == "left":
        nadia.database.typing.end("decision", decision)
        with nadia.database.sharing() as hand:
            apply_stage(hand, Taking(nadia.database.typing.holds, sample.NOW))
    (found,) = _waiting(nadia)
    assert (found.theirs.value, found.theirs.by_id) == (HERS, boss.person)
    assert (found.mine.value, found.mine.by_id) == (more, nadia.person)
    _choose_mine(nadia)
    nadia.database.typing.end("decision", decision)
    nadia.round()
    boss.round()
    nadia.round()
    assert (_says(nadia, decision), _says(boss, decision)) == (more, more)
    assert _waiting(nadia) == _waiting(boss) == ()
    assert not nadia.pending("decision", decision)
    _is_with_the_council(council, decision, more)


def test_words_typed_after_are_with_the_council_though_the_other_version_is_chosen(
    in_the_middle: Together, council: SharedCouncil
) -> None:
    nadia, boss, decision, _review = in_the_middle
    more = MINE + " and more"
    _type(nadia, decision, more)
    (found,) = _waiting(nadia)
    with nadia.database.saving(nadia.person) as session:
        settled = settle(session, found.id, "theirs", HERS, sample.calendar())
    nadia.database.typing.end("decision", decision)
    nadia.round()
    boss.round()
    assert (_says(nadia, decision), _says(boss, decision)) == (HERS, HERS)
    assert _waiting(nadia) == _waiting(boss) == ()
    _is_with_the_council(council, decision, more)
    with nadia.database.saving(nadia.person) as session:
        undo_settling(session, settled, sample.calendar())
    nadia.round()
    (found,) = _waiting(nadia)
    assert (found.theirs.value, found.mine.value) == (HERS, more)


def test_a_choice_under_which_theirs_changed_again_is_asked_about_once_more(
    in_the_middle: Together,
) -> None:
    nadia, boss, decision, _review = in_the_middle
    _type(nadia, decision, MINE + " and more")
    _choose_mine(nadia)
    nadia.database.typing.end("decision", decision)
    _type(boss, decision, HERS + ", or Monday")
    boss.round()
    nadia.round()
    boss.round()
    for laptop in (nadia, boss):
        assert _says(laptop, decision) == HERS + ", or Monday"
        (found,) = _waiting(laptop)
        assert (found.theirs.value, found.mine.value) == (
            HERS + ", or Monday",
            MINE + " and more",
        )
    _choose_mine(nadia)
    nadia.round()
    boss.round()
    assert _says(boss, decision) == _says(nadia, decision) == MINE + " and more"
    assert _waiting(nadia) == _waiting(boss) == ()


def test_only_what_another_changed_is_told_as_joined_and_not_under_ones_own_name(
    in_the_middle: Together,
) -> None:
    nadia, boss, decision, _review = in_the_middle
    nadia.database.typing.end("decision", decision)
    with boss.database.saving(boss.person) as session:
        put(session, "decision", decision, "by_when", date(2026, 12, 4))
    boss.round()
    with nadia.database.saving(nadia.person) as session:
        put(session, "decision", decision, "why", "So that Nana knows")
    nadia.round()
    with nadia.database.reading() as connection:
        told = [line for line in what_came(connection) if line.row_id == decision]
    assert not [line for line in told if line.by.startswith("Nadia")]
    assert [line for line in told if "by_when" in line.fields]
    assert not [line for line in told if line.kind == "joined" and "what" in line.fields]


def _is_with_the_council(council: SharedCouncil, decision: str, words: str) -> None:
    """See that these words are in what the council keeps: a change of the row or of the two."""
    found = council.admin.execute(
        "select count(*) from waymark.change where strpos(patch::text, %s) > 0",
        (words,),
    ).fetchone()
    assert found and found[0] > 0, decision


def test_a_row_taken_away_here_and_changed_there_is_asked_about(together: Together) -> None:
    nadia, boss, _decision, review = together
    with nadia.database.saving(nadia.person) as session:
        decision = OpenReview(session, review).decide("One more")
    nadia.round()
    boss.round()
    with boss.database.saving(boss.person) as session:
        put(session, "decision", decision, "what", "One more, and by Friday")
    boss.round()
    with nadia.database.saving(nadia.person) as session:
        find(session, "decision", decision).remove(nadia.person, session.info["at"])
    nadia.round()
    nadia.round()
    (asked,) = [each for each in _waiting(nadia) if each.field == "removed_at"]
    assert nadia.one("select removed_at from decision where id = ?", decision) is None
    with nadia.database.saving(nadia.person) as session:
        settle(session, asked.id, "mine", value=True, calendar=sample.calendar())
    nadia.round()
    boss.round()
    assert boss.one("select removed_at from decision where id = ?", decision) is not None
