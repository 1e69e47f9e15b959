"""What an import would change, in whole sentences."""

from collections.abc import Iterable
from datetime import date

from models.case_list.case_line import BadLine, CaseLine, Value
from models.case_list.comparing import Change, ChildUpdate
from models.case_list.fields import BY_NAME
from models.case_list.plan import ImportPlan
from models.rules.legal_status import LEGAL_STATUSES
from ui.language import _, date_in_words, ngettext, number_in_words


def field_title(field: str) -> str:
    """Say what a field is called."""
    return _(BY_NAME[field].title)


def who(line: CaseLine) -> str:
    """Say which child a line is about."""
    name = f"{line.given_name} {line.family_name}".strip()
    return _("{name} ({identifier})").format(name=name, identifier=line.identifier)


def value_words(field: str, value: Value) -> str:
    """Say a value as it is shown elsewhere."""
    if value is None or value == "":
        return _("nothing")
    if isinstance(value, date):
        return date_in_words(value)
    if field == "legal_status" and str(value) in LEGAL_STATUSES:
        status = LEGAL_STATUSES[str(value)]
        return _("{code} {words}").format(code=status.code, words=status.official)
    return str(value)


def change_words(change: Change) -> str:
    """Say one change: what the record holds, and what the list says."""
    return _("{what}: {before} in your record, {after} in the list.").format(
        what=field_title(change.field),
        before=value_words(change.field, change.before),
        after=value_words(change.field, change.after),
    )


def changes_words(changes: Iterable[Change]) -> str:
    """Say several changes, one to a line."""
    return "\n".join(change_words(change) for change in changes)


def error_words(error: BadLine) -> str:
    """Say why a row cannot be taken."""
    reasons = " ".join(fault.said(_) for fault in error.faults)
    return _("Line {line}: {reasons}").format(line=error.row.line, reasons=reasons)


def summary(plan: ImportPlan) -> list[str]:
    """Say in a few lines what the import would do."""
    counts = (
        (ngettext("{count} new child", "{count} new children", len(plan.new)), len(plan.new)),
        (
            ngettext(
                "{count} child changed in your record",
                "{count} children changed in your record",
                len(plan.changed_quietly),
            ),
            len(plan.changed_quietly),
        ),
        (
            ngettext("{count} child the same as before", "{count} children the same as before",
                     plan.unchanged),
            plan.unchanged,
        ),
        (
            ngettext("{count} row that says the same again",
                     "{count} rows that say the same again", plan.repeated),
            plan.repeated,
        ),
        (
            ngettext("{count} child in your record and not in this list; nothing is done about it",
                     "{count} children in your record and not in this list; nothing is done "
                     "about them", len(plan.not_listed)),
            len(plan.not_listed),
        ),
    )  # fmt: skip
    return [words.format(count=number_in_words(count)) for words, count in counts if count]


def kept_words(update: ChildUpdate) -> str:
    """Say what is kept because the IRO typed it."""
    return _("{who}. {changes}").format(
        who=who(update.line), changes=" ".join(change_words(change) for change in update.kept)
    )
