"""One reader's copy of a paper: composed from what they may see, set on pages, named."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from letters import child_letter, decisions_sheet, minutes, moment_letter
from letters.adult_words import ROLES
from letters.changes_told import changes_told
from letters.closing_up import closed_letter, closed_sheet, without_lines
from letters.correction import Correction
from letters.decisions_sheet import DecisionsSheet
from letters.disclosure.looked_for import secrets_for
from letters.fixed_words import WordsNotChecked, may_go_out
from letters.letter import Letter
from letters.minutes_form import Minutes
from letters.minutes_writing import ForReader
from letters.paragraph import Missing, Source
from letters.pdf import LetterHasGaps, Rendered, render
from letters.templates.shipped import template_of
from letters.two_languages import in_two_languages
from letters.what_changed import Change, How, compared_words, what_changed
from letters.wording import Wording, wording
from models.copy_of_sheet import CopySheet, Cut, sheet_for, whole_sheet
from models.disclosure.facts import sought_for
from models.disclosure.matching import finder
from models.disclosure.rows import TOGETHER
from models.disclosure.sentences import Span, without_sentences
from models.document_kind import DocumentKind, copy_file_name
from models.problems import N_
from models.readers_of_papers import Reader, readers
from models.review_sheet import ReviewSheet
from models.sending_on_sheet import CopyChangeOnSheet

LANGUAGE = "en-GB"
TRANSLATION = "letter_translation"
_TEAM_MANAGER = "team_manager"
Document = Letter | Minutes | DecisionsSheet


@dataclass(frozen=True)
class PaperCopyWords:
    """What one reader has already: the version, its day and words, and why there is a new one."""

    version: int
    released_on: date
    words: str = field(repr=False)
    reason: str = ""


@dataclass(frozen=True)
class MadeCopy:
    """A copy as composed, and as pages. `words` are kept to tell later what changed.

    `cuts` and `lost` (models.copy_of_sheet) are for the chair's eyes alone. `file_name` names
    nobody. `is_as_before` says that there is an earlier copy, and nothing in it has changed.
    """

    document: Document
    rendered: Rendered
    words: str = field(repr=False)
    cuts: tuple[Cut, ...]
    file_name: str
    missing: tuple[Missing, ...]
    version: int = 1
    is_as_before: bool = False
    changes: tuple[Change, ...] = ()
    lost: tuple[CopyChangeOnSheet, ...] = ()


def copy_of(
    sheet: ReviewSheet,
    kind: str,
    reader: Reader,
    today: date,
    *,
    draft: bool = False,
    before: PaperCopyWords | None = None,
) -> MadeCopy:
    """What this reader gets of this kind of paper; a draft shows what still lacks.

    Raises: LetterHasGaps for a letter that is no draft and lacks something; WordsNotChecked for
    one in a language whose fixed words nobody has checked; TooManyDecisions.
    """
    making = _Making(sheet, DocumentKind(kind), reader, today)
    apart = sheet_for(sheet, reader, kind)
    plain = making.composed(apart, None)
    words = compared_words(plain)
    changes: tuple[Change, ...] = ()
    document = plain
    if before is not None:
        whole = compared_words(making.composed(CopySheet(whole_sheet(sheet, kind), ()), None))
        changes = making.may_be_told(what_changed(before.words, words, whole), apart)
        document = making.with_changes(apart, before, changes)
    missing = making.missing(plain)
    if missing and isinstance(plain, Letter) and not draft:
        raise LetterHasGaps
    if not draft:
        document = _closed(document)
    _refuse_unchecked_words(sheet, document, draft=draft)
    version = before.version + 1 if before else 1
    return MadeCopy(
        document, render(document, draft=draft), words, apart.cuts,
        _name(sheet, reader, kind, version), missing, version,
        before is not None and before.words == words, changes, apart.lost,
    )  # fmt: skip


@dataclass
class _Making:
    """How one reader's paper is composed."""

    sheet: ReviewSheet
    kind: DocumentKind
    reader: Reader
    today: date

    def composed(self, apart: CopySheet, correction: Correction | None) -> Document:
        """The paper of one cut sheet."""
        say, sheet = wording(LANGUAGE), apart.sheet
        if self.kind is DocumentKind.MINUTES:
            own = tuple(readers(self.sheet)) if self.reader.is_file else ()
            days = {each.id: each.by_when for each in self.sheet.decisions}
            reader = ForReader(self._copy_for(say), self.reader.is_file, apart.annexe, own, days)
            return minutes.compose(sheet, say, self.today, correction, reader)
        if self.kind is DocumentKind.DECISIONS:
            person = self.reader.person
            return decisions_sheet.compose(
                sheet, say, self.today, correction,
                ForReader(self._copy_for(say), self.reader.is_file),
                to_manager=person is not None and person.role == _TEAM_MANAGER,
            )  # fmt: skip
        return self._letter(self._without_lines_of_cuts(apart), correction)

    def _without_lines_of_cuts(self, apart: CopySheet) -> ReviewSheet:
        """The sheet without lines written by hand over something that is left out.

        A line that the chair left out of the letter stays out of every copy.
        """
        sheet, lines = apart.sheet, apart.sheet.making.lines
        if not lines or not apart.cuts:
            return sheet
        making = replace(self._whole.making, lines=())
        whole = self._letter(replace(self._whole, making=making), None)
        over = {
            each.key
            for each in whole.every_paragraph()
            if each.source and any(_tells(each.source, cut) for cut in apart.cuts)
        }
        kept = tuple(each for each in lines if each.left_out or each.key not in over)
        return replace(sheet, making=replace(sheet.making, lines=kept))

    def _letter(self, sheet: ReviewSheet, correction: Correction | None) -> Letter:
        def compose(say: Wording) -> Letter:
            if self.kind is DocumentKind.LETTER:
                return child_letter.compose(sheet, say, self.today, correction)
            template = template_of(sheet.making)
            return moment_letter.compose(sheet, template, say, self.today, correction)

        letter = in_two_languages(compose, sheet)
        if letter.other is None or sheet is self._whole:
            return letter
        own = {each.field for each in self._letter(self._whole, None).missing}
        gone = {each.field for each in letter.missing if each.table == TRANSLATION} - own
        return without_lines(letter, frozenset(gone)) if gone else letter

    @cached_property
    def _whole(self) -> ReviewSheet:
        """The sheet with nothing left out."""
        return whole_sheet(self.sheet, self.kind)

    def with_changes(
        self, apart: CopySheet, before: PaperCopyWords, changes: tuple[Change, ...]
    ) -> Document:
        """The new version, which begins with what changed; a letter does not."""
        reason = self._may_read(before.reason)
        version, old = before.version + 1, before.version
        document = self.composed(apart, Correction(version, old, before.released_on, reason))
        told = changes_told(wording(LANGUAGE), old, changes)
        if isinstance(document, Minutes):
            return replace(document, sections=(told, *document.sections))
        if isinstance(document, DecisionsSheet):
            return replace(document, changed=told)
        return document

    def may_be_told(self, changes: tuple[Change, ...], apart: CopySheet) -> tuple[Change, ...]:
        """The changes without what is gone and must not be said again."""
        found = finder(sought_for(self.sheet, self.reader))
        cut = [line.strip() for each in apart.cuts for line in each.words.split("\n")]
        return tuple(
            each
            for each in changes
            if each.how is not How.GONE
            or not (found.find(each.before) or any(one and one in each.before for one in cut))
        )

    def missing(self, plain: Document) -> tuple[Missing, ...]:
        """What the paper would lack too if nothing were left out of it."""
        if not isinstance(plain, Letter):
            return () if self.reader.is_file is False else plain.missing
        whole = self._letter(self._whole, None)
        return tuple(each for each in plain.missing if each in whole.missing)

    def _copy_for(self, say: Wording) -> str:
        if self.reader.is_file:
            return say.say(N_("Copy for the council’s own file"))
        person = self.reader.person
        role = ROLES.get(person.role, "") if person else ""
        if not role:
            return say.say(N_("Copy for {name}"), name=self.reader.name)
        return say.say(N_("Copy for {name}, {role}"), name=self.reader.name, role=say.say(role))

    def _may_read(self, reason: str) -> str:
        """The reason for a new version without what this reader must not find in it."""
        found = finder(secrets_for(self.sheet, self.reader)).find(reason)
        return without_sentences(reason, [Span(each.start, each.end) for each in found]).left


def _tells(source: Source, cut: Cut) -> bool:
    """Whether words of this source may tell what was left out there."""
    if (source.table, source.row_id) != (cut.table, cut.row_id):
        return False
    told = (source.field, *TOGETHER.get((source.table, source.field), ()))
    return not cut.field or cut.field in told


def _closed(document: Document) -> Document:
    if isinstance(document, Letter):
        return closed_letter(document)
    return closed_sheet(document) if isinstance(document, DecisionsSheet) else document


def _refuse_unchecked_words(sheet: ReviewSheet, document: Document, *, draft: bool) -> None:
    letter = sheet.making.letter
    is_in_another = isinstance(document, Letter) and document.other is not None
    if not draft and is_in_another and not may_go_out(letter.language, letter.words_checked_by):
        raise WordsNotChecked


def _name(sheet: ReviewSheet, reader: Reader, kind: str, version: int) -> str:
    """A name for a copy that has no id yet, the same each time it is made."""
    said = f"{sheet.id}/{reader.key}/{kind}/{version}"
    return copy_file_name(kind, hashlib.sha256(said.encode()).hexdigest())
