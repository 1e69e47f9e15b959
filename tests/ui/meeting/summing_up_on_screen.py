"""Steps that tests of A12 share: its page, and the answer to its question."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.meeting.review_page import ReviewPage
from ui.meeting.summing_up_page import SummingUpPage
from ui.parts.dialog import Question


def summing_up(review: ReviewPage) -> SummingUpPage:
    """Give the page of the summing up."""
    page = review.page()
    assert isinstance(page, SummingUpPage)
    return page


def answer_question(press: str) -> None:
    """Press a button of the question as soon as it is asked."""

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        getattr(question, press).click()

    QTimer.singleShot(0, answer)
