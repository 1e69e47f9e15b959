"""That every picture of the letter is on this laptop: one made elsewhere may still be coming."""

from collections.abc import Iterator

from letters.checks.concern import Checked, Concern
from models.problems import N_
from models.review_sheet import ReviewSheet

_DRAWING = N_(
    "A drawing of {name}’s has not come to this laptop yet. Connect, and choose Share now"
)
_PICTURE = N_(
    "A picture of this letter has not come to this laptop yet. Connect, and choose Share now"
)


def pictures_here(checked: Checked) -> Iterator[Concern]:
    """A letter is not given out without what was drawn for it, nor with another picture."""
    sheet, name = checked.sheet, checked.sheet.child.called
    drawings = {each.id for each in sheet.drawings if not each.png}
    shown = [each for each in sheet.wishes if each.in_letter and not each.private]
    if any(each.drawing_id in drawings for each in shown):
        yield Concern("not_here/drawing", "not_here", _DRAWING, {"name": name}, "L4",
                      can_be_set_aside=False)  # fmt: skip
    if _lacks_picture(sheet):
        yield Concern("not_here/picture", "not_here", _PICTURE, {"name": name},
                      can_be_set_aside=False)  # fmt: skip


def _lacks_picture(sheet: ReviewSheet) -> bool:
    making = sheet.making
    photo = making.picture_of("photo", sheet.chair.id) if making.letter.with_photo else None
    wanted = [making.picture_of("crest"), photo]
    if making.letter.with_pictures:
        wanted += [each for each in making.pictures if each.use == "picture" and each.says.strip()]
    return any(each is not None and not each.image for each in wanted)
