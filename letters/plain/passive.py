"""Finds the passive, which hides who does a thing: "it was decided", "will be reviewed"."""

import re
from collections.abc import Iterator

from letters.plain.protected import Spans, touches
from letters.plain.sentences import Stretch
from letters.plain.small_words import set_of

_IRREGULAR = set_of(
    """begun bitten blown bought broken brought built caught chosen cut dealt drawn driven
 eaten fed felt forgotten found given heard held hidden hit hurt kept known laid led left let lost
 made meant met paid put read run said seen sent set shown shut sold spent spoken stolen
 taken taught thought told thrown understood undertaken won worn written overseen upheld
 withdrawn rewritten sought"""
)
_NOT_DONE_BY_ANYBODY = set_of(
    """amazed annoyed ashamed bored called confused delighted disappointed embarrassed excited
    experienced exhausted finished frightened frustrated gifted interested jealous located married
    mixed named overjoyed pleased prepared puzzled relaxed relieved retired scared settled shocked
    skilled stressed supposed surprised terrified thrilled tired touched used upset worried
    hundred indeed sacred wicked naked rugged bed red shed need seed feed speed embed used allowed
    related closed crowded talented determined qualified involved concerned attached left hurt
    lost read hit set put let cut shut aged connected complicated limited dedicated committed
    motivated distressed unsettled unsupported loved cared looked missed"""
)
_BEING = (
    r"(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t"
    r"|(?<=\b[IYWTHSi])['’](?:m|re)|gets?|got)"
)
_BETWEEN = (
    r"(?:\s+(?:not|never|also|now|then|already|still|always|often|just|only|all|both|\w+ly))"
)
_PASSIVE = re.compile(
    rf"\b{_BEING}{_BETWEEN}{{0,2}}\s+(?P<done>\w+ed|{'|'.join(sorted(_IRREGULAR))})\b",
    re.IGNORECASE,
)
_SURELY = re.compile(r"\s+by\s+(?!\d|the end|then|next|now|Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
_AMBIGUOUS = frozenset(
    {"hurt", "loved", "left", "lost", "involved", "concerned", "allowed", "scared"}
)


def passives_in(text: str, spans: Spans = ()) -> Iterator[Stretch]:
    """Each passive where it stands; how somebody feels, as in "is worried", is none."""
    for found in _PASSIVE.finditer(text):
        done = found["done"].lower()
        if done in _NOT_DONE_BY_ANYBODY and not _is_by_somebody(text, found, done):
            continue
        if not touches(spans, found.start(), found.end()):
            yield Stretch(found.start(), found.end(), found.group())


def _is_by_somebody(text: str, found: re.Match[str], done: str) -> bool:
    return done in _AMBIGUOUS and _SURELY.match(text, found.end()) is not None
