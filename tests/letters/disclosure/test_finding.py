"""A find is shown where it stands, and is the same find however the paper is laid out."""

from dataclasses import replace

from letters.disclosure.checking import check
from letters.disclosure.codes import drawn_codes
from letters.disclosure.extracted import Extracted, Line, PageText, Place
from letters.disclosure.extracting import extract
from letters.disclosure.finding import find
from letters.disclosure.window import in_window
from letters.letter import LetterSetting
from letters.page import mm
from letters.pdf import render
from models.disclosure.matching import Sought
from tests.letters.disclosure.planted.facts import FACTS
from tests.letters.disclosure.planted.on_drawn_pages import line
from tests.letters.disclosure.planted.on_own_pages import body, narrow
from tests.letters.looks.letters_on_paper import ADDRESS, CODE_PAGE, set_as

MOTHER = FACTS["mother"]


def test_the_frame_of_a_find_is_round_its_words_from_the_top_left() -> None:
    made = line("We saw Carys Larkhollow there.")
    (hit,) = check(made.data, "pdf", "a.pdf", (MOTHER,))
    ((left, top, right, bottom),) = hit.boxes
    assert 60 + 30 < left < 60 + 45
    assert 842 - 712 < top < 842 - 700 < bottom < 842 - 694
    assert left + 70 < right < left + 110


def test_a_find_over_two_lines_has_a_frame_on_each() -> None:
    made = line("We saw Carys\nLarkhollow there.")
    (hit,) = check(made.data, "pdf", "a.pdf", (MOTHER,))
    assert len(hit.boxes) == 2
    assert hit.found == "Carys Larkhollow"
    assert hit.around == "of a review We saw Carys Larkhollow there."


def test_the_same_words_laid_out_otherwise_are_the_same_find() -> None:
    words = "Nobody in the whole house saw Carys Larkhollow there on that one day."
    keys = {
        hit.key
        for made in (body(words), narrow(words), line(words))
        for hit in check(made.data, "pdf", "a.pdf", (MOTHER,))
    }
    assert len(keys) == 1


def test_other_words_round_it_are_another_find() -> None:
    one, other = (
        check(line(f"We {done} Carys Larkhollow there.").data, "pdf", "a.pdf", (MOTHER,))[0].key
        for done in ("saw", "met")
    )
    assert one != other


def test_nothing_is_looked_for_where_there_is_nothing_to_look_for() -> None:
    made = line("We saw Carys Larkhollow there.")
    assert check(made.data, "pdf", "carys.pdf", ()) == ()


def test_what_is_found_in_the_file_as_it_stands_is_not_told_twice() -> None:
    lines = (
        Line("We saw Carys", (10, 10, 90, 20)),
        Line("another column", (200, 10, 290, 20)),
        Line("Larkhollow there", (10, 24, 90, 34)),
    )
    page = PageText(1, "We saw Carys another column Larkhollow there", 300, 300, lines)
    hits = find(Extracted((page,), ()), (MOTHER,))
    assert [hit.found for hit in hits] == ["Carys", "Larkhollow", "Carys Larkhollow"]
    assert hits[-1].boxes == (lines[0].box, lines[2].box)


def test_the_name_of_a_file_needs_no_capitals() -> None:
    grace = Sought("grace", "name", "Grace Hill")
    held = Extracted((), (Place("name", "letter-grace-2.pdf", is_name=True),))
    assert [hit.found for hit in find(held, (grace,))] == ["Grace"]
    said = Extracted((), (Place("text", "by the grace of all"),))
    assert find(said, (grace,)) == ()


def test_only_the_address_shows_in_the_window() -> None:
    letter = set_as("C", address=ADDRESS)
    read = extract(render(letter).pdf, "pdf", "letter.pdf")
    assert tuple(in_window(read, ADDRESS)) == ()
    (hit,) = in_window(read, ADDRESS[:-1])
    assert (hit.kind, hit.found, hit.page) == ("window", ADDRESS[-1], 1)


def test_words_in_the_area_of_the_window_are_a_find() -> None:
    box = (mm(60), mm(48), mm(90), mm(52))
    beside = (mm(122), mm(48), mm(160), mm(52))
    lines = (Line("Ref. 12", box), Line("Sam’s letter", beside))
    read = Extracted((PageText(1, "", 595, 842, lines),), ())
    assert [hit.found for hit in in_window(read, ADDRESS)] == ["Ref. 12"]
    assert tuple(in_window(Extracted((), ()), ADDRESS)) == ()


def test_a_posted_letter_is_checked_with_its_window() -> None:
    letter = set_as("C", address=ADDRESS)
    made = render(letter).pdf
    assert check(made, "pdf", "letter.pdf", (), address_lines=ADDRESS) == ()
    found = check(made, "pdf", "letter.pdf", (), address_lines=())
    assert [hit.found for hit in found] == list(ADDRESS)


def test_what_a_square_code_opens_is_looked_through() -> None:
    letter = set_as("C", code_page=CODE_PAGE + "?for=carys")
    codes = drawn_codes(letter)
    assert codes == (CODE_PAGE + "?for=carys",)
    (hit,) = check(render(set_as("C")).pdf, "pdf", "a.pdf", (MOTHER,), codes=codes)[-1:]
    assert (hit.where, hit.found) == ("what the square code opens", "carys")
    assert drawn_codes(set_as("C")) == ()
    assert drawn_codes("no paper") == ()
    assert letter.setting != LetterSetting()


def test_the_code_of_the_other_language_is_looked_through_too() -> None:
    plain, coded = set_as("C"), set_as("C", code_page=CODE_PAGE)
    assert drawn_codes(replace(plain, other=coded)) == (CODE_PAGE,)
