"""What a reader's later copy tells of what changed, and what it passes over in silence."""

from letters.what_changed import Change, How, what_changed

BEFORE = """Record of a review
Home: with Jo

1. Worries
Sam sleeps badly.
Sam is late for school on Mondays.

2. Decisions
No. | What will happen | Who
1 | Ask the panel for a date | Samir
2 | Mend the bed | Jo
"""


def now(lines: dict[str, str]) -> str:
    """The same words with some lines otherwise; an empty one is not there."""
    text = BEFORE
    for old, new in lines.items():
        text = text.replace(f"{old}\n", f"{new}\n" if new else "")
    return text


def test_the_same_words_tell_nothing() -> None:
    assert what_changed(BEFORE, BEFORE, BEFORE) == ()


def test_a_new_line_and_one_that_reads_otherwise_are_told_under_their_heading() -> None:
    later = now({"Sam sleeps badly.": "Sam sleeps badly at weekends.\nSam has a cough."})
    assert what_changed(BEFORE, later, later) == (
        Change(How.CHANGED, "Worries", "Sam sleeps badly.", "Sam sleeps badly at weekends."),
        Change(How.NEW, "Worries", "", "Sam has a cough."),
    )


def test_what_is_gone_for_everybody_is_told() -> None:
    later = now({"2 | Mend the bed | Jo": ""})
    (change,) = what_changed(BEFORE, later, later)
    assert change == Change(How.GONE, "Decisions", "Mend the bed | Jo", "")


def test_what_is_only_kept_back_from_this_reader_is_passed_over() -> None:
    later = now({"Sam sleeps badly.": "", "2 | Mend the bed | Jo": ""})
    assert what_changed(BEFORE, later, BEFORE) == ()


def test_a_line_of_which_a_sentence_is_kept_back_is_passed_over() -> None:
    before = "1. View\nThe plan is right and it goes well. He lives in Tarn.\n"
    later = "1. View\nThe plan is right and it goes well.\n"
    assert what_changed(before, later, before) == ()
    assert len(what_changed(before, later, later)) == 1


def test_numbers_that_only_count_tell_nothing() -> None:
    later = now({"1. Worries": "3. Worries", "2 | Mend the bed | Jo": "1 | Mend the bed | Jo"})
    assert what_changed(BEFORE, later, later) == ()


def test_a_word_taken_out_of_a_sentence_is_told() -> None:
    later = now({"Sam is late for school on Mondays.": "Sam is late for school."})
    assert [each.how for each in what_changed(BEFORE, later, later)] == [How.CHANGED]
