"""How each copy stands, and what keeps the copies of a paper from being released."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from letters.releasing import CheckedCopy
from models.document_kind import DocumentKind
from models.problems import Problem
from models.readers_of_papers import Reader
from models.sending_queue import CopyLine
from models.sending_steps import SendingWay
from ui.language import _, ngettext
from ui.send.copies_people import CHECK, LOOK, MAKING, NOTHING, READY, RELEASED
from ui.send.copies_words import KIND_WORDS, short_name, who_words

NEEDS_FINAL = (DocumentKind.LETTER, DocumentKind.MINUTES)
_IN_ORDER = (CHECK, MAKING, LOOK, READY, RELEASED)


@dataclass(frozen=True)
class CopyStanding:
    """One reader's copy of one paper: as made, or why not, and what was released before it."""

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
            and says_as_before(self.copy)
            and self.copy.format == self.released.format
        )

    @property
    def unanswered(self) -> int:
        """How many finds still need an answer."""
        return len(self.copy.unanswered) if self.copy else 0

    @property
    def left_out(self) -> int:
        """How many parts are left out."""
        return len(self.copy.made.cuts) if self.copy else 0

    @property
    def has_no_address(self) -> bool:
        """Whether it is to go somewhere, and nobody said where."""
        if self.reader.way == SendingWay.POST:
            return not self.reader.address.strip()
        return self.reader.way == SendingWay.EMAIL and not self.reader.email.strip()


def says_as_before(copy: CheckedCopy) -> bool:
    """Whether a copy says the same as the one that was released before it."""
    return bool(getattr(copy.made, "is_as_before", False))


def state_of(standings: Sequence[CopyStanding]) -> str:
    """How somebody's copies stand together: as the one with most to do."""
    states = {each.state for each in standings}
    return next((state for state in _IN_ORDER if state in states), NOTHING)


def reasons_against(
    standings: Iterable[CopyStanding], *, is_final: bool, unresolved: int, why_again: str
) -> dict[str, tuple[str, ...]]:
    """Why the copies of each paper cannot be released yet; none for those that can be."""
    found: dict[str, tuple[str, ...]] = {}
    by_kind: dict[str, list[CopyStanding]] = {}
    for each in standings:
        by_kind.setdefault(each.kind, []).append(each)
    for kind, own in by_kind.items():
        wanted = [each for each in own if each.state != RELEASED]
        said = list(_said(wanted))
        if wanted and unresolved:
            said.append(_unresolved_words(unresolved))
        if wanted and not is_final and kind in NEEDS_FINAL:
            said.append(_("The decisions are not final yet."))
        if any(each.released for each in wanted) and not why_again.strip():
            said.append(_("Say why there is a new version."))
        found[kind] = tuple(said)
    return found


def ready_to_release(
    standings: Iterable[CopyStanding], reasons: dict[str, tuple[str, ...]]
) -> list[CopyStanding]:
    """The copies that can be released now."""
    return [each for each in standings if each.state == READY and not reasons.get(each.kind)]


def reason_lines(reasons: dict[str, tuple[str, ...]]) -> list[str]:
    """Say each reason with its paper, in order; one that holds for all papers once."""
    lines: dict[str, list[str]] = {}
    for kind, said in reasons.items():
        for each in said:
            lines.setdefault(each, []).append(_(KIND_WORDS[DocumentKind(kind)]))
    blocked = sum(bool(said) for said in reasons.values())
    return [
        each if len(papers) == blocked else _("{paper}: {reason}").format(
            paper=", ".join(papers), reason=each
        )
        for each, papers in lines.items()
    ]  # fmt: skip


def _said(wanted: Sequence[CopyStanding]) -> Iterable[str]:
    making = sum(each.state == MAKING for each in wanted)
    if making:
        yield ngettext(
            "{count} copy is being made.", "{count} copies are being made.", making
        ).format(count=making)  # fmt: skip
    for each in wanted:
        if each.trouble is not None and each.is_fresh:
            what = _(each.trouble.what)
            yield _("{who}: {what}").format(who=who_words(each.reader), what=what)
        elif each.state == CHECK:
            yield ngettext(
                "There is {count} thing to check for {who}.",
                "There are {count} things to check for {who}.",
                each.unanswered,
            ).format(count=each.unanswered, who=short_name(each.reader))
    unseen = sum(each.state == LOOK for each in wanted)
    if unseen:
        yield ngettext(
            "{count} copy has not been looked at.",
            "{count} copies have not been looked at.",
            unseen,
        ).format(count=unseen)
    for each in wanted:
        if each.has_no_address:
            yield _("There is no address for {who}.").format(who=short_name(each.reader))


def _unresolved_words(count: int) -> str:
    return ngettext(
        "{count} part is restricted and nobody said from whom.",
        "{count} parts are restricted and nobody said from whom.",
        count,
    ).format(count=count)
