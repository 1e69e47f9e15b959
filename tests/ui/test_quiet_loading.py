"""Loading quietly: the collector waits, works again after it, and can look at all again."""

import gc
from collections.abc import Iterator

import pytest

from ui.quiet_loading import look_through_all_again, quiet_loading


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_meanwhile() -> None:
    with quiet_loading():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_works_again_after_a_failure() -> None:
    with pytest.raises(LookupError), quiet_loading():
        raise LookupError
    assert gc.isenabled()


def test_what_was_loaded_is_left_alone_until_all_is_looked_at_again() -> None:
    with quiet_loading():
        pass
    assert gc.get_freeze_count() > 0
    look_through_all_again()
    assert gc.get_freeze_count() == 0
