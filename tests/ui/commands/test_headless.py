"""With no screen one review is played through the real windows, to the copies that go out."""

import io
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from ui.commands import headless
from ui.commands.command_line import run
from ui.commands.play import DECISIONS, NOTES, SAID, TAXI
from ui.record_place import DEMO_PASSPHRASE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen has no popups
]
BEGINS = {".pdf": b"%PDF-", ".docx": b"PK", ".ics": b"BEGIN:VCALENDAR"}
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
    papers = {}
    for path in to.iterdir():
        kind = path.name.partition("-")[0]
        papers[f"{kind}.docx" if path.suffix == ".docx" else kind] = path
    return papers, folder / "demo"


class Kept:
    """A folder that stays."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> str:
        return str(self._folder)

    def __exit__(self, *_failure: object) -> None:
        """Stay."""


def test_it_leaves_every_paper_of_a_review(played: tuple[dict[str, Path], Path]) -> None:
    papers, _record = played
    assert sorted(papers) == [
        "calendar", "copy", "copy.docx", "decisions", "invitation", "letter", "minutes", "set",
    ]  # fmt: skip
    for path in papers.values():
        assert path.read_bytes().startswith(BEGINS[path.suffix]), path.suffix


def test_the_childs_own_words_stand_in_letter_and_record_exactly(
    played: tuple[dict[str, Path], Path],
) -> None:
    for kind in ("letter", "minutes"):
        text = _text(played[0][kind])
        for words in SAID:
            assert words in text, kind


def test_the_parents_copy_does_not_tell_where_the_carer_lives_and_the_carers_set_does(
    played: tuple[dict[str, Path], Path],
) -> None:
    papers, _record = played
    words, street = TAXI.split("{street}")[0], "Kiln Street"
    assert words in _text(papers["minutes"])
    assert street in _text(papers["minutes"])
    assert street in _text(papers["set"])
    assert words not in _text(papers["copy"])
    assert street not in _text(papers["copy"])
    word = zipfile.ZipFile(papers["copy.docx"]).read("word/document.xml").decode()
    assert street not in word
    assert NOTES["A7"].split(".")[0] in word


def test_the_record_is_final_though_nobody_answered(
    played: tuple[dict[str, Path], Path],
) -> None:
    assert "No reply" in _text(played[0]["minutes"])


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


@pytest.mark.parametrize("kind", ["letter", "decisions", "minutes"])
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


def test_the_command_writes_every_copy_as_it_was_released(
    played: tuple[dict[str, Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers, record = played
    monkeypatch.setattr("sys.stdin", io.StringIO(DEMO_PASSPHRASE + "\n"))
    assert run(["--folder", str(record), "copies", "W040210/4", "--to", str(tmp_path)]) == 0
    written = [path.read_bytes() for path in tmp_path.iterdir()]
    assert papers["copy"].read_bytes() in written
    kinds = Counter(path.name.partition("-")[0] for path in tmp_path.iterdir())
    assert kinds == {"letter": 4, "decisions": 5, "minutes": 4}


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
