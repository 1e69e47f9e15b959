"""Undo and redo in words: what kind of act it was, never what was typed."""

from collections.abc import Mapping
from typing import Final

from models.undo_kind import ADDED, BACK, CHANGED, MOVED, REMOVED, StepKind
from ui.language import N_, _

_WORDS: Final[Mapping[tuple[str, str], str]] = {
    ("note", ADDED): N_("note added"),
    ("note", REMOVED): N_("note removed"),
    ("note", BACK): N_("note brought back"),
    ("note", MOVED): N_("note moved"),
    ("note", CHANGED): N_("note changed"),
    ("wish", ADDED): N_("words added"),
    ("wish", REMOVED): N_("words removed"),
    ("wish", BACK): N_("words brought back"),
    ("wish", MOVED): N_("words moved"),
    ("wish", CHANGED): N_("words changed"),
    ("conflict", CHANGED): N_("choice between two versions changed"),
    ("drawing", ADDED): N_("drawing added"),
    ("drawing", REMOVED): N_("drawing removed"),
    ("decision", ADDED): N_("decision added"),
    ("decision", REMOVED): N_("decision removed"),
    ("decision", BACK): N_("decision brought back"),
    ("decision", MOVED): N_("decision moved"),
    ("decision", CHANGED): N_("decision changed"),
    ("person", ADDED): N_("person added"),
    ("person", REMOVED): N_("person removed"),
    ("person", BACK): N_("person brought back"),
    ("person", CHANGED): N_("person changed"),
    ("attendance", CHANGED): N_("who came changed"),
    ("participation", CHANGED): N_("taking part changed"),
    ("consultation", ADDED): N_("talk before the review added"),
    ("consultation", REMOVED): N_("talk before the review removed"),
    ("consultation", CHANGED): N_("talk before the review changed"),
    ("scale_answer", CHANGED): N_("number changed"),
    ("scale_answer", REMOVED): N_("number removed"),
    ("decision_progress", CHANGED): N_("progress of a decision changed"),
    ("right_explained", CHANGED): N_("rights explained changed"),
    ("step_mark", CHANGED): N_("step marked"),
    ("step_fact", CHANGED): N_("fact changed"),
    ("matter_considered", CHANGED): N_("matter considered changed"),
    ("paper_received", CHANGED): N_("paper received changed"),
    ("sitting", CHANGED): N_("day or time changed"),
    ("rearranged", ADDED): N_("new day noted"),
    ("rearranged", CHANGED): N_("new day changed"),
    ("dispute", ADDED): N_("dispute opened"),
    ("dispute", CHANGED): N_("dispute changed"),
    ("convening", CHANGED): N_("convening form changed"),
    ("invitation", CHANGED): N_("invitation changed"),
    ("returned_form", ADDED): N_("form that came back added"),
    ("returned_form", REMOVED): N_("form that came back removed"),
    ("returned_form", CHANGED): N_("form that came back changed"),
    ("protected_fact", ADDED): N_("protected fact added"),
    ("protected_fact", REMOVED): N_("protected fact removed"),
    ("protected_fact", CHANGED): N_("protected fact changed"),
    ("restriction", CHANGED): N_("restriction changed"),
    ("recipient", CHANGED): N_("what somebody gets changed"),
    ("copy_change", CHANGED): N_("words of a copy changed"),
    ("disclosure_answer", CHANGED): N_("answer to the check of a copy changed"),
    ("manager_reply", CHANGED): N_("manager’s answer changed"),
    ("delivery", CHANGED): N_("step of a copy changed"),
    ("child", CHANGED): N_("record changed"),
    ("child_letter", CHANGED): N_("how the letter is set changed"),
    ("letter_line", CHANGED): N_("words of the letter changed"),
    ("letter_waiver", CHANGED): N_("check of the letter set aside"),
    ("letter_translation", CHANGED): N_("translation of the letter changed"),
    ("letter_picture", ADDED): N_("picture added"),
    ("letter_picture", REMOVED): N_("picture removed"),
    ("letter_picture", CHANGED): N_("picture changed"),
    ("letter_template", CHANGED): N_("template changed"),
    ("plain_word", ADDED): N_("plain word added"),
    ("plain_word", REMOVED): N_("plain word removed"),
    ("plain_word", CHANGED): N_("plain word changed"),
}


def kind_words(kind: StepKind | None) -> str:
    """Say what kind of act it was, such as "note added"; nothing for none."""
    if kind is None:
        return ""
    known = _WORDS.get(kind) or _WORDS.get((kind.table, CHANGED))
    return _(known) if known else _("review changed")


def undo_words(kind: StepKind | None) -> str:
    """Say what Undo would do."""
    return _("Undo: {what}").format(what=kind_words(kind)) if kind else _("Nothing to undo")


def redo_words(kind: StepKind | None) -> str:
    """Say what Redo would do."""
    return _("Redo: {what}").format(what=kind_words(kind)) if kind else _("Nothing to redo")
