"""When the record is locked, nothing that was looked for stays in memory for speed."""

from models.disclosure import common, folding, forms, matching, passages
from models.disclosure.forgetting import forget_facts
from tests.letters.disclosure.planted.facts import FACTS


def _kept() -> list[int]:
    held = (
        matching.finder, forms.forms_of, folding.fold_word, folding.plain, common.is_word,
        passages.passage_forms,
    )  # fmt: skip
    return [each.cache_info().currsize for each in held]


def test_no_fact_stays_in_memory_once_it_is_forgotten() -> None:
    matching.finder(tuple(FACTS.values())).find("Carys Larkhollow came to 14 Mill Pond Lane.")
    assert all(_kept())
    forget_facts()
    assert not any(_kept())
