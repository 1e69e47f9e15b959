"""Age in whole years, and the two birthdays that the rules turn on."""

from datetime import date

FOURTH = 4
PATHWAY_AGE = 16  # Care Planning Regulations 2010, regs 40 to 43: eligible at 16 and 17
EIGHTEENTH = 18


def birthday(born_on: date, years: int) -> date:
    """Give the day on which this age is reached; 1 March if 29 February is missing.

    Source: Children Act 1989, s105 (a child is under 18); the rule for 29 February is
    the general one, without a source of its own.
    """
    try:
        return born_on.replace(year=born_on.year + years)
    except ValueError:
        return date(born_on.year + years, 3, 1)


def age_on(born_on: date, day: date) -> int:
    """Give the whole years completed on this day; below 0 before birth."""
    years = day.year - born_on.year
    return years if day >= birthday(born_on, years) else years - 1


def is_under_four(born_on: date, day: date) -> bool:
    """Say whether the fourth birthday is still to come; on that birthday the child is four.

    Source: SSDA903 code PN0; national validation rules 440 and 441.
    """
    return day < birthday(born_on, FOURTH)


def eighteenth_birthday(born_on: date) -> date:
    """Give the day from which there are no more reviews.

    Source: Children Act 1989, s105(1), in force 14 October 1991.
    """
    return birthday(born_on, EIGHTEENTH)
