"""Each finding is told in a sentence, with only what can be done about it."""

import pytest

from letters.bands import BANDS, Band
from letters.plain.checking import FindingKind, check_paragraph
from letters.plain.glossary import Glossary
from letters.plain.suggestion import Mode, Suggestion
from ui.plain.finding_words import Act, Advice, advice_of


def _advice(text: str, kind: FindingKind = FindingKind.HARD_WORD) -> Advice:
    findings = check_paragraph(text, BANDS[Band.B], Glossary.of())
    return advice_of(next(each for each in findings if each.kind is kind))


def test_a_sure_word_is_used_explained_or_kept() -> None:
    advice = _advice("You asked about permanence.")
    assert advice.words == "For “permanence”, say a home for good"
    assert advice.acts == (Act.USE, Act.EXPLAIN, Act.KEEP)
    assert advice.use == "a home for good"
    assert advice.explain == "permanence (a home for good)"


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("when (name) comes to see you", "when somebody comes to see you"),
        ("(name); the person who looks after you", "the person who looks after you"),
        ("a child we care for; (to the child) you", "a child we care for; you"),
        ("(name), your social worker", "your social worker"),
        ("(say who: your teacher, nurse)", "say who: your teacher, nurse"),
        ("a home for good", "a home for good"),
    ],
)
def test_notes_for_a_writer_in_the_glossary_are_never_shown_raw(why: str, told: str) -> None:
    assert Suggestion(0, 1, "x", Mode.SWAP, "", is_sure=False, why=why).told == told


def test_nothing_in_the_shipped_list_shows_a_name_to_be_put_in() -> None:
    for term in Glossary.of().terms:
        said = Suggestion(0, 1, "x", term.mode, "", is_sure=False, why=term.plain_words).told
        assert said
        assert "(name)" not in said


def test_what_is_only_offered_says_to_check_the_sentence() -> None:
    advice = _advice("We talked about your placement.")
    assert advice.words.endswith("then check the sentence.")
    assert Act.USE in advice.acts
    assert advice.explain == "placement (home, where you live)"


def test_a_word_to_explain_is_explained_and_not_replaced() -> None:
    advice = _advice("The advocate will ring.")
    assert advice.acts == (Act.EXPLAIN, Act.KEEP)
    assert advice.explain.startswith("advocate (someone on your side")
    assert advice.words.startswith("Say what “advocate” means:")


@pytest.mark.parametrize(
    ("text", "kind", "acts", "words"),
    [
        ("It was decided.", FindingKind.PASSIVE, (Act.KEEP,), "“was decided”"),
        ("Ask the QZX team.", FindingKind.ACRONYM, (Act.KEEP,), "“QZX”"),
        (
            "You have a warm room at home, and Jo will take you to the sea in the long summer.",
            FindingKind.LONG_SENTENCE,
            (Act.STOP, Act.KEEP),
            "19 words. Aim for 12.",
        ),
    ],
)
def test_what_only_the_writer_can_mend_is_told(
    text: str, kind: FindingKind, acts: tuple[Act, ...], words: str
) -> None:
    advice = _advice(text, kind)
    assert advice.acts == acts
    assert words in advice.words


def test_every_word_of_the_glossary_has_a_sentence_without_gaps() -> None:
    for term in Glossary.of().terms:
        for finding in check_paragraph(f"We said {term.term} now.", BANDS[Band.B], Glossary.of()):
            advice = advice_of(finding)
            assert advice.words.strip()
            assert "{" not in advice.words
            assert (Act.USE in advice.acts) is bool(advice.use)
            assert advice.acts[-1] is Act.KEEP
