"""One round of sharing: say hello, send what waits, fetch what is new, and say it is kept."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final  # a request is JSON

from models.plain_reading import Connection
from models.rules.working_days import WorkingDays
from models.sync import arriving, device, held_outcomes, joining, lease, leaving, restored
from models.sync.changes import waiting_changes
from models.sync.drafts_handed_in import hand_in_drafts
from models.sync.greeting import COPIED, Greeting, greeting
from models.sync.link import PROTOCOL, Link, NotTheCouncil, ServerTooNew, ServerTooOld
from models.sync.registry import SCHEMA
from models.sync.round import Now, Progress, Round, RoundReport, Stop, ask
from models.sync.sending import Sender
from models.sync.standing import (
    OPEN,
    RECOVERING,
    REVOKED,
    Standing,
    change_standing,
    on_wire,
    standing_of,
    write_standing,
)
from models.version import VERSION

if TYPE_CHECKING:
    from models.database import Database

TURNS: Final = 3  # of sending and fetching in one round; a typist would keep it up for ever


class AnotherCouncil(NotTheCouncil):
    """The shared database that answered is not the one this record was joined to."""


def _nothing_told(_what: str, _done: int, _total: int) -> None:
    pass


def _never() -> bool:
    return False


class Exchange:
    """Shares one laptop's record through one link; it may be cut at any byte and run again."""

    def __init__(self, database: "Database", link: Link, now: Now, calendar: WorkingDays) -> None:
        self._database, self._link = database, link
        self._now, self._calendar = now, calendar

    def round(self, progress: Progress = _nothing_told, stop: Stop = _never) -> RoundReport:
        """Share what waits and fetch what is new; what is on the disk is whole at every moment.

        Raises: the Problems of models.sync.link, and nothing else of the network.
        """
        self._make_ready()
        sender = Sender(self._database, self._link, progress, stop)
        under_way = Round(
            *(self._database, self._link, self._now, self._calendar, progress, stop),
            greeting=self._greet(stop, sender),
            report=sender.report,
        )
        self._settle_device(under_way, sender)
        if restored.meet(under_way):
            return under_way.report
        if under_way.greeting.is_revoked:
            hand_in_drafts(self._database)
            sender.turn()
            leaving.leave_all(under_way)
            under_way.report.revoked = True
        else:
            self._take_turns(under_way, sender)
        if not under_way.report.recovering:
            self._hand_over_receipt(under_way)
        return under_way.report

    def _make_ready(self) -> None:
        """Look at the clock before anything else, so that no lease lasts while nobody answers."""
        with self._database.sharing() as hand:
            lease.look_at_clock(hand.connection, hand.at)
        joining.finish(self._database)

    def _greet(self, stop: Stop, sender: Sender) -> Greeting:
        """Say hello; a program too old to read what others did hands in its own work first."""
        with self._database.reading() as connection:
            standing = standing_of(connection)
            request = self._hello(connection, standing)
        answer = ask(self._link, stop, "hello", request)
        if answer.get("error") == "too_old":
            sender.turn()
            raise ServerTooNew
        if "error" in answer:
            raise ServerTooOld
        told = greeting(answer)
        if (told.council_id, told.person) != (standing.council_id, standing.person):
            raise AnotherCouncil
        self._note(standing, told)
        return told

    def _hello(self, connection: Connection, standing: Standing) -> dict[str, Any]:
        return {
            "protocol": PROTOCOL,
            "schema": SCHEMA,
            "app": VERSION,
            "device": standing.device,
            "laptop": standing.laptop,
            "n": standing.next_n - 1,
            "epoch": standing.epoch or None,
            "cursor": [standing.cursor[0], on_wire(standing.cursor[1])],
            "witness": standing.witness,
            "clock": self._now().isoformat(),
            "cases_hash": standing.cases_hash or None,
            "waiting": waiting_changes(connection),
        }

    def _note(self, standing: Standing, told: Greeting) -> None:
        with self._database.sharing() as hand:
            begun = lease.begin(standing_of(hand.connection), told, hand.at)
            write_standing(
                hand.connection,
                replace(
                    begun,
                    role=told.role,
                    council=told.council,
                    held_news=told.held_news,
                    state=_state(standing, told),
                ),
            )

    def _settle_device(self, under_way: Round, sender: Sender) -> None:
        """Take a new device id where this laptop was copied, or put back from a backup."""
        told = under_way.greeting
        with self._database.reading() as connection:
            is_known = told.last_n < standing_of(connection).next_n
        if is_known and told.device_state != COPIED:
            return
        with self._database.sharing() as hand:
            device.take_new(hand)
        under_way.report.new_device = True
        under_way.greeting = self._greet(under_way.stop, sender)

    def _take_turns(self, under_way: Round, sender: Sender) -> None:
        for _turn in range(TURNS):
            sender.turn()
            if under_way.report.recovering:
                return
            if sender.is_to_greet:
                under_way.greeting = self._greet(under_way.stop, sender)
                sender.is_to_greet = False
            elif sender.head is not None:
                seq, head = sender.head
                under_way.greeting = replace(under_way.greeting, seq=seq, head=head)
            held_outcomes.learn(under_way)
            arriving.receive(under_way)
            if not sender.has_more():
                return
        under_way.report.more_waits = True

    def _hand_over_receipt(self, under_way: Round) -> None:
        """Say how far everything is kept here; only then does it count as handed in."""
        with self._database.reading() as connection:
            standing, waiting = standing_of(connection), waiting_changes(connection)
        at, told, purged = standing.cursor, under_way.greeting, under_way.report.purged
        if standing.receipt == (*at, waiting) and not purged:
            return
        cursor = [at[0], on_wire(at[1])]
        request = {"device": standing.device, "cursor": cursor, "waiting": waiting}
        under_way.call("receipt", {**request, "purged": list(purged)})
        with self._database.sharing() as hand:
            change_standing(
                hand.connection,
                receipt_at=hand.at,
                receipt=(*at, waiting),
                witness=(told.seq, told.head),
            )


def _state(standing: Standing, told: Greeting) -> str:
    if told.is_revoked:
        return REVOKED
    if told.state == RECOVERING:
        return RECOVERING
    return OPEN if standing.state == REVOKED else standing.state
