"""What the clock of the manager's answer says where nobody answered; it stands alone for paper."""

from typing import Final

NO_REPLY: Final = "no reply"
"""Silence let the decisions stand. Source: domain reference 2.3 rule 20."""
