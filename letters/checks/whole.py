"""That the letter is whole: each right with its number, each block, each decision, its post."""

import re
from collections.abc import Iterator

from letters.bands import BANDS
from letters.checks.concern import Checked, Concern, Line
from letters.decisions_compared import WhyNot, decisions_compared
from letters.looks.envelope import fits
from letters.looks.looks import look_of
from letters.looks.type_scale import typeface_of
from letters.paragraph import Source
from letters.pdf import render
from models.problems import N_

_RIGHTS = {  # source: domain reference 5.3, L12
    "L12/advocate": N_("The letter must name the advocate, with their phone number"),
    "L12/complain": N_("The letter must say how {name} can tell that something is wrong"),
    "L12/records": N_("The letter must say that {name} can see what is written about them"),
    "L12/earlier": N_("The letter does not say that {name} can ask for an earlier meeting"),
    "L12/lawyer": N_("The letter does not say that {name} can get advice from a lawyer"),
}
_NEVER_WITHOUT = frozenset({"L12/advocate", "L12/complain", "L12/records"})
_BLOCKS = {
    "L3": N_("The letter does not say why you met and who came"),
    "L5": N_("The letter does not say what is going well"),
    "L7": N_("The letter does not say what happens next"),
    "L10": N_("The letter does not say where {name} will live"),
}
_NUMBER = re.compile(r"\d[\d ]{5,}\d")
_SAYS_NO = re.compile(r"\b(?:no|not|never|cannot|nobody)\b|n[’']t\b", re.IGNORECASE)
_FEWEST_WORDS = 4
_POST = "child_letter"


def rights(checked: Checked) -> Iterator[Concern]:
    """A right that was left out, or reworded until its number or its sense is gone."""
    name = checked.sheet.child.called
    for aside in checked.letter.left_out:
        key = aside.paragraph.key
        if key in _RIGHTS:
            yield _lacks_right(key, name, aside.paragraph.source)
    for line in checked.lines:
        key = line.paragraph.key
        if key not in _RIGHTS or not _is_reworded(line):
            continue
        if _says_less(line):
            yield _lacks_right(key, name, line.paragraph.source)
        else:
            said = N_("You said a right of {name}’s in your own words. Read it once more")
            yield line.concern("right_reworded", said, name=name)


def reaching(checked: Checked) -> Iterator[Concern]:
    """A letter that no longer says how to reach the one who wrote it."""
    chair, block = checked.sheet.chair, checked.letter.block("L13")
    if block is None or any(paragraph.gap for paragraph in block.paragraphs):
        return
    said = " ".join(line.paragraph.text for line in checked.lines)
    phone, email = _figures(chair.phone), chair.email.strip()
    if not (phone and phone in _figures(said)) and not (email and email in said):
        words = N_("The letter does not say how {name} can reach you")
        yield Concern("reach", "right", words, {"name": checked.sheet.child.called}, "L13",
                      block.paragraphs[0].source if block.paragraphs else None,
                      can_be_set_aside=False)  # fmt: skip


def _lacks_right(key: str, name: str, source: Source | None) -> Concern:
    return Concern(f"right/{key}", "right", _RIGHTS[key], {"name": name}, "L12", source,
                   can_be_set_aside=key not in _NEVER_WITHOUT)  # fmt: skip


def _is_reworded(line: Line) -> bool:
    paragraph = line.paragraph
    return bool(paragraph.proposed) and paragraph.text != paragraph.proposed


def _says_less(line: Line) -> bool:
    """Whether words typed over a right lost its phone number, say no, or are hardly words."""
    text, proposed = line.paragraph.text, line.paragraph.proposed
    said = _figures(text)
    lost = any(_figures(number) not in said for number in _NUMBER.findall(proposed))
    return lost or bool(_SAYS_NO.search(text)) or len(text.split()) < _FEWEST_WORDS


def _figures(text: str) -> str:
    return re.sub(r"\D", "", text)


def blocks_left_out(checked: Checked) -> Iterator[Concern]:
    """A block of which every line was left out."""
    name = checked.sheet.child.called
    for key in dict.fromkeys(aside.block for aside in checked.letter.left_out):
        if key in _BLOCKS and checked.letter.block(key) is None:
            yield Concern(f"block/{key}", "block", _BLOCKS[key], {"name": name}, key)


def decisions_left_out(checked: Checked) -> Iterator[Concern]:
    """A decision that is not marked for the letter, and nobody has said why."""
    if not checked.letter.tells_decisions:
        return
    for each in decisions_compared(checked.sheet, checked.letter):
        if each.why_not is WhyNot.SWITCHED_OFF:
            said = N_("Decision {number} is not in the letter, and nobody has said why")
            yield Concern(f"not_told/{each.id}", "not_told", said, {"number": str(each.number)},
                          "L7", Source("decision", each.id, "in_letter"))  # fmt: skip


def posting(checked: Checked) -> Iterator[Concern]:
    """A letter by post without an address that fits; a photograph or a code that is not there."""
    letter, chosen = checked.letter, checked.sheet.making.letter
    setting = letter.setting
    where = Source(_POST, chosen.id, "address")
    if chosen.is_posted and not setting.address:
        said = N_("The letter goes by post, and there is no address on it")
        yield Concern("post/none", "post", said, {}, "", where, can_be_set_aside=False)
    elif setting.address and not fits(
        setting.address, typeface_of(checked.letter, checked.letter.band)
    ):
        said = N_("The address does not fit the window of the envelope")
        yield Concern("post/fit", "post", said, {}, "", where, can_be_set_aside=False)
    if chosen.with_photo and setting.photo is None:
        said = N_("You chose a photograph, and there is none in your settings")
        yield Concern("post/photo", "post", said, source=Source(_POST, chosen.id, "with_photo"))
    if chosen.with_code and not setting.code_page:
        said = N_("You chose a code, and your council has set no page for it")
        yield Concern("post/code", "post", said, source=Source(_POST, chosen.id, "with_code"))


def pages(checked: Checked) -> Iterator[Concern]:
    """More sides of paper than the design has at the usual size."""
    letter = checked.letter
    if letter.setting.text_size != "usual" or letter.other is not None:
        return
    most = look_of(letter).most_pages or BANDS[letter.band].pages
    count = render(letter, draft=True).pages
    if count > most:
        said = N_("The letter takes {count} sides, and this design has {most}. Leave some out")
        yield Concern(f"pages/{count}", "pages", said, {"count": str(count), "most": str(most)})
