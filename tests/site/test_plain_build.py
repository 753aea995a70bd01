"""One agency's site alone, as `mkdocs build` makes it."""

from __future__ import annotations

import shutil
from pathlib import Path

from profil_terbuka import pipeline
from programs import anew, well
from support import ROOT, snapshot


def test_real_agency_is_identical_in_a_plain_build(built: Path, tmp_path: Path) -> None:
    """`mkdocs build -d X` of the default agency; drawing without a cache: tests/commands."""
    copy = tmp_path / "repo"
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("hooks", "docs", "datasets"):
        shutil.copytree(built.parent / name, copy / name, ignore=ignore)
    shutil.copy(built.parent / "mkdocs.yml", copy)
    (copy / pipeline.CACHE).symlink_to(ROOT / pipeline.CACHE)
    circumstances = {"TZ": "Pacific/Apia", "PYTHONHASHSEED": "3", "COLUMNS": "20"}
    well(anew(copy, "-m mkdocs", "build", "-q", "-d", str(tmp_path / "X"), **circumstances))
    assert snapshot(tmp_path / "X") == snapshot(built / "pontianak")
