"""All that a reader can call is told in words beside it, and so is what a user can set."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from models.settings import SETTINGS
from tests import source
from tools import settings_page

DECISIONS = source.ROOT / "docs" / "decisions"


def _is_override(function: source.Function) -> bool:
    return any("override" in ast.unparse(mark) for mark in function.decorator_list)


def _public(path: Path) -> Iterator[tuple[str, ast.Module | ast.ClassDef | source.Function]]:
    """Give a file's public definitions: itself, its classes, its functions and their methods."""
    module = source.tree(path)
    yield source.name(path), module
    for node in module.body:
        if not isinstance(node, ast.ClassDef | source.Function) or node.name.startswith("_"):
            continue
        yield f"{source.name(path)}:{node.name}", node
        for method in node.body if isinstance(node, ast.ClassDef) else ():
            if isinstance(method, source.Function) and not method.name.startswith("_"):
                yield f"{source.name(path)}:{node.name}.{method.name}", method


def test_every_module_class_and_function_says_what_it_is_for() -> None:
    silent = [
        name
        for path in source.files(*source.PROGRAM, "main.py", "tools")
        for name, node in _public(path)
        if not ast.get_docstring(node)
        and not (isinstance(node, source.Function) and _is_override(node))
    ]
    assert silent == []


def test_every_test_file_says_what_it_proves() -> None:
    silent = [
        source.name(path)
        for path in source.files("tests")
        if path.stat().st_size and not ast.get_docstring(source.tree(path))
    ]
    assert silent == []


def test_decisions_are_numbered_in_order_and_say_what_why_and_what_follows() -> None:
    pages = sorted(DECISIONS.glob("[0-9]*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        heads = re.findall(r"^## (.+)$", page.read_text(), re.MULTILINE)
        assert heads == ["What", "Why", "What else was weighed", "What follows"], page.name


def test_every_setting_is_documented_as_it_is_declared() -> None:
    written = settings_page.PAGE.read_text(encoding="utf-8")
    assert written == settings_page.page(), "run ./run settings"
    for setting in SETTINGS:
        assert setting.meaning in written
        assert f"`{setting.name}`" in written
        assert all(f"`{value}`" in written for value in setting.allowed)
