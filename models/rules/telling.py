"""How a child can be told what was decided, for the child to choose."""

from collections.abc import Mapping
from types import MappingProxyType

from models.rules.marking import N_

SOURCE = "domain reference 4.5, A12: how the child will hear, who tells them, feedback"
TELL_HOW: Mapping[str, str] = MappingProxyType(
    {
        "letter": N_("A letter"),
        "read_with": N_("A letter, read with somebody"),
        "visit": N_("A visit"),
        "call": N_("A call"),
        "other": N_("Another way"),
    }
)
