"""Suggestions of the glossary: whose words come first, what is sure, and whether grammar holds."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.plain.glossary import Glossary
from letters.plain.hard_words import is_acronym
from letters.plain.suggestion import Mode, Suggestion
from letters.plain.terms import Hold, terms
from tests.letters.plain.words import NAMES, wanted

SHIPPED = Glossary.of()
TEXTS = st.lists(
    st.sampled_from(
        [term.forms[-1] for term in terms()]
        + ["a", "an", "the", "your", "is", "Sam", "“", "”", "'", '"', ".", "with", "\n", "new"]
    ),
    max_size=14,
).map(" ".join)


def only(text: str, glossary: Glossary = SHIPPED) -> Suggestion:
    (suggestion,) = glossary.findings(text, NAMES)
    return suggestion


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We talked about the care plan.", "We talked about your plan."),
        ("Care plan agreed.", "Your plan agreed."),
        ("There is a care plan", "There is your plan"),
        ("All care plans are here.", "All plans are here."),
        ("An LA pays.", "A council pays."),
        ("See an IHA nurse.", "See a health check nurse."),
        ("The local authority’s plan", "The council’s plan"),
        ("Two local authorities met.", "Two councils met."),
        ("The GP and the GPs", "The doctor and the doctors"),
        ("PEP done.", "School plan done."),
        ("Your PEP is done, and two PEPs", "Your school plan is done, and two school plans"),
        (
            "Ask the GP surgery about safeguarding.",
            "Ask the doctor's surgery about keeping you safe.",
        ),
        ("You wrote a consultation form.", "You wrote a form for what you think."),
        ("This is confidential.", "This is private."),
        ("You live in residential care.", "You live in a children's home."),
        ("We think about safeguarding.", "We think about keeping you safe."),
        ("You have siblings.", "You have brothers and sisters."),
        ("a sibling", "a brother or sister"),
        ("The LAC review agreed it.", "The meeting agreed it."),
        ("It is a strategy meeting.", "It is a quick meeting about keeping you safe."),
        ("We ratified the plan.", "We agreed that the plan is right."),
        ("Your SW came. Two SWs came.", "Your social worker came. Two social workers came."),
        ("An SW rang.", "A social worker rang."),
        ("What are your wishes and feelings?", "What are what you want and how you feel?"),
    ],
)
def test_what_is_sure_holds_its_grammar(text: str, said: str) -> None:
    for each in reversed(SHIPPED.findings(text, NAMES)):
        assert each.is_sure
        text = each.applied(text)
    assert text == said


@pytest.mark.parametrize(
    ("text", "words", "replacement"),
    [
        ("A placement is found.", "placement", "home"),
        ("An assessment is due.", "An assessment", "Finding out what you need"),
        ("two placements", "placements", "homes"),
        ("It is a review.", "review", "meeting"),
        ("You have a contact.", "a contact", "family time"),
        ("You absconded.", "absconded", "went missing"),
        ("You have absconded.", "have absconded", "have gone missing"),
        ("If you abscond,", "abscond", "go missing"),
        ("absconding is", "absconding", "going missing"),
        ("the safeguarding lead", "safeguarding", ""),
        ("Your permanence plan", "permanence", ""),
        ("a core assessment", "assessment", ""),
        ("his assessment", "assessment", ""),
        ("a sibling group", "sibling", ""),
        ("We will review it.", "review", "talk about"),
        ("Review the plan in May.", "Review", "Talk about"),
        ("Samir reviews it.", "reviews", "talks about"),
        ("I will contact the school.", "contact", "get in touch with"),
        ("Your new care plan", "care plan", "plan"),
        ("Sam's care plan", "care plan", "plan"),
        ("GP/nurse", "GP", "Doctor"),
        ("Leeds Local Authority", "Local Authority", "council"),
        ("We met Leeds local authority.", "local authority", "council"),
        ("the initial review of it", "initial review", "first meeting"),
        ("the GP's list", "GP's", ""),
        ("the GP Anna", "GP", "doctor"),
        ("at Oak Alternative Provision", "Alternative Provision", "different place to learn"),
        ("See the safeguarding's", "safeguarding's", ""),
        ("the care plan's aim", "care plan's", ""),
        ("LACs", "LACs", ""),
        ("You are vulnerable.", "vulnerable", ""),
    ],
)
def test_what_may_not_hold_is_only_offered(text: str, words: str, replacement: str) -> None:
    found = next(each for each in SHIPPED.findings(text) if each.words == words)
    assert found.replacement == replacement
    assert not found.is_sure


@pytest.mark.parametrize(
    "word", ["contact", "review", "order", "visit", "placement", "assessment", "decision", "risk"]
)
def test_words_that_are_also_said_at_home_are_only_offered(word: str) -> None:
    assert not only(f"The {word} is here.").is_sure
    assert not only(f"The {word}s are here.").is_sure


def test_a_form_has_its_article_taken_in_only_where_it_changes() -> None:
    assert only("A GP came.").words == "GP"
    assert only("An LA came.").words == "An LA"
    assert only("The care plan is here.").words == "The care plan"


def test_a_term_is_explained_once_after_it() -> None:
    text = "The advocate came. The advocate spoke."
    found = only(text)
    assert (found.mode, found.is_sure) == (Mode.EXPLAIN, True)
    said = found.applied(text)
    assert said.startswith("The advocate (someone on your side who helps you say what you want) c")
    assert SHIPPED.findings(said) == ()


def test_an_explanation_that_may_not_fit_is_only_offered() -> None:
    assert not only("An advocate service").is_sure
    assert only("Two advocates came.").replacement == ""
    assert only("The social worker came.").replacement == ""
    assert not only("The court is near.").is_sure


@pytest.mark.parametrize(
    "text",
    [
        "You said “my placement is good” and “care plan”.",
        "You said 'my placement' and ‘the care plan’.",
        'You said "my placement".',
        "Tu as dit « contact » et ‹ review ›.",
        "Still typing “my placement",
        "You live at 12 Placement Road, at 3 Court Lane and at LA1 1AA.",
        "Write to placement@council.example or www.review.example.",
        "Samir, your social worker, came.",
        "Please contact me. I will contact you.",
    ],
)
def test_quotations_names_and_addresses_are_left_alone(text: str) -> None:
    assert SHIPPED.findings(text, NAMES) == ()


def test_a_name_is_left_alone_but_not_what_is_no_name() -> None:
    assert SHIPPED.findings("Court is here. Panel too.", ("Court Panel",)) == ()
    assert len(SHIPPED.findings("CAMHS will ring.", ("CAMHS", ""))) == 1


def test_the_childs_words_come_before_the_councils_and_these_before_ours() -> None:
    council = wanted("social care", "the team")
    theirs = Glossary.of([wanted("GP", "clinic"), council, wanted("GP", "Dr Fern", by_child=True)])
    assert only("See the GP.", theirs).replacement == "Dr Fern"
    assert only("We met social care.", theirs).replacement == "the team"
    assert only("Your PEP.", theirs).replacement == "school plan"


def test_a_word_that_somebody_wants_may_be_offered_in_the_plural_and_explained() -> None:
    own = Glossary.of([wanted("hub", "den", by_child=True), wanted("Zog", "a club", "explain")])
    assert only("the hub", own).is_sure
    many = only("two hubs", own)
    assert (many.replacement, many.is_sure) == ("dens", False)
    assert only("Zog is near.", own).replacement == "Zog (a club)"
    assert only("An odd mode", Glossary.of([wanted("mode", "way", "?")])).mode is Mode.SWAP


def test_a_word_wanted_otherwise_stays_only_offered_where_it_is_also_said_at_home() -> None:
    own = Glossary.of([wanted("contact", "Mum time", by_child=True)])
    found = only("Your contact is weekly.", own)
    assert (found.replacement, found.is_sure) == ("Mum time", False)


def test_somebodys_own_words_are_offered_only_where_their_grammar_can_hold() -> None:
    theirs = [wanted("contact", "time with Nan"), wanted("review", "big chat")]
    own = Glossary.of([replace(each, child_id="child-1") for each in theirs])
    assert only("Contact went well.", own).applied("Contact went well.") == (
        "Time with Nan went well."
    )
    assert only("Your contact arrangements.", own).replacement == ""
    assert only("Your next review.", own).replacement == "big chat"
    assert only("We will review it.", own).replacement == "talk about"


def test_a_whole_phrase_somebody_wants_takes_the_place_of_the_article() -> None:
    own = Glossary.of([wanted("life book", "my story", by_child=True)])
    assert only("It is in the life book.", own).applied("It is in the life book.") == (
        "It is in my story."
    )


def test_a_word_that_somebody_wants_left_alone_is_left_alone() -> None:
    own = Glossary.of(
        [wanted("review", "", by_child=True), wanted("PEP", "PEP"), wanted(" ", "x")]
    )
    assert own.findings("The review and the PEP.") == ()
    assert own.kept == {"review", "PEP"}


def test_everything_that_is_said_in_place_of_a_form_is_said_for_a_form_of_the_term() -> None:
    for term in terms():
        assert {form for form, _said in term.said} <= set(term.forms)
        assert set(term.everyday_forms) <= set(term.forms)
        if term.mode is not Mode.SWAP:
            assert all(
                said.hold is Hold.NEVER
                for form, said in term.said
                if not form.startswith(term.term) and not is_acronym(form)
            )


def test_every_swap_offers_something_or_says_why_not() -> None:
    swaps = [term for term in terms() if term.mode is Mode.SWAP]
    assert all(term.said for term in swaps)
    assert sum(said.hold is not Hold.NEVER for term in swaps for _form, said in term.said) > 90


@settings(max_examples=60)
@given(TEXTS)
def test_suggestions_never_touch_a_quotation_and_never_lie_over_each_other(text: str) -> None:
    from letters.plain.protected import quoted, touches

    end = 0
    for each in SHIPPED.findings(text, NAMES):
        assert text[each.start : each.end] == each.words
        assert each.start >= end
        assert not touches(quoted(text), each.start, each.end)
        assert not each.is_sure or each.replacement
        end = each.end
