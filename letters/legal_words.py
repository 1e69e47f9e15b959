"""The law by which a child is looked after, said to a young adult, or for later (L10).

Source: models.rules.legal_status; domain reference 3.3 and 5.2.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from letters.bands import Band
from letters.in_bands import InBands
from letters.paragraph import Paragraph, Source
from letters.writing import Writing
from models.problems import N_

_SHORT_BREAKS = InBands(
    N_("You stay with us for short breaks, by agreement."),
    u=N_("You stayed with us for short breaks, by agreement."),
)
_STATUSES: Mapping[str, InBands] = MappingProxyType(
    {
        "C1": InBands(
            N_("You are on an interim care order. A judge made it while the court decides."),
            u=N_("You were on an interim care order. A judge made it while the court decided."),
        ),
        "C2": InBands(
            N_("You are on a full care order. It lasts until you are 18, unless a judge ends it."),
            u=N_(
                "You were on a full care order. A judge had said that we must help look after you."
            ),
        ),
        "D1": InBands(
            N_("You are on a freeing order. It is an old kind of court order about adoption."),
            u=N_("You were on a freeing order. It was an old kind of court order about adoption."),
        ),
        "E1": InBands(
            N_("There is a placement order. A judge has said we can find you an adoptive family."),
            u=N_("There was a placement order. A judge had said we could find you a new family."),
        ),
        "V2": InBands(
            N_("You are looked after by agreement, under section 20. No court order was needed."),
            u=N_("Your family agreed that we would look after you, under section 20."),
        ),
        "V3": _SHORT_BREAKS,
        "V4": _SHORT_BREAKS,
        "L1": InBands(
            N_("The police asked us to keep you safe for a short time."),
            u=N_("The police had asked us to keep you safe for a short time."),
        ),
        "L2": InBands(
            N_("A judge made an emergency order, so that we could keep you safe straight away."),
            u=N_("A judge had made an emergency order, so that we could keep you safe."),
        ),
        "L3": InBands(
            N_("A judge asked us to find out how you are."),
            u=N_("A judge had asked us to find out how you were."),
        ),
        "J1": InBands(
            N_("A court said you must live where we say until your case is heard."),
            u=N_("A court had said that you must live where we said until your case was heard."),
        ),
        "J2": InBands(
            N_("The police asked us to give you somewhere to stay before court."),
            u=N_("The police had asked us to give you somewhere to stay before court."),
        ),
        "J3": InBands(
            N_("A court said you must live where we say, as part of your order."),
            u=N_("A court had said that you must live where we said, as part of your order."),
        ),
    }
)
_SINCE = InBands(N_("That has been so since {date}."), u=N_("That had been so since {date}."))


def legal_words(writing: Writing) -> Iterator[Paragraph]:
    """What the chair wrote of the law; without it, for those who are told, their legal status."""
    sheet = writing.sheet
    if sheet.legal_line.strip():
        told = writing.typed(sheet.legal_line, writing.of_review("legal_line"))
        yield replace(told, key="L10/legal")
        return
    status, since = _STATUSES.get(sheet.child.legal_status), sheet.child.legal_status_from
    began_later = since is not None and since > (sheet.held_on or writing.dated)
    if status is None or began_later or writing.band not in (Band.D, Band.U):
        return
    yield writing.keyed("L10/legal", status, Source("child", sheet.child.id, "legal_status"))
    if since is not None:
        source = Source("child", sheet.child.id, "legal_status_from")
        day = writing.wording.plain_date(since)
        yield writing.keyed("L10/legal_since", _SINCE, source, date=day)
