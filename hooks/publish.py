"""MkDocs: build beside the published site and take its place only when all went well."""

import logging
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from profil_terbuka.swap import side_folder, swap

MKDOCS_LOG = logging.getLogger("mkdocs")


class _Publication(logging.Handler):
    """One build: the folder it will replace (None under `mkdocs serve`), the warnings it gave."""

    live: Path | None = None
    serving = False
    warnings = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.warnings += 1


publication = _Publication(logging.WARNING)


def on_startup(command: str, dirty: bool) -> None:
    """`mkdocs serve` builds into a temporary folder of its own, which needs no swap."""
    publication.serving = command == "serve"


@event_priority(-100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Redirect the build to a side folder."""
    if not publication.serving:
        MKDOCS_LOG.addHandler(publication)
        publication.live = Path(config.site_dir)
        config.site_dir = str(side_folder(publication.live))
    return config


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Publish. A strict build with warnings is aborted only after this event: hence the count."""
    MKDOCS_LOG.removeHandler(publication)
    if publication.live is None:
        return
    if config.strict and publication.warnings:
        shutil.rmtree(config.site_dir)
    else:
        swap(Path(config.site_dir), publication.live)


def on_build_error(error: Exception) -> None:
    """The published site stays as it is; the unfinished one goes when the next build starts."""
    MKDOCS_LOG.removeHandler(publication)
