"""Reads what makes a letter by plain statements, and the letters of a child."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from models.letter_making import (
    LetterMaking,
    LetterOnSheet,
    LetterPictureOnSheet,
    LineOnSheet,
    PlainWordOnSheet,
    TranslationOnSheet,
    WaiverOnSheet,
)
from models.plain_reading import Connection, read_all, read_one

ALIVE = "removed_at is null"


class NoSuchLetter(LookupError):
    """There is no letter with that id in this file."""


@dataclass(frozen=True)
class LetterInList:
    """A letter of a child in one line: its moment, and when it was last issued."""

    id: str
    child_id: str
    review_id: str | None
    template: str
    about_on: date | None
    created_at: datetime | None
    issued_at: datetime | None = field(
        metadata={
            "sql": "(select max(d.issued_at) from document d where d.letter_id = child_letter.id)"
        }
    )


def letters_of(connection: Connection, child_id: str) -> tuple[LetterInList, ...]:
    """The letters for other moments written to a child, newest first."""
    rest = f"where child_id = ? and template != 'review' and {ALIVE} order by created_at desc, id"
    return read_all(connection, LetterInList, "child_letter", rest, (child_id,))


def making_for_review(connection: Connection, review_id: str, child_id: str) -> LetterMaking:
    """What makes the letter of a review; the usual where nobody has chosen anything yet."""
    rest = f"where review_id = ? and template = 'review' and {ALIVE}"
    letter = read_one(connection, LetterOnSheet, "child_letter", rest, (review_id,))
    return _making(connection, letter or _as_before(connection, child_id), child_id)


def making_of(connection: Connection, letter_id: str) -> LetterMaking:
    """What makes one letter.

    Raises: NoSuchLetter.
    """
    letter = read_one(
        connection, LetterOnSheet, "child_letter", f"where id = ? and {ALIVE}", (letter_id,)
    )
    if letter is None:
        raise NoSuchLetter(letter_id)
    (child_id,) = connection.execute(
        "select child_id from child_letter where id = ?", (letter_id,)
    ).fetchone()
    return _making(connection, letter, child_id)


def _as_before(connection: Connection, child_id: str) -> LetterOnSheet:
    """A new letter set as the child's last one was, without its own standing and its address."""
    rest = f"where child_id = ? and {ALIVE} order by created_at desc"
    before = read_one(connection, LetterOnSheet, "child_letter", rest, (child_id,))
    if before is None:
        return LetterOnSheet()
    return replace(
        before, id="", template="review", writer_id="", about_on=None, translated_by="",
        words_checked_by="", is_posted=False, address="", with_road_map=False,
        with_about_me=False,
    )  # fmt: skip


def last_address(connection: Connection, child_id: str, letter_id: str) -> str:
    """The address to which a letter of this child was last to be posted, besides this letter."""
    row = connection.execute(
        "select address from child_letter where child_id = ? and id != ? and is_posted "  # noqa: S608
        f"and trim(address) != '' and {ALIVE} order by created_at desc limit 1",
        (child_id, letter_id),
    ).fetchone()
    return row[0] if row else ""


def _making(connection: Connection, letter: LetterOnSheet, child_id: str) -> LetterMaking:
    (authority_id,) = connection.execute(
        "select authority_id from child where id = ?", (child_id,)
    ).fetchone()

    def own(kind: type, table: str) -> object:
        rest = f"where letter_id = ? and {ALIVE} order by id"
        return read_all(connection, kind, table, rest, (letter.id,)) if letter.id else ()

    of_council = f"where authority_id = ?1 and (child_id is null or child_id = ?2) and {ALIVE}"
    given = (authority_id, child_id)
    return LetterMaking(
        letter,
        lines=own(LineOnSheet, "letter_line"),  # type: ignore[arg-type]
        waivers=own(WaiverOnSheet, "letter_waiver"),  # type: ignore[arg-type]
        translations=own(TranslationOnSheet, "letter_translation"),  # type: ignore[arg-type]
        pictures=read_all(
            connection, LetterPictureOnSheet, "letter_picture", f"{of_council} order by id", given
        ),
        plain_words=read_all(
            connection, PlainWordOnSheet, "plain_word",
            f"{of_council} order by child_id is null, id", given,
        ),
        other_children=_other_children(connection, child_id),
        template_text=_template_text(connection, authority_id, letter.template),
    )  # fmt: skip


def _other_children(connection: Connection, child_id: str) -> tuple[str, ...]:
    """The names of all other children who are on this laptop, whoever reviews them."""
    rows = connection.execute(
        "select chosen_name, given_name, family_name from child "
        "where id != ?1 and removed_at is null",
        (child_id,),
    ).fetchall()
    named = {name for chosen, given, _family in rows for name in (chosen, given) if name.strip()}
    full = {f"{given} {family}".strip() for _chosen, given, family in rows}
    return tuple(sorted(named | full))


def _template_text(connection: Connection, authority_id: int, key: str) -> str:
    row = connection.execute(
        "select text from letter_template where authority_id = ? and key = ? "  # noqa: S608
        f"and {ALIVE} order by id desc limit 1",
        (authority_id, key),
    ).fetchone()
    return row[0] if row else ""
