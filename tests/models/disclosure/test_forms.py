"""A fact is found in every form of the planted table, and words of every day are no fact."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.disclosure.form import How
from models.disclosure.forms import forms_of
from models.disclosure.matching import Sought, finder
from models.protected import FactKind
from tests.letters.disclosure.planted.facts import FACTS
from tests.letters.disclosure.planted.texts import planted_texts

ALL = finder(tuple(FACTS.values()))
UNSEEN = st.sampled_from(["", "\u00ad", "\u200b", "\u2060", "\ufeff", "\u0301"])
BETWEEN = st.sampled_from(["", " ", "-", ".", "\n", "\u00a0", "\u202f", "\u2011", " / ", ") "])


def found_in(text: str, *sought: Sought) -> set[tuple[str, str]]:
    looking = finder(sought) if sought else ALL
    return {(each.key, text[each.start : each.end]) for each in looking.find(text)}


def test_every_planted_text_is_found() -> None:
    planted = planted_texts()
    assert len(planted) >= 250
    missed = [each for each in planted if each.fact not in dict(found_in(each.words))]
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "She said so with good grace.",
        "There is a grace of ten days.",
        "Will you come, and will Jo?",
        "It will be on 12 Hill Street.",
        "Sam is young.",
        "Young people were asked.",
        "The surgery is at 9 Church Road.",
        "The party was at St Mary’s Church.",
        "Sam was born in St Mary’s Hospital.",
        "The elm bridge is old.",
        "We walked by the mill and the pond, along a lane.",
        "There are 14 children and 27 books.",
        "The case number is WR-20417 of 2026.",
        "Ring 01632 960999 or 07700 900999.",
        "e.g. this, i.e. that, at 5 p.m.",
        "A lark in a hollow tree.",
        "Rowan trees stand round the house.",
        "Mr Youngman came.",
        "In March the baby slept.",
        "She was in hospital for a day.",
        "https://www.example.org/reviews",
    ],
)
def test_words_of_every_day_are_no_fact(text: str) -> None:
    assert found_in(text) == set()


@pytest.mark.parametrize(
    ("name", "text", "counts"),
    [
        ("May Green", "We met May on Friday.", True),
        ("May Green", "We met on 4 May in town.", False),
        ("May Green", "We met in May, and in early May.", False),
        ("May Green", "In May half term we met.", False),
        ("May Green", "May I come? May he?", False),
        ("May Green", "May came too.", True),
        ("May Green", "May’s turn.", True),
        ("Will Young", "Jo, Will and Samir came.", True),
        ("Will Young", "Will Sam come?", False),
        ("Grace Hill", "The Grace Road ground.", False),
        ("Grace Hill", "Primrose Hill is high.", False),
        ("Grace Hill", "Mrs Hill came.", True),
        ("Grace Hill", "Grace, who is her aunt, came.", True),
        ("Mark Young", "the book of St Mark and St. Mark’s gospel", False),
        ("Mark Young", "Mark the day.", False),
    ],
)
def test_a_name_that_is_a_word_counts_where_it_is_written_as_a_name(
    name: str, text: str, counts: bool
) -> None:
    found = found_in(text, Sought("name", FactKind.NAME, name))
    assert bool(found) is counts


@settings(max_examples=60)
@given(st.lists(BETWEEN, min_size=10, max_size=10), st.sampled_from(["0", "+44", "0044", ""]))
def test_a_telephone_number_is_found_in_any_groups(gaps: list[str], ahead: str) -> None:
    digits = "7700900123"
    text = ahead + "".join(digit + gap for digit, gap in zip(digits, gaps, strict=True))
    assert "mobile" in dict(found_in(f"Ring {text} now."))


@settings(max_examples=60)
@given(st.lists(UNSEEN, min_size=10, max_size=10), st.sampled_from([str.upper, str.lower, str]))
@example(["\u00ad"] * 10, str.upper)
def test_marks_that_cannot_be_seen_hide_no_name(marks: list[str], case: object) -> None:
    assert callable(case)
    hidden = "".join(a + b for a, b in zip(case("Larkhollow"), marks, strict=True))
    assert "mother" in dict(found_in(f"We saw {hidden} there."))


@settings(max_examples=60)
@given(st.integers(1, 9), st.sampled_from(["missed", "doubled", "swapped", "changed"]))
def test_a_slip_in_a_name_does_not_hide_it(at: int, slip: str) -> None:
    name = "Larkhollow"
    ways = {
        "missed": name[:at] + name[at + 1 :],
        "doubled": name[:at] + name[at] + name[at:],
        "swapped": name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
        "changed": name[:at] + "x" + name[at + 1 :],
    }
    assert "mother" in dict(found_in(f"We saw {ways[slip]} there."))


def test_a_name_somebody_else_bears_too_is_looked_for_whole() -> None:
    dele = Sought("dele", FactKind.NAME, "Dele Brambleden")
    known = frozenset({"Jo Brambleden", "Jo"})
    text = "Jo Brambleden came. Bramblede came. Dele came. Dele Brambleden came."
    found = [text[each.start : each.end] for each in finder((dele,), known).find(text)]
    assert found == ["Dele", "Dele Brambleden"]


def test_each_find_says_where_it_stands_and_in_what_way() -> None:
    text = "Carys Larkhollow; Larkholow or C a r y s on 077 00 90 01 23; Ms Larkhollow"
    looking = finder((FACTS["mother"], FACTS["mobile"]))
    found = [(text[each.start : each.end], each.how) for each in looking.find(text)]
    assert found == [
        ("Carys Larkhollow", How.EXACT),
        ("Larkholow", How.NEAR),
        ("C a r y s", How.SPACED),
        ("077 00 90 01 23", How.NUMBER),
        ("Larkhollow", How.PART),
    ]


def test_a_fact_without_letters_has_no_forms_and_is_found_nowhere() -> None:
    assert forms_of(FactKind.OTHER, "…") == ()
    assert found_in("… and so on", Sought("none", FactKind.OTHER, "…")) == set()


def test_nobody_is_looked_for_by_a_title_or_a_kinship_alone() -> None:
    bea = Sought("bea", FactKind.NAME, "Nana Bea Larkhollow")
    assert found_in("Nana came with Mrs Fenn.", bea) == set()
    assert found_in("Bea came.", bea) == {("bea", "Bea")}


def test_a_stretch_that_is_told_openly_is_no_find() -> None:
    secret = "Sam said that the food at the home is cold every single day."
    told = frozenset({"sam", "sam sald that the food", "sald that the food at"})
    here = Sought("note", "restricted", secret)
    beside = Sought("note", "restricted", secret, (), told)
    assert found_in("Sam said that the food is good.", beside) == set()
    assert found_in(secret, here) == {("note", secret[:-1])}


@pytest.mark.parametrize(
    ("address", "text", "is_found"),
    [
        ("9\nRose Lane\nWren", "at 9 Rose Lane", True),
        ("9, Rose Lane, Wren", "at 9 Rose Ln", True),
        ("Rose Lane, Wren", "in Rose Lane", True),
        ("Rose Lane, Wren", "a rose lane", True),
        ("The Cottage, 9 Oddfellow Way", "the cottage", False),
        ("The Cottage, 9 Oddfellow Way", "in Oddfellow Way", True),
        ("Amberley, 2 Fuller’s Row", "at Amberley", True),
        ("Flat 4b, Kestrel Court, Wren", "Kestrel Court", True),
        ("Flat 4b, Kestrel Court, Wren", "the royal court", False),
        ("99 South Kestrel Avenue", "ninety-nine S Kestrel Ave", True),
        ("Little Wren", "in Little Wren", True),
        ("Rowan House, 3 Oddfellow Way", "at Rowan Hse", True),
        ("Rowan House, 3 Oddfellow Way", "at Rowan house", True),
        ("3 Oddfellow Way", "at 3a Oddfellow Way", True),
        ("27 Church Road", "at 27b Church Road", True),
        ("27 Church Road", "at 72 Church Road", False),
        ("27 Mill Pond Lane", "at 72 Mill Pond Lane", True),
        ("Room 2, 8 High Street", "8 High St.", True),
        ("Room 2, 8 High Street", "9 High Street", False),
    ],
)
def test_an_address_is_found_by_what_tells_where_it_is(
    address: str, text: str, is_found: bool
) -> None:
    assert bool(found_in(text, Sought("home", FactKind.ADDRESS, address))) is is_found


@pytest.mark.parametrize(
    ("number", "text", "is_found"),
    [
        ("020 7946 0018", "dial 7946 0018", True),
        ("0121 496 0018", "dial 4960018", True),
        ("0161 496 0018", "dial 496 0018", True),
        ("0118 496 0018", "dial 496 0018", True),
        ("01632 960018", "dial 960018 or 960019", True),
        ("01632 960018", "page 9600181", False),
        ("960018", "dial 960 018", True),
        ("0800 1111", "ring 0800-1111 now", True),
        ("07700 900123", "dial 900123", False),
        ("12345", "dial 12 345", False),
    ],
)
def test_a_telephone_number_is_found_as_it_is_dialled_near_by(
    number: str, text: str, is_found: bool
) -> None:
    found = found_in(text, Sought("number", FactKind.PHONE, number))
    assert any(each for each in found if each[0] == "number") is is_found


def test_a_passage_of_a_word_or_two_counts_only_as_a_whole_sentence() -> None:
    secret = Sought("note", "restricted", "She lied. … It was sad.")
    assert found_in("She lied. It was sad.", secret) != set()
    assert found_in("He told us that she lied to him.", secret) == set()


def test_a_short_word_over_two_lines_is_one_word() -> None:
    assert ("maya", "Ma\nya") in found_in("We saw Ma\nya there.")
    assert "maya" not in dict(found_in("We saw Ma, ya there."))


def test_a_name_with_an_initial_is_no_other_name() -> None:
    sami = Sought("sami", FactKind.NAME, "Sami Reed")
    looking = finder((sami,), frozenset({"Samir Oakenshaw"}))
    assert looking.find("Samir came.") == ()
    assert len(looking.find("Sami R. came.")) == 1


def test_a_school_of_one_word_and_an_article_is_found() -> None:
    grange = Sought("grange", FactKind.SCHOOL, "The Grange")
    assert found_in("Sam goes to the Grange.", grange) == {("grange", "the Grange")}


@pytest.mark.parametrize("written", ["PH22 BB", "PH 22BB", "ph 2 2bb", "PH2 2 BB", "PH2 2B B"])
def test_a_postcode_is_found_wherever_its_blanks_stand(written: str) -> None:
    home = Sought("home", FactKind.ADDRESS, "4 Holm Lane, Penhallow, PH2 2BB")
    assert found_in(f"She lives near {written}, they say.", home) == {("home", written)}
    assert found_in("Room PH2 has 2 beds.", home) == set()


@pytest.mark.parametrize("code", ["0f15", "a1l1e", "letter-f9b08d9a-0f15.pdf"])
def test_a_reference_of_a_few_figures_and_letters_is_no_name_with_a_slip(code: str) -> None:
    alfie = Sought("alfie", FactKind.NAME, "Alfie Olis")
    assert found_in(f"It is {code} there.", alfie) == set()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("AD took her.", True),
        ("We saw A D there.", True),
        ("The AD 70 wall is old.", False),
        ("ROOM AD IS FREE", False),
        ("An ad for the club.", False),
        ("GP and PE are at ten.", False),
    ],
)
def test_initials_without_dots_count_where_nothing_else_is_in_capitals(
    text: str, counts: bool
) -> None:
    assert bool(found_in(text, Sought("alma", FactKind.NAME, "Alma Dunmore"))) is counts
    gran = Sought("gran", FactKind.NAME, "Gwen Price")
    assert found_in("The GP came.", gran) == set()


def test_initials_that_somebody_known_bears_are_not_looked_for() -> None:
    alma = Sought("alma", FactKind.NAME, "Alma Dunmore")
    assert finder((alma,), frozenset({"Abe Dole"})).find("AD took her.") == ()


def test_a_short_form_that_somebody_known_bears_is_looked_for_only_in_whole_names() -> None:
    looking = finder((Sought("s", "other_child", "Samuel Reed"),), frozenset({"Sam Tillbrook"}))
    assert looking.find("Sam came.") == ()
    assert len(looking.find("Sam Reed came.")) == 1


def test_what_is_grave_counts_in_small_letters() -> None:
    hope = Sought("hope", FactKind.NAME, "Hope Marsh")
    assert found_in("we call her hope now", hope) == set()
    assert found_in("we call her hope now", replace(hope, is_grave=True)) == {("hope", "hope")}
