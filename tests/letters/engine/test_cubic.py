"""A face with cubic outlines is embedded whole enough to draw, copy and read aloud."""

from pathlib import Path

import pikepdf

from letters.engine import Text, TextStyle, family
from tests.letters.engine.readers import built, opened, page_texts, plain
from tests.letters.reading import faults

STYLE = TextStyle(family("OpenDyslexic"), 14, 21)
BOLD = TextStyle(family("OpenDyslexic"), 18, 27, bold=True)
WORDS = "Siôn, ŵyr, Łukasz: office fluff, 12\u00a0March\u00a02027 and on"


def test_its_words_come_out_as_they_went_in() -> None:
    found = page_texts(built(Text("A letter", BOLD, "H1"), Text(WORDS, STYLE)))[0]
    assert plain(found) == plain("A letter" + WORDS)


def test_it_conforms_with_blanks_that_share_a_glyph_and_without(tmp_path: Path) -> None:
    for words in ("Hello there", WORDS):
        pdf = built(Text("A letter", BOLD, "H1"), Text(words, STYLE))
        assert faults(pdf.bytes, tmp_path) == []


def test_its_program_is_cut_down_and_named_for_what_it_is() -> None:
    with opened(built(Text("A letter", BOLD, "H1"), Text(WORDS, STYLE))) as document:
        programs = [
            each
            for each in document.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/OpenType"
        ]
        assert [each.read_bytes()[:4] for each in programs] == [b"OTTO", b"OTTO"]
        whole = STYLE.family.regular.path.stat().st_size
        assert all(len(each.read_bytes()) < whole / 3 for each in programs)


def test_its_letters_are_evenly_spaced() -> None:
    face = STYLE.family.regular
    assert face.is_cubic
    assert face.word("Sam", "en").advance == sum(face.word(mark, "en").advance for mark in "Sam")
    assert not family("Andika").regular.is_cubic
