"""What every section of the minutes is written with, beside what every document is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from letters.adult_words import ROLES
from letters.letter import Foot, short_for_foot
from letters.minutes_form import Cell
from letters.paragraph import Paragraph, Pieces, Source
from letters.wording import Value
from letters.writing import Gap, Writing
from models.disclosure.cut import Cut
from models.problems import N_
from models.readers_of_papers import Reader
from models.review_sheet import DecisionOnSheet, NoteOnSheet, PersonOnSheet, WishOnSheet
from models.rules.age import is_under_four

VERSION = N_("Version")
"""The label of the fact that tells which version a paper is."""


@dataclass(frozen=True)
class ForReader:
    """Whose copy is written: in words, and what the council's own file holds beside the rest.

    A reader's copy says of nothing that it is lacking or restricted; the file's does. `by_when`
    are the days of its decisions by their ids.
    """

    copy_for: str
    is_file: bool = False
    annexe: tuple[Cut, ...] = ()
    readers: tuple[Reader, ...] = ()
    by_when: Mapping[str, date | None] = field(default_factory=dict)


@dataclass(frozen=True)
class MinutesWriting(Writing):
    """The minutes being written: only what everyone who gets them may read."""

    reader: ForReader | None = None

    @property
    def closes_up(self) -> bool:
        """Whether nothing may stand where something is lacking or left out."""
        return self.reader is not None and not self.reader.is_file

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each decision; in a copy those that the sheet was given."""
        if self.reader is not None:
            return {each.id: each.number for each in self.decisions}
        return {each.id: at for at, each in enumerate(self.decisions, start=1)}

    def line(self, words: str, /, **values: Value) -> Paragraph:
        """A sentence that stands for no one record."""
        return Paragraph(self.wording.pieces(words, **values))

    def plain(self, words: str, table: str, row_id: str, field: str) -> Paragraph:
        """Words just as typed, from one field of one record."""
        return self.typed(words.strip(), Source(table, row_id, field))

    def lacking(self, section: str, words: str, where: Gap) -> Paragraph:
        """Something that the record should hold."""
        return self.gap(section, words, where)

    def role_of(self, person: PersonOnSheet) -> Pieces:
        """What somebody is to the child, in an adult's words."""
        role = ROLES.get(person.role)
        said = person.what_they_are.strip() or (self.wording.say(role) if role else "")
        if not person.parental_responsibility:
            return self.wording.pieces("{role}", role=said)
        return self.wording.pieces(N_("{role}, with parental responsibility"), role=said)

    def named(self, person_id: str | None, who: str) -> str:
        """A person's full name, or the name that was typed."""
        person = self.sheet.person.get(person_id or "")
        return person.name if person else who.strip()

    def doer(self, person_id: str | None, who: str) -> str:
        """Who does or said something; in a reader's copy somebody always stands there.

        An empty place would tell that the reader may not know who it is.
        """
        name = self.named(person_id, who)
        if name or not self.closes_up:
            return name
        return self.wording.say(N_("Somebody who helps {name}"), name=self.called)

    def evened(
        self, rows: tuple[tuple[Cell, ...], ...], columns: tuple[int, ...]
    ) -> tuple[tuple[Cell, ...], ...]:
        """In a reader's copy, rows without an empty place where another row has words."""
        uneven = {
            column for column in columns if any(_says_something(row[column]) for row in rows)
        }
        if not self.closes_up or not uneven:
            return rows
        nothing = (self.line(N_("Nothing is written here.")),)
        return tuple(
            tuple(
                nothing if at in uneven and not _says_something(cell) else cell
                for at, cell in enumerate(row)
            )
            for row in rows
        )

    def who(self, decision: DecisionOnSheet) -> Paragraph:
        """Who does what was decided, by name alone."""
        name = self.named(decision.person_id, decision.who)
        if name:
            return self.typed(name, Source("decision", decision.id, "who"))
        if self.closes_up:
            return self.line("{name}", name=self.doer(decision.person_id, decision.who))
        where = Gap("decision", "who", "A11", decision.id)
        return self.lacking("decisions", N_("Say who"), where)

    def by_when(self, decision: DecisionOnSheet) -> Paragraph:
        """The day by which it is done."""
        if decision.by_when is None:
            where = Gap("decision", "by_when", "A11", decision.id)
            return self.lacking("decisions", N_("Say by when"), where)
        source = Source("decision", decision.id, "by_when")
        return self.say("{date}", source, date=self.wording.short_day(decision.by_when))

    def foot(self, undated: str, dated: str) -> Foot:
        """The line below each page: `dated` once the review was held, with its {date}."""
        say, held_on = self.wording.say, self.sheet.held_on
        values: dict[str, Value] = {
            "name": short_for_foot(self.sheet.child.full_name),
            "version": self.correction.version if self.correction else 1,
        }
        if held_on is not None:
            values["date"] = self.wording.plain_date(held_on)
        start = say(undated if held_on is None else dated, **values)
        page_of = say(N_("Page {page} of {pages}"), page="{page}", pages="{pages}")
        return Foot(first=start, later=start, page_of=page_of, draft=say(N_("Draft")))

    @property
    def code(self) -> str:
        """The participation code that stands; under four it follows from the age alone."""
        told, held_on = self.sheet.participation, self.sheet.held_on
        if told is not None and told.code:
            return told.code
        is_young = held_on is not None and is_under_four(self.sheet.child.born_on, held_on)
        return "PN0" if is_young else ""

    def nothing_to_share(self) -> Paragraph:
        """What stands where there is something, and all of it is restricted."""
        return self.line(N_("Nothing that may be shared in this copy."))

    @property
    def wishes(self) -> tuple[WishOnSheet, ...]:
        """What the child said that is not private."""
        return tuple(
            wish for wish in self.sheet.wishes if not wish.private and wish.says_something
        )

    @property
    def decisions(self) -> tuple[DecisionOnSheet, ...]:
        """The decisions that may be shared; the paper numbers them afresh."""
        return tuple(each for each in self.sheet.decisions if not each.restricted)

    @property
    def earlier_decisions(self) -> tuple[DecisionOnSheet, ...]:
        """Decisions still open from before that may be shared."""
        return tuple(each for each in self.sheet.earlier_decisions if not each.restricted)

    def notes(self, column: str) -> tuple[NoteOnSheet, ...]:
        """The notes of a column that may be shared."""
        return tuple(note for note in self.sheet.notes_in(column) if not note.restricted)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The ids of what is restricted or private."""
        sheet = self.sheet
        decisions = (*sheet.decisions, *sheet.earlier_decisions)
        return (
            *(wish.id for wish in sheet.wishes if wish.private),
            *(answer.id for answer in sheet.scale_answers if answer.private),
            *(note.id for note in sheet.notes if note.restricted),
            *(decision.id for decision in decisions if decision.restricted),
        )


def _says_something(cell: Cell) -> bool:
    return any(each.text.strip() for each in cell)
