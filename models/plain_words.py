"""What is done with the words that a child or a council wants said otherwise."""

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models.council import Council
from models.editing import bring_back, find, put, remove
from models.letter import PlainWord
from models.record import Refused, Shared
from models.whose_words import (
    KEEP,
    MOST_OWN_WORDS,
    SWAP,
    WAYS,
    TooManyOwnWords,
    WantedWord,
    WhoseWords,
    checked_word,
)


def put_word(session: Session, whose: WhoseWords, wanted: WantedWord, word_id: str = "") -> str:
    """Add a word, or change the one of this id. Gives its id.

    Raises: BadWord for what cannot be used; Refused when the owner or the word is not there.
    """
    if wanted.way not in WAYS:
        raise Refused("no such way of treating a word")
    owner = find(session, whose.table, whose.row_id)
    there = session.scalars(select(PlainWord).where(*_of(owner))).all()
    word = checked_word(wanted, [each.term for each in there if each.id != word_id])
    if word_id:
        _change(session, next((each for each in there if each.id == word_id), None), word)
        return word_id
    if len(there) >= MOST_OWN_WORDS:
        raise TooManyOwnWords(values={"most": str(MOST_OWN_WORDS)})
    added = PlainWord(
        authority_id=owner.authority_id,
        case_id=owner.case_id,
        child_id=None if isinstance(owner, Council) else owner.id,
        term=word.term,
        instead=word.instead,
        mode=_mode(word),
    )
    session.add(added)
    session.flush()
    return added.id


def remove_word(session: Session, word_id: str) -> None:
    """Take a word out of the list; it can be brought back.

    Raises: Refused when there is none.
    """
    remove(session, PlainWord.__tablename__, word_id)


def bring_word_back(session: Session, word_id: str) -> None:
    """Undo the taking out.

    Raises: Refused when there is none.
    """
    bring_back(session, PlainWord.__tablename__, word_id)


def _change(session: Session, there: PlainWord | None, word: WantedWord) -> None:
    if there is None:
        raise Refused("no such word of this owner")
    values = {"term": word.term, "instead": word.instead, "mode": _mode(word)}
    for field, value in values.items():
        put(session, PlainWord.__tablename__, there.id, field, value)


def _mode(word: WantedWord) -> str:
    return SWAP if word.way == KEEP else word.way


def _of(owner: Shared) -> tuple[ColumnElement[bool], ...]:
    alive = PlainWord.removed_at.is_(None)
    if isinstance(owner, Council):
        same = PlainWord.authority_id == owner.authority_id
        return (alive, same, PlainWord.child_id.is_(None))
    return (alive, PlainWord.child_id == owner.id)
