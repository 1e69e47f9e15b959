"""What could be plainer in one paragraph while it is typed: a finding for each, with its place."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from letters.bands import BandRule
from letters.plain import spelling
from letters.plain.acronyms import acronyms_in
from letters.plain.glossary import Glossary
from letters.plain.labels import labels_in
from letters.plain.long_sentences import long_sentences_in
from letters.plain.passive import passives_in
from letters.plain.protected import protected, touches
from letters.plain.suggestion import Mode, Suggestion
from models.problems import N_


class FindingKind(StrEnum):
    """What a finding is about."""

    HARD_WORD = "hard_word"
    LONG_SENTENCE = "long_sentence"
    PASSIVE = "passive"
    ACRONYM = "acronym"
    LABEL = "label"
    SPELLING = "spelling"


@dataclass(frozen=True)
class Finding:
    """One thing that could be plainer, from `start` to `end` of the paragraph.

    `says` is a sentence for the writer, with named places for `values`. `suggestion` is what may
    be put there. `stops` are places where a long sentence could end, the best first.
    """

    kind: FindingKind
    start: int
    end: int
    words: str
    says: str
    values: dict[str, str | int] = field(default_factory=dict)
    suggestion: Suggestion | None = None
    stops: tuple[int, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether one key may mend it."""
        return self.suggestion is not None and self.suggestion.is_sure


_SAYS_OF_TERM = {
    Mode.SWAP: N_("A hard word. Plain words: {plain}."),
    Mode.EXPLAIN: N_("A word to explain. It means: {plain}."),
    Mode.AVOID: N_("A word to leave out of a letter. Help with it: {plain}."),
}
_LONG = N_("This sentence has {count} words. For this reader the most is {most}.")
_PASSIVE = N_("Say who does it: “{words}” does not.")
_ACRONYM = N_("Write “{words}” in full words.")
_LABEL = N_("“{words}” is a label. Say what happened instead.")
_SPELLING = N_("“{words}” is not in the dictionary.")


def check_paragraph(
    text: str, rule: BandRule, glossary: Glossary, names: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Everything in a paragraph that could be plainer for this reader, in reading order.

    Fast enough for each key; the child's quoted words, names and addresses are left alone.
    Spelling is looked at once its dictionary is ready.
    """
    suggestions = glossary.findings(text, names)
    spans = protected(text, names)
    labels = [each for each in labels_in(text) if not touches(spans, each.start, each.end)]
    taken = [(each.start, each.end) for each in labels]
    terms = [each for each in suggestions if not touches(tuple(taken), each.start, each.end)]
    taken += [(each.start, each.end) for each in terms]
    found = [
        *(_of_label(text, each.start, each.end, suggestions) for each in labels),
        *(_of_term(each) for each in terms),
        *(
            _plain(FindingKind.ACRONYM, each.start, each.end, each.text, _ACRONYM)
            for each in acronyms_in(text, glossary.kept, spans)
            if not touches(tuple(taken), each.start, each.end)
        ),
        *(
            _plain(FindingKind.PASSIVE, each.start, each.end, each.text, _PASSIVE)
            for each in passives_in(text, spans)
        ),
        *(
            _plain(FindingKind.SPELLING, each.start, each.end, each.text, _SPELLING)
            for each in spelling.misspelt(text, names)
            if not touches(tuple(taken), each.start, each.end)
        ),
        *(
            Finding(
                FindingKind.LONG_SENTENCE, each.start, each.end, each.text, _LONG,
                {"count": each.words, "most": rule.longest}, stops=each.stops,
            )
            for each in long_sentences_in(text, rule.longest, names)
        ),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.kind)))


def _of_term(suggestion: Suggestion) -> Finding:
    return Finding(
        FindingKind.HARD_WORD, suggestion.start, suggestion.end, suggestion.words,
        _SAYS_OF_TERM[suggestion.mode], {"plain": suggestion.told}, suggestion,
    )  # fmt: skip


def _of_label(text: str, start: int, end: int, known: tuple[Suggestion, ...]) -> Finding:
    words = text[start:end]
    suggestion = next((each for each in known if each.start < end and start < each.end), None)
    return Finding(FindingKind.LABEL, start, end, words, _LABEL, {"words": words}, suggestion)


def _plain(kind: FindingKind, start: int, end: int, words: str, says: str) -> Finding:
    return Finding(kind, start, end, words, says, {"words": words})
