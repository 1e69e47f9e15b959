"""Puts the parts of a Word file together, the same bytes every time, and nobody named in it."""

import io
import zipfile
from collections.abc import Iterator

from letters.engine.elements import runs_right_to_left
from letters.out.word_form import Line, WordDocument
from letters.out.word_styles import numbering, settings, styles
from letters.out.word_theme import font_table, theme
from letters.out.word_xml import DECLARATION, WordXml, root, tag, text_of, twips

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_PARTS = ("styles", "settings", "numbering", "fontTable")
_THEME, _THEME_TYPE = "theme", "application/vnd.openxmlformats-officedocument.theme+xml"
_FEET = {"first": "footer1", "default": "footer2"}
_MARGIN_MM, _A4_MM = 20.0, (210.0, 297.0)
_FOOT_MM = 8.0
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can say


def packed(document: WordDocument) -> bytes:
    """The bytes of the whole file."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _contents(document):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 0, 0
            package.writestr(entry, content)
    return written.getvalue()


def _contents(document: WordDocument) -> Iterator[tuple[str, str | bytes]]:
    xml = WordXml(document.language)
    body = xml.body(document.parts)
    whole = root("w:document", tag("w:body", body, _section(document)))
    yield "[Content_Types].xml", _content_types(has_images=bool(xml.images))
    yield "_rels/.rels", _relationships([
        ("r1", f"{_OFFICE}officeDocument", "word/document.xml"),
        ("r2", f"{_PACKAGE}relationships/metadata/core-properties", "docProps/core.xml"),
    ])  # fmt: skip
    yield "docProps/core.xml", _core(document)
    yield "word/document.xml", whole
    yield (
        "word/_rels/document.xml.rels",
        _relationships(
            [(name, f"{_OFFICE}{name}", f"{name}.xml") for name in (*_PARTS, _THEME)]
            + [(name, f"{_OFFICE}footer", f"{name}.xml") for name in _FEET.values()]
            + [(name, f"{_OFFICE}image", f"media/{name}.png") for name in xml.images.values()]
        ),
    )
    yield "word/styles.xml", styles(document)
    yield "word/settings.xml", settings(document)
    yield "word/numbering.xml", numbering()
    yield "word/fontTable.xml", font_table()
    yield f"word/{_THEME}.xml", theme()
    yield f"word/{_FEET['first']}.xml", _foot(xml, document.first_foot)
    yield f"word/{_FEET['default']}.xml", _foot(xml, document.later_foot)
    for png, name in xml.images.items():
        yield f"word/media/{name}.png", png


def _section(document: WordDocument) -> str:
    """The paper, its margins and which foot stands where."""
    feet = (tag("w:footerReference", w_type=kind, r_id=name) for kind, name in _FEET.items())
    margin = twips(_MARGIN_MM)
    sides = {f"w_{side}": margin for side in ("top", "right", "bottom", "left")}
    return tag(
        "w:sectPr",
        *feet,
        tag("w:pgSz", w_w=twips(_A4_MM[0]), w_h=twips(_A4_MM[1])),
        tag("w:pgMar", **sides, w_header=twips(_FOOT_MM), w_footer=twips(_FOOT_MM), w_gutter=0),
        tag("w:titlePg"),
        tag("w:bidi") if runs_right_to_left(document.language) else "",
    )


def _foot(xml: WordXml, line: Line) -> str:
    return root("w:ftr", xml.line(line))


def _content_types(*, has_images: bool) -> str:
    overrides = [("/docProps/core.xml", _CORE_TYPE)]
    overrides.append(("/word/document.xml", _WORD_TYPE.format("document.main")))
    overrides += [(f"/word/{name}.xml", _WORD_TYPE.format(name)) for name in _PARTS]
    overrides.append((f"/word/{_THEME}.xml", _THEME_TYPE))
    feet = _FEET.values()
    overrides += [(f"/word/{name}.xml", _WORD_TYPE.format("footer")) for name in feet]
    defaults = [("rels", _RELATIONSHIPS_TYPE), ("xml", "application/xml")]
    defaults += [("png", "image/png")] if has_images else []
    return DECLARATION + tag(
        "Types",
        *(tag("Default", Extension=name, ContentType=kind) for name, kind in defaults),
        *(tag("Override", PartName=name, ContentType=kind) for name, kind in overrides),
        xmlns=f"{_PACKAGE}content-types",
    )


def _relationships(found: list[tuple[str, str, str]]) -> str:
    return DECLARATION + tag(
        "Relationships",
        *(tag("Relationship", Id=key, Type=kind, Target=target) for key, kind, target in found),
        xmlns=f"{_PACKAGE}relationships",
    )


def _core(document: WordDocument) -> str:
    """The title, the language and the day of the paper: no author, nobody who saved it."""
    day = f"{document.dated.isoformat()}T00:00:00Z"
    names = {
        "xmlns_cp": f"{_PACKAGE}metadata/core-properties",
        "xmlns_dc": "http://purl.org/dc/elements/1.1/",
        "xmlns_dcterms": "http://purl.org/dc/terms/",
        "xmlns_xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    return DECLARATION + tag(
        "cp:coreProperties",
        tag("dc:title", text_of(document.title)),
        tag("dc:language", text_of(document.language)),
        tag("dcterms:created", day, xsi_type="dcterms:W3CDTF"),
        tag("dcterms:modified", day, xsi_type="dcterms:W3CDTF"),
        **names,
    )
