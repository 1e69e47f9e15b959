"""One reader's copy: whose it is, closed up, and as if what is left out had never been."""

from dataclasses import replace
from datetime import date

import pytest

from letters.copies import PaperCopyWords, copy_of
from letters.pdf import LetterHasGaps
from letters.words_of import words_of
from models.copy_of_sheet import sheet_for
from models.document_kind import DocumentKind
from models.letter_making import LineOnSheet
from models.readers_of_papers import Reader, reader_of, readers
from models.review_sheet import (
    CopyChangeOnSheet,
    DecisionChangeOnSheet,
    ProtectedFactOnSheet,
    RecipientOnSheet,
    RestrictionOnSheet,
    ReviewSheet,
)
from models.rules.recipients import Share
from tests.letters.reading import everything, whole_text
from tests.letters.sheets import DATED, full
from tests.letters.translated_letters import ALL_ARE_BORN_FREE, making, with_rows

BEFORE = date(2026, 11, 10)
PAPERS = (DocumentKind.MINUTES, DocumentKind.DECISIONS, DocumentKind.LETTER)


def sams() -> ReviewSheet:
    """Sam's review with every request answered, and nothing restricted or private."""
    sheet = full()
    return replace(
        sheet,
        wishes=tuple(
            replace(each, answer="Yes, soon." if each.asked_for else "", private=False)
            for each in sheet.wishes
        ),
        notes=tuple(replace(each, restricted=False) for each in sheet.notes),
    )


def of(sheet: ReviewSheet, key: str) -> Reader:
    """The reader of this key."""
    found = reader_of(sheet, key)
    assert found is not None
    return found


def minutes_for(sheet: ReviewSheet, key: str, before: PaperCopyWords | None = None) -> str:
    """The words of somebody's copy of the record."""
    made = copy_of(sheet, DocumentKind.MINUTES, of(sheet, key), DATED, before=before)
    return words_of(made.document)


@pytest.mark.parametrize("kind", PAPERS)
def test_a_cut_copy_is_byte_for_byte_the_copy_of_a_record_that_never_had_it(kind: str) -> None:
    sheet = sams()
    decision, note, worry = sheet.decisions[1], sheet.notes[0], sheet.notes[-1]
    restricted = replace(
        sheet,
        decisions=tuple(
            replace(each, restricted=True, restriction_kinds=("R4",)) if each is decision else each
            for each in sheet.decisions
        ),
        notes=tuple(
            replace(each, restricted=True, restriction_kinds=("R7",))
            if each in (note, worry) else each
            for each in sheet.notes
        ),
    )  # fmt: skip
    never = replace(
        sheet,
        decisions=tuple(
            replace(each, number=at)
            for at, each in enumerate((one for one in sheet.decisions if one is not decision), 1)
        ),
        wishes=tuple(
            replace(each, decision_id=None) if each.decision_id == decision.id else each
            for each in sheet.wishes
        ),
        notes=tuple(each for each in sheet.notes if each not in (note, worry)),
    )
    cut = copy_of(restricted, kind, of(restricted, "p-jo"), DATED)
    plain = copy_of(never, kind, of(never, "p-jo"), DATED)
    assert cut.rendered.pdf == plain.rendered.pdf
    assert cut.file_name == plain.file_name
    assert len(cut.cuts) == 3
    assert plain.cuts == ()


def test_a_section_of_which_all_is_left_out_closes_up_and_the_rest_is_counted_anew() -> None:
    sheet = sams()
    worries = tuple(
        replace(each, restricted=True, restriction_kinds=("R4",))
        if each.column == "worry" else each
        for each in sheet.notes
    )  # fmt: skip
    told = minutes_for(replace(sheet, notes=worries), "p-jo")
    assert "Worries" not in told
    assert "may be shared" not in told
    assert "4. Going well" in told


def test_the_copy_says_at_its_top_whose_it_is() -> None:
    sheet = sams()
    for kind in (DocumentKind.MINUTES, DocumentKind.DECISIONS):
        made = copy_of(sheet, kind, of(sheet, "p-carys"), DATED)
        said = "Copy for Carys Larkhollow, parent"
        assert said in whole_text(made.rendered.pdf)


def test_the_file_and_its_properties_name_neither_child_nor_reader() -> None:
    sheet = sams()
    for kind in PAPERS:
        made = copy_of(sheet, kind, of(sheet, "p-carys"), DATED)
        assert made.file_name.startswith(f"{kind}-")
        names = ("Larkhollow", "Samantha", "Carys")
        assert not any(name.casefold() in made.file_name.casefold() for name in names)
        info = everything(made.rendered.pdf)
        assert b"/Title (" not in info or b"Larkhollow" not in info


def test_a_sentence_goes_whole_where_a_protected_fact_stands_in_it() -> None:
    fact = ProtectedFactOnSheet("f", "school", "Tarn Primary", (), None, "R2", (), "")
    view = "The plan is right. Sam is happy at Tarn Primary now. It is too slow."
    sheet = replace(sams(), iro_view=view, protected=(fact,))
    assert "The plan is right. It is too slow." in minutes_for(sheet, "p-carys")
    assert view in minutes_for(sheet, "p-jo")


def test_somebody_whose_name_is_kept_is_nowhere_and_their_tasks_name_nobody() -> None:
    sheet = sams()
    people = tuple(
        replace(each, restriction_kinds=("R1",)) if each.id in ("p-jo", "p-dele") else each
        for each in sheet.people
    )
    told = minutes_for(replace(sheet, people=people), "p-carys")
    assert "Jo" not in told.replace("Johnson", "")
    assert "Brambleden" not in told
    assert "Brambleden" in minutes_for(replace(sheet, people=people), "p-jo")


def test_a_line_of_the_letter_written_by_hand_goes_with_what_it_was_written_over() -> None:
    line = LineOnSheet("l-1", "L11/when", "We meet at the Tarn again.", "", False, "")
    sheet = sams()
    sheet = replace(
        sheet,
        next_review_place="the Tarn",
        making=replace(sheet.making, lines=(line,)),
        protected=(ProtectedFactOnSheet("f", "place", "Tarn", (), None, "", ("p-jo",), ""),),
    )
    made = copy_of(sheet, DocumentKind.LETTER, of(sheet, "p-jo"), DATED)
    assert "Tarn" not in whole_text(made.rendered.pdf)


def test_the_childs_address_is_on_nobody_elses_copy_of_the_letter() -> None:
    sheet = sams()
    letter = replace(sheet.making.letter, is_posted=True, address="12 Mill Lane\nTarnwick")
    sheet = replace(sheet, making=replace(sheet.making, letter=letter))
    own = copy_of(sheet, DocumentKind.LETTER, of(sheet, "child"), DATED)
    other = copy_of(sheet, DocumentKind.LETTER, of(sheet, "p-jo"), DATED)
    assert "Mill Lane" in whole_text(own.rendered.pdf)
    assert "Mill Lane" not in whole_text(other.rendered.pdf)


def test_a_school_gets_only_decisions_of_learning_and_its_own() -> None:
    sheet = sams()
    school = of(sheet, "p-fenn")
    left = sheet_for(sheet, school, DocumentKind.DECISIONS).sheet
    assert left.decisions
    assert all(
        each.life_area == "learning" or each.person_id == "p-fenn" for each in left.decisions
    )
    assert [each.number for each in left.decisions] == list(range(1, len(left.decisions) + 1))
    assert (left.notes, left.iro_view, left.child.lives_with) == ((), "", "")


def test_the_councils_file_holds_what_is_restricted_in_an_annexe_apart() -> None:
    sheet = sams()
    notes = (replace(sheet.notes[0], restricted=True, restriction_kinds=("R7",)),)
    told = minutes_for(replace(sheet, notes=(*notes, *sheet.notes[1:])), "file")
    main, _heading, apart = told.partition("Restricted annexe")
    assert sheet.notes[0].words in apart
    assert sheet.notes[0].words not in main
    assert "Copies go to" in main


def test_what_the_child_said_in_private_goes_to_nobody_but_for_a_reason() -> None:
    sheet = sams()
    wishes = (replace(sheet.wishes[0], private=True), *sheet.wishes[1:])
    sheet = replace(sheet, wishes=wishes)
    said = sheet.wishes[0].words
    assert not any(said in minutes_for(sheet, key) for key in ("child", "p-samir", "file"))
    kept = CopyChangeOnSheet("c", "p-samir", "wish", wishes[0].id, "", "", False, "Safety.")
    assert said in minutes_for(replace(sheet, copy_changes=(kept,)), "p-samir")


def test_a_stretch_left_out_by_hand_goes_and_is_told_when_it_no_longer_stands() -> None:
    sheet = replace(sams(), iro_view="The plan is right, says her aunt, and too slow.")
    change = CopyChangeOnSheet("c", "p-jo", "review", sheet.id, "iro_view", ", says her aunt,",
                               True, "")  # fmt: skip
    sheet = replace(sheet, copy_changes=(change,))
    assert "The plan is right and too slow." in minutes_for(sheet, "p-jo")
    assert "her aunt" in minutes_for(sheet, "p-carys")
    other = replace(sheet, iro_view="Her aunt says that it is right.")
    assert sheet_for(other, of(other, "p-jo")).lost == (change,)


def test_a_sentence_that_names_the_number_of_a_decision_left_out_goes_with_it() -> None:
    sheet = replace(sams(), iro_view="The plan is slow. See decision 1. Decision 3 is mine.")
    first = replace(sheet.decisions[0], restricted=True, restriction_kinds=("R4",))
    sheet = replace(sheet, decisions=(first, *sheet.decisions[1:]))
    assert "The plan is slow. Decision 2 is mine." in minutes_for(sheet, "p-jo")


def test_how_a_decision_was_before_is_not_told_where_its_field_is_restricted() -> None:
    sheet = sams()
    change = DecisionChangeOnSheet(
        "dc", sheet.decisions[0].id, "amended", 1, BEFORE, "staff-1", "The manager asked.", "Old",
        "", None, "Because of the aunt.", "",
    )  # fmt: skip
    tag = RestrictionOnSheet("r", "decision", sheet.decisions[0].id, "why", ("R4",))
    sheet = replace(sheet, decision_changes=(change,), restrictions=(tag,))
    assert "aunt" not in minutes_for(sheet, "p-jo")


def test_a_later_copy_begins_with_what_changed_and_is_silent_of_what_is_now_kept_back() -> None:
    sheet = replace(sams(), iro_view="The plan is right.")
    first = copy_of(sheet, DocumentKind.MINUTES, of(sheet, "p-jo"), BEFORE)
    before = PaperCopyWords(1, BEFORE, first.words, "A day was wrong.")
    gone = replace(sheet.notes[0], restricted=True, restriction_kinds=("R7",))
    later = replace(sheet, iro_view="It is not right at all.", notes=(gone, *sheet.notes[1:]))
    made = copy_of(later, DocumentKind.MINUTES, of(later, "p-jo"), DATED, before=before)
    told = words_of(made.document).partition("\n\n")[2].partition("\n\n")[0]
    assert told.startswith("What changed since version 1 of your copy")
    assert "It is not right at all." in told
    assert gone.words not in words_of(made.document)
    assert (made.version, made.is_as_before) == (2, False)
    same = copy_of(sheet, DocumentKind.MINUTES, of(sheet, "p-jo"), DATED, before=before)
    assert same.is_as_before


def test_the_reason_for_a_new_version_tells_no_protected_fact() -> None:
    fact = ProtectedFactOnSheet("f", "school", "Tarn Primary", (), None, "R2", (), "")
    sheet = replace(sams(), protected=(fact,))
    before = PaperCopyWords(1, BEFORE, "x\n", "Tarn Primary was named. A day was wrong.")
    told = minutes_for(sheet, "p-carys", before)
    assert "Why it was changed: A day was wrong." in told
    assert "Tarn" not in told


def test_a_letter_that_lacks_something_by_itself_is_still_refused() -> None:
    sheet = sams()
    wishes = tuple(replace(each, answer="", decision_id=None) for each in sheet.wishes)
    with pytest.raises(LetterHasGaps):
        copy_of(replace(sheet, wishes=wishes), DocumentKind.LETTER, of(sheet, "child"), DATED)


def test_somebody_gets_what_the_chair_settled_for_them() -> None:
    changed = RecipientOnSheet("r", "p-bea", "", "yes", "", ("R1",), "email", "", "b@example.org",
                               True, "", "She looks after Sam on Sundays.")  # fmt: skip
    bea = of(replace(sams(), recipients=(changed,)), "p-bea")
    assert bea.gets(DocumentKind.DECISIONS)
    assert not bea.gets(DocumentKind.MINUTES)
    assert (bea.cuts, bea.way, bea.as_word) == (frozenset({"R1"}), "email", True)


def test_a_right_that_was_gone_through_stays_so_where_its_note_is_restricted() -> None:
    sheet = sams()
    rights = (replace(sheet.rights[0], note="Her aunt was there."), *sheet.rights[1:])
    tag = RestrictionOnSheet("r", "right_explained", rights[0].id, "done", ("R4",))
    told = minutes_for(replace(sheet, rights=rights, restrictions=(tag,)), "p-jo")
    assert "aunt" not in told
    assert "An advocate was explained and offered | Yes" in told


def test_what_is_gone_and_protected_now_is_not_said_again_as_gone() -> None:
    sheet = replace(sams(), iro_view="Sam goes to Tarn Primary, which is far away.")
    first = copy_of(sheet, DocumentKind.MINUTES, of(sheet, "p-carys"), BEFORE)
    fact = ProtectedFactOnSheet("f", "school", "Tarn Primary", (), None, "R2", (), "")
    later = replace(sheet, iro_view="All is well.", protected=(fact,))
    told = minutes_for(later, "p-carys", PaperCopyWords(1, BEFORE, first.words, "Mended."))
    assert "All is well." in told
    assert "Tarn" not in told


def test_a_line_of_which_something_is_left_out_goes_from_both_languages() -> None:
    line = "You showed everyone where to sit in Tarn. You let me meet Biscuit."
    plain = replace(sams(), warm_line=line, making=making("ar", words_checked_by="A. Reader"))
    sheet = with_rows(plain, lambda _key, _english: ALL_ARE_BORN_FREE["ar"])
    fact = ProtectedFactOnSheet("f", "place", "Tarn", (), None, "", ("p-jo",), "")
    sheet = replace(sheet, protected=(fact,))
    cut = copy_of(sheet, DocumentKind.LETTER, of(sheet, "p-jo"), DATED)
    whole = copy_of(sheet, DocumentKind.LETTER, of(sheet, "p-dele"), DATED)
    assert "Biscuit" in words_of(whole.document)
    assert "Biscuit" not in words_of(cut.document)
    assert "Tarn" not in words_of(cut.document)
    assert len(words_of(cut.document)) > len(words_of(whole.document)) / 2


@pytest.mark.parametrize("kind", [DocumentKind.MINUTES, DocumentKind.DECISIONS])
def test_no_empty_place_in_a_readers_copy_points_at_what_is_gone(kind: str) -> None:
    sheet = sams()
    does = next(each for each in sheet.people if each.id == sheet.decisions[1].person_id)
    hidden = replace(does, restriction_kinds=("R8",))
    people = tuple(hidden if each.id == does.id else each for each in sheet.people)
    reader = next(
        each for each in readers(sheet)
        if "R8" in each.cuts and each.share(kind) is Share.YES
        and each.key != does.id and not each.is_file
    )  # fmt: skip
    left = replace(sheet, people=people)
    made = copy_of(left, kind, of(left, reader.key), DATED)
    told = words_of(made.document)
    assert does.name not in told
    assert "Somebody who helps Sam" in told


def test_where_others_gave_a_reason_nobodys_is_an_empty_place() -> None:
    sheet = sams()
    first = replace(sheet.scale_answers[0], reason="Home is calm.")
    rest = tuple(replace(each, reason="") for each in sheet.scale_answers[1:])
    mixed = replace(sheet, scale_answers=(first, *rest))
    told = minutes_for(mixed, "p-carys")
    assert "Home is calm." in told
    assert "Nothing is written here." in told
    assert "Nothing is written here." not in minutes_for(mixed, "file")
