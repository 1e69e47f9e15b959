"""Words planted in pages drawn by other means, and changed behind a reader's back."""

import io
import re
from collections.abc import Callable, Mapping

import pikepdf
from reportlab.pdfgen import canvas

from tests.letters.disclosure.planted.file import PlantedFile

_LEFT, _RIGHT, _TOP, _LINE = 60, 320, 700, 15
Draw = Callable[[canvas.Canvas], None]


def _drawn(draw: Draw, page: int | None = 1) -> PlantedFile:
    held = io.BytesIO()
    paper = canvas.Canvas(held, pagesize=(595, 842))
    paper.setFont("Helvetica", 11)
    paper.drawString(_LEFT, 780, "The record of a review")
    draw(paper)
    paper.showPage()
    paper.save()
    return PlantedFile(held.getvalue(), "pdf", page=page)


def _changed(change: Callable[[pikepdf.Pdf], None], page: int | None = None) -> PlantedFile:
    plain = _drawn(lambda _paper: None)
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain.data)) as document:
        change(document)
        document.save(held, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return PlantedFile(held.getvalue(), "pdf", page=page)


def line(words: str) -> PlantedFile:
    """On one line, or as many as it has."""

    def draw(paper: canvas.Canvas) -> None:
        for down, part in enumerate(words.split("\n")):
            paper.drawString(_LEFT, _TOP - down * _LINE, part)

    return _drawn(draw)


def word_a_line(words: str) -> PlantedFile:
    """Each word on a line of its own."""
    return line("\n".join(words.split()))


def hyphened(words: str) -> PlantedFile:
    """Each long word broken over two lines."""
    parts = [
        f"{word[: len(word) // 2]}-\n{word[len(word) // 2 :]}" if len(word) > 5 else word
        for word in words.split()
    ]
    return line(" ".join(parts))


def beside_another_column(words: str) -> PlantedFile:
    """Down one column, drawn line by line across both."""

    def draw(paper: canvas.Canvas) -> None:
        for down, part in enumerate(words.split()):
            height = _TOP - down * _LINE
            paper.drawString(_LEFT, height, part)
            paper.drawString(_RIGHT, height, "what was said by others")

    return _drawn(draw)


def letter_by_letter(words: str) -> PlantedFile:
    """Each letter drawn by itself."""

    def draw(paper: canvas.Canvas) -> None:
        across = float(_LEFT)
        for mark in words:
            paper.drawString(across, _TOP, mark)
            across += paper.stringWidth(mark, "Helvetica", 11)

    return _drawn(draw)


def spaced_out(words: str) -> PlantedFile:
    """With room between the letters."""

    def draw(paper: canvas.Canvas) -> None:
        text = paper.beginText(_LEFT, _TOP)
        text.setCharSpace(4)
        text.textLine(words)
        paper.drawText(text)

    return _drawn(draw)


def small_capitals(words: str) -> PlantedFile:
    """In capitals, those at the beginning of words larger."""

    def draw(paper: canvas.Canvas) -> None:
        across = float(_LEFT)
        for word in words.upper().split():
            for part, size in ((word[:1], 12), (word[1:] + " ", 9)):
                paper.setFont("Helvetica", size)
                paper.drawString(across, _TOP, part)
                across += paper.stringWidth(part, "Helvetica", size)

    return _drawn(draw)


def white(words: str) -> PlantedFile:
    """White on white."""

    def draw(paper: canvas.Canvas) -> None:
        paper.setFillColorRGB(1, 1, 1)
        paper.drawString(_LEFT, _TOP, words)

    return _drawn(draw)


def unseen(words: str) -> PlantedFile:
    """Set so that it is not drawn."""

    def draw(paper: canvas.Canvas) -> None:
        text = paper.beginText(_LEFT, _TOP)
        text.setTextRenderMode(3)
        text.textLine(words)
        paper.drawText(text)

    return _drawn(draw)


def blacked_over(words: str) -> PlantedFile:
    """Under a black box."""

    def draw(paper: canvas.Canvas) -> None:
        paper.drawString(_LEFT, _TOP, words)
        paper.rect(_LEFT - 5, _TOP - 5, 480, 20, fill=1)

    return _drawn(draw)


def off_the_paper(words: str) -> PlantedFile:
    """Beside the paper."""
    return _drawn(lambda paper: paper.drawString(620, _TOP, words))


def tiny(words: str) -> PlantedFile:
    """In type of half a point."""

    def draw(paper: canvas.Canvas) -> None:
        paper.setFont("Helvetica", 0.5)
        paper.drawString(_LEFT, _TOP, words)

    return _drawn(draw)


def on_its_side(words: str) -> PlantedFile:
    """Turned by a quarter."""

    def draw(paper: canvas.Canvas) -> None:
        paper.rotate(90)
        paper.drawString(100, -100, words)

    return _drawn(draw)


def note_on_page(words: str) -> PlantedFile:
    """In a note stuck on a page."""
    return _drawn(lambda paper: paper.textAnnotation(words, (50, 50, 80, 80)), None)


def field_to_fill_in(words: str) -> PlantedFile:
    """In a field of a form."""
    value = words.replace("’", "'")
    return _drawn(lambda paper: paper.acroForm.textfield(value=value, x=60, y=400), None)


def bookmark(words: str) -> PlantedFile:
    """In the list of contents beside the pages."""

    def draw(paper: canvas.Canvas) -> None:
        paper.bookmarkPage("a")
        paper.addOutlineEntry(words, "a")

    return _drawn(draw, None)


def subject(words: str) -> PlantedFile:
    """In what the file says it is about."""
    return _drawn(lambda paper: paper.setSubject(words), None)


def keywords(words: str) -> PlantedFile:
    """In its keywords."""
    return _drawn(lambda paper: paper.setKeywords(words), None)


def own_property(words: str) -> PlantedFile:
    """In a property that somebody invented."""

    def change(document: pikepdf.Pdf) -> None:
        document.docinfo["/CaseNote"] = words

    return _changed(change)


def description(words: str) -> PlantedFile:
    """In the description that a file carries."""

    def change(document: pikepdf.Pdf) -> None:
        with document.open_metadata(set_pikepdf_as_editor=False) as said:
            said["dc:description"] = words

    return _changed(change)


def attached_text(words: str) -> PlantedFile:
    """In a text file attached to it."""

    def change(document: pikepdf.Pdf) -> None:
        document.attachments["a.txt"] = pikepdf.AttachedFileSpec(
            document, words.encode(), filename="a.txt"
        )

    return _changed(change)


def attached_pdf(words: str) -> PlantedFile:
    """On a page of a file attached to it."""
    other = line(words).data

    def change(document: pikepdf.Pdf) -> None:
        document.attachments["a.pdf"] = pikepdf.AttachedFileSpec(document, other, filename="a.pdf")

    return _changed(change)


def attached_name(words: str) -> PlantedFile:
    """In the name of a file attached to it."""
    name = "_".join(words.split()) + ".txt"

    def change(document: pikepdf.Pdf) -> None:
        document.attachments[name] = pikepdf.AttachedFileSpec(document, b"-", filename=name)

    return _changed(change)


def label_of_page(words: str) -> PlantedFile:
    """In what a page is called."""

    def change(document: pikepdf.Pdf) -> None:
        label = pikepdf.Dictionary(P=pikepdf.String(words))
        document.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, label]))

    return _changed(change)


def layer_not_shown(words: str) -> PlantedFile:
    """In the name of a layer."""

    def change(document: pikepdf.Pdf) -> None:
        layer = document.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String(words))
        )
        document.Root.OCProperties = pikepdf.Dictionary(
            OCGs=pikepdf.Array([layer]), D=pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
        )

    return _changed(change)


def earlier_version(words: str) -> PlantedFile:
    """In an earlier version of a page that the file still carries."""
    held = io.BytesIO()
    paper = canvas.Canvas(held, pagesize=(595, 842), pageCompression=0)
    paper.drawString(_LEFT, _TOP, words)
    paper.showPage()
    paper.save()
    old = held.getvalue()
    number = int(re.findall(rb"(\d+) 0 obj\s*<<[^>]*>>\s*stream", old)[-1])
    start = len(old)
    new = b"%d 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n" % number
    previous = int(old.rsplit(b"startxref", 1)[1].split()[0])
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, start)
    trailer = old[old.rfind(b"trailer") : old.rfind(b"startxref")]
    trailer = trailer.replace(b"<<", b"<< /Prev %d" % previous, 1)
    end = table + trailer + b"startxref\n%d\n%%%%EOF\n" % (start + len(new))
    return PlantedFile(old + new + end, "pdf")


def name_of_file(words: str) -> PlantedFile:
    """In the name that the file itself has."""
    made = _drawn(lambda _paper: None, None)
    return PlantedFile(made.data, "pdf", "_".join(words.replace("/", " ").split()) + ".pdf")


def square_code(words: str) -> PlantedFile:
    """In what a square code opens."""
    made = _drawn(lambda _paper: None, None)
    page = "https://www.example.org/" + "-".join(words.split())
    return PlantedFile(made.data, "pdf", codes=(page,))


ON_DRAWN_PAGES: Mapping[str, Callable[[str], PlantedFile]] = {
    each.__name__: each
    for each in (
        line, word_a_line, hyphened, beside_another_column, letter_by_letter, spaced_out,
        small_capitals, white, unseen, blacked_over, off_the_paper, tiny, on_its_side,
        note_on_page, field_to_fill_in, bookmark, subject, keywords, own_property, description,
        attached_text, attached_pdf, attached_name, label_of_page, layer_not_shown,
        earlier_version, name_of_file, square_code,
    )
}  # fmt: skip
