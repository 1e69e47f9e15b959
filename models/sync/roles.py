"""The roles that the shared database knows; plain words, quick to load."""

from typing import Final

IRO, MANAGER, SUPPORT, STEWARD = "iro", "manager", "business_support", "steward"
SELF: Final = "self"
"""No role of its own: whoever a row of the council is about."""
ROLES: Final = (IRO, MANAGER, SUPPORT, STEWARD)
WORK_FOR_OTHERS: Final = frozenset({MANAGER, SUPPORT})
"""These work with the children of everybody, and not only with those they review."""
