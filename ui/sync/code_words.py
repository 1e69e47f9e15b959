"""What the codes of a field are called, each by the table it has elsewhere in the program."""

from collections.abc import Mapping
from typing import Any, Final  # Any: a code may be a text or a number

from letters.bands import BANDS
from letters.languages import LANGUAGES
from letters.looks.type_scale import TYPEFACES
from letters.pictures import PICTURE_SETS
from letters.two_languages import ARRANGEMENTS
from models.convening_on_sheet import ANSWER_WORDS
from models.decision import OUTCOME_WORDS
from models.manager_reply import REPLY_WORDS, Settled
from models.people import ATTENDED_WORDS, ROLE_WORDS
from models.protected import FACT_KIND_WORDS
from models.review import MODE_WORDS
from models.rules.adjourning import ADJOURN_REASONS, MOVE_REASONS
from models.rules.fact_asked import YES_OR_NO
from models.rules.forms import FORMS
from models.rules.legal_status import LEGAL_STATUSES
from models.rules.meeting_steps import MEETING_STEPS
from models.rules.participation_codes import ABSENT_REASONS, PARTICIPATION_CODES
from models.rules.participation_questions import PRESENCE_WORDS
from models.rules.participation_ways import ASKED_BEFORE, CHAIRED_WORDS, WAYS
from models.rules.permanence import ON_TRACK, PERMANENCE_TYPES
from models.rules.placements import PLACEMENTS
from models.rules.recipients import SHARE_WORDS
from models.rules.restrictions import RESTRICTIONS
from models.rules.review_kinds import REVIEW_KINDS
from models.rules.scales import FACES
from models.rules.schedule7 import CONSIDERED_NAMES
from models.rules.telling import TELL_HOW
from models.rules.timescales import TIMESCALES
from models.sending_steps import SENDING_WAY_WORDS
from models.signs import Answered
from models.wishes import WAY_WORDS
from ui.child.facts import LETTER_COLOURS
from ui.child.rules_row import PATH_WORDS
from ui.language import N_
from ui.letter.choosing import TEXT_SIZES
from ui.meeting.made_words import HOUSES, QUESTIONS
from ui.meeting.participation_words import SEEN_ALONE
from ui.meeting.picture_words import PICTURE_WORDS
from ui.plain.word_words import WAYS as WAYS_WITH_WORDS
from ui.send.reply_card import BECAME

_TAGS: Final = {each.tag: each.content for each in RESTRICTIONS.values()}
_STEPS: Final = {key: step.name for key, step in MEETING_STEPS.items()}
CODE_WORDS: Final[Mapping[tuple[str, str], Mapping[Any, str]]] = {
    ("review", "mode"): MODE_WORDS,
    ("review", "kind"): {key: each.name for key, each in REVIEW_KINDS.items()},
    ("review", "tell_how"): TELL_HOW,
    ("review", "permanence_type"): PERMANENCE_TYPES,
    ("review", "permanence_on_track"): ON_TRACK,
    ("review", "plan_agreed"): {"yes": N_("Yes"), "partly": N_("In part"), "no": N_("No")},
    ("review", "see_child_how"): {
        "see": N_("See {name}"),
        "ring": N_("Ring {name}"),
        "video": N_("Video call"),
    },
    ("review", "papers_made"): {
        "": N_("A letter and a record"),
        "letter": N_("A letter only"),
        "record": N_("A record only"),
    },
    ("review", "due_clock"): {key: each.name for key, each in TIMESCALES.items()},
    ("matter_considered", "state"): CONSIDERED_NAMES,
    ("person", "role"): ROLE_WORDS,
    ("person", "send_by"): SENDING_WAY_WORDS,
    ("attendance", "attended"): ATTENDED_WORDS,
    ("decision_progress", "outcome"): OUTCOME_WORDS,
    ("wish", "way"): WAY_WORDS,
    ("wish", "picture"): PICTURE_WORDS,
    ("wish", "step"): _STEPS,
    ("wish", "question"): QUESTIONS,
    ("wish", "column"): HOUSES,
    ("note", "step"): _STEPS,
    ("decision", "picture"): PICTURE_WORDS,
    ("participation", "was_there"): PRESENCE_WORDS,
    ("participation", "chaired"): CHAIRED_WORDS,
    ("participation", "ways"): {key: way.words for key, way in WAYS.items()},
    ("participation", "seen_alone"): dict(SEEN_ALONE),
    ("participation", "chosen_code"): {k: each.label for k, each in PARTICIPATION_CODES.items()},
    ("participation", "pn7_reason"): {each.key: each.words for each in ABSENT_REASONS},
    ("consultation", "way"): ASKED_BEFORE,
    ("sitting", "reason_kind"): {each.key: each.words for each in ADJOURN_REASONS},
    ("rearranged", "why_kind"): {each.key: each.words for each in MOVE_REASONS},
    ("note", "restriction_kinds"): _TAGS,
    ("scale_answer", "face"): {face.key: face.name for face in FACES},
    ("scale_answer", "answered"): {
        Answered.NUMBER: N_("Gave a number"),
        Answered.RATHER_NOT: N_("Would rather not say"),
        Answered.NOT_ASKED: N_("Not asked"),
    },
    ("paper_received", "authorised"): dict(YES_OR_NO),
    ("child", "letter_colour"): dict(LETTER_COLOURS),
    ("child", "legal_status"): {each.code: each.official for each in LEGAL_STATUSES.values()},
    ("child", "placement_code"): PLACEMENTS,
    ("care_period", "path"): PATH_WORDS,
    ("child_letter", "band"): {band: rule.name for band, rule in BANDS.items()},
    ("child_letter", "typeface"): {name: name.partition(" ")[0] for name in TYPEFACES},
    ("child_letter", "text_size"): dict(TEXT_SIZES),
    ("child_letter", "paper"): {"white": N_("White paper"), "cream": N_("Cream paper")},
    ("child_letter", "picture_set"): PICTURE_SETS,
    ("child_letter", "language"): {code: each.name for code, each in LANGUAGES.items()},
    ("child_letter", "arrangement"): ARRANGEMENTS,
    ("plain_word", "mode"): dict(WAYS_WITH_WORDS),
    ("protected_fact", "kind"): FACT_KIND_WORDS,
    ("protected_fact", "tag"): _TAGS,
    ("recipient", "letter"): SHARE_WORDS,
    ("recipient", "decisions"): SHARE_WORDS,
    ("recipient", "record"): SHARE_WORDS,
    ("recipient", "cuts"): _TAGS,
    ("recipient", "way"): SENDING_WAY_WORDS,
    ("manager_reply", "reply"): REPLY_WORDS,
    ("manager_reply", "settled"): {Settled.NOT_YET: N_("Not yet settled"), **BECAME},
    ("invitation", "form"): {key: form.name for key, form in FORMS.items()},
    ("invitation", "invited_way"): SENDING_WAY_WORDS,
    ("invitation", "answer"): ANSWER_WORDS,
    ("returned_form", "way"): SENDING_WAY_WORDS,
}
"""By table and field. `{name}` stands for what the child is called."""
