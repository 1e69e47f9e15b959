"""What an import would do, worked out before anything is done; nothing here touches the record."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

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
SOME_MONTH_FIRST = N_(
    "“{column}” has dates with the month first ({count} of them). The other dates in it may "
    "have been read the wrong way round: check them before you import."
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
    lines: dict[str, CaseLine] = {}
    clashing: dict[str, set[int]] = defaultdict(set)
    errors: list[BadLine] = []
    repeated = 0
    for each in read:
        if isinstance(each, BadLine):
            errors.append(each)
        elif (first := lines.setdefault(each.identifier, each)) is not each:
            repeated += 1
            if not first.agrees_with(each):
                clashing[each.identifier] |= {first.line, each.line}
        if len(errors) + repeated > MOST_ERRORS:
            raise TooManyErrors(values={"most": f"{MOST_ERRORS:,}"})
    errors += _clashes(clashing, mapping, rows_at)
    listed = [line for identifier, line in lines.items() if identifier not in clashing]
    updates = [
        compare(line, known[line.identifier]) for line in listed if line.identifier in known
    ]
    return ImportPlan(
        mapping=mapping,
        new=tuple(line for line in listed if line.identifier not in known),
        updates=tuple(update for update in updates if update.says_anything),
        unchanged=sum(not update.says_anything for update in updates),
        repeated=repeated - sum(len(at) - 1 for at in clashing.values()),
        errors=tuple(sorted(errors, key=lambda error: error.row.line)),
        warnings=_warnings(errors),
        not_listed=tuple(sorted(known.keys() - lines.keys())),
    )


def _clashes(
    clashing: Mapping[str, set[int]],
    mapping: ColumnMapping,
    rows_at: Callable[[Collection[int]], Mapping[int, RawRow]],
) -> list[BadLine]:
    if not clashing:
        return []
    rows = rows_at(frozenset().union(*clashing.values()))
    heading = mapping.heading_of("identifier")
    found = []
    for at in clashing.values():
        said = fault(SAME_IDENTIFIER, lines=", ".join(map(str, sorted(at)))).within(heading)
        found += [BadLine(rows.get(line, RawRow(line, ())), (said,)) for line in sorted(at)]
    return found


def _warnings(errors: Iterable[BadLine]) -> tuple[Fault, ...]:
    counts = Counter(
        said.column for error in errors for said in error.faults if said.sentence == MONTH_FIRST
    )
    return tuple(
        fault(SOME_MONTH_FIRST, count=count).within(column) for column, count in counts.items()
    )
