"""Whatever is captured, each of the six bands makes a letter that keeps its promises."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letters.bands import Band, suggested_band
from letters.letter import Letter
from letters.lines import decisions_compared, lines_of
from models.letter_making import LetterMaking, LineOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.any_review import SECRET, any_review
from tests.letters.in_band import in_band
from tests.letters.papers_expected import letter

_ANY = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def in_each_band(sheet: ReviewSheet) -> Iterator[tuple[Letter, ReviewSheet]]:
    for band in Band:
        told = in_band(band, sheet)
        yield letter(told), told


@_ANY
@given(any_review())
def test_any_review_makes_a_letter_in_each_band_with_its_gaps_in_words(sheet: ReviewSheet) -> None:
    for found, told in in_each_band(sheet):
        keys = [each.key for each in found.every_paragraph() if each.key]
        assert len(set(keys)) == len(keys)
        assert len({block.key for block in found.blocks}) == len(found.blocks)
        assert all(gap.words for gap in found.missing)
        assert SECRET not in _everything(found)
        assert letter(told) == found
        assert lines_of(found, told.making)
        assert len(decisions_compared(told, found)) >= len(sheet.decisions)


@_ANY
@given(any_review())
def test_what_the_child_said_for_the_letter_stands_in_it_byte_for_byte(
    sheet: ReviewSheet,
) -> None:
    said = [
        wish.words
        for wish in sheet.wishes
        if wish.in_letter and not wish.private and wish.words.strip()
    ]
    for found, _told in in_each_band(sheet):
        block = found.block("L4")
        assert block is not None
        pieces = (piece for paragraph in block.paragraphs for piece in paragraph.pieces)
        quotes = [piece.text for piece in pieces if piece.quoted]
        assert quotes == said


@_ANY
@given(any_review(), st.data())
def test_whatever_is_left_out_is_kept_aside_and_nothing_else_changes(
    sheet: ReviewSheet, data: st.DataObject
) -> None:
    band = data.draw(st.sampled_from(Band))
    told = in_band(band, sheet)
    whole = letter(told)
    keys = [line.key for line in lines_of(whole) if line.can_be_left_out]
    gone = data.draw(st.sets(st.sampled_from(keys))) if keys else set()
    out = tuple(LineOnSheet(f"l {key}", key, "", "", True, "Because") for key in sorted(gone))
    making = LetterMaking(told.making.letter, out)
    less = letter(replace(told, making=making))
    aside = {each.paragraph.key for each in less.left_out}
    left_out = {each.paragraph.key for each in less.left_out if each.holds is None}
    here = {each.key for each in less.every_paragraph() if each.key}
    assert left_out <= gone
    assert not here & gone
    assert {line.key for line in lines_of(less, making)} == here | aside


def test_without_a_choice_the_age_at_the_meeting_suggests_the_band() -> None:
    for years, band in ((2, Band.U), (6, Band.A), (10, Band.B), (13, Band.C), (17, Band.D)):
        born = sheets.SAM.born_on.replace(year=2026 - years)
        assert letter(sheets.full(child=replace(sheets.SAM, born_on=born))).band is band
        assert suggested_band(born, sheets.DATED) is band


def _everything(found: Letter) -> str:
    heads = " ".join(block.heading for block in found.blocks)
    told = " ".join(f"{each.text} {each.proposed}" for each in found.every_paragraph())
    return f"{found.title} {heads} {told}"
