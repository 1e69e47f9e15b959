"""What the help of the composer says of its keys."""

from letters.plain.limits import LIMITS
from ui.language import _


def help_words(name: str) -> str:
    """Say what the composer is for and how it is used."""
    words = _(
        "Here you say to {name} what the meeting said. Each line of the letter can be written, "
        "and each note and decision has its own line; the meeting’s own words stay as they are. "
        "{name}’s words are kept as they were said: they can be left out with a reason, and not "
        "changed. Everything is saved as you type."
    ).format(name=name)
    keys = _(
        "The page on the right follows your typing. PgUp and PgDn turn it; a click on its words "
        "leads to their line. F6 goes round the parts of the window, Ctrl+E goes back to where "
        "you came from, Ctrl+P prints. Ctrl and the wheel, or + and - on the page, make it larger "
        "and smaller."
    )
    plain = _(
        "A word that could be plainer has dashes under it, a spelling to look at has waves, a "
        "passive has dots and a long sentence a thin line. F7 goes to the next of them and "
        "Shift+F7 to the one before. Alt+U uses what is suggested, Alt+E explains the word, and "
        "Alt+K keeps it as it is. Ctrl+Z takes it back."
    )
    end = _(
        "“Check and finish” shows what is to be looked at. Each thing is mended or set aside with "
        "a reason, and then the letter can be issued once the review is finished."
    )
    languages = _(
        "In another language each line can be typed beside its English, or a file goes to a "
        "translator and is brought back by its button or by dropping it. A line whose English has "
        "changed since is shown with the old and the new English."
    )
    limits = _("What the reading age, the underlines and the checks cannot tell:")
    told = "\n".join(_("• {words}").format(words=_(limit)) for limit in LIMITS)
    return "\n\n".join((words, keys, plain, end, languages, f"{limits}\n{told}"))
