"""Two renderers, one site: MkDocs and our own give the same bytes, agency by agency and above.

`make site` renders without MkDocs. Whoever calls `mkdocs build`, in another place and under other
circumstances, gets the same.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from profil_terbuka import pipeline
from profil_terbuka.read.catalog import agency_slugs
from programs import anew, well
from support import HALF_COMPILED, ROOT, snapshot

AGENCIES = agency_slugs(ROOT)
ELSEWHERE = {"TZ": "Pacific/Apia", "PYTHONHASHSEED": "3", "COLUMNS": "20"}


@pytest.fixture
def checkout(built: Path, tmp_path: Path) -> Path:
    """What `built` was made of, at another place; what was drawn serves here too."""
    copy = tmp_path / "repo"
    for name in ("hooks", "docs", "datasets"):
        shutil.copytree(built.parent / name, copy / name, ignore=HALF_COMPILED)
    for path in built.parent.glob("mkdocs*.yml"):
        shutil.copy(path, copy)
    (copy / pipeline.CACHE).symlink_to(ROOT / pipeline.CACHE)
    return copy


@pytest.mark.parametrize("slug", AGENCIES)
def test_an_agencys_site(slug: str, built: Path, checkout: Path) -> None:
    target = checkout.parent / "X"
    command = ("-m mkdocs", "build", "-q", "-d", str(target))
    well(anew(checkout, *command, **ELSEWHERE, INSTANSI=slug))
    assert snapshot(target) == snapshot(built / slug)


def test_the_portal(built: Path, checkout: Path) -> None:
    target = checkout.parent / "X"
    command = ("-m mkdocs", "build", "-q", "-f", "mkdocs.portal.yml", "-d", str(target))
    well(anew(checkout, *command, **ELSEWHERE, SITUS_INSTANSI=str(built)))
    above = {
        name: data
        for name, data in snapshot(built).items()
        if name.partition("/")[0] not in AGENCIES
    }
    assert snapshot(target) == above
