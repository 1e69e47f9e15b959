"""The form of a council's reviews: steps, prompts, columns, life areas, scales and kinds, as data.

The shipped form is made from the rules; a council may change it (models.form_file). What is
taken away is only hidden, so that older records keep its name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from models.problems import Problem
from models.rules.life_areas import LIFE_AREAS
from models.rules.meeting_steps import MEETING_STEPS
from models.rules.note_sorts import COLUMN_OF, NAME_SETS, USUAL_SET
from models.rules.review_kinds import REVIEW_KINDS
from models.rules.scales import SCALES

SCALING = "A10"
COLUMNS = ("going_well", "worry", "next")


@dataclass(frozen=True)
class FormStep:
    """One step of the meeting; `{name}` in its words is the child's chosen name."""

    id: str
    name: str
    columns: tuple[str, ...]
    schedule_7: tuple[str, ...]
    adult_prompt: str
    child_prompt: str
    child_may_come_for_it: bool = False

    @property
    def covers_all(self) -> bool:
        """Whether it is the step of the decisions, which covers every matter."""
        return self.id == "A11"

    @property
    def first_column(self) -> str:
        """The column that a note of this step usually goes under: what goes well comes first."""
        usual = COLUMNS[0]
        return self.columns[0] if self.columns and usual not in self.columns else usual


@dataclass(frozen=True)
class FormColumn:
    """One column of the map, and the kinds of answer in it, as (key, name)."""

    key: str
    name: str
    sorts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FormArea:
    """One part of a child's life; `hidden` ones are no longer offered."""

    key: str
    name: str
    step: str
    schedule_7: tuple[str, ...]
    hidden: bool = False


@dataclass(frozen=True)
class FormScale:
    """One scale from 0 to 10 and what its ends mean."""

    key: str
    name: str
    zero: str
    ten: str
    with_faces: bool = False


@dataclass(frozen=True)
class FormKind:
    """One kind of review: its steps in their order; the rest of it is law and is not edited."""

    key: str
    name: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class MeetingForm:
    """Everything a council may change about its meetings. Shipped words are translated when shown.

    `adult_prompts` and `child_prompts` say whether the prompts are shown at all.
    """

    name: str
    steps: tuple[FormStep, ...]
    columns: tuple[FormColumn, ...]
    areas: tuple[FormArea, ...]
    scales: tuple[FormScale, ...]
    kinds: tuple[FormKind, ...]
    adult_prompts: bool = True
    child_prompts: bool = True

    @cached_property
    def step(self) -> Mapping[str, FormStep]:
        """The steps by their id."""
        return {each.id: each for each in self.steps}

    @cached_property
    def column(self) -> Mapping[str, FormColumn]:
        """The columns by their key."""
        return {each.key: each for each in self.columns}

    @cached_property
    def area(self) -> Mapping[str, FormArea]:
        """The life areas by their key, hidden ones too."""
        return {each.key: each for each in self.areas}

    @cached_property
    def scale(self) -> Mapping[str, FormScale]:
        """The scales by their key."""
        return {each.key: each for each in self.scales}

    @cached_property
    def sort_names(self) -> Mapping[str, str]:
        """The name of each kind of answer by its key."""
        return {key: name for column in self.columns for key, name in column.sorts}

    @property
    def areas_offered(self) -> tuple[FormArea, ...]:
        """The life areas that can be chosen."""
        return tuple(each for each in self.areas if not each.hidden)

    def usual_area(self, step: str) -> str:
        """The life area of what is said at a step; none where it might be one of several matters.

        A note filed under one of them unasked would say that this one was considered.
        """
        own = [each for each in self.areas_offered if each.step == step]
        matters = {each.schedule_7 for each in own}
        return own[0].key if len(matters) == 1 else ""

    def steps_of(self, kind: str) -> tuple[FormStep, ...]:
        """The steps of a kind of review in their order; every step of a kind not known."""
        found = next((each for each in self.kinds if each.key == kind), None)
        if found is None:
            return self.steps
        return tuple(self.step[key] for key in found.steps if key in self.step)

    def kind_name(self, kind: str) -> str:
        """What a kind of review is called."""
        return next((each.name for each in self.kinds if each.key == kind), kind)


@cache
def shipped_form(names: str = USUAL_SET) -> MeetingForm:
    """The form that comes with the program, with one of the ready sets of names."""
    chosen = NAME_SETS[names]
    columns = tuple(
        FormColumn(
            key,
            chosen.columns[key],
            tuple((str(sort), chosen.sorts[sort]) for sort in COLUMN_OF if COLUMN_OF[sort] == key),
        )
        for key in COLUMNS
    )
    return MeetingForm(
        name="",
        steps=tuple(
            FormStep(
                each.id,
                chosen.scale if each.id == SCALING and chosen.scale else each.name,
                tuple(str(column) for column in each.columns if column in COLUMNS),
                each.schedule_7,
                each.adult_prompt,
                each.child_prompt,
                each.child_may_come_for_it,
            )
            for each in MEETING_STEPS.values()
        ),
        columns=columns,
        areas=tuple(
            FormArea(each.key, each.name, each.step, each.schedule_7)
            for each in LIFE_AREAS.values()
        ),
        scales=tuple(
            FormScale(each.key, each.name, each.zero, each.ten, each.with_faces)
            for each in SCALES.values()
        ),
        kinds=tuple(FormKind(each.key, each.name, each.steps) for each in REVIEW_KINDS.values()),
    )


@lru_cache(maxsize=8)
def form_of(text: str) -> MeetingForm:
    """The form that a council's record holds, or ours where it holds none that can be read.

    A form is refused when it is saved; one that came from elsewhere never stops a meeting.
    """
    if not text:
        return shipped_form()
    from models.form_file import read_form_file  # it needs the forms of this module

    try:
        return read_form_file(text)
    except Problem:
        return shipped_form()
