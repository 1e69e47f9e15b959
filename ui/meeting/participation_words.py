"""How taking part is asked about and explained, with the child's name in it."""

from models.review_sheet import ReviewSheet
from models.rules.participation_questions import PRESENCE_WORDS, CodeResult, Presence, Question
from ui.language import N_, _

QUESTIONS = {
    Question.WAS_THERE: N_("Was {name} there for any part of the review?"),
    Question.SPOKE: N_("Did {name} say any of their views themselves?"),
    Question.SOMEONE_SPOKE: N_("Did someone speak up for {name}, because {name} wanted them to?"),
    Question.SHOWED_WITHOUT_SPEECH: N_("Did {name} show their views without speech?"),
    Question.SOMEONE_SPOKE_WHO_CHILD_ASKED: N_("Did someone {name} had talked to speak for them?"),
    Question.OWN_WORDS_REACHED: N_("Did {name}’s own words or marks reach the review?"),
}
YES, NO = "yes", "no"

_THERE = "there"
_VIDEO = "video"
_PHONE = "phone"
_AWAY = "away"

_BECAUSE = {
    ("PN1", _THERE): N_("Because {name} was in the room and said some of their views themselves."),
    ("PN1", _VIDEO): N_(
        "Because {name} was there by live video, which this council counts as attending, and "
        "said some of their views themselves."
    ),
    ("PN2", _THERE): N_("Because {name} was in the room and someone spoke up for them."),
    ("PN2", _VIDEO): N_("Because {name} was there by live video and someone spoke up for them."),
    ("PN3", _THERE): N_("Because {name} was in the room and showed their views without speech."),
    ("PN3", _VIDEO): N_(
        "Because {name} was there by live video and showed their views without speech."
    ),
    ("PN4", _THERE): N_("Because {name} was in the room and did not share views in any way."),
    ("PN4", _VIDEO): N_(
        "Because {name} was there by live video and did not share views in any way."
    ),
    ("PN5", _AWAY): N_(
        "Because {name} was not there and someone they had talked to spoke for them."
    ),
    ("PN5", _VIDEO): N_("Because {name} joined by video and someone they asked spoke for them."),
    ("PN5", _PHONE): N_("Because {name} joined by phone and someone they asked spoke for them."),
    ("PN6", _AWAY): N_("Because {name} was not there and their own words or marks were."),
    ("PN6", _VIDEO): N_(
        "Because {name} shared their views by video: the national wording counts that as sending "
        "views."
    ),
    ("PN6", _PHONE): N_(
        "Because {name} shared their views by phone: the national wording counts that as sending "
        "views."
    ),
    ("PN7", _AWAY): N_("Because {name} was not there and none of their views reached the review."),
    ("PN7", _VIDEO): N_(
        "Because {name} joined by video and none of their views reached the review."
    ),
    ("PN7", _PHONE): N_(
        "Because {name} joined by phone and none of their views reached the review."
    ),
}

ALSO = (
    ("chose_where_and_when", N_("Chose where and when")),
    ("chose_guests", N_("Chose who was invited")),
)
SEEN_ALONE = (
    ("yes", N_("Yes")),
    ("declined", N_("They did not want to")),
    ("not_right", N_("Not right for their age")),
    ("no", N_("No")),
)


def because(result: CodeResult, name: str) -> str:
    """Say in one sentence why this code was worked out."""
    if result.code == "PN0":
        return _("Because {name} was under 4 on the day of the review.").format(name=name)
    presence = result.because[0].answer if result.because else Presence.NO
    places = {Presence.IN_ROOM: _THERE, Presence.VIDEO: _VIDEO, Presence.PHONE: _PHONE}
    place = places.get(presence, _AWAY) if isinstance(presence, Presence) else _AWAY
    return _(_BECAUSE[(result.code or "", place)]).format(name=name)


def answers(question: Question) -> list[tuple[str, str]]:
    """What can be answered, as (key, words)."""
    if question is Question.WAS_THERE:
        return [(str(key), _(words)) for key, words in PRESENCE_WORDS.items()]
    return [(YES, _("Yes")), (NO, _("No"))]


def answered(sheet: ReviewSheet, question: Question) -> str:
    """Give the key of the answer to a question, or nothing."""
    told = sheet.participation
    value = getattr(told, question) if told is not None else None
    if question is Question.WAS_THERE:
        return str(value or "")
    return {True: YES, False: NO}.get(value, "")  # type: ignore[arg-type]  # None gives nothing
