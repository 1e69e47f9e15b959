"""Puts back what was typed and not yet in the record when Waymark was cut off, and says so."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from models.database import Database
from ui.language import _, ngettext
from ui.main_window import MainWindow
from ui.parts.notices import Notice

if TYPE_CHECKING:
    from models.journal import Typed
    from models.recovery import Recovery


def put_back_lost(database: Database) -> "tuple[int, tuple[Typed, ...]]":
    """Put back what the journal holds and the record does not; gives how many, and the rest.

    Raises: what saving raises.
    """
    lost = database.unsaved()
    with_place = [each for each in lost if each.has_place]
    if with_place:
        database.put_back(with_place)
    return len(with_place), tuple(each.typed for each in lost if not each.has_place)


def say_put_back(window: MainWindow, count: int) -> None:
    """Say how many texts are back, if any."""
    if not count:
        return
    words = ngettext(
        "{count} text you were typing when Waymark was cut off is back.",
        "{count} texts you were typing when Waymark was cut off are back.",
        count,
    )
    said = words.format(count=count)
    window.show_notice(Notice(said, _("Nothing else was lost."), kind="well"))


def say_recovered(window: MainWindow, done: "Recovery") -> None:
    """Say that a backup is in place, and how much typed since is back in it."""
    words = ngettext(
        "The backup is in place, and {count} text typed since is back in it.",
        "The backup is in place, and {count} texts typed since are back in it.",
        done.put_back,
    )
    detail = _("The damaged file is kept beside it, unchanged.")
    if done.set_aside is None:
        detail = ""
    window.show_notice(Notice(words.format(count=done.put_back), detail, kind="well"))


def show_placeless(window: MainWindow, database: Database, texts: "Iterable[Typed]") -> None:
    """Show words whose place in the record is gone, until they have been read."""
    for typed in texts:
        notice = Notice(
            _("These words have no place in the record any more. Copy what you need."),
            typed.text,
        )
        notice.read.connect(lambda typed=typed: database.journal.settle([typed]))
        window.show_notice(notice)
