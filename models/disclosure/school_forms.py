"""The forms of a school's name: without what kind of school it is, with Saint or St."""

from collections.abc import Iterator

from models.disclosure.common import is_word, set_of
from models.disclosure.folding import fold, fold_word, plain
from models.disclosure.form import Form, How, Rule

_KINDS = set_of(
    "school primary secondary junior infant infants academy college nursery high grammar sixth "
    "form community church of england catholic roman rc ce c e special the club centre preschool "
    "playgroup prep preparatory girls boys and for trust free all through refuge project"
)


def school_forms(words: str) -> Iterator[Form]:
    """A school's name in each way that people shorten it."""
    first = words.replace("\n", ",").split(",")[0]
    written = [each.strip(".()") for each in first.split() if each.strip(".()&-")]
    own = [each for each in written if plain(each) not in _KINDS]
    for name in (written, own):
        for way in _saints(name):
            form = _form(way, written)
            if form is not None:
                yield form
    if own and len(own) < len(written):
        kinds = [each for each in written if plain(each) in _KINDS - {"the"}]
        yield Form(fold(" ".join((*own, *kinds[:1]))).words, How.PART)
        yield Form(fold(" ".join((*own, "School"))).words, How.PART)


def _form(name: tuple[str, ...], whole: list[str]) -> Form | None:
    words = fold(" ".join(name)).words
    if len(name) == len(whole):
        return Form(words, How.PART)
    everyday = all(is_word(each) for each in name)
    if len(words) == 1 and everyday:
        return None
    return Form(words, How.PART, Rule.SCHOOL)


def _saints(name: list[str]) -> Iterator[tuple[str, ...]]:
    """The name as it is, with Saint and with St, and with its last word as written in haste."""
    if not name:
        return
    firsts = [name[0]]
    if plain(name[0]) in {"st", "saint"}:
        firsts = ["St", "Saint"]
    for first in firsts:
        yield (first, *name[1:])
        for place, word in enumerate(name[1:], 1):
            if fold_word(word) != fold_word(word.replace("’", "").replace("'", "")):
                bare = word.replace("’", "").replace("'", "")
                yield (first, *name[1:place], bare, *name[place + 1 :])
