"""What every letter has: its blocks, and for each decision who and by when."""

from collections.abc import Iterator

from letters.checks.concern import Checked, Concern
from letters.paragraph import Source
from letters.who_does_it import names_nobody
from models.problems import N_

_NEEDED = {  # source: domain reference 5.3
    "L2": N_("The letter says nothing warm about {name}"),
    "L4": N_("The letter does not say what {name} told you"),
    "L11": N_("The letter does not say when you meet next"),
    "L12": N_("The letter does not say what {name} can ask for, and who helps"),
    "L13": N_("The letter does not say how {name} can reach you"),
}
RIGHTS = frozenset({"L12"})


def gaps(checked: Checked) -> Iterator[Concern]:
    """Each gap that the letter shows in its place; none can be set aside."""
    for paragraph in checked.letter.every_paragraph():
        gap = paragraph.gap
        if gap is not None and not gap.may_stay:
            key = f"gap/{gap.block}/{gap.table}/{gap.field}/{gap.row_id}"
            yield Concern(key, "gap", "{gap}", {"gap": gap.words}, gap.block, paragraph.source,
                          can_be_set_aside=False)  # fmt: skip


def missing_blocks(checked: Checked) -> Iterator[Concern]:
    """A block that was left out whole; the rights cannot be."""
    if checked.letter.kind != "letter":
        return
    name = checked.sheet.child.called
    present = {
        block.key
        for block in checked.letter.blocks
        if any(paragraph.text.strip() for paragraph in block.every_paragraph())
    }
    for key, said in _NEEDED.items():
        if key not in present:
            aside = key not in RIGHTS
            yield Concern(f"missing/{key}", "missing", said, {"name": name}, key,
                          can_be_set_aside=aside)  # fmt: skip


def decisions(checked: Checked) -> Iterator[Concern]:
    """A decision without a person or a day, told in the letter or beyond its rows."""
    if not checked.letter.tells_decisions:
        return
    name = checked.sheet.child.called
    for decision in checked.sheet.decisions:
        if decision.restricted or not decision.in_letter:
            continue
        given = {"number": str(decision.number), "name": name}
        if names_nobody(checked.sheet, decision):
            said = N_("Decision {number} does not say who will do it")
            yield Concern(f"who/{decision.id}", "who", said, given, "L7",
                          Source("decision", decision.id, "who"))  # fmt: skip
        if decision.by_when is None:
            said = N_("Decision {number} does not say by when")
            yield Concern(f"when/{decision.id}", "when", said, given, "L7",
                          Source("decision", decision.id, "by_when"))  # fmt: skip
