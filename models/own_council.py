"""The council of the one whose record this is, read plainly for the settings."""

from dataclasses import dataclass

from models.plain_reading import Connection, read_one


@dataclass(frozen=True)
class OwnCouncil:
    """One council, with the id of its row."""

    id: str
    name: str
    service: str
    advocacy_name: str
    advocacy_phone: str
    complaints_phone: str
    video_counts_as_attending: bool
    review_day: str
    adjourned_counts: bool
    letter_page: str
    letter_page_words: str
    silence_stands: bool = True


def council_of(connection: Connection, staff_id: str) -> OwnCouncil | None:
    """The council of someone of the service; nothing when the file does not hold it."""
    of_theirs = "where authority_id = (select authority_id from staff_member where id = ?)"
    return read_one(connection, OwnCouncil, "council", of_theirs, (staff_id,))
