"""The words of a text in small letters, as names and pronouns are compared."""

import re

WORD = re.compile(r"\w+(?:['’]\w+)*")


def in_small_letters(text: str) -> list[str]:
    """Each word in its order; one with an apostrophe is one word."""
    return [word.casefold() for word in WORD.findall(text)]
