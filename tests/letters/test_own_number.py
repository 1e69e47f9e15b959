"""The child's own number or face, and what they showed, as it is said back to them."""

from letters.bands import Band
from tests.letters.in_band import letter_in
from tests.letters.on_sheet import scale_answer, wish
from tests.letters.said import words


def test_a_small_child_is_told_out_of_what_the_number_was() -> None:
    answer = scale_answer("sc-1", 6, is_child=True)
    said = words(letter_in(Band.A, scale_answers=(answer,)), "L9")
    assert said[0] == "You chose 6 out of 10. 10 is the best."


def test_a_face_is_said_with_its_words_whatever_its_number() -> None:
    for number in (None, 6):
        answer = scale_answer("sc-1", number, is_child=True, face="face-3")
        for band in Band:
            found = letter_in(band, scale_answers=(answer,))
            said = words(found, "L9")[0]
            assert said.startswith("You chose a happy face.")
            block = found.block("L9")
            assert block is not None
            assert block.heading in {"How you feel", "How you felt", ""}


def test_what_a_child_showed_is_told_once() -> None:
    showed = (
        wish("w-1", "You pushed the swing picture away twice.", way="showed"),
        wish("w-2", "a red ball", way="showed"),
    )
    said = words(letter_in(Band.E, wishes=showed), "L4")
    assert said == ["You pushed the swing picture away twice.", "You showed us: a red ball."]
