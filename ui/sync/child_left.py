"""What is said when the child whose page was shown has left this laptop."""

from dataclasses import dataclass

from ui.desk import Desk
from ui.language import _, ngettext
from ui.parts.notices import Notice


@dataclass(frozen=True)
class Whose:
    """Whose record a page shows: its case, and what the child is called."""

    case_id: str = ""
    called: str = ""


def whose_it_is(desk: Desk, table: str, row_id: str) -> Whose:
    """Read whose this row is, while it is here."""
    with desk.database.reading() as connection:
        row = connection.execute(
            "select c.case_id, coalesce(nullif(c.chosen_name, ''), c.given_name)"  # noqa: S608 - one of our own names
            f" from {table} as t join child as c on c.case_id = t.case_id where t.id = ?",
            (row_id,),
        ).fetchone()
    return Whose(*row) if row else Whose()


def left_notice(desk: Desk, whose: Whose) -> Notice:
    """Name the child, and say truly whether all that was written is in the record."""
    with desk.database.reading() as connection:
        (aside,) = connection.execute(
            "select count(*) from held_work where case_id = ? and state in ('leaving', 'held')",
            (whose.case_id,),
        ).fetchone()
    gone = _("{name} is not among your children any more")
    if not desk.reach().sees_whole_reviews:
        gone = _("{name}’s record is not on this laptop any more")
    detail = _("Everything you wrote was shared first.")
    if aside:
        words = ngettext(
            "{count} thing you wrote is set aside, with its words.",
            "{count} things you wrote are set aside, with their words.",
            aside,
        )
        detail = words.format(count=aside)
    said = gone.format(name=whose.called or _("This child"))
    notice = Notice(
        said, detail, action=_("Show") if aside else "", kind="due" if aside else "info"
    )
    notice.setObjectName("child_left")
    return notice
