"""Walks a window and says which of its controls a screen reader could not name."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QWidget,
)

_INNER_PARTS = ("qt_spinbox_lineedit", "qt_scrollarea_viewport", "qt_menubar_ext_button")


def unnamed(widget: QWidget) -> list[str]:
    """Give a line for each control without an accessible name, shown or not."""
    controls = [widget, *widget.findChildren(QWidget)]
    nameless = (one for one in controls if _is_a_control(one) and not _name(one).strip())
    lines = [_where(one) for one in nameless if not _is_inside_another(one)]
    return lines + [f"menu action {action.objectName()}" for action in _nameless_actions(widget)]


def _is_a_control(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QProgressBar):
        return True
    if isinstance(widget, QAbstractItemView):
        return True
    if isinstance(widget, QAbstractScrollArea):
        return widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.focusProxy() is None and not widget.isWindow()


def _is_inside_another(widget: QWidget) -> bool:
    """Whether it is a part of a Qt control that speaks for it."""
    if widget.objectName() in _INNER_PARTS:
        return True
    if widget.metaObject().className() in ("QMenuBarExtension", "QTableCornerButton"):
        return True
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QComboBox):
        parent = parent.parentWidget()
    return parent is not None


def _name(widget: QWidget) -> str:
    """Give what is read out; a combo box always says its value, so only a set name counts."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QComboBox):
        return ""
    if isinstance(widget, QAbstractButton | QLabel) and widget.text():
        return widget.text()
    return next((label.text() for label in _labels_of(widget)), "")


def _labels_of(widget: QWidget) -> Iterator[QLabel]:
    for label in widget.window().findChildren(QLabel):
        if label.buddy() is widget:
            yield label


def _nameless_actions(widget: QWidget) -> list[QAction]:
    menus = widget.findChildren(QMenu)
    actions = [action for menu in menus for action in menu.actions()]
    return [one for one in actions if not one.isSeparator() and not one.text().strip()]


def _where(widget: QWidget) -> str:
    place = [widget.objectName() or type(widget).__name__]
    parent = widget.parentWidget()
    while parent is not None and len(place) < 4:
        place.append(parent.objectName() or type(parent).__name__)
        parent = parent.parentWidget()
    return f"{type(widget).__name__}: {' < '.join(place)}"
