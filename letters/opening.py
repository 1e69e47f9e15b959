"""How the letter begins: the greeting, and something warm and true (L1 and L2)."""

from dataclasses import replace

from letters.in_bands import InBands
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph, Source
from letters.writing import Gap, Writing
from models.problems import N_

_DEAR = InBands(N_("Dear {name},"))
_FROM = InBands(
    N_(
        "From {name}, your Independent Reviewing Officer. I make sure your plan is right and that "
        "you are heard."
    ),
    a=N_("From {name}. I make sure people listen to you."),
    e=N_(
        "From {name}. I am your Independent Reviewing Officer. I check that your plan is right "
        "for you. I check that people listen to you."
    ),
    u=N_(
        "From {name}, your Independent Reviewing Officer. My job was to check your plan and to "
        "make sure you were heard."
    ),
)
_FROM_A_COLLEAGUE = InBands(
    N_(
        "From {name}, an Independent Reviewing Officer. {iro} is yours, and could not come this "
        "time, so I came. I make sure your plan is right and that you are heard."
    ),
    a=N_("From {name}. {iro} could not come, so I came."),
    e=N_(
        "From {name}. {iro} is your Independent Reviewing Officer. {iro} could not come this "
        "time, so I came. I check that your plan is right for you."
    ),
    u=N_(
        "From {name}, an Independent Reviewing Officer. {iro} was yours, and could not come that "
        "time, so I came. My job was to check your plan and to make sure you were heard."
    ),
)
_CORRECTED = InBands(
    N_("This letter takes the place of the one from {date}."),
    a=N_("This letter is instead of the one from {date}."),
)


def opening(writing: Writing) -> LetterBlock:
    """L1: the day, who writes and what they do, and the greeting."""
    chosen = Source("child", writing.sheet.child.id, "chosen_name")
    lines = [
        Paragraph((writing.wording.full_day(writing.dated),)),
        replace(_from(writing), key="L1/from"),
        writing.keyed("L1/greeting", _DEAR, chosen, name=writing.called),
    ]
    if writing.correction is not None:
        when = writing.day(writing.correction.replaces_issued_on)
        lines.append(writing.keyed("L1/correction", _CORRECTED, date=when))
    return LetterBlock("L1", BlockKind.OPENING, tuple(lines))


def _from(writing: Writing) -> Paragraph:
    chair = writing.sheet.chair
    if not chair.name.strip():
        where = Gap("staff_member", "name", "", chair.id)
        return writing.gap("L1", N_("Say who this letter is from"), where)
    own_iro = writing.sheet.covering_for.strip()
    if own_iro:
        source = writing.of_review("covering_for")
        return writing.say(_FROM_A_COLLEAGUE, source, name=chair.name, iro=own_iro)
    return writing.say(_FROM, Source("staff_member", chair.id, "name"), name=chair.name)


def warm(writing: Writing) -> LetterBlock:
    """L2: one warm, true thing about the child from this review."""
    source = writing.of_review("warm_line")
    words = writing.sheet.warm_line
    if words.strip():
        said = writing.typed(words, source)
    else:
        where = Gap("review", "warm_line", "A2")
        said = writing.gap("L2", N_("Say something true and warm about {name} here"), where)
    picture = writing.picture(words, otherwise="hope")
    line = writing.pictured(replace(said, key="L2/warm"), picture)
    return LetterBlock("L2", BlockKind.PLAIN, (line,))
