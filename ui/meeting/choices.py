"""What can be chosen in a step, as (key, words): people, parts of life, columns, ways."""

from collections.abc import Sequence

from models.form import MeetingForm
from models.people import ROLE_WORDS
from models.review_sheet import ReviewSheet
from models.rules.restrictions import RESTRICTIONS
from models.wishes import WAY_WORDS
from ui.appearance import PANE_FOLDS_FROM_PERCENT, appearance
from ui.language import _

Choices = list[tuple[str, str]]
CHILD = "child"


def columns(form: MeetingForm) -> Choices:
    """The three columns of the map."""
    return [(each.key, _(each.name)) for each in form.columns]


def sorts(form: MeetingForm, column: str) -> Choices:
    """The kinds of answer within one column."""
    found = form.column.get(column)
    return [(key, _(name)) for key, name in found.sorts] if found else []


def life_areas(form: MeetingForm, first: str = "") -> Choices:
    """Every part of life, those spoken of in one step first."""
    areas = sorted(form.areas_offered, key=lambda area: area.step != first)
    return [(area.key, _(area.name)) for area in areas]


def area_name(form: MeetingForm, key: str) -> str:
    """Say what a part of life is called, or nothing."""
    return _(form.area[key].name) if key in form.area else ""


def people(sheet: ReviewSheet, *, with_child: bool = False) -> Choices:
    """The people round the child, those who came first, by the child's own words for them."""
    came = {person.id for person in sheet.who_came}
    ordered = sorted(sheet.people, key=lambda person: person.id not in came)
    child = [(CHILD, sheet.child.called)] if with_child else []
    return child + [(person.id, person.short) for person in ordered]


def ways() -> Choices:
    """The ways in which a child's words reach a review."""
    return [(str(key), _(words)) for key, words in WAY_WORDS.items()]


def roles() -> Choices:
    """What somebody is to the child."""
    return [(str(key), _(words)) for key, words in ROLE_WORDS.items()]


def restriction_words(tags: Sequence[str]) -> str:
    """Say why a note is restricted."""
    for tag in tags:
        if tag in RESTRICTIONS:
            return _("Restricted: {why}").format(why=_(RESTRICTIONS[tag].content))
    return _("Restricted")


def chips_shown(usual: int) -> int:
    """Say how many chips fit before "more": fewer when the text is large."""
    return 3 if appearance().text_size >= PANE_FOLDS_FROM_PERCENT else usual
