"""Reviews with whatever may have been captured, for tests by invention."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from models.review_sheet import (
    AttendanceOnSheet,
    DecisionOnSheet,
    FactOnSheet,
    NoteOnSheet,
    ReviewSheet,
    ScaleAnswerOnSheet,
    WishOnSheet,
)
from models.rules.legal_status import LEGAL_STATUSES
from models.rules.review_kinds import REVIEW_KINDS
from tests.letters import sheets
from tests.letters.on_sheet import REVIEW, attendance, decision, note, scale_answer, wish

SECRET = "SECRETTHING"
_WORDS = st.one_of(
    st.just(""),
    st.text(max_size=40),
    st.sampled_from(
        ("Sam likes CAMHS.", "“Quoted” she said", "The placement is going well.", "{name} %s")
    ),
)
_SAID = _WORDS.filter(lambda words: bool(words.strip()))
_DAYS = st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2028, 12, 31)))
_YES = st.booleans()


@st.composite
def _wish(draw: st.DrawFn, key: str) -> WishOnSheet:
    private = draw(_YES)
    return wish(
        key,
        f"{SECRET} {key}" if private else draw(_WORDS),
        way=draw(st.sampled_from(("said", "told_me", "told_someone", "drew", "showed", "odd"))),
        heard_by=draw(st.sampled_from(("", "Jo"))),
        asked_for=draw(_YES),
        answer=draw(_WORDS),
        decision_id=draw(st.sampled_from((None, "d-1", "d-2", "gone"))),
        private=private,
        in_letter=draw(_YES),
        question=draw(st.sampled_from(("", "house", "know"))),
        column=draw(st.sampled_from(("", "worry", "hope"))),
        picture=draw(st.sampled_from(("", "dog", "not-known"))),
    )


@st.composite
def _note(draw: st.DrawFn, key: str) -> NoteOnSheet:
    restricted = draw(_YES)
    return note(
        key,
        draw(st.sampled_from(("going_well", "worry", "next"))),
        f"{SECRET} {key}" if restricted else draw(_WORDS),
        letter_words=f"{SECRET} {key}" if restricted else draw(_WORDS),
        restricted=restricted,
        in_letter=draw(_YES),
    )


@st.composite
def _decision(draw: st.DrawFn, number: int) -> DecisionOnSheet:
    restricted = draw(_YES)
    secret = f"{SECRET} {number}"
    return decision(
        number,
        secret if restricted else draw(_SAID),
        draw(_WORDS),
        draw(_DAYS),
        why=secret if restricted else draw(_WORDS),
        letter_words=secret if restricted else draw(_WORDS),
        person_id=draw(st.sampled_from((None, "p-samir", "p-bea", "gone"))),
        restricted=restricted,
        in_letter=draw(_YES),
    )


@st.composite
def _came(draw: st.DrawFn, person_id: str) -> AttendanceOnSheet:
    return attendance(
        person_id,
        draw(st.sampled_from(("in_room", "video", "no", ""))),
        invited=draw(_YES),
        apologies=draw(_YES),
        sent_views=draw(_YES),
    )


@st.composite
def _number(draw: st.DrawFn) -> tuple[ScaleAnswerOnSheet, ...]:
    private = draw(_YES)
    return draw(
        st.sampled_from(
            (
                (),
                (
                    scale_answer(
                        "s-1",
                        draw(st.sampled_from((None, 0, 6, 6.5))),
                        is_child=True,
                        face=draw(st.sampled_from(("", "face-2"))),
                        reason=f"{SECRET} s" if private else draw(_WORDS),
                        private=private,
                    ),
                ),
            )
        )
    )


@st.composite
def any_review(draw: st.DrawFn) -> ReviewSheet:
    """Make Sam's review with anything in it, or with nothing."""
    told = {name: draw(_WORDS) for name in _TYPED}
    days = {name: draw(_DAYS) for name in ("held_on", "next_review_on", "see_child_by")}
    held = days["held_on"]
    people = draw(st.sampled_from((sheets.PEOPLE, sheets.PEOPLE[:2], ())))
    fields: dict[str, Any] = {
        **told,
        **days,
        "kind": draw(st.sampled_from(tuple(REVIEW_KINDS))),
        "moving_on": draw(_YES),
        "see_child_how": draw(st.sampled_from(("see", "ring", "video", ""))),
        "sittings": sheets.full().sittings if held else (),
        "people": people,
        "attendances": tuple(draw(_came(person.id)) for person in people),
        "wishes": tuple(draw(_wish(f"w-{n}")) for n in range(draw(_COUNT))),
        "notes": tuple(draw(_note(f"n-{n}")) for n in range(draw(_COUNT))),
        "decisions": tuple(draw(_decision(n)) for n in range(1, 1 + draw(_COUNT))),
        "scale_answers": draw(_number()),
        "participation": draw(st.sampled_from((None, sheets.PARTICIPATION))),
        "facts": tuple(
            FactOnSheet(f"f-{key}", REVIEW, key, draw(_WORDS), None, draw(_CHOICES))
            for key in ("savings", "staying_put", "personal_adviser")
        ),
        "covering_for": draw(st.sampled_from(("", "Ruth Castlemaine"))),
        "child": replace(
            sheets.SAM,
            legal_status=draw(st.sampled_from(("", "XX", *LEGAL_STATUSES))),
            born_on=draw(st.dates(date(2008, 1, 1), date(2026, 1, 1))),
        ),
    }
    return sheets.full(**fields)


_TYPED = (
    "warm_line", "home_line", "what_for", "legal_line", "no_words_why", "one_more_line",
    "no_next_review_why", "next_review_place",
)  # fmt: skip
_COUNT = st.integers(0, 7)
_CHOICES = st.sampled_from(("", "arranged", "wanted", "odd"))
