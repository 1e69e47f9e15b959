"""Verbs of everyday English, so that "Kit likes" can become "you like"."""

from letters.plain.small_words import MODALS, set_of

_NEVER_A_NOUN = set_of(
    """add agree appear arrive ask attend become begin believe belong breathe bring build buy carry
    choose come complain continue cook cope cry deal decide describe dislike eat enjoy explain fall
    find forget get give go grow happen hate hear join keep know laugh learn leave lend listen lose
    make manage meet miss open own pay pick prefer pretend put read receive refuse remain remember
    ride ring say see seem sell send sing sit sleep smile speak spend stand struggle swim take
    teach tell thank think throw try understand want watch wear write"""
)
_ALSO_A_NOUN = set_of(
    """answer bake call care change chat check climb cycle dance draw dream drink drive feel fight
    finish form help hope jump laugh like live look love move need paint plan play practise
    promise report rest result run score share shout show sign skate smile start state stay step
    stop study suggest support swap swing talk train travel trust turn use visit wait walk wash
    wish work worry"""
)
_IRREGULAR = {
    "is": "are", "was": "were", "has": "have", "does": "do",
    "isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't",
}  # fmt: skip
_PAST = set_of(
    """ate became began bought broke brought built came caught chose cut did didn't drank drew
    drove fell felt fought found forgot gave got grew had hadn't heard held kept knew learnt led
    left lent lost made met put ran rang read rode said sang sat saw sent showed slept sold spent
    spoke stood swam taught threw thought told took understood went won wore wrote"""
)
_HISSING = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"


def _third_person(base: str) -> str:
    """The form after he or she."""
    if base.endswith(_HISSING) or base in {"go", "do"}:
        return f"{base}es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}s"


AFTER_YOU = {_third_person(base): base for base in _NEVER_A_NOUN | _ALSO_A_NOUN} | _IRREGULAR
"""The form after "he" or "she", and the form after "you"."""

SURELY_VERBS = {_third_person(base) for base in _NEVER_A_NOUN} | set(_IRREGULAR)
"""Those that are never the plural of a thing, as "plays" may be."""

_AFTER_I = {"is": "am", "was": "was", "isn't": "am not", "wasn't": "wasn't"}


def after_you(verb: str) -> str | None:
    """A verb as it stands after "you", or None where it is none that is known."""
    is_so_already = is_the_same_for_all(verb) or verb in _IRREGULAR.values()
    return AFTER_YOU.get(verb) or (verb if is_so_already else None)


def after_i(verb: str) -> str | None:
    """A verb as it stands after "I", or None where it is none that is known."""
    if verb in {"are", "were", "aren't", "weren't"}:
        return None
    return _AFTER_I.get(verb) or after_you(verb)


def is_the_same_for_all(verb: str) -> bool:
    """Whether a verb has one form for all, as in the past and after "will"."""
    is_regular_past = verb.endswith("ed") and len(verb) > 4
    return verb in _PAST or verb in MODALS or is_regular_past


def is_base(word: str) -> bool:
    """Whether a word is a verb as it stands after "to"."""
    return word in _NEVER_A_NOUN or word in _ALSO_A_NOUN or word == "be"


def is_only_a_verb(word: str) -> bool:
    """Whether a word is never a thing, as "plan" may be."""
    return word in _NEVER_A_NOUN


def is_verb(word: str) -> bool:
    """Whether a word is a form of a verb that is known here."""
    return word in AFTER_YOU or word in _BASES or is_the_same_for_all(word)


_BASES = _NEVER_A_NOUN | _ALSO_A_NOUN | {"be", "being", "are", "were", "have", "do"}
