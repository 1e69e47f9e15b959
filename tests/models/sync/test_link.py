"""The address of the shared database, and each failure on the way to it, in words."""

import inspect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.problems import Problem
from models.sync import link, server_address
from models.sync.link_failures import problem_of
from models.sync.server_address import (
    WITHOUT_TLS,
    BadAddress,
    PasswordInAddress,
    ServerAddress,
    TlsNeeded,
)

EVERY_PROBLEM = [
    kind
    for module in (link, server_address)
    for _name, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, Problem) and kind is not Problem
]


class Failure(Exception):
    """What a driver raises: words, and a code where the server gave one."""

    def __init__(self, words: str, state: str | None = None) -> None:
        super().__init__(words)
        self.sqlstate = state


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://db.wrenshire.example/waymark", ("db.wrenshire.example", 5432, "waymark")),
        ("postgres://10.0.0.7:6543/a%20b", ("10.0.0.7", 6543, "a b")),
        ("postgresql://[::1]/waymark", ("::1", 5432, "waymark")),
        ("  postgresql://HERE/w  ", ("here", 5432, "w")),
    ],
)
def test_an_address_is_read(url: str, expected: tuple[str, int, str]) -> None:
    assert server_address.server_address(url) == ServerAddress(*expected)


def test_a_login_in_the_address_is_read_and_the_short_name_leaves_it_out() -> None:
    found = server_address.server_address("postgresql://n%40thistle@db:6000/waymark")
    assert (found.login, found.short) == ("n@thistle", "db:6000/waymark")


@pytest.mark.parametrize(
    "url",
    [
        *("", "waymark", "db/waymark", "https://db/waymark", "mysql://db/waymark"),
        *("postgresql://", "postgresql:///waymark", "postgresql://db", "postgresql://db/"),
        *("postgresql://db/a/b", "postgresql://db:99999/w", "postgresql://db:x/w"),
        *("postgresql://a,b/w", "postgresql://db/w?sslmode=disable", "postgresql://db/w#x"),
        *(
            "postgresql://d b/w",
            "postgresql://[::1/w",
            "postgresql://db/%00",
            "postgresql://db/\n",
        ),
        *("postgresql://db/" + "w" * 64, "postgresql://%2Ftmp/w", "postgresql://-x/w"),
    ],
)
def test_a_wrong_address_is_refused_in_words(url: str) -> None:
    with pytest.raises(BadAddress) as refused:
        server_address.server_address(url)
    assert "postgresql://" in refused.value.sentences()[2]


@pytest.mark.parametrize("scheme", ["postgresql", "https", "postgres"])
def test_a_password_in_the_address_is_refused_and_not_said_again(scheme: str) -> None:
    with pytest.raises(PasswordInAddress) as refused:
        server_address.server_address(f"{scheme}://nadia:correct-horse@db/waymark")
    assert "correct-horse" not in repr(refused.value) + " ".join(refused.value.sentences())


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_only_a_server_on_this_computer_may_do_without_tls(host: str) -> None:
    assert server_address.server_address(f"postgresql://{host}/w", WITHOUT_TLS).is_here
    with pytest.raises(TlsNeeded):
        server_address.server_address("postgresql://localhost.example/w", WITHOUT_TLS)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_whatever_is_typed_is_an_address_or_is_refused(typed: str) -> None:
    for url in (typed, f"postgresql://{typed}", f"postgresql://db/{typed}"):
        try:
            found = server_address.server_address(url)
        except BadAddress:
            continue
        assert found.host
        assert found.database


@pytest.mark.parametrize("kind", EVERY_PROBLEM)
def test_every_problem_says_what_is_safe_and_what_to_do(kind: type[Problem]) -> None:
    made = kind("x") if kind is link.ServerSaidNo else kind(values={"found": "", "least": ""})
    assert all(sentence.endswith((".", "?", "waymark")) for sentence in made.sentences())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("FATAL:  password authentication failed for user", link.LoginRefused),
        ('FATAL:  role "ann" does not exist', link.LoginRefused),
        ('FATAL:  database "waymark" does not exist', link.DatabaseMissing),
        ("FATAL:  no pg_hba.conf entry for host", link.LoginNotFromHere),
        ("FATAL:  sorry, too many clients already", link.ServerBusy),
        ('FATAL:  too many connections for role "ann"', link.ServerBusy),
        ("FATAL:  the database system is starting up", link.ServerBusy),
        ("server does not support SSL, but SSL was required", link.NoTlsThere),
        ('root certificate file "/x" does not exist', link.NoRootCertificate),
        ("connection is bad: No route to host", link.NoConnection),
        ("ce que personne n’attendait", link.NoConnection),
    ],
)
def test_the_words_of_a_failed_connection_are_understood(
    words: str, expected: type[Problem]
) -> None:
    assert type(problem_of(Failure(words))) is expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        *(("3F000", link.NotSetUp), ("42883", link.NotSetUp), ("42501", link.NoSuchPerson)),
        *(("WM001", link.NoSuchPerson), ("57P01", link.ConnectionLost)),
        *(("53100", link.ServerInTrouble), ("53300", link.ServerBusy)),
        *(("25006", link.ServerOnlyReads), ("57014", link.NoAnswerInTime)),
        *(("58030", link.ServerInTrouble), ("XX001", link.ServerInTrouble)),
        *(("WM002", link.ServerSaidNo), ("P0001", link.ServerSaidNo)),
    ],
)
def test_the_codes_of_the_server_are_understood(state: str, expected: type[Problem]) -> None:
    found = problem_of(Failure("Zoë’s words must not go on", state))
    assert type(found) is expected
    assert "Zoë" not in repr(found) + " ".join(found.sentences())
