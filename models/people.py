"""The people round a child, and how each took part in a review."""

from enum import StrEnum

from sqlalchemy import JSON, Boolean, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped

from models.problems import N_
from models.record import MergeRule, Record, Shared, kept


class Role(StrEnum):
    """What somebody is to the child. Source: domain reference, who is who."""

    PARENT = "parent"
    CARER = "carer"
    FAMILY = "family"
    SOCIAL_WORKER = "social_worker"
    TEAM_MANAGER = "team_manager"
    SUPERVISING_WORKER = "supervising_worker"
    TEACHER = "teacher"
    VIRTUAL_SCHOOL = "virtual_school"
    NURSE = "nurse"
    ADVOCATE = "advocate"
    INDEPENDENT_VISITOR = "independent_visitor"
    PERSONAL_ADVISER = "personal_adviser"
    GUARDIAN = "guardian"
    INTERPRETER = "interpreter"
    IRO = "iro"
    ADOPTER = "adopter"
    SOLICITOR = "solicitor"
    YOUTH_JUSTICE = "youth_justice"
    OTHER = "other"


ROLE_WORDS = {
    Role.PARENT: N_("Parent"),
    Role.CARER: N_("Carer"),
    Role.FAMILY: N_("Family or friend"),
    Role.SOCIAL_WORKER: N_("Social worker"),
    Role.TEAM_MANAGER: N_("Team manager"),
    Role.SUPERVISING_WORKER: N_("Supervising social worker"),
    Role.TEACHER: N_("Teacher"),
    Role.VIRTUAL_SCHOOL: N_("Virtual school"),
    Role.NURSE: N_("Nurse"),
    Role.ADVOCATE: N_("Advocate"),
    Role.INDEPENDENT_VISITOR: N_("Independent visitor"),
    Role.PERSONAL_ADVISER: N_("Personal adviser"),
    Role.GUARDIAN: N_("Children's Guardian"),
    Role.INTERPRETER: N_("Interpreter"),
    Role.IRO: N_("Independent Reviewing Officer"),
    Role.ADOPTER: N_("Prospective adopter"),
    Role.SOLICITOR: N_("Child’s solicitor"),
    Role.YOUTH_JUSTICE: N_("Youth justice worker"),
    Role.OTHER: N_("Someone else"),
}


class Attended(StrEnum):
    """How somebody took part in the meeting itself."""

    IN_ROOM = "in_room"
    VIDEO = "video"
    PHONE = "phone"
    NO = "no"
    NOT_SAID = ""


ATTENDED_WORDS = {
    Attended.IN_ROOM: N_("In the room"),
    Attended.VIDEO: N_("By video"),
    Attended.PHONE: N_("By phone"),
    Attended.NO: N_("Not there"),
    Attended.NOT_SAID: N_("Not said yet"),
}


class Person(Shared, Record):
    """Somebody round the child. `called` is the child's own word for them ("Nana Bea").

    `known_as` are other names and spellings of theirs. `restriction_kinds` says from whom it is
    kept who they are, `address_kinds` from whom their address, phone and e-mail are kept.
    `send_by` is a SendingWay (models.paper_copy).
    """

    __tablename__ = "person"

    child_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("child.id"), index=True)
    name: Mapped[str] = kept(MergeRule.CHOICE, String(200))
    called: Mapped[str] = kept(MergeRule.CHOICE, String(100), default="")
    role: Mapped[str] = kept(MergeRule.CHOICE, String(40), default=Role.OTHER)
    what_they_are: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    parental_responsibility: Mapped[bool] = kept(MergeRule.CHOICE, Boolean, default=False)
    phone: Mapped[str] = kept(MergeRule.CHOICE, String(50), default="")
    email: Mapped[str] = kept(MergeRule.CHOICE, String(200), default="")
    address: Mapped[str] = kept(MergeRule.CHOICE, String(500), default="")
    send_by: Mapped[str] = kept(MergeRule.CHOICE, String(20), default="")
    known_as: Mapped[list[str]] = kept(MergeRule.MEMBER, JSON, default=list)
    restriction_kinds: Mapped[list[str]] = kept(MergeRule.MEMBER, JSON, default=list)
    address_kinds: Mapped[list[str]] = kept(MergeRule.MEMBER, JSON, default=list)
    position: Mapped[int] = kept(MergeRule.CHOICE, Integer, default=0)

    TYPED = frozenset({"name", "called", "role", "what_they_are", "parental_responsibility",
                       "phone", "email", "address", "send_by", "known_as", "restriction_kinds",
                       "address_kinds", "position"})  # fmt: skip


class Attendance(Shared, Record):
    """One person and one review: asked, came, sent views; if not asked, why not."""

    __tablename__ = "attendance"
    ONE_FOR = ("review_id", "person_id")

    review_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("review.id"), index=True)
    person_id: Mapped[str] = kept(MergeRule.FIXED, ForeignKey("person.id"))
    consulted: Mapped[bool] = kept(MergeRule.MEMBER, Boolean, default=False)
    invited: Mapped[bool] = kept(MergeRule.MEMBER, Boolean, default=True)
    not_invited_why: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    attended: Mapped[str] = kept(MergeRule.CHOICE, String(20), default=Attended.NOT_SAID)
    part: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    sent_views: Mapped[bool] = kept(MergeRule.MEMBER, Boolean, default=False)
    views: Mapped[str] = kept(MergeRule.TEXT, Text, default="")
    apologies: Mapped[bool] = kept(MergeRule.MEMBER, Boolean, default=False)

    TYPED = frozenset({"consulted", "invited", "not_invited_why", "attended", "part",
                       "sent_views", "views", "apologies"})  # fmt: skip


__all__ = ["ATTENDED_WORDS", "ROLE_WORDS", "Attendance", "Attended", "Person", "Role"]
