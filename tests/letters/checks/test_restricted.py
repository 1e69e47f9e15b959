"""That a letter gives away nothing restricted or private, in the same words or in others."""

from dataclasses import replace
from typing import Any

import pytest

from letters import child_letter
from letters.checks import Concern, checks_of
from letters.wording import wording
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.on_sheet import note, wish

MUM = "Mum has relapsed on heroin since May and was arrested."
JO = "Jo shouts at me when Dele is out."


def told(words: str, secret: str = MUM, *, private: bool = False, **more: Any) -> list[Concern]:
    """What is found of these checks where one line of the letter says these words."""
    sheet = sheets.full()
    own = note("n-new", "worry", "Something else.", letter_words=words)
    kept = {"restricted": True, "restriction_kinds": ("R4",)}
    if private:
        sheet = replace(sheet, wishes=(*sheet.wishes, wish("w-secret", secret, private=True)))
        notes = (*sheet.notes, own)
    else:
        notes = (*sheet.notes, note("n-secret", "worry", secret, **kept), own)
    return found(replace(sheet, **{"notes": notes, **more}))


def found(sheet: ReviewSheet) -> list[Concern]:
    letter = child_letter.compose(sheet, wording(), sheets.DATED)
    checks = {"restricted", "near_restricted"}
    return [each for each in checks_of(sheet, letter, sheets.DATED) if each.check in checks]


@pytest.mark.parametrize(
    "words",
    [
        "Mum has relapsed on heroin since May.",
        "YOUR MUM’S RELAPSED, on heroin since May",
        "We know that mum had been relapsing on heroin since May and we are sad.",
    ],
)
def test_a_stretch_of_a_restricted_note_cannot_go_out(words: str) -> None:
    (stopped,) = told(words)
    assert (stopped.check, stopped.can_be_set_aside) == ("restricted", False)


def test_what_was_told_in_private_cannot_go_out_said_to_the_child() -> None:
    (stopped,) = told("You told me Jo shouts at you when Dele is out.", JO, private=True)
    assert not stopped.can_be_set_aside


def test_the_child_may_be_named_or_not_in_either() -> None:
    secret = "Sam is scared of the man who waits outside her school."
    (stopped,) = told("You are scared of the man who waits outside your school.", secret)
    assert not stopped.can_be_set_aside


def test_a_stretch_that_is_told_openly_as_well_is_a_warning_at_most() -> None:
    secret = "Sam wants to swim with Nana on Sundays but Nana has started gambling."
    words = "Sam wants to swim with Nana on Sundays"
    open_wish = wish("w-open", "I want to swim with Nana on Sundays.")
    wishes = (*sheets.full().wishes, open_wish)
    assert told(f"{words}.", secret)
    assert told(f"{words}.", secret, wishes=wishes) == []


def test_a_note_that_says_it_openly_itself_is_still_a_warning() -> None:
    sheet = sheets.full()
    secret = note("n-secret", "worry", MUM, restricted=True, restriction_kinds=("R4",))
    own = note("n-own", "worry", "Mum has relapsed on heroin since May.")
    (warned,) = found(replace(sheet, notes=(*sheet.notes, secret, own)))
    assert (warned.check, warned.can_be_set_aside) == ("near_restricted", True)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Your mum relapsed on heroin in May.", "heroin, relapsed"),
        ("Your mum is using heroin again.", "heroin"),
        ("Mum was arrested.", "arrested"),
        ("There was an arrest.", "arrest"),
        ("Your mum has been taking drugs.", "drugs"),
        ("The police came.", "police"),
    ],
)
def test_a_telling_word_is_a_warning_that_names_it(words: str, named: str) -> None:
    (warned,) = told(words)
    assert warned.can_be_set_aside
    assert warned.values["words"] == named


@pytest.mark.parametrize("words", ["Jo shouts when Dele is out.", "You are sad when Jo shouts."])
def test_a_telling_word_of_what_was_told_in_private_is_a_warning(words: str) -> None:
    (warned,) = told(words, JO, private=True)
    assert (warned.values["words"], warned.can_be_set_aside) == ("shouts", True)


def test_two_rare_words_are_a_warning_and_one_is_none() -> None:
    secret = "Mum pawned the telly and the saxophone."
    assert [each.check for each in told("The saxophone was pawned.", secret)] == [
        "near_restricted"
    ]
    assert told("You play the saxophone.", secret) == []


@pytest.mark.parametrize("secret", ["We met Gary in the park.", "Gary hit Mum.", "It was gary."])
def test_the_name_of_somebody_who_is_not_round_the_child_is_a_warning(secret: str) -> None:
    warned = told("You like going out with Gary.", secret)
    assert [each.values["words"] for each in warned] == (["Gary"] if "Gary" in secret else [])


@pytest.mark.parametrize(
    "words",
    [
        "Jo and Dele like having you.",
        "You have a new bed and you go to bed at eight.",
        "Samir will come to see you in May.",
        "You would like to be able to see your mum more.",
        "Mum has been to see you at home on Monday.",
    ],
)
def test_words_that_everybody_says_are_none(words: str) -> None:
    secret = (
        "Jo and Dele argue when Sam has gone to bed. Mum would like to be able to see more of "
        "Sam, and has been to see the doctor on Monday in May."
    )
    assert told(words, secret) == []


def test_a_letter_without_anything_kept_back_is_not_looked_through() -> None:
    assert found(sheets.full()) == []


def test_of_what_sam_and_others_said_one_line_kept_back_raises_no_alarm_elsewhere() -> None:
    sheet = sheets.full()
    for place, one in enumerate(sheet.notes):
        kept = (*sheet.notes[:place], replace(one, restricted=True), *sheet.notes[place + 1 :])
        assert found(replace(sheet, notes=kept)) == [], one.words
    for place, one_wish in enumerate(sheet.wishes):
        told_once = replace(one_wish, private=True)
        kept_wishes = (*sheet.wishes[:place], told_once, *sheet.wishes[place + 1 :])
        assert found(replace(sheet, wishes=kept_wishes)) == [], one_wish.words


@pytest.mark.parametrize(
    ("secret", "words"),
    [
        ("I hate living here.", "You hate living here."),
        ("I hate living here.", "You told me that you hate living here, and why."),
        ("I like girls.", "You like girls."),
        ("I cut myself.", "You cut yourself."),
        ("I am gay.", "Sam is gay."),
        ("Jo and Dele have given notice.", "Jo and Dele gave notice."),
    ],
)
def test_a_short_sentence_told_in_private_cannot_go_out(secret: str, words: str) -> None:
    (stopped,) = told(words, secret, private=True)
    assert not stopped.can_be_set_aside


def test_a_short_restricted_sentence_cannot_go_out_in_another_tense() -> None:
    (stopped,) = told("Dad hits Mum.", "Dad hit Mum.")
    assert not stopped.can_be_set_aside


def test_a_short_sentence_that_is_told_openly_as_well_is_none() -> None:
    wishes = (*sheets.full().wishes, wish("w-open", "I hate living here."))
    assert told("You hate living here.", "Sam hates living here.", wishes=wishes) == []


@pytest.mark.parametrize(
    ("secret", "words"),
    [
        ("At school.", "You are happy at school."),
        ("Yes, I do.", "Yes, you do."),
        ("Jo and Dele argue a lot.", "Jo and Dele like having you."),
        ("Jo reads to the younger children.", "You like reading to the dog."),
    ],
)
def test_a_scrap_of_a_sentence_stops_no_other(secret: str, words: str) -> None:
    assert told(words, secret) == []


@pytest.mark.parametrize(
    ("secret", "words", "named"),
    [
        (
            "Dad is looking for Sam and has a car outside.",
            "Dad is looking for you.",
            "Dad looking for you",
        ),
        ("Sam will move to Leeds.", "You will move to a big town.", "You will move"),
    ],
)
def test_half_of_a_sentence_is_a_warning_however_plain(
    secret: str, words: str, named: str
) -> None:
    (warned,) = told(words, secret)
    assert (warned.can_be_set_aside, warned.values["words"]) == (True, named)


@pytest.mark.parametrize(
    ("secret", "words", "named"),
    [
        ("Mum is pregnant again.", "Mum is expecting.", "expecting"),
        ("Mum is pregnant again.", "There is a new baby.", "baby"),
        ("It came out that Sam is gay.", "Some people are gay.", "gay"),
        ("Sam says Uncle touched her.", "We know that somebody touched you.", "touched"),
        ("Sam disclosed it on Monday.", "You disclosed something.", "disclosed"),
        ("Sam has been self-harming at night.", "You were self-harmed.", "selfharmed"),
        ("His friend is a known offender.", "He is an offender.", "offender"),
        ("She grew up with abuse.", "There was abuse.", "abuse"),
        ("Dad is back in prison.", "He went to prison.", "prison"),
    ],
)
def test_more_words_that_tell_alone(secret: str, words: str, named: str) -> None:
    assert {each.values["words"] for each in told(words, secret)} == {named}


@pytest.mark.parametrize(
    "heroin",
    [
        "he\u200broin", "he\u00adroin", "he-roin", "he\u2011roin", "h\u0435r\u043ein",
        "her\u03bfin", "\uff48\uff45\uff52\uff4f\uff49\uff4e",
    ],
)  # fmt: skip
def test_letters_that_only_look_different_hide_nothing(heroin: str) -> None:
    assert [each.values["words"] for each in told(f"She had {heroin}.", MUM)] == ["heroin"]
    (stopped,) = told(f"Mum likes {heroin}.", "Mum likes heroin.")
    assert not stopped.can_be_set_aside


def test_a_lunate_sigma_is_read_as_c() -> None:
    assert told("She had \u03f2ocaine.", "Mum uses cocaine at night.")
