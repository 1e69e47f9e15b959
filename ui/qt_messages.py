"""Keeps what Qt says of having no screen out of the terminal, and passes on all else it says."""

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

NO_SCREEN = "offscreen"
NO_LANGUAGE = 'Detected locale "C"'  # Qt goes on with UTF-8 by itself
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
    """Drop these lines where Qt is to draw to no screen; elsewhere Qt speaks as it always does."""
    if os.environ.get("QT_QPA_PLATFORM") == NO_SCREEN:
        qInstallMessageHandler(_say)


def _say(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    if words in HARMLESS or words.startswith(NO_LANGUAGE) or sys.stderr is None:
        return
    sys.stderr.write(qFormatLogMessage(kind, context, words) + "\n")
