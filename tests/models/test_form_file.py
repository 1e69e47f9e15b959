"""A form written to a file reads back the same; a broken one is refused with line and reason."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import broken_form as broken
from models.broken_form import BrokenForm
from models.form import FormArea, FormScale, FormStep, MeetingForm, form_of, shipped_form
from models.form_changes import put_step_in
from models.form_file import MOST_BYTES, read_form_bytes, read_form_file, written
from models.rules.note_sorts import NAME_SETS

SHIPPED = written(shipped_form())


def line_with(text: str, words: str, which: int = 1) -> int:
    """Give the line on which words stand for the so-many-th time."""
    found = [number for number, line in enumerate(text.splitlines(), 1) if words in line]
    return found[which - 1]


def refused(text: str) -> BrokenForm:
    with pytest.raises(BrokenForm) as told:
        read_form_file(text)
    return told.value


LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="{}")
NAMES = st.text(LETTERS, min_size=1, max_size=100).filter(lambda words: bool(words.strip()))
PROMPTS = st.one_of(st.just(""), NAMES, NAMES.map(lambda words: "{name} " + words))


@st.composite
def forms(draw: st.DrawFn) -> MeetingForm:
    """Draw a form as a council might have it: other words, an own step, an own area and scale."""
    form = shipped_form(draw(st.sampled_from(sorted(NAME_SETS))))
    steps = [
        replace(step, name=draw(NAMES), child_prompt=draw(PROMPTS), adult_prompt=draw(PROMPTS))
        for step in form.steps
    ]
    own = FormStep("B1", draw(NAMES), ("worry",), ("S7.1",), draw(PROMPTS), "")
    areas = [replace(area, name=draw(NAMES), hidden=draw(st.booleans())) for area in form.areas]
    area = FormArea("own_area", draw(NAMES), "B1", ())
    scale = FormScale(
        "own", draw(NAMES), draw(NAMES), "{name} " + draw(NAMES), draw(st.booleans())
    )
    made = replace(
        form,
        name=draw(st.one_of(st.just(""), NAMES)),
        steps=(*steps[:4], own, *steps[4:]),
        areas=(area, *areas),
        scales=(*form.scales, scale),
        adult_prompts=draw(st.booleans()),
        child_prompts=draw(st.booleans()),
    )
    return put_step_in(made, "B1", draw(st.sets(st.sampled_from([k.key for k in form.kinds]))))


@settings(max_examples=40)
@given(forms())
def test_a_form_written_and_read_again_is_the_same(form: MeetingForm) -> None:
    text = written(form)
    assert read_form_file(text) == form
    assert read_form_bytes(text.encode()) == form
    assert written(read_form_file(text)) == text


@pytest.mark.parametrize("names", NAME_SETS)
def test_the_shipped_words_come_back_as_they_are_translated(names: str) -> None:
    assert read_form_file(written(shipped_form(names))) == shipped_form(names)


def test_a_file_from_another_editor_reads_the_same() -> None:
    other = b"\xef\xbb\xbf" + SHIPPED.replace("\n", "\r\n").encode()
    assert read_form_bytes(other) == shipped_form()


def test_a_life_area_that_is_left_out_is_hidden_and_keeps_its_name() -> None:
    start = SHIPPED.index('[[life_areas]]\nkey = "money"')
    end = SHIPPED.index("[[life_areas]]", start + 5)
    form = read_form_file(SHIPPED[:start] + SHIPPED[end:])
    assert form.area["money"].hidden
    assert form.area["money"].name == "Money"
    assert "money" not in {area.key for area in form.areas_offered}
    assert len(form.areas_offered) == 10


def test_a_step_that_is_left_out_is_in_no_kind_of_review_and_keeps_its_name() -> None:
    text = SHIPPED.replace('schedule_7 = ["S7.8"]', 'schedule_7 = ["S7.6", "S7.7", "S7.8"]', 1)
    start = text.index('[[steps]]\nid = "A7"')
    text = text[:start] + text[text.index("[[steps]]", start + 5) :]
    text = text.replace('"A7", ', "").replace('step = "A7"', 'step = "A6"')
    form = read_form_file(text)
    assert form.step["A7"].name == "Learning and fun"
    assert "A7" not in {step.id for kind in form.kinds for step in form.steps_of(kind.key)}


@pytest.mark.parametrize(
    ("words", "instead", "which", "reason"),
    [
        ("waymark_form = 1", "waymark_form = 2", 1, broken.NEWER),
        ("waymark_form = 1", "waymark_form = true", 1, broken.NOT_A_FORM),
        ("waymark_form = 1", 'waymark_form = "1"', 1, broken.NOT_A_FORM),
        ("adult_prompts = true", 'adult_prompts = "yes"', 1, broken.NOT_YES_OR_NO),
        ("adult_prompts = true", "colour = 1", 1, broken.UNKNOWN),
        ("[columns.worry]", "[columns.concern]", 1, broken.NO_SUCH_COLUMN),
        ('goal = "Success goal"', 'gaol = "Success goal"', 1, broken.NO_SUCH_ANSWER),
        ('id = "A4"', 'id = "A3"', 1, broken.TWICE),
        ('id = "A4"', 'id = "home"', 1, broken.BAD_STEP),
        ('name = "Learning and fun"', 'title = "Learning and fun"', 1, broken.LEFT_OUT),
        ('name = "Learning and fun"', "name = 7", 1, broken.NOT_WORDS),
        ('name = "Learning and fun"', 'name = "  "', 1, broken.EMPTY),
        ('name = "Learning and fun"', f'name = "{"x" * 101}"', 1, broken.TOO_LONG),
        ('name = "Learning and fun"', 'name = "{child}"', 1, broken.BRACES),
        ('name = "Learning and fun"', 'name = "Two\\nlines"', 1, broken.BAD_LETTER),
        ('name = "Money"', 'name = "{name}’s money"', 1, broken.NO_BRACES),
        ('schedule_7 = ["S7.6", "S7.7"]', 'schedule_7 = ["S7.15"]', 1, broken.NO_SUCH_MATTER),
        ('schedule_7 = ["S7.6", "S7.7"]', 'schedule_7 = "S7.6"', 1, broken.NOT_A_LIST),
        ('columns = ["worry"]', 'columns = ["scale"]', 1, broken.NO_SUCH_COLUMN),
        ('columns = ["worry"]', 'columns = ["worry", "worry"]', 1, broken.TWICE),
        ('key = "money"', 'key = "home"', 1, broken.TWICE),
        ('key = "money"', 'key = "Money for later"', 1, broken.BAD_KEY),
        ('step = "A7"', 'step = "A77"', 1, broken.NO_SUCH_STEP),
        ('key = "first"', 'key = "yearly"', 1, broken.NO_SUCH_KIND),
        ('key = "second"', 'key = "first"', 1, broken.TWICE),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    words: str, instead: str, which: int, reason: str
) -> None:
    text = SHIPPED.replace(words, instead, which)
    failure = refused(text)
    is_the_second = reason == broken.TWICE and instead.startswith(("id", "key"))
    expected = line_with(text, instead, 2 if is_the_second else 1)
    if reason == broken.LEFT_OUT:
        expected = line_with(text, 'id = "A7"') - 1  # the heading of its table
    assert failure.line == expected
    assert failure.reason == reason
    assert str(failure.line) in failure.sentences()[0]
    assert "{" not in failure.sentences()[0].replace("{name}", "")


@pytest.mark.parametrize("step", ["A1", "A2", "A11", "A12"])
def test_a_kind_of_review_keeps_the_steps_it_must_have(step: str) -> None:
    at = SHIPPED.index("[[kinds]]")
    text = SHIPPED[:at] + SHIPPED[at:].replace(f'"{step}"', '"A10"', 1).replace(
        '"A10", "A10"', '"A10"', 1
    ).replace('"A9", "A10", "A10"', '"A9", "A10"', 1)
    start, end = text.index('steps = ["A', at), text.index("]", text.index('steps = ["A', at))
    kept = dict.fromkeys(text[start + 9 : end].split(", "))
    text = text[: start + 9] + ", ".join(kept) + text[end:]
    failure = refused(text)
    assert (failure.reason, failure.values["key"]) == (broken.NEEDS_STEP, step)
    assert failure.line == line_with(text, "steps = [")


def test_a_matter_of_law_cannot_be_dropped() -> None:
    text = SHIPPED.replace('schedule_7 = ["S7.8"]', "schedule_7 = []", 1)
    failure = refused(text)
    assert failure.reason == broken.LAW_DROPPED
    assert (failure.values["key"], failure.values["matter"]) == ("S7.8", "Health")
    assert failure.line == line_with(text, 'key = "first"') + 2


def test_short_breaks_have_fewer_steps_and_are_not_bound_to_every_matter() -> None:
    text = SHIPPED.replace('"A6", "A7", "A8", "A10", "A11", "A12"]', '"A8", "A11", "A12"]')
    assert text != SHIPPED
    steps = [step.id for step in read_form_file(text).steps_of("short_breaks")]
    assert steps == ["A1", "A2", "A3", "A4", "A8", "A11", "A12"]


@pytest.mark.parametrize(
    ("words", "instead", "reason"),
    [
        ('name = "Home"', 'name  "Home"', broken.NO_EQUALS),
        ('name = "Home"', 'name = "Home', broken.NO_QUOTATION),
        ('name = "Home"', "name = Home", broken.NO_QUOTATION),
        ('name = "Home"', 'name = "Home"\nname = "House"', broken.TWICE_WRITTEN),
        ('[[steps]]\nid = "A4"', '[[steps]\nid = "A4"', broken.SYNTAX),
    ],
)
def test_what_is_not_toml_is_told_in_plain_words(words: str, instead: str, reason: str) -> None:
    text = SHIPPED.replace(words, instead, 1)
    failure = refused(text)
    expected = text[: text.index(instead)].count("\n") + instead.count("\n") * ("House" in instead)
    assert (failure.reason, failure.line) == (reason, expected + 1)


def test_a_kind_of_review_or_a_table_that_is_missing_is_told() -> None:
    start = SHIPPED.index('[[kinds]]\nkey = "moving_on"')
    failure = refused(SHIPPED[:start])
    assert (failure.reason, failure.values["key"]) == (broken.LEFT_OUT, "moving_on")
    assert refused("waymark_form = 1\n").reason == broken.LEFT_OUT
    assert refused("").reason == broken.NOT_A_FORM
    assert refused("waymark_form = 1\nsteps = 1\n").reason == broken.NOT_A_TABLE
    assert refused('waymark_form = 1\nname=""\nsteps = []\ncolumns = 1').reason == (
        broken.NOT_A_TABLE
    )


def test_a_file_that_is_too_large_or_not_text_is_refused() -> None:
    with pytest.raises(BrokenForm) as told:
        read_form_bytes(b"#" * (MOST_BYTES + 1))
    assert told.value.reason == broken.TOO_LARGE
    with pytest.raises(BrokenForm) as told:
        read_form_bytes(SHIPPED.encode("utf-16-le") + b"\xff")
    with pytest.raises(BrokenForm) as told:
        read_form_bytes(b'waymark_form = 1\nname = "\xe9t\xe9"\n')
    assert (told.value.reason, told.value.line) == (broken.NOT_UTF_8, 2)


def test_a_list_without_end_is_refused_and_not_fallen_over() -> None:
    assert refused("waymark_form = " + "[" * 5_000).reason == broken.SYNTAX
    assert refused("waymark_form = 1\nsteps = [" + "{}," * 31 + "]").reason == broken.TOO_MANY


@given(st.text(max_size=200))
def test_any_text_is_a_form_or_refused_as_one(text: str) -> None:
    with pytest.raises(BrokenForm) as told:
        read_form_file(text)
    assert told.value.sentences()[0]


@given(st.integers(0, len(SHIPPED) - 1), st.text(max_size=3), st.integers(0, 40))
def test_a_slip_of_the_pen_is_read_or_refused(at: int, put: str, without: int) -> None:
    text = SHIPPED[:at] + put + SHIPPED[at + without :]
    try:
        read_form_file(text)
    except BrokenForm as failure:
        assert 1 <= failure.line <= text.count("\n") + 1


def test_a_kept_form_that_cannot_be_read_never_stops_a_meeting() -> None:
    assert form_of("") is shipped_form()
    assert form_of("not a form") is shipped_form()
    assert form_of(written(shipped_form("safety"))) == shipped_form("safety")
