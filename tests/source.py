"""The program's own text, read once: its files, what they import and what they define."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAM = ("models", "letters", "ui", "resources")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def files(*folders: str) -> tuple[Path, ...]:
    """Give every Python file of these folders, or that file; a name that leads to none fails."""
    found = [path for name in folders for path in _python_files(ROOT / name)]
    return tuple(sorted(found))


@cache
def tree(path: Path) -> ast.Module:
    """Give the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path) -> str:
    """Give a file's place in the project, such as models/review.py."""
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> list[tuple[int, str]]:
    """Give the line and the full name of everything that a file imports, wherever it does."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


def functions(path: Path) -> list[Function]:
    """Give every function and method of a file, those inside others too."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, Function)]


def attribute_calls(path: Path) -> list[ast.Attribute]:
    """Give every `something.name(...)` that a file calls."""
    calls = (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    return [call.func for call in calls if isinstance(call.func, ast.Attribute)]


def owner(attribute: ast.Attribute) -> str:
    """Give the last word before the dot: `date` of datetime.date.today."""
    return ast.unparse(attribute.value).split(".")[-1]


def _python_files(place: Path) -> list[Path]:
    found = [place] if place.suffix == ".py" else list(place.rglob("*.py"))
    assert found, f"there is no Python in {place.relative_to(ROOT)}"
    assert all(path.exists() for path in found), f"{place.relative_to(ROOT)} is missing"
    return found
