"""The papers of a review: one way to make them, for the window and for the command line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from letters import child_letter, decisions_sheet, minutes, moment_letter
from letters.correction import correction_of
from letters.decisions_sheet import DecisionsSheet
from letters.engine import warm
from letters.fixed_words import WordsNotChecked, may_go_out
from letters.letter import Letter
from letters.minutes_form import Minutes
from letters.page import all_families
from letters.paragraph import Missing
from letters.pdf import Rendered, render
from letters.pictures import PICTURES
from letters.plain.hard_words import hard_words
from letters.templates.shipped import template_of
from letters.two_languages import Translated, in_two_languages, translated
from letters.wording import Wording, wording
from letters.words_of import words_of
from models.document_kind import DocumentKind
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays

LANGUAGE = "en-GB"


_LOGO = "waymark-logo"
_WARMING_DAY = date(2026, 3, 12)


def make_ready() -> None:
    """Read in idle time what the first paper needs, from its fonts to its working days."""
    say = wording(LANGUAGE)
    dates = (say.full_day(_WARMING_DAY), say.short_day(_WARMING_DAY), say.time("16:04"))
    any(hard_words(" ".join(each.text for each in dates)))
    WorkingDays.of_england_and_wales()
    warm(all_families(), (*sorted(PICTURES), _LOGO))


@dataclass(frozen=True)
class Paper:
    """A letter, minutes or decisions as composed, and as pages."""

    document: Letter | Minutes | DecisionsSheet
    rendered: Rendered

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What it still lacks."""
        return self.document.missing

    @property
    def words(self) -> str:
        """Its plain words."""
        return words_of(self.document)


def compose(
    sheet: ReviewSheet, kind: DocumentKind, today: date, reason: str = ""
) -> Letter | Minutes | DecisionsSheet:
    """The words of one paper; after the first was issued, of its correction."""
    if kind is DocumentKind.DECISIONS:
        correction = correction_of(sheet, kind, reason)
        return decisions_sheet.compose(sheet, wording(LANGUAGE), today, correction)
    if kind is DocumentKind.MINUTES:
        correction = correction_of(sheet, kind, reason)
        return minutes.compose(sheet, wording(LANGUAGE), today, correction)
    return in_two_languages(_composing(sheet, kind, today, reason), sheet)


def for_translator(sheet: ReviewSheet, kind: DocumentKind, today: date) -> Translated:
    """The letter line for line in English and in the language that was chosen for it."""
    composing = _composing(sheet, kind, today)
    return translated(composing(wording(LANGUAGE)), composing, sheet)


def _composing(
    sheet: ReviewSheet, kind: DocumentKind, today: date, reason: str = ""
) -> Callable[[Wording], Letter]:
    """What composes a letter in any language."""
    correction = correction_of(sheet, kind, reason)
    if kind is DocumentKind.LETTER:
        return lambda say: child_letter.compose(sheet, say, today, correction)
    template = template_of(sheet.making)
    return lambda say: moment_letter.compose(sheet, template, say, today, correction)


def paper(
    sheet: ReviewSheet,
    kind: DocumentKind,
    today: date,
    *,
    draft: bool = False,
    reason: str = "",
) -> Paper:
    """One paper of a review, with its pages. A draft shows each gap in its place.

    Raises: LetterHasGaps if a letter that is no draft lacks something; WordsNotChecked if it is
    in another language whose fixed words nobody is said to have checked.
    """
    document = compose(sheet, kind, today, reason)
    made, letter = Paper(document, render(document, draft=draft)), sheet.making.letter
    is_in_another = isinstance(document, Letter) and document.other is not None
    if not draft and is_in_another and not may_go_out(letter.language, letter.words_checked_by):
        raise WordsNotChecked
    return made
