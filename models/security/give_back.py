"""Taking the laptop back from a child: a short PIN beside the passphrase, and slower guessing."""

import base64
import hmac
import json
import secrets
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from models.plain_reading import Connection
from models.problems import N_, Problem, WrongPassphrase
from models.security import unlock
from models.security.key_file import SALT_BYTES, Cost

if TYPE_CHECKING:
    from models.database import Database

PIN_FACT = "give back"  # the laptop_fact that holds the PIN's hash and the wrong tries
LEAST_DIGITS, MOST_DIGITS = 4, 8
MOST_WRONG = 8  # after so many only the passphrase helps
WAIT_SECONDS = {3: 10, 4: 30, 5: 60, 6: 5 * 60, 7: 15 * 60}  # after so many wrong tries
_HASH_BYTES = 32


class WeakPin(Problem):
    """A new PIN is too short, too long, or the first that a child would try."""

    what = N_("That PIN is too easy to guess.")
    kept = N_("Nothing has been changed.")
    next = N_(
        "Use {least} to {most} digits that are not all the same, not in a row, and not a year in "
        "which a child was born."
    )


@dataclass(frozen=True)
class Standing:
    """How it stands with giving back: what may be tried, and whether the last try was right."""

    has_pin: bool = False
    wait_seconds: int = 0
    only_passphrase: bool = False
    was_right: bool = False

    @property
    def takes_pin(self) -> bool:
        """Whether a PIN may be tried now."""
        return self.has_pin and not self.wait_seconds and not self.only_passphrase


@dataclass(frozen=True)
class _Kept:
    """The PIN as the record holds it: never the digits themselves."""

    salt: bytes
    hashed: bytes
    cost: Cost
    wrong: int = 0
    last_at: datetime | None = None

    def to_value(self) -> dict[str, object]:
        return {
            "salt": base64.b64encode(self.salt).decode("ascii"),
            "hashed": base64.b64encode(self.hashed).decode("ascii"),
            "cost": [self.cost.times, self.cost.memory_kib, self.cost.lanes],
            "wrong": self.wrong,
            "last_at": self.last_at.isoformat() if self.last_at else "",
        }


class GiveBack:
    """Tries the PIN and the passphrase of one open record; slow on purpose: not for the window."""

    def __init__(self, database: "Database", by: str, now: Callable[[], datetime]) -> None:
        self._database, self._by, self._now = database, by, now

    def standing(self) -> Standing:
        """How it stands now."""
        with self._database.reading() as connection:
            return _standing(_read(connection), self._now())

    def try_pin(self, pin: str) -> Standing:
        """Try a PIN; a try is counted before it is looked at, so that none is ever free."""
        now = self._now()
        with self._database.reading() as connection:
            kept = _read(connection)
        if kept is None or not _standing(kept, now).takes_pin:
            return _standing(kept, now)
        counted = replace(kept, wrong=kept.wrong + 1, last_at=now)
        self._write(counted)
        hashed = _hashed(_digits(pin), kept.salt, kept.cost)
        if not hmac.compare_digest(hashed, kept.hashed):
            return _standing(counted, now)
        self._write(replace(kept, wrong=0, last_at=None))
        return Standing(has_pin=True, was_right=True)

    def try_passphrase(self, passphrase: str) -> Standing:
        """Try the passphrase of the record; the right one lets a PIN be tried again.

        Raises: DamagedKey, FolderMissing.
        """
        try:
            unlock.wipe(unlock.unlock(self._database.folder, passphrase))
        except WrongPassphrase:
            return self.standing()
        with self._database.reading() as connection:
            kept = _read(connection)
        if kept is not None and kept.wrong:
            self._write(replace(kept, wrong=0, last_at=None))
        return Standing(has_pin=kept is not None, was_right=True)

    def set_pin(self, pin: str, cost: Cost | None = None) -> None:
        """Take these digits as the PIN from now on. Raises: WeakPin."""
        digits = _digits(pin)
        with self._database.reading() as connection:
            refuse_weak(digits, birth_years(connection))
        salt, cost = secrets.token_bytes(SALT_BYTES), cost or Cost()
        self._write(_Kept(salt, _hashed(digits, salt, cost), cost))

    def remove_pin(self) -> None:
        """Have no PIN: only the passphrase gives the laptop back."""
        from models.council import LaptopFact  # SQLAlchemy: loaded when something is saved

        with self._database.saving(self._by) as session:
            fact = session.get(LaptopFact, PIN_FACT)
            if fact is not None:
                session.delete(fact)

    def _write(self, kept: _Kept) -> None:
        from models.council import LaptopFact  # SQLAlchemy: loaded when something is saved

        with self._database.saving(self._by) as session:
            fact = session.get(LaptopFact, PIN_FACT)
            if fact is None:
                session.add(LaptopFact(name=PIN_FACT, value=kept.to_value()))
            else:
                fact.value = kept.to_value()


def birth_years(connection: Connection) -> frozenset[int]:
    """Every year in which a child of this record was born."""
    rows = connection.execute("select distinct substr(born_on, 1, 4) from child")
    return frozenset(int(year) for (year,) in rows if year)


def refuse_weak(pin: str, years: Collection[int]) -> None:
    """Refuse a PIN that is no 4 to 8 digits, one digit, a run, or holds one of these years.

    Raises: WeakPin.
    """
    digits = _digits(pin)
    fits = LEAST_DIGITS <= len(digits) <= MOST_DIGITS and digits.isdecimal()
    if fits and not _is_run(digits) and not any(str(year) in digits for year in years):
        return
    raise WeakPin(values={"least": str(LEAST_DIGITS), "most": str(MOST_DIGITS)})


def _is_run(digits: str) -> bool:
    """Whether each digit is as far from the last as the next: 0000, 2345, 8642, 7890."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(digits)}
    return len(steps) == 1


def _digits(pin: str) -> str:
    """The same digits from every keyboard, as ٣ and ３ are 3."""
    plain = unicodedata.normalize("NFKC", pin.strip())
    return "".join(str(int(each)) if each.isdecimal() else each for each in plain)


def _standing(kept: _Kept | None, now: datetime) -> Standing:
    if kept is None:
        return Standing()
    if kept.wrong >= MOST_WRONG:
        return Standing(has_pin=True, only_passphrase=True)
    return Standing(has_pin=True, wait_seconds=_left(kept, now))


def _left(kept: _Kept, now: datetime) -> int:
    """Seconds still to wait; a clock that was put back begins the wait again."""
    wait = timedelta(seconds=WAIT_SECONDS.get(kept.wrong, 0))
    if kept.last_at is None or not wait:
        return 0
    gone = max(timedelta(0), now - kept.last_at)
    left = (wait - gone).total_seconds()
    return max(0, -int(-left // 1))


def _read(connection: Connection) -> _Kept | None:
    sql = "select value from laptop_fact where name = ?"
    row = connection.execute(sql, (PIN_FACT,)).fetchone()
    if row is None:
        return None
    value = json.loads(row[0])
    times, memory_kib, lanes = value["cost"]
    return _Kept(
        salt=base64.b64decode(value["salt"]),
        hashed=base64.b64decode(value["hashed"]),
        cost=Cost(times, memory_kib, lanes),
        wrong=value["wrong"],
        last_at=datetime.fromisoformat(value["last_at"]) if value["last_at"] else None,
    )


def _hashed(digits: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # slow to load: when needed

    stretch = Argon2id(
        salt=salt,
        length=_HASH_BYTES,
        iterations=cost.times,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return stretch.derive(digits.encode("utf-8", "surrogatepass"))
