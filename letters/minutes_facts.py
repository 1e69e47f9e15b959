"""The head of the minutes: when, where and how, and the facts of the child (About)."""

from datetime import date

from letters.adult_words import MODES
from letters.minutes_form import Fact
from letters.minutes_parts import when_and_where
from letters.minutes_writing import VERSION, MinutesWriting
from letters.paragraph import Paragraph, Source
from letters.writing import Gap
from models.day_checks import held_late
from models.next_due import is_last_review
from models.problems import N_
from models.review_sheet import ReviewSheet
from models.rules.age import age_on
from models.rules.legal_status import LEGAL_STATUSES
from models.rules.participation_codes import PARTICIPATION_CODES
from models.rules.review_clock import ReviewPath
from models.rules.review_kinds import is_short_breaks
from models.rules.working_days import WorkingDays

_ADOPTION_SINCE: dict[str, str] = {
    ReviewPath.AUTHORISED: N_("May be placed for adoption since"),
    ReviewPath.PLACED_FOR_ADOPTION: N_("Placed for adoption"),
}


def subtitle(writing: MinutesWriting) -> str:
    """The number of the review, its day and its place."""
    sheet = writing.sheet
    say = writing.wording.say
    if not sheet.sittings:
        return say(N_("Review {number}"), number=sheet.number)
    if len(sheet.sittings) > 1:
        first, last = sheet.sittings[0], sheet.sittings[-1]
        return say(
            N_("Review {number}, in {count} parts, from {first} to {last}"),
            number=sheet.number,
            count=len(sheet.sittings),
            first=writing.wording.plain_date(first.held_on),
            last=writing.wording.plain_date(last.held_on),
        )
    when = when_and_where(writing, sheet.sittings[0])
    return say(N_("Review {number}, {when}"), number=sheet.number, when=when)


def subtitle_source(writing: MinutesWriting) -> Source | None:
    """Where the place that the subtitle names is written; nothing where it names none."""
    sittings = writing.sheet.sittings
    return Source("sitting", sittings[0].id, "place") if len(sittings) == 1 else None


def facts(writing: MinutesWriting) -> tuple[tuple[Fact, ...], ...]:
    """The three columns of the facts box."""
    return (_about_child(writing), _about_clocks(writing), _about_service(writing))


def _about_child(writing: MinutesWriting) -> tuple[Fact, ...]:
    sheet, child, say = writing.sheet, writing.sheet.child, writing.wording.say
    in_words = writing.wording.plain_date
    on = sheet.held_on or writing.dated
    born = writing.line(
        N_("{date} ({years})"), date=in_words(child.born_on), years=_years(writing, on)
    )
    found = [Fact(say(N_("Born")), born)]
    if sheet.care_began_on is not None:
        since = writing.line("{date}", date=in_words(sheet.care_began_on))
        found.append(Fact(say(_since_label(sheet)), since))
    took_over = _ADOPTION_SINCE.get(sheet.care_path)
    if took_over is not None and sheet.care_path_since is not None:
        day = writing.line("{date}", date=in_words(sheet.care_path_since))
        found.append(Fact(say(took_over), day))
    found.append(Fact(say(N_("Legal status")), _legal_status(writing)))
    if child.lives_with.strip():
        found.append(Fact(say(N_("Home")), _home(writing)))
    return tuple(found)


def _since_label(sheet: ReviewSheet) -> str:
    """A child in short breaks is not looked after, so the time in care is not called that.

    Source: Care Planning Regulations 2010, reg 48; SSDA903 codes V3 and V4.
    """
    status = LEGAL_STATUSES.get(sheet.child.legal_status)
    is_looked_after = status is None or status.counts_as_looked_after
    if is_short_breaks(sheet.kind) or not is_looked_after:
        return N_("Short breaks since")
    return N_("In care since")


def _years(writing: MinutesWriting, on: date) -> str:
    age = age_on(writing.sheet.child.born_on, on)
    return "".join(
        piece.text for piece in writing.wording.ngettext("{count} year", "{count} years", age)
    )


def _home(writing: MinutesWriting) -> Paragraph:
    child = writing.sheet.child
    if child.lives_there_since is None:
        return writing.plain(child.lives_with, "child", child.id, "lives_with")
    since = writing.wording.plain_date(child.lives_there_since)
    source, home = Source("child", child.id, "lives_with"), child.lives_with.strip()
    return writing.say(N_("{home}, since {date}"), source, home=home, date=since)


def _legal_status(writing: MinutesWriting) -> Paragraph:
    child = writing.sheet.child
    status = LEGAL_STATUSES.get(child.legal_status)
    if status is None:
        where = Gap("child", "legal_status", "", child.id)
        return writing.lacking("about", N_("Give {name}’s legal status"), where)
    if child.legal_status_from is None:
        return writing.line(N_("{status} ({code})"), status=status.official, code=status.code)
    return writing.line(
        N_("{status} ({code}), since {date}"),
        status=status.official,
        code=status.code,
        date=writing.wording.plain_date(child.legal_status_from),
    )


def _about_clocks(writing: MinutesWriting) -> tuple[Fact, ...]:
    sheet, say = writing.sheet, writing.wording.say
    kind = writing.line(sheet.form.kind_name(sheet.kind))
    found = [Fact(say(N_("Kind of review")), kind), Fact(say(N_("Due by")), _due(writing))]
    next_on = _next_review(writing)
    if next_on is not None:
        found.append(Fact(say(N_("Next review")), next_on))
    found.append(Fact(say(N_("Took part")), _took_part(writing)))
    mode = MODES.get(sheet.mode)
    if mode:
        found.append(Fact(say(N_("Held")), writing.line(mode)))
    return tuple(found)


def _next_review(writing: MinutesWriting) -> Paragraph | None:
    sheet, why = writing.sheet, writing.sheet.no_next_review_why.strip()
    if sheet.next_review_on is not None:
        day = writing.wording.plain_date(sheet.next_review_on)
        return writing.line("{date}", date=day)
    source = writing.of_review("no_next_review_why")
    if is_last_review(sheet):
        return writing.say(N_("None: this was the last review"), source)
    if not why:
        return None
    return writing.say(N_("No day yet, because: {why}"), source, why=why)


def _due(writing: MinutesWriting) -> Paragraph:
    sheet = writing.sheet
    if sheet.due_on is None or sheet.held_on is None:
        where = Gap("review", "held_on", "A1")
        return writing.lacking("about", N_("Say when the review was due and held"), where)
    due = writing.wording.plain_date(sheet.due_on)
    if held_late(sheet, WorkingDays.of_england_and_wales()):
        return writing.line(N_("{date}, held late"), date=due)
    return writing.line(N_("{date}, in time"), date=due)


def _took_part(writing: MinutesWriting) -> Paragraph:
    code, why = PARTICIPATION_CODES.get(writing.code), writing.sheet.no_code_why.strip()
    if code is None and why:
        source = writing.of_review("no_code_why")
        return writing.say(N_("No code yet, because: {why}"), source, why=why)
    if code is None:
        where = Gap("participation", "was_there", "A2")
        return writing.lacking("about", N_("Say how {name} took part"), where)
    label = writing.wording.say(code.label)
    return writing.line(N_("{code}: {label}"), code=code.code, label=label)


def _about_service(writing: MinutesWriting) -> tuple[Fact, ...]:
    sheet, say = writing.sheet, writing.wording.say
    found = [Fact(say(N_("Chair")), _chair(writing))]
    if sheet.child.social_worker.strip():
        worker = writing.plain(sheet.child.social_worker, "child", sheet.child.id, "social_worker")
        found.append(Fact(say(N_("Social worker")), worker))
    version = writing.correction.version if writing.correction else 1
    said = N_("{number}, final") if sheet.finalised_on else "{number}"
    found.append(Fact(say(VERSION), writing.line(said, number=version)))
    if sheet.child.identifier.strip():
        number = writing.plain(sheet.child.identifier, "child", sheet.child.id, "identifier")
        found.append(Fact(say(N_("Case number")), number))
    return tuple(found)


def _chair(writing: MinutesWriting) -> Paragraph:
    chair = writing.sheet.chair
    if chair.name.strip():
        return writing.plain(chair.name, "staff_member", chair.id, "name")
    where = Gap("staff_member", "name", "", chair.id)
    return writing.lacking("about", N_("Say who chaired the review"), where)
