"""What two people do at their laptops while one of them is cut off, and what holds afterwards."""

import json
from random import Random
from typing import Any

from models.every_record import BY_TABLE
from models.record import new_id
from models.signs import Note
from models.sync.standing import standing_of
from tests import sample
from tests.laptop import Laptop
from tests.sample import AUTHORITY, NOW, Sample
from tests.shared_council import SharedCouncil

OF_REVIEW = ("warm_line", "home_line", "place")
Place = tuple[str, str, str]  # table, id, field


class Story:
    """Ruth, whose laptop is cut off, Bea, who works on, and what was told Ruth is safe."""

    def __init__(
        self, council: SharedCouncil, ruth: Laptop, bea: Laptop, sam: Sample, seed: int
    ) -> None:
        self.council, self.ruth, self.bea, self.sam = council, ruth, bea, sam
        self.chance, self._seed = Random(seed), seed
        self.safe: dict[Place, str] = {}
        self.tried: dict[Place, str] = {}
        self._words = 0

    def act(self) -> None:
        """Do one thing at Ruth's laptop, whichever; what is told is safe is noted."""
        self.chance.choice((self.type, self.type, self.write_note, self.share, self.both))()

    def type(self, field: str = "") -> None:
        """Type a sentence as a window does: the journal first, then the record."""
        place = ("review", self.sam.review_id, field or self.chance.choice(OF_REVIEW))
        text = self.tried[place] = self._sentence()
        self.ruth.database.journal.note(*place, text, NOW, self.ruth.person)
        self.safe[place] = text
        with self.ruth.database.saving(self.ruth.person) as session:
            row: Any = session.get_one(BY_TABLE["review"], self.sam.review_id)
            setattr(row, place[2], text)

    def write_note(self) -> None:
        """Write a note, which is a new row."""
        of_sam = {"case_id": self.sam.child_id, "review_id": self.sam.review_id}
        note = Note(authority_id=AUTHORITY, id=new_id(), step="A4", column="well",
                    words=self._sentence(), **of_sam)  # fmt: skip
        place, text = ("note", note.id, "words"), note.words
        with self.ruth.database.saving(self.ruth.person) as session:
            session.add(note)
        self.safe[place] = self.tried[place] = text

    def both(self) -> None:
        """Write the same field as Bea and share, so that both versions come."""
        self.both_typed()
        self.share()

    def both_typed(self) -> None:
        """Let Bea hand in other words for what Ruth is writing too."""
        with self.bea.database.saving(self.bea.person) as session:
            row: Any = session.get_one(BY_TABLE["review"], self.sam.review_id)
            row.place = self._sentence()
        self.bea.round()
        self.type("place")

    def share(self) -> None:
        """Share once."""
        self.ruth.round()

    def begin(self) -> None:
        """Begin the review, which is sealed in the commit that does it."""
        self.sam.iro_id = self.ruth.person
        sample.begin(self.ruth.database, self.sam)

    def move_case(self, to: str) -> None:
        """Give Sam's record to somebody else of the council, as the manager does."""
        self.council.call("boss", "push", {
            "device": "019a0000-0000-7000-8000-0000000b0555", "n": self._number_of_boss(),
            "schema": 1, "sealed_at": NOW.isoformat(),
            "ops": [{"op": new_id(), "kind": "access", "case": self.sam.child_id, "on": True,
                     "person": self.council.people[to].id, "as": "allocated", "until": None,
                     "reason": "moved", "at": NOW.isoformat()}],
        })  # fmt: skip

    def come_to_rest(self) -> None:
        """Share until nothing waits, then look that both laptops and the council hold the same."""
        found = self.ruth.database.unsaved()
        self.ruth.database.put_back(each for each in found if each.has_place)
        for _ in range(2):
            self.ruth.round()
        nothing_waits(self.ruth)
        same_as_council(self.ruth, self.council)
        chain_is_whole(self.council)
        for place, text in self.safe.items():
            words = {text, self.tried[place]}
            assert any(known(self.council, each) for each in words), f"{place} is lost"

    def _sentence(self) -> str:
        self._words += 1
        return f"Sentence {self._seed}-{self._words}. " * self.chance.randint(1, 120)

    def _number_of_boss(self) -> int:
        last = self.council.one(
            "SELECT max(last_n) FROM waymark.device WHERE person_id = %s",
            self.council.people["boss"].id,
        )
        return int(last or 0) + 1


def nothing_waits(laptop: Laptop) -> None:
    """Everything of this laptop is handed in, and everything that came stands in its place."""
    assert laptop.one("SELECT count(*) FROM outbox WHERE state = 'sealed'") == 0
    assert laptop.one("SELECT count(*) FROM stage") == 0
    for table in BY_TABLE:
        assert laptop.one(f"SELECT count(*) FROM {table} WHERE pending <> '{{}}'") == 0  # noqa: S608


def same_as_council(laptop: Laptop, council: SharedCouncil) -> None:
    """A laptop holds each row of its person's cases at the council's version, with its words."""
    rows = council.admin.execute(
        "SELECT id::text, table_name, row_version, data FROM waymark.row WHERE case_id IN"
        " (SELECT case_id FROM waymark.access WHERE person_id = %s AND revoked_seq IS NULL)",
        (laptop.person,),
    ).fetchall()
    held = {
        row_id: (table, version, json.loads(base or "{}"))
        for table in BY_TABLE
        for row_id, version, base in _rows_of(laptop, table)
    }
    assert rows, "nothing was compared"
    for row_id, table, version, data in rows:
        assert held.get(row_id) == (table, version, data), f"another {table} than the council"
    for field in OF_REVIEW:
        shown = _rows_of(laptop, "review", f'id, "{field}", base')
        for _, cell, base in shown:
            assert (cell or "") == (json.loads(base or "{}").get(field) or "")


def chain_is_whole(council: SharedCouncil) -> None:
    """No number is missing, and every link and every row is what the changes made of them."""
    breaks = council.admin.execute("SELECT * FROM waymark._chain_breaks(990::smallint)")
    assert breaks.fetchall() == []
    links, least, most, seq = council.admin.execute(
        "SELECT count(*), min(l.seq), max(l.seq), max(c.seq) FROM waymark.link l"
        " CROSS JOIN waymark.clock c"
    ).fetchone()  # type: ignore[misc]
    assert (least, most, links) == (1, seq, seq)


def known(council: SharedCouncil, text: str) -> bool:
    """Whether the council holds these words: in a row, in what changed, or set aside."""
    found = council.one(
        "SELECT EXISTS (SELECT 1 FROM waymark.change WHERE strpos(patch::text, %s) > 0)"
        " OR EXISTS (SELECT 1 FROM waymark.row WHERE strpos(data::text, %s) > 0)"
        " OR EXISTS (SELECT 1 FROM waymark.held WHERE strpos(op::text, %s) > 0)",
        *([text] * 3),
    )
    return bool(found)


def device_of(laptop: Laptop) -> str:
    """The id under which a laptop hands in."""
    with laptop.database.reading() as connection:
        return standing_of(connection).device


def _rows_of(laptop: Laptop, table: str, columns: str = "id, base_version, base") -> list[Any]:
    with laptop.database.reading() as connection:
        return list(connection.execute(f"SELECT {columns} FROM {table}").fetchall())  # noqa: S608
