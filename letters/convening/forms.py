"""A consultation form on paper: its questions, with room to answer, for one reader."""

from letters.convening.paper import FORM, Asked, ConveningPaper, Part, Said
from letters.convening.setting import Calling
from models.problems import N_
from models.rules.forms import FORMS, Answer, Question
from models.rules.scales import FACES

_BACK_BY = N_("Please send it back by {day}.")
_HELPED = N_("If somebody helped you, write their name here:")
_WRITTEN_BY = N_("Your name, and the day:")


def form_paper(calling: Calling) -> ConveningPaper:
    """The form that this reader is sent.

    Raises: KeyError where none is sent.
    """
    form, say, name = FORMS[calling.reader.form], calling.say.say, calling.sheet.child.called
    parts: list[Part] = [Said(say(form.hello, name=name))]
    if calling.answer_by:
        parts.append(Said(say(_BACK_BY, day=calling.answer_by)))
    parts += [_asked(calling, question) for question in form.questions]
    signed = say(_HELPED if form.is_childs else _WRITTEN_BY)
    parts += [Asked(signed, Answer.LINES, 1), Said(say(form.thanks, name=name))]
    title = say(form.title, name=name)
    return calling.paper(FORM, title, tuple(parts), form.size_pt, calling.send_back())


def _asked(calling: Calling, question: Question) -> Asked:
    say, name = calling.say.say, calling.sheet.child.called
    choices = question.choices
    if question.answer is Answer.FACES:
        choices = tuple(face.name for face in FACES)
    said = tuple(say(each, name=name) for each in choices)
    words = say(question.words, name=name)
    return Asked(words, question.answer, question.lines, question.picture, said)
