"""What stands over the page on which one thing is made."""

from models.wishes import Question
from ui.childs_turn.house import LOOKS
from ui.childs_turn.making import Making
from ui.childs_turn.spoken import _
from ui.childs_turn.start_page import CHOICES
from ui.childs_turn.turn import Turn

_KEYS = {
    Question.KNOW: "know",
    Question.SEE_MORE: "see_more",
    Question.NOT_TODAY: "not_today",
}


def title_of(making: Making, turn: Turn) -> str:
    """Give the title: the house, the question, or why the number is what it is."""
    if making.question is Question.HOUSE:
        return _(LOOKS[making.column].title)
    if making.question in _KEYS:
        return _(CHOICES[_KEYS[making.question]].words)
    if making.question is Question.ONE_MORE:
        return _("What would make it better?")
    answer = turn.answer
    if answer is None or answer.number is None or answer.face:
        return _("Why this face?")
    return _("Why {number}?").format(number=f"{answer.number:g}")
