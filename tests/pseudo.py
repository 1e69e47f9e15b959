"""A made-up language in which everything is twice as long, to find windows that cannot hold it."""

from gettext import NullTranslations


class TwiceAsLong(NullTranslations):
    """Says each sentence twice over; patterns of dates stay as they are."""

    def gettext(self, message: str) -> str:
        """Say it twice."""
        return _twice(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Say the form that goes with the number twice."""
        return _twice(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Say it twice, unless it is a pattern for the program."""
        return message if context == "date pattern" else _twice(message)


def _twice(words: str) -> str:
    return f"{words} {words}" if words.strip() else words
