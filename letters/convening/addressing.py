"""Whether a paper that is posted can reach its reader: an address that shows in the window."""

import re
from enum import StrEnum

from letters.out.envelope import address_lines, shows_whole
from models.convening_on_sheet import Invited
from models.sending_steps import SendingWay

_NUMBER = re.compile(r"\d+[a-zA-Z]?")


class NotPosted(StrEnum):
    """Why something cannot be posted to somebody in a window envelope."""

    NO_ADDRESS = "no_address"
    TOO_LONG = "too_long"


def why_not_posted(line: Invited) -> NotPosted | None:
    """Why what goes to somebody by post does not get there; None where it does."""
    if line.way != SendingWay.POST or line.is_child:
        return None
    if not line.address.strip():
        return NotPosted.NO_ADDRESS
    return None if shows_whole(line.name, as_typed(line.address)) else NotPosted.TOO_LONG


def lines_of(line: Invited) -> tuple[str, ...]:
    """The reader's name and their whole address, line by line; nothing without an address."""
    return address_lines(line.name, as_typed(line.address)) if line.address.strip() else ()


def as_typed(address: str) -> str:
    """An address in lines, where the number of a house stays before its street."""
    typed = address.splitlines()
    if len([each for each in typed if each.strip()]) == 1:
        typed = address.split(",")
    lines: list[str] = []
    for each in (line.strip(" \t,") for line in typed):
        if lines and _NUMBER.fullmatch(lines[-1]) and each:
            lines[-1] = f"{lines[-1]} {each}"
        elif each:
            lines.append(each)
    return "\n".join(lines)
