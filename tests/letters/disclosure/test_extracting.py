"""Everything that somebody could get out of a file is read out of it."""

import io
import zipfile
import zlib

import pikepdf
import pytest

from letters.disclosure.extracting import extract, kind_of
from letters.disclosure.pdf_inside import inside, text_of
from tests.letters.disclosure.planted.on_drawn_pages import line, own_property


def everything(data: bytes, media: str = "pdf", name: str = "a.pdf") -> str:
    read = extract(data, media, name)
    return "\n".join((*(page.text for page in read.pages), *(each.text for each in read.other)))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (rb"(plain)", "plain"),
        (rb"(with \(marks\) and \\ and \101\n)", "with (marks) and \\ and A\n"),
        (rb"(\376\377\000C\000a)", "Ca"),
        (b"<FEFF004300E2>", "Câ"),
        (b"<FFFE4300>", "C"),
        (b"<4361 727>", "Carp"),
        (b"(\xef\xbb\xbfC\xc3\xa2)", "Câ"),
        (b"(Children\x90s)", "Children’s"),
        (b"(a\\\nb)", "ab"),
    ],
)
def test_a_text_of_a_file_is_read_however_it_is_written(written: bytes, text: str) -> None:
    assert text_of(written) == text


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (b"/Filter /FlateDecode", b"no such thing"),
        (b"/Filter [/ASCII85Decode /FlateDecode]", b"\xff\xff~>"),
        (b"/ObjStm /N 1", b"(Carys)"),
        (b"/ObjStm /N 1 /First 4", b"1 0 (Carys)"),
    ],
)
def test_a_broken_stream_stops_nothing(head: bytes, body: bytes) -> None:
    data = b"%PDF-1.7\n1 0 obj <<" + head + b">>\nstream\n" + body + b"\nendstream\n(Carys)"
    places, attached = inside(data)
    assert attached == ()
    assert isinstance(places, tuple)


def test_objects_packed_together_are_unpacked() -> None:
    packed = own_property("Carys Larkhollow").data
    assert b"Carys" not in packed.replace(zlib.compress(b""), b"")
    assert "Carys Larkhollow" in everything(packed)


def test_what_a_picture_file_says_of_itself_is_read() -> None:
    held = io.BytesIO()
    with pikepdf.new() as document:
        image = pikepdf.Stream(document, b"\xff\xd8\xff\xe1Exif Carys Larkhollow\xff\xd9")
        image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        image.Filter = pikepdf.Name.DCTDecode
        document.add_blank_page()
        document.Root.Extra = document.make_indirect(image)
        document.save(held)
    assert "Carys Larkhollow" in everything(held.getvalue())


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.bin", b"%PDF-1.4", "pdf"),
        ("a.bin", b"PK\x03\x04", "docx"),
        ("a.EML", b"To: x", "eml"),
        ("a.ics", b"BEGIN", "ics"),
        ("a", b"words", "txt"),
    ],
)
def test_a_file_is_known_by_how_it_begins(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind


@pytest.mark.parametrize(
    "data", ["Carys ’".encode(), "Carys ’".encode("cp1252"), "Carys ’".encode("utf-16")]
)
def test_a_plain_file_is_read_in_any_writing(data: bytes) -> None:
    assert "Carys ’" in everything(data, "txt", "a.txt")


def test_the_name_of_a_file_is_read_word_for_word() -> None:
    assert "Carys Larkhollow" in everything(line("").data, "pdf", "CarysLarkhollow.pdf")


def test_a_file_within_files_is_read_only_so_deep() -> None:
    inner = line("Carys Larkhollow").data
    for depth in range(6):
        held = io.BytesIO()
        with pikepdf.open(io.BytesIO(line("").data)) as document:
            document.attachments["a.pdf"] = pikepdf.AttachedFileSpec(
                document, inner, filename="a.pdf"
            )
            document.save(held)
        inner = held.getvalue()
        assert ("Carys Larkhollow" in everything(inner)) is (depth < 4)


def test_the_text_behind_the_words_of_a_page_is_read() -> None:
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(line("Somebody").data)) as document:
        drawn = b"/Span <</ActualText (Carys Larkhollow)>> BDC EMC"
        document.pages[0].contents_add(pikepdf.Stream(document, drawn))
        document.save(held)
    assert "Carys Larkhollow" in everything(held.getvalue())


def word_file(**parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, body in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", body)
        made.comment = b"packed by Carys"
    return held.getvalue()


def test_a_part_that_cannot_be_read_as_it_should_be_is_read_as_it_is() -> None:
    told = everything(word_file(word__document="<w:p>Larkhollow"), "docx", "a.docx")
    assert "Larkhollow" in told
    assert "packed by Carys" in told


def test_hyphens_tabs_and_breaks_of_a_word_file_are_kept() -> None:
    body = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:p><w:r><w:t>Anne</w:t><w:noBreakHyphen/><w:t>Marie</w:t><w:tab/><w:t>14</w:t>"
        "<w:br/><w:t>Mill</w:t></w:r></w:p></w:document>"
    )
    assert "Anne-Marie\t14\nMill\n" in everything(word_file(word__document=body), "docx")


def test_the_looks_of_a_word_file_are_read_by_what_they_are_called() -> None:
    body = '<w:styles><w:style w:name="Carys&amp;Co"/></w:styles>'
    assert "Carys&Co" in everything(word_file(word__styles=body), "docx")
