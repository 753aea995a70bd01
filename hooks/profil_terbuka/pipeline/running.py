"""Several stages in one go, for those who want only the end of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..model.findings import Finding, stopping
from ..publish.finishing import finish, write_files
from ..publish.publication import Publication
from ..render import render_website
from ..system.cache import Cache
from ..web import policy
from ..words.report import report
from .checking import check_sources
from .preparing import Prepared, prepare, unreadable
from .protecting import protect
from .reading import read_sources
from .writing import compose, draw, write

CACHE = ".cache"
"""Folder of the cache, below the repository's root."""


class Refused(Exception):
    """Findings forbid publication; its text is their report."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__(report(findings))


def examine(root: Path, slug: str, cache: Cache, portal: str | None = None) -> Prepared:
    """Every stage that can find a fault, up to `prepare`; nothing is drawn, nothing raised.

    `portal` is the address below which agencies without one of their own are published.
    """
    sources = read_sources(root, slug, portal)
    catalog = sources.catalog
    if catalog is None:
        return unreadable(sources)
    return prepare(protect(check_sources(sources, catalog, cache), catalog, cache))


def publication(
    prepared: Prepared, cache: Cache, page_policy: policy.Policy = policy.PAGE
) -> Publication:
    """What follows for publishable data, up to `compose`."""
    return compose(write(draw(prepared, cache), cache), cache, page_policy)


def refuse_faulty(findings: tuple[Finding, ...], *, strict: bool) -> None:
    """The one gate: Refused where findings forbid publication; under `strict` all of them do."""
    if stopping(findings, strict):
        raise Refused(findings)


def fill_folder(
    folder: Path, site: Publication, root: Path, cache: Cache, *, strict: bool = False
) -> None:
    """Lay the site out in an empty folder and verify it; Refused where it must not be published."""
    write_files(folder, render_website(site.website))
    refuse_faulty(finish(folder, site, root, cache), strict=strict)
