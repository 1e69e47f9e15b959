"""The file that keeps the record's key, wrapped so that only the passphrase opens it."""

import base64
import binascii
import hashlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from models.atomic_file import write_whole
from models.problems import DamagedKey

KEY_NAME = "key.json"
COPY_NAME = "key.json.copy"
VERSION = 1
SALT_BYTES = 16
NONCE_BYTES = 12
_TEXTS = ("salt", "nonce", "wrapped")
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_TIMES = 64
_MOST_LANES = 64


@dataclass(frozen=True)
class Cost:
    """How much work each guess of a passphrase costs (Argon2id). Source: RFC 9106."""

    times: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4

    @property
    def is_sane(self) -> bool:
        """Whether a laptop can do this work, so that an altered file cannot stop it."""
        return (
            1 <= self.times <= _MOST_TIMES
            and 1 <= self.lanes <= _MOST_LANES
            and 8 * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
        )


@dataclass(frozen=True)
class WrappedKey:
    """The key as it lies on the disk: unreadable without the passphrase."""

    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes
    version: int = VERSION

    @property
    def bound(self) -> bytes:
        """What is sealed together with the key, so that nobody can make guessing cheaper."""
        stated = replace(self, wrapped=b"", nonce=b"")
        return json.dumps(_fields(stated), sort_keys=True).encode()

    def to_bytes(self) -> bytes:
        """Write as JSON with a checksum, which tells damage from a wrong passphrase."""
        stated = _fields(self)
        return json.dumps(stated | {"checksum": _checksum(stated)}, indent=1).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "WrappedKey":
        """Read back. Raises: DamagedKey."""
        try:
            stated = json.loads(content)
            checksum = stated.pop("checksum")
            texts = {name: base64.b64decode(stated[name]) for name in _TEXTS}
            key = cls(Cost(**stated["cost"]), version=int(stated["version"]), **texts)
        except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
            raise DamagedKey from None
        if checksum != _checksum(stated) or not key.cost.is_sane or key.version != VERSION:
            raise DamagedKey
        return key


def write(folder: Path, key: WrappedKey) -> None:
    """Keep the key twice, so that one damaged file does not lock anybody out."""
    for name in (KEY_NAME, COPY_NAME):
        write_whole(folder / name, key.to_bytes())


def read(folder: Path) -> WrappedKey:
    """Read the key file, or its copy where the first is damaged. Raises: DamagedKey."""
    for name in (KEY_NAME, COPY_NAME):
        try:
            return WrappedKey.from_bytes((folder / name).read_bytes())
        except (DamagedKey, FileNotFoundError):
            continue
    raise DamagedKey


def is_whole(folder: Path, key: WrappedKey) -> bool:
    """Whether both copies are there and say the same."""
    return all(
        (folder / name).is_file() and (folder / name).read_bytes() == key.to_bytes()
        for name in (KEY_NAME, COPY_NAME)
    )


def exists(folder: Path) -> bool:
    """Whether this folder has a key, in either copy."""
    return any((folder / name).exists() for name in (KEY_NAME, COPY_NAME))


def _fields(key: WrappedKey) -> dict[str, object]:
    texts = {name: base64.b64encode(getattr(key, name)).decode("ascii") for name in _TEXTS}
    return {"version": key.version, "cost": asdict(key.cost), **texts}


def _checksum(stated: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(stated, sort_keys=True).encode()).hexdigest()
