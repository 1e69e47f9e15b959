"""That the child is called by their own pronouns, by name and where the letter says "you"."""

import re
from collections.abc import Iterator
from functools import cache

import resources
from letters.checks.concern import Checked, Concern, Line
from letters.checks.small_letters import WORD, in_small_letters
from letters.checks.stems import small, stem
from letters.plain.small_words import set_of
from models.problems import N_
from models.review_sheet import ReviewSheet

_SENTENCE = re.compile(r"[^.!?…\n]+")
_SETS = (
    frozenset({"he", "him", "his", "himself"}),
    frozenset({"she", "her", "hers", "herself"}),
    frozenset({"they", "them", "their", "theirs", "themself", "themselves"}),
)
_SHORT = re.compile(r"['’](?:s|d|ll)$")
_PEOPLE = set_of(
    """adult adults animal aunt auntie baby boss boy boyfriend brother buddy carer cat chair child
    children class classroom coach council cousin daddy dad dentist director doctor dog driver
    everybody everyone family father friend girl girlfriend goalkeeper gran grand grandad
    granddad grandfather grandma grandmother grandpa grandparent granny group guest guide hero
    horse husband judge king kid kitten lady leader lizard man manager member men mother mum mummy
    nan nana neighbour nephew niece nobody nurse officer pal parent partner person pet pupil puppy
    queen rabbit scout sheep sister somebody someone son daughter staff student teacher team
    teenager trainer tutor twin uncle visitor volunteer who wife woman women worker youth hamster
    owner player lodger fish frog pig bird cow duck elephant"""
)


def pronouns(checked: Checked) -> Iterator[Concern]:
    """A sentence about the child, and nobody else, in other pronouns than theirs."""
    wrong = _wrong(checked.sheet)
    if not wrong:
        return
    child = checked.sheet.child
    for line in checked.lines:
        found = (*_beside_the_name(checked.sheet, line, wrong), *_of_nobody_else(line, wrong))
        for word in dict.fromkeys(found):
            said = N_("{name} goes by {pronouns}, and this says “{found}”")
            yield line.concern("pronoun", said, word, name=child.called, pronouns=child.pronouns,
                               found=word)  # fmt: skip


def _wrong(sheet: ReviewSheet) -> frozenset[str]:
    theirs = set(in_small_letters(sheet.child.pronouns))
    allowed = [own for own in _SETS if own & theirs]
    if not allowed:
        return frozenset()
    return frozenset().union(*(each for each in _SETS[:2] if each not in allowed))


def _beside_the_name(sheet: ReviewSheet, line: Line, wrong: frozenset[str]) -> Iterator[str]:
    """Each wrong pronoun in a sentence that names the child and nobody else."""
    called = set(in_small_letters(sheet.child.called))
    others = {word for person in sheet.people for word in in_small_letters(person.short)} - called
    for sentence in _SENTENCE.findall(line.ours):
        words = in_small_letters(sentence)
        if called <= set(words) and sheet.child.called in sentence and not others & set(words):
            yield from (word for word in words if word in wrong)


def _of_nobody_else(line: Line, wrong: frozenset[str]) -> Iterator[str]:
    """Each wrong pronoun that begins a sentence, where nobody stands before it in the line."""
    typed = "".join(line.own_pieces)
    for sentence in _SENTENCE.finditer(typed):
        first = WORD.search(sentence.group())
        if first is None or _SHORT.sub("", first.group()).lower() not in wrong:
            continue
        if not _may_name_somebody(typed[: sentence.start()], wrong):
            yield _SHORT.sub("", first.group())


def _may_name_somebody(text: str, wrong: frozenset[str]) -> bool:
    """Whether anybody may be named; a word that is not known may be somebody."""
    return any(
        word not in wrong and (word in _PEOPLE or stem(word) not in _nobody())
        for word in map(_without_ending, WORD.findall(text))
    )


@cache
def _nobody() -> frozenset[str]:
    """Stems of everyday words that are nobody."""
    words = resources.text("dictionary/common_words.txt").split()
    return small() | {stem(word) for word in words if word not in _PEOPLE}


def _without_ending(word: str) -> str:
    return _SHORT.sub("", word).lower()
