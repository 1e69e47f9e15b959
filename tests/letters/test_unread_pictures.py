"""Pictures whose words no check reads are known in every paper that holds one."""

from dataclasses import replace

from letters.copies import copy_of
from letters.letter import Image
from letters.paragraph import Art, Paragraph, Piece
from letters.unread_pictures import holds_unread_pictures
from models.document_kind import DocumentKind
from tests.letters.sheets import DATED
from tests.letters.test_copies import of, sams


def test_a_drawing_and_a_brought_picture_are_told_and_pictures_of_the_program_are_not() -> None:
    sheet = sams()
    letter = copy_of(sheet, DocumentKind.LETTER, of(sheet, "child"), DATED).document
    assert not holds_unread_pictures(letter)
    block = letter.blocks[1]
    chosen = Paragraph((Piece("She chose this."),), art=Art("A house", picture="house"))
    drawn = replace(chosen, art=Art("A drawing", png=b"png"))
    for paragraph, told in ((chosen, False), (drawn, True)):
        blocks = (letter.blocks[0], replace(block, paragraphs=(paragraph,)), *letter.blocks[2:])
        assert holds_unread_pictures(replace(letter, blocks=blocks)) is told
    own = replace(letter.setting, own_pictures={"own/p-1": Image("png", b"png")})
    assert not holds_unread_pictures(replace(letter, setting=own))
    blocks = (*letter.blocks[:-1], replace(letter.blocks[-1], picture="own/p-1"))
    assert holds_unread_pictures(replace(letter, setting=own, blocks=blocks))
    record = copy_of(sheet, DocumentKind.MINUTES, of(sheet, "file"), DATED).document
    assert not holds_unread_pictures(record)
