"""A council's own rules for reminders: changing one, and going back to the usual one."""

from sqlalchemy.orm import Session

from models.council import Council
from models.record import Refused
from models.rules.reminders import RULES, ReminderRule, change_of, rules_with


def change_reminder(session: Session, council_id: str, rule: ReminderRule) -> None:
    """Set one rule for a council; one that is as usual again is kept as no change.

    Raises: Refused for a rule that cannot be so.
    """
    council = session.get(Council, council_id)
    if council is None or rule.clock not in RULES:
        raise Refused("no such council or reminder")
    change = change_of(rule)
    if rules_with({rule.clock: change})[rule.clock] != rule:
        raise Refused("such a reminder cannot be")
    kept = {
        clock: each for clock, each in (council.reminders or {}).items() if clock != rule.clock
    }
    if rule != RULES[rule.clock]:
        kept[rule.clock] = change
    if kept != council.reminders:
        council.reminders = kept
