"""With no screen one review is played through the real windows; its papers say what was said."""

import io
import tempfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from ui.commands import headless
from ui.commands.command_line import run
from ui.commands.play import DECISIONS, NOTES, SAID
from ui.record_place import DEMO_PASSPHRASE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen has no popups
]
OF_THE_CHILD = ("kit", "w0", "larkhollow")


@pytest.fixture(scope="module")
def played(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, Path], Path]:
    """Play the review once: the papers by their kind, and the record they came from."""
    folder, to = tmp_path_factory.mktemp("record"), tmp_path_factory.mktemp("papers") / "new"

    def keep(*_words: Any, **_more: Any) -> "Kept":
        return Kept(folder)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tempfile, "TemporaryDirectory", keep)
        assert headless.play_a_review(to) == 0
    return {path.name.partition("-")[0]: path for path in to.iterdir()}, folder / "demo"


class Kept:
    """A folder that stays."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> str:
        return str(self._folder)

    def __exit__(self, *_failure: object) -> None:
        """Stay."""


def test_it_leaves_a_letter_and_the_minutes(played: tuple[dict[str, Path], Path]) -> None:
    papers, _record = played
    assert sorted(papers) == ["letter", "minutes"]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in papers.values())


def test_the_childs_own_words_stand_in_both_exactly(
    played: tuple[dict[str, Path], Path],
) -> None:
    for kind, path in played[0].items():
        text = _text(path)
        for words in SAID:
            assert words in text, kind


def test_what_was_noted_and_decided_stands_in_the_letter(
    played: tuple[dict[str, Path], Path],
) -> None:
    text = _text(played[0]["letter"])
    for words in (*NOTES.values(), *(what for what, _days in DECISIONS)):
        assert words.rstrip(".") in text


def test_the_names_of_the_files_say_nothing_of_the_child(
    played: tuple[dict[str, Path], Path],
) -> None:
    for path in played[0].values():
        assert not any(word in path.name.lower() for word in OF_THE_CHILD)


@pytest.mark.parametrize("kind", ["letter", "minutes"])
def test_the_command_writes_the_bytes_that_the_window_issued(
    played: tuple[dict[str, Path], Path],
    kind: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    papers, record = played
    monkeypatch.setattr("sys.stdin", io.StringIO(DEMO_PASSPHRASE + "\n"))
    review = "W040210/4"
    assert run(["--folder", str(record), kind, review, "--to", str(tmp_path)]) == 0
    (written,) = tmp_path.iterdir()
    assert written.read_bytes() == papers[kind].read_bytes()
    assert written.name == papers[kind].name


def test_nothing_typed_is_left_that_the_record_does_not_hold(
    played: tuple[dict[str, Path], Path],
) -> None:
    from ui.record_place import open_record

    database = open_record(played[1], DEMO_PASSPHRASE)
    lost = database.unsaved()
    database.close()
    assert lost == []


def _text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())
