"""Terms of the glossary that are a thing or something done: "the review" and "to review it"."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from letters.plain.hard_words import HardWord
from letters.plain.sentences import is_sentence_start

_LOOK_BACK, _LOOK_ON = 24, 24
_WILL = r"(?:will|can|could|should|must|would|shall|may|might|not|please|['’]ll)"
_BEFORE: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "review": re.compile(rf"(?:^|\W|(?=['’])){_WILL[:-1]}|to|we|i|they)[ \t]+$", re.I),
        "contact": re.compile(rf"(?:^|\W|(?=['’])){_WILL[:-1]}|to)[ \t]+$", re.I),
    }
)
_SOMEBODY = re.compile(r"[ \t]+(?:(?:the|your|my|our|his|her|their|an?|this|that)\b|[A-Z])")
_IT = re.compile(r"[ \t]+(?:it|this|that|them|these|those|how|what|whether)\b")
_THE = re.compile(r"[ \t]+(?:the|your|my|our|his|her|their|an?)\b")
_SAID = {"review": "talk about", "reviews": "talks about", "contact": "get in touch with"}


def said_as_a_verb(text: str, word: HardWord) -> str:
    """What is said for something that is done; nothing where it is a thing, or may be one."""
    verb = _SAID.get(word.form.lower(), "")
    if not verb or word.ending:
        return ""
    form, end = word.form.lower(), word.end + _LOOK_ON
    if form != "contact" and _IT.match(text, word.end, end):
        return verb
    if is_sentence_start(text, word.start):
        return verb if _THE.match(text, word.end, end) else ""
    pattern = _BEFORE.get(form)
    before = text[max(0, word.start - _LOOK_BACK) : word.start]
    if pattern is None or not pattern.search(before):
        return ""
    return verb if form == "review" or _SOMEBODY.match(text, word.end, end) else ""
