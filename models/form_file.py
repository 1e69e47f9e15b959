"""A form as a plain TOML file, which one council can hand to another.

A broken file is refused with its line and reason. What a file leaves out of the shipped life
areas and steps is hidden and keeps its name; the shipped words stand for themselves in it, and
so stay translatable.
"""

import re
from collections.abc import Iterable, Iterator

from models import broken_form as broken
from models.form import COLUMNS, FormArea, FormColumn, FormKind, FormScale, FormStep, MeetingForm
from models.form_checks import STEP_ID, check_kind, left_out_areas, left_out_scales, left_out_steps
from models.form_lines import WHOLE, lines_of
from models.form_reading import NAME_MOST, PROMPT_MOST, FormTable
from models.rules.note_sorts import COLUMN_OF
from models.rules.review_kinds import REVIEW_KINDS, STEPS_ALWAYS_KEPT
from models.rules.schedule7 import SCHEDULE_7
from models.toml_text import text_of, values_of

VERSION = 1
MOST_BYTES = 200_000
MOST_STEPS, MOST_AREAS, MOST_SCALES = 30, 60, 30
KEY = re.compile(r"[a-z][a-z0-9_]{0,19}")
KEY_MOST = 20

_ABOUT = """\
# The form of a council's reviews, as Waymark reads it. Change the words in quotation marks, the
# lists in brackets, and true or false. {name} stands for the name of the child.
# The names before = and the headings in brackets stay as they are.
"""
_COLUMNS = """
# The three columns, and the kinds of answer in each. Their names may be changed.
"""
_STEPS = """
# The steps of the meeting, in their order. A new one needs an id of its own: a letter and a
# number, as "B1". columns say where its notes usually go: any of "going_well", "worry" and
# "next". schedule_7 are the matters that are considered in the step, "S7.1" to "S7.14".
"""
_AREAS = """
# The parts of a child's life, and the step in which each is spoken of. One that is left out is
# hidden, so that older notes keep its name.
"""
_SCALES = """
# The scales, and what 0 and 10 mean.
"""
_KINDS = """
# The kinds of review: their names, and which steps each has. Every one has {kept}.
# Every matter of Schedule 7 needs a step; only short breaks are free of that.
"""


def written(form: MeetingForm) -> str:
    """Write a form as a file."""
    lines = [
        _ABOUT,
        f"waymark_form = {VERSION}",
        *_pairs(
            name=form.name, adult_prompts=form.adult_prompts, child_prompts=form.child_prompts
        ),
        _COLUMNS,
    ]
    for column in form.columns:
        lines += [f"[columns.{column.key}]", *_pairs(name=column.name)]
        lines += [f"[columns.{column.key}.answers]", *_pairs(**dict(column.sorts)), ""]
    lines.append(_STEPS)
    for step in form.steps:
        lines += ["[[steps]]", *_pairs(**vars(step)), ""]
    lines.append(_AREAS)
    for area in form.areas:
        lines += ["[[life_areas]]", *_pairs(**vars(area)), ""]
    lines.append(_SCALES)
    for scale in form.scales:
        lines += ["[[scales]]", *_pairs(**vars(scale)), ""]
    lines.append(_KINDS.format(kept=_kept_in_words()))
    for kind in form.kinds:
        lines += ["[[kinds]]", *_pairs(**vars(kind)), ""]
    return "\n".join(lines)


def read_form_bytes(data: bytes) -> MeetingForm:
    """Read a form from the bytes of a file.

    Raises: BrokenForm, with the line and the reason.
    """
    return read_form_file(text_of(data, MOST_BYTES))


def read_form_file(text: str) -> MeetingForm:
    """Read a form from the text of a file.

    Raises: BrokenForm, with the line and the reason.
    """
    values = values_of(text, MOST_BYTES)
    whole = FormTable(values, lines_of(text), WHOLE)
    _check_version(whole)
    steps = tuple(_steps(whole))
    made = MeetingForm(
        name=whole.words("name", empty=True),
        adult_prompts=whole.flag("adult_prompts", otherwise=True),
        child_prompts=whole.flag("child_prompts", otherwise=True),
        columns=tuple(_columns(whole.table("columns"))),
        steps=(*steps, *left_out_steps(steps)),
        areas=_areas(whole, steps),
        scales=_scales(whole),
        kinds=tuple(_kinds(whole, steps)),
    )
    whole.done()
    return made


def _pairs(**values: str | bool | tuple[str, ...]) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, bool):
            yield f"{key} = {str(value).lower()}"
        elif isinstance(value, str):
            yield f"{key} = {_quoted(value)}"
        else:
            yield f"{key} = [{', '.join(_quoted(each) for each in value)}]"


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _kept_in_words() -> str:
    *first, last = STEPS_ALWAYS_KEPT
    return f"{', '.join(first)} and {last}"


def _check_version(whole: FormTable) -> None:
    version = whole.value("waymark_form") if whole.has("waymark_form") else None
    if isinstance(version, bool) or not isinstance(version, int) or version < VERSION:
        raise whole.refuse(broken.NOT_A_FORM, "waymark_form")
    if version > VERSION:
        raise whole.refuse(broken.NEWER, "waymark_form")


def _columns(columns: FormTable) -> Iterator[FormColumn]:
    for key in columns.names():
        if key not in COLUMNS:
            raise columns.refuse(broken.NO_SUCH_COLUMN, key)
        column = columns.table(key)
        name, answers = column.words("name"), column.table("answers")
        sorts = [str(sort) for sort, of in COLUMN_OF.items() if of == key]
        for sort in answers.names():
            if sort not in sorts:
                raise answers.refuse(broken.NO_SUCH_ANSWER, sort)
        for sort in sorts:
            answers.value(sort)
        yield FormColumn(key, name, tuple((sort, answers.words(sort)) for sort in answers.names()))
        column.done()
    for key in COLUMNS:
        columns.value(key)


def _steps(whole: FormTable) -> Iterator[FormStep]:
    found: set[str] = set()
    for table in whole.tables("steps", MOST_STEPS):
        step = FormStep(
            table.words("id"),
            table.words("name", named=True),
            table.keys_in("columns", COLUMNS, broken.NO_SUCH_COLUMN),
            table.keys_in("schedule_7", tuple(SCHEDULE_7), broken.NO_SUCH_MATTER),
            table.words("adult_prompt", PROMPT_MOST, named=True, empty=True),
            table.words("child_prompt", PROMPT_MOST, named=True, empty=True),
            table.flag("child_may_come_for_it", otherwise=False),
        )
        if not STEP_ID.fullmatch(step.id):
            raise table.refuse(broken.BAD_STEP, "id", key=step.id)
        _once(table, "id", step.id, found)
        table.done()
        yield step


def _areas(whole: FormTable, steps: Iterable[FormStep]) -> tuple[FormArea, ...]:
    ids, found = tuple(step.id for step in steps), set[str]()
    areas: list[FormArea] = []
    for table in whole.tables("life_areas", MOST_AREAS):
        key = _key(table, found)
        step = table.words("step")
        if step not in ids:
            raise table.refuse(broken.NO_SUCH_STEP, "step", key=step)
        matters = table.keys_in("schedule_7", tuple(SCHEDULE_7), broken.NO_SUCH_MATTER)
        hidden = table.flag("hidden", otherwise=False)
        areas.append(FormArea(key, table.words("name"), step, matters, hidden))
        table.done()
    return (*areas, *left_out_areas(areas))


def _scales(whole: FormTable) -> tuple[FormScale, ...]:
    found: set[str] = set()
    scales: list[FormScale] = []
    for table in whole.tables("scales", MOST_SCALES):
        key = _key(table, found)
        zero = table.words("zero", PROMPT_MOST, named=True)
        ten = table.words("ten", PROMPT_MOST, named=True)
        with_faces = table.flag("with_faces", otherwise=False)
        scales.append(FormScale(key, table.words("name"), zero, ten, with_faces))
        table.done()
    return (*scales, *left_out_scales(scales))


def _kinds(whole: FormTable, steps: Iterable[FormStep]) -> Iterator[FormKind]:
    known, found = {step.id: step for step in steps}, set[str]()
    for table in whole.tables("kinds", len(REVIEW_KINDS) + 1):
        key = table.words("key")
        if key not in REVIEW_KINDS:
            raise table.refuse(broken.NO_SUCH_KIND, "key", key=key)
        _once(table, "key", key, found)
        kind = FormKind(
            key, table.words("name"), table.keys_in("steps", tuple(known), broken.NO_SUCH_STEP)
        )
        check_kind(table, kind, known)
        table.done()
        yield kind
    for key in REVIEW_KINDS:
        if key not in found:
            raise whole.refuse(broken.LEFT_OUT, "kinds", key=key)


def _key(table: FormTable, found: set[str]) -> str:
    key = table.words("key")
    if not KEY.fullmatch(key):
        raise table.refuse(broken.BAD_KEY, "key", key=key, most=str(KEY_MOST))
    _once(table, "key", key, found)
    return key


def _once(table: FormTable, field: str, key: str, found: set[str]) -> None:
    if key in found:
        raise table.refuse(broken.TWICE, field, key=key)
    found.add(key)


__all__ = [
    "MOST_BYTES",
    "NAME_MOST",
    "PROMPT_MOST",
    "read_form_bytes",
    "read_form_file",
    "written",
]
