"""One line is read into what it says, and nothing that was typed is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.quick_note import (
    MARKS,
    Kind,
    Known,
    Named,
    QuickNote,
    Tag,
    Unread,
    offered,
    read_line,
    split_mark,
    tag_at,
    unread,
    with_mark,
)

TODAY = date(2026, 8, 12)  # a Wednesday
MUM = Named("mum", ("Mum", "Rosa Tillbrook"))
ALMA = Named("alma", ("Alma", "Alma Dunmore"))
GRAN = Named("gran", ("Nana Bea", "Beatrice Tillbrook"))
SAMIR = Named("samir", ("Samir", "Samir Oakenshaw"))
TEACHER = Named("teacher", ("Ms Fennimore", "Joan Fennimore"))
SAM = Named("child", ("Sam", "Samantha Tillbrook"))
ZOE = Named("zoe", ("Zoë",))
HOME, HEALTH, LEARNING = (
    Named("home", ("Home",)),
    Named("health", ("Health",)),
    Named("learning", ("Learning",)),
)
KNOWN = Known(TODAY, (SAM, MUM, ALMA, GRAN, SAMIR, TEACHER, ZOE), (HOME, HEALTH, LEARNING))
WELL = Kind.GOING_WELL


def _read(typed: str, usual: Kind = WELL, known: Known = KNOWN) -> QuickNote:
    return read_line(typed, known, usual)


@pytest.mark.parametrize(
    ("typed", "kind", "words"),
    [
        ("Lunch is loud", WELL, "Lunch is loud"),
        ("- Lunch is loud", Kind.WORRY, "Lunch is loud"),
        ("-Lunch is loud", Kind.WORRY, "Lunch is loud"),
        ("  + sleeps well ", WELL, "sleeps well"),
        ("> find a club", Kind.NEXT, "find a club"),
        ("! book the dentist", Kind.DECISION, "book the dentist"),
        ('"it is  cold ', Kind.VOICE, "it is  cold "),
        ('"it is  cold "', Kind.VOICE, "it is  cold "),
        ("“it is cold”", Kind.VOICE, "it is cold"),
        ('"I said "no" to him', Kind.VOICE, 'I said "no" to him'),
        ('"I said "no" to him"', Kind.VOICE, 'I said "no" to him'),
        ('"No", she said, and left', Kind.VOICE, '"No", she said, and left'),
        ('" @mum is #home"', Kind.VOICE, " @mum is #home"),
        (r"\- 3 degrees", WELL, "- 3 degrees"),
        (r"\@mum is an address", WELL, "@mum is an address"),
        (r"- \-3 outside", Kind.WORRY, "-3 outside"),
        (r"\home on the drive", WELL, r"\home on the drive"),
        ("well-being and 3 > 2", WELL, "well-being and 3 > 2"),
        ("-", Kind.WORRY, ""),
        ("", WELL, ""),
    ],
)  # fmt: skip
def test_a_mark_says_what_kind_of_line_it_is(typed: str, kind: Kind, words: str) -> None:
    read = _read(typed)
    assert (read.kind, read.words) == (kind, words)


@pytest.mark.parametrize(
    ("typed", "person", "area", "words"),
    [
        ("@alma sleeps well", "alma", "", "sleeps well"),
        ("@al sleeps well #he", "alma", "health", "sleeps well"),
        ("sleeps well @AL", "alma", "", "sleeps well"),
        ("sleeps @al well", "alma", "", "sleeps well"),
        ("@alma: sleeps well", "alma", "", "sleeps well"),
        ("sleeps well @alma.", "alma", "", "sleeps well."),
        ("@nana bea says yes", "gran", "", "Nana Bea says yes"),
        ("@bea says yes", "gran", "", "Nana Bea says yes"),
        ("@fen is pleased", "teacher", "", "Ms Fennimore is pleased"),
        ("@joan fennimore is pleased", "teacher", "", "Ms Fennimore is pleased"),
        ("@zoe came", "zoe", "", "Zoë came"),
        ("@ZOË came", "zoe", "", "Zoë came"),
        ("@sam likes it", "child", "", "Sam likes it"),
        ("@sam I like it", "child", "", "I like it"),
        ("@sami likes it", "samir", "", "Samir likes it"),
        ("@till is ambiguous", "", "", "@till is ambiguous"),
        ("@nobody said so", "", "", "@nobody said so"),
        ("#h is two of them", "", "", "#h is two of them"),
        ("#lea\u0301 no", "learning", "", "no"),
        ("write to a@mum.example", "", "", "write to a@mum.example"),
        ("@alma told @mum", "alma", "", "told @mum"),
        ("see @ and #", "", "", "see @ and #"),
        ("-@mum worn out", "mum", "", "worn out"),
        ("@alma’s car", "", "", "@alma’s car"),
    ],
)  # fmt: skip
def test_who_and_what_about_are_completed_from_a_beginning(
    typed: str, person: str, area: str, words: str
) -> None:
    if person == "learning":
        person, area = "", "learning"
    read = _read(typed)
    assert (read.person, read.area, read.words) == (person, area, words)


@pytest.mark.parametrize(
    ("typed", "words", "by_when"),
    [
        ("! Book it by 18 dec", "Book it", date(2026, 12, 18)),
        ("! Book it by fri", "Book it", date(2026, 8, 14)),
        ("! Book it by Friday.", "Book it", date(2026, 8, 14)),
        ("! Book it, in 2 weeks", "Book it", date(2026, 8, 26)),
        ("! Ask by letter by 1 sept", "Ask by letter", date(2026, 9, 1)),
        ("! Book it by fri @alma #he", "Book it", date(2026, 8, 14)),
        ("! Book it by bus", "Book it by bus", None),
        ("! Stay in bed", "Stay in bed", None),
        ("! by fri", "by fri", None),
        ("- Ill by fri", "Ill by fri", None),
        ("! Book it by 1 january 1999", "Book it by 1 january 1999", None),
    ],
)  # fmt: skip
def test_a_decision_takes_its_day_from_the_end(
    typed: str, words: str, by_when: date | None
) -> None:
    known = Known(TODAY, KNOWN.people, KNOWN.areas, is_possible=lambda day: day >= TODAY)
    read = _read(typed, known=known)
    assert (read.words, read.by_when) == (words, by_when)


def test_without_a_mark_the_line_is_of_the_usual_kind() -> None:
    assert _read("Book it by fri", Kind.DECISION).by_when == date(2026, 8, 14)
    assert _read(" I like #home @mum ", Kind.VOICE).words == " I like #home @mum "
    assert _read(r"\- is my favourite", Kind.VOICE).words == "- is my favourite"
    assert not _read("x").is_marked
    assert _read("+ x").is_marked


def test_after_the_closing_mark_who_and_what_about_are_read() -> None:
    read = _read('"I hate  lunch" #lea')
    assert (read.words, read.area) == ("I hate  lunch", "learning")


def test_a_name_that_two_people_have_is_the_one_that_was_chosen() -> None:
    twins = (Named("one", ("Jo", "Jo Ash")), Named("two", ("Jo", "Jo Birch")))
    assert _read("@jo came", known=Known(TODAY, twins)).words == "@jo came"
    known = Known(TODAY, twins, chosen=(("jo", "two"),))
    assert _read("@Jo came", known=known).person == "two"
    assert _read("@jo ash came", known=known).person == "one"


def test_the_name_being_typed_is_found_at_the_cursor() -> None:
    assert tag_at("- @nana b", 9) == Tag("@", "nana b", 2)
    assert tag_at("-@", 2) == Tag("@", "", 1)
    assert tag_at("well #he said", 8) == Tag("#", "he", 5)
    assert tag_at("a@b", 3) is None
    assert tag_at(r"\@al", 4) is None
    assert tag_at('"I like @al', 11) is None
    assert tag_at('"I like it" #le', 15) == Tag("#", "le", 12)
    assert tag_at("plain", 5) is None


def test_names_that_begin_so_come_before_names_with_such_a_word() -> None:
    assert offered("b", KNOWN.people) == [GRAN]
    assert offered("til", KNOWN.people) == [SAM, MUM, GRAN]
    assert offered("sam", KNOWN.people) == [SAM, SAMIR]
    assert offered("", KNOWN.areas) == [HOME, HEALTH, LEARNING]


def test_a_line_is_marked_as_another_kind() -> None:
    assert with_mark("Lunch", Kind.WORRY) == "- Lunch"
    assert with_mark("- Lunch", Kind.GOING_WELL) == "+ Lunch"
    assert with_mark("- Lunch", Kind.VOICE) == '"Lunch'
    assert with_mark('"Lunch  is" #le', Kind.WORRY) == "- Lunch  is #le"
    assert with_mark('"Lunch  is" #le', Kind.VOICE) == '"Lunch  is #le'


LINES = st.text(alphabet=st.sampled_from(list('ab jo@#-+>!"\\ .,áB2y“”’\t')), max_size=40)
KINDS = st.sampled_from(list(Kind))


@given(LINES, KINDS)
def test_with_nobody_known_every_word_after_the_mark_is_kept(typed: str, usual: Kind) -> None:
    nobody = Known(TODAY)
    read = read_line(typed, nobody, usual)
    bare = "".join(letter for letter in typed if letter.isalnum() or letter in "@#")
    kept = "".join(letter for letter in read.words if letter.isalnum() or letter in "@#")
    assert read.by_when is not None or kept == bare


@given(LINES, KINDS)
def test_only_what_was_understood_is_taken_off(typed: str, usual: Kind) -> None:
    known = Known(TODAY, (Named("jo", ("Jo",)), Named("ab", ("Ab Bo",))), (HOME,))
    read = read_line(typed, known, usual)
    if not read.person:
        assert read.words.count("@") == typed.count("@")
    else:
        assert read.words.count("@") == typed.count("@") - 1
    if not read.area:
        assert read.words.count("#") == typed.count("#")


@given(LINES.filter(lambda text: not set(text) & set('"“”')), st.booleans())
def test_the_childs_words_are_never_altered(words: str, closed: bool) -> None:
    typed = f'"{words}"' if closed else f'"{words}'
    assert _read(typed).words == words


@given(LINES, KINDS)
def test_marking_again_gives_that_kind_and_loses_no_letter(typed: str, kind: Kind) -> None:
    marked = with_mark(typed, kind)
    assert MARKS[split_mark(marked)[0]] is kind
    assert [x for x in marked if x.isalnum()] == [x for x in typed if x.isalnum()]


BROTHERS = Known(
    TODAY,
    (SAM, MUM),
    (HOME,),
    others=(Named("m", ("Max",)), Named("t", ("Theo", "Theodore")), Named("all", ("all",))),
)


@pytest.mark.parametrize(
    ("typed", "words", "also"),
    [
        ("You all see Nana &max", "You all see Nana", ("m",)),
        ("&all Family time stops", "Family time stops", ("all",)),
        ("Visits stop &max &theodore.", "Visits stop.", ("m", "t")),
        ("Visits stop &max &max", "Visits stop", ("m",)),
        ("Bread & butter, M&S", "Bread & butter, M&S", ()),
        ("Visits &nobody stop", "Visits &nobody stop", ()),
        (r"\&max is a band", "&max is a band", ()),
        ("@mum Visits stop #home &t", "Visits stop", ("t",)),
    ],
)
def test_a_mark_says_into_whose_record_it_goes_too(
    typed: str, words: str, also: tuple[str, ...]
) -> None:
    note = _read(typed, known=BROTHERS)
    assert (note.words, note.also) == (words, also)


def test_for_a_child_alone_the_mark_is_only_a_letter() -> None:
    note = _read("Visits stop &max")
    assert (note.words, note.also) == ("Visits stop &max", ())


def test_the_name_of_a_brother_is_completed_as_others_are() -> None:
    assert tag_at("Visits stop &ma", 15) == Tag("&", "ma", 12)
    assert [each.key for each in offered("m", BROTHERS.named("&"))] == ["m"]


@pytest.mark.parametrize(
    ("typed", "said", "end", "several"),
    [
        ("- @dele Sam is not sleeping", "dele", 7, []),
        ("! visit nan @sa by friday", "sa", 15, ["child", "samir"]),
        ("tired @mum @dele.", "dele", 16, []),
        ("cold #hats", "hats", 10, []),
        ("cold #h", "h", 7, ["home", "health"]),
        ('"I am cold" @dele', "dele", 17, []),
    ],
)
def test_a_name_that_nobody_or_several_have_is_given(
    typed: str, said: str, end: int, several: list[str]
) -> None:
    found = unread(typed, KNOWN, WELL)
    assert isinstance(found, Unread)
    assert (found.said, found.end, [one.key for one in found.among]) == (said, end, several)
    assert typed[: found.end].endswith(said)


@pytest.mark.parametrize(
    "typed",
    [
        "- @alma sleeps well #he", "email a@b.example about #5", "@ 5 o’clock", "bread & butter",
        r"\@dele is an address", '"I wrote @dele', '"I wrote @dele" @mum', "cold &max",
    ],
)  # fmt: skip
def test_an_address_a_number_and_what_is_quoted_are_no_names(typed: str) -> None:
    assert unread(typed, KNOWN, WELL) is None


def test_in_a_line_of_the_childs_words_nothing_is_a_name() -> None:
    assert unread("I wrote @dele", KNOWN, Kind.VOICE) is None


@given(LINES, KINDS)
def test_what_is_not_understood_stays_in_the_words(typed: str, usual: Kind) -> None:
    found = unread(typed, KNOWN, usual)
    if found is not None:
        assert f"{found.mark}{found.said}" in read_line(typed, KNOWN, usual).words
