"""The legal status codes."""

from models.rules.legal_status import LEGAL_STATUSES


def test_there_are_the_thirteen_codes_of_the_national_list() -> None:
    assert list(LEGAL_STATUSES) == [
        "C1",
        "C2",
        "D1",
        "E1",
        "V2",
        "V3",
        "V4",
        "L1",
        "L2",
        "L3",
        "J1",
        "J2",
        "J3",
    ]


def test_every_code_has_official_words_and_words_for_a_child() -> None:
    assert LEGAL_STATUSES["C1"].official == "Interim care order"
    assert LEGAL_STATUSES["V2"].child_wording == "Your family agreed that we would look after you"
    assert all(each.official and each.child_wording for each in LEGAL_STATUSES.values())


def test_only_short_breaks_are_not_looked_after_and_not_returned() -> None:
    apart = {code for code, each in LEGAL_STATUSES.items() if not each.counts_as_looked_after}
    kept_out = {code for code, each in LEGAL_STATUSES.items() if not each.in_national_return}
    assert apart == kept_out == {"V3", "V4"}
