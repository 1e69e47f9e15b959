"""Whose a brought picture is, and reading those of one owner plainly."""

from dataclasses import dataclass

from models.image_use import Use
from models.letter_making import LetterPictureOnSheet
from models.plain_reading import Connection, read_all

_RESTS = {  # what picks the pictures of one owner, by the table of the owner
    "council": "authority_id = (select authority_id from council where id = ?) "
    "and child_id is null and staff_id is null",
    "staff_member": "staff_id = ?",
    "child": "child_id = ?",
}


@dataclass(frozen=True)
class WhosePicture:
    """A council, a member of staff or a child, and what their pictures are for."""

    table: str
    row_id: str
    use: Use = Use.PICTURE

    @property
    def stands_alone(self) -> bool:
        """Whether there is only ever one: a new crest or photograph takes the old one's place."""
        return self.use is not Use.PICTURE


def pictures_of(connection: Connection, whose: WhosePicture) -> tuple[LetterPictureOnSheet, ...]:
    """The pictures of one owner for one use, in the order in which they were brought."""
    rest = f"where {_RESTS[whose.table]} and use = ? and removed_at is null order by id"
    return read_all(
        connection, LetterPictureOnSheet, "letter_picture", rest, (whose.row_id, whose.use.value)
    )
