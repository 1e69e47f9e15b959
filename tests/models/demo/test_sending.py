"""In the demo council everything of sending and convening can be tried out at once."""

from pathlib import Path

from models.convening_list import forms_back
from models.convening_on_sheet import ListState
from models.convening_queue import ToDo, new_in_care, to_convene
from models.database import Database
from models.demo.after_meetings import AfterMeeting, Stage, after_meetings
from models.disclosure.facts import protected_for
from models.disclosure.tags import unresolved
from models.readers_of_papers import readers
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from models.rules.finalising import Standing, standing_of_decisions
from models.rules.working_days import WorkingDays
from tests.demo_record import TODAY

CALENDAR = WorkingDays.of_england_and_wales()
STANDS = {
    Stage.WITH_MANAGER: Standing.WITH_MANAGER,
    Stage.OBJECTED: Standing.DISPUTED,
    Stage.TO_PRINT: Standing.FINAL,
    Stage.TO_FINALISE: Standing.NO_REPLY,
    Stage.TO_LOOK_AT: Standing.FINAL,
    Stage.SENT: Standing.FINAL,
}


def test_a_review_stands_at_each_stage_after_its_meeting(
    demo: Database, demo_made: tuple[Path, str]
) -> None:
    for stage, after in _told(demo, demo_made[1]).items():
        standing = standing_of_decisions(_sheet(demo, after), TODAY, CALENDAR)
        assert standing.state is STANDS[stage], stage
    assert set(_told(demo, demo_made[1])) == set(Stage)


def test_of_the_review_that_waits_one_note_says_nobody_from_whom_it_is_kept(
    demo: Database, demo_made: tuple[Path, str]
) -> None:
    sheet = _sheet(demo, _told(demo, demo_made[1])[Stage.TO_LOOK_AT])
    assert len(unresolved(sheet)) == 1
    assert [each.field for each in sheet.restrictions] == ["iro_view"]
    parent = next(each for each in readers(sheet) if each.rule.of_birth_family)
    carer = next(each for each in readers(sheet) if each.rule.key == "carer")
    assert carer.address
    hidden = " ".join(fact.words for fact in protected_for(sheet, parent))
    assert carer.address.splitlines()[0] in hidden


def test_lists_are_late_reminded_handed_back_and_complete(
    demo: Database, demo_made: tuple[Path, str]
) -> None:
    with demo.reading() as connection:
        lines = to_convene(connection, demo_made[1], TODAY, CALENDAR)
        back = [each for line in lines for each in forms_back(connection, line.review.id)]
    assert {ListState.LATE, ListState.REMINDED, ListState.HANDED_BACK, ListState.RECEIVED} <= {
        line.state for line in lines
    }
    assert {ToDo.LIST, ToDo.FORMS, ToDo.INVITE, ToDo.SOCIAL_WORKER} <= {
        line.to_do for line in lines
    }
    assert [each.taken_in_on for each in back] == [None]


def test_two_children_are_new_in_care_one_without_an_iro(
    demo: Database, demo_made: tuple[Path, str]
) -> None:
    with demo.reading() as connection:
        found = new_in_care(connection, demo_made[1], CALENDAR)
    assert [each.lacks_iro for each in found] == [False, True]


def _told(demo: Database, owner_id: str) -> dict[Stage, AfterMeeting]:
    with demo.saving(owner_id) as session:
        return after_meetings(session, owner_id, TODAY, CALENDAR)


def _sheet(demo: Database, after: AfterMeeting) -> ReviewSheet:
    with demo.reading() as connection:
        return read_review(connection, after.review_id)
