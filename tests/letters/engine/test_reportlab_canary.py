"""Sings when ReportLab changes a part within that the page engine leans on."""

import inspect
import io

import reportlab
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas


def canvas() -> Canvas:
    return Canvas(io.BytesIO(), invariant=1)


def test_reportlab_is_the_version_that_was_read() -> None:
    assert reportlab.__version__.startswith("5.1")


def test_a_canvas_gathers_its_operators_in_a_list() -> None:
    page = canvas()
    page._code.append("marks")
    assert isinstance(page._code, list)
    page.showPage()
    assert "marks" in page._doc.Pages.pages[0].stream


def test_a_canvas_makes_its_preamble_through_one_method() -> None:
    assert "self._preamble = " in inspect.getsource(Canvas._make_preamble)


def test_a_document_writes_its_delayed_fonts_last_and_keeps_fonts_in_one_dictionary() -> None:
    page = canvas()
    written = []

    class Font:
        def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802  # its name
            written.append(document.idToObject["BasicFonts"].dict)

    page._doc.delayedFonts.append(Font())
    page.showPage()
    page._doc.GetPDFData(page)
    assert len(written) == 1


def test_a_page_writes_the_names_in_its_list_of_those_without_default() -> None:
    page = canvas()
    page.showPage()
    leaf = page._doc.Pages.pages[0]
    leaf.__NoDefault__ = [*leaf.__NoDefault__, "StructParents"]
    leaf.StructParents = 7
    assert b"/StructParents 7" in page._doc.GetPDFData(page)


def test_an_object_has_its_number_as_soon_as_it_is_referred_to() -> None:
    document = canvas()._doc
    reference = document.Reference(pdfdoc.PDFDictionary({}))
    number, _ = document.idToObjectNumberAndVersion[reference.name]
    assert document.numberToId[number] == reference.name


def test_the_catalogue_takes_what_a_tagged_document_needs() -> None:
    names = pdfdoc.PDFCatalog.__NoDefault__
    assert {"StructTreeRoot", "MarkInfo", "Metadata", "ViewerPreferences"} <= set(names)
