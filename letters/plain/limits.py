"""What reading measures and checks cannot tell, in plain sentences that a help window shows."""

from models.problems import N_

LIMITS = (
    N_(
        "The reading age counts two things: how long the sentences are and how long the words are."
    ),
    N_(
        "It does not know what words mean. A short sentence can be hard to bear, and a long "
        "word can be one that the child says every day."
    ),
    N_("It measures length, not kindness and not truth. Read the letter as the child will."),
    N_(
        "It was made in the 1970s from what adults in the American navy could read. For "
        "children in England it is a rough guide."
    ),
    N_(
        "Names, dates, numbers, the child’s own words, their rights and how to reach you are "
        "left out."
    ),
    N_("Below a hundred words it swings widely, so that the band is wider and only a hint."),
    N_(
        "Syllables are counted by rule, and about one word in twenty is counted wrongly. For "
        "this reason you see a band of ages and never a number."
    ),
    N_("It is made for English. Letters in other languages are not measured."),
    N_(
        "A passive is found by its shape. Some are missed, and some that are found can stay: "
        "you decide."
    ),
    N_(
        "The dictionary knows British spelling. It does not know every name or new word, and "
        "it cannot tell “form” from “from”."
    ),
    N_(
        "The list of hard words was written for this program. What the child likes to say comes "
        "first: ask them."
    ),
    N_(
        "The checks before a letter goes out compare words; they do not understand them. They "
        "cannot see a promise that only a court can keep, such as being home by Christmas."
    ),
    N_(
        "They cannot see what is private about a parent, such as their health, when it is told in "
        "other words than in the record. Read each letter for both before you issue it."
    ),
)
"""Each is a whole sentence or two, in the order in which to read them."""
