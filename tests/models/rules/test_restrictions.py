"""The kinds of restriction."""

from models.rules.restrictions import RESTRICTIONS


def test_there_are_twelve_kinds_each_with_its_reason() -> None:
    assert list(RESTRICTIONS) == [f"R{number}" for number in range(1, 13)]
    assert all(each.content and each.typical_reason for each in RESTRICTIONS.values())


def test_only_legal_advice_never_leaves_the_council() -> None:
    assert [each.tag for each in RESTRICTIONS.values() if each.never_leaves_the_council] == ["R10"]
