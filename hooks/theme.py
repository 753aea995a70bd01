"""MkDocs: the looks of every site, and what browsers and hosts are told about its pages."""

from pathlib import Path
from types import SimpleNamespace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from profil_terbuka import web as pages
from profil_terbuka.pipeline import CACHE
from profil_terbuka.publish import hosting
from profil_terbuka.system.cache import Cache
from profil_terbuka.web import assets, policy

build = SimpleNamespace(serving=False)


def on_startup(command: str, dirty: bool) -> None:
    """In a preview MkDocs puts a script of its own into each page."""
    build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """What every page says about itself."""
    rules = policy.PREVIEW if build.serving else policy.PAGE
    config.extra["kebijakan"] = policy.head(rules)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Style sheets, scripts, the icon, the service worker and rules for hosts join the pages.

    What the theme ships and no page uses is left out.
    """
    theirs = "".join(file.content_string for file in files if assets.is_theirs(file.src_uri))
    shipped = [file for file in files if file.src_dir != config.docs_dir]
    for file in [file for file in shipped if assets.unused(file.src_uri)]:
        files.remove(file)
    cache, frame = Cache(Path(config.config_file_path).parent / CACHE), config.extra["bingkai"]
    own = [file.dest_uri for file in files]
    made = assets.made(frame, theirs, own, cache)
    for path, content in {**made, **hosting.files(portal=bool(frame.below))}.items():
        kind = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=content, inclusion=kind))
    return files


def on_page_content(html: str, **_: object) -> str:
    """Tables keep how their columns are aligned, without a style in the page."""
    return pages.aligned(html)
