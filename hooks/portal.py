"""MkDocs: the portal's pages, generated from what the agencies' sites have published."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from profil_terbuka import comparison
from profil_terbuka import pipeline as site
from profil_terbuka import web as pages
from profil_terbuka.model import timezones
from profil_terbuka.portal import assembling as portal
from profil_terbuka.portal.members import members
from profil_terbuka.publish import search
from profil_terbuka.read import catalog
from profil_terbuka.system import clock
from profil_terbuka.system.cache import Cache
from profil_terbuka.web import frame


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """`extra.situs_instansi` is the folder that holds the agencies' sites."""
    root = Path(config.config_file_path).parent
    try:
        clock.check_clock()
    except clock.WrongClock as reason:
        raise PluginError(str(reason)) from reason
    day = config.extra["hari_terbit"] = clock.today(timezones.NATIONAL)
    sites = root / config.extra["situs_instansi"]
    found, config.extra["temuan"] = members(sites)
    snapshots = tuple(item.snapshot for item in found)
    if not snapshots:
        raise PluginError(f"Belum ada situs instansi di {sites}: jalankan `make site`.")
    shared = catalog.reference(root)
    concepts, synonyms = comparison.concepts(shared), search.synonyms(shared)
    cache = Cache(root / site.CACHE)
    config.extra["bingkai"] = frame.portal_frame(config.site_name, config.site_url, day, snapshots)
    besides = portal.merged(found, config.site_name, config.site_url)
    config.extra["situs"] = portal.assemble(snapshots, concepts, synonyms, cache, besides)
    # `make site` builds the agencies beside the portal and then moves them into it.
    config.extra["di_bawah"] = {item.slug: sites / item.slug for item in snapshots}
    loaded = [catalog.load(root, item.slug).catalog for item in snapshots]
    config.extra["katalog"] = tuple(item for item in loaded if item is not None)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Generated pages and downloads join the pages people write."""
    made = config.extra["situs"]
    written = {page.path: page.markdown for page in made.pages}
    for path, content in {**written, **made.files}.items():
        kind = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=content, inclusion=kind))
    return files


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Cards, lists, charts and tables take the place of their marks."""
    to_root = get_relative_url(".", page.url).rstrip("/")
    html = pages.insert(output, config.extra["situs"].fragments, to_root)
    if left := pages.leftovers(html):
        raise PluginError(f"{page.file.src_uri}: belum terisi: {', '.join(left)}")
    return html
