"""Today for those who work with everybody's children; a child one covers for is said to be one."""

import pytest
from pytestqt.qtbot import QtBot

from models.sync.case_here import CaseHere
from models.sync.registry import IRO, MANAGER, SUPPORT
from tests import sample
from tests.ui.sync.part_of_a_record import Sam, desk_of
from ui.caseload.children_page import ChildrenPage
from ui.caseload.today_page import TodayPage
from ui.child.case_line import CaseLine, cover_words
from ui.child.child_page import ChildPage
from ui.meeting.review_page import ReviewPage


@pytest.mark.parametrize("role", [SUPPORT, MANAGER])
def test_today_shows_everybodys_children_to_those_who_work_with_them(
    qtbot: QtBot, sam: Sam, role: str
) -> None:
    with sam[0].saving(sam[1].iro_id) as session:
        from models.child import Child
        from models.record import new_id
        from models.review import Review

        other = new_id()
        session.get_one(Child, sam[1].child_id).iro_id = other
        session.get_one(Review, sam[1].review_id).chair_id = other
    with desk_of(sam, role) as desk:
        page = TodayPage(desk)
        qtbot.addWidget(page)
        assert page.reviews_head.said == "Reviews today"
        assert [card.line.id for card in page.cards] == [sam[1].review_id]
        assert bool(page.due.rows) == (role == MANAGER)  # support is told what sending meets
        assert page.due.may_mark == (role == MANAGER)


def test_an_iro_and_whoever_works_alone_see_today_what_they_chair(qtbot: QtBot, sam: Sam) -> None:
    with desk_of(sam, IRO) as desk:
        page = TodayPage(desk)
        qtbot.addWidget(page)
        assert page.reviews_head.said == "Your reviews today"
        assert page.due.may_mark


def test_a_child_whom_one_covers_for_says_so_and_a_restricted_one_is_marked(
    qtbot: QtBot, sam: Sam
) -> None:
    with desk_of(sam, IRO) as desk:
        page = ReviewPage(desk, sam[1].review_id)
        qtbot.addWidget(page)
        page.show()
        (line,) = page.findChildren(CaseLine)
        assert not line.isVisible()
        with desk.database.sharing() as hand:
            hand.connection.execute(
                "insert into shared_case (case_id, kind, granted_seq, until, restricted, has)"
                " values (?, 'cover', 1, '2026-08-14T17:00:00+00:00', 1, 'whole')",
                (sam[1].child_id,),
            )
            hand.changed.add("shared_case")
        qtbot.waitUntil(line.isVisible)
        assert line.cover.words.said == "You cover for Nadia until Friday 14 August"
        assert line.restricted.words.said == "Restricted: few people see this record"
        child = ChildPage(desk, sam[1].child_id)
        qtbot.addWidget(child)
        (line,) = child.findChildren(CaseLine)
        assert line.cover.words.said == "You cover for Nadia until Friday 14 August"
        listed = ChildrenPage(desk)
        qtbot.addWidget(listed)
        assert [text for text, _kind, _icon in listed.rows.words(0).badges][:2] == [
            "You cover",
            "Restricted",
        ]


def test_cover_without_an_end_or_a_name_is_said_too() -> None:
    now = sample.NOW
    assert cover_words(CaseHere("cover"), now) == "You cover for a colleague"
    assert cover_words(CaseHere("cover", None, iro="Ruth Ash"), now) == "You cover for Ruth"
    assert cover_words(CaseHere("allocated"), now) == ""
