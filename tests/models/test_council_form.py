"""A council's form is kept in the record, and every review is read with it."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from models.broken_form import LAW_DROPPED, BrokenForm, NewerForm
from models.council import Council
from models.council_form import back_to_shipped, save_form, take_file
from models.database import Database
from models.form import shipped_form
from models.form_changes import add_area, with_names, with_step
from models.form_file import written
from models.record import Refused
from models.review_sheet import ReviewSheet
from tests import sample

Sam = tuple[Database, sample.Sample]
Change = Callable[..., object]


def change(sam: Sam, act: Callable[..., object], *given: object) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        act(session, session.scalars(select(Council.id)).one(), *given)


def sheet(sam: Sam) -> ReviewSheet:
    return sample.sheet(*sam)


def kept(sam: Sam) -> str:
    database, made = sam
    with database.saving(made.iro_id) as session:
        return session.scalars(select(Council.meeting_form)).one()


def test_a_saved_form_is_the_form_of_every_review(sam: Sam) -> None:
    change(sam, save_form, with_names(shipped_form(), "safety"))
    assert sheet(sam).form.column["worry"].name == "What we are worried about"


def test_the_shipped_form_is_kept_as_nothing_so_that_it_follows_the_program(sam: Sam) -> None:
    change(sam, save_form, with_names(shipped_form(), "safety"))
    change(sam, back_to_shipped)
    assert kept(sam) == ""
    assert sheet(sam).form == shipped_form()


def test_a_file_is_taken_as_it_is(sam: Sam) -> None:
    form, key = add_area(with_step(shipped_form(), "A4", name="House"), "Faith", "A5")
    change(sam, take_file, written(form).encode())
    assert sheet(sam).form.step["A4"].name == "House"
    change(sam, take_file, written(shipped_form("safety")).encode())
    assert sheet(sam).form.area[key].hidden, "older notes keep its name"
    assert sheet(sam).form.column["next"].name == "What needs to happen"


def test_a_form_that_drops_the_law_is_refused_and_the_one_before_stands(sam: Sam) -> None:
    before = with_names(shipped_form(), "safety")
    change(sam, save_form, before)
    with pytest.raises(BrokenForm) as told:
        change(sam, save_form, with_step(before, "A6", schedule_7=()))
    assert told.value.reason == LAW_DROPPED
    with pytest.raises(BrokenForm):
        change(sam, take_file, b"name = ")
    assert sheet(sam).form == before


def test_only_a_council_has_a_form(sam: Sam) -> None:
    database, made = sam
    with pytest.raises(Refused), database.saving(made.iro_id) as session:
        save_form(session, "nobody", shipped_form())


def test_a_form_from_a_newer_program_is_never_written_over(sam: Sam) -> None:
    database, made = sam
    newer = written(shipped_form("safety")).replace("waymark_form = 1", "waymark_form = 2")
    with database.saving(made.iro_id) as session:
        session.scalars(select(Council)).one().meeting_form = newer
    assert sheet(sam).form == shipped_form(), "the meeting is held all the same"
    with pytest.raises(NewerForm):
        change(sam, save_form, shipped_form())
    assert kept(sam) == newer


def test_a_form_that_was_damaged_can_be_replaced(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        session.scalars(select(Council)).one().meeting_form = "damaged"
    change(sam, save_form, with_names(shipped_form(), "safety"))
    assert sheet(sam).form == shipped_form("safety")
