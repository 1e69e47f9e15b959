"""`letter` and `minutes` from the terminal: each gap said, the same bytes as from the window."""

import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from letters.papers import Paper, paper
from models.document_kind import REVIEW_PAPERS, DocumentKind
from models.issuing import Issue, issue
from models.open_review import OpenReview
from tests import sample
from tests.real_program import PASSPHRASE, make_sam, now
from tests.warnings_answered import answer_every_warning
from ui.commands import write_papers
from ui.commands.command_line import run
from ui.record_place import open_record

Command = Callable[..., int]


@pytest.fixture
def record(tmp_path: Path) -> tuple[Path, sample.Sample]:
    folder = tmp_path / "record"
    return folder, make_sam(folder, begun=False)


@pytest.fixture
def command(
    record: tuple[Path, sample.Sample], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Give a way to run a command on Sam's record, with the passphrase on standard input."""

    def done(*words: str) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))
        return run(["--folder", str(record[0]), *words, "--to", str(tmp_path / "papers")])

    return done


def test_a_letter_with_gaps_says_each_gap_and_is_not_written(
    command: Command,
    record: tuple[Path, sample.Sample],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _act(record, lambda review: review.begin(sample.REVIEW_ON, "16:04", sample.calendar()))
    wanted = {gap.words for gap in _paper(record, DocumentKind.LETTER, draft=True).missing}
    assert len(wanted) > 1
    assert command("letter", "P-1001/3") == 1
    said = capsys.readouterr()
    for words in wanted:
        assert words in said.out
    assert said.err.strip()
    assert not (tmp_path / "papers").exists()


def test_a_draft_is_written_with_its_gaps(command: Command, tmp_path: Path) -> None:
    assert command("letter", "P-1001/3", "--draft") == 0
    (path,) = (tmp_path / "papers").iterdir()
    with pypdfium2.PdfDocument(path) as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Sam" in text
    assert not any(word in path.name for word in ("Sam", "Tillbrook", "P-1001", "1001"))


def test_a_letter_with_a_warning_that_nobody_answered_is_not_written(
    command: Command,
    record: tuple[Path, sample.Sample],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _finish(record, answered=False)
    monkeypatch.setattr(write_papers, "now", now)
    assert command("letter", "P-1001/3") == 1
    assert "neither mended nor set aside" in capsys.readouterr().err
    assert not (tmp_path / "papers").exists()
    assert command("letter", "P-1001/3", "--draft") == 0


def test_a_draft_never_takes_the_place_of_the_paper_itself(
    command: Command,
    record: tuple[Path, sample.Sample],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _finish(record)
    monkeypatch.setattr(write_papers, "now", now)
    assert command("letter", "P-1001/3") == 0
    (proper,) = (tmp_path / "papers").iterdir()
    before = proper.read_bytes()
    assert command("letter", "P-1001/3", "--draft") == 0
    assert proper.read_bytes() == before
    (draft,) = set((tmp_path / "papers").iterdir()) - {proper}
    assert "draft" in draft.name


@pytest.mark.parametrize("words", ["P-1001/9", "P-9/3", "nobody", "/", "P-1001/²", "' or 1=1 --"])
def test_an_unknown_review_is_answered_in_words(
    command: Command, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("letter", words) == 1
    assert "There is no such review in your record." in capsys.readouterr().err


@pytest.mark.parametrize("kind", REVIEW_PAPERS)
def test_the_bytes_are_those_that_are_issued_that_day_and_stay_so_on_any_later_day(
    command: Command,
    record: tuple[Path, sample.Sample],
    kind: DocumentKind,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    review_id = _finish(record)
    monkeypatch.setattr(write_papers, "now", now)
    assert command(str(kind), review_id) == 0
    (path,) = (tmp_path / "papers").iterdir()
    before = path.read_bytes()
    assert before == _paper(record, kind).rendered.pdf
    _issue(record, kind)
    path.unlink()
    monkeypatch.setattr(write_papers, "now", lambda: now() + timedelta(days=30))
    assert command(str(kind), "P-1001/3") == 0
    assert path.read_bytes() == before


def test_a_folder_that_takes_no_file_is_told(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "papers").write_text("in the way", encoding="utf-8")
    assert command("minutes", "P-1001/3", "--draft") == 1
    assert "could not be written" in capsys.readouterr().err


def test_a_folder_without_a_record_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))
    gone = str(tmp_path / "gone")
    assert run(["--folder", gone, "letter", "P-1001/3", "--to", str(tmp_path)]) == 1
    assert "cannot be found" in capsys.readouterr().err
    assert not (tmp_path / "gone").exists()


def _act(record: tuple[Path, sample.Sample], act: Callable[[OpenReview], object]) -> None:
    database = open_record(record[0], PASSPHRASE, now=now)
    try:
        with database.saving(record[1].iro_id) as session:
            act(OpenReview(session, record[1].review_id))
    finally:
        database.close()


def _paper(
    record: tuple[Path, sample.Sample], kind: DocumentKind, *, draft: bool = False
) -> Paper:
    database = open_record(record[0], PASSPHRASE, now=now)
    try:
        return paper(sample.sheet(database, record[1]), kind, now().date(), draft=draft)
    finally:
        database.close()


def _finish(record: tuple[Path, sample.Sample], *, answered: bool = True) -> str:
    folder, sam = record
    database = open_record(folder, PASSPHRASE, now=now)
    try:
        sample.write_whole_review(database, sam)
        with database.saving(sam.iro_id) as session:
            review = OpenReview(session, sam.review_id)
            review.finish(sample.NOW, "17:10", sample.calendar())
        if answered:
            answer_every_warning(database, sam, now().date())
    finally:
        database.close()
    return sam.review_id


def _issue(record: tuple[Path, sample.Sample], kind: DocumentKind) -> None:
    made = _paper(record, kind)
    new = Issue(kind, made.rendered.pdf, made.words)
    _act(
        record,
        lambda review: issue(
            review.session, record[1].review_id, new, record[1].iro_id, sample.NOW
        ),
    )
