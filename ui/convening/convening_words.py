"""What convening says on the screen: where it stands, by when, how often it was moved."""

from datetime import date

from models.convening_list import last_working_day, list_by, list_state
from models.convening_on_sheet import LIST_STATE_WORDS, ListState
from models.convening_queue import TO_DO_WORDS, ConveningLine, NewInCare, ToDo
from ui.convening.convened_review import ConvenedReview
from ui.language import _, day_in_words, ngettext

BADGES = {
    ListState.RECEIVED: "ok",
    ListState.LATE: "over",
    ListState.HANDED_BACK: "due",
    ListState.REMINDED_AGAIN: "due",
}


def state_words(convened: ConvenedReview, today: date) -> tuple[str, str]:
    """Say where convening stands, and give the kind of its badge."""
    on = convened.meeting.sheet.booked_on
    state = list_state(convened.form, on, today)
    return _(LIST_STATE_WORDS[state]), BADGES.get(state, "neutral")


def list_by_words(convened: ConvenedReview, today: date) -> str:
    """Say by when the list is wanted, and what happens otherwise."""
    on = convened.meeting.sheet.booked_on
    if on is None:
        return _("The review has no day yet. Put it in the diary first.")
    by = last_working_day(list_by(on), convened.desk.calendar)
    said = _(
        "The list is wanted by {day}: more than ten days before the review. Without it, after two "
        "reminders, the review is handed back to the social worker, who then arranges it."
    )
    return said.format(day=day_in_words(by, today))


def task_words(line: ConveningLine) -> str:
    """Say what is to be done next for whom."""
    return _("{name}: {task}").format(name=line.review.full_name, task=_(TO_DO_WORDS[line.to_do]))


def standing_words(line: ConveningLine, today: date) -> str:
    """Say by when, when the review is, and how much is done."""
    said = [_by(line, today), _when(line, today), _done(line)]
    if line.to_do is ToDo.LIST and line.reminded:
        said.append(ngettext("Reminded {count} time.", "Reminded {count} times.", line.reminded)
                    .format(count=line.reminded))  # fmt: skip
    if line.review.moved:
        said.append(ngettext("Moved {count} time.", "Moved {count} times.", line.review.moved)
                    .format(count=line.review.moved))  # fmt: skip
    return " ".join(each for each in said if each)


def new_words(new: NewInCare, today: date) -> tuple[str, str]:
    """Say which child is new in care and what is lacking, and by when."""
    task = _("{name}: no day for the first review")
    if new.lacks_iro and new.child.booked_on is None:
        task = _("{name}: no IRO, and no day for the first review")
    elif new.lacks_iro:
        task = _("{name}: no IRO")
    began = day_in_words(new.child.began_on, today)
    said = _("In care since {began}. IRO by {iro_by}, first review by {review_by}.")
    if not new.lacks_iro:
        said = _("In care since {began}. First review by {review_by}.")
    words = said.format(
        began=began,
        iro_by=day_in_words(new.iro_by, today),
        review_by=day_in_words(new.review_by, today),
    )
    if new.was_told_late and new.child.told_on is not None:
        told = _("The service was told late, on {day}.")
        words = f"{words} {told.format(day=day_in_words(new.child.told_on, today))}"
    return task.format(name=new.child.full_name), words


def _by(line: ConveningLine, today: date) -> str:
    if line.due_on is None:
        return ""
    if line.is_late(today):
        return _("Late since {day}.").format(day=day_in_words(line.due_on, today))
    return _("By {day}.").format(day=day_in_words(line.ask_by or line.due_on, today))


def _when(line: ConveningLine, today: date) -> str:
    on = line.review.booked_on
    if on is None:
        return ""
    if not line.review.chair:
        return _("Review on {day}.").format(day=day_in_words(on, today))
    said = _("Review on {day}, with {chair}.")
    return said.format(day=day_in_words(on, today), chair=line.review.chair)


def _done(line: ConveningLine) -> str:
    if line.to_do in {ToDo.LIST, ToDo.SOCIAL_WORKER, ToDo.TELL_CANCELLED, ToDo.CANCELLED}:
        return ""
    said = _("{invited} of {all} invited; forms: {sent} of {forms} sent, {back} back.")
    return said.format(invited=line.invited, all=line.to_invite, sent=line.forms_sent,
                       forms=line.forms, back=line.forms_back)  # fmt: skip
