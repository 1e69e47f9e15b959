"""Plain words: one paragraph looked through after each key, with every kind of finding in it."""

from collections.abc import Iterator
from itertools import count

from letters.bands import BANDS, Band
from letters.plain import spelling
from letters.plain.checking import check_paragraph
from letters.plain.glossary import Glossary
from tests.benchmarks.timing import Figure, alone

MOST_MS = 20
NAMES = ("Samantha Larkhollow", "Sam", "Samir Oakenshaw", "Nana Bea", "Jo Brambleden")
PARAGRAPH = (
    "The LAC review was held at home and it was decided that the placement will be reviewed by "
    "the SENDIASS team, because the local authority and the foster carer failed to agree about "
    "contact. You told me “my placement is good and I love my dog”. Samir will ring Nana Bea on "
    "Monday 14 December. Your placment at 12 Mill Pond Lane is good, and you have your own room "
    "with a blue door. I am proud of how you spoke up for what you want. The advocate will come "
    "to see you at school, and the virtual school will write your PEP. Your social worker is "
    "worried about safeguarding. You like football, art and the long walk to the sea with Jo, so "
    "we agreed {number}."
)


def figures(repeats: int) -> Iterator[Figure]:
    """The figure of one paragraph, changed each time as by a key."""
    spelling.make_ready()
    glossary, turn = Glossary.of(), count()

    def check() -> None:
        text = PARAGRAPH.format(number=next(turn))
        if not check_paragraph(text, BANDS[Band.B], glossary, NAMES):
            raise RuntimeError("nothing was found in a paragraph full of hard words")

    words = len(PARAGRAPH.split())
    yield alone(f"plain words in a paragraph of {words} words", check, MOST_MS, 10 * repeats)
