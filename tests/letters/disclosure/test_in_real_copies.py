"""What is kept from a reader stands in no copy that may go: it is cut, or the copy waits."""

from dataclasses import replace

import pytest

from letters.disclosure.extracting import extract
from letters.releasing import ready_copy
from models.document_kind import DocumentKind
from models.readers_of_papers import readers
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays
from models.sending_on_sheet import ProtectedFactOnSheet
from tests.letters import sheets
from tests.letters.on_sheet import note, wish

DAYS = WorkingDays.of_england_and_wales()
HOME = ("address", "4 Holm Lane, Penhallow, PH2 2BB", "R1")
COTTAGE = ("address", "Rose Cottage, Upper Lane, Penhallow", "R1")
NEW_NAME = ("name", "Kitty Larkhollow", "R3")
CARER = ("name", "Alma Dunmore", "R1")
REFUGE = ("refuge", "Wren House, 12 Bellamy Street, Truro TR1 2XX", "R8")
SCHOOL = ("school", "Holm Oak Primary School", "R2")
PHONE = ("phone", "07700 900 123", "R1")


def goes_out(sheet: ReviewSheet, words: str, cuts: set[str]) -> bool:
    """Whether a copy that says these words may be released as it is."""
    (found,) = [each for each in readers(sheet) if each.key == "p-samir"]
    reader = replace(found, cuts=frozenset(cuts))
    ready = ready_copy(sheet, DocumentKind.MINUTES, reader, sheets.DATED, DAYS)
    pages = extract(ready.data, "pdf", "a.pdf").pages
    told = " ".join(" ".join(page.text for page in pages).split())
    return words in told and not ready.unanswered


def in_the_view(words: str, **changes: object) -> ReviewSheet:
    return sheets.full(iro_view=f"Sam is well. {words} So it goes on.", wishes=(), **changes)


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (HOME, "Post goes to PH22 BB please."),
        (HOME, "They live in the Lane (Holm), they say."),
        (HOME, "She cycles along Holm La. each day."),
        (HOME, "She cycles along ʜᴏʟᴍ ʟᴀɴᴇ each day."),
        (COTTAGE, "They moved to rose cottage in May."),
        (COTTAGE, "Rose cottage is a good home."),
        (COTTAGE, "The bus stops at upper lane now."),
        (NEW_NAME, "She likes being called kitty at home."),
        (NEW_NAME, "Her new name will be Kity soon."),
        (CARER, "AD took her to the shop."),
        (CARER, "A D took her swimming."),
        (CARER, "Alrna took her swimming."),
        (REFUGE, "The bus to Truro is quick."),
        (REFUGE, "At wren house there is a garden."),
        (REFUGE, "They walk down Bellamy to the shop."),
        (REFUGE, "They walk to the Wren from there."),
        (REFUGE, "It is somewhere in TR1 they say."),
        (SCHOOL, "She loves holm oak and maths."),
        (SCHOOL, "See www.holmoak.sch.uk for dates."),
        (PHONE, "Ring 07700 900 one 23 soon."),
        (PHONE, "Ring 07700 nine hundred 123 soon."),
        (PHONE, "Ring 07700 900 (ext) 123 soon."),
        (PHONE, "Ring 07700x900x123 soon."),
    ],
)
def test_a_fact_that_is_kept_back_goes_out_in_no_form(
    fact: tuple[str, str, str], words: str
) -> None:
    kind, written, tag = fact
    kept = ProtectedFactOnSheet("f-1", kind, written, (), None, tag, (), "")
    assert not goes_out(in_the_view(words, protected=(kept,)), words, {tag})


def test_a_nickname_that_is_listed_counts_in_small_letters() -> None:
    kept = ProtectedFactOnSheet("f-1", "name", "Alma Dunmore", ("Ally",), None, "R1", (), "")
    words = "Then ally took her to the shop."
    assert not goes_out(in_the_view(words, protected=(kept,)), words, {"R1"})


@pytest.mark.parametrize(
    ("restricted", "words"),
    [
        ("Gran told the police that Rosa stole it.", "Gran told the police that Rosa stole it."),
        ("Mum has HIV.", "Alma knows that Mum has HIV and helps."),
        ("Dad hit her.", "We know that Dad hit her, so we will see."),
        ("Dad hit her at the fair last June.", "We know that Dad hit her at the fair."),
        ("Mum is using again and she owes people.", "We know that Mum is using again."),
        ("He came into her room at night and told her.", "Then he came into her room, she says."),
        ("She told her to keep it secret for good.", "We heard: keep it secret for good."),
        ("Her new dad works at the bank in town.", "As her new dad works at the bank, so it is."),
        ("Sam said she does not feel safe with Mum.", "Now she does not feel safe, so we will."),
        ("Her mother was arrested for theft in May.", "We know that her mother was arrested."),
    ],
)
def test_a_restricted_sentence_goes_out_nowhere_else(restricted: str, words: str) -> None:
    kept = note("n-1", "worried", restricted, restricted=True, restriction_kinds=("R6",))
    sheet = in_the_view(words, notes=(kept,))
    assert not goes_out(sheet, words, {"R6"})
    again = note("n-2", "worried", words)
    assert not goes_out(sheets.full(notes=(kept, again), wishes=()), words, {"R6"})


def test_what_was_said_in_private_goes_out_nowhere_else() -> None:
    private = replace(wish("w-1", "Lunch time is too loud."), private=True)
    words = "Lunch time is too loud for Sam."
    sheet = replace(in_the_view(words), wishes=(private,))
    assert not goes_out(sheet, words, set())


def test_names_and_dates_that_stand_in_a_restricted_sentence_stop_nothing() -> None:
    kept = note(
        "n-1", "worried", "Samir Oakenshaw was here on Thursday 12 November 2026 with Jo.",
        restricted=True, restriction_kinds=("R6",),
    )  # fmt: skip
    words = "We met on Thursday 12 November 2026."
    assert goes_out(in_the_view(words, notes=(kept,)), words, {"R6"})


@pytest.mark.parametrize("words", ["Toby has the same room.", "Tobi came, and Toby W. too."])
def test_another_child_is_found_by_a_short_form_of_the_name(words: str) -> None:
    sheet = in_the_view(words)
    sheet = replace(sheet, making=replace(sheet.making, other_children=("Tobias Whitlock",)))
    assert not goes_out(sheet, words, set())
