"""MkDocs: the portal's pages are generated from the agencies' catalogues and the code registry."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from profil_terbuka import catalog, clock, pages


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """`extra.terbit` names the agencies that have a site; empty: all that can be read."""
    root = Path(config.config_file_path).parent
    clock.fix(root)
    wanted = config.extra["terbit"].split() or catalog.agency_slugs(root)
    loaded = [catalog.load(root, slug).catalog for slug in wanted]
    found = tuple(item for item in loaded if item is not None)
    # `make site` builds the agencies beside the portal and then moves them into it.
    beside = Path(config.site_dir).parent
    config.extra["di_bawah"] = {slug: beside / slug for slug in wanted}
    guide = pages.guide_page()
    config.extra["katalog"] = found
    config.extra["halaman"] = guide
    config.extra["fragments"] = {**pages.portal_fragments(found), **guide.fragments}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The page on findings joins the hand-written guide."""
    guide = config.extra["halaman"]
    kind = InclusionLevel.NOT_IN_NAV
    files.append(File.generated(config, guide.path, content=guide.markdown, inclusion=kind))
    return files


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Cards and lists take the place of their marks."""
    to_root = get_relative_url(".", page.url).rstrip("/")
    return pages.insert(output, config.extra["fragments"], to_root)
