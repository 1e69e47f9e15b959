"""What was said, drawn, numbered and decided at a review, as frozen values."""

from dataclasses import dataclass, field
from datetime import date

from models.rules.scales import WORRY_SCALE


@dataclass(frozen=True)
class WishOnSheet:
    """Something the child said, in their own words."""

    id: str
    words: str
    way: str
    heard_by: str
    heard_on: date | None
    column: str
    life_area: str
    step: str
    asked_for: bool
    answer: str
    decision_id: str | None
    private: bool
    in_letter: bool
    position: int
    question: str = ""
    made_by_child: bool = False
    picture: str = ""
    drawing_id: str | None = None

    @property
    def says_something(self) -> bool:
        """Whether there are words, a drawing or a chosen picture."""
        return bool(self.words.strip() or self.drawing_id or self.picture)


@dataclass(frozen=True)
class NoteOnSheet:
    """A note under one column and one life area."""

    id: str
    step: str
    column: str
    life_area: str
    words: str
    letter_words: str
    said_by: str
    person_id: str | None
    restricted: bool
    restriction_kinds: tuple[str, ...]
    in_letter: bool
    position: int
    sort: str = ""
    goal_id: str | None = None
    detail: str = ""
    shared_key: str = ""
    carried_from: str = ""

    @property
    def waits_to_be_written(self) -> bool:
        """Whether it is a copy from another child's record, not written for this child yet."""
        written = self.in_letter or bool(self.letter_words.strip())
        return bool(self.shared_key) and not written

    @property
    def scale(self) -> str:
        """The key of this worry's own scale: the same in each review that carries it on."""
        return f"{WORRY_SCALE}{self.carried_from or self.id}"


@dataclass(frozen=True)
class ScaleAnswerOnSheet:
    """One person's number and reason, in this review or an earlier one."""

    id: str
    review_id: str
    scale: str
    person_id: str | None
    who: str
    is_child: bool
    answered: str
    number: float | None
    reason: str
    one_more: str
    face: str = ""
    private: bool = False
    in_letter: bool = True


@dataclass(frozen=True)
class DecisionOnSheet:
    """A decision of this review, or of an earlier one."""

    id: str
    review_id: str
    number: int
    what: str
    who: str
    person_id: str | None
    by_when: date | None
    why: str
    how_we_will_know: str
    life_area: str
    picture: str
    letter_words: str
    in_letter: bool
    restricted: bool
    outcome: str
    goal_id: str | None = None
    note_id: str | None = None
    carried_from_id: str | None = None
    shared_key: str = ""
    restriction_kinds: tuple[str, ...] = ()

    @property
    def waits_to_be_written(self) -> bool:
        """Whether it is a copy from another child's record, not written for this child yet."""
        written = self.in_letter or bool(self.letter_words.strip())
        return bool(self.shared_key) and not written

    @property
    def says_who_and_when(self) -> bool:
        """Whether somebody is named and a day is set."""
        return bool(self.who.strip()) and self.by_when is not None


@dataclass(frozen=True)
class ProgressOnSheet:
    """What this review, or one between, heard of an earlier decision."""

    id: str
    decision_id: str
    review_id: str
    outcome: str
    why: str
    new_by_when: date | None


@dataclass(frozen=True)
class ParticipationOnSheet:
    """How the child took part."""

    id: str
    was_there: str
    spoke: bool | None
    someone_spoke: bool | None
    showed_without_speech: bool | None
    someone_spoke_who_child_asked: bool | None
    own_words_reached: bool | None
    suggested_code: str
    chosen_code: str
    override_reason: str
    pn7_reason: str
    who_spoke: str
    how_known: str
    seen_alone: str
    seen_alone_on: date | None
    seen_alone_why: str
    also: tuple[str, ...]
    seen_alone_by: str = ""
    chaired: str = ""
    aid: str = ""
    ways: tuple[str, ...] = ()
    pn7_why: str = ""

    @property
    def code(self) -> str:
        """The code that stands."""
        return self.chosen_code or self.suggested_code


@dataclass(frozen=True)
class DrawingOnSheet:
    """What the child drew, exactly: a PNG image, empty until it has come. Units: pixels."""

    id: str
    made_on: date
    width: int
    height: int
    digest: str
    png: bytes = field(repr=False, metadata={"sql": "coalesce(drawing.png, x'')"})
