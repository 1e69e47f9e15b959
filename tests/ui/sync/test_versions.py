"""Two versions are compared by words, and nothing of either is lost on the way."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ui.sync.versions import Piece, differences

BEFORE = "Find out if Sam can sleep over, and tell him by 4 December."
SENTENCES = st.lists(
    st.sampled_from(["one", "two", "Nana Bea’s", "4", ",", ".", " ", "  ", "\n", "ツ"]),
    max_size=12,
).map("".join)


def test_new_words_are_one_run_without_the_space_round_them() -> None:
    found = differences(
        BEFORE,
        "Find out if Sam can sleep over for one night, and tell him in person by 4 December.",
    )
    assert found.changed == ("for one night", "in person")
    assert found.left_out == ()
    assert found.pieces[:3] == (
        Piece("Find out if Sam can sleep over "),
        Piece("for one night", changed=True),
        Piece(", and tell him "),
    )


def test_a_word_in_the_place_of_another_is_new_by_itself() -> None:
    assert differences(BEFORE, BEFORE.replace("4", "11")).changed == ("11",)


def test_what_is_only_left_out_is_told() -> None:
    found = differences(BEFORE, "Find out if Sam can sleep over by 4 December.")
    assert found.changed == ()
    assert found.left_out == (", and tell him",)


def test_the_same_words_differ_in_nothing() -> None:
    assert differences(BEFORE, BEFORE).pieces == (Piece(BEFORE),)
    assert differences("", "").pieces == ()


@settings(max_examples=60)
@given(SENTENCES, SENTENCES)
def test_the_pieces_are_the_version_again(before: str, after: str) -> None:
    found = differences(before, after)
    assert "".join(piece.text for piece in found.pieces) == after
    assert all(piece.text == piece.text.strip() != "" for piece in found.pieces if piece.changed)
