"""The council, the child, the people and the parts of a review, as frozen values."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class CouncilOnSheet:
    """The council's names and telephone numbers."""

    authority_id: int
    name: str
    service: str
    advocacy_name: str
    advocacy_phone: str
    complaints_phone: str
    video_counts_as_attending: bool
    review_day: str = "first_part"
    adjourned_counts: bool = True
    meeting_form: str = ""
    letter_page: str = ""
    letter_page_words: str = ""
    silence_stands: bool = True
    second_look: bool = False
    return_address: str = ""
    sends: dict[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class ChildOnSheet:
    """The child, as known today."""

    id: str
    identifier: str
    given_name: str
    family_name: str
    chosen_name: str
    pronouns: str
    born_on: date
    legal_status: str
    legal_status_from: date | None
    first_language: str
    interpreter: str
    communication: str
    lives_with: str
    lives_there_since: date | None
    plan: str
    school: str
    what_helps: str
    letter_wishes: str
    letter_colour: str
    chosen_words: str
    social_worker: str
    team: str
    iro_id: str
    review_due_on: date | None
    review_due_clock: str
    review_counted_from: date | None
    reviews_held: int
    last_reviewed_on: date | None
    booked_on: date | None
    in_care: bool

    @property
    def called(self) -> str:
        """The name the child chose, or their given name."""
        return self.chosen_name or self.given_name

    @property
    def full_name(self) -> str:
        """Given and family name."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True)
class PersonOnSheet:
    """Somebody round the child."""

    id: str
    name: str
    called: str
    role: str
    what_they_are: str
    parental_responsibility: bool
    phone: str
    position: int
    email: str = ""
    address: str = ""
    send_by: str = ""
    known_as: tuple[str, ...] = ()
    restriction_kinds: tuple[str, ...] = ()
    address_kinds: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """The child's own word for them, or their name."""
        return self.called or self.name


@dataclass(frozen=True)
class AttendanceOnSheet:
    """How one person took part in this review."""

    id: str
    person_id: str
    consulted: bool
    invited: bool
    not_invited_why: str
    attended: str
    part: str
    sent_views: bool
    views: str
    apologies: bool

    @property
    def came(self) -> bool:
        """In the room, or by video or phone."""
        return self.attended in {"in_room", "video", "phone"}


@dataclass(frozen=True)
class SittingOnSheet:
    """One part of the review."""

    id: str
    number: int
    held_on: date
    began_at: str
    ended_at: str
    place: str
    adjourned: bool
    reason: str
    reason_kind: str = ""
    again_why: str = ""
    came: tuple[str, ...] = ()
