"""The ways in which a child takes part, several in one review, and what each counts as."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.rules.marking import N_
from models.rules.participation_questions import Presence, Question

SOURCE = "SSDA903, Method of participation; several ways: the first code that fits"
ALL, PART = "all", "part"  # of the review the child chaired


@dataclass(frozen=True)
class WayOfTakingPart:
    """One way, with the question it answers for a child who was there, and who was not."""

    key: str
    words: str
    there: Question | None
    away: Question | None


@dataclass(frozen=True)
class Offer:
    """Another code that may be right, for the chair to choose; `reason` has {name} in it."""

    code: str
    reason: str


_SENT = Question.OWN_WORDS_REACHED
_SHOWED = Question.SHOWED_WITHOUT_SPEECH
TALKING_AID = "talking_aid"
WAYS: Mapping[str, WayOfTakingPart] = MappingProxyType(
    {
        each.key: each
        for each in (
            WayOfTakingPart("spoke", N_("Said it themselves"), Question.SPOKE, None),
            WayOfTakingPart(
                "spoken_for",
                N_("Asked someone to say it"),
                Question.SOMEONE_SPOKE,
                Question.SOMEONE_SPOKE_WHO_CHILD_ASKED,
            ),
            WayOfTakingPart("symbols", N_("Signs, pictures or objects"), _SHOWED, _SENT),
            WayOfTakingPart(TALKING_AID, N_("A talking aid with a voice"), _SHOWED, _SENT),
            WayOfTakingPart("drawing", N_("A drawing, such as three houses"), _SHOWED, _SENT),
            WayOfTakingPart("form", N_("A form or booklet"), None, _SENT),
            WayOfTakingPart("message", N_("A letter, text or email"), None, _SENT),
            WayOfTakingPart("recording", N_("A recording"), None, _SENT),
            WayOfTakingPart("app", N_("An app, such as Mind of My Own"), None, _SENT),
            WayOfTakingPart("call", N_("A call to the chair"), None, _SENT),
        )
    }
)
ASKED_BEFORE: Mapping[str, str] = MappingProxyType(
    {
        "met_iro": N_("Met or talked with the IRO"),
        "declined": N_("Was asked to meet the IRO, and did not want to"),
        "advocate": N_("Talked with an advocate"),
        "social_worker": N_("Talked with the social worker"),
        "carer": N_("Talked with a carer"),
        "school": N_("Talked with someone at school"),
        "form": N_("Filled in a form or booklet"),
        "app": N_("Used an app, such as Mind of My Own"),
        "seen": N_("Was seen at play or with carers"),
        "other": N_("Another way"),
    }
)
CHAIRED_WORDS: Mapping[str, str] = MappingProxyType(
    {ALL: N_("Yes, all of it"), PART: N_("Yes, a part of it"), "": N_("No")}
)


def question_of(way: str, presence: Presence, video_counts_as_attending: bool) -> Question | None:
    """The question that this way answers with a yes, or none."""
    known = WAYS.get(way)
    if known is None:
        return None
    if is_there(presence, video_counts_as_attending):
        return known.there
    if way == "spoke" and presence is not Presence.NO:
        return Question.SPOKE
    return known.away


def is_there(presence: Presence, video_counts_as_attending: bool) -> bool:
    """Whether the child counts as attending."""
    by_video = presence is Presence.VIDEO and video_counts_as_attending
    return presence is Presence.IN_ROOM or by_video


def ways_of(
    question: Question, ways: Collection[str], presence: Presence, video_counts_as_attending: bool
) -> Iterator[str]:
    """Those of these ways that answer this question."""
    for way in ways:
        if question_of(way, presence, video_counts_as_attending) is question:
            yield way


def offered(code: str, chaired: str, ways: Collection[str]) -> Offer | None:
    """The code that a chair may well choose in place of the one worked out.

    Source: domain reference 1.5: a child who chairs speaks; a talking aid with a voice is PN3
    by the wording, and PN1 is offered.
    """
    if code in {"PN2", "PN3", "PN4"} and chaired in {ALL, PART}:
        return Offer("PN1", N_("{name} chaired some of the review, and so spoke for themselves."))
    if code == "PN3" and TALKING_AID in ways:
        return Offer("PN1", N_("{name} spoke with a talking aid that has a voice."))
    return None
