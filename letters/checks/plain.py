"""Whether the words are plain: hard words, labels, acronyms, the passive, long sentences, age."""

from collections.abc import Iterator

from letters.bands import BANDS
from letters.checks.concern import MOST_OF_A_KEY, Checked, Concern, Line
from letters.letter import Letter
from letters.plain.checking import Finding, FindingKind, check_paragraph
from letters.plain.glossary import Glossary
from letters.plain.reading import READ_ALOUD, measure
from letters.plain.sentences import DATE_OR_NUMBER, WORD, parts_of, without_ending
from letters.plain.suggestion import Mode
from letters.wording import wording
from models.problems import N_

NOT_LOOKED_AT = frozenset({"L1", "L12", "L13", "L14", "L15", "carer"})
"""Names, roles, numbers and rights, the list that explains, and what is said to a carer."""
READ_ALOUD_BLOCK = "aloud"
"""The page to be read aloud keeps to its own length alone."""
_LOOKED_AT = frozenset(FindingKind) - {FindingKind.SPELLING}


def plain_words(checked: Checked) -> Iterator[Concern]:
    """What could be plainer in the words of the letter that are not the child's own."""
    letter = checked.letter
    if not letter.language.startswith("en"):
        return
    glossary = Glossary.of(checked.sheet.making.plain_words)
    explained = words_explained(letter)
    roles = (person.what_they_are for person in checked.sheet.people)
    known = parts_of((*letter.names, *roles, "your"))  # as in "Jo, your carer"
    for line in checked.lines:
        if line.block in NOT_LOOKED_AT:
            continue
        is_aloud = line.block == READ_ALOUD_BLOCK
        rule = READ_ALOUD if is_aloud else BANDS[letter.band]
        looked_at = {FindingKind.LONG_SENTENCE} if is_aloud else _LOOKED_AT
        for finding in check_paragraph(line.without_quotes, rule, glossary, letter.names):
            if finding.kind not in looked_at or _is_ours(line, finding, known):
                continue
            if not _is_only_offered(finding) and not is_explained(finding, explained):
                values = {name: str(value) for name, value in finding.values.items()}
                yield line.concern(finding.kind, _SAID[finding.kind], finding.words,
                                   **{"words": finding.words, **values})  # fmt: skip


def _is_ours(line: Line, finding: Finding, known: frozenset[str]) -> bool:
    """Whether what was found stands in fixed words, with names, roles and days at most."""
    typed = line.typed_between(finding.start, finding.end)
    bare = DATE_OR_NUMBER.sub(" ", typed)
    return all(without_ending(word) in known for word in WORD.findall(bare))


def _is_only_offered(finding: Finding) -> bool:
    """Whether it is a word that is mostly said at home, which is offered while it is typed."""
    suggestion = finding.suggestion
    return finding.kind is FindingKind.HARD_WORD and suggestion is not None and suggestion.at_home


_SAID = {
    FindingKind.HARD_WORD: N_("“{words}” is a hard word. Plain words: {plain}"),
    FindingKind.LABEL: N_("“{words}” is a label. Say what happened instead"),
    FindingKind.ACRONYM: N_("Write “{words}” in full words"),
    FindingKind.PASSIVE: N_("Say who does it: “{words}” does not"),
    FindingKind.LONG_SENTENCE: N_("A sentence has {count} words. Aim for {most}"),
}


def reading_level(checked: Checked) -> Iterator[Concern]:
    """A letter that reads older than its design."""
    letter = checked.letter
    if not letter.language.startswith("en"):
        return
    reading = measure(letter)
    if reading.is_too_hard:
        say = wording()
        words = ", ".join(reading.hardest_words())
        said = N_("The letter reads like {age}, and this design is for {target}. Hardest: {words}")
        given = {"age": reading.band(say), "target": reading.target(say), "words": words}
        yield Concern(f"reading/{reading.age}/{words}"[:MOST_OF_A_KEY], "reading", said, given)


def words_explained(letter: Letter) -> tuple[str, ...]:
    """What the word list of a letter says, a line for each word, in small letters."""
    listed = letter.block("L14")
    return tuple(each.text.casefold() for each in listed.paragraphs) if listed else ()


def is_explained(finding: Finding, explained: tuple[str, ...]) -> bool:
    """Whether a word is one to be explained, and the word list of the letter does so."""
    if finding.suggestion is None or finding.suggestion.mode is not Mode.EXPLAIN:
        return False
    return any(line.startswith(finding.words.casefold()) for line in explained)
