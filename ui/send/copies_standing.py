"""How each copy stands, and what keeps the copies of a paper from being released."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from letters.releasing import CheckedCopy
from models.document_kind import DocumentKind
from models.problems import Problem
from models.readers_of_papers import Reader
from models.sending_queue import CopyLine, CopyState
from models.sending_steps import SendingWay
from ui.language import _, ngettext
from ui.send.copies_cuts import Places, cuts_of_paper
from ui.send.copies_people import CHECK, LOOK, MAKING, NOTHING, READY, RELEASED
from ui.send.copies_sources import grouped
from ui.send.copies_words import short_name

NEEDS_FINAL = (DocumentKind.LETTER, DocumentKind.MINUTES)
_IN_ORDER = (CHECK, MAKING, LOOK, READY, RELEASED)


@dataclass(frozen=True)
class CopyStanding:
    """One reader's copy of one paper: as made, or why not, and what was released before it.

    `child` is what the child is called.
    """

    child: str
    reader: Reader
    kind: str
    copy: CheckedCopy | None
    trouble: Problem | None
    is_fresh: bool
    is_looked_at: bool
    released: CopyLine | None

    @property
    def state(self) -> str:
        """Where it stands, in a word of the list of people."""
        if self.trouble is not None and self.is_fresh:
            return CHECK
        if self.copy is None or not self.is_fresh:
            return MAKING
        if self.copy.unanswered:
            return CHECK
        if self.is_as_released:
            return RELEASED
        return READY if self.is_looked_at else LOOK

    @property
    def is_as_released(self) -> bool:
        """Whether what was released still says what the record says."""
        return (
            self.released is not None
            and self.copy is not None
            and self.copy.made.is_as_before
            and self.released.state not in (CopyState.STOPPED, CopyState.WITHDRAWN)
            and (self.released.sent_on is not None or self._goes_as_released(self.released))
        )

    def _goes_as_released(self, released: CopyLine) -> bool:
        """Whether what waits to be sent goes to the same place in the same way."""
        reader, copy = self.reader, self.copy
        return (copy.format if copy else "", reader.way, reader.address, reader.email) == (
            released.format, released.way, released.address, released.email,
        )  # fmt: skip

    @property
    def unanswered(self) -> int:
        """How many finds still need an answer."""
        return len(grouped(self.copy.unanswered)) if self.copy else 0

    @property
    def lost(self) -> bool:
        """Whether words that were left out by hand have changed, so that nothing is left out."""
        return bool(self.copy and self.copy.made.lost)

    @property
    def has_no_address(self) -> bool:
        """Whether it is to go somewhere, and nobody said where."""
        if self.reader.way == SendingWay.POST:
            return not self.reader.address.strip()
        return self.reader.way == SendingWay.EMAIL and not self.reader.email.strip()


def parts_left_out(standings: Iterable[CopyStanding], whole: Mapping[str, Places]) -> int:
    """How many parts are left out of somebody's copies; what goes from several counts once."""
    return len(
        {
            cut
            for each in standings
            if each.copy is not None
            for cut in cuts_of_paper(
                each.copy.made.cuts, each.copy.made.rendered.places, whole.get(each.kind)
            )
        }
    )


def state_of(standings: Sequence[CopyStanding]) -> str:
    """How somebody's copies stand together: as the one with most to do."""
    states = {each.state for each in standings}
    return next((state for state in _IN_ORDER if state in states), NOTHING)


@dataclass(frozen=True)
class Waits:
    """What else the copies wait for: final decisions, tags without a reader, a reason."""

    is_final: bool
    unresolved: int
    why_again: str


def blocked_kinds(standings: Iterable[CopyStanding], waits: Waits) -> frozenset[str]:
    """The papers of which nothing can be released yet."""
    wanted = [each for each in standings if each.state != RELEASED]
    blocked = {each.kind for each in wanted if each.state != READY or each.has_no_address}
    blocked |= {each.kind for each in wanted if each.lost}
    if waits.unresolved:
        blocked |= {each.kind for each in wanted}
    if not waits.is_final:
        blocked |= {each.kind for each in wanted if each.kind in NEEDS_FINAL}
    if not waits.why_again.strip():
        blocked |= {each.kind for each in wanted if each.released}
    return frozenset(blocked)


def ready_to_release(standings: Iterable[CopyStanding], waits: Waits) -> list[CopyStanding]:
    """The copies that can be released now: of each paper all, or none."""
    every = list(standings)
    blocked = blocked_kinds(every, waits)
    return [each for each in every if each.state == READY and each.kind not in blocked]


def reason_lines(standings: Iterable[CopyStanding], waits: Waits) -> list[str]:
    """Say each reason why copies cannot be released yet, in plain words."""
    wanted = [each for each in standings if each.state != RELEASED]
    if not wanted:
        return []
    lines = [*_troubles(wanted), *_counted(wanted)]
    without = _named([each for each in wanted if each.has_no_address])
    if without:
        lines.append(_("There is no address for {who}.").format(who=without))
    lost = _named([each for each in wanted if each.lost])
    if lost:
        said = _("Words that you left out have changed since. Look again at the copy for {who}.")
        lines.append(said.format(who=lost))
    if waits.unresolved:
        lines.append(_unresolved_words(waits.unresolved))
    final = {each.kind for each in wanted if each.kind in NEEDS_FINAL}
    if final and not waits.is_final:
        said = _("The decisions are not final yet. The letter and the record wait for them.")
        lines.append(said)
    if any(each.released for each in wanted) and not waits.why_again.strip():
        lines.append(_("Say why there is a new version."))
    return lines


def _troubles(wanted: Sequence[CopyStanding]) -> list[str]:
    told: dict[str, list[CopyStanding]] = {}
    for each in wanted:
        if each.trouble is not None and each.is_fresh:
            told.setdefault(_(each.trouble.what), []).append(each)
    said = _("{what} ({who})")
    return [said.format(what=what, who=_named(own)) for what, own in told.items()]


def _counted(wanted: Sequence[CopyStanding]) -> list[str]:
    """What is still to be done, in numbers."""
    lines = []
    making = sum(each.state == MAKING for each in wanted)
    if making:
        said = ngettext("{count} copy is being made.", "{count} copies are being made.", making)
        lines.append(said.format(count=making))
        ready = _named(_whole(wanted))
        lines.append(
            _("Made so far: {who}.").format(who=ready) if ready else _("None is made yet.")
        )
    check = [each for each in wanted if each.state == CHECK and each.unanswered]
    hits = sum(each.unanswered for each in check)
    if hits:
        said = ngettext(
            "{count} thing to check, for {who}.", "{count} things to check, for {who}.", hits
        )
        lines.append(said.format(count=hits, who=_named(check)))
    unseen = sum(not each.is_looked_at for each in wanted if each.state in (LOOK, CHECK))
    if unseen:
        said = ngettext(
            "{count} copy has not been looked at.",
            "{count} copies have not been looked at.",
            unseen,
        )
        lines.append(said.format(count=unseen))
    return lines


def _whole(wanted: Sequence[CopyStanding]) -> list[CopyStanding]:
    """The copies of those of whom every copy is made."""
    waiting = {each.reader.key for each in wanted if each.state == MAKING}
    return [each for each in wanted if each.reader.key not in waiting]


def _named(own: Sequence[CopyStanding]) -> str:
    names = list(dict.fromkeys(short_name(each.reader, each.child) for each in own))
    if len(names) < 2:
        return "".join(names)
    return _("{these} and {last}").format(these=", ".join(names[:-1]), last=names[-1])


def _unresolved_words(count: int) -> str:
    return ngettext(
        "{count} part is restricted and nobody said from whom.",
        "{count} parts are restricted and nobody said from whom.",
        count,
    ).format(count=count)
