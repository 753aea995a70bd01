"""MkDocs: the looks of every site; what the theme ships and no page uses is left out."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from profil_terbuka.pages import assets


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """One style sheet, one script, the icon and the service worker join the pages."""
    for file in [file for file in files if assets.unused(file.src_uri)]:
        files.remove(file)
    for path, content in assets.made(config.extra["bingkai"]).items():
        kind = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=content, inclusion=kind))
    return files
