"""Invents one review: who came, what was said, the numbers, the decisions and how they went."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar  # Any: the fields of a new record

from models.considered import MatterConsidered
from models.coverage import CONDITIONAL, NOT_APPLICABLE_WHY
from models.decision import Decision, DecisionProgress, Outcome
from models.demo.small_words import (
    HOME,
    HOME_LATER,
    NOT_IN_WORDS,
    SHOWN,
    SMALL,
    WATCHED,
    agreed_for,
    said_to,
    warm_lines,
)
from models.demo.taking_part import ANSWERS_FOR
from models.demo.words import (
    ADULT_REASONS,
    ANSWERS,
    CHILD_SAID,
    DECISIONS,
    GOING_WELL,
    NEEDS,
    NUMBER_REASONS,
    WAITING,
    WARM,
    WORRIES,
    Said,
)
from models.owed import CLOCKS, MIDPOINT, REPLY, owed
from models.participation import Participation
from models.people import Attendance, Attended, Person
from models.record import Shared
from models.review import (
    Milestone,
    Review,
    ReviewState,
    RightExplained,
    Sitting,
    StepMark,
)
from models.rules.age import age_on
from models.rules.deadlines import midpoint
from models.rules.life_areas import LIFE_AREAS
from models.rules.meeting_steps import MEETING_STEPS
from models.rules.review_clock import ReviewPath
from models.rules.review_kinds import usual_kind
from models.rules.rights import RIGHTS
from models.rules.scales import FACES, FROM_ABOUT, OVERALL_CHILD, OVERALL_FACES
from models.signs import Answered, Note, ScaleAnswer
from models.wishes import Way, Wish

if TYPE_CHECKING:
    from models.child import Child
    from models.council import StaffMember
    from models.demo.council import DemoCouncil
    from models.demo.people import Circle
    from models.demo.timeline import Held

R = TypeVar("R", bound=Shared)

_POOLS = (("going_well", GOING_WELL, 4), ("worry", WORRIES, 2), ("next", NEEDS, 1))
FOR_EVERY_AGE = frozenset({"home", "family_time", "health"})
REVIEWED_TODAY = frozenset({"Kit", "Posy"})  # brother and sister, whatever chance says
OLDER = 8
DAYS_TO_DO_IT, DONE_SHARE = (20, 190), 0.8
LETTER_WITHOUT_LATE = 25  # days after which even a slow service has sent everything


class InventedReview:
    """One review of one invented child."""

    def __init__(
        self,
        council: DemoCouncil,
        child: Child,
        iro: StaffMember,
        round_child: Circle,
        people: dict[str, Person],
    ) -> None:
        self.council = council
        self.chance = council.chance
        self.child = child
        self.iro = iro
        self.round_child = round_child
        self.people = people

    def _make(self, kind: type[R], /, **fields: Any) -> R:
        return self.council.make(kind, case_id=self.child.id, **fields)

    def _place(self) -> str:
        return self.round_child.home

    def _time(self, booked: date, today: date) -> str:
        """Today's two reviews do not clash: the older child is at school in the morning."""
        if booked == today:
            return "16:00" if self._is_older() else "10:30"
        return self.chance.choice(["10:30", "13:15", "16:00"])

    def _is_older(self) -> bool:
        return age_on(self.child.born_on, self.council.today) >= OLDER

    def said(self, words: str) -> str:
        """Words with this child's own names in them."""
        round_child = self.round_child
        return words.format(
            name=self.child.called,
            carer=round_child.home,
            helper=round_child.carer,
            living=round_child.living,
        )

    def hold(self, held: Held, still_open: dict[str, str], code: str = "") -> None:
        """Invent a review that was held: with this participation code, or one by chance.

        `still_open` are the decisions to ask about, by what was decided; it is kept up.
        """
        adjourned = held.completed_on is None
        self.review = self._make(
            Review,
            child_id=self.child.id,
            number=held.number,
            kind=self._kind(held.number, held.begun_on),
            chair_id=self.iro.id,
            due_on=held.due_on,
            due_clock=held.clock,
            counted_from=held.counted_from,
            booked_on=held.begun_on,
            booked_time=self.chance.choice(["10:30", "13:15", "16:00"]),
            place=self._place(),
            held_on=held.begun_on,
            state=ReviewState.ADJOURNED if adjourned else ReviewState.FINISHED,
            late_why=self.said(self.chance.choice(WAITING)) if held.late else "",
        )
        self.council.session.flush()
        self._sittings(held)
        self._progress(still_open)
        self._talk(held.begun_on, code)
        self._decisions(held.begun_on, still_open)
        if held.completed_on is not None:
            self._close(held, held.completed_on)

    def _sittings(self, held: Held) -> None:
        first = self._make(
            Sitting, review_id=self.review.id, number=1, held_on=held.begun_on,
            began_at=self.review.booked_time, ended_at=_an_hour_after(self.review.booked_time),
            place=self.review.place,
        )  # fmt: skip
        if not held.in_two_parts:
            return
        first.adjourned = True
        first.reason = "There was no agreed care plan on the day."
        if held.completed_on is not None:
            self._make(
                Sitting, review_id=self.review.id, number=2, held_on=held.completed_on,
                began_at="10:00", ended_at="10:50", place=self.review.place,
            )  # fmt: skip

    def _talk(self, on: date, code: str) -> None:
        code = self._participation(on, code)
        self._attendance()
        self._wishes(code, on)
        for column, pool, most in _POOLS:
            self._notes(column, pool, most, self._age(on))
        self._numbers(code, on)
        self.review.warm_line = self.said(self._warm(on))
        self.review.home_line = self.said(HOME_LATER if self._age(on) < SMALL else HOME)
        self.review.plan_agreed = self.chance.choice(["yes", "yes", "partly"])
        self.review.permanence_plan = self.round_child.long_plan
        self.review.iro_view = self.said("What was agreed must be done by the dates given.")

    def _age(self, on: date) -> int:
        return age_on(self.child.born_on, on)

    def _warm(self, on: date) -> str:
        """A line of the child's own, which is another at each review."""
        lines = warm_lines(self._age(on))
        first = Random(f"{self.child.id} warm").randrange(len(lines))  # noqa: S311 invention
        return lines[(first + self.chance.randrange(len(WARM))) % len(lines)]

    def _participation(self, on: date, code: str) -> str:
        code = code or self.council.code_for(self.child.born_on, on)
        self.participation = self._make(
            Participation,
            review_id=self.review.id,
            suggested_code=code,
            seen_alone="yes" if code in {"PN1", "PN2", "PN5", "PN6"} else "declined",
            seen_alone_on=on - timedelta(days=2),
            how_known="Watched at play; the carer described the week." if code == "PN0" else "",
            also=["chose_place", "talked_alone"] if code == "PN1" else [],
            **ANSWERS_FOR[code],
        )
        return code

    def _attendance(self) -> None:
        for key, person in self.people.items():
            absent = key == "family" and self.chance.random() < 0.4
            self._make(
                Attendance,
                review_id=self.review.id,
                person_id=person.id,
                consulted=True,
                attended=Attended.NO if absent else Attended.IN_ROOM,
                sent_views=absent,
                views="Sent views by phone." if absent else "",
                apologies=absent,
            )

    def _wishes(self, code: str, on: date) -> None:
        if code in {"PN0", "PN4", "PN7"}:
            watched = self.said(WATCHED)
            self.review.no_words_why = watched if code == "PN0" else NOT_IN_WORDS
            return
        way = {"PN1": Way.SAID, "PN3": Way.SHOWED, "PN6": Way.WROTE}.get(code, Way.TOLD_ME)
        for position, (words, area, asked) in enumerate(self.chance.sample(CHILD_SAID, 3), 1):
            self._make(
                Wish,
                review_id=self.review.id,
                words=SHOWN[words] if way == Way.SHOWED else words,
                way=way,
                heard_by=self.iro.name,
                heard_on=on,
                life_area=area,
                asked_for=asked,
                answer=self.chance.choice(ANSWERS) if asked else "",
                position=position,
            )

    def _notes(self, column: str, pool: dict[str, tuple[Said, ...]], most: int, age: int) -> None:
        young = self.child.school == ""
        areas = sorted(area for area in pool if area in FOR_EVERY_AGE or not young)
        for position, area in enumerate(self.chance.sample(areas, min(most, len(areas))), 1):
            said = said_to(self.chance.choice(pool[area]), age)
            person = self.people.get(said.role)
            self._make(
                Note,
                review_id=self.review.id,
                step=LIFE_AREAS[area].step,
                column=column,
                life_area=area,
                words=self.said(said.record),
                letter_words=self.said(said.letter),
                said_by=self.round_child.name_of(said.role),
                person_id=person.id if person else None,
                position=position,
            )

    def _numbers(self, code: str, on: date) -> None:
        if code in {"PN0", "PN4", "PN7"}:
            self._make(
                ScaleAnswer, review_id=self.review.id, is_child=True, who=self.child.called,
                answered=Answered.NOT_ASKED, scale=self._on_own_scale(0, on)["scale"],
            )  # fmt: skip
        else:
            self._make(
                ScaleAnswer, review_id=self.review.id, is_child=True, who=self.child.called,
                answered=Answered.NUMBER, **self._on_own_scale(self.chance.randint(4, 8), on),
                reason=self.chance.choice(NUMBER_REASONS), one_more="Knowing the plan.",
            )  # fmt: skip
        for key in ("carer", "social_worker"):
            person = self.people[key]
            self._make(
                ScaleAnswer, review_id=self.review.id, person_id=person.id, who=person.name,
                answered=Answered.NUMBER, number=self.chance.randint(5, 9),
                reason=self.chance.choice(ADULT_REASONS),
            )  # fmt: skip

    def _on_own_scale(self, number: int, on: date) -> dict[str, Any]:
        """A number for an older child; for a younger one the face that is nearest to it."""
        if age_on(self.child.born_on, on) >= FROM_ABOUT:
            return {"scale": OVERALL_CHILD, "number": number}
        face = min(FACES, key=lambda each: abs(each.number - number))
        return {"scale": OVERALL_FACES, "number": face.number, "face": face.key}

    def _decisions(self, on: date, still_open: dict[str, str]) -> None:
        """Four decisions that do not repeat what is still to be done."""
        wanted = [
            each
            for each in DECISIONS
            if each.role in self.people
            and not {self.said(each.what), self.said(agreed_for(each, 0).what)} & set(still_open)
        ]
        age = self._age(on)
        for number, drawn in enumerate(self.chance.sample(wanted, min(4, len(wanted))), 1):
            agreed = agreed_for(drawn, age)
            person = self.people[agreed.role]
            day = on + timedelta(days=self.chance.randint(*DAYS_TO_DO_IT))
            decision = self._make(
                Decision,
                review_id=self.review.id,
                number=number,
                what=self.said(agreed.what),
                letter_words=self.said(agreed.letter),
                who=person.name,
                person_id=person.id,
                by_when=self.council.calendar.before(day, 1),
                why=self.said(agreed.why),
                how_we_will_know=self.said(agreed.know),
                picture=agreed.picture,
            )
            still_open[decision.what] = decision.id

    def _progress(self, still_open: dict[str, str]) -> None:
        """How what was to be done went: most is done, and nothing waits for a third review."""
        self.council.session.flush()
        for what, decision_id in list(still_open.items()):
            decision = self.council.session.get_one(Decision, decision_id)
            waited = decision.outcome == Outcome.NOT_DONE
            is_done = waited or self.chance.random() < DONE_SHARE
            outcome = Outcome.DONE if is_done else Outcome.NOT_DONE
            decision.outcome = outcome
            self._make(
                DecisionProgress,
                review_id=self.review.id,
                decision_id=decision_id,
                outcome=outcome,
                why="" if is_done else "It was waiting for somebody’s answer.",
            )
            if is_done:
                del still_open[what]

    def _close(self, held: Held, completed_on: date) -> None:
        review, council = self.review, self.council
        review.completed_on = completed_on
        review.finished_at = datetime.combine(completed_on, time(17, 30), UTC)
        next_due = council.next_due(self.child, held)
        if next_due is not None:
            review.midpoint_on = midpoint(held.begun_on, next_due)
            review.next_review_on = council.calendar.before(next_due, 4)
            review.see_child_by = review.midpoint_on
            review.see_child_how = "ring"
        for step in MEETING_STEPS:
            self._make(StepMark, review_id=review.id, step=step, done=True)
        for right in RIGHTS:
            gone = {"right": right, "done": True, "on": completed_on}
            self._make(RightExplained, review_id=review.id, **gone)
        for matter in sorted(CONDITIONAL):
            said = {"state": "not_applicable", "words": self.said(NOT_APPLICABLE_WHY[matter][0])}
            self._make(MatterConsidered, review_id=review.id, matter=matter, **said)
        review.clocks_open = not self._papers(completed_on, review.midpoint_on)

    def _papers(self, completed_on: date, midpoint_on: date | None) -> bool:
        """What was sent after the review; says whether nothing more is owed."""
        council = self.council
        old = (council.today - completed_on).days > LETTER_WITHOUT_LATE
        met: dict[str, date] = {}
        for each in owed(completed_on, {}, midpoint_on, council.calendar):
            days = self.chance.randint(2, 18)
            on = min(each.due_on, council.calendar.after(completed_on, days))
            if each.clock == MIDPOINT:
                on = council.calendar.before(each.due_on, days % 4 + 1)
            sent = on < council.today and (old or self.chance.random() < 0.6)
            if sent and (each.clock != MIDPOINT or each.due_on < council.today):
                met[each.clock] = on
        if CLOCKS[0] in met and old:
            met[REPLY] = met[CLOCKS[0]]
        for clock, on in met.items():
            self._make(Milestone, review_id=self.review.id, clock=clock, met_on=on)
        wanted = {*CLOCKS, MIDPOINT} if midpoint_on else set(CLOCKS)
        return wanted <= set(met)

    def _kind(self, number: int, on: date | None) -> str:
        return usual_kind(number, ReviewPath.ORDINARY, self.child.born_on, on)

    def plan(self, number: int) -> None:
        """Invent the review to come: booked for most, today for one or two."""
        council, child = self.council, self.child
        due = child.review_due_on
        booked = None
        if due is not None and 0 <= (due - council.today).days <= 2:
            booked = council.today
        elif due is not None and due >= council.today and self.chance.random() < 0.75:
            booked = max(council.today, council.calendar.before(due, self.chance.randint(1, 4)))
        at = self._time(booked, council.today) if booked else ""
        if child.given_name in REVIEWED_TODAY and due is not None and due >= council.today:
            booked, at = council.today, self._time(council.today, council.today)
        review = self.review = self._make(
            Review,
            child_id=child.id,
            number=number,
            kind=self._kind(number, booked or due),
            chair_id=self.iro.id,
            booked_on=booked,
            booked_time=at,
            place=self._place() if booked else "",
        )
        council.session.flush()
        for person in self.people.values():
            self._make(Attendance, review_id=review.id, person_id=person.id)


def _an_hour_after(began_at: str) -> str:
    return f"{int(began_at[:2]) + 1:02d}{began_at[2:]}"
