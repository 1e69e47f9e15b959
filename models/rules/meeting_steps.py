"""The twelve steps of a review that covers Schedule 7, to be taken in any order."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from models.rules.marking import N_
from models.rules.schedule7 import SCHEDULE_7


class Column(StrEnum):
    """Where a note is put: the three columns, and the scale."""

    WORRIES = "worry"
    GOING_WELL = "going_well"
    WHAT_NEXT = "next"
    SCALE = "scale"


COLUMN_NAMES: Mapping[Column, str] = MappingProxyType(
    {
        Column.WORRIES: N_("Worries"),
        Column.GOING_WELL: N_("Going well"),
        Column.WHAT_NEXT: N_("What happens next"),
        Column.SCALE: N_("Where are we, 0 to 10"),
    }
)
EVERY_COLUMN = (Column.WORRIES, Column.GOING_WELL, Column.WHAT_NEXT)


@dataclass(frozen=True)
class MeetingStep:
    """One step, asked of the adults and of the child; `{name}` is the child's chosen name."""

    id: str
    name: str
    columns: tuple[Column, ...]
    schedule_7: tuple[str, ...]
    adult_prompt: str
    child_prompt: str
    child_may_come_for_it: bool = False


MEETING_STEPS: Mapping[str, MeetingStep] = MappingProxyType(
    {
        each.id: each
        for each in (
            MeetingStep(
                "A1",
                N_("Welcome"),
                (),
                (),
                N_("Who is here, and why? What is today for? What may we share, and with whom?"),
                N_("Who would you like to start? Where shall we sit?"),
                child_may_come_for_it=True,
            ),
            MeetingStep(
                "A2",
                N_("{name}’s own words"),
                EVERY_COLUMN,
                ("S7.12",),
                N_("What has {name} told us, and how?"),
                N_("What do you want everyone to know today?"),
                child_may_come_for_it=True,
            ),
            MeetingStep(
                "A3",
                N_("Since last time"),
                (Column.WORRIES, Column.GOING_WELL),
                ("S7.1",),
                N_("What has changed? Which decisions were done? If not, why?"),
                N_("Did the grown-ups do what they said?"),
                child_may_come_for_it=True,
            ),
            MeetingStep(
                "A4",
                N_("Home"),
                EVERY_COLUMN,
                ("S7.5", "S7.13"),
                N_("Is this still the right home? What helps it last?"),
                N_("What is it like here? Anything you would change?"),
                child_may_come_for_it=True,
            ),
            MeetingStep(
                "A5",
                N_("Family, friends and belonging"),
                EVERY_COLUMN,
                ("S7.4", "S7.9"),
                N_(
                    "How is family time? Brothers and sisters? Who are the lasting people? "
                    "Who is {name}, and is that looked after?"
                ),
                N_("Who do you want to see more, less, or in another way?"),
            ),
            MeetingStep(
                "A6",
                N_("Health and feelings"),
                EVERY_COLUMN,
                ("S7.8",),
                N_("What does the last health check say? Mind as well as body?"),
                N_("How is your body? How are your feelings? Who helps?"),
            ),
            MeetingStep(
                "A7",
                N_("Learning and fun"),
                EVERY_COLUMN,
                ("S7.6", "S7.7"),
                N_(
                    "How are progress, the personal education plan, attendance and extra help? "
                    "What are the hobbies?"
                ),
                N_("What is good at school? What do you do for fun? What would you love to try?"),
            ),
            MeetingStep(
                "A8",
                N_("Staying safe"),
                (Column.WORRIES,),
                ("S7.1", "S7.10", "S7.14"),
                N_(
                    "What could go wrong, how likely is it, and what is in place? Think of "
                    "missing, online, exploitation, self-harm, immigration and offending."
                ),
                N_("What worries you? Who would you go to?"),
            ),
            MeetingStep(
                "A9",
                N_("The long plan"),
                (Column.WHAT_NEXT,),
                ("S7.2", "S7.3", "S7.11"),
                N_(
                    "Where will {name} grow up? Is the order still needed? What is plan B? "
                    "When will we know? From 16: money, home, work, personal adviser, staying"
                    " put."
                ),
                N_("What do you think the plan is? Is it a good plan?"),
            ),
            MeetingStep(
                "A10",
                N_("Where are we, 0 to 10?"),
                (Column.SCALE,),
                ("S7.12",),
                N_("What is everyone’s number, and why?"),
                N_("Your number? What would make it one more?"),
                child_may_come_for_it=True,
            ),
            MeetingStep(
                "A11",
                N_("What happens next"),
                (Column.WHAT_NEXT,),
                tuple(SCHEDULE_7),
                N_("Goals first, then steps: what, who, when. Say the bottom lines aloud."),
                N_("What will be different for you? What did we get wrong?"),
                child_may_come_for_it=True,
            ),
            MeetingStep(
                "A12",
                N_("IRO’s summing up"),
                (),
                ("S7.10", "S7.12"),
                N_(
                    "What is the IRO’s view? Is there drift, or a dispute? Have an advocate, "
                    "complaints and legal advice been offered? When is the next review? How "
                    "will {name} hear?"
                ),
                N_("How do you want me to tell you what we decided?"),
            ),
        )
    }
)
