"""What an import would do, worked out before anything is done; nothing here touches the record."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from models.case_list.case_line import BadLine, CaseLine
from models.case_list.comparing import ChildUpdate, compare
from models.case_list.dates import MONTH_FIRST
from models.case_list.faults import Fault, fault
from models.case_list.known import KnownChild
from models.case_list.mapping import ColumnMapping
from models.case_list.records import RawRow
from models.problems import N_, Problem

MOST_ERRORS = 5_000

SAME_IDENTIFIER = N_(
    "“{column}” is the same in lines {lines}, which do not say the same of the child. "
    "Keep the line that is right and import it again."
)
REMOVED = N_(
    "“{column}” is that of a child whose record was taken off. "
    "If they are looked after again, ask your system administrator to put it back."
)
SOME_MONTH_FIRST = N_(
    "“{column}” has dates with the month first ({count} of them). The other dates in it may "
    "have been read the wrong way round: check them before you import."
)
NO_LAST_REVIEW = N_(
    "The list does not tell when each child was last reviewed, so the next review of each new "
    "child is counted from the day care began. Map that column, or add the last reviews by hand."
)


class TooManyErrors(Problem):
    """So many rows are in error that the mapping must be wrong."""

    what = N_("More than {most} rows of this list cannot be taken.")
    kept = N_("Nothing was imported, and your record has not changed.")
    next = N_("Check which column is which; one of them may be mapped to the wrong field.")


@dataclass(frozen=True, repr=False)
class ImportPlan:
    """What would be taken from a list, what needs a look first, and what comes back."""

    mapping: ColumnMapping
    new: tuple[CaseLine, ...] = ()
    updates: tuple[ChildUpdate, ...] = ()
    unchanged: int = 0
    repeated: int = 0
    errors: tuple[BadLine, ...] = ()
    warnings: tuple[Fault, ...] = ()
    not_listed: tuple[str, ...] = ()

    @property
    def does_nothing(self) -> bool:
        """Whether the record already agrees with every good row of the list."""
        return not self.new and not any(each.quiet or each.look for each in self.updates)

    @property
    def to_look_at(self) -> tuple[ChildUpdate, ...]:
        """The children with a change that is taken only when a person says so."""
        return tuple(each for each in self.updates if each.look)

    @property
    def changed_quietly(self) -> tuple[ChildUpdate, ...]:
        """The children with a change that is taken with the list."""
        return tuple(each for each in self.updates if each.quiet)

    @property
    def kept_as_typed(self) -> tuple[ChildUpdate, ...]:
        """The children of whom the list says something else than the IRO typed."""
        return tuple(each for each in self.updates if each.kept)

    @property
    def notices(self) -> tuple[tuple[int, Fault], ...]:
        """What was left out of rows that are otherwise taken, each with its line."""
        lines = [*self.new, *(each.line for each in self.updates)]
        return tuple((line.line, notice) for line in lines for notice in line.notices)


def plan_import(
    read: Iterable[CaseLine | BadLine],
    known: Mapping[str, KnownChild],
    mapping: ColumnMapping,
    rows_at: Callable[[Collection[int]], Mapping[int, RawRow]],
) -> ImportPlan:
    """Compare a list with the record; children match on the council's identifier and no more.

    `rows_at` gives back rows of the file by their lines, for those that contradict each other.
    Raises: TooManyErrors, and what reading the file raises.
    """
    listed = _Listed()
    for each in read:
        listed.add(each)
    refused = _removed(listed.lines, known) | listed.clashing
    errors = listed.errors + _refusals(refused, known, mapping, rows_at)
    lines = [line for identifier, line in listed.lines.items() if identifier not in refused]
    old = [line for line in lines if line.identifier in known]
    updates = [compare(line, known[line.identifier]) for line in old]
    new = tuple(line for line in lines if line.identifier not in known)
    untold = new and mapping.column_of("last_review_on") is None
    return ImportPlan(
        mapping=mapping,
        new=new,
        updates=tuple(update for update in updates if update.says_anything),
        unchanged=sum(not update.says_anything for update in updates),
        repeated=listed.repeated,
        errors=tuple(sorted(errors, key=lambda error: error.row.line)),
        warnings=_warnings(errors) + ((fault(NO_LAST_REVIEW),) if untold else ()),
        not_listed=_not_listed(listed.lines, known),
    )


@dataclass
class _Listed:
    """The rows of a list by identifier, while they are read."""

    lines: dict[str, CaseLine] = field(default_factory=dict)
    clashing: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    errors: list[BadLine] = field(default_factory=list)
    repeated: int = 0
    clashes: int = 0

    def add(self, each: CaseLine | BadLine) -> None:
        """Take one more row.

        Raises: TooManyErrors.
        """
        if isinstance(each, BadLine):
            self.errors.append(each)
        elif (first := self.lines.setdefault(each.identifier, each)) is not each:
            self._again(first, each)
        if len(self.errors) + self.clashes > MOST_ERRORS:
            raise TooManyErrors(values={"most": f"{MOST_ERRORS:,}"})

    def _again(self, first: CaseLine, each: CaseLine) -> None:
        if first.agrees_with(each) and each.identifier not in self.clashing:
            self.repeated += 1
            return
        self.clashes += 1
        self.clashing[each.identifier] |= {first.line, each.line}


def _not_listed(lines: Mapping[str, CaseLine], known: Mapping[str, KnownChild]) -> tuple[str, ...]:
    left = known.keys() - lines.keys()
    return tuple(sorted(identifier for identifier in left if not known[identifier].is_removed))


def _removed(
    lines: Mapping[str, CaseLine], known: Mapping[str, KnownChild]
) -> dict[str, set[int]]:
    gone = {identifier for identifier, child in known.items() if child.is_removed}
    return {identifier: {lines[identifier].line} for identifier in gone & lines.keys()}


def _refusals(
    refused: Mapping[str, set[int]],
    known: Mapping[str, KnownChild],
    mapping: ColumnMapping,
    rows_at: Callable[[Collection[int]], Mapping[int, RawRow]],
) -> list[BadLine]:
    """Give back the rows that contradict each other, or tell of a child that was removed."""
    if not refused:
        return []
    rows = rows_at(frozenset().union(*refused.values()))
    heading = mapping.heading_of("identifier")
    found = []
    for identifier, at in refused.items():
        said = fault(SAME_IDENTIFIER, lines=", ".join(map(str, sorted(at))))
        if identifier in known and known[identifier].is_removed:
            said = fault(REMOVED)
        faults = (said.within(heading),)
        found += [BadLine(rows.get(line, RawRow(line, ())), faults) for line in sorted(at)]
    return found


def _warnings(errors: Iterable[BadLine]) -> tuple[Fault, ...]:
    counts = Counter(
        said.column for error in errors for said in error.faults if said.sentence == MONTH_FIRST
    )
    return tuple(
        fault(SOME_MONTH_FIRST, count=count).within(column) for column, count in counts.items()
    )
