"""How a block or a letter reads, as a band of ages in a few words."""

from letters.plain.reading import Reading
from ui.language import _

OLDEST = 16
FEW_WORDS = 10


def age_words(reading: Reading) -> str:
    """Say the band of ages, a wider one for few words and nothing for none."""
    if not reading.words:
        return ""
    if reading.age >= OLDEST:
        return _("Age {age} or over").format(age=OLDEST)
    if reading.is_enough:
        return _("Age {age} to {next}").format(age=reading.age, next=reading.age + 1)
    first, last = max(reading.age - 1, 5), min(reading.age + 1, OLDEST)
    return _("About age {age} to {next}").format(age=first, next=last)


def is_hard(reading: Reading) -> bool:
    """Whether it reads older than its reader, with words enough to say so."""
    return reading.words >= FEW_WORDS and reading.age > reading.target_age


def whole_words(reading: Reading) -> str:
    """Say how the whole letter reads."""
    if reading.age >= OLDEST:
        return _("Whole letter reads like age {age} or over").format(age=OLDEST)
    words = _("Whole letter reads like age {age} to {next}")
    return words.format(age=reading.age, next=reading.age + 1)
