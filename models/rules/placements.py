"""The placement codes of the national return, in words for the screen."""

from collections.abc import Mapping
from types import MappingProxyType

from models.rules.marking import N_

SOURCE = "SSDA903 code list of placement; domain reference 3.3"

PLACEMENTS: Mapping[str, str] = MappingProxyType(
    {
        "U1": N_("Foster care with a relative or friend, long term"),
        "U2": N_("Foster care with a relative or friend who may adopt (fostering for adoption)"),
        "U3": N_("Foster care with a relative or friend"),
        "U4": N_("Foster care, long term"),
        "U5": N_("Foster care with a carer who may adopt (fostering for adoption)"),
        "U6": N_("Foster care"),
        "K1": N_("Secure children’s home"),
        "K2": N_("Children’s home"),
        "K3": N_("Registered supported accommodation"),
        "H5": N_("Semi-independent living"),
        "P1": N_("With parents, or another person with parental responsibility"),
        "P2": N_("Independent living"),
        "P3": N_("Residential employment"),
        "A3": N_("Placed for adoption with consent, with the foster carer of before"),
        "A4": N_("Placed for adoption with consent, with new carers"),
        "A5": N_("Placed for adoption under a placement order, with the foster carer of before"),
        "A6": N_("Placed for adoption under a placement order, with new carers"),
        "R1": N_("Residential care home"),
        "R2": N_("NHS or other health establishment"),
        "R3": N_("Family centre, or mother and baby unit"),
        "R5": N_("Young offender institution"),
        "S1": N_("Residential school"),
        "T0": N_("A temporary move"),
        "T1": N_("A temporary stay in hospital"),
        "T2": N_("Away on holiday for a time"),
        "T3": N_("Temporary, while the foster carer is on holiday"),
        "T4": N_("Temporary, for seven days or less"),
        "Z1": N_("Another kind of placement"),
    }
)
