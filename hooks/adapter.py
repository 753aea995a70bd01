"""MkDocs: its events lead to the stages of the pipeline. Nothing is decided here.

One agency's site, or the portal where the configuration names the folder of the agencies' sites.
"""

import logging
import shutil
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from profil_terbuka.model import MenuEntry
from profil_terbuka.model.messages import message
from profil_terbuka.model.products import Section
from profil_terbuka.pipeline import CACHE, Refused, examine, publication, refuse_faulty
from profil_terbuka.portal.assembling import Deserted, compose_portal
from profil_terbuka.portal.standing import SLUG as PORTAL
from profil_terbuka.publish.finishing import finish
from profil_terbuka.publish.publication import Publication
from profil_terbuka.read.catalog import DATASETS, REFERENCE
from profil_terbuka.read.manuscripts import PAGES
from profil_terbuka.render import LayoutPage, Theme, layout_pages
from profil_terbuka.render.layout import LOST, TEMPLATES
from profil_terbuka.render.rendering import Unfilled, filled
from profil_terbuka.system import addresses, clock, midnight
from profil_terbuka.system.cache import Cache
from profil_terbuka.system.swap import place_of, side_folder, swap
from profil_terbuka.web import policy
from profil_terbuka.web.fragments import aligned
from profil_terbuka.web.page import heading_id
from profil_terbuka.words.catalogues import text
from profil_terbuka.words.labels import trouble
from profil_terbuka.words.report import report
from profil_terbuka.words.templates import speak

NOWHERE = "tanpa-pengait"
"""Where mkdocs.yml has a builder write that does not call this hook."""
SITES = "site"
MKDOCS_LOG = logging.getLogger("mkdocs")
log = logging.getLogger("mkdocs.hooks.profil_terbuka")


class Adapter:
    """One run of MkDocs. `live` is the folder to replace, `side` the one that is filled first."""

    root: Path
    cache: Cache
    publication: Publication
    theme: Theme

    def __init__(self) -> None:
        self.serving = False
        self.live = self.side = Path()
        self.warnings = CountHandler(level=logging.WARNING)
        self.pages: dict[str, LayoutPage] = {}

    def on_startup(self, command: str, dirty: bool) -> None:
        """A preview is quick: nobody verifies it, and MkDocs puts scripts of its own into it."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Everything wrong is reported at once, before the output folder exists."""
        self.root = Path(config.config_file_path).resolve().parent
        self.cache = Cache(self.root / CACHE)
        try:
            clock.check_clock()
            addresses.check_address()
            self.publication = self._composed(config)
        except (clock.WrongClock, addresses.WrongAddress, Refused, Deserted) as reason:
            raise PluginError(str(reason)) from reason
        website = self.publication.website
        config.mdx_configs.setdefault("toc", {})["slugify"] = heading_id
        self.theme = Theme(website)
        config.theme.dirs.insert(0, str(TEMPLATES))
        self.pages = dict(layout_pages(website))
        config.site_name, config.site_url = website.name, website.address
        config.site_description = website.summary
        return self._redirected(config)

    def _composed(self, config: MkDocsConfig) -> Publication:
        rules = policy.PREVIEW if self.serving else policy.PAGE
        if folder := config.extra.get("situs_instansi"):
            sites, address = self.root / folder, config.site_url or ""
            config.docs_dir = str(self.root / PAGES / PORTAL)
            return compose_portal(self.root, sites, address, self.cache, rules).publication
        slug = str(config.extra["instansi"])
        prepared = examine(self.root, slug, self.cache, config.site_url)
        refuse_faulty(prepared.findings, strict=config.strict)
        if suspicions := report(prepared.findings):
            log.warning("%s", suspicions)
        made = publication(prepared, self.cache, rules)
        config.docs_dir = str(self.root / PAGES / slug)
        config.watch += [str(self.root / DATASETS / name) for name in (slug, REFERENCE)]
        target = Path(config.site_dir)
        if target.name == NOWHERE or target == self.root / SITES:
            config.site_dir = str(self.root / SITES / slug)
        agency = next(iter(made.catalogs)).agency
        config.nav = [_nav(entry) for entry in agency.menu]
        return made

    def _redirected(self, config: MkDocsConfig) -> MkDocsConfig:
        """Into a folder beside the published one; `mkdocs serve` has one of its own."""
        if not self.serving:
            MKDOCS_LOG.addHandler(self.warnings)
            self.live = place_of(Path(config.site_dir))
            self.side = side_folder(self.live)
            config.site_dir = str(self.side)
        return config

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, **_: object
    ) -> LiveReloadServer:
        """A preview that stays open past midnight shows the new day."""
        file = self.root / CACHE / "hari-pratinjau"
        agency = next(iter(self.publication.catalogs)).agency
        midnight.watch_day(file, agency.zone)
        server.watch(str(file))
        return server

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Generated pages and downloads join the pages people write; the theme's own stay away."""
        website = self.publication.website
        written = {page.path for page in website.written}
        for file in list(files):
            waits = file.is_documentation_page() and file.src_uri not in written
            if file.src_dir != config.docs_dir or waits:
                files.remove(file)
        made: dict[str, str | bytes] = {page.path: "" for page in website.generated.values()}
        for path, content in {**made, **website.files}.items():
            if not files.get_file_from_path(path):
                kind = InclusionLevel.NOT_IN_NAV
                files.append(File.generated(config, path, content=content, inclusion=kind))
        return files

    def on_page_markdown(self, markdown: str, page: Page, **_: object) -> str:
        """Hand-written pages with their references resolved."""
        written = {item.path: item.markdown for item in self.publication.website.written}
        return written.get(page.file.src_uri, "")

    def on_page_content(self, html: str, page: Page, **_: object) -> str:
        """What MkDocs made of Markdown; of a generated page what its template wrote."""
        own = self.pages[page.url]
        if page.file.generated_by:
            page.present_anchor_ids = {section.anchor for section in own.sections}
            return own.html
        tokens = list(page.toc)
        parts = tokens[0].children if tokens and tokens[0].level == 1 else tokens
        sections = tuple(Section(part.id, part.title) for part in parts)
        made = aligned(html)
        self.pages[page.url] = LayoutPage(page.url, own.title, made, sections, own.head)
        return made

    def on_page_context(self, context: TemplateContext, page: Page, **_: object) -> TemplateContext:
        """The templates know nothing of MkDocs."""
        context.update(self.theme.page_values(self.pages[page.url]))  # type: ignore[typeddict-item]
        return context

    def on_template_context(
        self, context: TemplateContext, template_name: str, **_: object
    ) -> TemplateContext:
        """404.html and sitemap.xml; whatever else a theme has is not linked to."""
        lost = template_name == LOST
        theme, pages = self.theme, self.pages.values()
        values = theme.lost_values() if lost else theme.sitemap_values(pages)
        context.update(values)  # type: ignore[typeddict-item]
        return context

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """The theme's words; the days of pages, which date sitemap.xml.gz, are no clock's."""
        speak(env)
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = self.publication.website.day.isoformat()
        return env

    def on_post_page(self, output: str, page: Page, **_: object) -> str:
        """Charts and tables enter after Markdown."""
        website = self.publication.website
        own = {item.path: item.exhibits for item in website.written}
        try:
            return filled(output, page.url, website, own.get(page.file.src_uri, {}))
        except Unfilled as problem:
            raise PluginError(str(problem)) from problem

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Verify and publish. MkDocs stops a strict build with warnings only after this event."""
        if self.serving:
            return
        found = finish(self.side, self.pages, self.publication, self.root, self.cache)
        try:
            refuse_faulty(found, strict=config.strict)
        except Refused as reason:
            raise PluginError(str(reason)) from reason
        if config.strict and self.warnings.get_counts():
            raise PluginError(text(message("site.warnings-above")))
        swap(self.side, self.live)
        config.site_dir = str(self.live)  # `mkdocs gh-deploy` reads it next
        MKDOCS_LOG.removeHandler(self.warnings)

    def on_build_error(self, error: Exception) -> None:
        """The published site stays as it is. A full disk or the like is no bug: no traceback."""
        MKDOCS_LOG.removeHandler(self.warnings)
        if self.side != Path():
            shutil.rmtree(self.side, ignore_errors=True)
        if isinstance(error, OSError):
            raise PluginError(trouble(error)) from error


def _nav(entry: MenuEntry) -> dict[str, object]:
    """An entry of the menu as MkDocs takes it."""
    return {entry.title: [_nav(page) for page in entry.below] or entry.path}


_adapter = Adapter()
on_startup = _adapter.on_startup
on_config = _adapter.on_config
on_serve = _adapter.on_serve
on_files = _adapter.on_files
on_page_markdown = _adapter.on_page_markdown
on_page_content = _adapter.on_page_content
on_page_context = _adapter.on_page_context
on_template_context = _adapter.on_template_context
on_env = _adapter.on_env
on_post_page = _adapter.on_post_page
on_post_build = _adapter.on_post_build
on_build_error = _adapter.on_build_error
