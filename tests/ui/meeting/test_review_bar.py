"""The bar over the review keeps to one line each, whatever is written in it."""

from collections.abc import Callable

import pytest

from models.database import Database
from models.open_review import OpenReview
from tests.sample import Sample
from ui.meeting.review_page import ReviewPage

Open = Callable[..., ReviewPage]
pytestmark = pytest.mark.usefixtures("begun")


def test_a_long_place_and_name_end_in_an_ellipsis_at_1024(
    open_review: Open, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        review.last_sitting.place = "The big room of Holm Oak Primary " * 4
        review.child.family_name = "Tillbrook-Oakenshaw " * 4
    page = open_review("A1", 1024, 700)
    bar = page.bar
    assert page.width() == 1024
    for line in (bar.name, bar.which):
        assert line.shown.endswith("…")
        assert line.height() >= line.sizeHint().height()
        assert line.toolTip() in {"", line.said}
    for button in (bar.back_button, bar.saved, bar.letter_button):
        if button.isVisible():
            assert button.mapTo(page, button.rect().topRight()).x() < 1024
