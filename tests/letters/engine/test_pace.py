"""A paper that is set breathes again and again, in the thread that was asked to."""

import threading

from letters import papers
from letters.engine.pace import breathe, paced
from models.document_kind import DocumentKind
from tests.letters import sheets


def test_a_letter_breathes_while_it_is_set() -> None:
    breaths: list[None] = []
    with paced(lambda: breaths.append(None)):
        made = papers.paper(sheets.full(), DocumentKind.LETTER, sheets.DATED)
    assert made.rendered.pdf
    assert len(breaths) > 20


def test_nobody_breathes_who_was_not_asked_to() -> None:
    breaths: list[None] = []
    with paced(lambda: breaths.append(None)):
        other = threading.Thread(target=breathe)
        other.start()
        other.join()
    breathe()
    assert breaths == []
