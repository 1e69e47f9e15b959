"""What the child made in their turn, said to the chair: where it was put, and what it is."""

from models.review_sheet import WishOnSheet
from models.signs import Column
from models.wishes import HOPE, Question
from ui.language import N_, _
from ui.meeting.picture_words import PICTURE_WORDS

HOUSES = {
    Column.WORRY: N_("House of worries"),
    Column.GOING_WELL: N_("House of good things"),
    HOPE: N_("House of hopes and dreams"),
}
QUESTIONS = {
    Question.KNOW: N_("For everyone to know"),
    Question.SEE_MORE: N_("Wants to see more"),
    Question.NOT_TODAY: N_("Not to be talked about today"),
    Question.WHY: N_("Why this number"),
    Question.ONE_MORE: N_("What would make it one more"),
}
_FACES = {
    "face-0": N_("A very sad face"),
    "face-1": N_("A sad face"),
    "face-2": N_("A face in between"),
    "face-3": N_("A happy face"),
    "face-4": N_("A very happy face"),
}
ORDER = (
    *((Question.HOUSE, column) for column in HOUSES),
    *((question, "") for question in QUESTIONS),
)


def put_where(wish: WishOnSheet) -> str:
    """Say where the child put it, or what it answers."""
    words = HOUSES.get(wish.column) or QUESTIONS.get(Question(wish.question), "")
    return _(words) if words else ""


def in_order(wishes: list[WishOnSheet]) -> list[WishOnSheet]:
    """Give them house by house and question by question."""
    places = {place: number for number, place in enumerate(ORDER)}
    return sorted(
        wishes,
        key=lambda each: places.get((Question(each.question), each.column), len(ORDER)),
    )


def what_it_is(wish: WishOnSheet, name: str) -> str:
    """Say a thing the child made in words, a drawing or a picture too."""
    if wish.words.strip():
        return wish.words
    if wish.drawing_id:
        return _("A drawing by {name}").format(name=name)
    picture = (PICTURE_WORDS | _FACES).get(wish.picture, "")
    return _("A picture {name} chose: {picture}").format(name=name, picture=_(picture))
