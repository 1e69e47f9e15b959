"""What goes with what is gone: whatever names a row that this reader does not see."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any  # Any: rows of many kinds

from models.disclosure.cutting import Cutting
from models.disclosure.rows import TABLES
from models.letter_making import LetterMaking
from models.review_sheet import ReviewSheet

Goes = Callable[[Any], bool]


def followed(before: ReviewSheet, left: ReviewSheet, cutting: Cutting) -> ReviewSheet:
    """The sheet without what only stood there because of a row that is gone."""
    people, notes = _gone(before, left, "people"), _gone(before, left, "notes")
    decisions = frozenset().union(
        *(_gone(before, left, each) for each in ("decisions", "earlier_decisions", "carried"))
    )
    left = _without_people(left, people, cutting)
    scales = {each.scale for each in before.notes if each.id in notes}

    def on_gone_scale(row: Any) -> bool:
        return row.scale in scales

    left = replace(
        left,
        notes=tuple(_unlinked(each, notes, ("goal_id",)) for each in left.notes),
        scale_answers=_but("scale_answer", left.scale_answers, on_gone_scale, cutting),
        earlier_scale_answers=_of_scales(left.earlier_scale_answers, scales),
        decisions=tuple(
            _unlinked(_unlinked(each, notes, ("goal_id", "note_id")), decisions,
                      ("carried_from_id",))
            for each in left.decisions
        ),
        wishes=tuple(_unlinked(each, decisions, ("decision_id",)) for each in left.wishes),
    )  # fmt: skip
    left = _without_decisions(left, decisions, cutting)
    left = replace(left, decision_changes=_as_shown(before, left))
    shown = {each.drawing_id for each in left.wishes}
    drawings = tuple(each for each in left.drawings if each.id in shown)
    return replace(left, drawings=drawings, making=_making(before, left))


def _gone(before: ReviewSheet, left: ReviewSheet, name: str) -> frozenset[str]:
    there = {each.id for each in getattr(left, name)}
    return frozenset(each.id for each in getattr(before, name) if each.id not in there)


def _without_people(left: ReviewSheet, gone: frozenset[str], cutting: Cutting) -> ReviewSheet:
    def of_them(row: Any) -> bool:
        return row.person_id in gone

    who: dict[str, Any] = {
        name: tuple(
            replace(each, person_id=None, who="") if each.person_id in gone else each
            for each in getattr(left, name)
        )
        for name in ("decisions", "earlier_decisions", "carried")
    }
    return replace(
        left,
        attendances=_but("attendance", left.attendances, of_them, cutting),
        scale_answers=_but("scale_answer", left.scale_answers, of_them, cutting),
        earlier_scale_answers=tuple(
            each for each in left.earlier_scale_answers if each.person_id not in gone
        ),
        sittings=tuple(
            replace(each, came=tuple(one for one in each.came if one not in gone))
            for each in left.sittings
        ),
        notes=tuple(
            replace(each, person_id=None, said_by="") if each.person_id in gone else each
            for each in left.notes
        ),
        **who,
    )


def _without_decisions(left: ReviewSheet, gone: frozenset[str], cutting: Cutting) -> ReviewSheet:
    here = {None, *(each.id for each in left.decisions)}

    def of_them(row: Any) -> bool:
        return row.decision_id in gone

    def of_none_here(row: Any) -> bool:
        return row.decision_id not in here  # withdrawn since: its tags are not known any more

    names: dict[str, Goes] = {
        "progress": of_them,
        "disputes": of_them,
        "replies": of_none_here,
        "decision_changes": of_none_here,
    }
    kept: dict[str, Any] = {
        name: _but(TABLES[name], getattr(left, name), goes, cutting)
        for name, goes in names.items()
    }
    return replace(left, **kept)


_TOLD_BEFORE = ("what", "who", "why", "how_we_will_know")


def _as_shown(before: ReviewSheet, left: ReviewSheet) -> tuple[Any, ...]:
    """How decisions were before, without the fields of which something is left out today."""
    was = {each.id: each for each in before.decisions}
    found = []
    for decision in left.decisions:
        own = [each for each in left.decision_changes if each.decision_id == decision.id]
        cut: dict[str, Any] = {
            name: "" for name in _TOLD_BEFORE
            if getattr(decision, name) != getattr(was[decision.id], name)
        }  # fmt: skip
        if "what" not in cut:
            found += [replace(each, **cut) for each in own]
    order = [each.id for each in before.decision_changes]
    return tuple(sorted(found, key=lambda each: order.index(each.id)))


def _but(table: str, rows: Iterable[Any], goes: Goes, cutting: Cutting) -> tuple[Any, ...]:
    """The rows that stay; of the others it is noted that they went."""
    stay = []
    for row in rows:
        if goes(row):
            cutting.drop(table, row, "")
        else:
            stay.append(row)
    return tuple(stay)


def _unlinked(row: Any, gone: frozenset[str], names: tuple[str, ...]) -> Any:
    """The row without its links to what is gone."""
    broken = {name: None for name in names if getattr(row, name) in gone}
    return replace(row, **broken) if broken else row


def _of_scales(answers: tuple[Any, ...], gone: Iterable[str]) -> tuple[Any, ...]:
    return tuple(each for each in answers if each.scale not in gone)


def _making(before: ReviewSheet, left: ReviewSheet) -> LetterMaking:
    """What makes the letter, without lines, words and translations of rows that are gone."""
    gone = frozenset().union(*(_gone(before, left, name) for name in TABLES))
    making = left.making

    def stays(key: str) -> bool:
        return gone.isdisjoint(key.split("/"))

    return replace(
        making,
        lines=tuple(each for each in making.lines if stays(each.key)),
        translations=tuple(each for each in making.translations if stays(each.key)),
        waivers=(),
        other_children=(),
    )
