"""The page that the square code in a letter opens: its address, looked at before it is kept."""

import re
from typing import Final
from urllib.parse import urlsplit

from models.problems import N_, Problem

LONGEST: Final = 300
_NAME: Final = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_PLAIN: Final = re.compile(r"[!-~]+")


class NotAPage(Problem):
    """What was typed is not the address of a page that a letter may send a child to."""

    what = N_("That is not the address of a web page.")
    kept = N_("The address from before stays.")
    next = N_("Type it as it stands in the browser, beginning with https://")


def checked_page(address: str) -> str:
    """Give the address of a page, or nothing where none is given.

    Only https, a name of the web and no name or password of a person: what the code opens is
    what stands beside it in words.

    Raises: NotAPage.
    """
    bare = address.strip()
    if not bare:
        return ""
    if len(bare) > LONGEST or not _PLAIN.fullmatch(bare) or set('<>"\\^`{|}') & set(bare):
        raise NotAPage
    try:
        parts = urlsplit(bare)
        port = parts.port
    except ValueError as error:
        raise NotAPage from error
    named = _NAME.fullmatch((parts.hostname or "").lower())
    if parts.scheme.lower() != "https" or not named or "@" in parts.netloc or port == 0:
        raise NotAPage
    return bare
