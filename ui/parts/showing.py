"""Shows a widget, or lets it show itself later when it has been put somewhere."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_if(widget: QWidget, shown: bool) -> None:
    """Show or hide it; one that stands nowhere yet never becomes a window of its own."""
    if shown and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        return
    if shown and not widget.isHidden():
        return  # it is seen, or will be with what it stands in
    widget.setVisible(shown)
