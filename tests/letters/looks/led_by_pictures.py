"""Letters made by hand for the looks that pictures lead; Sam is younger here."""

from dataclasses import replace
from datetime import date
from typing import Any

from letters.bands import Band
from letters.letter import BlockKind, Foot, Letter, LetterBlock, LetterSetting
from letters.paragraph import Paragraph, Piece, Source

ADDRESS = ("Sam Larkhollow", "9 Kettle Lane", "Millpond", "Wrenshire", "WR0 4PL")
CHILD_WORDS = "I want Nana Bea to come for tea lots and lots."


def line(words: str, picture: str = "", **given: Any) -> Paragraph:
    """One paragraph; words between stars are bold."""
    parts = words.split("*")
    pieces = tuple(Piece(part, bold=bool(at % 2)) for at, part in enumerate(parts) if part)
    return Paragraph(pieces, picture=picture, **given)


def said(picture: str = "say") -> Paragraph:
    """The child's own words."""
    pieces = (Piece("You said: “"), Piece(CHILD_WORDS, quoted=True), Piece("”"))
    return Paragraph(pieces, Source("wish", "w-1", "words"), picture=picture)


def block(key: str, kind: BlockKind, *lines: Paragraph, **given: Any) -> LetterBlock:
    """One block."""
    return LetterBlock(key, kind, lines, **given)


OPENING = block(
    "L1", BlockKind.OPENING, line("Thursday 12 November 2026"),
    line("From Nadia Thistlemere. I make sure people listen to you."),
    line("Dear Sam,"),
)  # fmt: skip
SIGN_OFF = LetterBlock(
    "L13", BlockKind.SIGN_OFF, (line("Ring or text me on *07700 900 120*."),),
    after=(line("From"), line("Nadia"), line("Your Independent Reviewing Officer")),
)  # fmt: skip
YOUNG = (
    OPENING,
    block("L2", BlockKind.PLAIN, line("You have new pink shoes. You can jump so high.", "shoe")),
    block("L3", BlockKind.PLAIN, line("We met at Jo’s house.", "meeting"),
          line("Jo, Samir and Ms Fennimore came.")),
    block("L4", BlockKind.CHILD_WORDS, said()),
    block("L5", BlockKind.SECTION, line("You sleep well at Jo’s. Good.", "sleep")),
    block("L6", BlockKind.SECTION,
          line("You feel sad when Nana Bea goes home. That is OK. We all want to help.", "worry")),
    block("L7", BlockKind.STEPS, line("Nana Bea will come for tea on Wednesdays.", "card"),
          line("Samir will set it up by 4 December."), heading="What happens next"),
    block("L10", BlockKind.SECTION,
          line("You live with Jo. The plan is for you to stay with Jo.", "home")),
    block("L11", BlockKind.SECTION, line("I will phone you in February.", "phone"),
          line("We will all meet again by 12 May 2027.")),
    block("L12", BlockKind.RIGHTS, line("Tolu helps children say what they want.", "advocate"),
          line("Jo can ring Tolu for you: *01632 960 114*.")),
    SIGN_OFF,
)  # fmt: skip
EASY = (
    OPENING,
    block("L2", BlockKind.PLAIN, line("You made us a *cake*.", "hope")),
    block("L3", BlockKind.SECTION, line("We had a *review*.", "meeting"),
          line("A review is a meeting about your *plan*.", "calendar"),
          line("Jo, Samir and Ms Fennimore came.", "brothers-sisters"), heading="Your meeting"),
    block("L4", BlockKind.CHILD_WORDS, said(), heading="What you told us"),
    block("L5", BlockKind.SECTION, line("You read well.", "reading"),
          line("You play football.", "football"), heading="What is going well"),
    block("L7", BlockKind.STEPS, line("Samir will ask about a *sleepover*.", "sleep"),
          line("He will tell you by *4 December*.", "calendar"),
          line("Ms Fennimore will find a *quiet* place.", "quiet"),
          line("She will do it by *20 November*.", "calendar"), heading="What happens next"),
    block("L10", BlockKind.SECTION, line("You live with *Jo and Dele*.", "home"),
          line("The plan is to stay until you are *18*.", "growing-up"), heading="Your home"),
    block("L11", BlockKind.SECTION, line("We meet again on *12 May 2027*.", "calendar"),
          line("I will ring you by *12 February*.", "phone"), heading="Your next meeting"),
    block("L12", BlockKind.RIGHTS, line("Tolu is your *advocate*.", "advocate"),
          line("An advocate helps you say what you want.", "say"),
          line("Ring Tolu on *01632 960 114*.", "phone"), heading="If you need help"),
    SIGN_OFF,
)  # fmt: skip
ALOUD = block(
    "aloud", BlockKind.READ_ALOUD,
    line("You live with Jo.", "home"), line("Jo reads to you.", "reading"),
    line("You love Biscuit the dog.", "dog"), line("You sleep well.", "sleep"),
    line("Nana Bea comes on Sundays.", "visit"), heading="To be read aloud",
)  # fmt: skip
NOTE = block(
    "carer", BlockKind.NOTE_TO_CARER,
    line("Dear Jo and Dele,"),
    line("This letter is for Sam. She can read it when she is older. Please keep it safe with "
         "her life story book. One page is for now: please read it to her, more than once."),
    line("It says why she lives with you, who came to her review and what was decided."),
    line("Ring me on *07700 900 120* if something in it is not right."),
    line("Nadia Thistlemere, Independent Reviewing Officer"),
    heading="About this letter, for Jo and Dele",
)  # fmt: skip
KEEPSAKE = (
    OPENING,
    block("L2", BlockKind.PLAIN, line(
        "When I came, you were under the table with Biscuit, and you would not come out until "
        "he did. Jo cuddled you, and then you showed me your red boots.")),
    block("L3", BlockKind.PLAIN, line(
        "We met on Thursday 12 November 2026 at the home of Jo and Dele Brambleden, your foster "
        "carers. Samir Oakenshaw, your social worker, and Bea Larkhollow, your grandmother, "
        "came. Carys Larkhollow, your mum, could not come, and sent a letter.")),
    block("L4", BlockKind.CHILD_WORDS, said(""), heading="What you told us"),
    block("L5", BlockKind.SECTION, line(
        "You eat well, you sleep all night, and you know eleven words. Jo says that you laugh "
        "most when the kettle whistles."), heading="What was going well"),
    block("L7", BlockKind.STEPS, line(
        "Samir Oakenshaw will ask if you can stay with Jo and Dele until you are grown up, by "
        "29 January 2027. Your mum cannot keep you safe at home, and she said so herself."),
        heading="What we decided, and why"),
    block("L12", BlockKind.RIGHTS, line(
        "You can ask to see all that is written about you. Ring Wrenshire County Council on "
        "*01632 960 175*."), heading="If you want to know more"),
    SIGN_OFF,
    ALOUD,
    NOTE,
)  # fmt: skip


def letter(band: Band, *blocks: LetterBlock, **setting: Any) -> Letter:
    """A letter of this band; what is not said of its setting is as usual."""
    return Letter(
        title="A letter for Sam", language="en-GB", right_to_left=False, child_called="Sam",
        colour="plum", dated=date(2026, 11, 17), council="Wrenshire County Council",
        service="Children’s reviewing service", author="Nadia Thistlemere", blocks=blocks,
        foot=Foot("This letter is yours to keep.", "To read with a grown-up you like.",
                  "{page} of {pages}", "Draft"),
        band=band, setting=LetterSetting(**setting),
    )  # fmt: skip


def young(*more: LetterBlock, **setting: Any) -> Letter:
    """The letter of band A."""
    return letter(Band.A, *YOUNG, *more, **setting)


def easy(*more: LetterBlock, **setting: Any) -> Letter:
    """The Easy Read letter."""
    return letter(Band.E, *EASY, *more, **setting)


def keepsake(**setting: Any) -> Letter:
    """The letter of band U, with its page to be read aloud and the carer's note."""
    return letter(Band.U, *KEEPSAKE, **setting)


def mirrored(of: Letter) -> Letter:
    """The same letter from right to left; its words stay, for only the page matters."""
    return replace(of, language="ar", right_to_left=True)


def begins(page: str) -> str:
    """The first line of a page after its foot, which is drawn first."""
    lines = [one.strip() for one in page.split("\n")]
    return lines[1] if len(lines) > 1 else ""


def close(words: str) -> str:
    """Letters and digits alone: where a line ends is no matter."""
    return "".join(mark for mark in words if mark.isalnum())
