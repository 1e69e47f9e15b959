"""The words of the templates that we bring keep to what each band can read."""

import re

import pytest

from letters.bands import BANDS, Band
from letters.paragraph import Paragraph
from letters.plain.glossary import Glossary
from letters.plain.reading import jargon, measure_text
from letters.templates.shipped import SHIPPED, shipped
from letters.templates.template import BuiltIn
from tests.letters.templates.moments import answered

_VALUE = re.compile(r"\{\w+\}")


def _sentences(band: Band) -> list[str]:
    """Give every fixed sentence that a letter of this band may say, without its values."""
    return [
        _VALUE.sub("", said)
        for key in SHIPPED
        for block in shipped(key).blocks
        for line in block.lines
        for said in (line.words_for(band), line.without)
        if said and not line.ask
    ]


@pytest.mark.parametrize("band", Band)
def test_no_sentence_is_longer_than_its_band_may_have(band: Band) -> None:
    for said in _sentences(band):
        for part in measure_text(said, BANDS[band]).sentences:
            assert len(part.words) <= BANDS[band].longest, said


@pytest.mark.parametrize("band", Band)
def test_the_words_of_a_band_read_no_harder_than_it_may(band: Band) -> None:
    assert measure_text("\n".join(_sentences(band)), BANDS[band]).grade <= BANDS[band].grade


@pytest.mark.parametrize("key", SHIPPED)
def test_no_hard_word_and_no_shout_is_in_them(key: str) -> None:
    letter = answered(key, Band.C)
    own = {block.key for block in shipped(key).blocks}
    found = [each.hard_word for each in jargon(letter, Glossary.of(())) if each.block in own]
    assert [word.text for word in found if not word.term.has_everyday_meaning] == []
    assert not any("!" in said for said in shipped(key).on_paper())


@pytest.mark.parametrize("band", [Band.A, Band.E])
@pytest.mark.parametrize("key", SHIPPED)
def test_where_pictures_lead_each_block_of_ours_begins_with_one(key: str, band: Band) -> None:
    own = {block.key for block in shipped(key).blocks if block.built_in is None}
    for block in answered(key, band).blocks:
        if block.key in own:
            pictures = [paragraph.picture for paragraph in block.paragraphs]
            assert pictures[0]
            assert band is Band.A or all(pictures)


@pytest.mark.parametrize("key", SHIPPED)
def test_every_letter_has_its_greeting_its_rights_and_the_way_to_reach_its_writer(
    key: str,
) -> None:
    for band in shipped(key).bands:
        letter = answered(key, band)
        assert letter.missing == ()
        assert letter.blocks[0].key == "L1"
        assert {"L12", "L13"} <= {block.key for block in letter.blocks}
        keys = [each.key for each in letter.every_paragraph() if each.key]
        assert len(keys) == len(set(keys))
        assert letter.kind == "other_letter"


def test_only_the_letter_of_the_decisions_tells_them() -> None:
    telling = [key for key in SHIPPED if BuiltIn.DECISIONS in shipped(key).built_ins]
    assert telling == ["decisions"]
    assert shipped("decisions").needs_a_review
    for key in SHIPPED:
        told = any(_tells_a_decision(each) for each in answered(key).every_paragraph())
        assert told is (key == "decisions")


def _tells_a_decision(paragraph: Paragraph) -> bool:
    return paragraph.source is not None and paragraph.source.table == "decision"


def test_what_is_told_on_the_screen_is_each_letters_name_and_what_it_asks() -> None:
    told = list(shipped("thanks").on_screen())
    assert told[0] == "Thank you for feedback"
    assert told[2:] == [line.ask for line in shipped("thanks").asked]
    assert set(told[2:]) <= set(shipped("thanks").on_paper())
