"""The minutes of how the child hears what was decided, and of what people said of the review."""

from collections.abc import Iterator

from letters.minutes_writing import MinutesWriting
from letters.paragraph import Paragraph
from models.problems import N_
from models.rules.telling import TELL_HOW

_IN_WORDS = (
    ("tell_words", N_("In {name}’s words: {words}")),
    ("tell_by", N_("Who tells {name}: {words}")),
    ("child_feedback", N_("What {name} says about the review: {words}")),
    ("others_feedback", N_("What others say about the review: {words}")),
)


def telling(writing: MinutesWriting) -> Iterator[Paragraph]:
    """What is kept of it; nothing where nothing is."""
    sheet, name = writing.sheet, writing.called
    if sheet.tell_how in TELL_HOW:
        source, way = writing.of_review("tell_how"), writing.wording.say(TELL_HOW[sheet.tell_how])
        said = N_("How {name} wants to be told what was decided: {way}.")
        yield writing.say(said, source, name=name, way=way)
    for field, said in _IN_WORDS:
        if words := getattr(sheet, field).strip():
            yield writing.say(said, writing.of_review(field), name=name, words=words)
