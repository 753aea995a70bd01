"""The agencies whose data stand in this repository, read once for all tests of a process."""

from __future__ import annotations

from functools import cache

from profil_terbuka.model import Catalog
from profil_terbuka.read import catalog
from support import ROOT

AGENCIES = catalog.agency_slugs(ROOT)


@cache
def catalog_of(slug: str) -> Catalog:
    """What an agency of this repository publishes."""
    found = catalog.load(ROOT, slug).catalog
    assert found, f"{slug} has errors: make check"
    return found
