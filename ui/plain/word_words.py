"""How words that a child or a council wants are told on the screen."""

from typing import Final

from models.letter_making import PlainWordOnSheet
from models.whose_words import AVOID, EXPLAIN, KEEP, SWAP, way_of
from ui.language import N_, _

WAYS: Final = (
    (SWAP, N_("Say this instead")),
    (EXPLAIN, N_("Say what it means")),
    (AVOID, N_("Never use it")),
    (KEEP, N_("Leave this word as it is")),
)
_SENTENCES: Final = {
    SWAP: N_("{term}: say {instead}"),
    EXPLAIN: N_("{term}: say what it means, {instead}"),
    AVOID: N_("{term}: never use it; what helps is {instead}"),
    KEEP: N_("{term}: leave it as it is"),
}
INSTEAD_LABELS: Final = {
    SWAP: N_("Say instead"),
    EXPLAIN: N_("What it means"),
    AVOID: N_("What to say, or what helps"),
}
WHAT_KEEPING_MEANS: Final = N_(
    "The word stays in letters as it is typed. Nothing is said instead of it, it is not "
    "explained, and nothing is asked about it before a letter goes out."
)


def sentence(word: PlainWordOnSheet) -> str:
    """Say a row of the list as one sentence."""
    said = _(_SENTENCES[way_of(word)])
    return said.format(term=word.term, instead=word.instead)


def way_words(word: PlainWordOnSheet) -> str:
    """Say how a word is treated."""
    return _(dict(WAYS)[way_of(word)])
