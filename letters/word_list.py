"""A list of the hard words that were kept, each with plain words for it (L14)."""

from collections.abc import Sequence

from letters.letter import BlockKind, LetterBlock
from letters.plain.glossary import Glossary
from letters.plain.suggestion import Mode
from letters.plain.terms import Term
from letters.writing import Writing
from models.problems import N_

_TOLD_IN_PLACE = frozenset(
    {"advocate", "complaint", "Independent Reviewing Officer", "social worker"}
)


def word_list(writing: Writing, blocks: Sequence[LetterBlock]) -> LetterBlock | None:
    """L14: the terms that want explaining and stand in the letter's own words."""
    if writing.wording.locale.language != "en":  # the glossary is English
        return None
    found = _kept_words(Glossary.of(writing.sheet.making.plain_words), blocks)
    if not found:
        return None
    said = N_("{term}: {meaning}.")
    return LetterBlock(
        "L14",
        BlockKind.WORD_LIST,
        tuple(
            writing.keyed(
                f"word/{form}", said, term=form, meaning=term.plain_words.replace("'", "’")
            )
            for form, term in found.items()
        ),
        heading=writing.wording.say(N_("What some words mean")),
    )


def _kept_words(glossary: Glossary, blocks: Sequence[LetterBlock]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for block in blocks:
        for paragraph in block.every_paragraph():
            ours = " \n ".join(piece.text for piece in paragraph.pieces if not piece.quoted)
            for word in glossary.hard_words(ours):
                if _wants_explaining(word.term) and not word.has_everyday_meaning:
                    found.setdefault(word.form, word.term)
    return found


def _wants_explaining(term: Term) -> bool:
    return (
        term.mode is Mode.EXPLAIN
        and term.term not in _TOLD_IN_PLACE
        and "(" not in term.plain_words
    )
