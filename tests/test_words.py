"""The templates that translators get are those of the program, and no translation breaks it."""

import re
import string
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

import pytest
from babel.messages import Catalog, Message

from letters import child_letter, minutes
from letters import wording as letters_wording
from tests.letters import sheets
from tools import words

DOMAINS = tuple(words.SOURCES)
TRANSLATIONS = [path for domain in DOMAINS for path in words.translations(domain)]


@cache
def _collected(domain: str) -> Catalog:
    """Collect the words of a catalogue from the program's text, once."""
    return words.collect(domain)


def _named(path: Path) -> str:
    return f"{path.parts[-3]}-{path.stem}"


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def _forms(message: Message) -> list[tuple[str, str]]:
    """Give each translated form of a message beside the source it must keep the names of."""
    if isinstance(message.id, str):
        return [(message.id, message.string)] if message.string else []
    return [(message.id[-1], form) for form in message.string if form]


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_template_holds_the_words_of_the_program(domain: str) -> None:
    written = words.told(words.read(words.template(domain)))
    assert words.told(_collected(domain)) == written, "run ./run words"


@pytest.mark.parametrize("path", TRANSLATIONS, ids=_named)
def test_each_translation_is_up_to_date_with_its_template(path: Path) -> None:
    template = words.read(words.template(path.stem))
    assert words.told(words.read(path)) == words.told(template), "run ./run words"


@pytest.mark.parametrize("path", TRANSLATIONS, ids=_named)
def test_a_translated_sentence_names_nothing_its_source_does_not(path: Path) -> None:
    for message in words.read(path):
        for source, translated in _forms(message) if message.id else ():
            assert _placeholders(translated) <= _placeholders(source), message.id


def test_a_compiled_catalogue_says_what_the_translation_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    welsh = tmp_path / "cy" / "LC_MESSAGES" / "ui.po"
    welsh.parent.mkdir(parents=True)
    welsh.write_bytes((words.LOCALE / "cy" / "LC_MESSAGES" / "ui.po").read_bytes())
    monkeypatch.setattr(words, "LOCALE", tmp_path)
    words.compile_all()
    with welsh.with_suffix(".mo").open("rb") as compiled:
        assert GNUTranslations(compiled).gettext("Cancel") == "Canslo"


def _said(domain: str) -> list[str]:
    """Give every sentence of a catalogue, each plural form by itself."""
    ids = [message.id for message in _collected(domain) if message.id]
    return [form for each in ids for form in ((each,) if isinstance(each, str) else each)]


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_sentence_is_glued_from_pieces(domain: str) -> None:
    assert [said for said in _said(domain) if said != said.strip()] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_values_go_into_a_sentence_by_name(domain: str) -> None:
    unnamed = [
        said for said in _said(domain) if not all(map(str.isidentifier, _placeholders(said)))
    ]
    assert unnamed == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_shouts_or_blames(domain: str) -> None:
    unkind = re.compile(r"!|\boverdue\b|\bbreach|\byou failed\b|\bnon-complian", re.IGNORECASE)
    assert [said for said in _said(domain) if unkind.search(said)] == []


class _Asked(NullTranslations):
    """A catalogue that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.words: set[str] = set()

    def gettext(self, message: str) -> str:
        self.words.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.words |= {msgid1, msgid2}
        return msgid1 if n == 1 else msgid2


def test_every_sentence_on_paper_is_in_the_catalogue_of_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = _Asked()
    monkeypatch.setattr(letters_wording.catalogues, "translation", lambda *_, **__: asked)
    say = letters_wording.Wording()
    for sheet in (sheets.full(), sheets.empty(), sheets.with_decisions(30)):
        child_letter.compose(sheet, say, sheets.DATED)
        minutes.compose(sheet, say, sheets.DATED)
    only_a_place = re.compile(r"\{\w+\}")
    sentences = {said for said in asked.words if not only_a_place.fullmatch(said)}
    assert len(sentences) > 150
    assert sentences - set(_said("letters")) == set()
