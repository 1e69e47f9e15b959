"""What the child may ask for, and who helps them to (L12)."""

from collections.abc import Iterator
from dataclasses import replace

from letters.bands import Band
from letters.in_bands import InBands
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph, Source
from letters.wording import strong
from letters.writing import Gap, Writing
from models.next_due import is_last_review
from models.problems import N_

_HEADING = InBands(
    N_("If you need help"), c=N_("Your rights"), d=N_("If you disagree with any of this")
)
_TELL_ME = InBands(N_("Tell me first, if you can."))
_OWN_ADVOCATE = InBands(
    N_("{name} is your advocate, someone on your side: {phone}."),
    a=N_(
        "{name} is your advocate. They help you say what you want. You can ring {name}: {phone}."
    ),
    d=N_("You can ask your advocate, {name}, to help you: {phone}."),
    e=N_("{name} is your advocate. An advocate is someone on your side. Ring {name} on {phone}."),
)
_AN_ADVOCATE = InBands(
    N_(
        "You can have an advocate. They are on your side and help you say what you want. Ring "
        "{service} on {phone}."
    ),
    a=N_("{service} helps you say what you want. You can ring {service}: {phone}."),
    d=N_(
        "You can have an advocate, someone on your side who helps you say what you want. Ring "
        "{service} on {phone}."
    ),
    e=N_(
        "You can have an advocate. An advocate is someone on your side. They help you say what "
        "you want. Ring {service} on {phone}."
    ),
)
_EARLIER = InBands(
    N_("You can ask for an earlier meeting."),
    a=N_("You can ask to meet sooner."),
    d=N_("You can ask for your review to be sooner."),
    u=N_("While there are meetings about you, you can ask for an earlier one."),
)
_COMPLAIN = InBands(
    N_("You can tell us if something is wrong. Ring {phone}."),
    a=N_("Tell us if something is wrong. Ring {phone}."),
    c=N_("You can make a complaint if something is wrong. Ring {phone}."),
)
_RECORDS = InBands(
    N_("You can ask to see what is written about you."),
    a=N_("You can see what we wrote about you. Ask us."),
    d=N_("You can ask to see what the council has written about you, at any age."),
)
_LAWYER = InBands(
    N_("You can get advice from a lawyer. Your advocate or I can help with that."),
    a=N_("You can ask a lawyer for help."),
    c=N_("You can get legal advice. Your advocate or I can help with that."),
    d=N_("You can get legal advice. Your advocate or I can help you find a lawyer."),
    e=N_(
        "You can talk to a lawyer. A lawyer is someone who knows the law. Your advocate or I can "
        "help with that."
    ),
)
_PICTURES = {
    "L12/advocate": "advocate",
    "L12/earlier": "meeting",
    "L12/complain": "wrong",
    "L12/records": "record",
    "L12/lawyer": "law",
}
_NOT_AGAINST_YOU = InBands(N_("Asking will not count against you."))


def rights(writing: Writing) -> LetterBlock:
    """L12: someone on the child's side, and what they may ask for while there are meetings."""
    lines = tuple(_lines(writing))
    if writing.band is Band.A:  # one row: the advocate by name
        lines = (writing.pictured(lines[0], "advocate"), *lines[1:])
    elif writing.band is Band.E:
        lines = tuple(writing.pictured(line, _PICTURES[line.key]) for line in lines)
    return LetterBlock(
        "L12", BlockKind.RIGHTS, lines, heading=writing.heading(_HEADING), picture="advocate"
    )


def _lines(writing: Writing) -> Iterator[Paragraph]:
    if writing.band is Band.D:
        yield writing.keyed("L12/tell_me", _TELL_ME)
    yield replace(_advocate(writing), key="L12/advocate")
    if not is_last_review(writing.sheet):
        yield writing.keyed("L12/earlier", _EARLIER)
    if writing.band is not Band.A:  # the youngest have the rest in small print
        yield complaint(writing)
        yield from records_and_lawyer(writing)
    if writing.band is Band.D:
        yield writing.keyed("L12/no_harm", _NOT_AGAINST_YOU)


def _advocate(writing: Writing) -> Paragraph:
    people, council = writing.sheet.people, writing.sheet.council
    own = next((person for person in people if person.role == "advocate"), None)
    phone = own.phone.strip() if own else ""
    if own and phone:
        source = Source("person", own.id, "phone")
        return writing.say(_OWN_ADVOCATE, source, name=own.name, phone=strong(phone))
    if not council.advocacy_name.strip() or not council.advocacy_phone.strip():
        where = Gap("council", "advocacy_phone", "", str(council.authority_id))
        return writing.gap("L12", N_("Say who can be {name}’s advocate, and their number"), where)
    phone = council.advocacy_phone
    return writing.say(_AN_ADVOCATE, service=council.advocacy_name, phone=strong(phone))


def complaint(writing: Writing) -> Paragraph:
    """How to tell that something is wrong."""
    council = writing.sheet.council
    if council.complaints_phone.strip():
        phone = strong(council.complaints_phone)
        return writing.keyed("L12/complain", _COMPLAIN, phone=phone)
    where = Gap("council", "complaints_phone", "", str(council.authority_id))
    gap = writing.gap("L12", N_("Give the number for telling us something is wrong"), where)
    return replace(gap, key="L12/complain")


def records_and_lawyer(writing: Writing) -> Iterator[Paragraph]:
    """That the child may see what is written about them, and get legal advice."""
    yield writing.keyed("L12/records", _RECORDS)
    yield writing.keyed("L12/lawyer", _LAWYER)
