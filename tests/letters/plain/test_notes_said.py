"""A hundred notes and decisions as they are written, and what each becomes; read one by one."""

from pathlib import Path

import pytest

from letters.plain.glossary import Glossary
from letters.plain.proposing import proposed_words
from letters.who_does_it import doing_of
from tests.letters import sheets
from tests.letters.plain.words import SAM

_LINES = (Path(__file__).parent / "notes_said.txt").read_text(encoding="utf-8").splitlines()[1:]
SAID = [tuple(part.strip() for part in line.split("|")) for line in _LINES]
SHIPPED = Glossary.of()


def test_there_are_a_hundred() -> None:
    assert len(SAID) >= 100


@pytest.mark.parametrize(("written", "who", "said"), SAID)
def test_a_note_becomes(written: str, who: str, said: str) -> None:
    doing = doing_of(sheets.full(), sheets.decision(1, written, who, None))
    found = proposed_words(written, SHIPPED, SAM, doing)
    assert found == (written if said == "=" else said)
    assert proposed_words(found, SHIPPED, SAM, doing) == found
