"""A line under the head of a child's pages: one covers for a colleague, or it is restricted."""

from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QFrame

from models.sync.case_here import CaseHere, case_here
from ui.caseload.record_changes import changes_of
from ui.desk import Desk
from ui.language import _, day_in_words
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import IconWords

_SHOWS: Final = frozenset({"shared_case", "child", "staff_member"})


class CaseLine(QFrame):
    """Takes no room where there is nothing to say."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self.setObjectName("case_line")
        self.setProperty("part", "bar")
        self._desk, self._case_id = desk, case_id
        self.cover = IconWords("users-three", "", "small")
        self.restricted = IconWords("lock-simple-fill", "", "small")
        flow = FlowLayout(self, gap_across=24, gap_down=4)
        flow.setContentsMargins(24, 4, 24, 4)
        for part in (self.cover, self.restricted):
            flow.addWidget(part)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        changes_of(desk.database).changed.connect(self._follow)
        self.show_case()

    def show_case(self) -> None:
        """Read it again and say it."""
        with self._desk.database.reading() as connection:
            here = case_here(connection, self._case_id)
        said = cover_words(here, self._desk.now())
        _say(self.cover, said)
        few = _("Restricted: few people see this record")
        _say(self.restricted, few if here.is_restricted else "")
        self.setAccessibleName(said or self.restricted.words.said)
        show_if(self, bool(said) or here.is_restricted)

    def _follow(self, tables: frozenset[str]) -> None:
        if tables & _SHOWS:
            self.show_case()


def cover_words(here: CaseHere, now: datetime) -> str:
    """Say for whom one covers, and until when; nothing for one's own child."""
    if not here.is_cover:
        return ""
    name = next(iter(here.iro.split()), "") or _("a colleague")
    if here.until is None:
        return _("You cover for {name}").format(name=name)
    day = day_in_words(here.until.astimezone(now.tzinfo).date(), now.date())
    return _("You cover for {name} until {day}").format(name=name, day=day)


def _say(part: IconWords, words: str) -> None:
    part.words.say(words)
    show_if(part, bool(words))
