"""Who may import whom: rules below models, models below letters, windows on top."""

import subprocess
import sys

import pytest

from tests import source

OURS = ("models", "letters", "ui", "resources", "main", "tools", "tests")

MAY_IMPORT = {
    "resources": ("resources",),
    "models/rules": ("models.rules", "resources"),
    "models": (
        *("models", "resources", "sqlalchemy", "sqlcipher3"),
        *("cryptography", "platformdirs", "PIL"),
        *("psycopg", "keyring"),  # only to share, each in files of its own: below
    ),
    "letters": (
        *("letters", "models", "resources", "reportlab", "uharfbuzz", "babel", "PIL", "docx"),
        *("spylls", "pypdfium2"),  # pypdfium2 reads finished papers back, and draws for Word
    ),
    "ui": (
        *("ui", "letters", "models", "resources", "PySide6", "shiboken6", "babel", "pypdfium2"),
        *("platformdirs", "sqlalchemy", "typing_extensions"),
    ),
}
ONLY_IN = {
    "psycopg": ("models/sync/shared_database.py", "models/sync/server_"),
    "keyring": ("models/security/kept_passwords.py",),
}
NOT_FOR_LETTERS = ("models.database", "models.sync")
FIRST_PAGE = ("models.caseload", "models.database", "models.problems")


def _is_in(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def _strangers(folder: str, may: tuple[str, ...]) -> list[str]:
    """Give each import of a folder's files that is neither the standard library's nor allowed."""
    return [
        f"{source.name(path)}:{line} imports {name}"
        for path in source.files(folder)
        if not (folder == "models" and source.name(path).startswith("models/rules/"))
        for line, name in source.imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not _is_in(name, may)
    ]


def _loaded_by(*modules: str) -> set[str]:
    """Give the packages in memory after a new Python has imported these modules."""
    words = f"import {', '.join(modules)}, sys; print(*sorted(sys.modules))"
    ended = subprocess.run(
        [sys.executable, "-c", words], cwd=source.ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return {name.split(".")[0] for name in ended.stdout.split()}


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_a_layer_imports_only_what_it_may(folder: str) -> None:
    assert _strangers(folder, MAY_IMPORT[folder]) == []


def test_only_the_files_that_share_speak_to_the_server_and_the_keyring() -> None:
    found = [
        f"{source.name(path)}:{line} imports {name}"
        for path in source.files(*source.PROGRAM)
        for line, name in source.imports(path)
        if name.split(".")[0] in ONLY_IN
        and not source.name(path).startswith(ONLY_IN[name.split(".")[0]])
    ]
    assert found == []


def test_letters_neither_open_the_database_nor_share() -> None:
    found = [
        f"{source.name(path)}:{line} imports {name}"
        for path in source.files("letters")
        for line, name in source.imports(path)
        if _is_in(name, NOT_FOR_LETTERS)
    ]
    assert found == []


def test_nothing_but_the_start_of_the_program_imports_windows() -> None:
    found = [
        f"{source.name(path)}:{line} imports {name}"
        for path in source.files("models", "letters", "resources")
        for line, name in source.imports(path)
        if _is_in(name, ("ui", "main"))
    ]
    assert found == []


def test_the_program_imports_neither_its_tests_nor_its_tools() -> None:
    found = [
        f"{source.name(path)}:{line} imports {name}"
        for path in source.files(*source.PROGRAM, "main.py")
        for line, name in source.imports(path)
        if _is_in(name, ("tests", "tools", "pytest"))
    ]
    assert found == []


def test_only_a_file_of_the_layers_stands_in_the_project() -> None:
    known = {*source.PROGRAM, "tests", "tools"}
    folders = {path.parent.name for path in source.ROOT.glob("*/*.py")}
    assert folders <= known


def test_the_record_and_the_papers_load_without_any_window() -> None:
    assert "PySide6" not in _loaded_by("models.database", "models.every_record", "letters.pdf")


def test_the_papers_load_without_the_database() -> None:
    assert not {"sqlalchemy", "sqlcipher3"} & _loaded_by("letters.pdf", "letters.child_letter")


def test_the_first_page_is_read_before_the_slow_part_of_the_database_is_loaded() -> None:
    assert "sqlalchemy" not in _loaded_by(*FIRST_PAGE)


def test_there_is_no_clock_below_the_windows() -> None:
    """Today is an argument: a rule, a record and a letter say the same whenever they are asked."""
    clocks = {
        ("date", "today"),
        ("datetime", "now"),
        ("datetime", "today"),
        ("datetime", "utcnow"),
    }
    found = [
        f"{source.name(path)}:{call.lineno}"
        for path in source.files("models", "letters")
        for call in source.attribute_calls(path)
        if (source.owner(call), call.attr) in clocks
    ]
    assert found == []
