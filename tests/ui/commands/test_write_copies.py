"""`copies` from the terminal: each person's own file, and in plain words what keeps one back."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from models.open_review import OpenReview
from models.protecting import toggle
from tests import sample
from tests.real_program import PASSPHRASE, make_sam, now
from ui.commands import write_copies
from ui.commands.command_line import run
from ui.record_place import open_record

Command = Callable[[], int]


@pytest.fixture
def sam_in(tmp_path: Path) -> tuple[Path, sample.Sample]:
    """Give Sam's record with a finished review whose decisions are not final."""
    folder = tmp_path / "record"
    sam = make_sam(folder, begun=False)
    database = open_record(folder, PASSPHRASE, now=now)
    sample.write_whole_review(database, sam)
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).finish(sample.NOW, "17:10", sample.calendar())
    database.close()
    return folder, sam


@pytest.fixture
def command(
    sam_in: tuple[Path, sample.Sample], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Give a way to write the copies, with the passphrase on standard input."""
    monkeypatch.setattr(write_copies, "now", now)

    def done() -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))
        to = str(tmp_path / "papers")
        return run(["--folder", str(sam_in[0]), "copies", "P-1001/3", "--to", to])

    return done


def test_before_the_decisions_are_final_only_the_decisions_are_written(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command() == 1
    said = capsys.readouterr()
    kinds = {path.name.partition("-")[0] for path in (tmp_path / "papers").iterdir()}
    assert kinds == {"decisions"}
    for paper in ("Letter", "Record"):
        assert f"{paper}, not written for" in said.err
    assert "The decisions are not final yet" in said.err
    assert "Written for Social worker" in said.out


def test_while_something_is_restricted_from_nobody_knows_whom_nothing_is_written(
    command: Command,
    sam_in: tuple[Path, sample.Sample],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder, sam = sam_in
    database = open_record(folder, PASSPHRASE, now=now)
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        toggle(review, ("review", sam.review_id, "iro_view"))
    database.close()
    assert command() == 1
    assert "nobody has said from whom it is kept" in capsys.readouterr().err
    assert not list((tmp_path / "papers").iterdir())


def test_the_file_names_say_nothing_of_the_child_or_the_reader(
    command: Command, tmp_path: Path
) -> None:
    command()
    for path in (tmp_path / "papers").iterdir():
        assert not any(word in path.name for word in ("sam", "till", "parent", "carer"))
