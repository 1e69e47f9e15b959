"""Whether the letter may go out as it stands: agreed, in the right language and form, in time."""

from collections.abc import Iterator

from letters.bands import BANDS, Band
from letters.checks.concern import Checked, Concern
from letters.fixed_words import may_go_out
from letters.languages import language_of
from letters.paragraph import Source
from models.document_kind import DocumentKind
from models.problems import N_
from models.rules.finalising import standing_of_decisions
from models.rules.timescale import limit
from models.rules.timescales import LETTER_SENT, MANAGER_REPLIES
from models.rules.working_days import BeyondCalendar

_ENGLISH = "english"
_TRANSLATION = "letter_translation"
_NOT_COUNTED = frozenset({"L1", "L12", "L13", "L14", "L15", "aloud", "carer"})
_ASKED_FOR = (
    (("large", "bigger", "big print"), "large",
     N_("{name} asked for large print, and this is in the usual size")),
    (("easy read", "easyread", "makaton", "widgit", "symbols"), "easy",
     N_("{name} asked for Easy Read or symbols, and this is another design")),
    (("picture",), "pictures", N_("{name} asked for pictures, and this has none")),
    (("cream", "yellow paper", "tinted"), "cream",
     N_("{name} asked for cream paper, and this is on white")),
    (("post", "letterbox", "envelope"), "post",
     N_("{name} asked for the letter by post, and this has no address")),
)  # fmt: skip


def agreed(checked: Checked) -> Iterator[Concern]:
    """Decisions that the manager objects to, or can still query or object to (T32)."""
    sheet = checked.sheet
    if not checked.letter.tells_decisions:
        return
    if not sheet.decisions or sheet.completed_on is None:
        return
    standing = standing_of_decisions(sheet, checked.today, checked.calendar)
    if told := [each for each in sheet.decisions if each.id in standing.disputed]:
        said = N_("The manager objects to what is decided, and the letter says it is not yet: {n}")
        yield Concern("objects", "agreed", said, {"n": str(len(told))}, "L7")
        return
    if standing.others_stand:
        return
    written = standing.sent_on or sheet.completed_on
    try:
        last_day = limit(MANAGER_REPLIES, written, checked.calendar)
    except BeyondCalendar:
        return
    if checked.today <= last_day:
        said = N_("The manager has not agreed the decisions yet, and can until {day}")
        day = f"{last_day.day} {last_day:%B %Y}"
        yield Concern("agreed", "agreed", said, {"day": day}, "L7")


def in_time(checked: Checked) -> Iterator[Concern]:
    """A letter later than the limit after its review (T37)."""
    sheet = checked.sheet
    is_out = sheet.latest_document(DocumentKind.LETTER) is not None
    if sheet.completed_on is None or checked.letter.kind != "letter" or is_out:
        return
    try:
        last_day = limit(LETTER_SENT, sheet.completed_on, checked.calendar)
    except BeyondCalendar:
        return
    if checked.today > last_day:
        said = N_("The meeting was more than {days} working days ago. Say sorry, and why")
        yield Concern("late", "late", said, {"days": str(LETTER_SENT.length)}, "L3")


def language(checked: Checked) -> Iterator[Concern]:
    """A child whose first language is another, and a letter in English only."""
    child, chosen = checked.sheet.child, checked.sheet.making.letter.language
    first = child.first_language.strip()
    if not first or _ENGLISH in first.casefold() or not chosen.casefold().startswith("en"):
        return
    said = N_("{name}’s first language is {language}, and this letter is in English only")
    source = Source("child_letter", checked.sheet.making.letter.id, "language")
    yield Concern("language", "language", said, {"name": child.called, "language": first},
                  source=source)  # fmt: skip


def unchecked_words(checked: Checked) -> Iterator[Concern]:
    """Fixed words that no translator has checked, unless it is said who checked them."""
    letter = checked.sheet.making.letter
    if not may_go_out(letter.language, letter.words_checked_by):
        name = language_of(letter.language).name
        said = N_("No translator has checked the fixed words in {language}. Say who has")
        yield Concern("unchecked", "unchecked", said, {"language": name},
                      source=Source("child_letter", letter.id, "words_checked_by"),
                      can_be_set_aside=False)  # fmt: skip


def untranslated(checked: Checked) -> Iterator[Concern]:
    """Lines of a letter in another language that have no words in it, or not of this English."""
    other = checked.letter.other
    lines = [gap for gap in other.missing if gap.table == _TRANSLATION] if other else []
    if other and lines:
        name = language_of(other.language).name
        said = N_("Lines of the letter that have no words in {language} yet: {count}")
        first = lines[0]
        yield Concern("untranslated", "untranslated", said,
                      {"language": name, "count": str(len(lines))},
                      source=Source(_TRANSLATION, first.row_id, first.field),
                      can_be_set_aside=False)  # fmt: skip


def asked_for(checked: Checked) -> Iterator[Concern]:
    """How the child wanted their letters, where this one is not so."""
    child, setting = checked.sheet.child, checked.letter.setting
    wishes = f"{child.letter_wishes} {child.communication}".casefold()
    is_so = {
        "large": setting.text_size != "usual",
        "easy": checked.letter.band is Band.E,
        "pictures": setting.with_pictures,
        "cream": setting.is_cream,
        "post": bool(setting.address),
    }
    for words, key, said in _ASKED_FOR:
        if any(word in wishes for word in words) and not is_so[key]:
            yield Concern(f"asked/{key}", "asked_for", said, {"name": child.called})


def length(checked: Checked) -> Iterator[Concern]:
    """More words than the band has, or fewer."""
    rule = BANDS[checked.letter.band]
    count = sum(len(line.ours.split()) for line in checked.lines if line.block not in _NOT_COUNTED)
    least, most = rule.words
    given = {"count": str(count), "least": str(least), "most": str(most)}
    if count > most:
        said = N_("The letter has {count} words. Fewer than {most} are easier to read")
        yield Concern(f"length/{count}", "length", said, given)
    elif count < least and checked.letter.kind == "letter":
        said = N_("The letter has only {count} words. Most have at least {least}")
        yield Concern(f"length/{count}", "length", said, given)
