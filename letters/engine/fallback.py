"""Which face sets each character, when one face does not have them all."""

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import category

from letters.engine.faces import Face

_INVISIBLE = frozenset("\u00ad\u034f\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufe0e\ufe0f")
_FOLLOWING = frozenset({"Mn", "Me", "Mc"})
_SHARED = frozenset(" .,:;!?()-'\u2019\u00a0")
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_JOINER = "\u200d"


class Choice(NamedTuple):
    """A stretch of text and the face that sets it; marked if no face has it."""

    start: int
    end: int
    face: Face
    is_marked: bool


def clusters(text: str) -> list[tuple[int, int]]:
    """Cut a text between what a reader sees as single characters."""
    found: list[tuple[int, int]] = []
    for place, character in enumerate(text):
        if found and _continues(text, place, character):
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def _continues(text: str, place: int, character: str) -> bool:
    return (
        character in _INVISIBLE
        or character in _SKIN_TONES
        or category(character) in _FOLLOWING
        or (text[place - 1] == _JOINER and not character.isalnum())
    )


def choose_faces(text: str, faces: Sequence[Face]) -> list[Choice]:
    """Give each stretch of the text its face, the first that has it."""
    choices: list[Choice] = []
    for start, end in clusters(text):
        face = _face_for(text[start:end], faces, choices[-1] if choices else None)
        choice = Choice(start, end, face or _marking_face(faces), face is None)
        last = choices[-1] if choices else None
        if last and not choice.is_marked and not last.is_marked and last.face is choice.face:
            choices[-1] = last._replace(end=end)
        else:
            choices.append(choice)
    return choices


def _face_for(cluster: str, faces: Sequence[Face], last: Choice | None) -> Face | None:
    needed = [mark for mark in cluster if mark not in _INVISIBLE] or [cluster[0]]
    stays = cluster[0] in _INVISIBLE or cluster in _SHARED
    if stays and last and not last.is_marked and _has(last.face, cluster):
        return last.face
    whole = next((face for face in faces if face.covered.issuperset(needed)), None)
    if whole or cluster[0] in _INVISIBLE:
        return whole or faces[0]
    return next((face for face in faces if needed[0] in face.covered), None)


def _has(face: Face, cluster: str) -> bool:
    return cluster[0] in _INVISIBLE or cluster in face.covered


def _marking_face(faces: Sequence[Face]) -> Face:
    return next((face for face in faces if "\ufffd" in face.covered), faces[0])
