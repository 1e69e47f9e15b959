"""The limits of reviews beside the ordinary ones: adoption, short breaks, secure, conferences."""

from models.rules.marking import N_
from models.rules.sources import (
    ADOPTION_IN_FORCE,
    CARE_PLANNING,
    CARE_PLANNING_IN_FORCE,
    SECURE_IN_FORCE,
)
from models.rules.timescale import Kind, Start, Timescale, Unit

AUTHORISED_FIRST = Timescale(
    "V1",
    N_("First review after authority to place for adoption"),
    3,
    Unit.MONTHS,
    Start.AUTHORITY_TO_PLACE,
    Kind.LAW,
    "Adoption Agencies Regulations 2005, reg 36(1)",
    ADOPTION_IN_FORCE,
)
AUTHORISED_LATER = Timescale(
    "V1a",
    N_("Next review before placing for adoption"),
    6,
    Unit.MONTHS,
    Start.PREVIOUS_REVIEW,
    Kind.LAW,
    "Adoption Agencies Regulations 2005, reg 36(1)",
    ADOPTION_IN_FORCE,
)
PLACED_FIRST = Timescale(
    "V2",
    N_("First review after placing for adoption"),
    4,
    Unit.WEEKS,
    Start.PLACED_FOR_ADOPTION,
    Kind.LAW,
    "Adoption Agencies Regulations 2005, reg 36(3)",
    ADOPTION_IN_FORCE,
)
PLACED_SECOND = Timescale(
    "V2a",
    N_("Second review after placing for adoption"),
    3,
    Unit.MONTHS,
    Start.PREVIOUS_REVIEW,
    Kind.LAW,
    "Adoption Agencies Regulations 2005, reg 36(3)",
    ADOPTION_IN_FORCE,
)
PLACED_LATER = Timescale(
    "V2b",
    N_("Next review after placing for adoption"),
    6,
    Unit.MONTHS,
    Start.PREVIOUS_REVIEW,
    Kind.LAW,
    "Adoption Agencies Regulations 2005, reg 36(3)",
    ADOPTION_IN_FORCE,
)
SHORT_BREAKS_FIRST = Timescale(
    "V4",
    N_("First review of short breaks"),
    3,
    Unit.MONTHS,
    Start.FIRST_STAY,
    Kind.LAW,
    f"{CARE_PLANNING}reg 48",
    CARE_PLANNING_IN_FORCE,
)
SHORT_BREAKS_LATER = Timescale(
    "V4a",
    N_("Next review of short breaks"),
    6,
    Unit.MONTHS,
    Start.PREVIOUS_REVIEW,
    Kind.LAW,
    f"{CARE_PLANNING}reg 48",
    CARE_PLANNING_IN_FORCE,
)
SECURE_FIRST = Timescale(
    "V5",
    N_("Secure accommodation panel, first"),
    1,
    Unit.MONTHS,
    Start.SECURE_START,
    Kind.LAW,
    "Children (Secure Accommodation) Regulations 1991",
    SECURE_IN_FORCE,
)
SECURE_LATER = Timescale(
    "V5a",
    N_("Secure accommodation panel, next"),
    3,
    Unit.MONTHS,
    Start.PREVIOUS_REVIEW,
    Kind.LAW,
    "Children (Secure Accommodation) Regulations 1991",
    SECURE_IN_FORCE,
)
PATHWAY_ASSESSED = Timescale(
    "V6",
    N_("Needs assessed for the pathway plan"),
    3,
    Unit.MONTHS,
    Start.SIXTEENTH_BIRTHDAY,
    Kind.LAW,
    f"{CARE_PLANNING}regs 40-43",
    CARE_PLANNING_IN_FORCE,
)
PATHWAY_LATER = Timescale(
    "V7",
    N_("Pathway plan of a care leaver reviewed"),
    6,
    Unit.MONTHS,
    Start.PREVIOUS_REVIEW,
    Kind.LAW,
    "Care Leavers (England) Regulations 2010, reg 7",
    CARE_PLANNING_IN_FORCE,
)
CONFERENCE_FIRST = Timescale(
    "V11",
    N_("First child protection conference"),
    15,
    Unit.WORKING_DAYS,
    Start.STRATEGY_DISCUSSION,
    Kind.GUIDE,
    "Standard Safeguarding Dataset, item ICPC004A",
    None,
)
CONFERENCE_SECOND = Timescale(
    "V12",
    N_("First review conference"),
    3,
    Unit.MONTHS,
    Start.FIRST_CONFERENCE,
    Kind.GUIDE,
    "Sheffield, Child Protection Review Conferences",
    None,
)
CONFERENCE_LATER = Timescale(
    "V12a",
    N_("Next review conference"),
    6,
    Unit.MONTHS,
    Start.PREVIOUS_CONFERENCE,
    Kind.GUIDE,
    "Sheffield, Child Protection Review Conferences",
    None,
)

VARIANT_TIMESCALES: tuple[Timescale, ...] = (
    AUTHORISED_FIRST,
    AUTHORISED_LATER,
    PLACED_FIRST,
    PLACED_SECOND,
    PLACED_LATER,
    SHORT_BREAKS_FIRST,
    SHORT_BREAKS_LATER,
    SECURE_FIRST,
    SECURE_LATER,
    PATHWAY_ASSESSED,
    PATHWAY_LATER,
    CONFERENCE_FIRST,
    CONFERENCE_SECOND,
    CONFERENCE_LATER,
)
