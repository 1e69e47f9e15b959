"""`import-cases FILE`: a council's list goes in from the terminal."""

import io
from pathlib import Path

import pytest

from models.database import Database
from models.first_run import begin_record
from models.security import unlock
from models.security.key_file import Cost
from ui.commands.command_line import run
from ui.record_place import now

PASSPHRASE = "blue horse seven lamp"
CHEAP = Cost(times=1, memory_kib=8 * 1024, lanes=1)
HEAD = "Person ID;Forename;Surname;D.O.B.;Date became LAC;Legal status;Last review;Review no"
GOOD = (
    "P1;Zoë;Ashby;03/04/2014;01/09/2025;C2;02/03/2026;2",
    "P5;Efa;Elm;3 Apr 2016;2025-10-01;C1;02/03/2026;2",
)
BAD = (
    "P2;Bo;Birch;04/13/2014;01/09/2025;C2;02/03/2026;2",
    "P3;;Croft;03/04/2014;01/09/2025;V2;02/03/2026;2",
    "P4;Dai;Dale;03/04/2014;;C1;02/03/2026;2",
)


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of a record that has been begun; the passphrase comes on standard input."""
    folder = tmp_path / "record"
    database = Database.create(folder, unlock.create(folder, PASSPHRASE, CHEAP), now)
    with database.saving("") as session:
        begin_record(session, "Nadia Thistlemere", "Wrenshire")
    database.close()
    say_passphrase(monkeypatch)
    return folder


def say_passphrase(monkeypatch: pytest.MonkeyPatch, words: str = PASSPHRASE) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(words + "\n"))


def written(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes("\r\n".join((HEAD, *lines, "")).encode("cp1252"))
    return path


def children(folder: Path) -> list[tuple[str, str, str]]:
    database = Database.open(folder, unlock.unlock(folder, PASSPHRASE), now)
    with database.reading() as connection:
        rows = connection.execute(
            "select identifier, given_name, review_due_on from child order by identifier"
        ).fetchall()
    database.close()
    return list(rows)


def test_good_rows_go_in_and_bad_ones_come_back_with_reasons(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, GOOD[0], *BAD, GOOD[1])
    assert run(["--folder", str(record), "import-cases", str(path)]) == 1
    assert children(record) == [("P1", "Zoë", "2026-09-02"), ("P5", "Efa", "2026-09-02")]
    back = (tmp_path / "list-rows-in-error.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(back) == 4
    assert "month first" in back[1]
    assert "“Forename” is empty" in back[2]
    assert "“Date became LAC” is empty" in back[3]
    assert "2 children are new." in capsys.readouterr().out


def test_importing_twice_changes_nothing(
    record: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = written(tmp_path, *GOOD)
    assert run(["--folder", str(record), "import-cases", str(path)]) == 0
    before = children(record)
    say_passphrase(monkeypatch)
    capsys.readouterr()
    assert run(["--folder", str(record), "import-cases", str(path)]) == 0
    assert "0 children are new." in capsys.readouterr().out
    assert children(record) == before


def test_a_changed_birth_date_waits_to_be_looked_at_unless_accepted(
    record: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run(["--folder", str(record), "import-cases", str(written(tmp_path, *GOOD))])
    changed = written(tmp_path, GOOD[0].replace("03/04/2014", "05/04/2014"), GOOD[1])
    for words, born_on in (([], "2014-04-03"), (["--accept-changes"], "2014-04-05")):
        say_passphrase(monkeypatch)
        assert run(["--folder", str(record), "import-cases", str(changed), *words]) == 0
        database = Database.open(record, unlock.unlock(record, PASSPHRASE), now)
        with database.reading() as connection:
            found = connection.execute("select born_on from child where identifier = 'P1'")
            assert found.fetchone()[0] == born_on
        database.close()
    assert "1 change needs a look" in capsys.readouterr().out


def test_a_wrong_passphrase_is_answered_in_words(
    record: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    say_passphrase(monkeypatch, "not the passphrase")
    assert run(["--folder", str(record), "import-cases", str(written(tmp_path, *GOOD))]) == 1
    assert "That passphrase did not match." in capsys.readouterr().err


def test_columns_that_cannot_be_told_are_named(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Person ID,Forename\nP1,Ada\n", encoding="utf-8")
    assert run(["--folder", str(record), "import-cases", str(path)]) == 1
    said = capsys.readouterr().err
    assert "could not tell which columns" in said
    assert "born_on" not in said
