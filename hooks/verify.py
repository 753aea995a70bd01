"""MkDocs: read the finished site back from its side folder before it is published."""

import os
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from profil_terbuka import catalogues, history
from profil_terbuka.model.findings import stopping
from profil_terbuka.pipeline import CACHE
from profil_terbuka.privacy import check_outputs, published
from profil_terbuka.publish.verify import NOT_FOUND, verify
from profil_terbuka.system.cache import Cache
from profil_terbuka.words.report import report

# What this build must contain: each page's address, and the source that people can mend.
build = SimpleNamespace(serving=False, pages={})


def on_startup(command: str, dirty: bool) -> None:
    """A preview is not verified: while writing, pages may refer to what is still to come."""
    build.serving = command == "serve"


@event_priority(-50)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Every page is known by now, hand-written and generated."""
    root = Path(config.config_file_path).parent
    build.pages = {file.dest_uri: _source(file, root) for file in files.documentation_pages()}
    build.pages[NOT_FOUND] = NOT_FOUND
    return env


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    """After whatever writes files, before publish.py takes the folder away."""
    if build.serving:
        return
    folder, situs = Path(config.site_dir), config.extra["situs"]
    made = {**situs.files, **config.extra["indeks"]}
    cache = Cache(Path(config.config_file_path).parent / CACHE)
    found = [*verify(folder, made, build.pages, cache, config.extra.get("di_bawah"))]
    files = published(folder)
    found += check_outputs(files, config.extra["katalog"], cache)
    found += catalogues.check(files, cache, portal="di_bawah" in config.extra)
    if hasattr(situs, "ledger"):  # the portal has none
        found += history.lost(situs.ledger, history.published_addresses(files), situs.notices)
    if stopping(found, config.strict):
        raise PluginError(report(found))


def _source(file: File, root: Path) -> str:
    if file.abs_src_path is None:
        return file.dest_uri
    return Path(os.path.relpath(file.abs_src_path, root)).as_posix()
