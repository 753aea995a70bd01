"""MkDocs: build beside the published site and take its place only when all went well."""

import logging
import shutil
from pathlib import Path
from types import SimpleNamespace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

from profil_terbuka.system.swap import place_of, side_folder, swap
from profil_terbuka.words.labels import trouble

MKDOCS_LOG = logging.getLogger("mkdocs")

publication = SimpleNamespace(serving=False, live=None, side=None, warnings=CountHandler())
"""`live`: the folder to replace; `side`: the one that is filled first."""


def on_startup(command: str, dirty: bool) -> None:
    """`mkdocs serve` builds into a temporary folder of its own, which needs no swap."""
    publication.serving = command == "serve"


@event_priority(-100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Redirect the build to a side folder."""
    if not publication.serving:
        publication.warnings = CountHandler(level=logging.WARNING)  # of this build, not the last
        MKDOCS_LOG.addHandler(publication.warnings)
        publication.live = place_of(Path(config.site_dir))
        publication.side = side_folder(publication.live)
        config.site_dir = str(publication.side)
    return config


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Publish. MkDocs itself stops a strict build with warnings only after this event."""
    if publication.side is None:
        return
    if config.strict and publication.warnings.get_counts():
        raise PluginError("Ada peringatan di atas: situs lama dibiarkan.")
    swap(publication.side, publication.live)
    config.site_dir = str(publication.live)  # `mkdocs gh-deploy` reads it next
    MKDOCS_LOG.removeHandler(publication.warnings)


def on_build_error(error: Exception) -> None:
    """The published site stays as it is. A full disk or the like is no bug: no traceback."""
    MKDOCS_LOG.removeHandler(publication.warnings)
    if publication.side is not None:
        shutil.rmtree(publication.side, ignore_errors=True)
    if isinstance(error, OSError):
        raise PluginError(trouble(error)) from error
