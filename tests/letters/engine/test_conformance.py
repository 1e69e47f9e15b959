"""Documents that a screen reader can follow, judged by two validators that do catch faults."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import page
import pdfua
import pikepdf
import pytest

from letters.engine import (
    Beside,
    BuiltPdf,
    Bullets,
    Column,
    Columns,
    Panel,
    Picture,
    Placed,
    Space,
    Span,
    Table,
    TableStyle,
    Text,
    TextStyle,
    build,
    family,
    family_for,
)  # fmt: skip
from tests.letters.engine.readers import (
    BARE,
    BODY,
    HEADING,
    built,
    elements_of,
    opened,
    roles,
    tree,
)  # fmt: skip

LOOK = TableStyle(HEADING, BODY, head_background="#DFECEE", row_rule=(0.5, "#A8A296"))
ARABIC = TextStyle(family_for("ar"), 12, 20)


@pytest.fixture(scope="module")
def english() -> BuiltPdf:
    rows = [(f"Decision {n}", "Ann Jones", Span("12 March", bold=True)) for n in range(60)]
    return built(
        Text("Minutes", HEADING, "H1"),
        Placed([Text("Kit Larkhollow", BODY)], 22, 250, 60),
        Text(["Ring ", Span("01632 960 120", link="tel:01632960120"), " or write."], BODY),
        Text("Your words", HEADING, "H2"),
        Panel([Text("“I want to stay <3”", BODY)], background="#FFF5D6", bar="#F0B400"),
        Beside(Picture("say", "A speech bubble", 40), Text("You said", BODY), 48, 12),
        Picture("hope", "", 40),
        Bullets(["See your brother", [Text("Swim", BODY), Text("on Fridays", BODY)]], BODY),
        Bullets(["first", "second"], BODY, numbered=True),
        Space(10),
        Text("Decisions", HEADING, "H3"),
        Table([Column(200, "What", heads_rows=True), Column(0, "Who"), Column(90, "When")],
              rows, LOOK),
        Columns([[Text("Born 2016", BODY)], [Text("Chair Nadia", BODY)]], [200, 200]),
        Text("Dziękuję, Łukaszu.", BODY, language="pl"),
    )  # fmt: skip


@pytest.fixture(scope="module")
def arabic() -> BuiltPdf:
    return built(
        Text("رسالة إلى سامي", TextStyle(family_for("ar"), 20, 34, bold=True), "H1"),
        Text(["اتصل على ", Span("01632 960 114", link="tel:01632960114"), " اليوم."], ARABIC),
        Text("أنت قلت: «أريد أن أبقى هنا».", ARABIC),
        Bullets(["أولاً", "ثانيًا"], ARABIC),
        Table([Column(0, "ماذا"), Column(90, "مَن")], [("كرة القدم", "Devon")] * 40,
              TableStyle(ARABIC, ARABIC)),
        language="ar", rtl=True,
    )  # fmt: skip


def faults(data: bytes, folder: Path) -> tuple[bool, int]:
    """Give whether the first validator found a fault, and what the second one says."""
    path = folder / "document.pdf"
    path.write_bytes(data)
    outcome = str(page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1))
    return "no failures" not in outcome, pdfua.validate(str(path)).exit_code


@pytest.mark.parametrize("name", ["english", "arabic"])
def test_a_document_of_every_element_has_no_fault(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    pdf: BuiltPdf = request.getfixturevalue(name)
    assert pdf.page_count > 1
    with opened(pdf) as document:
        assert document.check_pdf_syntax() == []
    assert faults(pdf.bytes, tmp_path) == (False, 0)


def drop_alternative(document: pikepdf.Pdf) -> None:
    for figure in elements_of(document, "Figure"):
        del figure["/Alt"]


def skip_a_level(document: pikepdf.Pdf) -> None:
    for heading in elements_of(document, "H2"):
        heading.S = pikepdf.Name("/H4")


def drop_language(document: pikepdf.Pdf) -> None:
    del document.Root["/Lang"]


def drop_scope(document: pikepdf.Pdf) -> None:
    for head in elements_of(document, "TH"):
        del head["/A"]


def break_rows(document: pikepdf.Pdf) -> None:
    for row in elements_of(document, "TR"):
        row.S = pikepdf.Name("/P")


def drop_title(document: pikepdf.Pdf) -> None:
    del document.Root["/Metadata"]


def drop_unicode(document: pikepdf.Pdf) -> None:
    for font in document.objects:
        if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
            del font["/ToUnicode"]


@pytest.mark.parametrize(
    "damage",
    [
        drop_alternative,
        skip_a_level,
        drop_language,
        drop_scope,
        break_rows,
        drop_title,
        drop_unicode,
    ],
)
def test_the_validators_see_damage(
    damage: Callable[[pikepdf.Pdf], None], english: BuiltPdf, tmp_path: Path
) -> None:
    spoiled = io.BytesIO()
    with opened(english) as document:
        damage(document)
        document.save(spoiled)
    assert faults(spoiled.getvalue(), tmp_path) != (False, 0)


def test_the_tree_has_headings_lists_tables_and_figures(english: BuiltPdf) -> None:
    found = roles(english)
    assert found[:3] == ["H1", "P", "P"]
    assert found[3:7] == ["Link", "H2", "P", "Figure"]
    assert found.count("Figure") == 1
    assert found.count("L") == 2
    assert found.count("LI") == 4
    assert found.count("Table") == 1
    assert found.count("TR") == 61
    assert found.count("TH") == 63


def test_an_item_of_a_list_has_a_mark_and_a_body(english: BuiltPdf) -> None:
    first = next(branch for branch in tree(english) if branch[0] == "L")
    assert first[1] == ["LI", ["Lbl"], ["LBody", ["P"]]]
    assert first[2] == ["LI", ["Lbl"], ["LBody", ["P"], ["P"]]]


def test_a_cell_of_words_needs_no_paragraph(english: BuiltPdf) -> None:
    table = next(branch for branch in tree(english) if branch[0] == "Table")
    assert table[1] == ["TR", ["TH"], ["TH"], ["TH"]]
    assert table[2] == ["TR", ["TH"], ["TD"], ["TD"]]


def test_a_link_says_where_it_leads_and_can_be_reached(english: BuiltPdf) -> None:
    with opened(english) as document:
        (link,) = elements_of(document, "Link")
        annotation = next(kid for kid in link.K if not isinstance(kid, int)).Obj
        assert str(annotation.A.URI) == "tel:01632960120"
        assert str(annotation.Contents) == "01632 960 120"
        parents = document.Root.StructTreeRoot.ParentTree.Nums
        keys = {int(parents[at]): parents[at + 1] for at in range(0, len(parents), 2)}
        assert keys[int(annotation.StructParent)].objgen == link.objgen


def test_words_in_another_language_say_so(english: BuiltPdf) -> None:
    with opened(english) as document:
        languages = [str(found.Lang) for found in elements_of(document, "P") if "/Lang" in found]
        assert languages == ["pl"]
        assert str(document.Root.Lang) == "en-GB"


def test_right_to_left_words_are_spoken_in_their_order(arabic: BuiltPdf) -> None:
    with opened(arabic) as document:
        spoken = [
            str(found.ActualText) for found in elements_of(document, "P") if "/ActualText" in found
        ]
    assert spoken == ["أنت قلت: «أريد أن أبقى هنا».", "أولاً", "ثانيًا"]


def test_every_mark_on_every_page_is_told_apart(english: BuiltPdf) -> None:
    with opened(english) as document:
        for leaf in document.pages:
            depth = 0
            for _, operator in pikepdf.parse_content_stream(leaf):
                name = str(operator)
                depth += (name in ("BMC", "BDC")) - (name == "EMC")
                assert depth in (0, 1)
                if name in ("TJ", "f", "S", "B"):
                    assert depth == 1


def test_every_font_is_embedded_as_a_subset(english: BuiltPdf) -> None:
    with opened(english) as document:
        fonts = [leaf.Resources.Font for leaf in document.pages]
        names = {str(font.BaseFont) for page_fonts in fonts for font in page_fonts.values()}
        for font in fonts[0].values():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
    assert all(name[7] == "+" and name[1:7].isalpha() and name[1:7].isupper() for name in names)
    assert len(names) == len({name[8:] for name in names})


def test_the_document_says_what_it_is() -> None:
    title = "Kit & Zoë’s <letter>"
    pdf = build([Text("x", BODY)], BARE, title, "en-GB", "Nadia \x00", date(2026, 3, 1))
    with opened(pdf) as document:
        assert str(document.docinfo.Title) == title
        assert str(document.docinfo.Author) == "Nadia \ufffd"
        assert str(document.docinfo.CreationDate).startswith("D:20260301")
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == title
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["xmp:CreateDate"].startswith("2026-03-01")


def test_a_document_with_a_face_in_two_weights_and_a_repeated_glyph_conforms(
    tmp_path: Path,
) -> None:
    words = "29\u00a0May is \u0651 e\u0301 é ﬁne fine"
    lexend = TextStyle(family("Lexend"), 12, 18)
    pdf = built(Text([words, Span(words, bold=True)], lexend), language="en_GB")
    assert faults(pdf.bytes, tmp_path) == (False, 0)
