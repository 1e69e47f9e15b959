"""How far the fixed words of a language can be relied on; no translation breaks a letter."""

import re
import string
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from babel.messages import Catalog, Message

from letters import child_letter, fixed_words, rights
from letters import wording as letters_wording
from letters.bands import Band
from letters.fixed_words import (
    CHECKED_BY,
    FOR_ADULTS,
    STANDINGS,
    FixedWords,
    Standing,
    in_letters,
    is_for_a_child,
    may_go_out,
    standing,
)
from letters.languages import LANGUAGES
from tests.letters import sheets
from tests.letters.translated_letters import making, told
from tests.test_words import _Asked
from tools import words

DRAFTS = ("cy", "ar", "pl", "uk", "fr")
OTHER_MEANING = {
    "cy": ("gwirion", "redeg", "nodiadau."),
    "ar": ("للعودة إلى الماضي", "من الأفضل إخباري"),
    "pl": ("we dwoje", "następnym kończysz", "swoje notatki", "mój plan"),
    "uk": ("подобається", "вирішили ще", "твої нотатки", "мій план"),
    "fr": (
        "révision",
        "foyer",
        "tes notes",
        "amitié",
        "décision de placement",
        "comme la personne",
    ),
}
"""What says something else to a child: silly us, ran on foot, marks at school, an adult one
fancies, solved one more case, a man and a woman, a second look before an examination."""
ROLES = (
    "your social worker", "your social worker’s manager", "your nurse", "your advocate",
    "your teacher", "your independent visitor", "your personal adviser", "the interpreter",
)  # fmt: skip
IN_PLACE_OF_A_PERSON = {
    "ar": ("من الخدمة", "من التمريض", "لمناصرتك", "للزيارة", "للمشورة", "للترجمة", "من إدارة"),
    "pl": ("tłumaczenie", "opieka"),
    "uk": ("соціальна служба", "керівництво", "переклад ", "опіка"),
    "fr": ("service social", "services", "conseils", "visites", "te défend"),
}
_ONLY_NAMED = re.compile(
    r":\s*\{(date|dates|who|time|face|phone|number|count|midpoint_date|review_date)\}"
)


def catalogue(code: str) -> Catalog:
    return words.read(words.LOCALE / code / "LC_MESSAGES" / "letters.po")


def translated(code: str) -> Iterator[tuple[Message, str]]:
    """Every form of every sentence that has words."""
    for message in catalogue(code):
        forms = (message.string,) if isinstance(message.string, str) else message.string or ()
        yield from ((message, form) for form in forms if message.id and form)


def names_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def bare(sentence: str) -> str:
    """Leave out what is put in by name."""
    return "".join(part for part, *_rest in string.Formatter().parse(sentence))


@pytest.mark.parametrize("code", DRAFTS)
def test_a_draft_says_that_it_is_one_and_how_much_is_there(code: str) -> None:
    found = standing(code)
    assert (found.standing, found.checked_by) == (Standing.DRAFT, "")
    assert 50 <= found.per_cent <= 100
    assert not may_go_out(code, " ")
    assert may_go_out(code, "A. Translator, 2026")


def test_english_is_the_source_and_a_language_without_a_catalogue_has_none() -> None:
    assert standing("en-GB").standing is Standing.SOURCE
    assert may_go_out("en-GB", "")
    assert standing("so") == FixedWords(Standing.NONE, "", 0, 0)
    assert standing("so").per_cent == 0
    assert not may_go_out("so", "")
    assert set(STANDINGS) == set(Standing)


def test_a_language_is_checked_when_its_catalogue_names_who_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "locale" / "tr" / "LC_MESSAGES" / "letters.po"
    made = Catalog(locale="tr")
    made.add("You chose {face}.", "{face} seçtin.", locations=[("letters/own_number.py", 1)])
    made.add("Your number", locations=[("letters/own_number.py", 1)])
    made.add("Council", "Konsey", locations=[("letters/minutes.py", 1)])
    made.add(CHECKED_BY, "A. Translator, 21 November 2026")
    words._write(made, path)
    monkeypatch.setattr(fixed_words.resources, "path", lambda name: tmp_path / name)
    fixed_words._counted.cache_clear()
    found = standing("tr")
    assert found == FixedWords(Standing.CHECKED, "A. Translator, 21 November 2026", 1, 2)
    assert found.per_cent == 50
    assert may_go_out("tr", "")
    fixed_words._counted.cache_clear()


@pytest.mark.parametrize("code", DRAFTS)
def test_a_translation_names_all_that_its_source_names(code: str) -> None:
    for message, form in translated(code):
        source = message.id if isinstance(message.id, str) else message.id[-1]
        left_out = names_in(source) - names_in(form)
        assert names_in(form) <= names_in(source), form
        assert left_out <= ({"count"} if message.pluralizable else set()), form


@pytest.mark.parametrize("code", DRAFTS)
def test_a_translation_is_written_in_its_own_script_and_ends_as_its_source(code: str) -> None:
    for message, form in translated(code):
        source = message.id if isinstance(message.id, str) else message.id[-1]
        assert form == form.strip()
        assert "!" not in form
        if source.endswith((".", ":", ",")):
            assert form.endswith((".", ":", "،", ",")), form
        is_pattern = {"MM", "mm"} & {form[at : at + 2] for at in range(len(form))}
        if code in ("ar", "uk") and any(map(str.isalpha, bare(form))) and not is_pattern:
            assert any(mark > "\u0370" for mark in bare(form)), form


@pytest.mark.parametrize("code", DRAFTS)
def test_what_is_a_sentence_in_english_is_no_line_of_a_form(code: str) -> None:
    lines_of_a_form = [
        form
        for message, form in translated(code)
        for source in [message.id if isinstance(message.id, str) else message.id[-1]]
        if source.endswith(".") and not _ONLY_NAMED.search(source) and _ONLY_NAMED.search(form)
    ]
    assert lines_of_a_form == []


@pytest.mark.parametrize("code", DRAFTS)
def test_no_translation_says_something_else_to_a_child(code: str) -> None:
    found = [
        form
        for message, form in translated(code)
        if is_for_a_child(message)
        and any(words in form.casefold() for words in OTHER_MEANING[code])
    ]
    assert found == []


@pytest.mark.parametrize("code", DRAFTS)
@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_the_word_for_the_person(code: str, role: str) -> None:
    say = letters_wording.Wording(code)
    assert say.knows(role)
    said = say.say(role)
    assert not [words for words in IN_PLACE_OF_A_PERSON.get(code, ()) if said.startswith(words)]
    sentence = f"{{name}} is {role}."
    if say.knows(sentence):
        assert said.split()[0] in say.say(sentence, name="Samir")


def test_a_child_may_see_what_others_wrote_and_not_only_notes_of_their_own() -> None:
    for band in Band:
        assert "about you" in rights._RECORDS.words(band)


@pytest.mark.parametrize("code", DRAFTS)
def test_plural_forms_are_those_of_the_language(code: str) -> None:
    made = catalogue(code)
    assert made.num_plurals == {"cy": 5, "ar": 6, "pl": 3, "uk": 3, "fr": 2}[code]
    say = letters_wording.Wording(code).ngettext
    one, many = "You were {count} year old.", "You were {count} years old."
    forms = {
        "pl": [
            "Za Tobą był już 1 rok życia.",
            "Za Tobą były już 3 lata życia.",
            "Za Tobą było już 12 lat życia.",
        ],
        "uk": ["Тобі був 1 рік.", "Тобі було 3 роки.", "Тобі було 12 років."],
        "ar": ["كان عمرك سنة واحدة.", "كان عمرك 3 سنوات.", "كان عمرك 12 سنة."],
        "fr": ["Tu avais 1 an.", "Tu avais 3 ans.", "Tu avais 12 ans."],
        "cy": ["Roeddet ti’n 1 oed.", "Roeddet ti’n 3 oed.", "Roeddet ti’n 12 oed."],
    }[code]
    said = ["".join(piece.text for piece in say(one, many, count)) for count in (1, 3, 12)]
    assert [form.replace("\u2068", "").replace("\u2069", "") for form in said] == forms


@pytest.mark.parametrize("band", "UABCDE")
def test_every_sentence_that_a_child_may_read_is_counted(
    band: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = _Asked()
    monkeypatch.setattr(letters_wording.catalogues, "translation", lambda *_, **__: asked)
    say = letters_wording.Wording()
    for sheet in (sheets.full(), sheets.with_decisions(30)):
        chosen = making("en-GB", band=band, with_road_map=True, with_about_me=True)
        letter = child_letter.compose(
            sheets.full(making=chosen, decisions=sheet.decisions), say, sheets.DATED
        )
        assert letter.blocks
    template = words.read(words.template("letters"))
    known = {
        form: message
        for message in template
        if message.id
        for form in ((message.id,) if isinstance(message.id, str) else message.id)
    }
    found = [known[said] for said in asked.words if said in known]
    uncounted = [
        message.id
        for message in found
        if not is_for_a_child(message) and FOR_ADULTS not in message.auto_comments
    ]
    assert uncounted == []


@pytest.mark.parametrize(
    ("code", "said"),
    [("pl", "przyszły te osoby"), ("uk", "прийшли ці люди"), ("fr", "étaient là")],
)
def test_the_page_read_aloud_tells_of_several_in_the_form_for_several(
    code: str, said: str
) -> None:
    lines = told(sheets.full(making=making(code, band="U"))).lines
    (came,) = [line for line in lines if line.key == "aloud/came"]
    assert said in came.words


def test_what_went_wrong_is_said_in_windows_and_not_counted_among_a_letters_words() -> None:
    problems = [
        path.relative_to(words.ROOT)
        for path in (words.ROOT / "letters").rglob("*.py")
        if "(Problem)" in path.read_text(encoding="utf-8")
    ]
    assert problems
    screen = {place for message in words.collect("ui") for place, _line in message.locations}
    for path in problems:
        assert path.as_posix() in screen
        assert not in_letters(PurePosixPath(path.as_posix()))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_stands_somehow(code: str) -> None:
    assert standing(code).standing in Standing
