"""The page "About me, your IRO": an insert in the chair's own words, with how to reach them."""

from collections.abc import Iterator
from dataclasses import replace

from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph, Source
from letters.pictures import in_set
from letters.wording import strong
from letters.writing import Gap, Writing
from models.problems import N_

OWN_WORDS = "about/words"
"""How the keys of the lines begin that are the chair's own words."""


def about_me_block(writing: Writing) -> LetterBlock | None:
    """Who the chair is, in their own words; nothing where it was not asked for."""
    if not writing.sheet.making.letter.with_about_me:
        return None
    return LetterBlock(
        "about",
        BlockKind.ABOUT_ME,
        tuple(_lines(writing)),
        heading=writing.wording.say(N_("About me")),
        picture=in_set("advocate", writing.sheet.making.letter.picture_set),
    )


def _lines(writing: Writing) -> Iterator[Paragraph]:
    chair = writing.sheet.chair
    yield _keyed("name", _my_name(writing))
    yield _keyed("job", writing.say(N_("I make sure that your plan is right.")))
    yield _keyed("heard", writing.say(N_("I make sure that adults listen to you.")))
    yield from _own_words(writing)
    if chair.phone.strip():
        phone = strong(chair.phone.strip())
        source = Source("staff_member", chair.id, "phone")
        yield _keyed("phone", writing.say(N_("You can ring me on {phone}."), source, phone=phone))
    if chair.days.strip():
        source = Source("staff_member", chair.id, "days")
        days = chair.days.strip().rstrip(".")
        yield _keyed("days", writing.say(N_("The days I work: {days}."), source, days=days))


def _my_name(writing: Writing) -> Paragraph:
    """The name and what an IRO is to this child; a colleague says whose place they take."""
    chair, own_iro = writing.sheet.chair, writing.sheet.covering_for.strip()
    if not chair.name.strip():
        where = Gap("staff_member", "name", "", chair.id)
        return writing.gap("about", N_("Say who this letter is from"), where)
    if own_iro:
        said = N_(
            "My name is {name}. I came in place of {iro}, your Independent Reviewing Officer."
        )
        source = writing.of_review("covering_for")
        return writing.say(said, source, name=chair.name, iro=own_iro)
    said = N_("My name is {name}. I am your Independent Reviewing Officer.")
    return writing.say(said, Source("staff_member", chair.id, "name"), name=chair.name)


def _own_words(writing: Writing) -> Iterator[Paragraph]:
    """What the chair says of themselves: a paragraph for each line they typed."""
    chair = writing.sheet.chair
    lines = [line.strip() for line in chair.about_me.splitlines() if line.strip()]
    if not lines:
        where = Gap("staff_member", "about_me", "", chair.id)
        said = N_("Say something about yourself for the page “About me”, or leave the page out")
        yield _keyed("words", writing.gap("about", said, where))
    source = Source("staff_member", chair.id, "about_me")
    for place, line in enumerate(lines, start=1):
        yield _keyed(f"words/{place}", writing.typed(line, source))


def _keyed(name: str, paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, key=f"about/{name}")
