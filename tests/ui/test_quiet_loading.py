"""Loading quietly: the collector waits, works again after it, and can look at all again."""

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import source
from ui.quiet_loading import look_through_all_again, quiet_loading


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    gc.enable()
    yield
    gc.unfreeze()


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


LOCKED = """
import sys
from pathlib import Path
from models.settings import Settings
from ui.application import Waymark, make_application

application = make_application(["waymark"])
assert not {"sqlalchemy", "letters.plain", "reportlab"} & set(sys.modules)
waymark = Waymark(Path(sys.argv[1]), Settings(Path(sys.argv[1])))
waymark.background.busy_changed.connect(lambda is_busy: is_busy or application.quit())
waymark.start()
application.exec()
waymark.close()
print("sqlalchemy" in sys.modules, "letters.pdf" in sys.modules)
for name in ("spylls", "docx", "lxml", "reportlab.graphics.barcode"):
    assert name not in sys.modules, name
"""


def test_what_pages_need_is_loaded_while_the_passphrase_is_asked_for(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LOCKED, str(tmp_path)],
        cwd=source.ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout.split()) == (0, ["True", "True"]), ended.stderr
