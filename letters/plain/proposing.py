"""How a note or a decision of the record is first said to the child; nothing that is not sure."""

from letters.plain.glossary import Glossary
from letters.plain.protected import quoted
from letters.plain.saying_i import said_by_iro
from letters.plain.saying_you import names_the_child, said_to
from letters.plain.sentences import WORD
from letters.plain.small_words import set_of
from letters.plain.suggestion import Mode, Suggestion
from models.people_on_sheet import ChildOnSheet

_MOST_ROUNDS = 6
_TO_YOU = set_of("you your yours yourself")


def proposed_words(words: str, glossary: Glossary, child: ChildOnSheet) -> str:
    """The words with every sure swap done; words that are quoted stay as they are.

    Said about the child they come to be said to the child, and "the IRO" to be "I", where the
    grammar is sure. Proposing for what was proposed changes nothing more.
    """
    said = words
    for _round in range(_MOST_ROUNDS):
        before, said = said, _once(said, glossary, child)
        if said == before:
            return said if _quotes(said) == _quotes(words) else words
    return words


def _once(words: str, glossary: Glossary, child: ChildOnSheet) -> str:
    said = said_by_iro(said_to(words, child))
    names = tuple(filter(None, (child.full_name, child.chosen_name)))
    for each in reversed(glossary.findings(said, names)):
        if each.is_sure and each.mode is Mode.SWAP and not _mixes_voices(said, each, child):
            said = each.applied(said)
    return said


def _mixes_voices(words: str, suggestion: Suggestion, child: ChildOnSheet) -> bool:
    """Whether words about the child would come to say "you" as well."""
    replaced = {word.lower() for word in WORD.findall(suggestion.replacement)}
    return not _TO_YOU.isdisjoint(replaced) and names_the_child(words, child)


def _quotes(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted(text)]
