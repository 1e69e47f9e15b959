"""What is said of a finding, and what can be done with it."""

from dataclasses import dataclass
from enum import StrEnum

from letters.plain.checking import Finding, FindingKind
from letters.plain.suggestion import Mode, Suggestion
from ui.language import N_, _

_OR, _AND_SO = "; ", ", "


class Act(StrEnum):
    """What a person can do with a finding."""

    USE = "use"
    EXPLAIN = "explain"
    STOP = "stop"
    IDEAS = "ideas"
    KEEP = "keep"


ACT_WORDS = {
    Act.USE: N_("Use it"),
    Act.EXPLAIN: N_("Explain it"),
    Act.STOP: N_("Show where to stop"),
    Act.IDEAS: N_("Show ideas"),
    Act.KEEP: N_("Keep"),
}


@dataclass(frozen=True)
class Advice:
    """One row of suggestions: a sentence, the words in it that matter, and what can be done.

    `use` and `explain` are what would stand in place of the words, empty where nothing can.
    """

    words: str
    strong: tuple[str, ...]
    acts: tuple[Act, ...]
    use: str = ""
    explain: str = ""


def advice_of(finding: Finding) -> Advice:
    """Say what could be done with a finding."""
    if finding.kind is FindingKind.LONG_SENTENCE:
        return _of_long(finding)
    if finding.kind is FindingKind.SPELLING:
        return Advice(told(finding), (), (Act.IDEAS, Act.KEEP))
    if finding.suggestion is None:
        return Advice(told(finding), (), (Act.KEEP,))
    return _of_suggestion(finding, finding.suggestion)


def told(finding: Finding) -> str:
    """What the check itself says of it."""
    return _(finding.says).format(**finding.values)


def _of_long(finding: Finding) -> Advice:
    words = _("This sentence has {count} words. Aim for {most}.").format(**finding.values)
    stops = (Act.STOP,) if finding.stops else ()
    return Advice(words, (), (*stops, Act.KEEP))


def _of_suggestion(finding: Finding, suggestion: Suggestion) -> Advice:
    use, explain = suggestion.replacement, explained(suggestion)
    if suggestion.mode is Mode.EXPLAIN:
        use = ""
    acts = (
        *((Act.USE,) if use else ()),
        *((Act.EXPLAIN,) if explain else ()),
        Act.KEEP,
    )
    said, strong = _sentence(finding, suggestion), use or suggestion.told
    values = {"words": suggestion.words, "plain": strong}
    return Advice(said.format(**values), (strong,), acts, use, explain)


def explained(suggestion: Suggestion) -> str:
    """The words once, then what they mean; nothing where it cannot be said in brackets."""
    if suggestion.mode is Mode.EXPLAIN and suggestion.replacement:
        return suggestion.replacement
    if suggestion.mode is Mode.AVOID or not suggestion.why or "(" in suggestion.why:
        return ""
    meaning = suggestion.why.replace(_OR, _AND_SO)
    return _("{words} ({meaning})").format(words=suggestion.words, meaning=meaning)


def _sentence(finding: Finding, suggestion: Suggestion) -> str:
    said = _SURE if suggestion.is_sure else _OFFERED
    if finding.kind is FindingKind.LABEL and suggestion.mode is not Mode.EXPLAIN:
        said = _OF_LABEL
    if not suggestion.replacement:
        said = _ONLY_TOLD
    return _(said[suggestion.mode])


_SURE = {
    Mode.SWAP: N_("For “{words}”, say {plain}"),
    Mode.EXPLAIN: N_("Say what “{words}” means: {plain}"),
    Mode.AVOID: N_("Leave out “{words}”. Say {plain}"),
}
_OFFERED = {
    Mode.SWAP: N_("For “{words}”, perhaps {plain}: then check the sentence."),
    Mode.EXPLAIN: N_("Say what “{words}” means: {plain}. Then check the sentence."),
    Mode.AVOID: N_("Leave out “{words}”. Perhaps {plain}: then check the sentence."),
}
_OF_LABEL = {
    Mode.SWAP: N_("“{words}” is a label. Perhaps {plain}: then check the sentence."),
    Mode.AVOID: N_("“{words}” is a label. Perhaps {plain}: then check the sentence."),
}
_ONLY_TOLD = {
    Mode.SWAP: N_("“{words}” is a hard word. It means: {plain}"),
    Mode.EXPLAIN: N_("“{words}” is a word to explain. It means: {plain}"),
    Mode.AVOID: N_("Leave out “{words}”. What may help: {plain}"),
}
