"""Each table and key of a text is found on its line."""

from models.form_lines import WHOLE, line_of, lines_of

TEXT = '''# first [not a table]
name = "a # b [c]"

[columns.worry]
name = """two
lines"""
answers.goal = 'x'
[[steps]]
id = "A1"  # [[steps]]
columns = [
  "worry",  # ]
  "next",
]
name = "after"
[[steps]]
"id" = "A2"
[steps.more]
key = 1
'''


def test_tables_and_keys_have_their_lines() -> None:
    lines = lines_of(TEXT)
    assert lines[WHOLE] == 1
    assert lines["name",] == 2
    assert lines["columns", "worry"] == 4
    assert lines["columns", "worry", "name"] == 5
    assert lines["columns", "worry", "answers", "goal"] == 7
    assert lines["steps", 0] == 8
    assert lines["steps", 0, "id"] == 9
    assert lines["steps", 0, "columns"] == 10
    assert lines["steps", 0, "name"] == 14
    assert lines["steps", 1, "id"] == 16


def test_what_is_not_found_has_the_line_of_what_it_is_in() -> None:
    lines = lines_of(TEXT)
    assert line_of(lines, ("steps", 0, "colour")) == 8
    assert line_of(lines, ("nothing", "here")) == 1
    assert lines_of(TEXT.replace("\n", "\r\n")) == lines


NESTED = """\
[[blocks]]
key = "a"
[[blocks.lines]]
words = "one"
[[blocks.lines]]
words = "two"
[[blocks]]
key = "b"
[blocks.more]
x = 1
[[blocks.lines]]
words = "three"
"""


def test_tables_that_repeat_within_one_that_repeats_have_their_own_lines() -> None:
    lines = lines_of(NESTED)
    assert lines["blocks", 0, "lines", 1, "words"] == 6
    assert lines["blocks", 1, "key"] == 8
    assert lines["blocks", 1, "more", "x"] == 10
    assert lines["blocks", 1, "lines", 0, "words"] == 12
