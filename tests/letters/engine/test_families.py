"""Each family has a real bold face, which has every letter that its regular face has."""

import pytest

from letters.engine import family, family_names

_NO_BOLD_EXISTS = "Droid Sans Fallback"
_DRAWS_NOTHING = {"\0", "\u00ad"}


@pytest.mark.parametrize("name", [each for each in family_names() if each != _NO_BOLD_EXISTS])
def test_a_heading_is_set_in_a_bold_face_that_has_its_letters(name: str) -> None:
    found = family(name)
    assert found.bold is not found.regular
    assert found.regular.covered - found.bold.covered <= _DRAWS_NOTHING


def test_a_name_in_another_script_is_bold_too_in_a_bold_line() -> None:
    faces = family("Andika").faces(bold=True)
    first = next(face for face in faces if face.covers("সামি"))
    assert first.path.stem == "NotoSansBengali-Bold"
