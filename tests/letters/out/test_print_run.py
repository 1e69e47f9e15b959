"""What a print run holds: one person's papers of one child in a set, in order, each set a file."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from letters.out.print_run import (
    ADDRESS,
    Run,
    Sender,
    Sheet,
    WhyNot,
    from_sheet,
    plan,
    set_pdf,
    sheet_count,
)
from models.sending_queue import CopyLine, CopyState, Group, QueueLine
from tests.letters.out.test_envelope import words_within
from tests.letters.reading import page_texts, whole_text
from tests.released import pages

HOME = "2 Fuller’s Row\nLittle Wren\nWR0 7FR"
SENDER = Sender("Wrenshire County Council", "Children’s reviewing service", "County Hall, WR1 1AA")


def copy(of: str, reader: str, kind: str = "minutes", **given: Any) -> CopyLine:
    """One released copy that waits to be printed."""
    held: dict[str, Any] = {
        "id": f"{of}-{reader}-{kind}", "case_id": of, "review_id": f"review-{of}",
        "reader": reader, "reader_name": f"Person {reader}", "role": "parent", "kind": kind,
        "format": "pdf", "version": 1, "language": "en-GB", "way": "post", "address": HOME,
        "email": "", "due_on": date(2026, 11, 30), "wanted": 0,
        "released_at": datetime(2026, 11, 20, tzinfo=UTC), "released_by": "iro", "digest": "",
        "maker": "iro", "is_here": True, "releaser": "", "state": CopyState.TO_PRINT,
        "where_to": HOME,
    }  # fmt: skip
    return CopyLine(**{**held, **given})


def line(of: str, *copies: CopyLine, group: Group = Group.LATER) -> QueueLine:
    """The copies of one child's review in the queue."""
    return QueueLine(
        f"{of}/review", of, f"review-{of}", f"Child {of}", of, 3, None, "", copies, None, group
    )


QUEUE = (
    line("b", copy("b", "mum"), copy("b", "mum", "letter"), copy("b", "mum", "decisions"),
         copy("b", "carer", "decisions", way="hand", address="", where_to="")),
    line("a", copy("a", "mum")),
    line("c", copy("c", "mum"), group=Group.LATE),
)  # fmt: skip


def pages_of(run: Run) -> dict[str, bytes]:
    """The pages of every copy of a run: two pages each that say which copy they are."""
    return {each: pages(f"COPY {each}") for one in run.sets for each in one.copy_ids}


def test_what_is_late_comes_first_and_then_each_child_and_person() -> None:
    run = plan(QUEUE)
    assert [(one.number, one.case_id, one.reader) for one in run.sets] == [
        (1, "c", "mum"), (2, "a", "mum"), (3, "b", "mum"), (4, "b", "carer")
    ]  # fmt: skip
    assert run.not_in_it == {}


def test_a_set_has_the_letter_then_the_decisions_then_the_record() -> None:
    run = plan(QUEUE)
    assert run.sets[2].copy_ids == ("b-mum-letter", "b-mum-decisions", "b-mum-minutes")


def test_only_what_waits_to_be_printed_and_is_asked_for_is_in_it() -> None:
    copies = (
        copy("a", "mum", state=CopyState.TO_POST), copy("a", "dad", state=CopyState.TO_CHECK),
        copy("a", "nan"), copy("a", "aunt"),
    )  # fmt: skip
    run = plan((line("a", *copies),), {"a-nan-minutes", "a-mum-minutes"})
    assert [one.copy_ids for one in run.sets] == [("a-nan-minutes",)]


def test_what_cannot_be_printed_is_told_with_why_and_the_rest_is_printed() -> None:
    long = "\n".join(("One", "Two", "Three", "Four", "Five"))
    copies = (
        copy("a", "mum", is_here=False), copy("a", "dad", format="docx"),
        copy("a", "nan", where_to=" "), copy("a", "aunt", where_to=long),
        copy("a", "carer", way="hand", where_to=""),
    )  # fmt: skip
    run = plan((line("a", *copies),))
    assert [one.reader for one in run.sets] == ["carer"]
    assert run.not_in_it == {
        "a-mum-minutes": WhyNot.NOT_HERE, "a-dad-minutes": WhyNot.NOT_PDF,
        "a-nan-minutes": WhyNot.NO_ADDRESS, "a-aunt-minutes": WhyNot.ADDRESS_TOO_LONG,
    }  # fmt: skip


def test_a_new_address_makes_a_set_of_its_own() -> None:
    moved = copy("a", "mum", "letter", where_to="1 High Street\nWren\nWR1 1AB")
    run = plan((line("a", copy("a", "mum"), moved),))
    assert [one.address for one in run.sets] == [HOME, moved.where_to]


@pytest.mark.parametrize("both_sides", [True, False])
def test_a_set_is_one_file_with_its_envelope_sheet_first(both_sides: bool) -> None:
    run = plan(QUEUE)
    given, one = pages_of(run), run.sets[2]
    made = set_pdf(one, given, SENDER, len(run.sets), both_sides=both_sides)
    texts = page_texts(made.pdf)
    assert "Person mum" in texts[0] and "Set 3 of 4" in texts[0]
    said = [" ".join(text.split()) for text in texts if "COPY" in text]
    assert said == [f"COPY {each}, page {page}" for each in one.copy_ids for page in (1, 2)]
    assert len(made.sheets) == sheet_count(one, given, both_sides=both_sides)
    assert made.sheets[0] == Sheet(1, ADDRESS, 1, 1)
    assert len(texts) == len(made.sheets) * (2 if both_sides else 1)
    window = plan(QUEUE).sets[2].address.replace("\n", " ")
    assert words_within(made.pdf, _window()) == f"Person mum {window}"


def _window() -> Any:
    from letters.out.window import DL

    return DL.kept_empty


def test_no_other_child_and_no_other_person_is_in_a_set() -> None:
    run = plan(QUEUE)
    given = pages_of(run)
    for one in run.sets:
        whole = whole_text(set_pdf(one, given, SENDER, len(run.sets)).pdf)
        others = [each for each in given if each not in one.copy_ids]
        assert all(f"COPY {each}," in whole for each in one.copy_ids)
        assert not [each for each in others if f"COPY {each}," in whole]


def test_what_is_handed_over_has_no_envelope_sheet() -> None:
    run = plan(QUEUE)
    made = set_pdf(run.sets[3], pages_of(run), SENDER, len(run.sets))
    assert [each.kind for each in made.sheets] == ["decisions"]
    assert "County Hall" not in whole_text(made.pdf)


@pytest.mark.parametrize("both_sides", [True, False])
def test_after_a_jam_the_rest_of_a_set_is_just_what_did_not_come_out(both_sides: bool) -> None:
    run = plan(QUEUE)
    made = set_pdf(run.sets[2], pages_of(run), SENDER, 4, both_sides=both_sides)
    whole = page_texts(made.pdf)
    for sheet in made.sheets:
        rest = page_texts(from_sheet(made, sheet.number, both_sides=both_sides))
        assert whole[len(whole) - len(rest) :] == rest
        out = len(whole) - len(rest)
        assert out == (sheet.number - 1) * (2 if both_sides else 1)


def test_a_set_says_no_name_when_it_is_written_down() -> None:
    one = replace(plan(QUEUE).sets[0], name="Rosa Tillbrook")
    assert "Rosa" not in repr(one) and "Fuller" not in repr(one)
