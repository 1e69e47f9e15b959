"""The legal status codes of the national return, in official words and in a child's."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.rules.marking import N_

SOURCE = "SSDA903 code list of legal status; national validation rules 144 and 399"


@dataclass(frozen=True)
class LegalStatus:
    """One code; `official` is the exact wording, `child_wording` goes into the letter.

    An agreed series of short breaks is not counted as looked after, and its reviews are
    not in the national return.
    """

    code: str
    official: str
    child_wording: str
    counts_as_looked_after: bool = True
    in_national_return: bool = True


LEGAL_STATUSES: Mapping[str, LegalStatus] = MappingProxyType(
    {
        each.code: each
        for each in (
            LegalStatus(
                "C1",
                "Interim care order",
                N_("A judge has said we must help look after you while they make up their mind"),
            ),
            LegalStatus(
                "C2",
                "Full care order",
                N_(
                    "A judge has said we must help look after you until you are grown up, or "
                    "until a judge changes it"
                ),
            ),
            LegalStatus(
                "D1",
                "Freeing order granted",
                N_("An old kind of court order about adoption"),
            ),
            LegalStatus(
                "E1",
                "Placement order granted",
                N_("A judge has said we can find you an adoptive family"),
            ),
            LegalStatus(
                "V2",
                "Single period of accommodation under section 20 (Children Act 1989)",
                N_("Your family agreed that we would look after you"),
            ),
            LegalStatus(
                "V3",
                "Accommodated under an agreed series of short-term breaks, when "
                "individual episodes of care are recorded",
                N_("You stay with us for short breaks"),
                counts_as_looked_after=False,
                in_national_return=False,
            ),
            LegalStatus(
                "V4",
                "Accommodated under an agreed series of short-term breaks, when "
                "agreements are recorded (NOT individual episodes of care)",
                N_("You stay with us for short breaks"),
                counts_as_looked_after=False,
                in_national_return=False,
            ),
            LegalStatus(
                "L1",
                "Under police protection and in local authority accommodation",
                N_("The police asked us to keep you safe for a short time"),
            ),
            LegalStatus(
                "L2",
                "Emergency protection order (EPO)",
                N_("A judge asked us to keep you safe straight away"),
            ),
            LegalStatus(
                "L3",
                "Under child assessment order and in local authority accommodation",
                N_("A judge asked us to find out how you are"),
            ),
            LegalStatus(
                "J1",
                "Remanded to local authority accommodation or to youth detention accommodation",
                N_("A court said you must live where we say until your case is heard"),
            ),
            LegalStatus(
                "J2",
                "Placed in local authority accommodation under the Police and Criminal "
                "Evidence Act 1984, including secure accommodation",
                N_("The police asked us to give you somewhere to stay before court"),
            ),
            LegalStatus(
                "J3",
                "Sentenced to Youth Rehabilitation Order with residence or intensive "
                "fostering requirement",
                N_("A court said you must live where we say as part of your order"),
            ),
        )
    }
)
