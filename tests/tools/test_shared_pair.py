"""Two people on two laptops and a real shared database: what one writes, the other reads."""

from collections.abc import Iterator

import psycopg
import pytest
from PySide6.QtWidgets import QApplication

from tests.postgres import PostgresServer
from tools import shared_pair
from tools.shared_council import DATABASE, EVERYBODY, IRO, SUPPORT, SharedCouncil
from ui.record_place import now

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups
AS_FAR_AS_WREN = 7


@pytest.fixture(scope="module")
def council(
    postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SharedCouncil]:
    """Give the council of `./run --shared` in the tests' own server."""
    said: list[str] = []
    folder = tmp_path_factory.mktemp("pair")
    with SharedCouncil(folder, now, said.append, postgres, AS_FAR_AS_WREN) as made:
        assert len(said) == 4
        yield made
    with psycopg.connect(postgres.address(), autocommit=True) as server:
        server.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")
        for one in EVERYBODY:
            server.execute(f'DROP ROLE "{one.login}"')


def test_each_reads_what_the_other_wrote_and_both_windows_close(
    qapp: QApplication,
    council: SharedCouncil,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shared_pair, "ROUND_EVERY_MS", 100)
    left = shared_pair.Desktop(council.iro, IRO)
    right = shared_pair.Desktop(council.support, SUPPORT)
    assert shared_pair.played(left, right) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in said] == [
        f"{IRO.name} (IRO) writes",
        f"{SUPPORT.name} (business support) reads",
        f"{SUPPORT.name} (business support) writes",
        f"{IRO.name} (IRO) reads",
    ]
    assert said[0].endswith(shared_pair.WROTE)
    assert said[1].endswith(shared_pair.WROTE)


def test_what_business_support_may_not_read_never_reaches_its_laptop(
    council: SharedCouncil,
) -> None:
    from ui import record_place

    counted = {}
    for place in (council.iro, council.support):
        database = record_place.open_record(place, record_place.DEMO_PASSPHRASE)
        with database.reading() as connection:
            counted[place.name] = [
                connection.execute(f"select count(*) from {table}").fetchone()[0]  # noqa: S608
                for table in ("child", "review", "note", "wish", "held_work", "decision")
            ]
        database.close()
    iro, support = counted["iro"], counted["business-support"]
    assert support[:2] == iro[:2] != [0, 0]
    assert iro[2] and iro[3]
    assert support[2:] == [0, 0, 0, 0]
    assert iro[5]
    assert iro[4] <= 2  # what only a manager may set, shown as set aside
