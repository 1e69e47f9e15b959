"""The help for those who write templates names every field, block and picture there is."""

import re

from letters.pictures import PICTURES
from letters.templates.fields import FIELDS
from letters.templates.template import BuiltIn
from letters.templates.template_file import read_template
from tests import source

HELP = (source.ROOT / "docs" / "letter-templates.md").read_text(encoding="utf-8")


def test_every_field_block_and_picture_is_told() -> None:
    told = set(re.findall(r"`([^`\n]+)`", HELP))
    assert {f"{{{name}}}" for name in FIELDS} <= told
    assert set(BuiltIn) <= told
    assert told >= PICTURES


def test_the_example_can_be_used() -> None:
    top, built_in, own = re.findall(r"```toml\n(.*?)```", HELP, re.DOTALL)
    ends = "".join(f'[[blocks]]\nbuilt_in = "{name}"\n' for name in ("rights", "sign_off"))
    template = read_template(top + built_in + own + ends)
    assert [line.key for line in template.blocks[1].lines] == ["came", "liked"]
