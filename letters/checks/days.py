"""Days that the letter tells as still to come, and that are gone when it is written."""

from collections.abc import Iterator
from datetime import date

from letters.checks.concern import Checked, Concern
from letters.paragraph import Source
from models.problems import N_


def days_gone(checked: Checked) -> Iterator[Concern]:
    """Each day that was promised and lies before the letter's own date."""
    sheet, letter = checked.sheet, checked.letter
    if letter.block("L11") is not None:
        said = N_(
            "The letter is written after the day of the next meeting, {day}. Did you meet? "
            "Say how it is now"
        )
        yield from _gone(checked, said, sheet.next_review_on, "next_review_on")
        said = N_(
            "You said that you would see or ring {name} by {day}, and that day is gone. Did you?"
        )
        yield from _gone(checked, said, sheet.see_child_by, "see_child_by")
    if letter.tells_decisions:
        yield from _decisions(checked)


def _gone(checked: Checked, said: str, day: date | None, field: str) -> Iterator[Concern]:
    if day is None or day >= checked.letter.dated:
        return
    given = {"day": _in_words(day), "name": checked.sheet.child.called}
    source = Source("review", checked.sheet.id, field)
    yield Concern(f"day_gone/{field}/{day}", "day_gone", said, given, "L11", source)


def _decisions(checked: Checked) -> Iterator[Concern]:
    for decision in checked.sheet.decisions:
        day = decision.by_when
        if decision.restricted or not decision.in_letter or day is None:
            continue
        if day < checked.letter.dated:
            said = N_(
                "Decision {number} was to be done by {day}, and that day is gone. Say how it is "
                "now"
            )
            given = {"number": str(decision.number), "day": _in_words(day)}
            yield Concern(f"day_gone/{decision.id}/{day}", "day_gone", said, given, "L7",
                          Source("decision", decision.id, "by_when"))  # fmt: skip


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
