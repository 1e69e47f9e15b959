"""Papers with nothing wrong in them are let go, but for the few alarms that are told."""

from letters.disclosure.checking import check
from models.disclosure.matching import finder
from tests.letters.disclosure.clean.papers import FACTS, PAPERS, clean_papers, sentences

KNOWN_ALARMS = {
    ("grace", "Grace is said before each meal at her grandmother’s."),
    ("may", "Green is the colour that Sam chose for the room."),
    ("church-road", "Church Road is closed until May, so the bus is late."),
}
"""A name, or the protected street, that begins a sentence: no rule can tell these."""


def test_sentences_of_every_day_raise_only_the_alarms_that_are_told() -> None:
    looking = finder(FACTS)
    found = {(each.key, said) for said in sentences() for each in looking.find(said)}
    assert found == KNOWN_ALARMS


def test_real_papers_raise_no_others() -> None:
    assert PAPERS == 100
    begin = {said.split()[0] for _key, said in KNOWN_ALARMS}
    for paper in clean_papers(4):
        hits = check(paper.data, "pdf", paper.name, FACTS)
        assert {hit.found.split()[0] for hit in hits} <= begin
