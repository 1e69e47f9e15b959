"""The council's form, changed with real keys: saved at once, refused in words, handed on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.council import LaptopFact
from models.database import Database
from models.form import MeetingForm, shipped_form
from models.form_file import read_form_bytes, written
from models.settings import Settings
from models.whose import OWNER
from tests import sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.at_desk import at_desk
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.desk import Desk
from ui.parts.notices import Notice
from ui.parts.words import Words
from ui.settings.council_part import CouncilPart
from ui.settings.form.areas_part import AreasPart
from ui.settings.form.file_part import FilePart
from ui.settings.form.meetings_dialog import PARTS, MeetingsDialog
from ui.settings.form.names_part import NamesPart
from ui.settings.form.steps_part import StepsPart
from ui.settings.settings_dialog import SettingsDialog

Sam = tuple[Database, sample.Sample]


@pytest.fixture
def desk(sam: Sam, qapp: object) -> Iterator[Desk]:
    database, made = sam
    value = {"staff_id": made.iro_id, "authority_id": sample.AUTHORITY}
    with database.saving(made.iro_id) as session:
        session.add(LaptopFact(name=OWNER, value=value))
    with at_desk(database, made.iro_id, sample.NOW.astimezone()) as opened:
        yield opened


def council_id(desk: Desk) -> str:
    with desk.database.reading() as connection:
        return str(connection.execute("select id from council").fetchone()[0])


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> MeetingsDialog:
    made = MeetingsDialog(desk, council_id(desk))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    shown(qtbot, made)
    return made


@pytest.fixture
def kept(sam: Sam) -> Callable[[], MeetingForm]:
    """Give the form that Sam's review is now read with."""
    return lambda: sample.sheet(*sam).form


Kept = Callable[[], MeetingForm]


def part(dialog: MeetingsDialog, key: str) -> QWidget:
    dialog.show_part(key)
    return dialog.parts[key]


def retype(qtbot: QtBot, dialog: QWidget, name: str, words: str) -> QWidget:
    """Type over what stands in a box, and leave it with Tab."""
    box = dialog.findChild(QWidget, f"{name}_box")
    assert box is not None
    box.setFocus()
    box.selectAll()  # type: ignore[attr-defined]
    type_text(qtbot, box, words)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    return box


def notices(dialog: MeetingsDialog) -> str:
    return " ".join(n.accessibleName() for n in dialog.notices.findChildren(Notice))


def test_it_is_opened_from_the_settings_and_its_words_are_saved_with_theirs(
    qtbot: QtBot, desk: Desk, tmp_path: Path, kept: Kept
) -> None:
    settings = SettingsDialog(Settings(tmp_path), None, desk)
    settings.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(settings)
    shown(qtbot, settings)
    (council,) = settings.findChildren(CouncilPart)
    council.meetings_button.setFocus()
    qtbot.keyClick(council.meetings_button, Qt.Key.Key_Space)
    (opened,) = settings.findChildren(MeetingsDialog)
    qtbot.waitUntil(opened.isActiveWindow)
    box = opened.findChild(QLineEdit, "column_worry_box")
    assert box is not None
    box.setFocus()
    box.selectAll()
    type_text(qtbot, box, "Troubles")
    assert settings.flush()
    assert kept().column["worry"].name == "Troubles"
    opened.reject()


def test_the_names_are_chosen_and_each_may_be_changed(
    qtbot: QtBot, dialog: MeetingsDialog, kept: Kept
) -> None:
    names = part(dialog, "names")
    assert isinstance(names, NamesPart)
    assert names.names.chosen() == "success"
    names.names.answers["success"].setFocus()
    qtbot.keyClick(names.names.answers["success"], Qt.Key.Key_Right)
    assert kept().column["next"].name == "What needs to happen"
    assert names.own.isHidden()
    retype(qtbot, dialog, "column_next", "What now")
    retype(qtbot, dialog, "sort_goal", "Wellbeing goal")
    assert kept().column["next"].name == "What now"
    assert kept().sort_names["goal"] == "Wellbeing goal"
    assert names.own.isVisible()
    qtbot.keyClick(names.child_prompts, Qt.Key.Key_Space)
    assert (kept().adult_prompts, kept().child_prompts) == (True, False)


def test_an_empty_name_and_strange_brackets_are_refused_at_the_field(
    qtbot: QtBot, dialog: MeetingsDialog, kept: Kept
) -> None:
    names = part(dialog, "names")
    box = retype(qtbot, dialog, "column_worry", " ")
    assert "Write some words here." in box.accessibleDescription()
    retype(qtbot, dialog, "column_worry", "{child}")
    assert "Curly brackets" in box.accessibleDescription()
    assert kept() == shipped_form()
    assert names.isVisible()
    retype(qtbot, dialog, "column_worry", "Worries")
    assert box.accessibleDescription() == ""


def test_a_step_is_reworded_moved_and_put_in_kinds_of_review(
    qtbot: QtBot, dialog: MeetingsDialog, kept: Kept
) -> None:
    steps = part(dialog, "steps")
    assert isinstance(steps, StepsPart)
    steps.step.control.setFocus()
    for _time in range(4):
        qtbot.keyClick(steps.step.control, Qt.Key.Key_Down)
    assert steps.step_id == "A5"
    retype(qtbot, dialog, "step_name", "{name}’s people")
    retype(qtbot, dialog, "step_adult_prompt", "Who is there?")
    retype(qtbot, dialog, "step_child_prompt", "")
    step = kept().step["A5"]
    assert (step.name, step.adult_prompt, step.child_prompt) == (
        "{name}’s people", "Who is there?", shipped_form().step["A5"].child_prompt
    )  # fmt: skip
    qtbot.mouseClick(steps.up, Qt.MouseButton.LeftButton)
    assert [each.id for each in kept().steps_of("first")][3:5] == ["A5", "A4"]
    qtbot.mouseClick(steps.kinds.chip("short_breaks"), Qt.MouseButton.LeftButton)
    assert "A5" in {each.id for each in kept().steps_of("short_breaks")}
    steps.columns.chip("worry").setFocus()
    qtbot.keyClick(steps.columns.chip("worry"), Qt.Key.Key_Space)
    assert kept().step["A5"].columns == ("going_well", "next")


def test_a_question_can_be_emptied(qtbot: QtBot, dialog: MeetingsDialog, kept: Kept) -> None:
    part(dialog, "steps")
    box = dialog.findChild(QWidget, "step_child_prompt_box")
    assert box is not None
    box.setFocus()
    box.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert kept().step["A1"].child_prompt == ""


def test_a_matter_of_law_cannot_be_dropped_here_either(
    qtbot: QtBot, dialog: MeetingsDialog, kept: Kept
) -> None:
    steps = part(dialog, "steps")
    assert isinstance(steps, StepsPart)
    steps.step.control.setFocus()
    for _time in range(5):
        qtbot.keyClick(steps.step.control, Qt.Key.Key_Down)
    qtbot.mouseClick(steps.matters.chip("S7.8"), Qt.MouseButton.LeftButton)
    assert "no step would cover S7.8 (Health)" in notices(dialog)
    assert steps.matters.chip("S7.8").isChecked()
    assert kept() == shipped_form()
    qtbot.keyClick(steps.step.control, Qt.Key.Key_Home)
    qtbot.mouseClick(steps.kinds.chip("first"), Qt.MouseButton.LeftButton)
    assert "every kind of review has the step A1" in notices(dialog)
    assert steps.kinds.chip("first").isChecked()


def test_a_step_of_the_councils_own_is_added_and_named(
    qtbot: QtBot, dialog: MeetingsDialog, kept: Kept
) -> None:
    steps = part(dialog, "steps")
    assert isinstance(steps, StepsPart)
    qtbot.mouseClick(steps.new, Qt.MouseButton.LeftButton)
    box = dialog.findChild(QLineEdit, "step_name_box")
    assert box is not None
    assert box.hasFocus()
    type_text(qtbot, box, "Faith\t")
    assert kept().step["B1"].name == "Faith"
    assert "B1" in {each.id for each in kept().steps_of("later")}


def test_a_part_of_life_is_added_reworded_moved_and_hidden(
    qtbot: QtBot, dialog: MeetingsDialog, kept: Kept
) -> None:
    areas = part(dialog, "areas")
    assert isinstance(areas, AreasPart)
    areas.name.control.setFocus()
    type_text(qtbot, areas.name.control, "Faith")
    qtbot.keyClick(areas.name.control, Qt.Key.Key_Return)
    assert kept().area["faith"].step == "A2"
    step = areas.steps["faith"].control
    step.setFocus()
    for _time in range(3):
        qtbot.keyClick(step, Qt.Key.Key_Down)
    assert kept().area["faith"].step == "A5"
    retype(qtbot, dialog, "area_money", "Pocket money")
    assert kept().area["money"].name == "Pocket money"
    qtbot.keyClick(areas.ticks["identity"], Qt.Key.Key_Space)
    assert kept().area["identity"].hidden
    assert areas.ticks["faith"].accessibleName() == "Faith: offered in reviews"


def test_scales_and_kinds_of_review_are_reworded(
    qtbot: QtBot, dialog: MeetingsDialog, kept: Kept
) -> None:
    part(dialog, "scales")
    retype(qtbot, dialog, "scale_overall_zero", "nothing works for {name}")
    assert kept().scale["overall"].zero == "nothing works for {name}"
    part(dialog, "kinds")
    retype(qtbot, dialog, "kind_moving_on", "Last review")
    assert kept().kind_name("moving_on") == "Last review"


def test_each_kind_says_its_clock_its_papers_and_its_letter(dialog: MeetingsDialog) -> None:
    kinds = part(dialog, "kinds")
    said = " ".join(words.said for words in kinds.findChildren(Words))
    for told in (
        "Clock: First review of short breaks, Next review of short breaks. "
        "Papers: Social worker’s report, Placement plan, Carer’s report.",
        "Not in the national return.",
        "it says that it was the last meeting, why, and whom to ring.",
        "Clock: First review after placing for adoption",
    ):
        assert told in said


def test_a_refusal_does_not_stand_beside_an_earlier_success(
    dialog: MeetingsDialog, tmp_path: Path
) -> None:
    file = part(dialog, "file")
    assert isinstance(file, FilePart)
    good, broken = tmp_path / "good.toml", tmp_path / "broken.toml"
    good.write_text(written(shipped_form("safety")), encoding="utf-8")
    broken.write_text(written(shipped_form()).replace("S7.8", "S7.88", 1), encoding="utf-8")
    file.take(good)
    assert "is now the form of your meetings" in notices(dialog)
    file.take(broken)
    assert "there is no matter S7.88 in Schedule 7" in notices(dialog)
    shown = [each for each in dialog.notices.findChildren(QWidget, "undo") if each.isVisible()]
    assert shown == []


def test_a_form_is_written_taken_and_put_back_and_each_can_be_undone(
    qtbot: QtBot,
    dialog: MeetingsDialog,
    kept: Kept,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = part(dialog, "file")
    assert isinstance(file, FilePart)
    path = tmp_path / "theirs.toml"
    path.write_text(written(shipped_form("safety")), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(path), ""))
    qtbot.mouseClick(file.take_button, Qt.MouseButton.LeftButton)
    assert kept() == shipped_form("safety")
    assert "now the form of your meetings" in notices(dialog)
    out = tmp_path / "ours.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(out), ""))
    qtbot.mouseClick(file.write_button, Qt.MouseButton.LeftButton)
    assert read_form_bytes(out.read_bytes()) == kept()
    assert "ours.toml" in notices(dialog)
    qtbot.mouseClick(file.back_button, Qt.MouseButton.LeftButton)
    assert kept() == shipped_form()
    (undo,) = [each for each in dialog.notices.findChildren(QWidget, "undo") if each.isVisible()]
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert kept() == shipped_form("safety")


def test_a_broken_file_is_refused_with_line_and_reason_and_nothing_is_lost(
    dialog: MeetingsDialog, kept: Kept, tmp_path: Path, qtbot: QtBot
) -> None:
    file = part(dialog, "file")
    assert isinstance(file, FilePart)
    path = tmp_path / "broken.toml"
    path.write_text(written(shipped_form()).replace("S7.8", "S7.88", 1), encoding="utf-8")
    file.take(path)
    assert "there is no matter S7.88 in Schedule 7" in notices(dialog)
    assert "Line " in notices(dialog)
    assert kept() == shipped_form()
    file.take(tmp_path / "nowhere.toml")
    assert "could not be read or written" in notices(dialog)
    file.write(tmp_path / "no folder" / "ours.toml")
    assert "could not be read or written" in notices(dialog)


def test_every_control_has_a_name_and_the_keyboard_reaches_each_part(
    qtbot: QtBot, dialog: MeetingsDialog
) -> None:
    dialog.chooser.chip("names").setFocus()
    for key, _words, _kind in PARTS:
        dialog.show_part(key)
        assert unnamed(dialog) == []
        assert dialog.pages[key].isVisible()
    dialog.chooser.chip("file").setFocus()
    qtbot.keyClick(dialog.chooser.chip("file"), Qt.Key.Key_Left)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert dialog.pages["kinds"].isVisible()


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_cut_in_the_smallest_window(dialog: MeetingsDialog, size: int) -> None:
    appearance().apply(text_size=size)
    dialog.resize(1000, 580)
    for key, _words, _kind in PARTS:
        dialog.show_part(key)
        settle()
        assert cut_off(dialog) == []


def test_the_dialog_is_freed(desk: Desk, freed: Callable[[Callable[[], QWidget]], None]) -> None:
    freed(lambda: MeetingsDialog(desk, council_id(desk)))
