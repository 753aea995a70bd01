"""A preview that stays open past midnight shows the new day: the day lies in a watched file."""

from __future__ import annotations

import datetime
import threading
import time
from pathlib import Path

from . import clock

SECONDS = 20
"""Between two looks at the clock."""


def watch_day(file: Path, zone: datetime.timezone) -> None:
    """Keep the day of publication in the file from now on, beside whatever else goes on."""
    note_day(file, zone)
    threading.Thread(target=_keep, args=(file, zone), daemon=True).start()


def note_day(file: Path, zone: datetime.timezone) -> None:
    """Write the day of publication into the file, unless it holds that day already."""
    day = clock.today(zone).isoformat()
    if not file.is_file() or file.read_text("utf-8") != day:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(day, "utf-8")


def _keep(file: Path, zone: datetime.timezone) -> None:
    while True:
        time.sleep(SECONDS)
        note_day(file, zone)
