"""`import-cases FILE`: takes a case list in without a window."""

import argparse
from pathlib import Path

from models.case_list.apply import apply_plan
from models.case_list.case_list_file import CaseListFile, open_case_list
from models.case_list.errors_out import errors_csv, save_errors
from models.case_list.fields import BY_NAME
from models.case_list.known import known_children
from models.case_list.mapping import ColumnMapping, recognised
from models.case_list.owner import owner_in
from models.case_list.plan import ImportPlan
from models.case_list.remembering import remembered
from models.database import Database
from models.problems import N_, Problem
from models.rules.working_days import WorkingDays
from ui.commands.command_line import PROBLEM, say
from ui.language import _, ngettext
from ui.record_place import now, open_from_terminal


class ColumnsUnknown(Problem):
    """The columns could not be guessed, and no saved mapping fits."""

    what = N_("Waymark could not tell which columns hold: {fields}.")
    kept = N_("Nothing was imported.")
    next = N_(
        "Import the list once from the window (File, Import a case list) and save the "
        "mapping; then name it here with --mapping."
    )


class NobodysRecord(Problem):
    """The record has not been begun by anyone."""

    what = N_("This record does not say yet whose it is.")
    kept = N_("Nothing was imported.")
    next = N_("Open Waymark once and give your name and council, then import again.")


def import_cases(asked: argparse.Namespace) -> int:
    """Take a list in, say what was done, and give bad rows back; gives the exit code."""
    listed = open_case_list(asked.file)
    database = open_from_terminal(asked.folder, demo=asked.demo)
    try:
        plan = _plan(database, listed, asked.mapping)
        _take(database, plan, accept=asked.accept_changes)
    finally:
        database.close()
    return _give_back(plan, listed, asked.errors)


def _plan(database: Database, listed: CaseListFile, name: str) -> ImportPlan:
    with database.reading() as connection:
        known = known_children(connection)
        mappings = remembered(connection)
    mapping = _mapping(listed, mappings, name)
    if mapping.missing:
        fields = ", ".join(_(BY_NAME[field].title) for field in mapping.missing)
        raise ColumnsUnknown(values={"fields": fields})
    return listed.plan(mapping, known, now().date())


def _mapping(listed: CaseListFile, mappings: list[ColumnMapping], name: str) -> ColumnMapping:
    wanted = [each for each in mappings if not name or each.name == name]
    return recognised(wanted, listed.shape.headings) or listed.guessed


def _take(database: Database, plan: ImportPlan, *, accept: bool) -> None:
    with database.reading() as connection:
        owner = owner_in(connection)
    if owner is None:
        raise NobodysRecord
    looked_at = [each.line.identifier for each in plan.to_look_at] if accept else []
    calendar = WorkingDays.of_england_and_wales()
    done = apply_plan(database, owner, plan, calendar, looked_at)
    new = ngettext("{count} child is new.", "{count} children are new.", done.added)
    changed = ngettext(
        "{count} child was brought up to date.",
        "{count} children were brought up to date.",
        done.changed,
    )
    say(new.format(count=done.added))
    say(changed.format(count=done.changed))
    waiting = len(plan.to_look_at) - len(looked_at)
    if waiting:
        words = ngettext(
            "{count} change needs a look and was not taken. Import from the window to see it.",
            "{count} changes need a look and were not taken. Import from the window to see them.",
            waiting,
        )
        say(words.format(count=waiting))


def _give_back(plan: ImportPlan, listed: CaseListFile, errors: Path | None) -> int:
    for warning in plan.warnings:
        say(warning.said(_))
    if not plan.errors:
        return 0
    path = errors or listed.path.with_name(f"{listed.path.stem}-rows-in-error.csv")
    content = errors_csv(listed.shape.headings, plan.errors, listed.shape.delimiter, _)
    save_errors(path, content, listed.path)
    words = ngettext(
        "{count} row was not taken. It is in {file}, with the reason.",
        "{count} rows were not taken. They are in {file}, with the reasons.",
        len(plan.errors),
    )
    say(words.format(count=len(plan.errors), file=path))
    return PROBLEM
