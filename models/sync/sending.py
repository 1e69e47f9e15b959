"""Sends sealed batches in their order, and seals what waits, until nothing does."""

from typing import TYPE_CHECKING, Any, Final  # an answer is JSON

from models.sync import acknowledging, device, held, sealing
from models.sync.dirty import dirty_cases
from models.sync.link import Link, ServerSaidNo
from models.sync.round import Progress, RoundReport, Stop, ask
from models.sync.sealing import Batch
from models.sync.standing import RECOVERING, change_standing, standing_of

if TYPE_CHECKING:
    from models.database import Database

_SEND_FROM, _COPIED, _RECOVERING = "send_from", "copied_device", "recovering"
_SEALED_AT_ONCE: Final = 20  # cases in one transaction, so that no typist waits for it
_GIVEN_UP_AFTER: Final = 3  # answers in a row that send this laptop back to an earlier batch


class Sender:
    """Sends one laptop's work; it may be stopped or cut between any two statements."""

    def __init__(self, database: "Database", link: Link, progress: Progress, stop: Stop) -> None:
        self.report = RoundReport()
        self.is_to_greet = False
        self.head: tuple[int, str] | None = None
        self._database, self._link = database, link
        self._progress, self._stop = progress, stop
        self._sent_back = 0

    def turn(self) -> None:
        """Send what is sealed, then seal and send what waits now, each case once.

        Raises: the Problems of models.sync.link.
        """
        with self._database.sharing() as hand:
            held.let_go(hand, self._database.typing.holds)
            sealing.seal_looked(hand)
            now = standing_of(hand.connection).last_server_time  # our own clock may be years out
            sealing.let_old_go(hand.connection, now or hand.at)
        if not self._send_all():
            return
        with self._database.reading() as connection:
            waiting = dirty_cases(connection)
        while waiting:
            some, waiting = waiting[:_SEALED_AT_ONCE], waiting[_SEALED_AT_ONCE:]
            with self._database.sharing() as hand:
                sealing.seal(hand, some, self._database.typing.holds)
            if not self._send_all():
                return

    def has_more(self) -> bool:
        """Whether anything still waits that a further turn would send."""
        with self._database.reading() as connection:
            leaving = held.leaving(connection)
            return sealing.batches_waiting(connection) > 0 or bool(
                dirty_cases(connection, without=leaving)
            )

    def _send_all(self) -> bool:
        """Send every sealed batch, oldest first; false when nothing more can be sent now."""
        while True:
            with self._database.reading() as connection:
                batch = sealing.next_batch(connection)
                left = sealing.batches_waiting(connection)
            if batch is None:
                return True
            self._progress("sending", self.report.sent, self.report.sent + left)
            answer = ask(self._link, self._stop, "push", batch.sent)
            if "error" in answer and not self._sort_out(answer):
                return False
            if "error" not in answer:
                self._take_in(batch, answer)

    def _take_in(self, batch: Batch, answer: dict[str, Any]) -> None:
        with self._database.sharing() as hand:
            acknowledging.acknowledge(
                hand, batch, answer, self._database.typing.holds, self.report
            )
        self._sent_back = 0
        self.head = int(answer["seq"]), str(answer["head"])
        self.is_to_greet |= acknowledging.made_cases(batch)

    def _sort_out(self, answer: dict[str, Any]) -> bool:
        """Do what an answer that is no acknowledgement asks for; false when sending must wait.

        Raises: ServerSaidNo.
        """
        code = answer["error"]
        if code == _RECOVERING:
            with self._database.sharing() as hand:
                change_standing(hand.connection, state=RECOVERING)
            self.report.recovering = True
            return False
        self._sent_back += 1
        if code not in (_SEND_FROM, _COPIED) or self._sent_back > _GIVEN_UP_AFTER:
            raise ServerSaidNo(code)
        with self._database.sharing() as hand:
            if code == _COPIED or not device.send_from(hand, int(answer["n"])):
                device.take_new(hand)
                self.report.new_device = self.is_to_greet = True
        return True
