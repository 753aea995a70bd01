"""MkDocs: build beside the published site and take its place only when all went well."""

import logging
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from profil_terbuka.swap import side_folder, swap

LIVE = "situs_terbit"
"""Where the config keeps the folder that the build will replace."""


class _Counter(logging.Handler):
    """Counts warnings, which under --strict forbid publication."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


warnings = _Counter()
serving = False


def on_startup(command: str, dirty: bool) -> None:
    """`mkdocs serve` builds into a temporary folder of its own, which needs no swap."""
    global serving
    serving = command == "serve"


@event_priority(-100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Redirect the build to a side folder."""
    logging.getLogger("mkdocs").addHandler(warnings)
    if not serving:
        live = Path(config.site_dir)
        config.extra[LIVE] = live
        config.site_dir = str(side_folder(live))
    return config


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Publish; MkDocs itself aborts a strict build with warnings only after this event."""
    if serving:
        return
    if config.strict and warnings.count:
        shutil.rmtree(config.site_dir)
        return
    swap(Path(config.site_dir), config.extra[LIVE])


def on_build_error(error: Exception, config: MkDocsConfig | None = None) -> None:
    """The published site stays; the unfinished one goes when the next build starts."""
