"""What a review needs about how the child took part, and the code that follows from it."""

from collections.abc import Iterator
from datetime import date

from models.lacking import Lacking, about
from models.problems import N_
from models.review_sheet import ParticipationOnSheet, ReviewSheet, WishOnSheet
from models.rules.participation_codes import fits_age
from models.rules.participation_questions import Answers, CodeResult, Presence, work_out

WITHOUT_VIEWS = frozenset({"PN4", "PN7"})


def participation_code(sheet: ReviewSheet) -> str:
    """The participation code that stands, or that the answers so far lead to, or nothing."""
    told = sheet.participation
    if told is None:
        return participation_result(sheet).code or ""
    if told.chosen_code:
        return told.chosen_code
    if told.suggested_code and _fits_age(sheet, told.suggested_code):
        return told.suggested_code
    return participation_result(sheet).code or ""


def participation_result(sheet: ReviewSheet) -> CodeResult:
    """Where the answers so far lead: a code, or the next question."""
    told = sheet.participation
    answers = Answers()
    if told is not None:
        answers = Answers(
            Presence(told.was_there) if told.was_there else None,
            told.spoke,
            told.someone_spoke,
            told.showed_without_speech,
            told.someone_spoke_who_child_asked,
            told.own_words_reached,
        )
    counts = sheet.council.video_counts_as_attending
    day = _code_day(sheet)
    return work_out(sheet.child.born_on, day, answers, video_counts_as_attending=counts)


def is_coded_for_another_age(sheet: ReviewSheet) -> bool:
    """Whether the code must be worked out again: none was yet, or it no longer fits the age."""
    told = sheet.participation
    codes = (told.suggested_code, told.chosen_code) if told else ()
    is_new = told is None or (not told.suggested_code and bool(participation_result(sheet).code))
    return is_new or any(code and not _fits_age(sheet, code) for code in codes)


def words_against_code(sheet: ReviewSheet) -> bool:
    """Whether the code says that no views were shared, while words of the child are kept.

    Source: domain reference 1.5, questions 3 to 7.
    """
    has_words = any(each.says_something for each in sheet.wishes) or bool(sheet.drawings)
    return has_words and participation_code(sheet) in WITHOUT_VIEWS


def asks_other_reason(sheet: ReviewSheet) -> bool:
    """Whether why no views reached the review is for none of the usual reasons."""
    told = sheet.participation
    is_other = told is not None and told.pn7_reason == "other"
    return is_other and participation_code(sheet) == "PN7"


def may_stand_in_letter(wish: WishOnSheet) -> bool:
    """Whether these words of the child may be in the letter."""
    return wish.in_letter and not wish.private and wish.says_something


def needs_words_for_letter(sheet: ReviewSheet) -> bool:
    """Whether the letter has neither words of the child nor why there are none."""
    return not any(map(may_stand_in_letter, sheet.wishes)) and not sheet.no_words_why.strip()


def has_one_text(sheet: ReviewSheet) -> bool:
    """Whether how a child under four feels is told once, for the record and the letter alike."""
    told = sheet.participation
    known = told.how_known if told else ""
    is_little = participation_code(sheet) == "PN0" and not sheet.wishes
    return is_little and sheet.no_words_why.strip() == known.strip()


def own_words(sheet: ReviewSheet) -> Iterator[Lacking]:
    """What step A2 still needs: the words, the code, and whether they talked alone."""
    if needs_words_for_letter(sheet) and not (has_one_text(sheet) and not _how_known(sheet)):
        words = N_("Write down {name}’s own words, or why there are none")
        if sheet.wishes:
            words = N_("For the letter, without the private words: say how you tried to find out")
        yield Lacking("A2", words, "review", sheet.id, "no_words_why", about(sheet))
    yield from _took_part(sheet, participation_code(sheet))
    if sheet.participation is not None:
        yield from _code_needs(sheet, sheet.participation)


def _took_part(sheet: ReviewSheet, code: str) -> Iterator[Lacking]:
    told = sheet.participation

    def needed(field_name: str, words: str) -> Lacking:
        row_id = told.id if told else ""
        return Lacking("A2", words, "participation", row_id, field_name, about(sheet))

    if not code and not sheet.no_code_why.strip():
        yield needed("code", N_("How {name} took part: answer the questions"))
    elif told is None or not told.was_there:
        yield needed("was_there", N_("Say whether {name} was there"))
    if told is None or not told.seen_alone:
        yield needed("seen_alone", N_("Say whether you talked with {name} alone"))
    if told is not None and told.seen_alone == "no" and not told.seen_alone_why.strip():
        yield needed("seen_alone_why", N_("Say why nobody talked with {name} alone"))
    if told is not None and told.seen_alone == "declined" and told.seen_alone_on is None:
        words = N_("Say when {name} was offered to talk alone, and by whom")
        yield needed("seen_alone_on", words)
    if code == "PN0" and not _how_known(sheet):
        yield needed("how_known", N_("Say how you found out what {name} feels and needs"))


def _code_needs(sheet: ReviewSheet, told: ParticipationOnSheet) -> Iterator[Lacking]:
    def needed(field_name: str, words: str) -> Lacking:
        return Lacking("A2", words, "participation", told.id, field_name, about(sheet))

    if told.chosen_code and not _fits_age(sheet, told.chosen_code):
        yield needed("chosen_code", N_("The code you chose does not fit {name}’s age: look again"))
    elif told.chosen_code and not told.override_reason.strip():
        yield needed("override_reason", N_("Say why you chose another participation code"))
    if participation_code(sheet) == "PN7" and not told.pn7_reason:
        yield needed("pn7_reason", N_("Say why {name}’s views did not reach the review"))
    elif asks_other_reason(sheet) and not told.pn7_why.strip():
        yield needed("pn7_why", N_("Say in words why {name}’s views did not reach the review"))
    if words_against_code(sheet) and not told.override_reason.strip():
        words = N_("{name}’s words are here, and the code says there were none: look again")
        yield needed("override_reason", words)


def _how_known(sheet: ReviewSheet) -> str:
    return sheet.participation.how_known.strip() if sheet.participation else ""


def _fits_age(sheet: ReviewSheet, code: str) -> bool:
    return fits_age(code, sheet.child.born_on, _code_day(sheet))


def _code_day(sheet: ReviewSheet) -> date:
    return sheet.held_on or sheet.booked_on or sheet.child.born_on
