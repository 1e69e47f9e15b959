"""The checks before a letter is given out, each on a letter that has that one thing wrong."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from letters import child_letter
from letters.checks import Concern, checks_of, unanswered
from letters.two_languages import in_two_languages
from letters.wording import wording
from models.letter_making import LetterMaking, LetterOnSheet, WaiverOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.on_sheet import decision, note, wish
from tests.letters.translated_letters import composing, told, with_rows

LATER = date(2026, 11, 25)  # after the manager's five days, before the letter is late


def found(sheet: ReviewSheet, today: date = LATER) -> tuple[Concern, ...]:
    return checks_of(sheet, child_letter.compose(sheet, wording(), sheets.DATED), today)


def kinds(sheet: ReviewSheet, today: date = LATER) -> set[str]:
    return {concern.check for concern in found(sheet, today)}


def with_note(words: str, **given: Any) -> ReviewSheet:
    full = sheets.full()
    return replace(
        full, notes=(*full.notes, note("n-new", "going_well", words, letter_words=words, **given))
    )


def making(**given: Any) -> LetterMaking:
    return replace(LetterMaking(letter=LetterOnSheet(id="l-1")), **given)


WRONG = [
    ("Rosa came to see the rabbits.", "other_child"),
    ("They live at 14 Mill Lane.", "address"),
    ("Nana lives at HR1 2AB.", "address"),
    ("You saw her on 12/11/2026.", "date"),
    ("You saw her on 3rd Nov.", "date"),
    ("You saw her last week.", "date"),
    ("We will ask about swimming TBC.", "unfinished"),
    ("You will go to [school name].", "unfinished"),
    ("Sam likes the garden.", "third_person"),
    ("Sam likes his garden.", "pronoun"),
    ("You refused to engage with the play worker.", "label"),
    ("Your PEP went well.", "hard_word"),
    ("The QXR team came.", "acronym"),
    ("It was decided that you can swim.", "passive"),
    (
        "You went to the park and you saw the ducks and then you ran home to eat your tea.",
        "long_sentence",
    ),
]


@pytest.mark.parametrize(("words", "check"), WRONG)
def test_what_is_wrong_in_a_note_is_found_in_the_letter(words: str, check: str) -> None:
    sheet = replace(with_note(words), making=making(other_children=("Rosa", "Rosa Penhallow")))
    told = [each for each in found(sheet) if each.check == check]
    assert told
    assert all(each.source is not None for each in told)


def test_a_good_letter_has_none_of_these() -> None:
    wrong = {"other_child", "address", "date", "unfinished", "third_person", "pronoun", "label"}
    sheet = replace(sheets.full(), making=making(other_children=("Rosa",)))
    assert not kinds(sheet) & wrong


def test_a_name_that_somebody_round_the_child_also_has_is_not_another_childs() -> None:
    sheet = sheets.full()
    known = sheet.people[0].name
    assert "other_child" not in kinds(replace(sheet, making=making(other_children=(known,))))


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("You told us that rosa hit you.", True),
        ("You like ROSA's dog.", True),
        ("You play with rosa penhallow.", True),
        ("You will see.", False),  # no Will
        ("You saw a rosary.", False),
        ("Will came to tea.", True),
    ],
)
def test_another_childs_name_is_found_in_small_letters_too(words: str, is_found: bool) -> None:
    others = making(other_children=("Rosa", "Rosa Penhallow", "Will"))
    told = [
        each
        for each in found(replace(with_note(words), making=others))
        if each.check == "other_child"
    ]
    assert bool(told) is is_found


def test_a_friends_name_in_the_childs_own_words_is_found_too() -> None:
    sheet = sheets.full()
    wishes = (*sheet.wishes, wish("w-new", "I like playing with Rosa"))
    told = replace(sheet, wishes=wishes, making=making(other_children=("Rosa",)))
    assert "other_child" in kinds(told)


SECRET = "Mum has started drinking again and nobody has told the school"


@pytest.mark.parametrize(
    "said",
    [
        SECRET,
        f"{SECRET}.",
        SECRET.upper(),
        "We heard that mum has started drinking again, and nobody has told the school yet.",
        "Mum  has\nstarted drinking again and nobody has told the school",
    ],
)
def test_a_sentence_of_a_restricted_note_cannot_go_out(said: str) -> None:
    sheet = with_note(said)
    kept_back = note("n-secret", "worry", SECRET, restricted=True, restriction_kinds=("R5",))
    told = found(replace(sheet, notes=(*sheet.notes, kept_back)))
    stopped = [each for each in told if each.check == "restricted"]
    assert stopped
    assert not any(each.can_be_set_aside for each in stopped)


def test_a_private_wish_cannot_go_out_in_anothers_words() -> None:
    sheet = with_note("You do not want to see Uncle Pete any more.")
    secret = wish("w-secret", "I do not want to see Uncle Pete", private=True)
    assert "restricted" not in kinds(sheet)
    shared = replace(with_note("I do not want to see Uncle Pete."), wishes=(secret,))
    assert "restricted" in kinds(shared)


def test_decisions_that_the_manager_can_still_query_are_a_warning() -> None:
    assert "agreed" in kinds(sheets.full(), date(2026, 11, 13))
    assert "agreed" not in kinds(sheets.full(), LATER)


def test_a_letter_after_twenty_working_days_is_late() -> None:
    assert "late" not in kinds(sheets.full(), date(2026, 12, 10))
    assert "late" in kinds(sheets.full(), date(2026, 12, 11))


def test_a_letter_in_english_to_a_child_who_speaks_another_language_is_a_warning() -> None:
    sheet = sheets.full()
    arabic = replace(sheet, child=replace(sheet.child, first_language="Arabic"))
    assert "language" in kinds(arabic)
    assert "language" not in kinds(sheet)


def test_the_way_the_child_asked_for_is_a_warning_until_the_letter_is_so() -> None:
    sheet = sheets.full()
    asked = replace(sheet, child=replace(sheet.child, letter_wishes="In large print please"))
    told = [each for each in found(asked) if each.check == "asked_for"]
    assert [each.said() for each in told] == [
        "Sam asked for large print, and this is in the usual size"
    ]


def test_a_decision_without_a_person_or_a_day_is_said_by_its_number() -> None:
    sheet = sheets.full()
    bare = decision(9, "Something will happen", "", None)
    told = [each.said() for each in found(replace(sheet, decisions=(bare,)))]
    assert "Decision 9 does not say who will do it" in told
    assert "Decision 9 does not say by when" in told


def test_a_gap_cannot_be_set_aside_and_comes_first() -> None:
    told = found(replace(sheets.full(), warm_line=""))
    assert told[0].check in {"gap", "restricted"}
    assert not told[0].can_be_set_aside


def test_a_reason_answers_a_warning_and_never_a_stop() -> None:
    sheet = with_note("You saw her last week.")
    concerns = found(sheet)
    waivers = tuple(WaiverOnSheet(f"v-{each.key}", each.key, "it is right") for each in concerns)
    left = unanswered(replace(sheet, making=making(waivers=waivers)), concerns)
    assert all(not each.can_be_set_aside for each in left)
    assert any(each.check == "date" for each in unanswered(sheet, concerns))


def test_every_concern_has_a_key_of_its_own_and_says_a_whole_sentence() -> None:
    sheet = replace(with_note("You saw her last week and this week."), warm_line="")
    concerns = found(sheet, date(2027, 1, 20))
    assert len({each.key for each in concerns}) == len(concerns)
    assert all("{" not in each.said() and each.said().strip() for each in concerns)


def test_a_line_without_words_in_the_other_language_cannot_be_set_aside() -> None:
    sheet = sheets.full(making=LetterMaking(LetterOnSheet(id="l-1", language="ar")))
    letter = in_two_languages(composing(sheet), sheet)
    (concern,) = [each for each in checks_of(sheet, letter, LATER) if each.check == "untranslated"]
    missing = told(sheet).missing
    assert concern.said() == (
        f"Lines of the letter that have no words in Arabic yet: {len(missing)}"
    )
    assert not concern.can_be_set_aside
    assert concern.source is not None
    assert (concern.source.table, concern.source.field) == (
        "letter_translation", letter.other.missing[0].field,
    )  # fmt: skip
    whole = with_rows(sheet, lambda _key, _english: "كلمات")
    translated = in_two_languages(composing(whole), whole)
    assert "untranslated" not in {each.check for each in checks_of(whole, translated, LATER)}
