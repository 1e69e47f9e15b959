"""How a letter is made, beside what the review holds: settings, own words, pictures, as values."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property


@dataclass(frozen=True)
class LetterOnSheet:
    """How one letter is set. An empty `id`: nobody has chosen anything yet."""

    id: str = ""
    template: str = "review"
    writer_id: str = ""
    about_on: date | None = None
    band: str = ""
    typeface: str = ""
    text_size: str = "usual"
    paper: str = "white"
    with_pictures: bool = True
    picture_set: str = "waymark"
    language: str = "en-GB"
    arrangement: str = "beside"
    own_digits: bool = False
    translated_by: str = ""
    words_checked_by: str = ""
    is_posted: bool = False
    address: str = ""
    with_photo: bool = False
    with_code: bool = False
    with_road_map: bool = False
    with_about_me: bool = False
    read_with: str = ""


@dataclass(frozen=True)
class LineOnSheet:
    """What the IRO wrote for one line, that it is left out, or that it stands all the same."""

    id: str
    key: str
    words: str
    proposed: str
    left_out: bool
    left_out_why: str
    taken_in: bool = False


@dataclass(frozen=True)
class WaiverOnSheet:
    """Why a warning was set aside."""

    id: str
    check: str
    why: str


@dataclass(frozen=True)
class TranslationOnSheet:
    """One paragraph in another language, and the English it was made from."""

    id: str
    language: str
    key: str
    original: str
    words: str


@dataclass(frozen=True)
class LetterPictureOnSheet:
    """A picture of the council's, of a member of staff's or of the child's own.

    `image` is empty until it has come to this laptop.
    """

    id: str
    use: str
    child_id: str | None
    staff_id: str | None
    says: str
    words_for: str
    form: str
    width: int
    height: int
    digest: str
    image: bytes = field(repr=False, metadata={"sql": "coalesce(letter_picture.image, x'')"})


@dataclass(frozen=True)
class PlainWordOnSheet:
    """A word wanted otherwise, by the child or by the council."""

    id: str
    child_id: str | None
    term: str
    instead: str
    mode: str


@dataclass(frozen=True)
class LetterMaking:
    """All that makes one letter besides the record of the review.

    `plain_words` are the child's own and then the council's; `other_children` the names by which
    other children of the same IRO are known, which must not stand in this letter; `template_text`
    is the council's own template where it has one of this key.
    """

    letter: LetterOnSheet = field(default_factory=LetterOnSheet)
    lines: tuple[LineOnSheet, ...] = ()
    waivers: tuple[WaiverOnSheet, ...] = ()
    translations: tuple[TranslationOnSheet, ...] = ()
    pictures: tuple[LetterPictureOnSheet, ...] = ()
    plain_words: tuple[PlainWordOnSheet, ...] = ()
    other_children: tuple[str, ...] = ()
    template_text: str = ""

    @cached_property
    def line(self) -> dict[str, LineOnSheet]:
        """What the IRO wrote, by the key of the line."""
        return {line.key: line for line in self.lines}

    @cached_property
    def waived(self) -> dict[str, WaiverOnSheet]:
        """The warnings set aside, by check."""
        return {waiver.check: waiver for waiver in self.waivers}

    def picture_of(self, use: str, staff_id: str = "") -> LetterPictureOnSheet | None:
        """The crest, or the photograph of this member of staff; the newest one stands."""
        found = [
            picture
            for picture in self.pictures
            if picture.use == use and (picture.staff_id or "") == staff_id
        ]
        return found[-1] if found else None
