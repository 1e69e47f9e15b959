"""An e-mail draft for one recipient: Waymark sends nothing, a person opens it, looks and sends."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from letters.wording import Wording
from models.problems import N_, Problem

_ADDRESS = re.compile(r"[^\s@,;:<>()\[\]\"\\]+@[^\s@,;:<>()\[\]\"\\]+\.[^\s@,;:<>()\[\]\"\\]+")
_FILE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:pdf|docx|ics)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_MEDIA = {
    "pdf": ("application", "pdf"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "ics": ("text", "calendar"),
}


class NotOneAddress(Problem):
    """What stands as an e-mail address is none, or is more than one."""

    what = N_("This is not one e-mail address, so no draft was made.")
    kept = N_("The copy is safe and is still waiting to be sent.")
    next = N_("Put one address there, such as name@council.gov.uk, then make the draft again.")


class NotOneLine(Problem):
    """The subject of an e-mail would not stay on its one line."""

    what = N_("The subject of this e-mail is not one line of plain words, so no draft was made.")
    kept = N_("The copy is safe and is still waiting to be sent.")
    next = N_("Look at the name of the service in the settings, then make the draft again.")


@dataclass(frozen=True)
class Attachment:
    """A file by its name, which says nothing of anybody, and its bytes."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class MailWords:
    """The subject and the body of a draft, neither of which names anybody."""

    subject: str
    body: str


def mail_words(wording: Wording, service: str, papers: int) -> MailWords:
    """What a draft says: from whom papers are, and what to do if they came to somebody else."""
    say = wording.say
    attached = wording.ngettext(
        "{count} paper from {service} is attached.",
        "{count} papers from {service} are attached.",
        papers,
        service=service,
    )
    paragraphs = (
        "".join(piece.text for piece in attached),
        say(N_("It is private. Please keep it safe, and do not send it on.")),
        say(N_("If this was not meant for you, please tell us at once and delete it.")),
        service,
    )
    subject = say(N_("From {service}: private and personal"), service=service)
    return MailWords(subject, "\n\n".join(paragraphs) + "\n")


def eml_draft(to: str, words: MailWords, attachments: Sequence[Attachment]) -> bytes:
    """A draft that a mail program opens ready to send; the same bytes every time.

    It says neither when it was made nor where nor by whom: the mail program adds who sends it.

    Raises: NotOneAddress, NotOneLine; ValueError for the name of a file that might name somebody.
    """
    if not words.subject.strip() or _CONTROL.search(words.subject):
        raise NotOneLine
    message = EmailMessage(policy=SMTP)
    message["To"] = _one_address(to)
    message["Subject"] = words.subject.strip()
    message["X-Unsent"] = "1"
    message.set_content(words.body, charset="utf-8", cte="quoted-printable")
    for each in attachments:
        if _FILE_NAME.fullmatch(each.name) is None:
            raise ValueError("a file goes out under a name of ours")
        main, sub = _MEDIA[each.name.rpartition(".")[2]]
        message.add_attachment(each.data, maintype=main, subtype=sub, filename=each.name)
    if attachments:
        message.set_boundary(_boundary(words, attachments))
    return message.as_bytes()


def is_one_address(words: str) -> bool:
    """Whether a draft can be written to this e-mail address."""
    try:
        _one_address(words)
    except NotOneAddress:
        return False
    return True


def _one_address(to: str) -> Address:
    """The address that the draft goes to.

    Raises: NotOneAddress, also for one that would add lines of its own to the head.
    """
    address = to.strip()
    if _CONTROL.search(to) or not address.isascii() or _ADDRESS.fullmatch(address) is None:
        raise NotOneAddress
    try:
        return Address(addr_spec=address)
    except (ValueError, IndexError) as error:  # what the library says of a broken one
        raise NotOneAddress from error


def _boundary(words: MailWords, attachments: Sequence[Attachment]) -> str:
    """What parts the pieces of a draft: by its contents, not by chance."""
    digest = hashlib.sha256(words.body.encode())
    for each in attachments:
        digest.update(each.name.encode() + each.data)
    return f"=_{digest.hexdigest()[:40]}"
