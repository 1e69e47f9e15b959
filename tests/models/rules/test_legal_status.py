"""The legal status codes."""

import pytest

from models.rules.legal_status import LEGAL_STATUSES, OTHER_STATUSES, reviews_are_returned


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


@pytest.mark.parametrize(
    ("episodes", "returned"),
    [(["V3", "V4"], False), (["V3", "V2"], True), (["J1"], True), ([], False)],
)
def test_reviews_are_returned_unless_every_episode_is_a_short_break(
    episodes: list[str], returned: bool
) -> None:
    assert reviews_are_returned(episodes) is returned


def test_other_statuses_are_not_codes_of_the_return() -> None:
    assert not {each.key for each in OTHER_STATUSES} & set(LEGAL_STATUSES)
