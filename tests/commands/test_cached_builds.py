"""A build over whatever its cache holds equals a fresh one."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from damages import DAMAGES
from profil_terbuka import pipeline
from profil_terbuka.portal import standing
from programs import anew, run, well
from support import change, own_engine, snapshot

KINDS = {
    "templat",
    "dataset",
    "bagian-katalog",
    "frictionless",
    "gambar",
    "gaya",
    "indeks-cari",
    "katalog",
    "kembaran",
    "markup",
    "parquet",
    "tanpa-data-pribadi",
    "tidak-terungkap",
}


def build(project: Path) -> dict[str, bytes]:
    """The site as bangun.py makes it."""
    well(run(project, "bangun.py"))
    return snapshot(project / "site")


def entries(project: Path) -> list[Path]:
    """All that is kept; what is known of the published site is tried in test_unchanged_builds."""
    found = (path for path in (project / pipeline.CACHE).rglob("*") if path.is_file())
    return sorted(path for path in found if path.parent.name != standing.KIND)


def contents(project: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in entries(project)}


def test_the_builds_below_keep_entries_of_every_kind(origin: Path) -> None:
    assert {path.parent.name for path in entries(origin)} == KINDS


@pytest.mark.parametrize("seed", range(3))
def test_a_build_over_damaged_entries_equals_a_fresh_one(
    published: Path, origin: Path, seed: int
) -> None:
    chance = random.Random(seed)
    whole = contents(published)
    for entry in entries(published):
        damage = DAMAGES[chance.randrange(len(DAMAGES))]
        entry.write_bytes(damage(entry.read_bytes(), chance))
    assert build(published) == snapshot(origin / "site")
    assert contents(published) == whole


def test_a_build_over_exchanged_entries_equals_a_fresh_one(published: Path, origin: Path) -> None:
    whole = contents(published)
    for kind in KINDS:
        found = sorted((published / pipeline.CACHE / kind).iterdir())
        data = [path.read_bytes() for path in found]
        if len(found) == 1:
            data = [next(iter(whole.values()))]
        for path, other in zip(found, [*data[1:], data[0]], strict=True):
            path.write_bytes(other)
    assert build(published) == snapshot(origin / "site")
    assert contents(published) == whole


def test_a_warm_build_after_a_change_of_the_program_equals_a_cold_one(published: Path) -> None:
    """The mark of thousands stands in drawings, which are kept, and on pages, which are not."""
    drawing = "contoh/data/penerima/per-kecamatan.svg"
    assert ">1.310<" in (published / "site" / drawing).read_text("utf-8")
    change(own_engine(published) / "words/id/numbers.py", '(",.", ".,")', '(",.", "_,")')
    well(anew(published, "bangun.py"))
    warm = snapshot(published / "site")
    assert b">1_310<" in warm[drawing]
    shutil.rmtree(published / pipeline.CACHE)
    well(anew(published, "bangun.py"))
    assert snapshot(published / "site") == warm
