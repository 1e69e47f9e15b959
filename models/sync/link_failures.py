"""Turns what the driver and the server say into Problems; none of their words goes on."""

from models.problems import Problem
from models.sync import link

_BY_STATE: dict[str, type[Problem]] = {
    "28P01": link.LoginRefused,
    "28000": link.LoginRefused,
    "3D000": link.DatabaseMissing,
    "3F000": link.NotSetUp,  # no such schema
    "42883": link.NotSetUp,  # no such function
    "42501": link.NoSuchPerson,  # a login without Waymark's rights
    "53300": link.ServerBusy,
    "25006": link.ServerOnlyReads,
    "57014": link.NoAnswerInTime,  # the server's own limit
    "40001": link.ServerBusy,
    "40P01": link.ServerBusy,
    "55P03": link.ServerBusy,
    "WM001": link.NoSuchPerson,
}
_BY_CLASS: dict[str, type[Problem]] = {
    "08": link.ConnectionLost,
    "53": link.ServerInTrouble,
    "57": link.ConnectionLost,  # an administrator stops the server
    "58": link.ServerInTrouble,
    "XX": link.ServerInTrouble,
}
# Failures to connect carry no code: libpq's words are all there is. The first that fits counts.
_BY_WORDS: tuple[tuple[str, type[Problem]], ...] = (
    ("failed to resolve host", link.HostNotFound),
    ("could not translate host name", link.HostNotFound),
    ("root certificate file", link.NoRootCertificate),
    ("could not read root certificate", link.NoRootCertificate),
    ("does not support SSL", link.NoTlsThere),
    ("certificate verify failed", link.CertificateRefused),
    ("does not match host name", link.CertificateRefused),
    ("could not get server's host name", link.CertificateRefused),
    ("invalid response to SSL negotiation", link.NotADatabaseServer),
    ("expected authentication request", link.NotADatabaseServer),
    ("received invalid", link.NotADatabaseServer),
    ("no pg_hba.conf entry", link.LoginNotFromHere),
    ("pg_hba.conf rejects", link.LoginNotFromHere),
    ("authentication failed", link.LoginRefused),
    ("no password supplied", link.LoginRefused),
    ("not permitted to log in", link.LoginRefused),
    ('" does not exist', link.DatabaseMissing),  # a role that does not: see _missing
    ("permission denied for database", link.LoginNotFromHere),
    ("does not have CONNECT", link.LoginNotFromHere),
    ("too many connections", link.ServerBusy),
    ("too many clients", link.ServerBusy),
    ("connection slots", link.ServerBusy),
    ("the database system is", link.ServerBusy),
    ("timeout expired", link.NoAnswerInTime),
    ("timed out", link.NoAnswerInTime),
    ("Connection refused", link.NobodyAnswers),
    ("SSL error", link.CertificateRefused),
    ("closed the connection", link.ConnectionLost),
    ("reset by peer", link.ConnectionLost),
    ("SSL SYSCALL", link.ConnectionLost),
)


def problem_of(error: BaseException) -> Problem:
    """Give the Problem that this failure of the driver is."""
    state = getattr(error, "sqlstate", None)
    if not state:
        return _by_words(str(error))
    kind = _BY_STATE.get(state) or _BY_CLASS.get(state[:2])
    return kind() if kind else link.ServerSaidNo(state)


def _by_words(words: str) -> Problem:
    for part, kind in _BY_WORDS:
        if part in words:
            return _missing(words) if kind is link.DatabaseMissing else kind()
    return link.NoConnection()


def _missing(words: str) -> Problem:
    return link.LoginRefused() if 'role "' in words else link.DatabaseMissing()
