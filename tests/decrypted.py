"""Every byte of an encrypted file in the clear, to be searched: freed and waiting pages too."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _RESERVED, _SALT, _IV = 4096, 80, 16, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24


def in_the_clear(path: Path, key: bytes) -> bytes:
    """Decrypt page by page, whether SQLite still counts a page or not."""
    raw = path.read_bytes()
    pages = _frames(raw) if path.name.endswith("-wal") else _pages(raw)
    return b"".join(_decrypted(number, page, key) for number, page in pages)


def search(folder: Path, key: bytes, words: list[str]) -> dict[str, list[str]]:
    """Where any of these words stands in any file of a folder: in the clear, or decrypted."""
    found = {}
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        texts = [path.read_bytes()]
        if ".db" in path.name and not path.name.endswith(("-shm", "-journal")):
            texts.append(in_the_clear(path, key))
        hits = [word for word in words if any(word.encode() in text for text in texts)]
        if hits:
            found[path.relative_to(folder).as_posix()] = hits
    return found


def _pages(raw: bytes) -> Iterator[tuple[int, bytes]]:
    for at in range(0, len(raw), _PAGE):
        yield at // _PAGE + 1, raw[at : at + _PAGE]


def _frames(raw: bytes) -> Iterator[tuple[int, bytes]]:
    for at in range(_LOG_HEAD, len(raw), _FRAME_HEAD + _PAGE):
        page = raw[at + _FRAME_HEAD : at + _FRAME_HEAD + _PAGE]
        yield int.from_bytes(raw[at : at + 4], "big"), page


def _decrypted(number: int, page: bytes, key: bytes) -> bytes:
    if len(page) < _PAGE:
        return b""
    start = _SALT if number == 1 else 0
    iv = page[_PAGE - _RESERVED : _PAGE - _RESERVED + _IV]
    cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return cipher.update(page[start : _PAGE - _RESERVED]) + cipher.finalize()
