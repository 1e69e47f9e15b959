"""With no screen, Qt’s harmless lines stay out of the terminal; all else it says is there."""

import subprocess
import sys
from pathlib import Path

from tests import source

A_WINDOW_WITHOUT_A_SCREEN = """
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QWidget
from ui.application import make_application

application = make_application(["waymark"])
window = QWidget()
window.setMinimumSize(100, 100)
window.show()
window.raise_()
window.lower()
window.grabKeyboard()
window.grabMouse()
window.releaseMouse()
window.setWindowOpacity(0.5)
qWarning("the disk of fonts is on fire")
print("alive")
"""


def test_harmless_lines_are_dropped_and_a_real_warning_is_not(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", A_WINDOW_WITHOUT_A_SCREEN],
        cwd=source.ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    said = (ended.returncode, ended.stdout, ended.stderr)
    assert said == (0, "alive\n", "the disk of fonts is on fire\n")
