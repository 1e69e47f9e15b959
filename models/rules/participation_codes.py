"""The eight codes for how a child took part in a review, as the national return has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from models.rules.age import is_under_four
from models.rules.marking import N_

SOURCE = "SSDA903, Method of participation; Standard Safeguarding Dataset, item CLAR007A"
FROM_YEAR = 2017


@dataclass(frozen=True)
class ParticipationCode:
    """One code; `official` is the exact wording, and is never translated.

    `was_present` and `views_reached` are None where the code does not say.
    `from_year` is the return's year (to 31 March) in which the wording was first seen.
    """

    code: str
    official: str
    label: str
    was_present: bool | None
    views_reached: bool | None
    from_year: int = FROM_YEAR
    source: str = SOURCE


@dataclass(frozen=True)
class AbsentReason:
    """Why a child's views did not reach the review at all."""

    key: str
    words: str


PARTICIPATION_CODES: Mapping[str, ParticipationCode] = MappingProxyType(
    {
        each.code: each
        for each in (
            ParticipationCode(
                "PN0",
                "Child aged under 4 at the time of the review",
                N_("Under 4"),
                None,
                None,
            ),
            ParticipationCode(
                "PN1",
                "Child physically attends and speaks for him or herself (Attendance).",
                N_("Came and spoke"),
                True,
                True,
            ),
            ParticipationCode(
                "PN2",
                "Child physically attends and an advocate speaks on his or her behalf. "
                "(Attendance views represented by advocate or Independent Reviewing Officer "
                "(IRO))",
                N_("Came; someone spoke for them"),
                True,
                True,
            ),
            ParticipationCode(
                "PN3",
                "Child attends and conveys his or her view symbolically (non-verbally) "
                "(Attendance symbols)",
                N_("Came; shared views without speech"),
                True,
                True,
            ),
            ParticipationCode(
                "PN4",
                "Child physically attends but does not speak for him or herself, does not "
                "convey his or her view symbolically (non-verbally) and does not ask an "
                "advocate to speak for him or her (Attendance without contribution)",
                N_("Came; did not share views"),
                True,
                False,
            ),
            ParticipationCode(
                "PN5",
                "Child does not attend physically but briefs an advocate to speak for him or "
                "her (Views represented by advocate or independent reviewing officer (IRO) "
                "through texting, written format, phone, audio/video, viewpoint)",
                N_("Not there; someone spoke for them"),
                False,
                True,
            ),
            ParticipationCode(
                "PN6",
                "Child does not attend but conveys his or her feelings to the review by a "
                "facilitative medium (Texting the chair, written format, phone, audio/video, "
                "viewpoint)",
                N_("Not there; sent views"),
                False,
                True,
            ),
            ParticipationCode(
                "PN7",
                "Child does not attend nor are his or her views conveyed to the review",
                N_("Not there; no views"),
                False,
                False,
            ),
        )
    }
)

ABSENT_REASONS: tuple[AbsentReason, ...] = (
    AbsentReason("unsettling", N_("Meeting another professional could unsettle the child now")),
    AbsentReason("chose_not_to", N_("Chose not to meet the IRO")),
    AbsentReason("missing", N_("Missing at the time")),
    AbsentReason("another_time", N_("Arranged to meet at another time")),
    AbsentReason("not_invited", N_("Not told or not invited")),
    AbsentReason("illness", N_("Illness")),
    AbsentReason("communication", N_("Communication need not met")),
    AbsentReason("interpreter", N_("Interpreter not arranged")),
    AbsentReason("custody_or_hospital", N_("In custody or in hospital")),
    AbsentReason("other", N_("Another reason")),
)


def fits_age(code: str, born_on: date, review_on: date) -> bool:
    """Say whether a code fits the child's age: PN0 under 4, the others from 4.

    Source: national validation rules 440 and 441; on the fourth birthday PN1 to PN7.
    """
    return (code == "PN0") == is_under_four(born_on, review_on)
