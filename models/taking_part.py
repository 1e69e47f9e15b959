"""The ways in which the child took part in one review, kept in step with the answers."""

from typing import Any  # Any: an answer of any kind

from sqlalchemy import select

from models.council import Council
from models.open_review import OpenReview
from models.participation import Participation
from models.record import Refused
from models.rules.participation_questions import Presence, Question
from models.rules.participation_ways import WAYS, Offer, question_of, ways_of

_WAY_OF_A_YES = {
    Question.SPOKE: "spoke",
    Question.SOMEONE_SPOKE: "spoken_for",
    Question.SOMEONE_SPOKE_WHO_CHILD_ASKED: "spoken_for",
}


def answer(review: OpenReview, field: str, value: Any) -> str:
    """Answer one question; the ways follow it. Gives the code, or ""."""
    told = review.participation
    review.answer_participation(field, value)
    if field == Question.WAS_THERE:
        for way in told.ways:
            _answer_with(review, way)
    elif field in Participation.ANSWERS:
        _follow(review, Question(field), yes=bool(value))
    return review.recode()


def tick_way(review: OpenReview, way: str, *, done: bool) -> str:
    """Say that the child took part in this way, or did not; the answers follow. Gives the code.

    Raises: Refused for a way that is not known.
    """
    if way not in WAYS:
        raise Refused("no such way of taking part")
    told = review.participation
    others = [each for each in told.ways if each != way]
    told.ways = [each for each in WAYS if each in others or (done and each == way)]
    if done:
        _answer_with(review, way)
    else:
        _ask_again(review, way)
    return review.recode()


def take_offer(review: OpenReview, offer: Offer, reason: str) -> str:
    """Let the offered code stand, with its reason beside the code worked out."""
    review.answer_participation("override_reason", reason)
    return review.answer_participation("chosen_code", offer.code)


def _answer_with(review: OpenReview, way: str) -> None:
    told = review.participation
    if told.was_there:
        question = question_of(way, Presence(told.was_there), _video_counts(review))
        if question is not None:
            setattr(told, question, True)


def _ask_again(review: OpenReview, way: str) -> None:
    """Take a yes back that no other way stands for; the question is asked again."""
    told = review.participation
    if not told.was_there:
        return
    presence, counts = Presence(told.was_there), _video_counts(review)
    question = question_of(way, presence, counts)
    if question is not None and not any(ways_of(question, told.ways, presence, counts)):
        setattr(told, question, None)


def _follow(review: OpenReview, question: Question, *, yes: bool) -> None:
    """A yes ticks its way; a no takes away every way that says yes."""
    told = review.participation
    if yes:
        ticked = {*told.ways, _WAY_OF_A_YES.get(question, "")}
    else:
        presence = Presence(told.was_there) if told.was_there else Presence.NO
        ticked = set(told.ways)
        ticked -= set(ways_of(question, told.ways, presence, _video_counts(review)))
    ways = [each for each in WAYS if each in ticked]
    if ways != told.ways:
        told.ways = ways


def _video_counts(review: OpenReview) -> bool:
    council = review.session.scalars(select(Council)).first()
    return bool(council and council.video_counts_as_attending)
