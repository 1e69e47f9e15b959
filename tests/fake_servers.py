"""Servers for tests that are not what a laptop hopes for: a login page, a silence, a TLS front."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

SSL_REQUEST_BYTES = 8
LOGIN_PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Log in to the Wi-Fi</html>"


@contextlib.contextmanager
def answering(serve: Callable[[socket.socket], None]) -> Iterator[int]:
    """Give the port of a server that does this with each connection."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        accepting = threading.Thread(target=_accept, args=(listener, serve), daemon=True)
        accepting.start()
        try:
            yield int(listener.getsockname()[1])
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            accepting.join()


def _accept(listener: socket.socket, serve: Callable[[socket.socket], None]) -> None:
    with contextlib.suppress(OSError):
        while True:
            came, _where = listener.accept()
            threading.Thread(target=_served, args=(came, serve), daemon=True).start()


def _served(came: socket.socket, serve: Callable[[socket.socket], None]) -> None:
    with came, contextlib.suppress(OSError):
        serve(came)


def login_page(came: socket.socket) -> None:
    """Answer as the web page of a café does."""
    came.recv(1024)
    came.sendall(LOGIN_PAGE)


def silence(came: socket.socket) -> None:
    """Take everything and never answer."""
    while came.recv(1024):
        pass


def counting_front(port: int, sent: list[int]) -> Callable[[socket.socket], None]:
    """Carry everything to a server and back; note how much came at each turn."""

    def serve(came: socket.socket) -> None:
        with socket.create_connection(("127.0.0.1", port)) as inside:
            _carry(came, inside, sent)

    return serve


def tls_front(port: int, certificate: Path) -> Callable[[socket.socket], None]:
    """Speak TLS in front of a PostgreSQL that cannot, as its own server would."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def serve(came: socket.socket) -> None:
        came.recv(SSL_REQUEST_BYTES)
        came.sendall(b"S")
        with (
            context.wrap_socket(came, server_side=True) as outside,
            socket.create_connection(("127.0.0.1", port)) as inside,
        ):
            _carry(outside, inside, [])

    return serve


def _carry(outside: socket.socket, inside: socket.socket, sent: list[int]) -> None:
    def back() -> None:
        with contextlib.suppress(OSError):
            while carried := inside.recv(65536):
                outside.sendall(carried)

    answering_back = threading.Thread(target=back, daemon=True)
    answering_back.start()
    while carried := outside.recv(65536):
        sent.append(len(carried))
        inside.sendall(carried)
    inside.shutdown(socket.SHUT_RDWR)
    answering_back.join()


class Authority:
    """A certificate authority of a test: its root, and what it signs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _named("A test's authority")
        built = self._began(self._name, self._key).add_extension(
            x509.BasicConstraints(ca=True, path_length=None), critical=True
        )
        self.root = folder / "root.pem"
        self.root.write_bytes(_pem(built.sign(self._key, hashes.SHA256())))

    def sign(self, *addresses: str) -> Path:
        """Give a file with a key and a certificate for these numbers of computers."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName(
            [x509.IPAddress(IPv4Address(address)) for address in addresses]
        )
        built = self._began(_named("server"), key).add_extension(names, critical=False)
        path = self._folder / f"server-{'-'.join(addresses)}.pem"
        path.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            + _pem(built.sign(self._key, hashes.SHA256()))
        )
        return path

    def _began(self, name: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        now = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
        )


def _named(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)
