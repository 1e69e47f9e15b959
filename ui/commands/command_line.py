"""Reads the command line, does what it asks, and says a Problem in words."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from models.problems import Problem
from ui.commands.shared_database_words import add_shared_database
from ui.language import _

PROBLEM, USAGE = 1, 2


def run(words: Sequence[str]) -> int:
    """Do what is asked; gives the exit code: 0, or 1 after a Problem."""
    asked = _parser().parse_args(words)
    try:
        return _do(asked)
    except Problem as problem:
        from ui.problem_box import sentences

        say(" ".join(sentences(problem)), to=sys.stderr)
        return PROBLEM


def say(words: str, to: TextIO | None = None) -> None:
    """Write a line to the terminal."""
    (to or sys.stdout).write(words + "\n")


def _do(asked: argparse.Namespace) -> int:
    """Load only what the command needs: the windows must not wait for the rest."""
    if asked.self_check:
        from ui.commands.self_check import self_check

        return self_check()
    if asked.command:
        return _do_command(asked)
    if asked.headless:
        from ui.commands.headless import play_a_review

        return play_a_review(asked.to)
    from ui.application import open_waymark

    return open_waymark(asked)


def _do_command(asked: argparse.Namespace) -> int:
    if asked.command == "import-cases":
        from ui.commands.import_cases import import_cases

        return import_cases(asked)
    if asked.command == "copies":
        from ui.commands.write_copies import write_copies

        return write_copies(asked)
    if asked.command == "shared-database":
        from ui.commands.shared_database import shared_database

        return shared_database(asked)
    from ui.commands.write_papers import write_paper

    return write_paper(asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="waymark", description=_("Reviews of children in care, chaired on a laptop.")
    )
    parser.add_argument(
        "--folder", type=Path, help=_("the folder of your record, if not the usual one")
    )
    parser.add_argument("--demo", action="store_true", help=_("open an invented council"))
    parser.add_argument(
        "--fresh", action="store_true", help=_("with --demo: begin the invented council again")
    )
    parser.add_argument(
        "--headless",
        action="store_true",
        help=_("with --demo: play one review with no screen and leave its papers"),
    )
    parser.add_argument(
        "--to", type=Path, default=Path("demo-output"), help=_("where to leave papers")
    )
    parser.add_argument("--self-check", action="store_true", help=_("try every part and say so"))
    commands = parser.add_subparsers(dest="command")
    _add_import(commands.add_parser("import-cases", help=_("take in a council's case list")))
    add_shared_database(
        commands.add_parser("shared-database", help=_("look after the council's shared database"))
    )
    for name, help_words in (
        ("letter", _("write the letter to the child as a PDF")),
        ("decisions", _("write the decisions on one side as a PDF")),
        ("minutes", _("write the minutes as a PDF")),
    ):
        _add_paper(commands.add_parser(name, help=help_words)).add_argument(
            "--draft", action="store_true", help=_("write it with its gaps, marked as a draft")
        )
    _add_paper(
        commands.add_parser("copies", help=_("write each person’s own copy, after the check"))
    )
    return parser


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=_("the CSV that your council's system exports"))
    parser.add_argument("--mapping", default="", help=_("the name of a mapping you saved"))
    parser.add_argument(
        "--accept-changes",
        action="store_true",
        help=_("also take changed birth dates, legal statuses and names"),
    )
    parser.add_argument("--errors", type=Path, help=_("where rows in error go, with reasons"))


def _add_paper(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument(
        "review", help=_("the review: its id, or the child's identifier and number, as W040210/4")
    )
    parser.add_argument("--to", type=Path, required=True, help=_("the folder for the PDF"))
    return parser
