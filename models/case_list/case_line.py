"""One child as a case list tells of them, and one row that cannot be taken."""

from dataclasses import dataclass, field
from datetime import date

from models.case_list.faults import Fault
from models.case_list.records import RawRow

Value = str | date | int | None


@dataclass(frozen=True, slots=True, repr=False)
class CaseLine:
    """What one row says of one child; an empty value means that the row says nothing of it."""

    line: int
    identifier: str
    given_name: str
    born_on: date
    care_began_on: date
    family_name: str = ""
    chosen_name: str = ""
    pronouns: str = ""
    legal_status: str = ""
    legal_status_from: date | None = None
    told_on: date | None = None
    care_ended_on: date | None = None
    last_review_on: date | None = None
    last_review_number: int | None = None
    booked_on: date | None = None
    lives_with: str = ""
    lives_there_since: date | None = None
    placement_code: str = ""
    school: str = ""
    social_worker: str = ""
    team: str = ""
    iro: str = ""
    first_language: str = ""
    interpreter: str = ""
    notices: tuple[Fault, ...] = field(default=(), compare=False)

    def value_of(self, name: str) -> Value:
        """Give what the row says of this field."""
        value: Value = getattr(self, name)
        return value

    def agrees_with(self, other: "CaseLine") -> bool:
        """Tell whether another row says the same in every field."""
        names = [name for name in self.__slots__ if name not in ("line", "notices")]
        return all(self.value_of(name) == other.value_of(name) for name in names)


@dataclass(frozen=True, slots=True, repr=False)
class BadLine:
    """A row that cannot be taken, as it stands in the file, with every reason."""

    row: RawRow
    faults: tuple[Fault, ...]
