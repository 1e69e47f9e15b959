"""Words that name a child of the sitting are told before they go into another's record."""

import pytest

from models.children_named import Called, named_in

CHILDREN = (
    Called("sam", "Sam", "Samantha", "Tillbrook"),
    Called("max", "Max", "Max", "Tillbrook"),
    Called("theo", "Theo", "Théo-Jean", "Oakley Reed"),
)


@pytest.mark.parametrize(
    ("words", "readers", "named"),
    [
        ("Family time stops at Christmas", {"max"}, ()),
        ("Samir is leaving; Maxine comes", {"max"}, ()),
        ("sam hit THEO", {"max"}, ("Sam", "Theo")),
        ("Samantha’s bed", {"max"}, ("Sam",)),
        ("Max sleeps well", {"max"}, ()),
        ("Max sleeps well", {"max", "theo"}, ("Max",)),
        ("The Tillbrooks came", {"max"}, ()),
        ("Mrs Tillbrook came", {"max"}, ("Tillbrook",)),
        ("theo-jean cried", {"max"}, ("Theo",)),
        ("Jean cried", {"max"}, ("Theo",)),
        ("A reed grew", {"max"}, ("Oakley Reed",)),
    ],
)
def test_a_name_is_found_as_a_whole_word(
    words: str, readers: set[str], named: tuple[str, ...]
) -> None:
    assert named_in(words, CHILDREN, readers) == named


def test_a_child_without_a_family_name_matches_nothing_by_it() -> None:
    assert named_in("Anything", [Called("a", "Bo", "Bo", "")], {"b"}) == ()
