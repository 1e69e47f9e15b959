"""Nobody reads a raw code where two versions are to be told apart."""

from models.case_list.codes import PLACEMENTS as CODES
from models.rules.placements import PLACEMENTS
from models.sync.registry import registry
from models.sync.two_versions import FieldKind, kind_of_field
from ui.sync.code_words import CODE_WORDS
from ui.sync.value_words import _ROWS

BY_THE_FORM = {"life_area", "column", "sort"}
BY_THE_FACT = {("step_fact", "choice")}
NEVER_IN_TWO_VERSIONS = {("conflict", "outcome"), ("conflict", "settled_by")}
HELD = (FieldKind.CODE, FieldKind.ROW, FieldKind.NAMES)


def test_every_field_that_holds_codes_has_words_for_them() -> None:
    lines = [each for each in registry() if each.merge_rule in ("choice", "decision", "text")]
    coded = {
        (each.table, each.field)
        for each in lines
        if kind_of_field(each.table, each.field) in HELD and each.field not in _ROWS
    }
    by_the_form = {place for place in coded if place[1] in BY_THE_FORM}
    assert coded - set(CODE_WORDS) - by_the_form - BY_THE_FACT == NEVER_IN_TWO_VERSIONS


def test_what_is_typed_in_a_short_field_is_no_code() -> None:
    for field in (("person", "phone"), ("staff_member", "phone"), ("child", "pronouns")):
        assert kind_of_field(*field) is FieldKind.LINE


def test_every_placement_of_the_national_return_has_words() -> None:
    assert tuple(PLACEMENTS) and set(PLACEMENTS) == set(CODES)
    assert len(set(PLACEMENTS.values())) == len(PLACEMENTS)


def test_no_words_are_a_code_or_empty() -> None:
    for place, words in CODE_WORDS.items():
        assert words, place
        assert all(said.strip() for said in words.values()), place
        if place != ("child_letter", "typeface"):  # Lexend is called Lexend
            assert not {str(key) for key in words} & set(words.values()), place
