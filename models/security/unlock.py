"""From the passphrase to the record's key; the key itself is never written in the clear."""

import secrets
import unicodedata
from pathlib import Path

from models.disk_problems import told
from models.encrypted_file import KEY_BYTES
from models.private_files import make_folder
from models.problems import RecordExists, WeakPassphrase, WrongPassphrase
from models.security import key_file, place
from models.security.key_file import NONCE_BYTES, SALT_BYTES, Cost, WrappedKey

LEAST_CHARACTERS = 12


def is_set_up(folder: Path) -> bool:
    """Whether somebody has chosen a passphrase for this folder."""
    return key_file.exists(folder)


def create(folder: Path, passphrase: str, cost: Cost | None = None) -> bytearray:
    """Make a new random key, keep it wrapped in the folder, and give it.

    Raises: WeakPassphrase, SyncedFolder, RecordExists, DiskFull, FolderReadOnly.
    """
    refuse_weak(passphrase)
    place.refuse_synced(folder)
    if is_set_up(folder):
        raise RecordExists
    key = bytearray(secrets.token_bytes(KEY_BYTES))
    with told(folder.parent):
        make_folder(folder)
    _keep(folder, key, passphrase, cost or Cost())
    return key


def unlock(folder: Path, passphrase: str) -> bytearray:
    """Give the key that this passphrase opens; mend a damaged copy of the key file.

    Raises: WrongPassphrase, DamagedKey, FolderMissing.
    """
    with told(folder):
        wrapped = key_file.read(folder)
    key = _unwrap(wrapped, passphrase)
    if not key_file.is_whole(folder, wrapped):
        _mend(folder, wrapped)
    return key


def change_passphrase(folder: Path, old: str, new: str, cost: Cost | None = None) -> None:
    """Wrap the same key under a new passphrase; the record itself is not touched.

    Raises: WrongPassphrase, WeakPassphrase, DamagedKey, DiskFull, FolderReadOnly.
    """
    refuse_weak(new)
    key = unlock(folder, old)
    try:
        _keep(folder, key, new, cost or Cost())
    finally:
        wipe(key)


def refuse_weak(passphrase: str) -> None:
    """Refuse a passphrase that is too short. Raises: WeakPassphrase."""
    if len(passphrase.strip()) < LEAST_CHARACTERS:
        raise WeakPassphrase(values={"least": str(LEAST_CHARACTERS)})


def wipe(key: bytearray) -> None:
    """Overwrite a key in memory, as far as Python allows."""
    key[:] = bytes(len(key))


def _keep(folder: Path, key: bytearray, passphrase: str, cost: Cost) -> None:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # slow to load: when needed

    bare = WrappedKey(cost, secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES), b"")
    sealed = AESGCM(_stretched(bare, passphrase)).encrypt(bare.nonce, bytes(key), bare.bound)
    with told(folder):
        key_file.write(folder, WrappedKey(cost, bare.salt, bare.nonce, sealed))


def _unwrap(wrapped: WrappedKey, passphrase: str) -> bytearray:
    from cryptography.exceptions import InvalidTag  # slow to load: when needed
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    opener = AESGCM(_stretched(wrapped, passphrase))
    try:
        return bytearray(opener.decrypt(wrapped.nonce, wrapped.wrapped, wrapped.bound))
    except InvalidTag:
        raise WrongPassphrase from None


def _stretched(wrapped: WrappedKey, passphrase: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # slow to load: when needed

    stretch = Argon2id(
        salt=wrapped.salt,
        length=32,
        iterations=wrapped.cost.times,
        lanes=wrapped.cost.lanes,
        memory_cost=wrapped.cost.memory_kib,
    )
    plain = unicodedata.normalize("NFKC", passphrase)  # the same keys on every keyboard
    return stretch.derive(plain.encode("utf-8", "surrogatepass"))


def _mend(folder: Path, wrapped: WrappedKey) -> None:
    try:
        key_file.write(folder, wrapped)
    except OSError:
        return  # the good copy opened; mending can wait for a disk that lets us write
