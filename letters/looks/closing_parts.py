"""How a letter ends on paper: the box of rights, and the place to sign with face and code."""

from collections.abc import Sequence

from letters.engine import Beside, Columns, Element, Panel
from letters.letter import BlockKind, LetterBlock
from letters.looks.code import code
from letters.looks.on_page import OnPage, drawn
from letters.looks.paper import LETTER_WIDTH_MM
from letters.page import mm
from letters.paragraph import Paragraph

_PHOTO_MM, _PHOTO_GAP_MM = (30.0, 38.0), 6.0
_CODE_COLUMN_MM, _COLUMN_GAP_MM = 76.0, 6.0


def rights_words(page: OnPage, block: LetterBlock) -> list[Element]:
    """Rights first, then how to reach the chair, in running sentences; gaps at the end."""
    ends = [each for each in page.letter.blocks if each.kind is BlockKind.SIGN_OFF]
    reach = [each for end in ends for each in end.paragraphs]
    paragraphs: list[Paragraph] = [*block.paragraphs, *reach]
    told = [each for each in paragraphs if each.gap is None]
    gaps = [each for each in paragraphs if each.gap is not None]
    style = page.type.rights
    words = page.setter.run_on(told, style, mm(1))
    return [*words, *page.setter.texts(gaps, style, mm(1))]


def rights_box(page: OnPage, block: LetterBlock) -> Element:
    """The rights in a frame of the child's colour, with their picture where it has one."""
    words = [page.heading(block.heading), *rights_words(page, block)]
    return Panel(
        page.beside(block.picture, words), border=page.colour,
        padding_pt=(page.padding, mm(4 if block.picture else 6)), radius_pt=mm(2), border_pt=1.2,
    )  # fmt: skip


def sign_off(page: OnPage, block: LetterBlock) -> list[Element]:
    """The last words, room to sign, the name; a photograph before and a code after them."""
    signed = _with_photo(page, _signed(page, block.after))
    shown = code(page)
    if shown is None:
        return signed
    if page.type.is_large:
        return [*signed, Panel([shown], padding_pt=0, space_before=mm(6))]
    left_mm = LETTER_WIDTH_MM - _CODE_COLUMN_MM - _COLUMN_GAP_MM
    return [Columns([signed, [shown]], [mm(left_mm), mm(_CODE_COLUMN_MM)], mm(_COLUMN_GAP_MM))]


def _signed(page: OnPage, paragraphs: Sequence[Paragraph]) -> list[Element]:
    if not paragraphs:
        return []
    closing, *who = paragraphs
    lines: list[Element] = [page.setter.text(closing, page.type.body, mm(page.gaps.sign_mm))]
    styles = (page.type.body, *[page.type.small] * len(who))
    lines += [page.setter.text(each, style) for each, style in zip(who, styles, strict=False)]
    return lines


def _with_photo(page: OnPage, signed: list[Element]) -> list[Element]:
    photo = page.letter.setting.photo
    if photo is None:
        return signed
    shown = drawn(photo, _PHOTO_MM, photo.says or page.letter.author)
    return [Beside(shown, signed, mm(_PHOTO_MM[0]), mm(_PHOTO_GAP_MM), align="middle")]
