"""Pictures of the council, of an IRO and of a child: added, replaced, removed and back again."""

import pytest
from sqlalchemy import select

from models.council import Council
from models.database import Database
from models.image_use import Use
from models.images import CleanImage, clean_image
from models.letter import LetterPicture
from models.letter_making import LetterPictureOnSheet
from models.letter_pictures import (
    MOST_PICTURES,
    Brought,
    SamePictureAgain,
    TooManyPictures,
    add_picture,
    bring_picture_back,
    remove_picture,
    take_back,
)
from models.reading_letters import making_for_review
from models.record import Refused
from models.whose_picture import WhosePicture, pictures_of
from tests import sample
from tests.models.brought import GOOD_SVG, as_file, picture

Sam = tuple[Database, sample.Sample]


@pytest.fixture
def council_id(sam: Sam) -> str:
    database, _made = sam
    with database.reading() as connection:
        (found,) = connection.execute("select id from council").fetchone()
    return str(found)


def image(wide: int = 80) -> CleanImage:
    found = clean_image(as_file(picture(wide)))
    assert isinstance(found, CleanImage)
    return found


def _add(sam: Sam, whose: WhosePicture, brought: CleanImage, says: str = "") -> Brought:
    database, made = sam
    with database.saving(made.iro_id) as session:
        return add_picture(session, whose, brought, says)


def _read(sam: Sam, whose: WhosePicture) -> tuple[LetterPictureOnSheet, ...]:
    with sam[0].reading() as connection:
        return pictures_of(connection, whose)


def test_a_picture_is_kept_with_its_size_its_words_and_its_owner(
    sam: Sam, council_id: str
) -> None:
    flat = clean_image(GOOD_SVG)
    assert isinstance(flat, CleanImage)
    _add(sam, WhosePicture("council", council_id), flat, "the sun")
    (kept,) = _read(sam, WhosePicture("council", council_id))
    assert (kept.form, kept.width, kept.height, kept.says) == ("svg", 600, 600, "the sun")
    assert (kept.image, kept.child_id, kept.staff_id) == (flat.data, None, None)
    assert len(kept.digest) == 64
    with sam[0].saving(sam[1].iro_id) as session:
        row = session.scalars(select(LetterPicture)).one()
        assert row.authority_id == session.get_one(Council, council_id).authority_id


def test_each_owner_has_pictures_of_their_own(sam: Sam, council_id: str) -> None:
    made = sam[1]
    owners = [
        WhosePicture("council", council_id),
        WhosePicture("council", council_id, Use.CREST),
        WhosePicture("staff_member", made.iro_id, Use.PHOTO),
        WhosePicture("child", made.child_id),
    ]
    for owner in owners:
        _add(sam, owner, image(), owner.table)
    for owner in owners:
        assert [each.says for each in _read(sam, owner)] == [owner.table]
    with sam[0].reading() as connection:
        making = making_for_review(connection, made.review_id, made.child_id)
    crest, photo = making.picture_of("crest"), making.picture_of("photo", made.iro_id)
    assert crest is not None
    assert photo is not None
    assert (crest.says, photo.says) == ("council", "staff_member")


def test_a_new_crest_takes_the_old_ones_place_and_gives_it_back(sam: Sam, council_id: str) -> None:
    whose = WhosePicture("council", council_id, Use.CREST)
    _add(sam, whose, image(), "old")
    brought = _add(sam, whose, image(90), "new")
    assert [each.says for each in _read(sam, whose)] == ["new"]
    with sam[0].saving(sam[1].iro_id) as session:
        take_back(session, brought)
    assert [each.says for each in _read(sam, whose)] == ["old"]


def test_a_removed_picture_comes_back_as_it_was(sam: Sam) -> None:
    database, made = sam
    whose = WhosePicture("child", made.child_id)
    brought = _add(sam, whose, image(), "Biscuit")
    with database.saving(made.iro_id) as session:
        remove_picture(session, brought.id)
    assert _read(sam, whose) == ()
    _add(sam, whose, image(), "the same, brought anew")
    with database.saving(made.iro_id) as session:
        bring_picture_back(session, brought.id)
    assert {each.says for each in _read(sam, whose)} == {"Biscuit", "the same, brought anew"}


def test_the_same_picture_is_not_kept_twice(sam: Sam) -> None:
    whose = WhosePicture("child", sam[1].child_id)
    _add(sam, whose, image())
    with pytest.raises(SamePictureAgain):
        _add(sam, whose, image())
    assert len(_read(sam, whose)) == 1


def test_there_is_an_end_to_how_many_fit(sam: Sam) -> None:
    database, made = sam
    whose = WhosePicture("child", made.child_id)
    with database.saving(made.iro_id) as session:
        for number in range(MOST_PICTURES):
            add_picture(session, whose, CleanImage("png", bytes([number]), 1, 1))
        with pytest.raises(TooManyPictures) as refused:
            add_picture(session, whose, CleanImage("png", b"one more", 1, 1))
    assert str(MOST_PICTURES) in refused.value.sentences()[0]


def test_an_owner_that_is_not_there_is_our_fault(sam: Sam) -> None:
    with pytest.raises(Refused):
        _add(sam, WhosePicture("child", "nobody"), image())
