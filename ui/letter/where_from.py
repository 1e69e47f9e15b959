"""Whether words of the letter can be shown where they come from, and what that is called."""

from dataclasses import replace

from letters.paragraph import Source
from models.letter_needs import TYPED_IN_SETTINGS
from models.review_sheet import ReviewSheet
from ui.language import _
from ui.meeting.step_pages import step_of

_OWN_WORDS = {"note": "words", "decision": "what"}


def own_words_of(source: Source) -> Source:
    """Where the meeting's own words stand that a line of the letter says in other words."""
    if source.field != "letter_words":
        return source
    return replace(source, field=_OWN_WORDS.get(source.table, source.field))


def way_words(source: Source | None, sheet: ReviewSheet) -> str:
    """Name the way to where words come from; nothing where they can be seen nowhere else."""
    if source is None:
        return ""
    if source.table in TYPED_IN_SETTINGS:
        return _("Change it in the settings")
    if not sheet.id:
        return ""
    place = (source.table, source.row_id, source.field)
    return _("Show it in the meeting") if step_of(sheet, place) else ""
