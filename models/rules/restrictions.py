"""The kinds of restriction that a paragraph of the record can carry."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.rules.marking import N_


@dataclass(frozen=True)
class Restriction:
    """What kind of words they are, and why they are usually kept from someone."""

    tag: str
    content: str
    typical_reason: str
    never_leaves_the_council: bool = False


RESTRICTIONS: Mapping[str, Restriction] = MappingProxyType(
    {
        each.tag: each
        for each in (
            Restriction(
                "R1",
                N_("Carer’s address, phone or family"),
                N_("Hidden from a parent"),
            ),
            Restriction(
                "R2",
                N_("Child’s address, school, clubs or travel"),
                N_("Hidden from a parent or others who may be a danger"),
            ),
            Restriction(
                "R3",
                N_("Adopters, and anything that could find them"),
                N_("Adoption; never to the birth family"),
            ),
            Restriction(
                "R4",
                N_("A parent’s health, disability, addiction, offences, money or new address"),
                N_("Belongs to the parent; not to carers or the other parent"),
            ),
            Restriction(
                "R5",
                N_("Brother or sister’s matters, or other children in the home"),
                N_("Belongs to that child"),
            ),
            Restriction(
                "R6",
                N_("Who made a referral or allegation; police information"),
                N_("Third party; live enquiry"),
            ),
            Restriction(
                "R7",
                N_("Allegation about a carer or worker"),
                N_("LADO or employment"),
            ),
            Restriction(
                "R8",
                N_("Family member’s address kept secret (refuge, protected)"),
                N_("Danger"),
            ),
            Restriction(
                "R9",
                N_("Said by the child in private"),
                N_("The child’s wish; not if safety says otherwise"),
            ),
            Restriction(
                "R10",
                N_("Legal advice; court plans not yet shared"),
                N_("Privilege; never leaves the council"),
                never_leaves_the_council=True,
            ),
            Restriction(
                "R11",
                N_("Immigration and asylum detail"),
                N_("Danger to the child or family abroad"),
            ),
            Restriction(
                "R12",
                N_("Health detail beyond need"),
                N_("Special-category data"),
            ),
        )
    }
)
