"""What Waymark takes from a case list, declared once, and what it leaves out on purpose."""

import re
from dataclasses import dataclass
from enum import StrEnum

from models.problems import N_


class Kind(StrEnum):
    """How a cell of this field is read."""

    IDENTIFIER = "identifier"
    NAME = "name"
    DATE = "date"
    NUMBER = "number"
    LEGAL_STATUS = "legal_status"
    PLACEMENT = "placement"
    LANGUAGE = "language"
    INTERPRETER = "interpreter"
    TEXT = "text"


class Taking(StrEnum):
    """What happens when the list says something else than the record."""

    NEVER = "never"  # it is what children are matched by
    LOOK = "look"  # shown first, and taken only when a person says so
    QUIET = "quiet"  # taken, unless the IRO typed it


@dataclass(frozen=True)
class Field:
    """One thing Waymark can take: what it is called, how it is read, and headings for it.

    `most` is the longest value kept, in characters.
    """

    name: str
    title: str
    kind: Kind
    headings: tuple[str, ...]
    taking: Taking = Taking.QUIET
    is_required: bool = False
    most: int = 200


FIELDS: tuple[Field, ...] = (
    Field(
        "identifier", N_("The council’s identifier for the child"), Kind.IDENTIFIER,
        ("person id", "child id", "client id", "lcs id", "mosaic id", "ics id", "carefirst id",
         "caredirector id", "liquidlogic id", "system id", "case id", "case number", "swift id",
         "child unique id", "child reference", "person number", "person ref", "person reference",
         "client number", "client ref", "lcs number", "case ref", "case reference", "child",
         "child number", "childid", "identifier", "unique id", "id", "ssd id", "social care id"),
        Taking.NEVER, True, 64,
    ),
    Field(
        "given_name", N_("First name"), Kind.NAME,
        ("first name", "forename", "forenames", "first names", "given name", "given names",
         "forename s", "child first name", "child forename", "first name s", "firstname"),
        Taking.LOOK, False, 100,
    ),
    Field(
        "family_name", N_("Family name"), Kind.NAME,
        ("surname", "last name", "family name", "child surname", "child last name", "lastname"),
        Taking.LOOK, False, 100,
    ),
    Field(
        "full_name", N_("Whole name in one column"), Kind.NAME,
        ("name", "full name", "child name", "childs name", "child s name", "young person",
         "name of child", "client name", "person name", "fullname", "childname",
         "name of child young person", "young persons name", "child young person"),
        Taking.LOOK, False, 200,
    ),
    Field(
        "chosen_name", N_("Name the child uses"), Kind.NAME,
        ("preferred name", "known as", "chosen name", "likes to be called", "aka", "also known as",
         "name used"),
        Taking.QUIET, False, 100,
    ),
    Field(
        "born_on", N_("Date of birth"), Kind.DATE,
        ("dob", "date of birth", "birth date", "birthdate", "d o b", "child dob", "date birth",
         "born", "child date of birth", "client dob", "dateofbirth"),
        Taking.LOOK, True,
    ),
    Field(
        "pronouns", N_("Pronouns"), Kind.TEXT,
        ("pronouns", "preferred pronouns", "pronoun"), Taking.QUIET, False, 40,
    ),
    Field(
        "legal_status", N_("Legal status"), Kind.LEGAL_STATUS,
        ("ls", "legal status", "legal status code", "current legal status", "child s legal status",
         "childs legal status", "lac legal status", "cla legal status", "status code",
         "legal basis", "legal status description"),
        Taking.LOOK, False, 4,
    ),
    Field(
        "legal_status_from", N_("Legal status since"), Kind.DATE,
        ("legal status start", "legal status start date", "legal status from", "date of order",
         "start date of current legal status", "legal status date", "order date",
         "legal status since", "ls start date", "status start date"),
        Taking.LOOK,
    ),
    Field(
        "care_began_on", N_("Looked after since"), Kind.DATE,
        ("decom", "date became lac", "date became looked after", "became looked after",
         "date became cla", "became lac", "became cla", "lac start date", "cla start date",
         "looked after since", "date started to be looked after", "date looked after", "poc start",
         "start of care", "care start date", "date entered care", "date into care",
         "period of care start", "period of care start date", "cic start date", "lac start",
         "date accommodated", "cla start", "lac date", "date of becoming looked after",
         "looked after start date", "date started being looked after", "in care since"),
        Taking.LOOK, True,
    ),
    Field(
        "told_on", N_("IRO service was told on"), Kind.DATE,
        ("iro notified", "date iro notified", "iro notification date", "iro informed",
         "date iro service notified", "date notified", "iro service told", "notification date",
         "date iro informed", "date iro service was told", "date ro notified"),
        Taking.LOOK,
    ),
    Field(
        "care_ended_on", N_("Stopped being looked after on"), Kind.DATE,
        ("date ceased", "lac end date", "cla end date", "ceased to be looked after", "dec",
         "date ceased to be looked after", "date ceased lac", "date ended", "poc end",
         "end of care", "care end date", "period of care end date", "date left care",
         "ended date", "cic end date", "ceased lac", "date ceased cla", "ceased date"),
        Taking.LOOK,
    ),
    Field(
        "last_review_on", N_("Last review held on"), Kind.DATE,
        ("review", "last review", "last review date", "date of last review", "last lac review",
         "last lac review date", "last cla review", "date of latest statutory review",
         "latest review date", "previous review", "previous review date", "last cla review date",
         "date of last lac review", "most recent review", "date of latest review", "review date",
         "last cic review", "last review held"),
    ),
    Field(
        "last_review_number", N_("Number of the last review"), Kind.NUMBER,
        ("review number", "last review number", "review no", "number of reviews", "reviews held",
         "last review no"),
    ),
    Field(
        "booked_on", N_("Next review booked for"), Kind.DATE,
        ("next review", "next review date", "date of next review", "next lac review",
         "next lac review date", "next cla review", "next cla review date", "review booked",
         "planned review date", "next review booked", "scheduled review date", "next cic review",
         "next review booked date", "next review scheduled"),
        Taking.LOOK,
    ),
    Field(
        "lives_with", N_("Lives with"), Kind.TEXT,
        ("carer", "carers", "carer name", "carer s name", "placement name", "foster carer",
         "foster carers", "current carer", "lives with", "provider name", "home", "living with",
         "carers name", "placement", "current placement", "home name"),
        Taking.QUIET, False, 500,
    ),
    Field(
        "lives_there_since", N_("Living there since"), Kind.DATE,
        ("placement start", "placement start date", "date placed", "current placement start date",
         "start of placement", "placement from"),
    ),
    Field(
        "placement_code", N_("Kind of placement"), Kind.PLACEMENT,
        ("place", "placement type", "placement code", "type of placement", "placement type code",
         "current placement type"),
        Taking.QUIET, False, 4,
    ),
    Field(
        "school", N_("School"), Kind.TEXT,
        ("school", "school name", "education provider", "current school", "educational provision",
         "education establishment", "name of school"),
        Taking.QUIET, False, 500,
    ),
    Field(
        "social_worker", N_("Social worker"), Kind.TEXT,
        ("social worker", "allocated worker", "allocated social worker", "sw", "case worker",
         "worker", "lead worker", "caseworker", "key worker", "current worker", "sw name",
         "social worker name", "allocated sw", "primary worker", "worker name",
         "allocated case worker"),
    ),
    Field(
        "team", N_("Team"), Kind.TEXT,
        ("team", "team name", "allocated team", "sw team", "social work team", "current team",
         "worker team", "responsible team", "social worker team"),
    ),
    Field(
        "iro", N_("Independent Reviewing Officer"), Kind.TEXT,
        ("iro", "iro name", "independent reviewing officer", "reviewing officer", "allocated iro",
         "current iro", "chair"),
    ),
    Field(
        "first_language", N_("First language"), Kind.LANGUAGE,
        ("first language", "language", "home language", "main language", "preferred language",
         "primary language", "spoken language", "mother tongue"),
        Taking.QUIET, False, 60,
    ),
    Field(
        "interpreter", N_("Interpreter"), Kind.INTERPRETER,
        ("interpreter needed", "interpreter", "interpreter required", "needs interpreter",
         "interpreter req"),
    ),
)  # fmt: skip
BY_NAME = {each.name: each for each in FIELDS}

ADDRESS = N_("Waymark never takes an address, so that none can reach a letter by mistake.")
NUMBER = N_("Waymark does not need this number, so it does not take it.")
CONTACT = N_("Telephone numbers and e-mail addresses are not taken from a list.")
NOT_NEEDED = N_("Reviews can be chaired without this, so Waymark does not take it.")
_LEFT_OUT = (
    (r"address|post ?code|home post|pl post|street|house (?:no|number)|town|county|uprn|locality"
     r"|lives at", ADDRESS),
    (r"nhs|upn|uln|urn|national insurance|ni (?:no|number)|passport|home office", NUMBER),
    (r"phone|telephone|mobile|tel|e ?mail|contact (?:no|number|details)", CONTACT),
    (r"gender|sex|ethnic\w*|ethnicity|religion|faith|nationality|disab\w*|sexuality|immigration"
     r"|mothers?|fathers?|mc dob|parents?|diagnosis|offence|review code|cin"
     r"|need code", NOT_NEEDED),
)  # fmt: skip
_LEFT_OUT_PATTERNS = tuple(
    (re.compile(rf"\b(?:{words})\b"), reason) for words, reason in _LEFT_OUT
)
_NOT_WORD = re.compile(r"[^\w]+|_")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b", re.IGNORECASE)


def plain(heading: str) -> str:
    """Give a heading in small letters with single spaces between its words, to compare."""
    heading = heading.replace("’", "").replace("'", "")
    return " ".join(_NOT_WORD.sub(" ", heading.casefold()).split())


_KNOWN = {plain(heading): each.name for each in FIELDS for heading in each.headings}


def field_called(heading: str) -> str | None:
    """Give the name of the field that councils give exactly this heading."""
    words = plain(heading)
    return None if left_out(heading) else _KNOWN.get(words) or _KNOWN.get(_less(words))


def is_known_heading(heading: str) -> bool:
    """Tell whether a case list somewhere has a column of this name."""
    return field_called(heading) is not None or left_out(heading) is not None


def left_out(heading: str) -> str | None:
    """Say why a column of this name is never taken; None if it may be."""
    words = plain(heading)
    if words in _KNOWN or len(words) > 60:
        return None
    for pattern, reason in _LEFT_OUT_PATTERNS:
        if pattern.search(words):
            return reason
    return None


def looks_like_an_address(text: str) -> bool:
    """Tell whether a cell has a postcode in it."""
    return _POSTCODE.search(text) is not None


def _less(words: str) -> str:
    """Give the heading without the words that say only whose it is."""
    return re.sub(r"^(?:child|childs|client|person|lac|cla|yp|current|the) ", "", words)
