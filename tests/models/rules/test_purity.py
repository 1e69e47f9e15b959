"""The rules import nothing but the standard library, themselves and resources; no clock."""

import ast
import sys
from pathlib import Path

import pytest

import models.rules
from models.rules.marking import N_

FILES = sorted(Path(models.rules.__path__[0]).glob("*.py"))
CLOCKS = {"today", "now", "utcnow", "time", "monotonic"}


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_a_rule_needs_no_library_and_no_clock(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            assert not (isinstance(node, ast.Attribute) and node.attr in CLOCKS)
            continue
        for name in names:
            top = name.split(".")[0]
            assert (
                top in sys.stdlib_module_names
                or top == "resources"
                or (name == "models.rules" or name.startswith("models.rules."))
            )


def test_marked_words_stay_as_they_are() -> None:
    assert N_("Home") == "Home"
