"""How a note or a decision is first said to the child: what is sure, and nothing more."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.plain.glossary import Glossary
from letters.plain.proposing import proposed_words
from letters.plain.protected import quoted
from letters.plain.small_words import set_of
from models.people_on_sheet import ChildOnSheet
from tests.letters.plain.words import SAM, wanted

SHIPPED = Glossary.of()


def proposed(words: str, child: ChildOnSheet = SAM) -> str:
    return proposed_words(words, SHIPPED, child)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("Sam is happy at school.", "You are happy at school."),
        ("Sam was ill. Sam wasn’t there.", "You were ill. You weren’t there."),
        ("Sam has grown and enjoys art.", "You have grown and enjoy art."),
        ("Sam likes football and is happy.", "You like football and are happy."),
        ("Sam likes art and always is calm.", "You like art and always are calm."),
        ("Jo was proud of Sam.", "Jo was proud of you."),
        ("Sam, at last, came.", "You, at last, came."),
        ("Sam always tries hard and does well.", "You always try hard and do well."),
        ("Sam settled well and has made friends.", "You settled well and have made friends."),
        ("Sam will stay with Jo.", "You will stay with Jo."),
        ("Samantha Larkhollow is 10. Sam likes art.", "You are 10. You like art."),
        ("Sam and Jo are going out.", "You and Jo are going out."),
        ("Jo helps Sam when Sam is sad.", "Jo helps you when you are sad."),
        ("Samir will visit Sam every week.", "Samir will visit you every week."),
        ("The plan for Sam is to stay.", "The plan for you is to stay."),
        ("After Sam moves, we will meet.", "After you move, we will meet."),
        ("The school says Sam is clever.", "The school says you are clever."),
        ("Sam's school is good.", "Your school is good."),
        ("We talked about Sam’s views.", "We talked about your views."),
        ("Sam's PEP is late.", "Your school plan is late."),
        ("Sam wants to go in by herself.", "You want to go in by yourself."),
        ("Sam said “Sam is my name” and smiled.", "You said “Sam is my name” and smiled."),
        ("Sam agreed the care plan.", "You agreed your plan."),
        ("The local authority will pay.", "The council will pay."),
        ("Sam, Jo and Dele went out.", "You, Jo and Dele went out."),
        ("Sam attends Millpond Primary.", "You attend Millpond Primary."),
        ("Jo takes Sam swimming.", "Jo takes you swimming."),
        ("The IRO will ring Sam.", "I will ring you."),
        ("The IRO is glad. The IRO hasn’t met Dad.", "I am glad. I haven’t met Dad."),
        ("The IRO to ring Sam.", "I will ring you."),
        ("IRO to ring Sam", "I will ring you."),
        ("Sam to see the dentist.", "You will see the dentist."),
        ("It is in the Independent Reviewing Officer's letter.", "It is in my letter."),
        ("We heard that the IRO agrees.", "We heard that I agree."),
    ],
)
def test_what_is_sure_is_said_to_the_child(record: str, said: str) -> None:
    assert proposed(record) == said
    assert proposed(said) == said


@pytest.mark.parametrize(
    "record",
    [
        "Is Sam happy?",
        "Sam's happy.",
        "Sam's the best.",
        "Sam likes football and plays the drums.",
        "Sam, who is 9, likes art.",
        "Sam Jones came. Mr Sam came. Big Sam came.",
        "A Sam bag. The Sam-like one. Sam: I like it.",
        "Sam told Jo that she is happy.",
        "Jo thanked Sam for her help.",
        "She is happy.",
        "Mum came. She likes it.",
        "Sam has a dog and she is funny.",
        "Samir to send it to the IRO.",
        "The school that Sam likes is good.",
        "The teacher who helps Sam likes her.",
        "Sam zigzags.",
        "I told Sam you will come.",
        "Thank you to Sam.",
        "Sam saw her. Sam is proud of her.",
        "Sam is Sam's sister's friend.",
        "Is Sam happy with the care plan?",
        "Sam is here. She laughs. Is she well?",
        "Sam is well. Sam's happy.",
        "Sam likes art. Mum came. She is glad.",
        "We put it with Sam bag.",
        "Jo/Sam came.",
        "Jo met Sam/Nana.",
        "Sam in school likes it.",
        "Sam zooms about and always is calm.",
        "Sam likes clubs and always cycles home.",
        "Sam is here. She's worried.",
        "Sam is ill. We gave her tea.",
        "Sam is ill. We watched her sleep.",
        "Sam is happy with your help.",
        "Show Sam the photographs and the story of how they came here.",
        "The bag is Sam.",
        "When Sam likes art and is calm, we go.",
        "Sam says that art is good and is calm.",
        "Sam's",
        "Bags Sam had",
        "The IRO is well and has left.",
        "The IRO's view. The IRO and Jo. The IRO service is by the IRO, it says.",
        "“The IRO will come.”",
        "Given to the IRO office. An IRO. Ask the IRO.",
        "my placement",
        "",
    ],
)
def test_what_is_not_sure_stays_as_it_is(record: str) -> None:
    assert proposed(record) == record


def test_a_name_that_is_also_a_word_is_never_taken_for_the_child() -> None:
    from dataclasses import replace

    will = replace(SAM, given_name="Will", chosen_name="")
    assert proposed("Will you come? Will is here.", will) == "Will you come? Will is here."
    assert proposed("Will Larkhollow is here.", will) == "You are here."


def test_the_childs_own_words_are_used() -> None:
    own = Glossary.of([wanted("respite", "my den days", by_child=True), wanted("hub", "den")])
    assert proposed_words("You go to the hub.", own, SAM) == "You go to the den."


def test_swaps_that_would_go_round_for_ever_are_not_made() -> None:
    round_ = Glossary.of([wanted("ping", "pong"), wanted("pong", "ping")])
    assert proposed_words("the ping", round_, SAM) == "the ping"


PIECES = [
    "Sam", "Sam's", "she", "herself", "is", "likes", "and", "the IRO", "The IRO", "care plan",
    "PEP", "the", "a", "school", "with", "Jo", "“", "”", "'", '"', ".", ",", "has", "happy",
    "contact", "said", "local authority", "you", "GP", "safeguarding", "?", "\n",
    "contingency plan", "care",
]  # fmt: skip
SENTENCES = st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join)


def quotes(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted(text)]


@settings(max_examples=60)
@given(st.one_of(SENTENCES, st.text(max_size=80)))
def test_quotations_stay_and_a_second_time_changes_nothing(words: str) -> None:
    said = proposed(words)
    assert quotes(said) == quotes(words)
    assert proposed(said) == said


KNOWN = set_of(
    "you your yourself i me my am are have like plan school council doctor keeping safe b"
)


@settings(max_examples=60)
@given(SENTENCES)
def test_nothing_but_known_swaps_differs(words: str) -> None:
    before = set(re.findall(r"\w+", words.lower()))
    after = set(re.findall(r"\w+", proposed(words).lower()))
    assert after - before <= KNOWN
