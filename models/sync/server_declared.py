"""What the shared database should look like: its roles, and who may run and read what in it."""

from typing import Final

OWNER, CLIENT, STEWARD = "waymark_owner", "waymark_client", "waymark_steward"
AUDIT, BACKUP = "waymark_audit", "waymark_backup"
GROUPS: Final = (OWNER, CLIENT, STEWARD, AUDIT, BACKUP)
MAY_CONNECT: Final = (CLIENT, STEWARD, AUDIT, BACKUP)
CONNECTIONS_OF_ONE_PERSON: Final = 6
# What a login begins with, so that a program that hangs lets go of what others wait for. A person
# may change them for themselves: they are no defence.
SETTINGS_OF_A_LOGIN: Final[dict[str, str]] = {
    "idle_in_transaction_session_timeout": "60s",
    "lock_timeout": "30s",
    "statement_timeout": "120s",
}
LEAST_POSTGRES, MOST_POSTGRES = 15, 18

# Which function is run by whom; every other is private to the owner.
DOORS: Final[dict[str, str]] = {
    "hello": CLIENT,
    "push": CLIENT,
    "pull": CLIENT,
    "receipt": CLIENT,
    "digest": CLIENT,
    "park": CLIENT,
    "recover": STEWARD,
    "erase": STEWARD,
}
APPEND_ONLY: Final = ("batch", "change", "held", "held_settled", "link", "opened")
READ_BY_AUDIT: Final = ("link", "opened")
COLUMNS_OF_AUDIT: Final = {"change": ("authority_id", "content_hash", "ord", "seq")}
POLICIES: Final = {"theirs": OWNER, "backup": BACKUP, "audit": AUDIT}


def group_of(role: str) -> str:
    """Give the group that the login of a person with this role is in."""
    return STEWARD if role == "steward" else CLIENT
