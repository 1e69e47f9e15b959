"""How the letter ends: home, and how to reach the chair (L10 and L13)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from letters.bands import Band
from letters.in_bands import InBands
from letters.legal_words import legal_words
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph, Source
from letters.rights import complaint, records_and_lawyer, rights
from letters.wording import strong
from letters.writing import Gap, Writing
from models.problems import N_

__all__ = ["home", "how_to_reach_me", "rights"]
_MOBILE = re.compile(r"^(?:07|\+447|00447)")
_HOME = InBands(
    N_("Your home"), c=N_("Where you live"), d=N_("Your plan"), u=N_("Where you lived")
)
_LIVED_SINCE = InBands(
    N_("You have lived there since {date}."), u=N_("You came to live there on {date}.")
)
_ABOUT_ME = InBands(N_("{name} checks that your plan is right."))
_RING_OR_TEXT = InBands(N_("Ring or text me on {phone}."))
_RING = InBands(N_("Ring me on {phone}."))
_EMAIL = InBands(N_("My email is {email}."))
_DAYS = InBands(N_("The days I work: {days}."))
_FROM = InBands(
    N_("From"), c=N_("Best wishes,"), d=N_("Yours sincerely,"), u=N_("With best wishes,")
)
_YOUR_IRO = InBands(N_("Your Independent Reviewing Officer"))
_FOR_YOUR_IRO = InBands(N_("For {name}, your Independent Reviewing Officer"))


def home(writing: Writing) -> LetterBlock | None:
    """L10: where the child lives and the plan for that; short breaks need none."""
    sheet = writing.sheet
    has_plan = any(step.id == "A9" for step in sheet.steps)
    if not has_plan and not sheet.home_line.strip():
        return None
    if sheet.home_line.strip():
        told = writing.told_of_review("home_line")
    else:
        where = Gap("review", "home_line", "A4")
        told = writing.gap("L10", N_("Say where {name} lives and what the plan is"), where)
    lines = (replace(told, key="L10/home"), *_since(writing), *legal_words(writing))
    return LetterBlock(
        "L10",
        BlockKind.SECTION,
        tuple(writing.pictured(line, "home") for line in lines),
        heading=writing.heading(_HOME),
        picture="home",
    )


def _since(writing: Writing) -> Iterator[Paragraph]:
    """Since when the child has lived there, in a letter for a young adult or for later."""
    sheet, since = writing.sheet, writing.sheet.child.lives_there_since
    if not writing.names_in_full or since is None or not sheet.home_line.strip():
        return
    if since <= (sheet.held_on or writing.dated):
        source = Source("child", sheet.child.id, "lives_there_since")
        day = writing.wording.plain_date(since)
        yield writing.keyed("L10/since", _LIVED_SINCE, source, date=day)


def how_to_reach_me(writing: Writing) -> LetterBlock:
    """L13: the ways to reach the chair, and room to sign."""
    lines = (*_of_me(writing), *_ways(writing))
    sign_off = (
        writing.keyed("L13/closing", _FROM),
        Paragraph(writing.wording.pieces("{name}", name=writing.sheet.chair.name)),
        replace(_who_i_am(writing), key="L13/role"),
    )
    return LetterBlock("L13", BlockKind.SIGN_OFF, lines, after=sign_off)


def _of_me(writing: Writing) -> Iterator[Paragraph]:
    """What the chair does, and the rights with long words, in the small print of the youngest."""
    if writing.band is Band.A:
        if writing.sheet.chair.name.strip():
            yield writing.keyed("L13/me", _ABOUT_ME, name=writing.sheet.chair.name)
        yield complaint(writing)
        yield from records_and_lawyer(writing)


def _ways(writing: Writing) -> Iterator[Paragraph]:
    chair = writing.sheet.chair
    if chair.phone.strip():
        source = Source("staff_member", chair.id, "phone")
        said = _RING_OR_TEXT if _MOBILE.match(chair.phone.replace(" ", "")) else _RING
        yield writing.keyed("L13/phone", said, source, phone=strong(chair.phone.strip()))
    if chair.email.strip():
        source = Source("staff_member", chair.id, "email")
        yield writing.keyed("L13/email", _EMAIL, source, email=chair.email.strip())
    if not chair.phone.strip() and not chair.email.strip():
        where = Gap("staff_member", "phone", "", chair.id)
        gap = writing.gap("L13", N_("Say how {name} can reach you"), where)
        yield replace(gap, key="L13/phone")
    if chair.days.strip():
        source = Source("staff_member", chair.id, "days")
        days = chair.days.strip().rstrip(".")
        yield writing.keyed("L13/days", _DAYS, source, days=days)


def _who_i_am(writing: Writing) -> Paragraph:
    """The child's own IRO, or the colleague who came in their place."""
    own_iro = writing.sheet.covering_for.strip()
    if not own_iro:
        return writing.say(_YOUR_IRO)
    return writing.say(_FOR_YOUR_IRO, writing.of_review("covering_for"), name=own_iro)
