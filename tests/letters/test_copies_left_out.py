"""What goes with what is left out of one reader's copy, and what no copy says of it."""

from dataclasses import replace

from letters.copies import PaperCopyWords, copy_of
from letters.words_of import words_of
from models.copy_of_sheet import sheet_for
from models.document_kind import DocumentKind
from models.letter_making import LineOnSheet
from models.review_sheet import CopyChangeOnSheet, RestrictionOnSheet
from models.rules.recipients import Share
from tests.letters.reading import whole_text
from tests.letters.sheets import DATED
from tests.letters.test_copies import BEFORE, minutes_for, of, sams


def test_a_line_in_other_words_goes_with_what_it_was_written_over() -> None:
    sheet = sams()
    over = LineOnSheet("l-1", "L11/when", "We meet at the usual hall again.", "", False, "")
    seen = LineOnSheet("l-2", "L11/seen", "", "", True, "Said already.")
    sheet = replace(
        sheet,
        next_review_place="Holm Hall",
        making=replace(sheet.making, lines=(over, seen)),
        restrictions=tuple(
            RestrictionOnSheet(field, "review", sheet.id, field, ("R1",))
            for field in ("next_review_place", "see_child_by")
        ),
    )
    reader = replace(of(sheet, "p-jo"), letter=Share.YES, cuts=frozenset({"R1"}))
    made = copy_of(sheet, DocumentKind.LETTER, reader, DATED)
    assert "usual hall" not in whole_text(made.rendered.pdf)
    own = copy_of(replace(sheet, restrictions=()), DocumentKind.LETTER, reader, DATED)
    assert "usual hall" in whole_text(own.rendered.pdf)
    keys = [each.key for each in made.document.every_paragraph()]
    assert "L11/seen" not in keys  # what the chair leaves out of the letter comes back in no copy


def test_a_line_written_by_hand_is_left_out_and_nothing_comes_in_its_place() -> None:
    sheet = sams()
    line = LineOnSheet("l-1", "L11/when", "We meet at the usual hall again.", "", False, "")
    change = CopyChangeOnSheet("c", "child", "letter_line", "l-1", "words", "", True, "")
    sheet = replace(sheet, making=replace(sheet.making, lines=(line,)), copy_changes=(change,))
    made = copy_of(sheet, DocumentKind.LETTER, of(sheet, "child"), DATED)
    assert "L11/when" not in [each.key for each in made.document.every_paragraph()]


def test_a_request_goes_from_another_readers_letter_with_the_only_answer_to_it() -> None:
    sheet = sams()
    decision = sheet.decisions[1]
    by_hand = CopyChangeOnSheet("c", "p-jo", "decision", decision.id, "", "", True, "")
    asked = next(each for each in sheet.wishes if each.asked_for)
    asked = replace(asked, answer="", decision_id=decision.id)
    others = (each for each in sheet.wishes if each.id != asked.id)
    sheet = replace(sheet, wishes=(*others, asked), copy_changes=(by_hand,))
    reader = replace(of(sheet, "p-jo"), letter=Share.YES)
    made = copy_of(sheet, DocumentKind.LETTER, reader, DATED)
    keys = [each.key for each in made.document.every_paragraph()]
    assert f"wish/{asked.id}/asked" not in keys
    assert ("wish", asked.id) in [(each.table, each.row_id) for each in made.cuts]
    told = replace(sheet, wishes=(*sheet.wishes[:-1], replace(asked, answer="Yes, soon.")))
    whole = copy_of(told, DocumentKind.LETTER, reader, DATED)
    assert f"wish/{asked.id}/asked" in [each.key for each in whole.document.every_paragraph()]
    record = sheet_for(sheet, reader, DocumentKind.MINUTES).sheet
    assert asked.id in [each.id for each in record.wishes]


def test_a_version_of_which_something_is_gone_never_says_that_nothing_changed() -> None:
    sheet = sams()
    first = copy_of(sheet, DocumentKind.MINUTES, of(sheet, "p-jo"), BEFORE)
    before = PaperCopyWords(1, BEFORE, first.words)
    decision = replace(sheet.decisions[0], restricted=True, restriction_kinds=("R4",))
    cut = replace(sheet, decisions=(decision, *sheet.decisions[1:]))
    for each in (sheet, cut):
        told = minutes_for(each, "p-jo", before)
        assert "sent has changed" not in told
        assert "This copy takes the place of version 1." in told


def test_decisions_that_are_not_final_say_so_on_every_copy_but_the_managers() -> None:
    sheet = replace(sams(), finalised_on=None, documents=(), replies=(), milestones=())
    made = copy_of(sheet, DocumentKind.DECISIONS, of(sheet, "p-jo"), DATED)
    told = words_of(made.document)
    assert "These decisions are not final yet, and may still change." in told
    assert "Sent " not in told.partition("\n\n")[0]
    assert "Written " in whole_text(made.rendered.pdf)


def test_no_request_stands_without_its_answer_in_a_readers_record() -> None:
    sheet = sams()
    decision = replace(sheet.decisions[0], restricted=True, restriction_kinds=("R6",))
    asked = replace(
        sheet.wishes[0], words="I want a key.", asked_for=True, answer="", decision_id=decision.id
    )
    rest = (*(each for each in sheet.wishes if not each.asked_for and each.id != asked.id),)
    sheet = replace(
        sheet, wishes=(asked, *rest), decisions=(decision, *sheet.decisions[1:])
    )  # fmt: skip
    told = minutes_for(sheet, "p-carys")
    assert "I want a key" in told  # among the child's own words
    assert "What Sam asked for" not in told
    whole = minutes_for(replace(sheet, decisions=sams().decisions), "p-carys")
    assert "See decision 1." in whole
    assert "What Sam asked for" in minutes_for(sheet, "file")


def test_the_reason_for_a_new_version_tells_no_restricted_passage() -> None:
    said = "Sam said that Mum hit her at home."
    kept = replace(sams().notes[0], words=said, restricted=True, restriction_kinds=("R6",))
    sheet = replace(sams(), notes=(kept, *sams().notes[1:]))
    first = copy_of(sheet, DocumentKind.MINUTES, of(sheet, "p-jo"), BEFORE)
    reason = f"{said} A date was wrong."
    told = minutes_for(sheet, "p-jo", PaperCopyWords(1, BEFORE, first.words, reason))
    assert "Mum hit her" not in told
    assert "A date was wrong." in told
