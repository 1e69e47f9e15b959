"""Each limit of law, guidance or local practice, once, with its source and day in force."""

from collections.abc import Mapping
from types import MappingProxyType

from models.rules.marking import N_
from models.rules.sources import (
    CARE_PLANNING,
    CARE_PLANNING_IN_FORCE,
    FOSTERING_HANDBOOK,
    HANDBOOK_IN_FORCE,
    NIROMP,
)
from models.rules.timescale import Kind, Start, Timescale, Unit
from models.rules.variant_timescales import VARIANT_TIMESCALES

SERVICE_TOLD = Timescale(
    "T01",
    N_("IRO service told that a child has become looked after"),
    2,
    Unit.WORKING_DAYS,
    Start.LOOKED_AFTER,
    Kind.GUIDE,
    "IRO Handbook, through Hertfordshire and Walsall procedures",
    HANDBOOK_IN_FORCE,
)
REVIEWING_OFFICER_NAMED = Timescale(
    "T02",
    N_("Named IRO appointed, and always before the first review"),
    5,
    Unit.WORKING_DAYS,
    Start.LOOKED_AFTER,
    Kind.GUIDE,
    NIROMP,
    HANDBOOK_IN_FORCE,
)
CARE_PLAN_WRITTEN = Timescale(
    "T04",
    N_("Care plan written"),
    10,
    Unit.WORKING_DAYS,
    Start.FIRST_PLACEMENT,
    Kind.LAW,
    f"{CARE_PLANNING}reg 4; i-space fostering handbook, chapter 6",
    CARE_PLANNING_IN_FORCE,
)
FIRST_REVIEW = Timescale(
    "T10",
    N_("First review held"),
    20,
    Unit.WORKING_DAYS,
    Start.LOOKED_AFTER,
    Kind.LAW,
    f"{CARE_PLANNING}reg 33(1)",
    CARE_PLANNING_IN_FORCE,
)
SECOND_REVIEW = Timescale(
    "T11",
    N_("Second review held"),
    3,
    Unit.MONTHS,
    Start.FIRST_REVIEW,
    Kind.LAW,
    f"{CARE_PLANNING}reg 33(2)",
    CARE_PLANNING_IN_FORCE,
)
LATER_REVIEWS = Timescale(
    "T12",
    N_("Next review held"),
    6,
    Unit.MONTHS,
    Start.PREVIOUS_REVIEW,
    Kind.LAW,
    f"{CARE_PLANNING}reg 33(2)",
    CARE_PLANNING_IN_FORCE,
)
TALK_WITH_CHILD = Timescale(
    "T20",
    N_("Social worker talks with the child about place, time and guests"),
    20,
    Unit.WORKING_DAYS,
    Start.REVIEW,
    Kind.GUIDE,
    FOSTERING_HANDBOOK,
    HANDBOOK_IN_FORCE,
    counted_back=True,
)
PLAN_THE_MEETING = Timescale(
    "T21",
    N_("Social worker and IRO plan the meeting"),
    15,
    Unit.WORKING_DAYS,
    Start.REVIEW,
    Kind.GUIDE,
    NIROMP,
    HANDBOOK_IN_FORCE,
    counted_back=True,
)
INVITATION_LIST = Timescale(
    "T22",
    N_("Invitation list with business support"),
    11,
    Unit.DAYS,
    Start.REVIEW,
    Kind.LOCAL,
    "Herefordshire, IRO Annual Report 2021/22, 3.7.2: more than 10 days before",
    None,
    counted_back=True,
)
INVITATIONS_OUT = Timescale(
    "T23",
    N_("Invitations and papers sent"),
    10,
    Unit.DAYS,
    Start.REVIEW,
    Kind.LOCAL,
    FOSTERING_HANDBOOK,
    None,
    counted_back=True,
)
CONSULTATION_FORMS = Timescale(
    "T24",
    N_("Consultation forms sent"),
    2,
    Unit.WEEKS,
    Start.REVIEW,
    Kind.LOCAL,
    "VFCC, Understanding the role of the IRO",
    None,
    counted_back=True,
)
VIEWPOINT_LOGIN = Timescale(
    "T24a",
    N_("Viewpoint log-in sent"),
    4,
    Unit.WEEKS,
    Start.REVIEW,
    Kind.LOCAL,
    "Hertfordshire, IRO Annual Report 2011/12: 4 to 6 weeks before",
    None,
    counted_back=True,
)
REPORTS_IN = Timescale(
    "T25",
    N_("Reports and plans with the IRO"),
    3,
    Unit.WORKING_DAYS,
    Start.REVIEW,
    Kind.GUIDE,
    f"{NIROMP}; Southampton, Annual Report 2020-21, section 4",
    HANDBOOK_IN_FORCE,
    counted_back=True,
)
RESUMED = Timescale(
    "T30",
    N_("Adjourned review resumed, once only"),
    20,
    Unit.WORKING_DAYS,
    Start.ADJOURNED_MEETING,
    Kind.LAW,
    f"{CARE_PLANNING}reg 36(2)",
    CARE_PLANNING_IN_FORCE,
)
SERIES_FINISHED = Timescale(
    "T30a",
    N_("Last part of a review in several meetings held"),
    20,
    Unit.WORKING_DAYS,
    Start.FIRST_PART,
    Kind.LOCAL,
    "Hertfordshire, IRO Annual Report 2011/12",
    None,
)
DECISIONS_WRITTEN = Timescale(
    "T31",
    N_("Decisions written"),
    5,
    Unit.WORKING_DAYS,
    Start.COMPLETION,
    Kind.GUIDE,
    f"{FOSTERING_HANDBOOK}; Hertfordshire; Herefordshire",
    HANDBOOK_IN_FORCE,
)
MANAGER_REPLIES = Timescale(
    "T32",
    N_("Manager may query or object"),
    5,
    Unit.WORKING_DAYS,
    Start.DECISIONS_RECEIVED,
    Kind.GUIDE,
    "Brent, IRO Annual Report 2014/15, 17; Hertfordshire",
    HANDBOOK_IN_FORCE,
)
DECISIONS_SENT = Timescale(
    "T33",
    N_("Decisions sent to everyone invited"),
    10,
    Unit.WORKING_DAYS,
    Start.COMPLETION,
    Kind.GUIDE,
    "IRO Handbook; no text found in these words",
    HANDBOOK_IN_FORCE,
)
PLAN_UPDATED = Timescale(
    "T34",
    N_("Social worker updates the care plan"),
    10,
    Unit.WORKING_DAYS,
    Start.COMPLETION,
    Kind.GUIDE,
    f"{FOSTERING_HANDBOOK}; Rotherham committee minutes",
    HANDBOOK_IN_FORCE,
)
RECORD_WRITTEN = Timescale(
    "T35",
    N_("Full record written"),
    15,
    Unit.WORKING_DAYS,
    Start.COMPLETION,
    Kind.GUIDE,
    f"{FOSTERING_HANDBOOK}; Herefordshire",
    HANDBOOK_IN_FORCE,
)
RECORD_SENT = Timescale(
    "T36",
    N_("Full record sent"),
    20,
    Unit.WORKING_DAYS,
    Start.COMPLETION,
    Kind.GUIDE,
    f"{FOSTERING_HANDBOOK}; Herefordshire; Hertfordshire",
    HANDBOOK_IN_FORCE,
)
LETTER_SENT = Timescale(
    "T37",
    N_("Letter sent to the child"),
    20,
    Unit.WORKING_DAYS,
    Start.COMPLETION,
    Kind.LOCAL,
    "No national limit; treated as the full record",
    None,
)
LETTER_AIM = Timescale(
    "T37a",
    N_("Letter to the child, our aim"),
    10,
    Unit.WORKING_DAYS,
    Start.COMPLETION,
    Kind.DESIGN,
    "No national limit; treated as the decisions",
    None,
)
DISPUTE_RESOLVED = Timescale(
    "T40",
    N_("Formal dispute resolved, at all levels together"),
    20,
    Unit.WORKING_DAYS,
    Start.NOTICE,
    Kind.GUIDE,
    "IRO Handbook 6.2, through Southwark and Herefordshire",
    HANDBOOK_IN_FORCE,
)
DISPUTE_MEETING = Timescale(
    "T41",
    N_("Formal dispute meeting, if stuck or no reply"),
    15,
    Unit.WORKING_DAYS,
    Start.NOTICE,
    Kind.LOCAL,
    "Herefordshire, IRO Annual Report 2021/22, 3.3",
    None,
)
ALERT_ANSWERED = Timescale(
    "T42",
    N_("Alert answered"),
    10,
    Unit.WORKING_DAYS,
    Start.ALERT,
    Kind.LOCAL,
    "Nottinghamshire, IRO Dispute Resolution Flowchart",
    None,
)
TIMESCALES: Mapping[str, Timescale] = MappingProxyType(
    {
        timescale.id: timescale
        for timescale in (
            SERVICE_TOLD,
            REVIEWING_OFFICER_NAMED,
            CARE_PLAN_WRITTEN,
            FIRST_REVIEW,
            SECOND_REVIEW,
            LATER_REVIEWS,
            TALK_WITH_CHILD,
            PLAN_THE_MEETING,
            INVITATION_LIST,
            INVITATIONS_OUT,
            CONSULTATION_FORMS,
            VIEWPOINT_LOGIN,
            REPORTS_IN,
            RESUMED,
            SERIES_FINISHED,
            DECISIONS_WRITTEN,
            MANAGER_REPLIES,
            DECISIONS_SENT,
            PLAN_UPDATED,
            RECORD_WRITTEN,
            RECORD_SENT,
            LETTER_SENT,
            LETTER_AIM,
            DISPUTE_RESOLVED,
            DISPUTE_MEETING,
            ALERT_ANSWERED,
            *VARIANT_TIMESCALES,
        )
    }
)
