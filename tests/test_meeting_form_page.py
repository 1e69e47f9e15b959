"""What the page on the form of a meeting shows is what the program reads."""

import re

from models.form import shipped_form
from models.form_file import read_form_file, written
from tests import source

PAGE = (source.ROOT / "docs" / "meeting-form.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def test_the_examples_are_parts_of_a_form() -> None:
    top, columns, step, area, scale, kind = EXAMPLES
    text = written(shipped_form())
    start, end = text.index("waymark_form"), text.index("# The three columns")
    text = text[:start] + top + text[end:]
    start, end = text.index("[columns.worry]"), text.index("[columns.next]")
    text = text[:start] + columns + text[end:]
    text = text.replace("[[steps]]", step + "\n[[steps]]", 1)
    text = text.replace("[[life_areas]]", area + "\n[[life_areas]]", 1)
    start = text.index('[[scales]]\nkey = "overall"')
    text = text[:start] + scale + text[text.index("[[scales]]", start + 5) :]
    start = text.index('[[kinds]]\nkey = "short_breaks"')
    text = text[:start] + kind + text[text.index("[[kinds]]", start + 5) :]
    form = read_form_file(text)
    assert form.name == "Penhallow"
    assert form.column["worry"].name == "What we are worried about"
    assert form.step["B1"].name == "Faith and culture"
    assert form.area["faith"].step == "B1"
    assert form.scales == shipped_form().scales
    assert form.kinds == shipped_form().kinds
