"""A picture that somebody brings is given back clean, or refused in plain words."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile, PngImagePlugin

from models.bare_files import bare_jpeg
from models.image_problems import (
    BrokenPicture,
    CannotReadPicture,
    EmptyFile,
    FileTooLarge,
    NotAFile,
    NotAPicture,
    NothingToSee,
    OddShape,
    PictureRefused,
    TooManyPixels,
)
from models.image_use import Use
from models.images import MOST_BYTES, CleanImage, ToBeDrawn, clean_image, read_brought
from tests.models.brought import (
    GOOD_SVG,
    SVG_HEAD,
    as_file,
    jpeg_with_gps,
    opened,
    picture,
    png_that_says,
)


def _clean(data: bytes, use: Use = Use.PICTURE) -> CleanImage:
    found = clean_image(data, use)
    assert isinstance(found, CleanImage)
    return found


def test_a_photograph_is_upright_and_says_nothing_of_where_it_was_taken() -> None:
    brought = jpeg_with_gps()
    assert b"Camera of Sam" in brought
    found = _clean(brought, Use.PHOTO)
    assert (found.form, found.width, found.height) == ("png", 60, 80)
    shown = opened(found.data)
    assert shown.getpixel((55, 5))[0] > 150, "the red square went to the right"  # type: ignore[index]
    assert not shown.getexif()
    assert shown.info == {}
    for word in (b"Camera", b"Maple", b"Exif", b"GPS", b"tEXt", b"eXIf"):
        assert word not in found.data


def test_words_and_profiles_in_a_png_are_gone() -> None:
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "Priya Shah")
    said.add_itxt("Title", "Sam at Maple House")
    found = _clean(as_file(picture(), pnginfo=said, icc_profile=b"of a camera", dpi=(300, 300)))
    assert opened(found.data).info == {}
    assert b"Priya" not in found.data


@pytest.mark.parametrize(("use", "side"), [(Use.PICTURE, 600), (Use.CREST, 600), (Use.PHOTO, 900)])
def test_a_large_picture_is_made_as_small_as_print_needs(use: Use, side: int) -> None:
    found = _clean(as_file(picture(2_400, 1_200), "JPEG"), use)
    assert (found.width, found.height) == (side, side // 2)
    assert opened(found.data).size == (side, side // 2)


def test_a_small_picture_keeps_its_size_and_what_is_see_through_stays_so() -> None:
    made = picture(mode="RGBA")
    made.putpixel((70, 50), (0, 0, 0, 0))
    found = _clean(as_file(made))
    assert (found.width, found.height) == (80, 60)
    assert opened(found.data).getpixel((70, 50))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "I;16", "CMYK"])
def test_every_kind_of_colour_is_taken(mode: str) -> None:
    made = picture(mode="L" if mode == "I;16" else mode)
    if mode == "I;16":
        made = Image.frombytes("I;16", made.size, b"".join(bytes((0, each)) for each in
                                                           made.tobytes()))  # fmt: skip
    kind = "JPEG" if mode == "CMYK" else "PNG"
    shown = opened(_clean(as_file(made, kind)).data)
    assert shown.mode in ("RGB", "RGBA")
    assert len(shown.getcolors(5_000) or ()) > 1


def test_of_a_moving_picture_the_first_is_taken() -> None:
    frames = [Image.new("RGB", (60, 60), "green")]
    moving = as_file(picture(60, 60), save_all=True, append_images=frames)
    assert b"acTL" in moving
    found = _clean(moving)
    assert b"acTL" not in found.data
    assert opened(found.data).getpixel((2, 2)) == (204, 0, 0)


@pytest.mark.parametrize(("held", "corner"), [(1, (3, 3)), (3, (76, 56)), (6, (56, 3)),
                                              (8, (3, 76)), (99, (3, 3))])  # fmt: skip
def test_a_picture_is_turned_as_it_was_held(held: int, corner: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[0x0112] = held
    for kind in ("JPEG", "PNG"):
        shown = opened(_clean(as_file(picture(), kind, exif=exif)).data)
        assert shown.getpixel(corner)[0] > 150  # type: ignore[index]


def test_the_same_file_is_the_same_picture_every_time() -> None:
    assert _clean(jpeg_with_gps()).data == _clean(jpeg_with_gps()).data


def test_a_picture_with_a_second_file_behind_it_loses_that() -> None:
    found = _clean(as_file(picture()) + b"PK\x03\x04<script>alert(1)</script>")
    assert b"script" not in found.data
    assert found.data.endswith(b"IEND\xaeB`\x82")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", EmptyFile),
        (b"A letter to Sam", NotAPicture),
        (b"GIF89a\x01\x00\x01\x00", NotAPicture),
        (b"%PDF-1.7", NotAPicture),
        (b"<html><body>no</body></html>", NotAPicture),
        (b"\x89PNG\r\n\x1a\n", BrokenPicture),
        (b"\xff\xd8\xff\xe0", BrokenPicture),
        (as_file(picture())[:-40], BrokenPicture),
        (as_file(picture(400, 400), "JPEG")[:900], BrokenPicture),
        (png_that_says(60_000, 60_000), TooManyPixels),
        (png_that_says(0, 5), BrokenPicture),
        (png_that_says(8_000, 20), OddShape),
        (png_that_says(2_000, 2_000), BrokenPicture),
        (as_file(Image.new("RGB", (20, 20), "white")), NothingToSee),
        (as_file(Image.new("RGBA", (20, 20), (255, 0, 0, 0))), NothingToSee),
    ],
)
def test_what_is_no_picture_or_a_broken_one_is_refused(
    data: bytes, problem: type[PictureRefused]
) -> None:
    with pytest.raises(problem) as refused:
        clean_image(data)
    said = refused.value.sentences()
    assert all(sentence.endswith(".") and "{" not in sentence for sentence in said)


def test_a_photograph_loses_the_film_behind_it() -> None:
    found = bare_jpeg(jpeg_with_gps() + b"ftypmp42" + bytes(50))[0]
    assert found.endswith(b"\xff\xd9")
    assert b"ftyp" not in found


def test_a_photograph_that_is_drawn_over_and_over_is_refused() -> None:
    whole = as_file(picture(), "JPEG", progressive=True)
    start = whole.rindex(b"\xff\xda")
    with pytest.raises(BrokenPicture):
        clean_image(whole[:start] + whole[start:-2] * 200 + whole[-2:])
    assert clean_image(whole)


def test_a_damaged_check_sum_is_noticed() -> None:
    whole = bytearray(as_file(picture(300, 300)))
    whole[len(whole) // 2] ^= 0xFF
    with pytest.raises(BrokenPicture):
        clean_image(bytes(whole))


def test_damage_is_noticed_whatever_another_library_lets_pass(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    test_a_damaged_check_sum_is_noticed()


def test_a_file_larger_than_any_photograph_is_not_looked_into() -> None:
    with pytest.raises(FileTooLarge) as refused:
        clean_image(b"\x89PNG\r\n\x1a\n" + bytes(MOST_BYTES))
    assert "25 MB" in refused.value.sentences()[0]


def test_a_flat_svg_stays_one_and_another_is_to_be_drawn_by_the_window() -> None:
    flat = _clean(GOOD_SVG)
    assert (flat.form, flat.width, flat.height) == ("svg", 600, 600)
    half = clean_image(f'{SVG_HEAD}<rect width="9" height="9" opacity=".5"/></svg>'.encode())
    assert isinstance(half, ToBeDrawn)
    assert (half.width, half.height) == (600, 600)
    with pytest.raises(FileTooLarge):
        clean_image(GOOD_SVG + b" " * 1_000_000)


def test_an_svg_in_another_encoding_is_known_by_its_content() -> None:
    words = f"<?xml version='1.0' encoding='UTF-16'?>{GOOD_SVG.decode()}"
    assert _clean(words.encode("utf-16")).form == "svg"


def test_a_file_is_read_whatever_its_name_says(tmp_path: Path) -> None:
    place = tmp_path / "notes.txt"
    place.write_bytes(GOOD_SVG)
    assert _clean(read_brought(place)).form == "svg"
    named = tmp_path / "picture.png"
    named.write_text("These are words.", encoding="utf-8")
    with pytest.raises(NotAPicture):
        clean_image(read_brought(named))


def test_a_folder_a_link_a_pipe_and_nothing_are_refused(tmp_path: Path) -> None:
    real = tmp_path / "real.png"
    real.write_bytes(as_file(picture()))
    link, pipe, empty = (tmp_path / name for name in ("link.png", "pipe.png", "empty.png"))
    link.symlink_to(real)
    os.mkfifo(pipe)
    empty.touch()
    for place, problem in (
        (tmp_path, NotAFile),
        (link, NotAFile),
        (pipe, NotAFile),
        (empty, EmptyFile),
        (tmp_path / "gone.png", CannotReadPicture),
    ):
        with pytest.raises(problem) as refused:
            read_brought(place)
        assert place.name not in str(refused.value), "no name of a file in a message"


@settings(max_examples=60, deadline=None)
@given(
    whole=st.sampled_from([as_file(picture()), jpeg_with_gps(), GOOD_SVG]),
    place=st.integers(0, 5_000),
    put=st.binary(max_size=8),
    cut=st.integers(0, 30),
)
def test_any_damage_is_refused_in_words_or_gives_a_clean_picture(
    whole: bytes, place: int, put: bytes, cut: int
) -> None:
    place %= len(whole)
    try:
        found = clean_image(whole[:place] + put + whole[place + cut :])
    except PictureRefused:
        return
    if isinstance(found, CleanImage) and found.form == "png":
        with Image.open(io.BytesIO(found.data)) as shown:
            assert shown.size == (found.width, found.height)
            assert shown.info == {}
