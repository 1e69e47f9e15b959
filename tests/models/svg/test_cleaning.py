"""An SVG that somebody brings is written anew with shapes and colours alone, or refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.engine.svg import drawing
from models.image_problems import (
    BrokenPicture,
    MoreThanADrawing,
    NothingToSee,
    OddShape,
    PictureRefused,
    UnsafeDrawing,
)
from models.svg.cleaning import clean_drawing
from models.svg.values import path
from tests.models.brought import SVG_HEAD

HEAD = SVG_HEAD
SHAPE = '<path d="M1 1h9v9z"/>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;">]><svg xmlns="http://www.w3.org/2000/svg" '
    'viewBox="0 0 9 9"><title>&c;</title><path d="M0 0h9"/></svg>'
)
OUTSIDE = (
    '<!DOCTYPE svg SYSTEM "http://evil.example/x.dtd"><svg xmlns="http://www.w3.org/2000/svg"/>'
)


def _svg(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


def _flat(inside: str) -> str:
    found = clean_drawing(_svg(inside))
    assert found.is_flat
    assert drawing(found.svg).operators, "the page can draw it"
    return found.svg.removeprefix(HEAD).removesuffix("</svg>")


@pytest.mark.parametrize(
    "svg",
    [
        LAUGHS,
        OUTSIDE,
        f"{HEAD}<script>alert(1)</script>{SHAPE}</svg>",
        f"{HEAD}<g onclick='x()'>{SHAPE}</g></svg>",
        f"{HEAD[:-1]} onload='x()'>{SHAPE}</svg>",
        f"{HEAD}<foreignObject><p/></foreignObject>{SHAPE}</svg>",
        f"{HEAD}<p xmlns='http://www.w3.org/1999/xhtml'/>{SHAPE}</svg>",
        f"{HEAD}<a href='https://evil.example'>{SHAPE}</a></svg>",
        f"{HEAD}<image href='file:///etc/passwd'/></svg>",
        f"{HEAD}<image href='data:image/png;base64,AAAA'/></svg>",
        f"{HEAD}<use xmlns:x='http://www.w3.org/1999/xlink' x:href='other.svg#a'/></svg>",
        f"{HEAD[:-1]} xml:base='http://evil.example/'>{SHAPE}</svg>",
        f"{HEAD}<style>@import 'http://evil.example/x.css';</style>{SHAPE}</svg>",
        f"{HEAD}<style>@font-face{{font-family:x}}</style>{SHAPE}</svg>",
        f"{HEAD}<path d='M0 0h9' fill='url(http://evil.example/#a)'/></svg>",
        f"{HEAD}<path d='M0 0h9' style='fill:u\\72l(http://evil.example)'/></svg>",
        f"{HEAD}<path d='M0 0h9'><animate attributeName='d'/></path></svg>",
        f"<?xml-stylesheet href='http://evil.example/x.css'?>{HEAD}{SHAPE}</svg>",
    ],
)
def test_whatever_acts_or_leads_out_is_refused(svg: str) -> None:
    with pytest.raises(UnsafeDrawing):
        clean_drawing(svg.encode())


@pytest.mark.parametrize(
    ("inside", "problem"),
    [
        ("<text>Sam</text>", MoreThanADrawing),
        ("<symbol><path d='M0 0h9'/></symbol>", MoreThanADrawing),
        (f"<g id='a'>{SHAPE}</g><use href='#a'/>", MoreThanADrawing),
        ("<path d='M0 0h9' clip-path='url(#a)'/>", MoreThanADrawing),
        ("<path d='M0 0h9' stroke-dasharray='1e-9'/>", MoreThanADrawing),
        ("<path d='M0 0h9' fill='url(#missing)'/>", MoreThanADrawing),
        ("<path d='M0 0h9' fill='var(--x)'/>", MoreThanADrawing),
        ("<rect width='50%' height='9'/>", MoreThanADrawing),
        ("<style>g > path{fill:red}</style><path d='M0 0h9'/>", MoreThanADrawing),
        ("<style>@media print{path{fill:red}}</style><path d='M0 0h9'/>", MoreThanADrawing),
        (SHAPE * 5_000, MoreThanADrawing),
        ("<g>" * 60 + SHAPE + "</g>" * 60, MoreThanADrawing),
        (f"<path d='M0 0{'h1' * 300_000}'/>", MoreThanADrawing),
        ("<path d='L5 5'/>", BrokenPicture),
        ("<path d='M1'/>", BrokenPicture),
        ("<path d='M0 0 9e999 1'/>", BrokenPicture),
        ("<path d='M0 0h9999999'/>", BrokenPicture),
        ("<path d='M0 0;h9'/>", BrokenPicture),
        ("<path d='M0 0a1 1 0 2 1 3 3'/>", BrokenPicture),
        ("<polygon points='1 2 3'/>", BrokenPicture),
        ("<rect width='-1' height='9'/>", BrokenPicture),
        ("<path d='M0 0h9' transform='spin(3)'/>", BrokenPicture),
        ("<path", BrokenPicture),
        ("", NothingToSee),
        ("<path d='M0 0h9' display='none'/>", NothingToSee),
        ("<defs><path d='M0 0h9'/></defs>", NothingToSee),
    ],
)
def test_what_cannot_be_drawn_is_refused(inside: str, problem: type[PictureRefused]) -> None:
    with pytest.raises(problem):
        clean_drawing(_svg(inside))


def test_a_drawing_keeps_its_shapes_and_loses_the_rest() -> None:
    kept = _flat(
        '<title>Sam</title><metadata>by Priya</metadata><!-- of Maple House -->'
        '<g id="sam" class="a" data-who="sam" transform="translate(2,3) rotate(45 1 1)">'
        '<path d="M 1,1 L9.50 9a2 2 0 013 3z" fill="RED" clip-rule="evenodd"/></g>'
        '<rect x="1px" y="2" width="5" height="5" rx="1" fill="none" stroke="currentColor"/>'
    )  # fmt: skip
    assert kept == (
        '<g transform="translate(2 3) rotate(45 1 1)">'
        '<path d="M1 1L9.5 9a2 2 0 0 1 3 3z" fill="#ff0000"/></g>'
        '<rect x="1" y="2" width="5" height="5" rx="1" fill="none" stroke="currentColor"/>'
    )


def test_styles_become_attributes_in_their_order() -> None:
    kept = _flat(
        "<style>/* all */ path{fill:#123456} .b,.c{fill:rgb(0,0,255);stroke:#fff} #d{fill:lime}"
        '</style><path class="b" d="M0 0h9"/><path class="x c" id="d" d="M0 0h9"/>'
        '<path d="M0 0h9" fill="red"/><path d="M0 0h9" style="fill:black;stroke-width:2px"/>'
    )
    fills = [part.split('"')[3] for part in kept.split("<path")[1:]]
    assert fills == ["#0000ff", "#00ff00", "#123456", "#000000"]
    assert 'stroke-width="2"' in kept


def test_a_drawing_of_another_program_loses_that_programs_own_things() -> None:
    svg = (
        '<svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:i="http://inkscape.example" '
        r'i:export="C:\Users\priya\sam.png" width="64mm" height="32mm">'
        '<i:view><i:page/></i:view><svg:circle cx="5" cy="5" r="4" style="opacity:1"/></svg:svg>'
    )
    found = clean_drawing(svg.encode())
    assert found.is_flat
    assert found.svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32">'
        '<circle cx="5" cy="5" r="4"/></svg>'
    )


def test_a_tiny_or_huge_grid_is_brought_to_one_the_page_can_draw() -> None:
    svg = HEAD.replace("64 64", "1 .5") + '<path d="M.1.1A.2.2 9 0 1.5.5"/></svg>'
    found = clean_drawing(svg.encode())
    assert (found.width, found.height) == (512, 256)
    assert 'd="M51.2 51.2A102.4 102.4 9 0 1 256 256"' in found.svg
    assert 'stroke-width="512"' in found.svg


@pytest.mark.parametrize("box", ["0 0 0 5", "0 0 -3 5", "1 2 3", ""])
def test_a_drawing_without_a_size_is_refused(box: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><path d="M0 0h9"/></svg>'
    with pytest.raises(MoreThanADrawing):
        clean_drawing(svg.encode())


def test_a_drawing_too_long_and_thin_is_refused() -> None:
    with pytest.raises(OddShape):
        clean_drawing(f"{HEAD.replace('64 64', '6400 64')}{SHAPE}</svg>".encode())


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h9" opacity=".5"/>',
        '<path d="M0 0h9" fill="#11223344"/>',
        '<path d="M0 0h9" fill-opacity="40%"/>',
        '<path d="M0 0h9" transform="skewX(9)"/>',
        '<rect width="9" height="9" rx="1" ry="3"/>',
        '<defs><linearGradient id="a"><stop stop-color="red"/><stop offset="100%" '
        'style="stop-color:blue;stop-opacity:.5"/></linearGradient><radialGradient id="b" '
        'href="#a" cx="50%" r="4" gradientUnits="userSpaceOnUse" gradientTransform="scale(2)"/>'
        '</defs><path d="M0 0h9v9z" fill="url(#b)"/>',
    ],
)  # fmt: skip
def test_gradients_and_see_through_paint_are_for_the_window_to_draw(inside: str) -> None:
    found = clean_drawing(_svg(inside))
    assert not found.is_flat
    again = clean_drawing(found.svg.encode())
    assert again.svg == found.svg.replace("g2", "g1"), "what is clean stays as it is"


def test_a_gradient_that_leads_in_a_ring_is_refused() -> None:
    ring = "".join(
        f'<linearGradient id="{one}" href="#{two}"/>' for one, two in (("a", "b"), ("b", "a"))
    )
    with pytest.raises(MoreThanADrawing):
        clean_drawing(_svg(f'<defs>{ring}</defs><path d="M0 0h9" fill="url(#a)"/>'))


@settings(max_examples=50, deadline=None)
@given(st.text("MmLlHhVvCcSsQqTtAaZz0123456789-+., eE\n", max_size=40))
def test_any_path_is_refused_or_one_that_the_page_draws(data: str) -> None:
    try:
        written = path(data)
    except PictureRefused:
        return
    assert path(written) == written
    if written:
        drawing(f'{HEAD}<path d="{written}"/></svg>')
