"""ReportLab's canvas with a structure tree, our own fonts and the marks of PDF/UA-1.

It leans on these parts of ReportLab 5.1: `Canvas._code`, `_make_preamble`, `_doc`;
`PDFDocument.delayedFonts`, `idToObject["BasicFonts"]`, `_timeStamp`; `PDFPage.__NoDefault__`.
"""

import io
import zlib
from datetime import date

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from letters.engine.clean import clean, without_controls
from letters.engine.embedding import EmbeddedFace
from letters.engine.faces import Face
from letters.engine.pdf_values import Written, add_object, number, pdf_text, stream
from letters.engine.structure import Node, Structure
from letters.engine.xmp import metadata

PRODUCER = "Waymark"


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas whose every mark belongs to an element of the tree or is an artifact."""

    def __init__(self, size_pt: tuple[float, float], language: str) -> None:
        super().__init__(
            io.BytesIO(), pagesize=size_pt, invariant=1, pageCompression=1, pdfVersion=(1, 7),
            lang=language,
        )  # fmt: skip
        self.structure = Structure()
        self._faces: dict[Face, EmbeddedFace] = {}
        self._page_numbers: list[int] = []
        self._annotations: list[pdfdoc.PDFObjectReference] = []

    @property
    def code(self) -> list[str]:
        """The operators of the present page."""
        code: list[str] = self._code
        return code

    def describe(self, title: str, author: str, language: str, created: date) -> None:
        """Write who and what the document is."""
        title, author = (without_controls(clean(words)) for words in (title, author))
        document = self._doc
        for write, words in (
            (self.setTitle, title), (self.setAuthor, author), (self.setSubject, title),
            (self.setCreator, PRODUCER), (self.setProducer, PRODUCER),
        ):  # fmt: skip
            write(words)
        self.setDateFormatter(lambda *_now: f"D:{created:%Y%m%d}000000Z")
        document.signature.update(f"{created.isoformat()} {language}".encode())
        catalogue = document.Catalog
        catalogue.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})
        catalogue.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": pdfdoc.PDFtrue})
        catalogue.Metadata = metadata(title, author, language, created, PRODUCER)

    def begin_page(self) -> None:
        """Begin a page; call it before anything is drawn on it."""
        self.structure.begin_page()

    def embedded(self, face: Face) -> EmbeddedFace:
        """Give the part of the face that this document embeds."""
        used = self._faces.get(face)
        if used is None:
            used = self._faces[face] = EmbeddedFace(face, f"W{len(self._faces) + 1}")
            self._doc.delayedFonts.append(used)
        return used

    def begin(self, node: Node | None) -> None:
        """Begin marks that belong to the element, or to nothing that is read aloud."""
        if node is None:
            self._code.append("/Artifact BMC")
        else:
            self._code.append(f"/{node.role}<</MCID {self.structure.mark(node)}>>BDC")

    def end(self) -> None:
        """End the marks begun last."""
        self._code.append("EMC")

    def link(self, node: Node, target: str, words: str, box: tuple[float, ...]) -> None:
        """Lay a link over a box of the present page."""
        key = self.structure.annotation_key(node)
        rectangle = " ".join(map(number, box))

        def write() -> bytes:
            return (
                f"<</Type/Annot/Subtype/Link/Rect[{rectangle}]/Border[0 0 0]/F 4"
                f"/Contents{pdf_text(words)}/StructParent {self.structure.resolved_key(key)}"
                f"/A<</S/URI/URI{pdf_text(target)}>>>>"
            ).encode("ascii")

        annotation = add_object(self._doc, write)
        node.hold_annotation(len(self._page_numbers), annotation)
        self._annotations.append(pdfdoc.PDFObjectReference(self._doc.numberToId[annotation]))

    def showPage(self) -> None:  # noqa: N802  # ReportLab's name
        """End the page."""
        content = zlib.compress("\n".join(self._code).encode("ascii"))
        self._code.clear()
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._page_numbers)
        page.Tabs = pdfdoc.PDFName("S")
        page.Annots = self._annotations
        page.Contents = Written(lambda: stream("", content))
        self._annotations = []
        reference = self._doc.Reference(page)
        self._page_numbers.append(self._doc.idToObjectNumberAndVersion[reference.name][0])
        self._doc.updateSignature(content)

    def finished(self) -> bytes:
        """Give the bytes of the whole document."""
        document = self._doc
        document.Catalog.StructTreeRoot = self.structure.write(document, self._page_numbers)
        data: bytes = document.GetPDFData(self)
        return data

    def _make_preamble(self) -> None:
        self._preamble = ""
