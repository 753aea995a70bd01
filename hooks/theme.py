"""MkDocs: the looks of every site; what the theme ships and no page uses is left out."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from profil_terbuka.cache import Cache
from profil_terbuka.pages import assets
from profil_terbuka.site import CACHE


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """One style sheet, one script, the icon and the service worker join the pages."""
    theirs = "".join(file.content_string for file in files if assets.is_theirs(file.src_uri))
    shipped = [file for file in files if file.src_dir != config.docs_dir]
    for file in [file for file in shipped if assets.unused(file.src_uri)]:
        files.remove(file)
    cache = Cache(Path(config.config_file_path).parent / CACHE)
    for path, content in assets.made(config.extra["bingkai"], theirs, cache).items():
        kind = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=content, inclusion=kind))
    return files
