"""A council's templates are kept by their key, checked at the door, and can be given up."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from models.council import Council
from models.database import Database
from models.letter import LetterTemplateText
from models.letter_moments import read_moments
from models.letter_templates import put_template, remove_template
from models.problems import Problem
from models.record import Refused
from tests import sample

Sam = tuple[Database, sample.Sample]


class Broken(Problem):
    """What a check says of a text that cannot be used."""


def check(text: str) -> None:
    if "broken" in text:
        raise Broken


def do(sam: Sam, act: Callable[..., object], *given: object) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        act(session, session.scalars(select(Council.id)).one(), *given)


def kept(sam: Sam) -> dict[str, str]:
    database, made = sam
    with database.reading() as connection:
        return dict(read_moments(connection, made.child_id).of_council)


def test_a_template_is_kept_changed_given_up_and_taken_up_again(sam: Sam) -> None:
    do(sam, put_template, "hello", "one", check)
    do(sam, put_template, "hello", "two", check)
    do(sam, put_template, "visit", "three", check)
    assert kept(sam) == {"hello": "two", "visit": "three"}
    do(sam, remove_template, "hello")
    assert kept(sam) == {"visit": "three"}
    do(sam, put_template, "hello", "four", check)
    assert kept(sam) == {"hello": "four", "visit": "three"}
    with sam[0].saving(sam[1].iro_id) as session:
        assert len(session.scalars(select(LetterTemplateText)).all()) == 2


def test_one_that_cannot_be_used_is_refused_and_the_one_before_stands(sam: Sam) -> None:
    do(sam, put_template, "hello", "one", check)
    with pytest.raises(Broken):
        do(sam, put_template, "hello", "broken", check)
    assert kept(sam) == {"hello": "one"}


def test_of_two_laptops_that_made_one_each_the_newest_stands_and_both_go(sam: Sam) -> None:
    with sam[0].saving(sam[1].iro_id) as session:
        for place, text in enumerate(("older", "newer")):
            session.add(
                LetterTemplateText(
                    id=f"{place}-template", authority_id=sample.AUTHORITY, case_id="",
                    key="hello", text=text,
                )
            )  # fmt: skip
    assert kept(sam) == {"hello": "newer"}
    do(sam, remove_template, "hello")
    assert kept(sam) == {}


def test_there_is_a_council_to_keep_it(sam: Sam) -> None:
    with sam[0].saving(sam[1].iro_id) as session:
        with pytest.raises(Refused):
            put_template(session, "none", "hello", "one", check)
        with pytest.raises(Refused):
            remove_template(session, "none", "hello")
