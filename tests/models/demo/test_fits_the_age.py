"""What the demo council says to a child fits the child's age, and is said of this child."""

from collections import Counter
from datetime import date

from letters import child_letter
from letters.bands import Band
from letters.letter import Letter
from letters.pdf import render
from letters.wording import wording
from models.database import Database
from models.reading_a_review import read_review
from models.rules.age import age_on
from tests.demo_record import TODAY

_OF_OLDER = ("list out loud", "the rules make sense", "homework", "book bands", "Asked twice")


def _newest(demo: Database) -> list[Letter]:
    with demo.reading() as connection:
        rows = connection.execute(
            "select r.child_id, r.id from review r where r.state = 'finished' order by r.number"
        ).fetchall()
        newest = dict(iter(rows)).values()
        return [
            child_letter.compose(read_review(connection, each), wording(), TODAY)
            for each in newest
        ]


def test_nobody_under_4_is_said_to_read_or_to_speak(demo: Database) -> None:
    with demo.reading() as connection:
        rows = connection.execute(
            "select c.born_on, r.held_on, r.warm_line, r.no_words_why, n.letter_words "
            "from review r "
            "join child c on c.id = r.child_id join note n on n.review_id = r.id "
            "where r.held_on is not null"
        ).fetchall()
    small = [
        row for row in rows if age_on(date.fromisoformat(row[0]), date.fromisoformat(row[1])) < 4
    ]
    assert small
    for _born, _held, *words in small:
        assert not [each for each in words for told in _OF_OLDER if told in each]
        assert words[1].startswith("You were too small")


def test_letters_of_the_demo_fit_their_design_and_begin_each_in_its_own_way(
    demo: Database,
) -> None:
    letters = _newest(demo)
    warm = Counter(block.paragraphs[0].text for each in letters if (block := each.block("L2")))
    assert max(warm.values()) <= 5
    sides = {Band.A: 2, Band.B: 2, Band.C: 2, Band.D: 2, Band.U: 5}
    for band in sides:
        own = [each for each in letters if each.band is band][:4]
        assert own
        assert all(render(each, draft=True).pages <= sides[band] for each in own)
