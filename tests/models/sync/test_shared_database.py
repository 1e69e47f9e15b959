"""The link to a real server: one turn for a call, and every way that a network can fail."""

import ssl
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from models.sync import link, shared_database
from models.sync.server_address import WITHOUT_TLS, Tls
from models.sync.shared_database import PgLink, connect_as_administrator
from models.sync.system_roots import system_roots
from tests.fake_servers import Authority, answering, counting_front, login_page, silence, tls_front
from tests.postgres import PostgresServer

SCHEMA = """
CREATE SCHEMA waymark;
CREATE FUNCTION waymark.hello(request jsonb) RETURNS jsonb LANGUAGE plpgsql AS
    $$BEGIN RETURN jsonb_build_object('heard', request); END$$;
CREATE FUNCTION waymark.push(request jsonb) RETURNS jsonb LANGUAGE plpgsql AS
    $$BEGIN PERFORM pg_sleep(60); RETURN '{}'; END$$;
CREATE FUNCTION waymark.pull(request jsonb) RETURNS jsonb LANGUAGE plpgsql AS
    $$BEGIN RAISE EXCEPTION '%', request USING ERRCODE = 'WM003'; END$$;
CREATE FUNCTION waymark.digest(request jsonb) RETURNS jsonb LANGUAGE plpgsql AS
    $$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(60); END$$;
CREATE FUNCTION waymark.receipt(request jsonb) RETURNS jsonb LANGUAGE plpgsql AS
    $$BEGIN RETURN '[]'; END$$;
"""
DATABASE, EMPTY = "link_tests", "link_tests_empty"
WORDS = 'Zoë said “no” — ŵŷ ș 你好 سلام 🙂 \t\n\\ "'


@pytest.fixture(scope="module")
def server(postgres: PostgresServer) -> Iterator[PostgresServer]:
    """Give the server with a database of a few functions, and one with nothing."""
    with psycopg.connect(postgres.address(), autocommit=True) as admin:
        for name in (DATABASE, EMPTY):
            admin.execute(f"CREATE DATABASE {name}")
        admin.execute("CREATE ROLE link_outsider LOGIN; CREATE ROLE link_closed NOLOGIN")
    with psycopg.connect(postgres.address(DATABASE), autocommit=True) as admin:
        admin.execute(SCHEMA)
    yield postgres
    with psycopg.connect(postgres.address(), autocommit=True) as admin:
        for name in (DATABASE, EMPTY):
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
        admin.execute("DROP ROLE link_outsider; DROP ROLE link_closed")


@pytest.fixture
def shared(server: PostgresServer) -> Iterator[PgLink]:
    made = _link(server.port)
    yield made
    made.close()


def _link(port: int, name: str = DATABASE, login: str = "postgres", **more: Any) -> PgLink:
    tls = more.pop("tls", WITHOUT_TLS)
    return PgLink(f"postgresql://127.0.0.1:{port}/{name}", login, tls=tls)


def test_words_come_back_as_they_went(shared: PgLink) -> None:
    request = {"words": WORDS, "numbers": [1, 2.5, None, True], "nested": {"": []}}
    assert shared.call("hello", request) == {"heard": request}


def test_a_call_is_one_turn_on_one_kept_connection(server: PostgresServer) -> None:
    turns: list[int] = []
    with answering(counting_front(server.port, turns)) as port:
        made = _link(port)
        made.call("hello", {})
        before = len(turns)
        for _ in range(8):
            made.call("hello", {})
        assert len(turns) - before == 8
        made.close()


def test_a_host_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_asked: Any, **_more: Any) -> None:
        raise OSError(-2, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    with pytest.raises(link.HostNotFound):
        PgLink("postgresql://no.such.example/w", "ann", tls=Tls(root=Path(__file__))).call(
            "hello", {}
        )


def test_a_computer_without_a_database_server_is_said() -> None:
    with answering(silence) as port:
        pass
    with pytest.raises(link.NobodyAnswers):
        _link(port).call("hello", {})


@pytest.mark.parametrize("tls", [WITHOUT_TLS, Tls(root=Path(__file__))])
def test_a_login_page_in_its_place_is_said(tls: Tls) -> None:
    with answering(login_page) as port, pytest.raises(link.NotADatabaseServer):
        _link(port, tls=tls).call("hello", {})


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_database, "CONNECT_SECONDS", 0)
    monkeypatch.setattr(shared_database, "_RESOLVE_SECONDS", 0)
    with answering(silence) as port, pytest.raises(link.NoAnswerInTime):
        _link(port).call("hello", {})


@pytest.mark.parametrize("login", ["link_closed", "nobody_of_this_name"])
def test_a_login_that_is_closed_or_unknown_is_said(server: PostgresServer, login: str) -> None:
    with pytest.raises(link.LoginRefused):
        _link(server.port, login=login).call("hello", {})


def test_a_database_that_is_not_there_is_said(server: PostgresServer) -> None:
    with pytest.raises(link.DatabaseMissing):
        _link(server.port, name="no_such_database").call("hello", {})


def test_a_database_that_was_never_set_up_is_said(server: PostgresServer) -> None:
    with pytest.raises(link.NotSetUp):
        _link(server.port, name=EMPTY).call("hello", {})


def test_a_function_that_is_missing_is_said(shared: PgLink) -> None:
    with pytest.raises(link.NotSetUp):
        shared.call("park", {})
    assert shared.call("hello", {})


def test_a_login_without_rights_is_told_that_it_is_nobodys(server: PostgresServer) -> None:
    with pytest.raises(link.NoSuchPerson):
        _link(server.port, login="link_outsider").call("hello", {})


def test_a_refused_request_gives_its_code_and_none_of_its_words(shared: PgLink) -> None:
    with pytest.raises(link.ServerSaidNo) as refused:
        shared.call("pull", {"words": WORDS})
    assert refused.value.code == "WM003"
    assert "Zoë" not in repr(refused.value)
    assert refused.value.__context__ is None
    assert refused.value.__cause__ is None


def test_an_answer_of_another_shape_is_not_the_councils(shared: PgLink) -> None:
    with pytest.raises(link.NotTheCouncil):
        shared.call("receipt", {})


def test_a_server_that_goes_away_in_the_middle_is_said_and_found_again(shared: PgLink) -> None:
    with pytest.raises(link.ConnectionLost):
        shared.call("digest", {})
    assert shared.call("hello", {})


def test_a_connection_that_ended_while_nobody_used_it_is_made_again(
    server: PostgresServer, shared: PgLink
) -> None:
    shared.call("hello", {})
    with psycopg.connect(server.address(), autocommit=True) as admin:
        ended = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s"
        admin.execute(ended, (DATABASE,))
    assert shared.call("hello", {})


def test_an_answer_that_takes_too_long_is_given_up(
    shared: PgLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_database, "ANSWER_SECONDS", 0.1)
    with pytest.raises(link.NoAnswerInTime):
        shared.call("push", {})
    monkeypatch.setattr(shared_database, "ANSWER_SECONDS", 60)
    assert shared.call("hello", {})


def test_a_call_is_cut_from_another_thread_and_the_link_stays_cut(
    server: PostgresServer, shared: PgLink
) -> None:
    shared.call("hello", {})
    threading.Thread(target=_cut_when_busy, args=(server, shared)).start()
    with pytest.raises(link.Stopped):
        shared.call("push", {})
    with pytest.raises(link.Stopped):
        shared.call("hello", {})


def _cut_when_busy(server: PostgresServer, shared: PgLink) -> None:
    busy = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = %s"
    with psycopg.connect(server.address(), autocommit=True) as admin:
        while not admin.execute(busy, (DATABASE,)).fetchone()[0]:
            pass
    shared.cut()


def test_connecting_is_cut_too(monkeypatch: pytest.MonkeyPatch) -> None:
    arrived = threading.Event()

    def wait(came: Any) -> None:
        arrived.set()
        silence(came)

    with answering(wait) as port:
        made = _link(port)

        def cut() -> None:
            arrived.wait()
            made.cut()

        threading.Thread(target=cut).start()
        began = time.monotonic()
        with pytest.raises(link.Stopped):
            made.call("hello", {})
        assert time.monotonic() - began < shared_database.CONNECT_SECONDS


def test_only_the_functions_of_the_shared_database_can_be_called(shared: PgLink) -> None:
    with pytest.raises(KeyError):
        shared.call("pg_sleep", {})


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


def test_a_server_with_the_right_certificate_is_trusted(
    server: PostgresServer, authority: Authority
) -> None:
    with answering(tls_front(server.port, authority.sign("127.0.0.1"))) as port:
        made = _link(port, tls=Tls(root=authority.root))
        assert made.call("hello", {"words": WORDS}) == {"heard": {"words": WORDS}}
        made.close()


def test_a_certificate_of_another_computer_is_refused(
    server: PostgresServer, authority: Authority
) -> None:
    front = tls_front(server.port, authority.sign("10.9.8.7"))
    with answering(front) as port, pytest.raises(link.CertificateRefused):
        _link(port, tls=Tls(root=authority.root)).call("hello", {})


def test_a_certificate_of_another_authority_is_refused(
    server: PostgresServer, authority: Authority, tmp_path: Path
) -> None:
    other = Authority(tmp_path)
    front = tls_front(server.port, other.sign("127.0.0.1"))
    with answering(front) as port, pytest.raises(link.CertificateRefused):
        _link(port, tls=Tls(root=authority.root)).call("hello", {})


def test_a_server_without_tls_gets_nothing(server: PostgresServer, authority: Authority) -> None:
    with pytest.raises(link.NoTlsThere):
        _link(server.port, tls=Tls(root=authority.root)).call("hello", {})


def test_a_root_certificate_that_is_not_there_or_is_none_is_said(
    server: PostgresServer, authority: Authority, tmp_path: Path
) -> None:
    with pytest.raises(link.NoRootCertificate):
        _link(server.port, tls=Tls(root=tmp_path / "none.pem")).call("hello", {})
    front = tls_front(server.port, authority.sign("127.0.0.1"))
    with answering(front) as port, pytest.raises(link.NoRootCertificate):
        _link(port, tls=Tls(root=Path(__file__))).call("hello", {})


def test_the_roots_of_this_computer_are_a_file_wherever_they_are_kept(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.root))
    assert system_roots() == authority.root
    usual = ssl.DefaultVerifyPaths(None, None, "", "", "", "")
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: usual)
    written = system_roots(usual_places=())
    assert written is not None
    assert ssl.create_default_context(cafile=str(written)).get_ca_certs()


def test_an_administrator_comes_in_by_the_same_door(server: PostgresServer) -> None:
    with connect_as_administrator(server.address(DATABASE), tls=WITHOUT_TLS) as admin:
        assert admin.execute("SELECT session_user").fetchone() == ("postgres",)
    with pytest.raises(link.NoTlsThere):
        connect_as_administrator(server.address(DATABASE), tls=Tls(root=Path(__file__)))


def test_a_server_of_an_old_postgresql_is_refused(
    server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_database, "LEAST_POSTGRES", 99)
    with pytest.raises(link.PostgresTooOld) as refused:
        _link(server.port).call("hello", {})
    assert "99" in refused.value.sentences()[2]
