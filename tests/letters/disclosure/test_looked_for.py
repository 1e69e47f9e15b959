"""What is looked for: facts kept from this reader, passages cut for them, other children."""

from dataclasses import replace

from letters.disclosure.checking import check
from letters.disclosure.looked_for import secrets_for
from letters.releasing import ready_copy
from models.disclosure.matching import OTHER_CHILD, RESTRICTED
from models.document_kind import DocumentKind
from models.readers_of_papers import Reader, readers
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays
from models.sending_on_sheet import CopyChangeOnSheet, ProtectedFactOnSheet, RestrictionOnSheet
from tests.letters import sheets
from tests.letters.disclosure.planted.on_drawn_pages import line
from tests.letters.on_sheet import note

ILLNESS = "Carys was in hospital in August. She does not want it known."
SCHOOL = ProtectedFactOnSheet("f-1", "school", "Oakfield Academy", ("Oakie",), None, "R2", (), "")
TOWN = ProtectedFactOnSheet("f-2", "place", "Thornby", (), None, "R8", ("p-jo",), "")


def with_secrets(**changes: object) -> ReviewSheet:
    restricted = note("n-1", "worried", ILLNESS, restricted=True, restriction_kinds=("R4",))
    told = note("n-2", "going_well", "Sam laughs again. She does not want it known.")
    return sheets.full(notes=(restricted, told), wishes=(), protected=(SCHOOL, TOWN), **changes)


def reader_of(sheet: ReviewSheet, key: str, cuts: set[str]) -> Reader:
    (found,) = [each for each in readers(sheet) if each.key == key]
    return replace(found, cuts=frozenset(cuts))


def looked_for(sheet: ReviewSheet, key: str, cuts: set[str], *others: str) -> set[tuple[str, str]]:
    secrets = secrets_for(sheet, reader_of(sheet, key, cuts), others)
    return {(each.kind, each.words) for each in secrets}


def test_facts_are_looked_for_by_their_tag_and_by_whom_they_are_hidden_from() -> None:
    sheet = with_secrets()
    assert looked_for(sheet, "p-samir", {"R9"}) == set()
    assert looked_for(sheet, "p-samir", {"R2"}) == {("school", "Oakfield Academy")}
    assert looked_for(sheet, "p-jo", set()) == {("place", "Thornby")}


def test_a_cut_passage_is_looked_for_wherever_else_it_is_told() -> None:
    passage = f"{ILLNESS} Not yet. He came into her room at night. Mum has HIV."
    restricted = note("n-1", "worried", passage, restricted=True, restriction_kinds=("R4",))
    told = note("n-2", "going_well", f"Sam laughs again. {passage}")
    sheet = sheets.full(notes=(restricted, told), wishes=(), iro_view=passage)
    secrets = secrets_for(sheet, reader_of(sheet, "p-samir", {"R4"}))
    found = {
        words: bool(check(line(words).data, "pdf", "a.pdf", secrets))
        for words in (
            "Carys was in hospital in August.",
            "She does not want it known.",
            "Sam said he came into her room at night and left.",
            "Alma knows that Mum has HIV and helps.",
            "Not yet.",
        )
    }
    assert list(found.values()) == [True, True, True, True, False]


def test_a_sentence_in_the_open_that_is_restricted_elsewhere_stops_the_copy() -> None:
    stolen = "Gran told the police that Rosa stole her necklace."
    restricted = note("n-1", "worried", stolen, restricted=True, restriction_kinds=("R6",))
    sheet = sheets.full(notes=(restricted,), iro_view=f"The plan is right. {stolen}")
    sheet = replace(sheet, wishes=())
    reader = reader_of(sheet, "p-samir", {"R6"})
    days = WorkingDays.of_england_and_wales()
    ready = ready_copy(sheet, DocumentKind.MINUTES, reader, sheets.DATED, days)
    assert [each.kind for each in ready.unanswered] == [RESTRICTED]
    stays = CopyChangeOnSheet("c", "p-samir", "review", sheet.id, "iro_view", "", False, "Known.")
    let = ready_copy(
        replace(sheet, copy_changes=(stays,)), DocumentKind.MINUTES, reader, sheets.DATED, days
    )
    assert let.unanswered == ()


def test_a_field_that_is_left_out_whole_by_hand_is_looked_for_elsewhere() -> None:
    change = CopyChangeOnSheet("c", "p-samir", "note", "n-2", "words", "", True, "")
    sheet = with_secrets(copy_changes=(change,))
    assert looked_for(sheet, "p-samir", set()) == {(RESTRICTED, sheet.notes[1].words)}


def test_a_field_that_is_restricted_by_itself_is_looked_for() -> None:
    kept = RestrictionOnSheet("x-1", "review", sheets.full().id, "iro_view", ("R10",))
    sheet = with_secrets(restrictions=(kept,))
    assert looked_for(sheet, "p-samir", {"R10"}) == {(RESTRICTED, sheet.iro_view)}


def test_what_the_chair_leaves_out_by_hand_is_looked_for_and_what_she_keeps_is_not() -> None:
    words = "Sam laughs again."
    gone = CopyChangeOnSheet("c-1", "p-samir", "note", "n-2", "words", words, True, "")
    kept = CopyChangeOnSheet("c-2", "p-samir", "note", "n-1", "words", "", False, "she agreed")
    sheet = with_secrets(copy_changes=(gone, kept))
    assert looked_for(sheet, "p-samir", {"R4"}) == {(RESTRICTED, words)}
    assert (RESTRICTED, ILLNESS) in looked_for(sheet, "p-dele", {"R4"})


def test_other_children_are_looked_for_unless_somebody_here_bears_the_name() -> None:
    sheet = with_secrets()
    names = ("Maya Thornfield", "Jo", "Maya Thornfield", " ", sheet.child.called)
    assert looked_for(sheet, "p-samir", set(), *names) == {(OTHER_CHILD, "Maya Thornfield")}


def test_what_the_child_said_in_private_is_looked_for_in_every_copy() -> None:
    (private,) = [wish for wish in sheets.full().wishes if wish.private]
    found = looked_for(sheets.full(), "p-samir", set())
    assert found == {(RESTRICTED, private.words)}


def test_nobody_is_kept_from_their_own_name() -> None:
    mother = ProtectedFactOnSheet("f-3", "name", "Carys Larkhollow", (), None, "R4", (), "")
    sheet = replace(with_secrets(), notes=(), protected=(mother,))
    assert looked_for(sheet, "p-carys", {"R4"}) == set()
    assert looked_for(sheet, "p-samir", {"R4"}) == {("name", "Carys Larkhollow")}
