"""How the letter ends: home, rights, and how to reach the chair (L10, L12, L13)."""

import re

from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph, Source
from letters.wording import strong
from letters.writing import Gap, Writing
from models.next_due import is_last_review
from models.problems import N_

_MOBILE = re.compile(r"^(?:07|\+447|00447)")


def home(writing: Writing) -> LetterBlock | None:
    """L10: where the child lives and the plan for that; short breaks need none."""
    sheet = writing.sheet
    has_plan = any(step.id == "A9" for step in sheet.steps)
    if not has_plan and not sheet.home_line.strip():
        return None
    if sheet.home_line.strip():
        paragraphs = [writing.typed(sheet.home_line, writing.of_review("home_line"))]
    else:
        where = Gap("review", "home_line", "A4")
        said = N_("Say where {name} lives and what the plan is")
        paragraphs = [writing.gap("L10", said, where)]
    if sheet.legal_line.strip():
        paragraphs.append(writing.typed(sheet.legal_line, writing.of_review("legal_line")))
    return LetterBlock(
        "L10",
        BlockKind.SECTION,
        tuple(paragraphs),
        heading=writing.wording.say(N_("Your home")),
        picture="home",
    )


def rights(writing: Writing) -> LetterBlock:
    """L12: someone on the child's side, and what they may ask for while there are meetings."""
    say = writing.say
    goes_on = not is_last_review(writing.sheet)
    earlier = (say(N_("You can ask for an earlier meeting.")),) if goes_on else ()
    return LetterBlock(
        "L12",
        BlockKind.RIGHTS,
        (
            _advocate(writing),
            *earlier,
            _complaints(writing),
            say(N_("You can ask to see what is written about you.")),
            say(N_("You can get advice from a lawyer. Your advocate or I can help with that.")),
        ),
        heading=writing.wording.say(N_("If you need help")),
        picture="advocate",
    )


def _advocate(writing: Writing) -> Paragraph:
    people, council = writing.sheet.people, writing.sheet.council
    own = next((person for person in people if person.role == "advocate"), None)
    phone = own.phone.strip() if own else ""
    if own and phone:
        source = Source("person", own.id, "phone")
        said = N_("{name} is your advocate, someone on your side: {phone}.")
        return writing.say(said, source, name=own.name, phone=strong(phone))
    if not council.advocacy_name.strip() or not council.advocacy_phone.strip():
        where = Gap("council", "advocacy_phone", "", str(council.authority_id))
        return writing.gap("L12", N_("Say who can be {name}’s advocate, and their number"), where)
    said = N_(
        "You can have an advocate. That is someone on your side, who helps you say what you "
        "want. Ring {service} on {phone}."
    )
    return writing.say(said, service=council.advocacy_name, phone=strong(council.advocacy_phone))


def _complaints(writing: Writing) -> Paragraph:
    council = writing.sheet.council
    if not council.complaints_phone.strip():
        where = Gap("council", "complaints_phone", "", str(council.authority_id))
        return writing.gap("L12", N_("Give the number for telling us something is wrong"), where)
    said = N_("You can tell us if something is wrong. Ring {phone}.")
    return writing.say(said, phone=strong(council.complaints_phone))


def how_to_reach_me(writing: Writing) -> LetterBlock:
    """L13: the ways to reach the chair, and room to sign."""
    chair = writing.sheet.chair
    lines: list[Paragraph] = []
    if chair.phone.strip():
        source = Source("staff_member", chair.id, "phone")
        mobile = _MOBILE.match(chair.phone.replace(" ", ""))
        said = N_("Ring or text me on {phone}.") if mobile else N_("Ring me on {phone}.")
        lines.append(writing.say(said, source, phone=strong(chair.phone.strip())))
    if chair.email.strip():
        source = Source("staff_member", chair.id, "email")
        lines.append(writing.say(N_("My email is {email}."), source, email=chair.email.strip()))
    if not lines:
        where = Gap("staff_member", "phone", "", chair.id)
        lines.append(writing.gap("L13", N_("Say how {name} can reach you"), where))
    if chair.days.strip():
        source = Source("staff_member", chair.id, "days")
        days = chair.days.strip().rstrip(".")
        lines.append(writing.say(N_("The days I work: {days}."), source, days=days))
    sign_off = (
        writing.say(N_("From")),
        Paragraph(writing.wording.pieces("{name}", name=chair.name)),
        _who_i_am(writing),
    )
    return LetterBlock("L13", BlockKind.SIGN_OFF, tuple(lines), after=sign_off)


def _who_i_am(writing: Writing) -> Paragraph:
    """The child's own IRO, or the colleague who came in their place."""
    own_iro = writing.sheet.covering_for.strip()
    if not own_iro:
        return writing.say(N_("Your Independent Reviewing Officer"))
    said = N_("For {name}, your Independent Reviewing Officer")
    return writing.say(said, writing.of_review("covering_for"), name=own_iro)
