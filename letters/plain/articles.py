"""A or an: which of the two stands before a word, by how it is said."""

import re

_WORD = re.compile(r"[\w'’]+")
_LIKE_YOU = re.compile(r"(?:uni(?!n|m)|use|usu|uk|eu|one\b|once\b|ut[ei])", re.IGNORECASE)
_SILENT = re.compile(r"(?:hour|honest|honour|heir)", re.IGNORECASE)
_VOWELS = frozenset("aeiouAEIOU")
_NAMED_WITH_A_VOWEL = frozenset("AEFHILMNORSX8")  # an "ef", an "aitch", an "eight"
ARTICLES = frozenset({"a", "an"})


def article_for(words: str) -> str:
    """Give "a" or "an" for what comes after it."""
    found = _WORD.search(words)
    return "an" if found and _begins_with_a_vowel(found.group()) else "a"


def in_case_of(article: str, before: str) -> str:
    """An article with a capital where the one before had it."""
    return article.capitalize() if before[:1].isupper() else article


def _begins_with_a_vowel(word: str) -> bool:
    if word.isupper() and len(word) > 1 and len(word) < 4:
        return word[0] in _NAMED_WITH_A_VOWEL
    if _SILENT.match(word) or word[0] == "8":
        return True
    return word[0] in _VOWELS and not _LIKE_YOU.match(word)
