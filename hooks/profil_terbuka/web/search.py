"""The search page, at cari/. What it searches is made elsewhere; here is what a reader sees."""

from __future__ import annotations

from collections.abc import Sequence

from ..comparison.snapshot import Snapshot
from ..model import Agency
from ..model.products import Page
from .fragments import ROOT, front_matter, heading, mark, render

PATH = "cari/index.md"
Links = Sequence[tuple[str, str]]
"""Titles and addresses."""


def search_page(agency: Agency, synonyms: Sequence[Sequence[str]]) -> Page:
    """Search in one agency's site; whoever finds nothing is led to its menu."""
    menu = (
        (title, f"{ROOT}/{path.removesuffix('index.md').removesuffix('.md')}")
        for entry in agency.menu
        for title, path in entry.items()
        if isinstance(path, str) and path not in ("index.md", "data/index.md")
    )
    return _page(agency.name, synonyms, (("Katalog data", f"{ROOT}/data/"), *menu), ())


def portal_search(snapshots: Sequence[Snapshot], synonyms: Sequence[Sequence[str]]) -> Page:
    """Search in the portal and in the sites of all agencies below it."""
    below = tuple((item.name, f"{item.slug}/") for item in snapshots)
    pages = (("Katalog data", f"{ROOT}/data/"), ("Perbandingan", f"{ROOT}/perbandingan/"))
    links = (*pages, *((name, f"{ROOT}/{address}") for name, address in below))
    return _page("semua instansi", synonyms, links, below)


def _page(where: str, synonyms: Sequence[Sequence[str]], links: Links, below: Links) -> Page:
    html = render("cari", sinonim=synonyms, tautan=links, lain=below)
    head = front_matter("Cari", f"Cari halaman, data, angka, dan istilah di situs {where}.")
    return Page(PATH, "\n\n".join([head, heading("Cari"), mark("cari")]) + "\n", {"cari": html})
