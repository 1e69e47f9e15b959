"""Which facts are kept from whom, those that follow by themselves, and from whom a field is."""

from dataclasses import replace

from models.disclosure.facts import known_names, protected_for
from models.disclosure.tags import is_cut, tags_of, unresolved
from models.readers_of_papers import Reader, reader_of
from models.review_sheet import ProtectedFactOnSheet, RestrictionOnSheet, ReviewSheet
from tests.letters.sheets import full


def of(sheet: ReviewSheet, key: str) -> Reader:
    """The reader of this key."""
    found = reader_of(sheet, key)
    assert found is not None
    return found


def fact(**given: object) -> ProtectedFactOnSheet:
    """A fact of the carers' home, hidden from parents."""
    plain = ProtectedFactOnSheet("f", "address", "12 Mill Lane", (), None, "R1", (), "")
    return replace(plain, **given)  # type: ignore[arg-type]


def kept(sheet: ReviewSheet, key: str) -> list[str]:
    """The words that are kept from somebody."""
    return [each.words for each in protected_for(sheet, of(sheet, key))]


def test_a_fact_is_kept_by_its_tag_and_from_whom_it_names() -> None:
    sheet = full(protected=(fact(),))
    assert kept(sheet, "p-carys") == ["12 Mill Lane"]
    assert kept(sheet, "p-jo") == []
    assert kept(full(protected=(fact(hidden_from=("p-jo",)),)), "p-jo") == ["12 Mill Lane"]


def test_nobody_is_kept_from_their_own_facts_unless_they_are_named() -> None:
    assert kept(full(protected=(fact(person_id="p-carys"),)), "p-carys") == []
    own = fact(kind="name", words="Carys Larkhollow")
    assert kept(full(protected=(own,)), "p-carys") == []
    named = fact(person_id="p-carys", hidden_from=("p-carys",))
    assert kept(full(protected=(named,)), "p-carys") == ["12 Mill Lane"]


def test_what_somebody_is_called_and_where_they_live_follows_from_their_tags() -> None:
    sheet = full()
    people = tuple(
        replace(each, restriction_kinds=("R3",), address="1 Elm Row", known_as=("Josie",))
        if each.id == "p-jo"
        else replace(each, address_kinds=("R1",), phone="01632 960 001")
        for each in sheet.people
    )
    sheet = replace(sheet, people=people)
    found = {each.words for each in protected_for(sheet, of(sheet, "p-carys"))}
    assert {"Jo Brambleden", "1 Elm Row", "01632 960 001"} <= found
    assert "Jo Brambleden" not in known_names(sheet, of(sheet, "p-carys"))
    assert kept(sheet, "p-samir") == []


def test_tags_of_a_row_and_a_field_stand_together_and_one_unresolved_leaves_none() -> None:
    sheet = full()
    note = replace(sheet.notes[0], restricted=True, restriction_kinds=("R7",))
    more = RestrictionOnSheet("r", "note", note.id, "detail", ("R4",))
    sheet = replace(sheet, notes=(note,), restrictions=(more,))
    assert tags_of(sheet, "note", note.id, "words") == {"R7"}
    assert tags_of(sheet, "note", note.id, "detail") == {"R4", "R7"}
    assert tags_of(sheet, "review", sheet.id, "iro_view") is None
    open_tag = replace(more, kinds=())
    sheet = replace(sheet, restrictions=(open_tag,))
    assert tags_of(sheet, "note", note.id, "detail") == frozenset()
    assert is_cut(sheet, of(sheet, "p-samir"), "note", note.id, "detail")
    assert not is_cut(sheet, of(sheet, "file"), "note", note.id, "detail")
    assert [(each.table, each.field) for each in unresolved(sheet)] == [("note", "detail")]


def test_a_tag_of_a_row_that_is_not_on_the_sheet_holds_nothing_up() -> None:
    old = RestrictionOnSheet("r", "note", "a-note-of-an-earlier-review", "", ())
    assert unresolved(full(notes=(), restrictions=(old,))) == ()
