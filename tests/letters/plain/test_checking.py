"""What is found in a paragraph that could be plainer."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.bands import BANDS, Band
from letters.plain import spelling
from letters.plain.checking import Finding, FindingKind, check_paragraph
from letters.plain.glossary import Glossary
from tests.letters.plain.words import NAMES, wanted

B, E = BANDS[Band.B], BANDS[Band.E]
SHIPPED = Glossary.of()


@pytest.fixture(scope="module", autouse=True)
def _dictionary() -> Iterator[None]:
    spelling.make_ready()
    yield


def found(text: str, kind: FindingKind, glossary: Glossary = SHIPPED) -> list[str]:
    return [each.words for each in checked(text, glossary) if each.kind is kind]


def checked(text: str, glossary: Glossary = SHIPPED) -> tuple[Finding, ...]:
    return check_paragraph(text, B, glossary, NAMES)


def test_a_plain_paragraph_has_nothing() -> None:
    text = (
        "Dear Sam, it was good to see you on Thursday 12 November. Samir, your social worker, "
        "will ring Nana Bea on Monday. You said “I recieve nothing in my placement, it was "
        "decided by XYZ and I am so sad about it all and I want to go home now”. Thank you."
    )
    assert checked(text) == ()


def test_every_kind_is_found_in_reading_order_with_words_that_say_it() -> None:
    text = (
        "The local authority failed you. It was decided by the XYZ team. Your placment is "
        "good. This sentence goes on and on, and it does not stop where it should have stopped."
    )
    kinds = [each.kind for each in checked(text)]
    assert kinds == [
        FindingKind.HARD_WORD, FindingKind.LABEL, FindingKind.PASSIVE,
        FindingKind.ACRONYM, FindingKind.SPELLING, FindingKind.LONG_SENTENCE,
    ]  # fmt: skip
    for each in checked(text):
        assert each.words == text[each.start : each.end]
        assert "{" not in each.says.format(**each.values)


def test_a_finding_is_sure_where_its_suggestion_is() -> None:
    sure, unsure = checked("The local authority and the placement.")
    assert sure.is_sure
    assert not unsure.is_sure
    assert sure.suggestion is not None
    assert sure.suggestion.replacement == "council"


@pytest.mark.parametrize(
    ("text", "passives"),
    [
        ("It was decided that you stay.", ["was decided"]),
        ("The plan will be reviewed.", ["be reviewed"]),
        ("You have not been told.", ["been told"]),
        ("It is being looked at.", []),
        ("It wasn't properly written down.", ["wasn't properly written"]),
        ("You’re being moved.", ["being moved"]),
        ("You are worried and tired. She is called Jo. He was pleased.", []),
        ("You were hurt. You were hurt by a boy.", ["were hurt"]),
        ("You are loved. Nana is married.", []),
        ("There were a hundred. It is red. They are in need.", []),
        ("You got moved.", ["got moved"]),
        ("I decided. I will review it. You have grown.", []),
        ("It will be done by Monday.", []),
        ("You are involved by the school", ["are involved"]),
    ],
)
def test_the_passive(text: str, passives: list[str]) -> None:
    assert found(text, FindingKind.PASSIVE) == passives


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("The XYZ and the QRSs met.", ["XYZ", "QRSs"]),
        ("The T.A.C. met.", ["T.A.C."]),
        ("In the UK you watch TV, on a PC. Your PIN is OK. You do PE and GCSEs.", []),
        ("King Charles III and World War II", []),
        ("PLEASE READ THIS LETTER", []),
        ("LIKE THIS", []),
        ("the SENDIASS worker", ["SENDIASS"]),
        ("SAM is here. A4 paper, LS1 4AB.", ["SAM"]),
        ("R&D", ["R&D"]),
        ("The CAMHS nurse", []),
    ],
)
def test_acronyms(text: str, acronyms: list[str]) -> None:
    assert found(text, FindingKind.ACRONYM) == acronyms


def test_an_acronym_that_the_council_wants_is_none() -> None:
    own = Glossary.of([wanted("XYZ", "")])
    assert found("The XYZ team.", FindingKind.ACRONYM, own) == []


@pytest.mark.parametrize(
    "label",
    ["failed", "refused to engage", "non-compliant", "attention-seeking", "manipulative",
     "absconded", "did not engage", "absconding", "non compliance"],
)  # fmt: skip
def test_labels(label: str) -> None:
    (finding,) = [each for each in checked(f"He {label} here.") if "label" in each.kind]
    assert finding.words == label
    assert found(f"He {label} here.", FindingKind.HARD_WORD) == []
    assert found(f"He said “{label}”.", FindingKind.LABEL) == []


def test_a_label_brings_the_glossarys_words() -> None:
    (finding,) = [each for each in checked("You absconded.") if each.suggestion]
    assert finding.suggestion is not None
    assert finding.suggestion.replacement == "went missing"


def test_a_long_sentence_says_where_it_could_stop() -> None:
    text = "We met at home on Thursday and you told us all about your school, because you like it."
    (long,) = checked(text)
    assert long.values == {"count": 18, "most": 12}
    assert [text[place:].lstrip(" ,").split()[0] for place in long.stops] == ["and", "because"]
    (of_easy,) = check_paragraph("I saw you and you ran. One two three four five six seven "
                                 "eight nine ten eleven.", E, SHIPPED)  # fmt: skip
    assert of_easy.stops == ()
    (late,) = checked("I went to the park with my friend and my dog and then we ran.")
    assert [late.words[place:].split()[1] for place in late.stops] == ["then", "my"]
    (early,) = checked("I ran, and you ran after me to the shop at the end of the road.")
    assert early.stops == ()


def test_names_dates_and_quotations_make_no_sentence_long() -> None:
    text = (
        "Samir Oakenshaw, Nana Bea and Sam came on Thursday 12 November 2026, and you said “{}”."
    )
    assert checked(text.format("one two three four five six seven eight nine ten")) == ()


@settings(max_examples=60)
@given(st.text(max_size=120))
def test_any_text_can_be_checked(text: str) -> None:
    for each in checked(text):
        assert 0 <= each.start < each.end <= len(text)
        assert each.words == text[each.start : each.end]
        assert all(each.start < place < each.end for place in each.stops)
