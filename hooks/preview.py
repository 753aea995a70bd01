"""MkDocs: a preview that stays open past midnight shows the new day."""

import datetime
import threading
import time
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from profil_terbuka.pipeline import CACHE
from profil_terbuka.system import clock

SECONDS = 20
"""Between two looks at the clock."""


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """The day lies in a file that is watched like the data: when it changes, all is built again."""
    root = Path(config.config_file_path).resolve().parent
    file, zone = root / CACHE / "hari-pratinjau", config.extra["situs"].catalog.agency.zone
    note(file, zone)
    server.watch(str(file))
    threading.Thread(target=_keep, args=(file, zone), daemon=True).start()
    return server


def note(file: Path, zone: datetime.timezone) -> None:
    """Write the day of publication into the file, unless it holds that day already."""
    day = clock.today(zone).isoformat()
    if not file.is_file() or file.read_text("utf-8") != day:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(day, "utf-8")


def _keep(file: Path, zone: datetime.timezone) -> None:
    while True:
        time.sleep(SECONDS)
        note(file, zone)
