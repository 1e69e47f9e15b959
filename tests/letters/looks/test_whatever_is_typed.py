"""Whatever was typed, however the letter is set, there are pages and nothing is lost from them."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letters import child_letter
from letters.letter import LetterSetting
from letters.looks.type_scale import TYPEFACES
from letters.pdf import render
from letters.wording import wording
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.looks.letters_on_paper import ADDRESS, CREST
from tests.letters.reading import whole_text
from tests.letters.test_child_letter import TYPED, typed

SETTINGS = st.builds(
    LetterSetting,
    typeface=st.sampled_from(("", *TYPEFACES)),
    text_size=st.sampled_from(("usual", "18", "24")),
    is_cream=st.booleans(),
    with_pictures=st.booleans(),
    address=st.sampled_from(((), ADDRESS)),
    crest=st.sampled_from((None, CREST)),
    code_page=st.sampled_from(("", "https://www.wrenshire.example/a")),
)


def in_band(sheet: ReviewSheet, band: str) -> ReviewSheet:
    row = replace(sheet.making.letter, band=band)
    return replace(sheet, making=replace(sheet.making, letter=row))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TYPED, TYPED, st.sampled_from("BCD"), SETTINGS)
def test_any_words_can_be_set_in_any_way(
    said: str, noted: str, band: str, setting: LetterSetting
) -> None:
    sheet = in_band(typed(said, noted, said, noted), band)
    found = replace(child_letter.compose(sheet, wording(), sheets.DATED), setting=setting)
    assert 1 <= render(found, draft=True).pages <= 20


@pytest.mark.parametrize("band", "BCD")
@pytest.mark.parametrize("size", ["usual", "24"])
def test_long_names_and_a_long_council_keep_to_their_places(band: str, size: str) -> None:
    sheet = in_band(sheets.with_long_names(), band)
    sheet = replace(sheet, council=replace(sheet.council, name="Council of " + "Longnames " * 8))
    setting = LetterSetting(text_size=size, address=ADDRESS)
    found = replace(child_letter.compose(sheet, wording(), sheets.DATED), setting=setting)
    text = whole_text(render(found, draft=True).pdf)
    assert text.count("Longnames") == 8
    assert "WR0 7FR" in text
    assert "Featherstonehaugh-" in text
