"""Nothing private leaves with a site: all that is published, read as the exit reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka import pipeline, privacy
from profil_terbuka.model import Catalog
from profil_terbuka.system.cache import Cache
from support import ROOT, snapshot


def found(files: dict[str, bytes], *catalogs: Catalog) -> list[str]:
    """What the exit gate finds; what it has read before it knows by its bytes."""
    cache = Cache(ROOT / pipeline.CACHE)
    return list(map(str, privacy.check_outputs(files, catalogs, cache, portal=False)))


@pytest.mark.parametrize("slug", AGENCIES)
def test_an_agencys_site_holds_nothing_private(slug: str, built: Path) -> None:
    assert found(snapshot(built / slug), catalog_of(slug)) == []


def test_the_portal_holds_nothing_private(built: Path) -> None:
    every = snapshot(built)
    portal = {name: data for name, data in every.items() if name.split("/")[0] not in AGENCIES}
    assert found(portal, *map(catalog_of, AGENCIES)) == []
