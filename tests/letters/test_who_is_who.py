"""Who is who, told once: full names and roles for the adult the child will be."""

import pytest

from letters.bands import Band
from models.review_sheet import PersonOnSheet
from tests.letters import sheets
from tests.letters.in_band import letter_in
from tests.letters.said import words

PEOPLE = [
    (("Jo Brambleden", "Jo", "carer", "foster carer"),
     "Jo is Jo Brambleden (who looks after you)."),
    (("Jo Brambleden", "Jo", "carer", ""), "Jo is Jo Brambleden."),
    (("Jo Brambleden", "", "carer", "foster carer"), "Jo Brambleden looks after you."),
    (("Jo and Dele Brambleden", "", "carer", "carer"), "Jo and Dele Brambleden look after you."),
    (("Ola Brightside", "", "carer", "key worker"),
     "Ola Brightside looks after you (key worker)."),
    (("Bea Larkhollow", "", "family", "grandmother"), "Bea Larkhollow is your grandmother."),
    (("Ari Kestrel", "", "family", "godmother"), "Ari Kestrel: godmother."),
    (("Carys Larkhollow", "Mum", "parent", "mother"), "Mum is Carys Larkhollow."),
    (("Carys Larkhollow", "Cas", "parent", "mother"), "Cas is Carys Larkhollow (your mum)."),
    (("Carys Larkhollow", "", "parent", "parent"), "Carys Larkhollow is your mum or dad."),
    (("Jo Brambleden", "", "carer", ""), "Jo Brambleden looks after you."),
    (("Carys Larkhollow", "", "parent", ""), "Carys Larkhollow is your mum or dad."),
]  # fmt: skip


def one(key: str, name: str, called: str, role: str, what: str = "") -> PersonOnSheet:
    return sheets.person(key, name, called, role, what_they_are=what)


@pytest.mark.parametrize(("given", "said"), PEOPLE)
def test_family_and_carers_are_told_by_name_and_role(
    given: tuple[str, str, str, str], said: str
) -> None:
    people, came = (one("p-1", *given),), (sheets.attendance("p-1"),)
    assert words(letter_in(Band.B, people=people, attendances=came), "L15") == [said]


def test_nobody_is_told_again_who_was_told_in_full() -> None:
    people, came = (one("p-1", "Ari Kestrel", "", "family"),), (sheets.attendance("p-1"),)
    assert letter_in(Band.B, people=people, attendances=came).block("L15") is None
    for band in (Band.C, Band.D, Band.U):
        assert letter_in(band).block("L15") is None


def test_a_worker_who_did_not_come_but_will_do_something_is_told() -> None:
    people = (*sheets.PEOPLE, one("p-nurse", "Ottilie Brand", "Nurse Ottilie", "nurse"))
    asked = sheets.decision(9, "Ring the dentist", "", sheets.DATED, person_id="p-nurse")
    said = "Nurse Ottilie is Ottilie Brand (your nurse)."
    for band in (Band.A, Band.B, Band.C):
        found = letter_in(band, people=people, decisions=(asked,))
        assert said in " ".join(words(found, "L15"))


def test_who_may_adopt_is_told_only_by_the_childs_own_word_and_the_family_in_full() -> None:
    for band in Band:
        found = letter_in(band, kind="placed")
        told = " ".join(each.text for each in found.every_paragraph())
        assert "Brambleden" not in told
        assert "Samir Oakenshaw" in told
        assert "Bea Larkhollow" in told or band not in (Band.C, Band.D, Band.U)
        assert "Carys Larkhollow" in told


def test_until_a_new_family_is_found_carers_are_named_and_who_adopts_is_not() -> None:
    adopter = one("p-new", "Robin Ashdown", "Robin", "other", "prospective adopter")
    came = (*sheets.full().attendances, sheets.attendance("p-new"))
    for band in Band:
        people = (*sheets.PEOPLE, adopter)
        found = letter_in(band, kind="authorised", people=people, attendances=came)
        told = " ".join(each.text for each in found.every_paragraph())
        assert "Jo Brambleden" in told
        assert "Ashdown" not in told
