"""Keeps what Qt says of having no screen out of the terminal, and passes on all else it says."""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

NO_SCREEN = "offscreen"
HARMLESS = frozenset(
    f"This plugin does not support {what}"
    for what in (
        "raise()",
        "lower()",
        "propagateSizeHints()",
        "setting window opacity",
        "setting window masks",
        "grabbing the keyboard",
        "grabbing the mouse",
    )
)


def keep_quiet_without_a_screen() -> None:
    """Drop these lines where Qt draws to no screen; elsewhere Qt speaks as it always does."""
    if QGuiApplication.platformName() == NO_SCREEN:
        qInstallMessageHandler(_say)


def _say(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    if words not in HARMLESS and sys.stderr is not None:
        sys.stderr.write(qFormatLogMessage(kind, context, words) + "\n")
