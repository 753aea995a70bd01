"""MkDocs: date the site, and list every file of it with its hash and what it was made from."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from profil_terbuka.publish import manifest
from profil_terbuka.read.catalog import DATASETS, REFERENCE

ENGINE = ("hooks", "mkdocs.yml", "requirements.txt")


class _Build:
    serving = False


build = _Build()


def on_startup(command: str, dirty: bool) -> None:
    """A preview is for nobody to verify."""
    build.serving = command == "serve"


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """MkDocs dates sitemap.xml.gz by its pages, and these by a clock of its own."""
    for file in files.documentation_pages():
        if file.page:
            file.page.update_date = config.extra["hari_terbit"].isoformat()
    return env


@event_priority(-40)
def on_post_build(config: MkDocsConfig) -> None:
    """After whatever writes files, before verify.py reads everything back."""
    if build.serving:
        return
    root, folder = Path(config.config_file_path).resolve().parent, Path(config.site_dir)
    slugs = [catalog.agency.slug for catalog in config.extra["katalog"]]
    own = [f"{DATASETS}/{slug}" for slug in (*slugs, REFERENCE)]
    pages = Path(config.docs_dir).resolve().relative_to(root).as_posix()
    inputs = dict.fromkeys((*own, pages, *ENGINE, Path(config.config_file_path).name))
    day = config.extra["hari_terbit"]
    for name, data in manifest.seal(folder, root, inputs, day).items():
        (folder / name).write_bytes(data)
