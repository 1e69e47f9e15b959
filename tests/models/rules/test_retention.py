"""A record is kept to the 75th birthday, to the day."""

from datetime import date

import pytest

from models.rules.retention import kept_until


@pytest.mark.parametrize(
    ("born_on", "until"),
    [(date(2014, 3, 2), date(2089, 3, 2)), (date(2016, 2, 29), date(2091, 3, 1))],
)
def test_a_record_is_kept_to_the_seventy_fifth_birthday(born_on: date, until: date) -> None:
    assert kept_until(born_on) == until
