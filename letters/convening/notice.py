"""What somebody who was invited is told when the meeting does not take place, or not for them."""

from collections.abc import Iterator

from letters.bands import Band
from letters.convening.paper import (
    CHILD_PT,
    LARGE_PT,
    NOTICE,
    USUAL_PT,
    ConveningPaper,
    Part,
    Said,
)
from letters.convening.setting import Calling
from letters.in_bands import InBands
from models.problems import N_

_OFF = N_("{name}’s review does not take place")
_NOT_ASKED = N_("You need not come to {name}’s review")
_HELLO = N_("Dear {reader},")
_WAS_OFF = N_("We invited you to {name}’s review on {when}. It does not take place then.")
_WAS_OFF_SOON = N_("We invited you to {name}’s review. It does not take place.")
_AGAIN = N_("We will invite you again when there is a new day. You need not do anything.")
_WAS_NOT_ASKED = N_("We invited you to {name}’s review on {when}. You need not come any more.")
_WAS_NOT_ASKED_SOON = N_("We invited you to {name}’s review. You need not come any more.")
_STILL = N_("If there is something that the meeting should know, write to us or ring us.")
_REACH = N_("You can reach {chair} on {phone}.")
_THANKS = N_("Thank you. Yours sincerely,")
_PRIVATE = N_("Please keep this letter private. It is about a child.")
_TO_CHILD = InBands(N_("{name}, your review is not on that day"),
                    a=N_("{name}, we do not meet on that day"))  # fmt: skip
_HELLO_CHILD = InBands(N_("Hello {name},"))
_CHILD_OFF = InBands(
    N_("We asked you to come to your review on {when}. It does not take place then. It is "
       "nothing that you did."),
    a=N_("We wanted to meet on {when}. Now we do not. You did nothing wrong."),
)  # fmt: skip
_CHILD_OFF_SOON = InBands(
    N_("We asked you to come to your review. It does not take place. It is nothing that you did."),
    a=N_("We wanted to meet. Now we do not. You did nothing wrong."),
)
_CHILD_AGAIN = InBands(
    N_("I will tell you the new day. You can ring me or ask me anything before that."),
    a=N_("I will tell you when we meet. You can ask me."),
)
_CHILD_PHONE = InBands(N_("You can ring me on {phone}."), a=N_("My number is {phone}."))


def notice(calling: Calling, *, is_cancelled: bool) -> ConveningPaper:
    """The letter that tells one reader that it is cancelled, or that they need not come."""
    if calling.reader.is_child:
        return _to_the_child(calling)
    say, name = calling.say.say, calling.sheet.child.called
    title = _OFF if is_cancelled else _NOT_ASKED
    parts = tuple(_to_an_adult(calling, is_cancelled=is_cancelled))
    return calling.paper(NOTICE, say(title, name=name), parts, USUAL_PT)


def _to_an_adult(calling: Calling, *, is_cancelled: bool) -> Iterator[Part]:
    say, reader, chair = calling.say.say, calling.reader, calling.sheet.chair
    name, when = calling.sheet.child.called, calling.was_told
    told, soon = (_WAS_OFF, _WAS_OFF_SOON)
    if not is_cancelled:
        told, soon = _WAS_NOT_ASKED, _WAS_NOT_ASKED_SOON
    yield Said(say(_HELLO, reader=reader.name))
    yield Said(say(told, name=name, when=when) if when else say(soon, name=name))
    yield Said(say(_AGAIN if is_cancelled else _STILL))
    if chair.phone:
        yield Said(say(_REACH, chair=chair.name, phone=chair.phone))
    yield Said(say(_THANKS))
    yield Said(calling.sheet.council.service or calling.sheet.council.name)
    yield Said(say(_PRIVATE))


def _to_the_child(calling: Calling) -> ConveningPaper:
    band = Band.A if calling.band is Band.U else calling.band
    name, chair = calling.sheet.child.called, calling.sheet.chair

    def say(words: InBands, **values: str) -> str:
        return calling.say.say(words.words(band), **values)

    when = calling.was_told
    said = [
        say(_HELLO_CHILD, name=name),
        say(_CHILD_OFF, when=when) if when else say(_CHILD_OFF_SOON),
        say(_CHILD_AGAIN),
        say(_CHILD_PHONE, phone=chair.phone) if chair.phone else "",
        chair.name,
    ]
    parts = tuple(Said(words) for words in said if words)
    size_pt = LARGE_PT if band is Band.A else CHILD_PT
    return calling.paper(NOTICE, say(_TO_CHILD, name=name), parts, size_pt)
