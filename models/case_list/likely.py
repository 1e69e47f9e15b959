"""Whether the days of one row can be true together: of birth, of care, of reviews."""

from collections.abc import Mapping
from datetime import date

from models.case_list.case_line import Value
from models.case_list.faults import Fault, fault
from models.case_list.mapping import ColumnMapping
from models.problems import N_
from models.rules.age import age_on

ADULT_AGE = 18
OLDEST_AGE = 25
DAYS_BOOKED_AHEAD = 731

BORN_LATER = N_("“{column}” is {given}, and that day has not come yet.")
TOO_OLD = N_(
    "“{column}” is {given}, so this person is {age}. Waymark takes only people under 25; "
    "check the year."
)
NOT_YET = N_("“{column}” is {given}, and that day has not come yet.")
BEFORE_BIRTH = N_("“{column}” is {given}, which is before the child was born.")
AS_AN_ADULT = N_(
    "“{column}” is {given}, when this person was already 18, and nobody becomes looked after then."
)
ENDED_BEFORE = N_("“{column}” is {given}, which is before the child became looked after.")
TOO_FAR = N_("“{column}” is {given}, which is more than two years ahead. Check the year.")
EARLIER_CARE = N_(
    "“{column}” is {given}, before this time in care began, so it was not counted as a review "
    "of it. Check the day the child became looked after."
)
OLD_BOOKING = N_(
    "“{column}” is {given}, which is no later than the last review, so it was left out."
)


def faults_of(values: Mapping[str, Value], mapping: ColumnMapping, today: date) -> list[Fault]:
    """Give what cannot be true of the days of one row, each said of its own column."""
    born, began = values["born_on"], values["care_began_on"]
    if not isinstance(born, date) or not isinstance(began, date):
        raise TypeError("a row is checked after its days are read")
    found = {
        "born_on": _birth_fault(born, today),
        "care_began_on": _care_fault(born, began, today),
    }
    for name in ("told_on", "last_review_on", "legal_status_from", "lives_there_since"):
        found[name] = _past_fault(born, values.get(name), today)
    found["booked_on"] = _booking_fault(values.get("booked_on"), today)
    found["care_ended_on"] = _ending_fault(began, values.get("care_ended_on"), today)
    if found["born_on"]:
        found = {"born_on": found["born_on"]}
    return [said.within(mapping.heading_of(name)) for name, said in found.items() if said]


def without_unlikely(
    values: dict[str, Value], mapping: ColumnMapping, today: date
) -> tuple[dict[str, Value], list[Fault]]:
    """Give the values without the days that cannot count, and a notice for each left out."""
    kept = dict(values)
    notices: list[Fault] = []

    def leave_out(name: str, sentence: str, day: date) -> None:
        notices.append(fault(sentence, given=shown(day)).within(mapping.heading_of(name)))
        kept.pop(name, None)

    began, last, booked = kept["care_began_on"], kept.get("last_review_on"), kept.get("booked_on")
    if isinstance(last, date) and isinstance(began, date) and last < began:
        leave_out("last_review_on", EARLIER_CARE, last)
        kept.pop("last_review_number", None)
        last = None
    if isinstance(booked, date) and isinstance(last, date) and booked <= last:
        leave_out("booked_on", OLD_BOOKING, booked)
    elif isinstance(booked, date) and booked < today:
        kept.pop("booked_on")
    return kept, notices


def shown(day: date) -> str:
    """Give a day as the lists write it: dd/mm/yyyy."""
    return f"{day:%d/%m/%Y}"


def _birth_fault(born: date, today: date) -> Fault | None:
    if born > today:
        return fault(BORN_LATER, given=shown(born))
    age = age_on(born, today)
    return fault(TOO_OLD, given=shown(born), age=age) if age >= OLDEST_AGE else None


def _care_fault(born: date, began: date, today: date) -> Fault | None:
    if age_on(born, began) >= ADULT_AGE:
        return fault(AS_AN_ADULT, given=shown(began))
    return _past_fault(born, began, today)


def _past_fault(born: date, day: Value, today: date) -> Fault | None:
    if not isinstance(day, date):
        return None
    if day > today:
        return fault(NOT_YET, given=shown(day))
    return fault(BEFORE_BIRTH, given=shown(day)) if day < born else None


def _ending_fault(began: date, ended: Value, today: date) -> Fault | None:
    if not isinstance(ended, date):
        return None
    if ended > today:
        return fault(NOT_YET, given=shown(ended))
    return fault(ENDED_BEFORE, given=shown(ended)) if ended < began else None


def _booking_fault(booked: Value, today: date) -> Fault | None:
    if not isinstance(booked, date) or (booked - today).days <= DAYS_BOOKED_AHEAD:
        return None
    return fault(TOO_FAR, given=shown(booked))
