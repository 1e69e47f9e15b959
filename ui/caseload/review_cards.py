"""Today's reviews as cards, and the next ones as rows."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.caseload import ReviewLine
from ui.appearance import appearance
from ui.caseload.review_words import (
    ASKED_ICON,
    BadgeWords,
    age_and_pronouns,
    badges,
    how_soon,
    name_and_age,
    start_time,
    which_and_where,
)
from ui.caseload.row import Row
from ui.language import _, short_day
from ui.parts.badges import Badge
from ui.parts.buttons import PrimaryButton, SecondaryButton, SmallButton
from ui.parts.cards import Card
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words


class ReviewCard(Card):
    """One review of today: when, who, where, what to know; one button opens it."""

    open_asked = Signal(str)

    def __init__(self, line: ReviewLine, now: datetime, *, is_next: bool) -> None:
        super().__init__()
        self.setObjectName(f"review_{line.id}")
        self.line = line
        when = _("{time}, {soon}").format(time=start_time(line), soon=how_soon(line, now))
        self.setAccessibleName(
            _("{when}: {name}. {which}").format(
                when=when, name=line.full_name, which=which_and_where(line)
            )
        )
        words = _("Open review")
        self.open = PrimaryButton(words) if is_next else SecondaryButton(words)
        self.open.setObjectName("open_review")
        self.open.setAccessibleName(_("Open the review of {name}").format(name=line.full_name))
        self.open.clicked.connect(lambda: self.open_asked.emit(line.id))
        self._build(now)

    def _build(self, now: datetime) -> None:
        line = self.line
        times = QVBoxLayout()
        times.setSpacing(0)
        times.addWidget(Words(start_time(line), "h3" if not line.booked_time else "h2", wrap=True))
        times.addWidget(Words(how_soon(line, now), "small", "ink2", wrap=True))
        times.addStretch(1)
        holder = QWidget()
        holder.setLayout(times)
        times.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(appearance().px(96))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(holder)
        row.addLayout(self._who(now.date()), 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def _who(self, today: date) -> QVBoxLayout:
        line = self.line
        name = QWidget()
        flow = FlowLayout(name, gap_across=9, gap_down=0)
        flow.addWidget(Words(line.full_name, "h2"))
        age = age_and_pronouns(line.born_on, line.pronouns, today)
        flow.addWidget(Words(age, "body", "ink2"))
        _let_height_follow_width(name)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(Words(which_and_where(line), "body", "ink2", wrap=True))
        column.addSpacing(8)
        column.addWidget(badge_flow(badges(line, today)))
        return column


class NextReviewRow(Row):
    """A review of the coming weeks; Enter or a click opens the child's page.

    Its button leads to who is invited, for those who may call a review together.
    """

    invite_asked = Signal()

    def __init__(self, line: ReviewLine, today: date, *, may_invite: bool = False) -> None:
        is_booked = line.booked_on is not None and line.state == "planned"
        when = short_day(line.booked_on) if line.booked_on and is_booked else _("No date yet")
        who = name_and_age(line.full_name, line.born_on, today)
        where = which_and_where(line)
        super().__init__(_("{when}: {who}. {where}").format(when=when, who=who, where=where))
        self.setObjectName(f"next_{line.id}")
        self.line = line
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(12)
        day = Words(when, bold=True, wrap=True)
        day.setFixedWidth(appearance().px(104))
        row.addWidget(day)
        row.addWidget(Words(who, wrap=True), 5)
        row.addWidget(Words(where, "body", "ink2", wrap=True), 6)
        shown = _worth_a_row(badges(line, today))
        if shown:
            row.addWidget(Badge(*shown))
        self.invite = SmallButton(_("Invite"), in_row=True, kind="quiet")
        self.invite.setObjectName(f"invite_{line.id}")
        named = _("Who is invited to the review of {name}").format(name=line.full_name)
        self.invite.setAccessibleName(named)
        self.invite.clicked.connect(self.invite_asked)
        show_if(self.invite, may_invite and line.state == "planned")
        row.addWidget(self.invite)
        self.setMinimumHeight(appearance().height("table_row"))


def badge_flow(words: list[BadgeWords]) -> QWidget:
    """Give badges that wrap to the next line."""
    holder = QWidget()
    flow = FlowLayout(holder)
    for text, kind, icon in words:
        flow.addWidget(Badge(text, kind, icon))
    _let_height_follow_width(holder)
    show_if(holder, bool(words))
    return holder


def _let_height_follow_width(holder: QWidget) -> None:
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)


def _worth_a_row(words: list[BadgeWords]) -> BadgeWords | None:
    """Give the one badge that a row has room for: what is wrong, then what is due."""
    order = ("over", "due", "voice", "neutral")
    worth = [badge for badge in words if badge[2] != ASKED_ICON]
    ranked = sorted(worth, key=lambda badge: order.index(badge[1]))
    return ranked[0] if ranked else None
