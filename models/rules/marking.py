"""The mark on words that are kept in a table and translated when they are shown."""


def N_(words: str) -> str:  # noqa: N802 the name that gettext tools collect words by
    """Mark words to be translated when they are shown."""
    return words
