"""The passphrase, the key file and its copy, on real files."""

from pathlib import Path

import pytest

from models.problems import DamagedKey, RecordExists, WeakPassphrase, WrongPassphrase
from models.security import key_file, unlock
from models.security.key_file import Cost
from models.security.place import SyncedFolder

QUICK = Cost(times=1, memory_kib=64, lanes=1)
PASSPHRASE = "blue horse seven lamp"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "record"


def test_the_passphrase_gives_back_the_key(folder: Path) -> None:
    key = unlock.create(folder, PASSPHRASE, QUICK)
    assert len(key) == 32
    assert unlock.unlock(folder, PASSPHRASE) == key


def test_the_usual_cost_is_the_one_that_was_decided(folder: Path) -> None:
    key = unlock.create(folder, PASSPHRASE)
    assert key_file.read(folder).cost == Cost(times=3, memory_kib=65536, lanes=4)
    assert unlock.unlock(folder, PASSPHRASE) == key


@pytest.mark.parametrize("wrong", ["", "blue horse seven lamb", PASSPHRASE + " ", "\ud800" * 12])
def test_a_wrong_passphrase_is_answered_in_words(folder: Path, wrong: str) -> None:
    unlock.create(folder, PASSPHRASE, QUICK)
    with pytest.raises(WrongPassphrase) as caught:
        unlock.unlock(folder, wrong)
    assert caught.value.sentences() == (
        "That passphrase did not match.",
        "Your work is safe.",
        "Try again, and check Caps Lock.",
    )
    assert not wrong or wrong not in repr(caught.value)


def test_accents_typed_in_two_ways_are_the_same_passphrase(folder: Path) -> None:
    key = unlock.create(folder, "caf\u00e9 horse seven", QUICK)
    assert unlock.unlock(folder, "cafe\u0301 horse seven") == key


@pytest.mark.parametrize("weak", ["", "short", "eleven char", "   eleven char   "])
def test_a_short_passphrase_is_refused_at_the_door(folder: Path, weak: str) -> None:
    with pytest.raises(WeakPassphrase) as caught:
        unlock.create(folder, weak, QUICK)
    assert "at least 12 characters" in caught.value.sentences()[2]
    assert not folder.exists()


def test_a_key_is_never_written_over_another(folder: Path) -> None:
    key = unlock.create(folder, PASSPHRASE, QUICK)
    (folder / "key.json").unlink()
    with pytest.raises(RecordExists):
        unlock.create(folder, PASSPHRASE, QUICK)
    assert unlock.unlock(folder, PASSPHRASE) == key


def test_a_changed_passphrase_opens_the_same_key_and_the_old_one_no_more(folder: Path) -> None:
    key = unlock.create(folder, PASSPHRASE, QUICK)
    unlock.change_passphrase(folder, PASSPHRASE, "nine green kettles", QUICK)
    assert unlock.unlock(folder, "nine green kettles") == key
    with pytest.raises(WrongPassphrase):
        unlock.unlock(folder, PASSPHRASE)
    (folder / "key.json").unlink()
    with pytest.raises(WrongPassphrase):
        unlock.unlock(folder, PASSPHRASE)


def test_a_change_with_the_wrong_old_passphrase_changes_nothing(folder: Path) -> None:
    unlock.create(folder, PASSPHRASE, QUICK)
    before = (folder / "key.json").read_bytes()
    with pytest.raises(WrongPassphrase):
        unlock.change_passphrase(folder, "not this one, sorry", "nine green kettles", QUICK)
    with pytest.raises(WeakPassphrase):
        unlock.change_passphrase(folder, PASSPHRASE, "nine", QUICK)
    assert (folder / "key.json").read_bytes() == before


def test_a_flipped_bit_anywhere_in_the_key_file_is_mended_from_its_copy(folder: Path) -> None:
    key = unlock.create(folder, PASSPHRASE, QUICK)
    good = (folder / "key.json").read_bytes()
    for bit in range(0, len(good) * 8, 5):  # in every byte one or two, in turn each of its eight
        hurt = bytearray(good)
        hurt[bit // 8] ^= 1 << bit % 8
        (folder / "key.json").write_bytes(hurt)
        assert unlock.unlock(folder, PASSPHRASE) == key, bit
        if bit % 97 == 0:
            assert (folder / "key.json").read_bytes() == good


@pytest.mark.parametrize("hurt", [b"", b"\x00" * 300, b"{", b"[]", b'{"checksum": 1}', None])
def test_two_damaged_copies_are_told_in_words(folder: Path, hurt: bytes | None) -> None:
    unlock.create(folder, PASSPHRASE, QUICK)
    for name in ("key.json", "key.json.copy"):
        if hurt is None:
            (folder / name).unlink()
        else:
            (folder / name).write_bytes(hurt)
    with pytest.raises(DamagedKey):
        unlock.unlock(folder, PASSPHRASE)


def test_nobody_can_make_guessing_cheaper_or_a_laptop_stall(folder: Path) -> None:
    unlock.create(folder, PASSPHRASE, QUICK)
    real = key_file.read(folder)
    for cost in (Cost(2, 64, 1), Cost(1, 2**31, 1), Cost(10**6, 64, 1), Cost(0, 64, 1)):
        forged = key_file.WrappedKey(cost, real.salt, real.nonce, real.wrapped)
        key_file.write(folder, forged)
        with pytest.raises((WrongPassphrase, DamagedKey)):
            unlock.unlock(folder, PASSPHRASE)


def test_the_key_and_the_passphrase_are_in_no_file(folder: Path) -> None:
    key = unlock.create(folder, PASSPHRASE, QUICK)
    for file in folder.iterdir():
        content = file.read_bytes()
        for secret in (bytes(key), key.hex().encode(), PASSPHRASE.encode()):
            assert secret not in content


def test_a_wiped_key_is_gone(folder: Path) -> None:
    key = unlock.create(folder, PASSPHRASE, QUICK)
    unlock.wipe(key)
    assert key == bytearray(32)


@pytest.mark.parametrize("part", ["OneDrive - Durham", "Dropbox", "Google Drive", "iCloudDrive"])
def test_a_folder_that_a_cloud_copies_is_refused(tmp_path: Path, part: str) -> None:
    with pytest.raises(SyncedFolder):
        unlock.create(tmp_path / part / "waymark", PASSPHRASE, QUICK)
    assert not (tmp_path / part).exists()


def test_a_folder_that_windows_calls_onedrive_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "work"))
    with pytest.raises(SyncedFolder):
        unlock.create(tmp_path / "work" / "waymark", PASSPHRASE, QUICK)
