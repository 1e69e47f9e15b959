"""What has happened to a child, newest first, in a line and a half each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from models.child_story import ChildStory, ReviewSoFar
from models.rules.participation_codes import PARTICIPATION_CODES
from models.rules.review_clock import explain
from models.rules.timescales import TIMESCALES
from models.rules.working_days import BeyondCalendar, WorkingDays
from models.sending_queue import StepLine
from models.sending_steps import Step
from ui.caseload.clock_words import how_counted, source_of
from ui.caseload.review_words import booked_time
from ui.language import N_, _, day_in_words, ngettext, time_in_words
from ui.send.queue_words import kind_words, reader_words

_CAME_BACK = (N_("{paper} came back, {day}"), N_("From {who}, review {number}: {why}"))
_AGAIN = (N_("{paper} on its way again, {day}"), N_("To {who}, review {number}: {why}"))


@dataclass(frozen=True)
class Happening:
    """One entry: its icon, its words; `review_id` when it leads to a review."""

    icon: str
    title: str
    detail: str
    day: date
    review_id: str | None = None
    is_next: bool = False

    @property
    def sentence(self) -> str:
        """All of it for a screen reader."""
        return _("{title}. {detail}").format(title=self.title, detail=self.detail)


def happenings(
    story: ChildStory, today: date, *, tells_decisions: bool = True
) -> list[Happening]:  # fmt: skip
    """Say what has happened, newest first; what is to come stands on top."""
    found = [entry for review in story.reviews for entry in _of_review(review, today)]
    if not tells_decisions:  # whoever does not read them is not to think there are none
        held = [each for each in found if each.review_id and not each.is_next]
        found = [replace(each, detail=_("Held.")) if each in held else each for each in found]
    found += _came_back(story, today)
    coming = [entry for entry in found if entry.is_next]
    past = [entry for entry in found if not entry.is_next]
    return coming + sorted(past, key=lambda entry: entry.day, reverse=True)


def due_sentence(story: ChildStory, today: date) -> str:
    """Say by when the next review is to be held."""
    due_on = story.child.review_due_on
    if not story.child.in_care:
        return _("{name} is not looked after now.").format(name=story.child.called)
    if due_on is None:
        return _("No further review falls before {name} is 18.").format(name=story.child.called)
    words = _("Next review by {day}.") if due_on >= today else _("Late: it was due {day}.")
    return words.format(day=day_in_words(due_on, today))


def due_explained(story: ChildStory, calendar: WorkingDays) -> str:
    """Say how that day was counted and who sets the limit; nothing where there is no day."""
    child = story.child
    if child.review_due_on is None or child.review_counted_from is None:
        return ""
    scale = TIMESCALES[child.review_due_clock]
    try:
        counted = how_counted(explain(scale, child.review_counted_from, calendar))
    except BeyondCalendar:
        counted = ""
    return _("{counted} {source}").format(counted=counted, source=source_of(scale.id)).strip()


def _of_review(review: ReviewSoFar, today: date) -> list[Happening]:
    if review.is_to_come:
        return [_planned(review, today)]
    found = [_held(review, today)]
    if review.letter_sent_on is not None:
        title = _("Letter sent, {day}").format(day=day_in_words(review.letter_sent_on, today))
        detail = _("About review {number}.").format(number=review.number)
        found.append(Happening("envelope-simple", title, detail, review.letter_sent_on))
    if review.midpoint_met_on is not None:
        title = _("Midpoint check, {day}").format(day=day_in_words(review.midpoint_met_on, today))
        detail = _("Half-way after review {number}.").format(number=review.number)
        found.append(Happening("phone", title, detail, review.midpoint_met_on))
    return found


def _came_back(story: ChildStory, today: date) -> Iterator[Happening]:
    """Papers that came back, and that went on their way again, the newest step first."""
    numbers = {review.id: review.number for review in story.reviews}
    for copy in story.came_back:
        told = {"paper": kind_words(copy), "who": reader_words(copy),
                "number": str(numbers.get(copy.review_id or "", ""))}  # fmt: skip
        for step in reversed(copy.steps):
            if step.step in (Step.RETURNED, Step.SENT_AGAIN):
                yield _of_step(step, told, today)


def _of_step(step: StepLine, told: dict[str, str], today: date) -> Happening:
    title, detail = _CAME_BACK if step.step == Step.RETURNED else _AGAIN
    day = _("today") if step.on == today else day_in_words(step.on, today)
    icon = "arrow-u-up-left" if step.step == Step.RETURNED else "paper-plane-tilt"
    values = {**told, "day": day, "why": step.note}
    return Happening(icon, _(title).format(**values), _(detail).format(**values), step.on)


def _planned(review: ReviewSoFar, today: date) -> Happening:
    title = _("Review {number}, not booked yet").format(number=review.number)
    if review.booked_on is not None:
        title = _booked(review, review.booked_on, today)
    asked = ngettext(
        "{count} person is asked to come.", "{count} people are asked to come.", review.asked
    ).format(count=review.asked)
    if not review.asked:
        asked = _("Nobody is asked yet.")
    detail = asked
    if review.place:
        detail = _("{place}. {asked}").format(place=review.place.rstrip("."), asked=asked)
    day = review.booked_on or date.max
    return Happening("calendar-blank-fill", title, detail, day, review.id, is_next=True)


def _booked(review: ReviewSoFar, booked_on: date, today: date) -> str:
    day = _("today") if booked_on == today else day_in_words(booked_on, today)
    at = booked_time(review.booked_time)
    if at is None:
        return _("Review {number}, {day}").format(number=review.number, day=day)
    return _("Review {number}, {day} at {time}").format(
        number=review.number, day=day, time=time_in_words(at)
    )


def _held(review: ReviewSoFar, today: date) -> Happening:
    day = review.held_on or today
    said = day_in_words(day, today)
    title = _("Review {number}, {day}").format(number=review.number, day=said)
    if review.state == "known":
        detail = _("Held before Waymark: only its date is known.")
        return Happening("check-bold", title, detail, day)
    if review.is_under_way:
        words = _("Adjourned; it is to go on.") if review.state == "adjourned" else _("Under way.")
        return Happening("play-fill", title, words, day, review.id, is_next=True)
    took_part = PARTICIPATION_CODES.get(review.code or "")
    agreed = _decisions(review)
    detail = agreed
    if took_part is not None:
        detail = _("{took_part}. {decisions}").format(
            took_part=_(took_part.label), decisions=agreed
        )
    return Happening("check-bold", title, detail, day, review.id)


def _decisions(review: ReviewSoFar) -> str:
    if not review.decisions:
        return _("No decisions.")
    return ngettext(
        "{count} decision, {done} done.", "{count} decisions, {done} done.", review.decisions
    ).format(count=review.decisions, done=review.decisions_done)
