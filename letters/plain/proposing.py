"""How a note or a decision of the record is first said to the child; nothing that is not sure."""

from letters.plain.glossary import Glossary
from letters.plain.protected import quoted
from models.people_on_sheet import ChildOnSheet

_MOST_ROUNDS = 8


def proposed_words(words: str, glossary: Glossary, child: ChildOnSheet) -> str:
    """The words with every sure swap done; words that are quoted stay as they are."""
    names = (child.full_name, child.chosen_name)
    said = words
    for _round in range(_MOST_ROUNDS):
        before, said = said, _swapped(said, glossary, names)
        if said == before:
            return said if _quotes(said) == _quotes(words) else words
    return words


def _swapped(words: str, glossary: Glossary, names: tuple[str, ...]) -> str:
    for each in reversed(glossary.findings(words, names)):
        if each.is_sure and each.mode == "swap":
            words = each.applied(words)
    return words


def _quotes(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted(text)]
