"""The same document is the same bytes, wherever and whenever it is built."""

import hashlib
import os
import subprocess
import sys
from datetime import date

import pytest

from letters.engine import (
    Frame,
    Furniture,
    PageDesign,
    Span,
    Text,
    build,
    family,
    family_for,
    family_names,
    semibold,
    warm,
)  # fmt: skip
from tests.letters.engine.readers import BARE, BODY, built, page_texts

PROGRAM = """
import hashlib
from datetime import date
from letters.engine import *
from tests.letters.engine.readers import BARE, BODY, HEADING
for name in family_names():
    family(name).regular.word("warm", "en")
words = ["Zoë said 29\\u00a0May ", Span("office سامي কর্তৃপক্ষ 😀", bold=True, link="tel:1")]
elements = [Text("A", HEADING, "H1"), Text(words, BODY), Bullets(["x", "y"], BODY),
            Picture("say", "Speech", 40),
            Table([Column(0, "a")], [("b",)] * 80, TableStyle(BODY, BODY))]
pdf = build(elements, BARE, "T", "en-GB", "N", date(2026, 3, 1))
print(hashlib.sha256(pdf.bytes).hexdigest())
"""


def digest(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    finished = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return finished.stdout.strip()


def test_two_processes_write_the_same_bytes() -> None:
    assert digest("1") == digest("2")


def test_what_was_set_before_does_not_change_a_document() -> None:
    first = built(Text("29\u00a0May is here", BODY)).bytes
    built(Text("other words 29 May", BODY), Text("29 May", BODY))
    assert (
        hashlib.sha256(first).digest()
        == hashlib.sha256(built(Text("29\u00a0May is here", BODY)).bytes).digest()
    )


def test_another_day_is_another_document() -> None:
    elements = [Text("x", BODY)]
    days = [build(elements, BARE, "t", "en", "n", date(2026, 3, day)).bytes for day in (1, 2)]
    assert days[0] != days[1]


def test_furniture_knows_the_page_and_how_many_there_are() -> None:
    def furniture(page: Furniture) -> None:
        page.foot("Kit’s letter", f"{page.page_number} of {page.page_count}", BODY, 287)

    frame = Frame(20, 277, 20, 20)
    pdf = built(Text("x\n" * 100, BODY), design=PageDesign(frame, frame, furniture))
    texts = page_texts(pdf)
    assert pdf.page_count == 3
    assert all(f"{at} of 3" in text for at, text in enumerate(texts, 1))


@pytest.mark.parametrize("name", ["Kit " * 60, "K" * 300])
def test_long_words_at_the_foot_are_cut_short_before_the_number_of_the_page(name: str) -> None:
    def furniture(page: Furniture) -> None:
        page.foot(name, "Page 1 of 1", BODY, 287)

    frame = Frame(20, 277, 20, 20)
    text = page_texts(built(Text("x", BODY), design=PageDesign(frame, frame, furniture)))[0]
    first, *rest = (line.strip() for line in text.splitlines())
    assert first.startswith("K")
    assert first.partition("…")[2] in {"", "Page 1 of 1", " Page 1 of 1"}
    assert len(rest) <= 2
    assert (text.count("…"), text.count("Page 1 of 1")) == (1, 1)


def test_fonts_can_be_read_before_they_are_needed() -> None:
    warm([family("Lexend")])
    assert "covered" in family("Lexend").regular.__dict__


def test_every_family_that_comes_with_the_program_can_be_set() -> None:
    for name in family_names():
        whole = family(name)
        assert whole.regular.path.exists()
        assert whole.bold.path.exists()
        assert all(face.path.exists() for face in whole.fallbacks + whole.bold_fallbacks)


def test_a_semibold_face_stands_in_for_the_bold_where_there_is_one() -> None:
    assert semibold("Atkinson Hyperlegible Next").bold.path.stem.endswith("SemiBold")
    assert semibold("Andika") is family("Andika")


def test_a_language_has_a_family_for_its_script() -> None:
    assert family_for("ar-SY").name == "Noto Sans Arabic"
    assert family_for("ti").name == "Noto Sans Ethiopic"
    assert family_for("cy", latin="Lexend").name == "Lexend"


def test_a_span_may_have_a_colour_of_its_own() -> None:
    pdf = built(Text(["a", Span("b", colour="#FF0000"), "c"], BODY))
    assert "abc" in page_texts(pdf)[0]
