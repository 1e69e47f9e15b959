"""Two other programs that read calendar files: khal, and ical.js in a JavaScript engine."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any  # what ical.js gives is JSON

from py_mini_racer import MiniRacer

_ICAL_JS = Path(__file__).parent / "ical_js" / "ical.js"
_READ = """
function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid, sequence: event.sequence, summary: event.summary,
      location: event.location, description: event.description || "",
      status: one.getFirstPropertyValue("status"),
      begins: event.startDate.toUnixTime(), ends: event.endDate.toUnixTime(),
      isDay: event.startDate.isDate,
    };
  });
  return JSON.stringify({method: calendar.getFirstPropertyValue("method"), events});
}
"""


@cache
def _engine() -> MiniRacer:
    engine = MiniRacer()
    engine.eval(_ICAL_JS.read_text(encoding="utf-8"))
    engine.eval(_READ)
    return engine


def by_ical_js(data: bytes) -> dict[str, Any]:
    """What ical.js reads: the method, and each event; moments in seconds since 1970."""
    found: dict[str, Any] = json.loads(str(_engine().call("read", data.decode("utf-8"))))
    return found


def by_khal(data: bytes, folder: Path) -> list[tuple[str, str, str, str]]:
    """What khal prints of the file: begin, end, summary, place."""
    for name in ("config", "data", "calendar"):
        (folder / name).mkdir(exist_ok=True)
    config = folder / "config" / "khal.conf"
    config.write_text(
        f"[calendars]\n[[one]]\npath = {folder / 'calendar'}\n"
        "[locale]\nlocal_timezone = Europe/London\ndefault_timezone = Europe/London\n"
        "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {folder / 'data' / 'khal.db'}\n[default]\ndefault_calendar = one\n",
        encoding="utf-8",
    )
    file = folder / "given.ics"
    file.write_bytes(data)
    shown = "{start-long-full}|{end-long-full}|{title}|{location}"
    ended = subprocess.run(
        [sys.executable, "-m", "khal", "-c", config, "printics", "--format", shown, file],
        capture_output=True, check=False, text=True, encoding="utf-8",
        env={**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8", "NO_COLOR": "1"},
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert "warning" not in ended.stderr.lower(), ended.stderr
    plain = re.sub(r"\x1b\[[0-9;]*m", "", ended.stdout)
    lines = [line.split("|") for line in plain.splitlines() if "|" in line]
    return [(line[0], line[1], line[2], line[3]) for line in lines]
