"""A draft of an e-mail and an entry for a calendar, read back."""

import email
import email.policy
import re
from email.message import EmailMessage

from letters.disclosure.extracted import Place
from models.problems import N_

HEAD = N_("the head of the e-mail")
BODY = N_("the text")
ATTACHED_NAME = N_("the name of an attached file")
ENTRY = N_("the entry for the calendar")
_TAGS = re.compile(r"<[^>]*>")


def mail_inside(data: bytes) -> tuple[tuple[Place, ...], tuple[tuple[str, bytes], ...]]:
    """The texts of an e-mail, and each attached file with its name.

    Whom it goes to is no find: the address lines of a draft are its reader's own.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    own = {"to", "cc", "bcc"}
    head = "\n".join(
        f"{key}: {value}" for key, value in message.items() if key.casefold() not in own
    )
    places = [Place(HEAD, head)]
    files: list[tuple[str, bytes]] = []
    for part in message.walk():
        if not isinstance(part, EmailMessage) or part.is_multipart():
            continue
        name = part.get_filename() or ""
        raw = part.get_payload(decode=True)
        body = raw if isinstance(raw, bytes) else b""
        if name:
            places.append(Place(ATTACHED_NAME, name, is_name=True))
            files.append((name, body))
        if part.get_content_maintype() == "text" and not name:
            places.append(Place(BODY, _plain(part, body)))
        places.append(Place(HEAD, "\n".join(map(str, part.values()))))
    return tuple(places), tuple(files)


def entry_inside(data: bytes) -> tuple[Place, ...]:
    """The words of a calendar entry, with its folded lines joined."""
    text = re.sub(r"\r?\n[ \t]", "", data.decode("utf-8", "replace"))
    return (Place(ENTRY, re.sub(r"\\([,;\\])", r"\1", re.sub(r"\\[nN]", "\n", text))),)


def _plain(part: EmailMessage, body: bytes) -> str:
    text = body.decode(part.get_content_charset() or "utf-8", "replace")
    return _TAGS.sub(" ", text) if part.get_content_subtype() == "html" else text
