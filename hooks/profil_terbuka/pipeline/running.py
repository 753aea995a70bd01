"""Several stages in one go, for those who want only the end of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..model.embargo import Scope
from ..model.findings import in_order
from ..model.messages import message
from ..publish.finishing import finish, write_files
from ..publish.publication import Publication
from ..render import layout_pages, render_website
from ..system import progress
from ..system.cache import Cache
from ..system.collector import collector_at_rest
from ..system.compiled_templates import keep_compiled
from ..web import policy
from .checking import check_sources
from .preparing import Prepared, prepare, unreadable
from .protecting import protect
from .reading import read_sources
from .refusal import refuse_faulty
from .writing import compose, draw, write

CACHE = ".cache"
"""Folder of the cache, below the repository's root."""


@collector_at_rest()
def examine(
    root: Path,
    slug: str,
    cache: Cache,
    portal: str | None = None,
    scope: Scope = Scope.PUBLIC,
) -> Prepared:
    """Every stage that can find a fault, up to `prepare`; nothing is drawn, nothing raised.

    `portal` is the address below which agencies without one of their own are published; only with
    a `scope` that says so, what waits for its day is among what is examined.
    """
    sources = read_sources(root, slug, portal, scope)
    catalog = sources.catalog
    if catalog is None:
        return unreadable(sources)
    return prepare(protect(check_sources(sources, catalog, cache), catalog, cache))


def review(root: Path, slug: str, cache: Cache) -> Prepared:
    """All there is to find: in what would be published now, and in what waits for its day.

    The latter must be sound before its day. What the law asks is judged by what is published.
    """
    public = examine(root, slug, cache)
    if not public.sources.waiting:
        return public
    whole = examine(root, slug, cache, scope=Scope.STAGED)
    found = in_order((*public.findings, *whole.findings))
    return replace(whole, findings=found, openness=public.openness)


def publication(
    prepared: Prepared, cache: Cache, page_policy: policy.Policy = policy.PAGE
) -> Publication:
    """What follows for publishable data, up to `compose`."""
    progress.begin(message("commands.doing-pages", agency=prepared.sources.slug))
    keep_compiled(cache)
    return compose(write(draw(prepared, cache), cache), cache, page_policy)


def fill_folder(
    folder: Path, site: Publication, root: Path, cache: Cache, *, strict: bool = False
) -> None:
    """Lay the site out in an empty folder and verify it; Refused where it must not be published."""
    progress.begin(message("commands.doing-verification"))
    pages = layout_pages(site.website)
    write_files(folder, render_website(site.website, pages))
    refuse_faulty(finish(folder, pages, site, root, cache), strict=strict)
