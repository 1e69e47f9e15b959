"""Who gets papers of a review, what each of them gets, and what is left out for them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any  # Any: a council's changes are JSON, checked here

from models.document_kind import DocumentKind
from models.people_on_sheet import PersonOnSheet
from models.review_sheet import AttendanceOnSheet, ReviewSheet
from models.rules.recipients import (
    ALL_TAGS,
    CHILD_READER,
    FILE_READER,
    READER_RULES,
    ReaderRule,
    Share,
    rule_for,
)
from models.sending_on_sheet import RecipientOnSheet
from models.sending_steps import SendingWay

PAPERS = ("letter", "decisions", "record")
"""The fields of a rule and of a reader that say how much of each paper somebody gets."""
_FIELD_OF: Mapping[str, str] = {
    DocumentKind.LETTER: "letter",
    DocumentKind.OTHER_LETTER: "letter",
    DocumentKind.DECISIONS: "decisions",
    DocumentKind.MINUTES: "record",
}


@dataclass(frozen=True)
class Reader:
    """Somebody who may get papers of one review. `rule` is the council's for their role.

    `letter`, `decisions`, `record`, `cuts`, `way` and the rest are what stands for this review,
    after what the chair changed; `why` is the reason for that. `agreed` says who agreed, where
    a share needs it. Source: domain reference 6.4.
    """

    key: str
    person: PersonOnSheet | None
    name: str
    role: str
    rule: ReaderRule
    letter: Share
    decisions: Share
    record: Share
    cuts: frozenset[str]
    way: str
    address: str
    email: str
    as_word: bool
    agreed: str
    why: str
    is_changed: bool

    @property
    def is_child(self) -> bool:
        """Whether it is the child."""
        return self.key == CHILD_READER

    @property
    def is_file(self) -> bool:
        """Whether it is the council's own file and nobody."""
        return self.key == FILE_READER

    def share(self, kind: str) -> Share:
        """How much of this kind of paper they get, as settled."""
        share: Share = getattr(self, _FIELD_OF[kind])
        return share

    def gets(self, kind: str) -> bool:
        """Whether this kind of paper goes to them; what needs an agreement, once it is noted."""
        share = self.share(kind)
        if share is Share.ASK:
            return bool(self.agreed.strip())
        return share is not Share.NO


def readers(sheet: ReviewSheet) -> tuple[Reader, ...]:
    """Everybody who may get papers: the child first, then the people, then the council's file."""
    changed = {each.reader: each for each in sheet.recipients}
    taking_part = {each.person_id: each for each in sheet.attendances}
    return (
        _child(sheet, changed.get(CHILD_READER)),
        *(
            _person(sheet, person, changed.get(person.id))
            for person in sheet.people
            if person.id in changed or _took_part(taking_part.get(person.id))
        ),
        _file(sheet, changed.get(FILE_READER)),
    )


def reader_of(sheet: ReviewSheet, key: str) -> Reader | None:
    """The reader of this key, be it somebody who took no part; None for nobody on the sheet."""
    found = next((each for each in readers(sheet) if each.key == key), None)
    person = sheet.person.get(key)
    if found is None and person is not None:
        return _person(sheet, person, None)
    return found


def council_rule(rule: ReaderRule, sends: Mapping[str, object]) -> ReaderRule:
    """The rule with the council's changes: what it says of letter, decisions, record and cuts."""
    given = sends.get(rule.key)
    if not isinstance(given, dict):
        return rule
    changes: dict[str, Any] = {
        field: Share(given[field]) for field in PAPERS if given.get(field) in set(Share)
    }
    if isinstance(given.get("cuts"), list):
        changes["cuts"] = _tags(given["cuts"])
    return replace(rule, **changes)


def _took_part(told: AttendanceOnSheet | None) -> bool:
    return told is not None and (
        told.invited or told.came or told.sent_views or bool(told.views.strip())
    )


def _child(sheet: ReviewSheet, changed: RecipientOnSheet | None) -> Reader:
    rule = council_rule(READER_RULES[CHILD_READER], sheet.council.sends)
    letter = sheet.making.letter
    way = SendingWay.POST if letter.is_posted else SendingWay.HAND
    address = letter.address if letter.is_posted else ""
    plain = _plain(CHILD_READER, sheet.child.full_name, rule)
    return _settled(replace(plain, way=way, address=address), changed)


def _person(sheet: ReviewSheet, person: PersonOnSheet, changed: RecipientOnSheet | None) -> Reader:
    rule = rule_for(person.role, has_responsibility=person.parental_responsibility)
    plain = _plain(person.id, person.name, council_rule(rule, sheet.council.sends))
    way = person.send_by or _likely_way(person)
    found = replace(plain, person=person, way=way, address=person.address, email=person.email)
    return _settled(found, changed)


def _likely_way(person: PersonOnSheet) -> str:
    if person.address.strip():
        return SendingWay.POST
    return SendingWay.EMAIL if person.email.strip() else SendingWay.HAND


def _file(sheet: ReviewSheet, changed: RecipientOnSheet | None) -> Reader:
    rule = council_rule(READER_RULES[FILE_READER], sheet.council.sends)
    plain = _plain(FILE_READER, sheet.council.service or sheet.council.name, rule)
    return _settled(replace(plain, way=SendingWay.FILE), changed)


def _plain(key: str, name: str, rule: ReaderRule) -> Reader:
    """Somebody as the council's rule has them."""
    return Reader(
        key=key, person=None, name=name, role=rule.name, rule=rule, letter=rule.letter,
        decisions=rule.decisions, record=rule.record, cuts=rule.cuts, way="", address="",
        email="", as_word=False, agreed="", why="", is_changed=False,
    )  # fmt: skip


def _settled(plain: Reader, changed: RecipientOnSheet | None) -> Reader:
    """Somebody after what the chair changed for this review."""
    if changed is None:
        return plain
    return replace(
        plain,
        **dict(_shares(changed)),
        cuts=plain.cuts if changed.cuts is None else _tags(changed.cuts),
        way=changed.way or plain.way,
        address=changed.address or plain.address,
        email=changed.email or plain.email,
        as_word=changed.as_word,
        agreed=changed.agreed,
        why=changed.why,
        is_changed=True,
    )


def _shares(changed: RecipientOnSheet) -> Iterator[tuple[str, Any]]:
    for field in PAPERS:
        if (given := getattr(changed, field)) in set(Share):
            yield field, Share(given)


def _tags(given: Iterable[object]) -> frozenset[str]:
    return ALL_TAGS & frozenset(map(str, given))
