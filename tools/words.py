"""Collects the words on screen and paper for translators, and compiles what they gave back."""

import ast
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from letters.fixed_words import FOR_ADULTS, in_letters
from letters.templates.shipped import SHIPPED, shipped

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "resources" / "locale"

# The words of the rules and of plain words stand on the screen too, so both catalogues have them.
SOURCES = {"ui": ("ui", "models", "letters/plain"), "letters": ("letters", "models/rules")}
# What stands in windows though letters know it: names of choices, warnings, and why not.
ALSO_IN_WINDOWS = (
    *("agreement.py", "bands.py", "decisions_compared.py", "decisions_pages.py"),
    *("fixed_words.py", "giving_out.py", "languages.py", "lines.py", "pdf.py", "two_languages.py"),
    *("looks/envelope.py", "out/envelope.py", "out/mail.py"),
    *("templates/broken_template.py", "templates/fields.py"),
    *("checks/**.py", "disclosure/**.py", "plain/**.py", "translating/**.py"),
)
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def collect(domain: str) -> Catalog:
    """Collect the words of one catalogue, ui or letters, from the program's text."""
    words = Catalog(
        project="Waymark",
        version="0",
        msgid_bugs_address="",
        copyright_holder="the Waymark contributors",
        header_comment="# Words of Waymark. Apache-2.0, as the rest of it.",
        charset="utf-8",
    )
    for source, files in _sources(domain):
        methods = [(each, "python") for each in files]
        for found in extract_from_dir(
            ROOT / source, methods, keywords=KEYWORDS, comment_tags=("Translators:",)
        ):
            name, _line, message, comments, context = found
            place = (f"{source}/{name}", 1)
            words.add(message, locations=[place], auto_comments=comments, context=context)
    for file, said, told_of in _of_templates(domain):
        words.add(said, locations=[(file, 1)], auto_comments=told_of)
    for said in for_adults() if domain == "letters" else ():
        if said in words:
            words.add(said, auto_comments=[FOR_ADULTS])
    return words


def _sources(domain: str) -> Iterator[tuple[str, Sequence[str]]]:
    """The folders of a catalogue, and which of their files."""
    yield from ((source, ("**.py",)) for source in SOURCES[domain])
    if domain == "ui":
        yield "letters", ALSO_IN_WINDOWS


def _of_templates(domain: str) -> Iterator[tuple[str, str, list[str]]]:
    """The sentences of the templates of letters: the file, the words, a comment on them."""
    for key in SHIPPED:
        template = shipped(key)
        asked = {line.ask for line in template.asked}
        for said in template.on_paper() if domain == "letters" else template.on_screen():
            if not _ONLY_A_FIELD.fullmatch(said):
                comments = [FOR_ADULTS] if domain == "letters" and said in asked else []
                yield f"resources/letters/{key}.toml", said, comments


_ONLY_A_FIELD = re.compile(r"\{\w+\}")


def for_adults() -> frozenset[str]:
    """Give the sentences that no child reads: gaps, the minutes, and the note to the carer.

    The last two stand in tables and functions that are named for them.
    """
    children, adults = set[str](), set[str]()
    for path in sorted((ROOT / "letters").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        ours = {call for part in ast.walk(tree) for call in _of_adults(part)}
        is_for_children = in_letters(PurePosixPath(path.relative_to(ROOT).as_posix()))
        adults.update(map(_words, ours))
        if is_for_children:
            children.update(_words(call) for call in _marked(tree) if call not in ours)
    return frozenset(adults - children)


_FOR_ADULTS = re.compile(r"minutes|carer|^_note$", re.IGNORECASE)


def _of_adults(part: ast.AST) -> Iterator[ast.Call]:
    """The marked sentences of a table or function that are for adults."""
    if isinstance(part, ast.Assign):
        names = " ".join(each.id for each in part.targets if isinstance(each, ast.Name))
        yield from _marked(part) if _FOR_ADULTS.search(names) else ()
    elif isinstance(part, ast.FunctionDef):
        yield from _marked(part) if _FOR_ADULTS.search(part.name) else _said_in_gaps(part)


def _said_in_gaps(function: ast.FunctionDef) -> Iterator[ast.Call]:
    """What is given to calls of `gap` in a function, directly or by a name set before."""
    named = [
        (part.lineno, target.id, part.value)
        for part in ast.walk(function)
        if isinstance(part, ast.Assign)
        for target in part.targets
        if isinstance(target, ast.Name)
    ]
    for part in ast.walk(function):
        if not isinstance(part, ast.Call) or _called(part) != "gap" or len(part.args) <= 1:
            continue
        words: ast.AST = part.args[1]
        if isinstance(words, ast.Name):
            before = [row for row in named if row[1] == words.id and row[0] < part.lineno]
            words = max(before, key=lambda row: row[0])[2] if before else words
        yield from _marked(words)


def _marked(part: ast.AST) -> list[ast.Call]:
    """Where sentences are marked for translation in a part of the program."""
    return [
        call
        for call in ast.walk(part)
        if isinstance(call, ast.Call)
        and _called(call) == "N_"
        and isinstance(call.args[0], ast.Constant)
    ]


def _words(call: ast.Call) -> str:
    words = call.args[0]
    return str(words.value) if isinstance(words, ast.Constant) else ""


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def template(domain: str) -> Path:
    """Find the template that every translation of a catalogue starts from."""
    return LOCALE / f"{domain}.pot"


def translations(domain: str) -> list[Path]:
    """Find the translations of a catalogue."""
    return sorted(LOCALE.glob(f"*/LC_MESSAGES/{domain}.po"))


def told(words: Catalog) -> set[tuple[str, str | tuple[str, ...], tuple[str, ...]]]:
    """Give what a translator is told: each message with its context and comments."""
    return {
        (message.context or "", _as_key(message.id), tuple(message.auto_comments))
        for message in words
        if message.id
    }


def update(*domains: str) -> None:
    """Bring the templates up to date with the program, and every translation with them."""
    for domain in domains or SOURCES:
        words = collect(domain)
        if not template(domain).exists() or told(words) != told(read(template(domain))):
            _write(words, template(domain))
        for path in translations(domain):
            translated = read(path)
            if told(translated) != told(words):
                translated.update(words, no_fuzzy_matching=True, update_creation_date=False)
                translated.obsolete.clear()
                _write(translated, path)


def compile_all() -> None:
    """Make the file that the program reads beside each translation, where it is out of date."""
    for domain in SOURCES:
        for path in translations(domain):
            compiled = path.with_suffix(".mo")
            if compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime:
                continue
            unfinished = path.with_suffix(f".{os.getpid()}")
            with unfinished.open("wb") as written:
                write_mo(written, read(path))
            unfinished.replace(compiled)


def read(path: Path) -> Catalog:
    """Read a template or a translation, its language taken from its folder."""
    locale = path.parts[-3] if path.suffix == ".po" else None  # .../cy/LC_MESSAGES/ui.po
    with path.open("rb") as written:
        return read_po(written, locale=locale)


def _as_key(message: str | list[str] | tuple[str, ...]) -> str | tuple[str, ...]:
    return message if isinstance(message, str) else tuple(message)


def _write(words: Catalog, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as written:
        write_po(written, words, width=100, include_lineno=False, sort_output=True)


if __name__ == "__main__":
    {"update": update, "compile": compile_all}[sys.argv[1]](*sys.argv[2:])
