"""Shares of reviews by participation code, each with its two numbers and its formula."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.rules.marking import N_


@dataclass(frozen=True)
class RateFormula:
    """One way to count: the codes on top and the codes below."""

    key: str
    name: str
    on_top: tuple[str, ...]
    below: tuple[str, ...] = ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")


@dataclass(frozen=True)
class Rate:
    """So many of so many reviews."""

    formula: RateFormula
    numerator: int
    denominator: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None when there is nothing to count."""
        return self.numerator / self.denominator if self.denominator else None


RATE_FORMULAS: Mapping[str, RateFormula] = MappingProxyType(
    {
        each.key: each
        for each in (
            RateFormula(
                "A",
                N_("Took part: PN1 to PN6, of PN1 to PN7"),
                ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6"),
            ),
            RateFormula(
                "B",
                N_("Shared views: PN1 to PN6 without PN4, of PN1 to PN7"),
                ("PN1", "PN2", "PN3", "PN5", "PN6"),
            ),
            RateFormula(
                "attendance",
                N_("Came: PN1 to PN4, of PN1 to PN7"),
                ("PN1", "PN2", "PN3", "PN4"),
            ),
            RateFormula("speaking", N_("Spoke: PN1, of PN1 to PN7"), ("PN1",)),
            RateFormula(
                "advocacy",
                N_("Someone spoke for them: PN2 and PN5, of PN1 to PN7"),
                ("PN2", "PN5"),
            ),
        )
    }
)


def participation_rate(key: str, reviews: Mapping[str, int]) -> Rate:
    """Count one rate from the number of reviews with each code; children under 4 stay out.

    Raises: KeyError if there is no formula of that name.
    """
    formula = RATE_FORMULAS[key]
    return Rate(
        formula=formula,
        numerator=sum(reviews.get(code, 0) for code in formula.on_top),
        denominator=sum(reviews.get(code, 0) for code in formula.below),
    )
