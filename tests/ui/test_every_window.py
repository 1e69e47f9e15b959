"""Every window, page and dialog, in every look: each control has a name, no words are cut off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import sample
from tests.pseudo import TwiceAsLong
from tests.real_program import PASSPHRASE, copy_of, make_sam, now, running
from tests.ui.accessibility import unnamed
from tests.ui.every_window import Shown, cut_off, first_run, settle, walk
from ui import language
from ui.appearance import appearance
from ui.record_place import open_record

LOOKS = (  # theme, size of text, words twice as long; light at 100% is what other tests wear
    ("dark", 200, False),
    ("contrast", 100, True),
)
WIDTH, HEIGHT = 1366, 768


@pytest.fixture(scope="module")
def sam_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sample.Sample]:
    """Make a record in which Sam's review is written from beginning to end."""
    folder = tmp_path_factory.mktemp("sam") / "record"
    made = make_sam(folder, begun=False)
    database = open_record(folder, PASSPHRASE, now=now)
    sample.write_whole_review(database, made)
    database.close()
    return folder, made


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}{'-long' * look[2]}")
def look(request: pytest.FixtureRequest, qapp: object) -> Iterator[None]:
    """Wear a theme and a size of text, and speak in usual or in long words."""
    theme, size, long = request.param
    if long:
        language.use_catalogue(TwiceAsLong())
    appearance().apply(theme, size)
    yield
    language.set_language(language.SOURCE_LANGUAGE)


@pytest.mark.slow
@pytest.mark.usefixtures("look")
def test_every_control_has_a_name_and_no_words_are_cut_off(
    qtbot: QtBot, sam_made: tuple[Path, sample.Sample], tmp_path: Path
) -> None:
    wrong: dict[str, list[str]] = {}
    seen: list[str] = []

    def look_at(shown: Shown) -> None:
        for name, window in shown:
            settle()
            seen.append(name)
            found = [*unnamed(window), *cut_off(window)]
            if found:
                wrong[name] = found

    with running(qtbot, tmp_path / "new") as program:
        look_at(first_run(program))
    with running(qtbot, copy_of(sam_made[0], tmp_path / "record")) as program:
        program.waymark.window.resize(WIDTH, HEIGHT)
        look_at(walk(program, sam_made[1], tmp_path))
        assert program.waymark.window.width() == WIDTH, "it asked for more room than there is"
        assert program.waymark.window.height() == HEIGHT
    assert wrong == {}
    assert len(seen) == len(set(seen)) >= 34
