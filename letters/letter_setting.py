"""How a letter is set on paper, from what was chosen for it and what the council has."""

from letters.letter import Image, LetterSetting
from letters.pictures import OWN
from models.letter_making import LetterPictureOnSheet
from models.review_sheet import ReviewSheet


def setting_of(sheet: ReviewSheet) -> LetterSetting:
    """The typeface, size, paper, address and pictures of the letter of this sheet."""
    making, letter = sheet.making, sheet.making.letter
    photo = making.picture_of("photo", sheet.chair.id) if letter.with_photo else None
    return LetterSetting(
        typeface=letter.typeface,
        text_size=letter.text_size,
        is_cream=letter.paper == "cream",
        with_pictures=letter.with_pictures,
        picture_set=letter.picture_set,
        address=_address(letter.address) if letter.is_posted else (),
        crest=_image(making.picture_of("crest")),
        photo=_image(photo),
        code_page=sheet.council.letter_page.strip() if letter.with_code else "",
        code_words=sheet.council.letter_page_words.strip() if letter.with_code else "",
        own_pictures={
            f"{OWN}/{each.id}": Image(each.form, each.image, each.says)
            for each in making.pictures
            if each.use == "picture" and each.image
        },
    )


def _address(typed: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in typed.splitlines() if line.strip())


def _image(picture: LetterPictureOnSheet | None) -> Image | None:
    if picture is None or not picture.image:
        return None
    return Image(picture.form, picture.image, picture.says)
