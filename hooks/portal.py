"""MkDocs: the portal's pages are generated from the agencies' catalogues."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from profil_terbuka import catalog, pages


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """`extra.terbit` names the agencies that have a site; empty: all that can be read."""
    root = Path(config.config_file_path).parent
    wanted = config.extra["terbit"].split() or catalog.agency_slugs(root)
    loaded = [catalog.load(root, slug).catalog for slug in wanted]
    found = tuple(item for item in loaded if item is not None)
    config.extra["fragments"] = pages.portal_fragments(found)
    return config


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The agencies' cards take the place of their mark."""
    to_root = get_relative_url(".", page.url).rstrip("/")
    return pages.insert(output, config.extra["fragments"], to_root)
