"""Answering the facts of a review."""

from datetime import date

from models.considered import StepFact
from models.facts_on_sheet import EMPTY, Answer, field_of
from models.one_of_review import one_of_review
from models.open_review import OpenReview
from models.record import Refused
from models.rules.fact_asked import FactAsked, FactKind
from models.rules.step_facts import STEP_FACTS


def put_fact(review: OpenReview, key: str, answer: Answer, row_id: str = "") -> str:
    """Answer one fact; answering again corrects it. Gives the id of its record.

    `row_id` is the id that a new record is to have.

    Raises: Refused for a fact that is not known, or an answer that is not one of its kind.
    """
    asked = STEP_FACTS.get(key)
    if asked is None:
        raise Refused("there is no such fact")
    field = field_of(asked)
    value = EMPTY[field] if answer is None else answer
    _check(asked, value)
    held = one_of_review(review, StepFact, row_id, fact=key)
    if getattr(held, field) != value:
        setattr(held, field, value)
    review.session.flush()
    return held.id


def _check(asked: FactAsked, value: Answer) -> None:
    if asked.kind is FactKind.DATE:
        fits = value is None or isinstance(value, date)
    elif asked.answers:
        fits = value == "" or value in asked.answer_words
    else:
        fits = isinstance(value, str)
    if not fits:
        raise Refused(f"that does not answer the fact {asked.key}")
