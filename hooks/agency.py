"""MkDocs: choose the agency, check its data before anything is touched, adopt its identity."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from profil_terbuka import site
from profil_terbuka.cache import Cache
from profil_terbuka.catalog import DATASETS, PAGES, REFERENCE
from profil_terbuka.findings import report

log = logging.getLogger("mkdocs.hooks.agency")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Everything wrong is reported at once, before the output folder exists."""
    root = Path(config.config_file_path).parent
    slug = config.extra["instansi"]
    cache = Cache(root / site.CACHE)
    checked = site.check(root, slug, cache)
    if not checked.publishable:
        raise PluginError(report(checked.findings))
    situs = site.assemble(checked, cache)
    agency = situs.catalog.agency
    config.site_name = agency.name
    config.site_url = agency.site_url
    config.site_description = agency.summary
    config.docs_dir = str(root / PAGES / slug)
    config.nav = [dict(entry) for entry in agency.menu]
    config.copyright = f"Lisensi data: lihat halaman tiap dataset. Sumber: {agency.book}."
    if Path(config.site_dir) == root / "site":
        config.site_dir = str(root / "site" / slug)
    config.watch += [str(root / DATASETS / slug), str(root / DATASETS / REFERENCE)]
    config.extra["situs"] = situs
    config.extra["temuan"] = checked.findings
    config.extra["dibuat"] = cache.made
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Suspicions are warnings: listed here, and fatal under --strict."""
    for suspicion in config.extra["temuan"]:
        log.warning("%s", suspicion)
