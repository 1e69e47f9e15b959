"""What is done with brought pictures: one is added, takes another's place, goes and comes back.

That a picture may be used is the care of whoever brings it: sets of symbols such as Makaton,
Widgit or PECS have licences of their own, and none comes with the program.
"""

import hashlib
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models.council import Council
from models.editing import bring_back, find, remove
from models.images import CleanImage
from models.letter import LetterPicture
from models.problems import N_, Problem
from models.record import Shared
from models.whose_picture import WhosePicture

MOST_PICTURES: Final = 120


class SamePictureAgain(Problem):
    """The same picture is there already."""

    what = N_("This picture is here already.")
    kept = N_("Nothing has been changed.")
    next = N_("Look for it in the list, or bring another one.")


class TooManyPictures(Problem):
    """So many pictures that opening a letter would become slow."""

    what = N_("There are {most} pictures here, and no more fit.")
    kept = N_("Nothing has been changed.")
    next = N_("Remove one that is not needed, then bring this one again.")


@dataclass(frozen=True)
class Brought:
    """A picture that was added, and those whose place it took."""

    id: str
    replaced: tuple[str, ...] = ()


def add_picture(
    session: Session, whose: WhosePicture, image: CleanImage, says: str = ""
) -> Brought:
    """Keep a picture; a crest or a photograph takes the place of the one before.

    Raises: SamePictureAgain, TooManyPictures; Refused when the owner is not there.
    """
    owner = find(session, whose.table, whose.row_id)
    there = session.scalars(select(LetterPicture).where(*_of(owner, whose))).all()
    digest = hashlib.sha256(image.data).hexdigest()
    if any(each.digest == digest for each in there):
        raise SamePictureAgain
    if not whose.stands_alone and len(there) >= MOST_PICTURES:
        raise TooManyPictures(values={"most": str(MOST_PICTURES)})
    replaced = tuple(each.id for each in there) if whose.stands_alone else ()
    for picture_id in replaced:
        remove(session, LetterPicture.__tablename__, picture_id)
    picture = LetterPicture(
        authority_id=owner.authority_id,
        case_id=owner.case_id,
        use=whose.use.value,
        child_id=whose.row_id if whose.table == "child" else None,
        staff_id=whose.row_id if whose.table == "staff_member" else None,
        says=says,
        form=image.form,
        width=image.width,
        height=image.height,
        digest=digest,
        image=image.data,
    )
    session.add(picture)
    session.flush()
    return Brought(picture.id, replaced)


def take_back(session: Session, brought: Brought) -> None:
    """Undo the adding: the picture goes, and those whose place it took stand again."""
    remove_picture(session, brought.id)
    for picture_id in brought.replaced:
        bring_picture_back(session, picture_id)


def remove_picture(session: Session, picture_id: str) -> None:
    """Take a picture away; a letter that was issued with it keeps it.

    Raises: Refused when there is none.
    """
    remove(session, LetterPicture.__tablename__, picture_id)


def bring_picture_back(session: Session, picture_id: str) -> None:
    """Undo the taking away.

    Raises: Refused when there is none.
    """
    bring_back(session, LetterPicture.__tablename__, picture_id)


def _of(owner: Shared, whose: WhosePicture) -> tuple[ColumnElement[bool], ...]:
    same = (LetterPicture.use == whose.use.value, LetterPicture.removed_at.is_(None))
    if isinstance(owner, Council):
        return (
            *same,
            LetterPicture.authority_id == owner.authority_id,
            LetterPicture.child_id.is_(None),
            LetterPicture.staff_id.is_(None),
        )
    if whose.table == "child":
        return (*same, LetterPicture.child_id == owner.id)
    return (*same, LetterPicture.staff_id == owner.id)
