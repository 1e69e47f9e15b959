"""Composes the minutes, the record of one review, for those who may share it."""

from datetime import date

from letters import (
    minutes_checks,
    minutes_ending,
    minutes_facts,
    minutes_file,
    minutes_meeting,
    minutes_papers,
    minutes_plan,
    minutes_signs,
)
from letters.closing_up import closed_facts, closed_section
from letters.correction import Correction
from letters.letter import Foot
from letters.minutes_form import Minutes, MinutesSection
from letters.minutes_writing import ForReader, MinutesWriting
from letters.wording import Wording
from models.problems import N_
from models.review_sheet import ReviewSheet

__all__ = ["Minutes", "compose"]


def compose(
    sheet: ReviewSheet,
    wording: Wording,
    dated: date,
    correction: Correction | None = None,
    reader: ForReader | None = None,
) -> Minutes:
    """The minutes that this record makes; what is restricted or private is not in them.

    For one `reader` the sheet is the one cut for them (models.copy_of_sheet).
    Source: domain reference 3.2 and 6.3; the order is that of the design, the child first.
    """
    writing = MinutesWriting(sheet, wording, dated, correction, reader=reader)
    facts = minutes_facts.facts(writing)
    say, name = wording.say, sheet.child.full_name
    return Minutes(
        title=say(N_("Record of {name}’s review"), name=name),
        subtitle=minutes_facts.subtitle(writing),
        subtitle_source=minutes_facts.subtitle_source(writing),
        language=wording.language,
        right_to_left=wording.right_to_left,
        dated=dated,
        council=sheet.council.name,
        service=sheet.council.service,
        author=sheet.chair.name,
        private=say(N_("Private and personal")),
        facts=closed_facts(facts) if writing.closes_up else facts,
        sections=tuple(_numbered(writing)),
        foot=_foot(writing),
        not_recorded=say(N_("Not recorded.")),
        left_out=writing.left_out,
        copy_for=reader.copy_for if reader else "",
    )


def _numbered(writing: MinutesWriting) -> list[MinutesSection]:
    sections = [
        minutes_meeting.voice(writing),
        minutes_meeting.who_was_here(writing),
        minutes_papers.papers(writing),
        minutes_meeting.since_last_time(writing),
        minutes_signs.said(writing, "worry"),
        minutes_signs.said(writing, "going_well"),
        minutes_signs.said(writing, "next"),
        minutes_papers.facts(writing),
        minutes_signs.scales(writing),
        minutes_ending.decisions(writing),
        minutes_plan.plan(writing),
        minutes_ending.chairs_view(writing),
        minutes_checks.rights(writing),
        minutes_checks.considered(writing),
        minutes_ending.disputes(writing),
        minutes_ending.next_review(writing),
        minutes_ending.control(writing),
        minutes_file.annexe(writing),
    ]
    kept = [section for section in sections if section is not None]
    if writing.closes_up:
        kept = [left for section in kept if (left := closed_section(section)) is not None]
    return [
        MinutesSection(
            section.key,
            writing.wording.say(N_("{number}. {heading}"), number=number, heading=section.heading),
            section.parts,
        )
        for number, section in enumerate(kept, start=1)
    ]


def _foot(writing: MinutesWriting) -> Foot:
    return writing.foot(
        N_("{name}, record, version {version}"),
        N_("{name}, review of {date}, record, version {version}"),
    )
