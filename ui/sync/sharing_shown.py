"""How sharing stands, said on every page; and the door in front of them when the lease is over."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.problems import Problem
from ui.main_window import MainWindow
from ui.parts.notices import Notice
from ui.parts.saved_state import where_safe
from ui.places import Places
from ui.problem_box import problem_notice
from ui.sync.saved_words import said_of
from ui.sync.sharing import Sharing
from ui.where import Where


class SharingShown(QObject):
    """Joins sharing with the window: its words, its keys, and what it must keep closed."""

    lock_asked = Signal()

    def __init__(
        self, window: MainWindow, sharing: Sharing, places: Places, now: Callable[[], datetime]
    ) -> None:
        super().__init__(window)
        self._window, self._sharing, self._places, self._now = window, sharing, places, now
        self.was_at = Where("today")
        self.is_door_shut = False
        self._told: set[str] = set()  # Problems of the connection that stand over a page
        sharing.changed.connect(self.show_standing)
        sharing.troubled.connect(self._tell)
        sharing.round_ended.connect(self._take_back)
        window.share_asked.connect(self.share_now)
        window.sharing_asked.connect(self.open_sharing)
        window.connect_asked.connect(places.connect_to_council)

    def show_pages(self) -> None:
        """Show the pages where the person was, unless only sharing is open to them."""
        if not self.is_door_shut:
            self._places.go_back(self.was_at)

    def remember(self) -> None:
        """Note where the person is, before the pages are let go."""
        if not self.is_door_shut:
            self.was_at = self._places.where()

    def end(self) -> None:
        """Stop sharing and say nothing of it: the record is locked."""
        self._sharing.end()
        self.is_door_shut = False
        where_safe(self._window).say(None)
        self._window.show_waiting(0, 0)

    def show_standing(self) -> None:
        """Say on every page how sharing stands; close the places when the lease is over."""
        if self._sharing.desk is None:
            return
        state = self._sharing.state
        if state is not None:
            where_safe(self._window).say(said_of(state, self._sharing.going, self._now()))
            self._window.show_waiting(state.waiting, state.needs_you)
        if self._sharing.is_lease_over != self.is_door_shut:
            self._turn_the_door()

    def share_now(self) -> None:
        """Share at once, with what is being typed; where that cannot be, show why."""
        if self._sharing.desk is None:
            return
        if not self._window.is_locked:
            self._window.flush()
        if not self._sharing.share_now():
            self._go_to_sync()

    def open_sharing(self) -> None:
        """Show what waits, or what needs a person."""
        if self._sharing.desk is not None and not self._window.is_locked:
            self._places.open_sharing()

    def sign_in(self, password: str, keep: bool) -> None:
        """Share with this password, and keep it where that was asked for."""
        from ui.sync.acts import keep_it

        self._sharing.sign_in(password)
        if keep and self._sharing.desk is not None:
            keep_it(self._sharing.desk, password, self._window.problems.tell)

    def _go_to_sync(self) -> None:
        if not self._window.is_locked:
            self._window.go("sync")

    def _turn_the_door(self) -> None:
        """Open only to share when this laptop was away for too long, and again afterwards."""
        if self.is_door_shut:
            self.is_door_shut = False
            self._window.hide_screen()
            self._places.go_back(self.was_at)
        elif self._window.flush():
            if self._window.pages.page() is not None:
                self.was_at = self._places.where()
            self.is_door_shut = True
            self._window.pages.forget()
            self._window.show_screen(self._door())

    def _door(self) -> QWidget:
        from ui.sync.lease_over import LeaseOver

        door = LeaseOver(self._sharing)
        door.lock_asked.connect(self.lock_asked)
        door.connect_asked.connect(self._places.connect_to_council)
        door.sign_in_asked.connect(self.sign_in)
        return door

    def _tell(self, problem: Problem) -> None:
        """Tell what is wrong with the connection; the place Sync says it by itself."""
        if self._window.pages.place != "sync" and not self._window.is_locked:
            self._window.tell(problem)
            self._told.add(problem_notice(problem).accessibleName())

    def _take_back(self, report: object) -> None:
        """Take away what was told of the connection, now that a round went well again."""
        if report is None or not self._told:
            return
        for notice in self._window.findChildren(Notice):
            if notice.accessibleName() in self._told:
                notice.read.emit()
        self._told.clear()
