"""The address or e-mail that a copy goes to, read as its reader and whoever opens it reads it.

A person kept away from another must not get the other's address in the window of an envelope,
and nothing of theirs may go to the other's door.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from letters.disclosure.checking import check
from letters.disclosure.extracted import Extracted, Place
from letters.disclosure.finding import find, key_of
from letters.disclosure.hit import Hit
from letters.disclosure.looked_for import Secret, secrets_for
from letters.out.envelope import AddressSheet, address_lines, address_sheet
from letters.out.mail import Attachment, eml_draft, mail_words
from letters.wording import Wording
from models.disclosure.facts import protected_for
from models.people_on_sheet import PersonOnSheet
from models.problems import N_, Problem
from models.protected import FactKind
from models.readers_of_papers import Reader, readers
from models.review_sheet import ReviewSheet
from models.sending_steps import SendingWay

ON_ADDRESS_SHEET = N_("the address on the envelope")
IN_MAIL = N_("the e-mail that it goes with")
PLACES_TO_GO = frozenset({ON_ADDRESS_SHEET, IN_MAIL})
"""Where a find stands that is in no paper: the place that it goes to is what has to change."""
SAME = "same_place"
_NOT_WORDS = re.compile(r"[^a-z0-9@]+")
_POSTCODE = re.compile(r"([a-z]{1,2}\d[a-z\d]?)(\d[a-z]{2})$")
_TELLING = (FactKind.ADDRESS, FactKind.REFUGE, FactKind.PLACE, FactKind.EMAIL, FactKind.OTHER)


def found_where_it_goes(sheet: ReviewSheet, reader: Reader) -> tuple[Hit, ...]:
    """What is wrong with the place that this reader's copies go to, answered or not."""
    if reader.way == SendingWay.POST and reader.address.strip():
        return tuple(_on_envelope(sheet, reader))
    if reader.way == SendingWay.EMAIL and reader.email.strip():
        return tuple(_in_mail(sheet, reader))
    return ()


def found_in_draft(
    sheet: ReviewSheet, reader: Reader, draft: bytes, file_name: str
) -> tuple[Hit, ...]:
    """What is found in the whole of a finished draft: its words and everything attached to it."""
    secrets = secrets_for(sheet, reader, sheet.making.other_children)
    return check(draft, "eml", file_name, secrets)


def going_to(reader: Reader, way: str, where_to: str) -> Reader:
    """The reader as their copy goes: in this way, to this place."""
    if way == SendingWay.EMAIL:
        return replace(reader, way=way, email=where_to)
    return replace(reader, way=way, address=where_to)


def _on_envelope(sheet: ReviewSheet, reader: Reader) -> Iterator[Hit]:
    council, secrets = sheet.council, _secrets(sheet, reader)
    shown = AddressSheet(
        reader.name, reader.address, council.name, council.service, council.return_address
    )
    lines = address_lines(reader.name, reader.address)
    try:
        found = check(
            address_sheet(shown), "pdf", "address.pdf", secrets, address_lines=lines,
        )  # fmt: skip
    except Problem:  # it does not fit the window, or there is no name: no sheet is printed
        found = find(Extracted((), (Place(ON_ADDRESS_SHEET, "\n".join(lines)),)), secrets)
    for hit in found:
        yield replace(hit, page=None, boxes=(), where=ON_ADDRESS_SHEET)
    if not found:
        yield from _same_place(sheet, reader, reader.address, ON_ADDRESS_SHEET)


def _in_mail(sheet: ReviewSheet, reader: Reader) -> Iterator[Hit]:
    """What is found in its head, whom it goes to and its words; what is attached is read alone."""
    secrets = _secrets(sheet, reader)
    found = find(Extracted((), (Place(IN_MAIL, reader.email.strip()),)), secrets)
    service = sheet.council.service or sheet.council.name
    try:
        draft = eml_draft(reader.email, mail_words(Wording(), service, 1), _NOTHING_ATTACHED)
    except Problem:  # not one address: no draft is made
        draft = b""
    found += check(draft, "eml", "e-mail.eml", secrets) if draft else ()
    for hit in found:
        yield replace(hit, page=None, boxes=(), where=IN_MAIL)
    if not found:
        yield from _same_place(sheet, reader, reader.email, IN_MAIL)


_NOTHING_ATTACHED: Sequence[Attachment] = ()


def _secrets(sheet: ReviewSheet, reader: Reader) -> tuple[Secret, ...]:
    """What is looked for where it goes: facts, not passages, and nobody's own name or address."""
    return tuple(each for each in secrets_for(sheet, reader) if each.kind != "restricted")


def _same_place(sheet: ReviewSheet, reader: Reader, place: str, where: str) -> Iterator[Hit]:
    """Each person who is kept apart from this reader and gets their papers at the same place."""
    wanted = _folded(place)
    for other in readers(sheet):
        theirs = other.email if where == IN_MAIL else other.address
        if other.key == reader.key or not wanted or _folded(theirs) != wanted:
            continue
        if are_kept_apart(sheet, reader, other):
            kind = FactKind.EMAIL if where == IN_MAIL else FactKind.ADDRESS
            said = " ".join(place.split())
            secret = f"{SAME}/{other.key}"
            yield Hit(key_of(secret, said), secret, kind, said, None, (), where, "exact", said)


def are_kept_apart(sheet: ReviewSheet, one: Reader, other: Reader) -> bool:
    """Whether either of two readers must not learn where the other lives, or who they are."""
    return _is_kept_from(sheet, one, other) or _is_kept_from(sheet, other, one)


def _is_kept_from(sheet: ReviewSheet, reader: Reader, other: Reader) -> bool:
    person: PersonOnSheet | None = other.person
    if person is not None:
        tags = frozenset((*person.address_kinds, *person.restriction_kinds))
        if tags & reader.cuts:
            return True
    return any(
        each.person_id == other.key and each.kind in _TELLING
        for each in protected_for(sheet, reader)
    )


def _folded(place: str) -> str:
    """A place so that two ways of writing it are one: its house and postcode, or all of it."""
    parts = [each for each in _NOT_WORDS.split(place.casefold()) if each]
    joined = "".join(parts)
    found = _POSTCODE.search(joined)
    if found is None or "@" in joined:
        return joined
    return f"{parts[0]} {found[0]}"
