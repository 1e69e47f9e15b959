"""Working out the participation code by asking as few questions as will do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from models.rules.age import is_under_four
from models.rules.marking import N_


class Presence(StrEnum):
    """How the child was there for any part of the review."""

    IN_ROOM = "in_room"
    VIDEO = "video"
    PHONE = "phone"
    NO = "no"


class Question(StrEnum):
    """One question; its value is the answer's name in `Answers`, the first is never asked."""

    UNDER_FOUR = "under_four"
    WAS_THERE = "was_there"
    SPOKE = "spoke"
    SOMEONE_SPOKE = "someone_spoke"
    SHOWED_WITHOUT_SPEECH = "showed_without_speech"
    SOMEONE_SPOKE_WHO_CHILD_ASKED = "someone_spoke_who_child_asked"
    OWN_WORDS_REACHED = "own_words_reached"


@dataclass(frozen=True)
class QuestionWords:
    """A question as it is asked, and what counts as a yes."""

    question: str
    hint: str


QUESTION_WORDS: Mapping[Question, QuestionWords] = MappingProxyType(
    {
        Question.UNDER_FOUR: QuestionWords(
            N_("Was the review before {name}’s fourth birthday?"),
            N_("Worked out from the date of birth."),
        ),
        Question.WAS_THERE: QuestionWords(
            N_("Was {name} there for any part of the review?"),
            N_("Coming to one part of a series counts as being there."),
        ),
        Question.SPOKE: QuestionWords(
            N_("Did {name} say any of their views themselves?"),
            N_("Out loud, or by reading out what they had written."),
        ),
        Question.SOMEONE_SPOKE: QuestionWords(
            N_("Did someone speak up for {name}, because {name} wanted them to?"),
            N_("An advocate, the IRO, or a person {name} chose."),
        ),
        Question.SHOWED_WITHOUT_SPEECH: QuestionWords(
            N_("Did {name} show their views without speech?"),
            N_(
                "Signs, symbols, pictures, objects, a talking aid, or gestures that the people "
                "who know them can read."
            ),
        ),
        Question.SOMEONE_SPOKE_WHO_CHILD_ASKED: QuestionWords(
            N_("Did someone {name} had talked to speak for them?"),
            N_("An advocate, the IRO who met or rang {name}, or a person {name} asked."),
        ),
        Question.OWN_WORDS_REACHED: QuestionWords(
            N_("Did {name}’s own words or marks reach the review?"),
            N_(
                "A form, letter, text, email, drawing, recording, an app such as Mind of My Own "
                "or Viewpoint, or a call to the chair."
            ),
        ),
    }
)
PRESENCE_WORDS: Mapping[Presence, str] = MappingProxyType(
    {
        Presence.IN_ROOM: N_("Yes, in the room"),
        Presence.VIDEO: N_("By live video"),
        Presence.PHONE: N_("By phone"),
        Presence.NO: N_("No"),
    }
)
UNDER_FOUR_PROMPT = N_("How did you find out what {name} feels and needs?")
ASKED_FOR: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "who_spoke": frozenset({"PN2", "PN5"}),
        "how_known": frozenset({"PN0"}),
        "pn7_reason": frozenset({"PN7"}),
    }
)


@dataclass(frozen=True)
class Answers:
    """What is known so far; None is not yet asked."""

    was_there: Presence | None = None
    spoke: bool | None = None
    someone_spoke: bool | None = None
    showed_without_speech: bool | None = None
    someone_spoke_who_child_asked: bool | None = None
    own_words_reached: bool | None = None


@dataclass(frozen=True)
class Answered:
    """One answer on the way to the code."""

    question: Question
    answer: Presence | bool


@dataclass(frozen=True)
class CodeResult:
    """Either the code, or the next question to ask; and the answers that led there."""

    code: str | None
    next_question: Question | None
    because: tuple[Answered, ...]


_Branch = tuple[tuple[tuple[Question, str], ...], str]

_ATTENDING: _Branch = (
    (
        (Question.SPOKE, "PN1"),
        (Question.SOMEONE_SPOKE, "PN2"),
        (Question.SHOWED_WITHOUT_SPEECH, "PN3"),
    ),
    "PN4",
)
_REMOTE: _Branch = (
    (
        (Question.SOMEONE_SPOKE_WHO_CHILD_ASKED, "PN5"),
        (Question.SPOKE, "PN6"),
        (Question.OWN_WORDS_REACHED, "PN6"),
    ),
    "PN7",
)
_ABSENT: _Branch = (
    (
        (Question.SOMEONE_SPOKE_WHO_CHILD_ASKED, "PN5"),
        (Question.OWN_WORDS_REACHED, "PN6"),
    ),
    "PN7",
)


def work_out(
    born_on: date, review_on: date, answers: Answers, video_counts_as_attending: bool = False
) -> CodeResult:
    """Give the code that the answers lead to, or the question still to ask.

    A phone call is sending views, as the official wording has it; live video is too,
    unless the council counts it as attending.

    Source: participation_codes.SOURCE; the order of the codes decides where several fit.
    """
    if is_under_four(born_on, review_on):
        return CodeResult("PN0", None, (Answered(Question.UNDER_FOUR, True),))
    if answers.was_there is None:
        return CodeResult(None, Question.WAS_THERE, ())
    first = Answered(Question.WAS_THERE, answers.was_there)
    return _follow(_branch(answers.was_there, video_counts_as_attending), answers, first)


def asks(field: str, code: str) -> bool:
    """Say whether a code asks for this; what was answered for another code is no answer."""
    return code in ASKED_FOR[field]


def questions_asked(result: CodeResult) -> Iterator[Question]:
    """Give the questions that a window shows: those answered, the presence, then the next."""
    for answered in result.because:
        yield answered.question
    if result.code == "PN0":
        yield Question.WAS_THERE
    if result.next_question is not None:
        yield result.next_question


def _branch(was_there: Presence, video_counts_as_attending: bool) -> _Branch:
    if was_there is Presence.NO:
        return _ABSENT
    if was_there is Presence.IN_ROOM:
        return _ATTENDING
    if was_there is Presence.VIDEO and video_counts_as_attending:
        return _ATTENDING
    return _REMOTE


def _follow(branch: _Branch, answers: Answers, first: Answered) -> CodeResult:
    steps, otherwise = branch
    because: tuple[Answered, ...] = (first,)
    for question, code in steps:
        answer: bool | None = getattr(answers, question)
        if answer is None:
            return CodeResult(None, question, because)
        because = (*because, Answered(question, answer))
        if answer:
            return CodeResult(code, None, because)
    return CodeResult(otherwise, None, because)
