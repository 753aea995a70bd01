"""MkDocs: index the finished pages and the catalogue; the index stands beside the pages."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from profil_terbuka import pipeline as site
from profil_terbuka.publish import search
from profil_terbuka.system.cache import Cache


class _Build:
    serving = False


build = _Build()


def on_startup(command: str, dirty: bool) -> None:
    """A preview is not indexed: it must be quick."""
    build.serving = command == "serve"


def on_post_build(config: MkDocsConfig) -> None:
    """Before verify.py reads everything back and publish.py takes the folder away."""
    config.extra["indeks"] = {}
    if build.serving:
        return
    folder = Path(config.site_dir)
    pages = search.webpages({name: (folder / name).read_text("utf-8") for name in _pages(folder)})
    catalog = getattr(config.extra["situs"], "catalog", None)  # the portal has none of its own
    records = search.records(catalog) if catalog else ()
    cache = Cache(Path(config.config_file_path).parent / site.CACHE, config.extra.get("dibuat", {}))
    files = search.build(pages, (*search.terms(pages), *records), cache)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    config.extra["indeks"] = files


def _pages(folder: Path) -> list[str]:
    """Addresses of pages that are read as they are; of a dataset the index holds records."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    return [name for name in found if not name.startswith(("data/", "cari/"))]
