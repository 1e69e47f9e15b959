"""The templates of letters that a council wrote or changed, in its record."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.council import Council
from models.letter import LetterTemplateText
from models.record import Refused


def put_template(
    session: Session, council_id: str, key: str, text: str, check: Callable[[str], object]
) -> str:
    """Keep the council's template of this key, in place of the one before. Gives its id.

    `check` reads the text (letters.templates.template_file.read_template).

    Raises: what `check` raises for a text that cannot be used; the one before then stands.
    """
    check(text)
    council = session.get(Council, council_id)
    if council is None:
        raise Refused("no council with that id")
    found = _standing(session, council.authority_id, key)
    if found is None:
        found = LetterTemplateText(authority_id=council.authority_id, case_id="", key=key)
        session.add(found)
    if found.text != text:
        found.text = text
    found.removed_by, found.removed_at = None, None
    session.flush()
    return found.id


def remove_template(session: Session, council_id: str, key: str) -> None:
    """Take the council's template of this key away; where we bring one, it stands again."""
    council = session.get(Council, council_id)
    if council is None:
        raise Refused("no council with that id")
    for found in _of_key(session, council.authority_id, key):
        if found.removed_at is None:
            found.remove(session.info["by"], session.info["at"])


def _standing(session: Session, authority_id: int, key: str) -> LetterTemplateText | None:
    """The row that stands, else one that was removed, else none."""
    rows = sorted(_of_key(session, authority_id, key), key=lambda row: row.removed_at is not None)
    return rows[0] if rows else None


def _of_key(session: Session, authority_id: int, key: str) -> list[LetterTemplateText]:
    """The rows of one key, newest first; two laptops may each have made one."""
    return list(
        session.scalars(
            select(LetterTemplateText)
            .where(LetterTemplateText.authority_id == authority_id, LetterTemplateText.key == key)
            .order_by(LetterTemplateText.id.desc())
        )
    )
