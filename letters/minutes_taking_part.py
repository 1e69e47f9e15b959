"""The minutes of how the child took part: seen alone, spoken for, chairing, asked before."""

from collections.abc import Iterator

from letters.minutes_writing import MinutesWriting
from letters.paragraph import Paragraph, Source
from letters.writing import Gap
from models.agenda import asks_other_reason
from models.problems import N_
from models.review_sheet import ConsultationOnSheet, ParticipationOnSheet
from models.rules.participation_codes import ABSENT_REASONS
from models.rules.participation_ways import ASKED_BEFORE, WAYS

_ABSENT = {reason.key: reason.words for reason in ABSENT_REASONS}
_SPOKEN_FOR = frozenset({"PN2", "PN5"})
_CHAIRED = {
    "all": N_("{name} chaired the review."),
    "part": N_("{name} chaired part of the review."),
}


def how_the_child_took_part(writing: MinutesWriting) -> list[Paragraph]:
    """What stands below the child's own words; a gap where nothing is known yet."""
    told = writing.sheet.participation
    if told is None:
        where = Gap("participation", "seen_alone", "A2")
        return [writing.lacking("voice", N_("Say whether {name} was seen alone"), where)]
    alone = [_seen_alone(writing, told), *_offered_alone(writing, told)]
    return [*alone, *_known(writing, told), *_beside_the_code(writing, told)]


def _known(writing: MinutesWriting, told: ParticipationOnSheet) -> Iterator[Paragraph]:
    is_said_already = not writing.wishes and told.how_known == writing.sheet.no_words_why
    if writing.code == "PN0" and told.how_known.strip() and not is_said_already:
        yield writing.plain(told.how_known, "participation", told.id, "how_known")
    if writing.code in _SPOKEN_FOR and told.who_spoke.strip():
        source = Source("participation", told.id, "who_spoke")
        said = N_("Who spoke for {name}: {who}")
        yield writing.say(said, source, name=writing.called, who=told.who_spoke.strip())
    if writing.code == "PN7" and told.pn7_reason in _ABSENT:
        reason = writing.wording.say(_ABSENT[told.pn7_reason])
        if asks_other_reason(writing.sheet) and told.pn7_why.strip():
            reason = told.pn7_why.strip().rstrip(".")
        yield writing.line(N_("Why no views reached the review: {reason}."), reason=reason)


def _beside_the_code(writing: MinutesWriting, told: ParticipationOnSheet) -> Iterator[Paragraph]:
    """What is kept beside the code: chairing, the ways, an aid, and how the child was asked."""
    if told.chaired in _CHAIRED:
        source = Source("participation", told.id, "chaired")
        yield writing.say(_CHAIRED[told.chaired], source, name=writing.called)
    ways = [writing.wording.say(WAYS[way].words) for way in told.ways if way in WAYS]
    if ways:
        listed = writing.wording.listed(ways)
        source = Source("participation", told.id, "ways")
        yield writing.say(N_("Ways of taking part: {ways}."), source, ways=listed)
    if told.aid.strip():
        source = Source("participation", told.id, "aid")
        yield writing.say(N_("Interpreter or aid used: {aid}"), source, aid=told.aid.strip())
    for asked in writing.sheet.consultations:
        if asked.way in ASKED_BEFORE:
            yield _asked_before(writing, asked)


def _asked_before(writing: MinutesWriting, asked: ConsultationOnSheet) -> Paragraph:
    way, source = writing.wording.say(ASKED_BEFORE[asked.way]), _of(asked)
    day = writing.wording.plain_date(asked.on) if asked.on else ""
    who = asked.by.strip()
    if who and day:
        said = N_("Before the review: {way}, {date}, by {who}.")
        return writing.say(said, source, way=way, date=day, who=who)
    if who:
        return writing.say(N_("Before the review: {way}, by {who}."), source, way=way, who=who)
    if day:
        return writing.say(N_("Before the review: {way}, {date}."), source, way=way, date=day)
    return writing.say(N_("Before the review: {way}."), source, way=way)


def _of(asked: ConsultationOnSheet) -> Source:
    return Source("consultation", asked.id, "way")


def _seen_alone(writing: MinutesWriting, told: ParticipationOnSheet) -> Paragraph:
    name, source = writing.called, Source("participation", told.id, "seen_alone")
    why = told.seen_alone_why.strip()
    if told.seen_alone == "yes":
        return _saw_alone(writing, told, source)
    if not told.seen_alone:
        where = Gap("participation", "seen_alone", "A2", told.id)
        return writing.lacking("voice", N_("Say whether {name} was seen alone"), where)
    if told.seen_alone == "declined" and not why:
        said = N_("{name} chose not to see the chair alone.")
        return writing.say(said, source, name=name)
    if why:
        said = N_("The chair did not see {name} alone: {why}")
        return writing.say(said, source, name=name, why=why)
    if told.seen_alone == "not_right":
        said = N_("The chair did not see {name} alone: it was not right for their age.")
        return writing.say(said, source, name=name)
    return writing.say(N_("The chair did not see {name} alone."), source, name=name)


def _offered_alone(writing: MinutesWriting, told: ParticipationOnSheet) -> Iterator[Paragraph]:
    """When, and by whom, talking alone was offered to a child who did not want to."""
    if told.seen_alone != "declined" or told.seen_alone_on is None:
        return
    source = Source("participation", told.id, "seen_alone_on")
    day, who = writing.wording.plain_date(told.seen_alone_on), told.seen_alone_by.strip()
    if who:
        yield writing.say(N_("It was offered on {date}, by {who}."), source, date=day, who=who)
    else:
        yield writing.say(N_("It was offered on {date}, by the chair."), source, date=day)


def _saw_alone(writing: MinutesWriting, told: ParticipationOnSheet, source: Source) -> Paragraph:
    name, who = writing.called, told.seen_alone_by.strip()
    day = writing.wording.plain_date(told.seen_alone_on) if told.seen_alone_on else ""
    if who and day:
        said = N_("{who} saw {name} alone on {date}.")
        return writing.say(said, source, who=who, name=name, date=day)
    if who:
        return writing.say(N_("{who} saw {name} alone."), source, who=who, name=name)
    if day:
        said = N_("The chair saw {name} alone on {date}.")
        return writing.say(said, source, name=name, date=day)
    return writing.say(N_("The chair saw {name} alone."), source, name=name)
