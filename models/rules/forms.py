"""The consultation forms that go out before a review, as data: who is asked what, in plain words.

They follow the meeting: what works well, what worries, what is to happen, and a number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from models.rules.age import age_on
from models.rules.marking import N_

SOURCE: Final = (
    "Domain reference 4.2, 4.3, 5.4 and 7: four questions of Signs of Safety; our words"
)
YOUNGEST: Final = 4
"""Below this age nobody is sent a form of their own. Units: years."""


class Answer(StrEnum):
    """How a question is answered on paper."""

    LINES = "lines"  # lines to write on
    DRAW = "draw"  # room to draw or write
    FACES = "faces"  # five faces, one to be ringed
    NUMBER = "number"  # 0 to 10, one to be ringed
    TICKS = "ticks"  # some of `choices`


@dataclass(frozen=True)
class Question:
    """One question. `lines` is the room to write in; `picture` a pictogram beside it.

    `column` is the column of the meeting that the answer belongs to, "" for none.
    """

    key: str
    words: str
    answer: Answer = Answer.LINES
    lines: int = 3
    picture: str = ""
    column: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConsultationForm:
    """One form. `name` is for the service, `title` and `hello` for who fills it in.

    `from_age` and `to_age` are of a child's own form. Units: `size_pt` in points.
    """

    key: str
    name: str
    title: str
    hello: str
    questions: tuple[Question, ...]
    thanks: str
    size_pt: float = 12.0
    from_age: int | None = None
    to_age: int | None = None

    @property
    def is_childs(self) -> bool:
        """Whether the child fills it in."""
        return self.from_age is not None


_CHILD_4 = ConsultationForm(
    "child_4", N_("{name}, age 4 to 7"), N_("All about me"),
    N_("Hello {name}. We will meet to talk about you. You can draw or write here. A grown-up "
       "can help you."),
    (
        Question("feel", N_("How do you feel today?"), Answer.FACES, picture="say"),
        Question("good", N_("What do you like? Draw it or write it."), Answer.DRAW, 6,
                 "going-well", "going_well"),
        Question("worry", N_("What makes you sad or cross?"), Answer.DRAW, 6, "worry", "worry"),
        Question("dream", N_("What do you wish for?"), Answer.DRAW, 6, "hope", "hope"),
        Question("who", N_("Who do you want to see more?"), Answer.LINES, 2, "brothers-sisters"),
        Question("come", N_("Do you want to come to the meeting?"), Answer.TICKS, 0, "meeting",
                 choices=(N_("Yes"), N_("A bit of it"), N_("No"), N_("I do not know yet"))),
    ),
    N_("Thank you. You did well."), 18.0, 4, 7,
)  # fmt: skip
_CHILD_8 = ConsultationForm(
    "child_8", N_("{name}, age 8 to 11"), N_("My review: what I think"),
    N_("Hello {name}. Your review is a meeting about you and your life. What you think matters "
       "most. Write as much or as little as you like. You can ask someone to help you."),
    (
        Question("good", N_("What is going well for you?"), Answer.LINES, 4, "going-well",
                 "going_well"),
        Question("worry", N_("What are you worried about, or not happy with?"), Answer.LINES, 4,
                 "worry", "worry"),
        Question("next", N_("What would you like to happen?"), Answer.LINES, 4, "next",
                 "next"),
        Question("home", N_("What is it like where you live?"), Answer.LINES, 3, "home"),
        Question("family", N_("Who would you like to see more, or less?"), Answer.LINES, 3,
                 "brothers-sisters"),
        Question("school", N_("How is school? What do you do for fun?"), Answer.LINES, 3,
                 "football"),
        Question("number", N_("How are things for you? Put a ring round a number. 0 is really "
                              "not OK. 10 is just how you want it."), Answer.NUMBER, 0, "number"),
        Question("one_more", N_("What would make it one number better?"), Answer.LINES, 2),
        Question("not", N_("Is there anything we should not talk about in front of everyone?"),
                 Answer.LINES, 2, "quiet"),
        Question("come", N_("Would you like to come?"), Answer.TICKS, 0, "meeting",
                 choices=(N_("Yes, all of it"), N_("Yes, part of it"), N_("No"),
                          N_("I want someone to speak for me"))),
        Question("who", N_("Who should be there? Who should not?"), Answer.LINES, 2, "person"),
    ),
    N_("Thank you for telling us."), 14.0, 8, 11,
)  # fmt: skip
_CHILD_12 = ConsultationForm(
    "child_12", N_("{name}, age 12 to 15"), N_("My review: what I want to say"),
    N_("Hello {name}. This is your chance to say what you think before your review. You do not "
       "have to answer everything. Leave out what you like."),
    (
        Question("good", N_("What is going well?"), Answer.LINES, 4, column="going_well"),
        Question("worry", N_("What worries you, or is not working?"), Answer.LINES, 4,
                 column="worry"),
        Question("next", N_("What needs to happen next, and who should do it?"), Answer.LINES, 4,
                 column="next"),
        Question("home", N_("What is it like where you live? Is it the right place for you?"),
                 Answer.LINES, 3),
        Question("family", N_("How is family time? Who would you like to see more, less, or in "
                              "another way?"), Answer.LINES, 3),
        Question("school", N_("How are school, friends and free time?"), Answer.LINES, 3),
        Question("health", N_("How are you, in body and mind?"), Answer.LINES, 3),
        Question("kept", N_("Last time we agreed some things. Were they done?"), Answer.LINES, 3),
        Question("number", N_("Where are you, from 0 to 10? 0 means things are really not OK. 10 "
                              "means they are just how you want them."), Answer.NUMBER, 0),
        Question("one_more", N_("What would make it one more?"), Answer.LINES, 2),
        Question("not", N_("What should not be talked about in front of everyone?"),
                 Answer.LINES, 2),
        Question("come", N_("How do you want to take part?"), Answer.TICKS, 0,
                 choices=(N_("Be there for all of it"), N_("Be there for part of it"),
                          N_("Help to run the meeting"), N_("Talk to my IRO before"),
                          N_("Have an advocate speak for me"), N_("Not be there"))),
        Question("who", N_("Who should be there, who should not, and where should we meet?"),
                 Answer.LINES, 3),
    ),
    N_("Thank you. Your IRO reads this before the review."), 12.0, 12, 15,
)  # fmt: skip
_CHILD_16 = ConsultationForm(
    "child_16", N_("{name}, age 16 to 17"), N_("My review and my plan"),
    N_("Hello {name}. This is your review, and your plan for the years to come. Tell us here "
       "what you want us to know. You do not have to answer everything."),
    (
        Question("good", N_("What is going well?"), Answer.LINES, 4, column="going_well"),
        Question("worry", N_("What worries you, or is not working?"), Answer.LINES, 4,
                 column="worry"),
        Question("next", N_("What needs to happen next, who should do it, and by when?"),
                 Answer.LINES, 4, column="next"),
        Question("home", N_("Where do you want to live, now and at 18?"), Answer.LINES, 3),
        Question("people", N_("Who are your people? Who would you call at two in the morning?"),
                 Answer.LINES, 3),
        Question("learning", N_("School, college, training or work: what do you want, and what "
                                "would help?"), Answer.LINES, 3),
        Question("health", N_("How are you, in body and mind? Do you know who to go to?"),
                 Answer.LINES, 3),
        Question("money", N_("Money, papers and practical things: what do you still need?"),
                 Answer.LINES, 3),
        Question("adviser", N_("Do you know your personal adviser, and your pathway plan? Is it "
                               "your plan?"), Answer.LINES, 3),
        Question("kept", N_("Last time we agreed some things. Were they done?"), Answer.LINES, 3),
        Question("number", N_("Where are you, from 0 to 10? 0 means things are really not OK. 10 "
                              "means they are just how you want them."), Answer.NUMBER, 0),
        Question("one_more", N_("What would make it one more?"), Answer.LINES, 2),
        Question("come", N_("How do you want to take part?"), Answer.TICKS, 0,
                 choices=(N_("Be there for all of it"), N_("Be there for part of it"),
                          N_("Chair it, or part of it"), N_("Talk to my IRO before"),
                          N_("Have an advocate speak for me"), N_("Not be there"))),
    ),
    N_("Thank you. Your IRO reads this before the review."), 12.0, 16, 17,
)  # fmt: skip
_NUMBER: Final = N_(
    "From 0 to 10: how well is this plan working for {name}? 0 means that it has to change now. "
    "10 means that {name} is safe, settled and doing well, and the plan will last."
)
_MORE: Final = N_("What makes it that number and not lower? What would make it one more?")
_PARENT = ConsultationForm(
    "parent", N_("Parent"), N_("{name}’s review: what you think"),
    N_("You know {name} in a way that nobody else does. Please tell us what you think before the "
       "review. Write in any language. If you would rather say it, ring us."),
    (
        Question("good", N_("What is going well for {name}?"), Answer.LINES, 4,
                 column="going_well"),
        Question("worry", N_("What are you worried about?"), Answer.LINES, 4, column="worry"),
        Question("next", N_("What do you think needs to happen?"), Answer.LINES, 4,
                 column="next"),
        Question("family", N_("How is family time for {name}, and for you?"), Answer.LINES, 3),
        Question("know", N_("What should we know about {name}’s family, faith, language, health "
                            "or likes?"), Answer.LINES, 3),
        Question("kept", N_("Were the decisions of last time carried out? What helped, or got in "
                            "the way?"), Answer.LINES, 3),
        Question("number", _NUMBER, Answer.NUMBER, 0),
        Question("one_more", _MORE, Answer.LINES, 3),
        Question("come", N_("How will you take part?"), Answer.TICKS, 0,
                 choices=(N_("In the room"), N_("By video"), N_("By phone"),
                          N_("I cannot come, these are my views"))),
        Question("help", N_("What do you need to take part: an interpreter, another time, help "
                            "with travel, somebody with you?"), Answer.LINES, 2),
    ),
    N_("Thank you. What you write is read out or given to the meeting unless you say otherwise."),
)  # fmt: skip
_CARER = ConsultationForm(
    "carer", N_("Carer"), N_("{name}’s review: how things are at home"),
    N_("You see {name} every day. Please tell us how things are before the review. {name} may "
       "read this one day: please write it so."),
    (
        Question("good", N_("What is going well for {name}? What makes you proud?"),
                 Answer.LINES, 4, column="going_well"),
        Question("worry", N_("What are you worried about, and what happens then?"), Answer.LINES,
                 4, column="worry"),
        Question("next", N_("What needs to happen, and what would help you?"), Answer.LINES, 4,
                 column="next"),
        Question("health", N_("Health: check-ups, dentist, eyes, sleep, food, feelings"),
                 Answer.LINES, 4),
        Question("learning", N_("School or nursery, hobbies and friends"), Answer.LINES, 3),
        Question("family", N_("Family time: what {name} is like before and after"), Answer.LINES,
                 3),
        Question("say", N_("What may you decide yourself, and what do you have to ask for?"),
                 Answer.LINES, 3),
        Question("kept", N_("Were the decisions of last time carried out?"), Answer.LINES, 3),
        Question("number", _NUMBER, Answer.NUMBER, 0),
        Question("one_more", _MORE, Answer.LINES, 3),
    ),
    N_("Thank you. Please do not write anything that {name}’s family must not read, such as your "
       "address: tell the IRO instead."),
)  # fmt: skip
_SCHOOL = ConsultationForm(
    "school", N_("School or nursery"), N_("{name}’s review: learning and friends"),
    N_("Please tell us how {name} is doing before the review. {name} may read this one day: "
       "please write it so."),
    (
        Question("good", N_("What is going well? What is {name} good at?"), Answer.LINES, 4,
                 column="going_well"),
        Question("worry", N_("What are you worried about?"), Answer.LINES, 4, column="worry"),
        Question("next", N_("What needs to happen, who should do it, and by when?"),
                 Answer.LINES, 4, column="next"),
        Question("progress", N_("Progress, attendance, and any time out of school"), Answer.LINES,
                 3),
        Question("plan", N_("Personal education plan: its date, and what it says now"),
                 Answer.LINES, 3),
        Question("help", N_("Extra help: what is in place, and what is missing?"), Answer.LINES,
                 3),
        Question("friends", N_("Friends, clubs, and who {name} goes to when things are hard"),
                 Answer.LINES, 3),
        Question("number", _NUMBER, Answer.NUMBER, 0),
        Question("one_more", _MORE, Answer.LINES, 3),
    ),
    N_("Thank you. Please send it back to the address above."),
)  # fmt: skip
_HEALTH = ConsultationForm(
    "health", N_("Health"), N_("{name}’s review: health and feelings"),
    N_("Please tell us how {name} is before the review. Write only what the review needs. {name} "
       "may read this one day: please write it so."),
    (
        Question("good", N_("What is going well with {name}’s health?"), Answer.LINES, 4,
                 column="going_well"),
        Question("worry", N_("What are you worried about?"), Answer.LINES, 4, column="worry"),
        Question("next", N_("What needs to happen, who should do it, and by when?"),
                 Answer.LINES, 4, column="next"),
        Question("checks", N_("Health assessment, dentist, eyes and jabs: dates, and what is "
                              "still to do"), Answer.LINES, 4),
        Question("feelings", N_("Feelings: how {name} is, and any help with them"), Answer.LINES,
                 4),
        Question("help", N_("What would help {name} and those who look after {name}?"),
                 Answer.LINES, 3),
    ),
    N_("Thank you. Please send it back to the address above."),
)  # fmt: skip

FORMS: Mapping[str, ConsultationForm] = MappingProxyType(
    {
        each.key: each
        for each in (
            _CHILD_4, _CHILD_8, _CHILD_12, _CHILD_16, _PARENT, _CARER, _SCHOOL, _HEALTH,
        )
    }
)  # fmt: skip
"""Every form by its key, which is kept in models.convening.Invitation.form."""

_OF_ROLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "parent": "parent",
        "family": "parent",
        "carer": "carer",
        "adopter": "carer",
        "teacher": "school",
        "virtual_school": "school",
        "nurse": "health",
    }
)


def childs_form(born_on: date, on: date) -> str:
    """Give the key of the form that a child's age suggests; nothing below 4."""
    age = age_on(born_on, on)
    for form in FORMS.values():
        if form.from_age is not None and form.from_age <= age <= (form.to_age or age):
            return form.key
    return "" if age < YOUNGEST else _CHILD_16.key


def usual_form(role: str, *, has_responsibility: bool = False) -> str:
    """Give the key of the form that somebody of this role is usually sent, or nothing."""
    return _OF_ROLE.get(role, "parent" if has_responsibility else "")
