"""MkDocs: choose the agency, check its data before anything is touched, adopt its identity."""

import logging
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from profil_terbuka import pipeline as site
from profil_terbuka.comparison import snapshot
from profil_terbuka.model.findings import stopping
from profil_terbuka.read.catalog import DATASETS, REFERENCE
from profil_terbuka.read.manuscripts import PAGES
from profil_terbuka.system import addresses, clock
from profil_terbuka.system.cache import Cache
from profil_terbuka.web import frame
from profil_terbuka.words.report import report

log = logging.getLogger("mkdocs.hooks.agency")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Everything wrong is reported at once, before the output folder exists."""
    root = Path(config.config_file_path).resolve().parent
    try:
        clock.check_clock()
        addresses.check_address()
    except (clock.WrongClock, addresses.WrongAddress) as reason:
        raise PluginError(str(reason)) from reason
    slug = config.extra["instansi"]
    cache = Cache(root / site.CACHE)
    checked = site.check(root, slug, cache, config.site_url)
    if stopping(checked.findings, config.strict):
        raise PluginError(report(checked.findings))
    situs = site.assemble(checked, cache)
    agency = situs.catalog.agency
    # MkDocs and its themes write these into HTML as they are.
    config.site_name = escape(agency.name)
    config.site_url = agency.site_url or ""
    config.site_description = escape(agency.summary)
    config.docs_dir = str(root / PAGES / slug)
    config.nav = [{escape(str(key)): path for key, path in entry.items()} for entry in agency.menu]
    target = Path(config.site_dir)
    if (target.parent.resolve(), target.name) == (root, "site"):
        config.site_dir = str(root / "site" / slug)
    config.watch += [str(root / DATASETS / slug), str(root / DATASETS / REFERENCE)]
    config.extra["situs"] = situs
    config.extra["hari_terbit"] = checked.day
    notices = snapshot.notices(situs.catalog, checked.day)
    config.extra["bingkai"] = frame.agency_frame(agency, checked.day, notices)
    config.extra["katalog"] = (situs.catalog,)
    config.extra["temuan"] = checked.findings
    config.extra["dibuat"] = cache.made
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Suspicions did not stop the build: they are listed."""
    if suspicions := report(config.extra["temuan"]):
        log.warning("%s", suspicions)
