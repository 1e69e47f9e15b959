"""Files and functions stay small enough to be read at once."""

from tests import source

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
FROZEN = "models/upgrades/step_"  # the tables written out as they were on that day, never edited
EVERYTHING = (*source.PROGRAM, "main.py", "tools", "tests")


def test_no_file_is_longer_than_the_wall() -> None:
    long = {
        source.name(path): lines
        for path in source.files(*EVERYTHING)
        if not source.name(path).startswith(FROZEN)
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_no_function_is_longer_than_the_wall() -> None:
    long = {
        f"{source.name(path)}:{function.name}": lines
        for path in source.files(*EVERYTHING)
        for function in source.functions(path)
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}
