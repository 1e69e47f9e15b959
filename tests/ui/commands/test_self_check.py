"""The check that a packaged program makes of itself passes from source too, with nothing set."""

import json
import subprocess
import sys
from pathlib import Path

import resources
from tests import source


def test_every_part_is_tried_and_told(tmp_path: Path, compiled_words: None) -> None:
    here = tmp_path / "here"
    here.mkdir()
    ended = subprocess.run(
        [sys.executable, source.ROOT / "main.py", "--self-check"],
        cwd=here,
        env={"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    done = json.loads(ended.stdout)
    assert done["version"] == resources.version()
    assert done["licences"] > 20
    assert done["window"] is True
    assert set(done["pages"]) == {"letter", "minutes"}
    assert done["scripts"] == {"cy": True, "ar": True, "ti": True, "bn": True}
    assert done["sharing"] == {"driver": True, "steps": True, "keyring": True}
    assert list(here.iterdir()) == []
