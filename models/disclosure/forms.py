"""The forms in which a fact may be written: short, turned round, in parts, spelled out."""

import re
from collections.abc import Iterator
from functools import lru_cache

from models.disclosure.address_forms import (
    address_forms,
    is_postcode,
    parted,
    postcodes,
    streets_alone,
)
from models.disclosure.common import KIN, is_word
from models.disclosure.folding import fold, fold_word, plain
from models.disclosure.form import Form, How, Rule
from models.disclosure.school_forms import school_forms
from models.disclosure.short_names import short_forms
from models.protected import FactKind

RESTRICTED, OTHER_CHILD = "restricted", "other_child"
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PARTS = re.compile(r"[,;\n/()]+| - | – ")
_FROM_RIGHT = re.compile("[\u0590-\u08ff]")
_NAMES = frozenset({FactKind.NAME.value, OTHER_CHILD})
_WIDEST = frozenset({Rule.ANYWHERE, Rule.POSTCODE})
_FEWEST_LETTERS = 2
_LONG = 5


@lru_cache(maxsize=4096)
def forms_of(
    kind: str,
    words: str,
    also: tuple[str, ...] = (),
    shared: frozenset[str] = frozenset(),
    *,
    is_grave: bool = False,
) -> tuple[Form, ...]:
    """Every form in which a fact of this kind may be written; the whole of it comes first.

    `shared` are parts of names that somebody bears of whom the reader may know: they are not
    looked for alone. What `is_grave` counts in small letters even where it is a word of
    every day. Telephone numbers are no forms: models.disclosure.numbers finds them.
    """
    found: dict[tuple[str, ...], Form] = {}
    listed = (Form(fold(each).words, How.EXACT) for each in also if plain(each) not in KIN)
    every = (form for each in (words, *also) for form in _forms(kind, each, shared, is_grave))
    for form in (*listed, *every):
        for way in (form, *_turned(form.words)):
            if way.words and _is_wider(way, found.get(way.words)):
                found[way.words] = way
    whole = fold(words).words
    return tuple(sorted(found.values(), key=lambda each: each.words != whole))


def _is_wider(form: Form, other: Form | None) -> bool:
    """Whether a form counts in more places than another of the same words."""
    if other is None:
        return True
    return other.rule not in _WIDEST and form.rule in _WIDEST


def _forms(kind: str, words: str, shared: frozenset[str], is_grave: bool) -> Iterator[Form]:
    whole = fold(words).words
    yield Form(whole, How.EXACT, Rule.ANYWHERE if is_grave else _rule_of(kind, words))
    if kind in _NAMES:
        yield from _of_name(words, shared, kind)
        if is_grave:
            yield from _alone_anywhere(words, shared)
    if kind in {FactKind.ADDRESS, FactKind.REFUGE, FactKind.PLACE, FactKind.OTHER}:
        yield from address_forms(words)
    if kind in {FactKind.SCHOOL, FactKind.REFUGE}:
        yield from school_forms(words)
    if kind in {FactKind.PLACE, FactKind.REFUGE}:
        yield from _parts(words, is_grave=is_grave or kind == FactKind.REFUGE)
    if kind == FactKind.REFUGE:
        yield from streets_alone(words)
    yield from postcodes(words, with_area=kind == FactKind.REFUGE)
    for email in _EMAIL.findall(words):
        yield from _of_email(email)


def _rule_of(kind: str, words: str) -> Rule:
    """One word that is a word of every day too counts only where it is written as a name."""
    written = fold(words)
    if is_postcode(words):
        return Rule.POSTCODE
    if len(written.words) == 1 and is_word(words.strip()):
        return Rule.AS_NAME
    if kind == FactKind.PLACE and all(is_word(each) for each in words.split()):
        return Rule.CAPITALS
    return Rule.ANYWHERE


def _turned(words: tuple[str, ...]) -> Iterator[Form]:
    """Words of a script that is read from the right, as a file may give them back."""
    if _FROM_RIGHT.search("".join(words)) is None:
        return
    yield Form(tuple(reversed(words)), How.PART)
    yield Form(tuple(word[::-1] for word in reversed(words)), How.PART)
    yield Form(tuple(word[::-1] for word in words), How.PART)


def _alone_anywhere(words: str, shared: frozenset[str]) -> Iterator[Form]:
    """Each part of a name that must not be learnt in any letters."""
    for name in _alone(_without_kin(words)):
        if fold_word(name) not in shared and len(name) > _FEWEST_LETTERS:
            yield Form((fold_word(name),), How.PART)


def _without_kin(words: str) -> list[str]:
    return [each for each in re.split(r"[\s,]+", words) if plain(each).strip(".") not in KIN]


def _of_name(words: str, shared: frozenset[str], kind: str) -> Iterator[Form]:
    written = _without_kin(words)
    names = [word for each in written for word in fold(each).words]
    if len(names) > 1:
        first, last = names[0], names[-1]
        yield Form(tuple(names), How.PART)
        yield Form((first, last), How.PART)
        yield Form((last, first), How.PART)
        yield Form((last, *names[:-1]), How.PART)
        yield Form((first[:1], last), How.PART)
        yield Form((last, first[:1]), How.PART, Rule.CAPITALS)
        yield Form((first, last[:1]), How.PART, Rule.CAPITALS)
        yield from _initials(names, shared, kind)
    for short in short_forms(written[0]) if written else ():
        yield from _short(short, names[1:], shared)
    for name in dict.fromkeys(_alone(written)):
        if fold_word(name) in shared or len(name) < _FEWEST_LETTERS:
            continue
        rule = Rule.AS_NAME if is_word(name) or len(name) <= _FEWEST_LETTERS else Rule.ANYWHERE
        yield Form((fold_word(name),), How.PART, rule)
        if rule is Rule.ANYWHERE and not is_word(f"{name}s"):
            yield Form((fold_word(f"{name}s"),), How.PART)


def _alone(written: list[str]) -> Iterator[str]:
    """Each part of a name, and each half of a part with a hyphen and both joined."""
    for each in written:
        halves = [half for half in re.split(r"[^\w'’]+", each) if half]
        yield from halves
        if len(halves) > 1:
            yield "".join(halves)


def _short(short: str, rest: list[str], shared: frozenset[str]) -> Iterator[Form]:
    """A short form of a given name: alone, and with the last name or its first letter."""
    own = fold_word(short)
    if rest:
        yield Form((own, rest[-1]), How.PART)
    if own not in shared:
        everyday = is_word(short) or len(short) <= _FEWEST_LETTERS
        yield Form((own,), How.PART, Rule.AS_NAME if everyday else Rule.ANYWHERE)


def _initials(names: list[str], shared: frozenset[str], kind: str) -> Iterator[Form]:
    """The first letters; of a fact also without dots, joined or parted."""
    letters = tuple(name[:1] for name in names)
    if "".join(letters) in shared:
        return
    rule = Rule.BARE_INITIALS if kind == FactKind.NAME else Rule.INITIALS
    yield Form(letters, How.PART, rule)
    if rule is Rule.BARE_INITIALS:
        yield Form(("".join(letters),), How.PART, rule)


def _parts(words: str, *, is_grave: bool) -> Iterator[Form]:
    """What stands between commas, after a street or before a postcode, each by itself."""
    for part in _PARTS.split(parted(words)):
        whole = fold(part).words
        if whole and not all(word.isdigit() for word in whole):
            everyday = not is_grave and all(is_word(each) for each in part.split())
            single = Rule.AS_NAME if len(whole) == 1 else Rule.CAPITALS
            yield Form(whole, How.PART, single if everyday else Rule.ANYWHERE)


def _of_email(email: str) -> Iterator[Form]:
    """An address of e-mail with its marks in words, or its first half alone."""
    local, _at, domain = email.partition("@")
    ahead, behind = fold(local).words, fold(domain).words
    dotted = _with("dot", behind)
    for first in (ahead, _with("dot", ahead)):
        for joint in ((), ("at",)):
            yield Form((*first, *joint, *behind), How.PART)
            yield Form((*first, *joint, *dotted), How.PART)
    if len(local) >= _LONG and (len(ahead) > 1 or not is_word(local)):
        yield Form(ahead, How.PART)


def _with(joint: str, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for word in words for each in (fold_word(joint), word))[1:]
