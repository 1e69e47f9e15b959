"""Words planted in Word files, e-mails and calendar entries."""

import io
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.letters.disclosure.planted.file import PlantedFile
from tests.letters.disclosure.planted.on_drawn_pages import line

_NAME = "copy-7f3a.docx"
_SOME = "The review was held on time."


def _written(write: Callable[[Document], object]) -> PlantedFile:
    document = docx.Document()
    document.add_paragraph(_SOME)
    write(document)
    held = io.BytesIO()
    document.save(held)
    return PlantedFile(held.getvalue(), "docx", _NAME)


def _with_part(name: str, body: str) -> PlantedFile:
    made = _written(lambda _document: None)
    held = io.BytesIO(made.data)
    with zipfile.ZipFile(held, "a") as parts:
        parts.writestr(name, body)
    return PlantedFile(held.getvalue(), "docx", _NAME)


def word_text(words: str) -> PlantedFile:
    """In a paragraph."""
    return _written(lambda document: document.add_paragraph(words))


def word_in_parts(words: str) -> PlantedFile:
    """In a paragraph, each three letters set apart."""

    def write(document: Document) -> None:
        paragraph = document.add_paragraph()
        for at in range(0, len(words), 3):
            paragraph.add_run(words[at : at + 3]).bold = bool(at % 2)

    return _written(write)


def word_cell(words: str) -> PlantedFile:
    """In a table."""

    def write(document: Document) -> None:
        document.add_table(2, 2).cell(1, 1).text = words

    return _written(write)


def word_head(words: str) -> PlantedFile:
    """At the head of each page."""

    def write(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = words

    return _written(write)


def word_foot(words: str) -> PlantedFile:
    """At the foot of each page."""

    def write(document: Document) -> None:
        document.sections[0].footer.paragraphs[0].text = words

    return _written(write)


def word_title(words: str) -> PlantedFile:
    """In its title."""

    def write(document: Document) -> None:
        document.core_properties.title = words

    return _written(write)


def word_author(words: str) -> PlantedFile:
    """Where it says who changed it last."""

    def write(document: Document) -> None:
        document.core_properties.last_modified_by = words

    return _written(write)


def word_own_property(words: str) -> PlantedFile:
    """In a property that somebody invented."""
    body = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/'
        'docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
        f'name="Note"><vt:lpwstr>{escape(words)}</vt:lpwstr></property></Properties>'
    )
    return _with_part("docProps/custom.xml", body)


def word_comment(words: str) -> PlantedFile:
    """In a comment."""

    def write(document: Document) -> None:
        document.add_comment(document.paragraphs[0].runs, text=words, author="A", initials="A")

    return _written(write)


def word_deleted(words: str) -> PlantedFile:
    """Deleted, and the deletion tracked."""
    xml = (
        f'<w:del {nsdecls("w")} w:id="1" w:author="A"><w:r><w:delText xml:space="preserve">'
        f"{escape(words)}</w:delText></w:r></w:del>"
    )
    return _written(lambda document: document.paragraphs[0]._p.append(parse_xml(xml)))


def word_hidden(words: str) -> PlantedFile:
    """Set not to be seen."""

    def write(document: Document) -> None:
        document.add_paragraph().add_run(words).font.hidden = True

    return _written(write)


def word_box(words: str) -> PlantedFile:
    """In a box of text."""
    xml = (
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape>'
        f"<v:textbox><w:txbxContent><w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    return _written(lambda document: document.paragraphs[0]._p.append(parse_xml(xml)))


def word_picture(words: str) -> PlantedFile:
    """In what a picture is said to show."""
    xml = (
        f'<w:r {nsdecls("w")} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing"><w:drawing><wp:inline><wp:docPr id="1" name="A" '
        f"descr={quoteattr(words)}/></wp:inline></w:drawing></w:r>"
    )
    return _written(lambda document: document.paragraphs[0]._p.append(parse_xml(xml)))


def word_bookmark(words: str) -> PlantedFile:
    """In the name of a bookmark."""
    name = quoteattr("_".join(words.split()))
    xml = f'<w:bookmarkStart {nsdecls("w")} w:id="0" w:name={name}/>'
    return _written(lambda document: document.paragraphs[0]._p.append(parse_xml(xml)))


def word_link(words: str) -> PlantedFile:
    """In where a link leads."""

    def write(document: Document) -> None:
        target = "https://www.example.org/" + "-".join(words.split())
        document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    return _written(write)


def word_footnote(words: str) -> PlantedFile:
    """In a footnote."""
    return _with_part(
        "word/footnotes.xml",
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>{escape(words)}'
        "</w:t></w:r></w:p></w:footnote></w:footnotes>",
    )


def word_own_part(words: str) -> PlantedFile:
    """In a part of the file that nothing shows."""
    return _with_part("customXml/item9.xml", f"<note>{escape(words)}</note>")


def word_embedded(words: str) -> PlantedFile:
    """In a file embedded in it."""
    made = _written(lambda _document: None)
    held = io.BytesIO(made.data)
    with zipfile.ZipFile(held, "a") as parts:
        parts.writestr("word/embeddings/a.docx", word_text(words).data)
    return PlantedFile(held.getvalue(), "docx", _NAME)


def word_part_name(words: str) -> PlantedFile:
    """In the name of a part inside it."""
    return _with_part(f"word/media/{'_'.join(words.split())}.txt", "")


def _mail(write: Callable[[EmailMessage], object]) -> PlantedFile:
    message = EmailMessage()
    message["To"] = "reader@example.org"
    message["Subject"] = "A paper for you"
    message.set_content("Please find a paper with this e-mail.")
    write(message)
    return PlantedFile(message.as_bytes(), "eml", "draft-1.eml")


def mail_subject(words: str) -> PlantedFile:
    """In the subject of an e-mail."""

    def write(message: EmailMessage) -> None:
        message.replace_header("Subject", " ".join(words.split()))

    return _mail(write)


def mail_text(words: str) -> PlantedFile:
    """In the text of an e-mail."""
    return _mail(lambda message: message.set_content(f"{_SOME} {words}"))


def mail_other_text(words: str) -> PlantedFile:
    """In the same text as a page of the web."""
    page = f"<p>{escape(words)}</p>"
    return _mail(lambda message: message.add_alternative(page, subtype="html"))


def mail_attached(words: str) -> PlantedFile:
    """On a page attached to it."""
    data = line(words).data

    def write(message: EmailMessage) -> None:
        message.add_attachment(data, maintype="application", subtype="pdf", filename="a.pdf")

    return _mail(write)


def mail_attached_name(words: str) -> PlantedFile:
    """In the name of what is attached."""
    name = "_".join(words.split()) + ".pdf"

    def write(message: EmailMessage) -> None:
        message.add_attachment(b"-", maintype="application", subtype="pdf", filename=name)

    return _mail(write)


def entry(words: str) -> PlantedFile:
    """In an entry for a calendar, its long line folded."""
    said = f"DESCRIPTION:{_SOME} {_SOME} {words}".replace(",", "\\,").replace("\n", "\\n")
    folded = "\r\n ".join(said[at : at + 60] for at in range(0, len(said), 60))
    text = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{folded}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    return PlantedFile(text.encode(), "ics", "review.ics")


IN_OTHER_FILES: Mapping[str, Callable[[str], PlantedFile]] = {
    each.__name__: each
    for each in (
        word_text, word_in_parts, word_cell, word_head, word_foot, word_title, word_author,
        word_own_property, word_comment, word_deleted, word_hidden, word_box, word_picture,
        word_bookmark, word_link, word_footnote, word_own_part, word_embedded, word_part_name,
        mail_subject, mail_text, mail_other_text, mail_attached, mail_attached_name, entry,
    )
}  # fmt: skip
