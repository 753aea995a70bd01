"""What comes with the program: a repository has it without holding it, and may have its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from profil_terbuka.check.conform import check_conformity
from profil_terbuka.pipeline import examine
from profil_terbuka.publish.dressing import media
from profil_terbuka.read import catalog, manuscripts, shipped
from profil_terbuka.system.cache import Cache
from support import BASE, change

REGIONS = "datasets/acuan/wilayah"
PORTAL = "docs/portal"


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What comes with the program: the invented reference packages, and pages of a portal."""
    folder = tmp_path / "bawaan"
    shutil.copytree(BASE / "datasets/acuan", folder / "datasets/acuan")
    (folder / PORTAL / "gambar").mkdir(parents=True)
    for name in ("index", "panduan"):
        (folder / PORTAL / f"{name}.md").write_text(f"# Dari program: {name}\n", "utf-8")
    (folder / PORTAL / "gambar/meja.png").write_bytes(b"gambar")
    monkeypatch.setattr(shipped, "SHIPPED", folder)
    return folder


@pytest.fixture
def bare(data: Path) -> Path:
    """The invented agency without any reference packages of its own."""
    shutil.rmtree(data / "datasets/acuan")
    return data


def test_what_comes_with_the_program_is_as_good_as_ones_own(
    beside: Path, bare: Path, cache: Cache
) -> None:
    lacking = examine(bare, "contoh", cache)
    whole = examine(BASE, "contoh", cache)
    assert lacking.findings == whole.findings
    assert lacking.catalog
    assert whole.catalog
    assert lacking.catalog.reference == whole.catalog.reference
    assert not [item for item in lacking.findings if "acuan" in item.place.file]


def test_without_them_regions_are_unknown(bare: Path) -> None:
    assert catalog.reference(bare) == ()


def test_a_package_of_the_same_name_goes_before(beside: Path, bare: Path, cache: Cache) -> None:
    shutil.copytree(beside / REGIONS, bare / REGIONS)
    descriptor = bare / REGIONS / "datapackage.json"
    change(
        descriptor, '"title": "Kode wilayah",\n  "desc', '"title": "Milik kami: wilayah",\n  "desc'
    )
    found = {item.slug: item for item in catalog.reference(bare)}
    assert found["wilayah"].title.startswith("Milik kami: ")
    assert len(found) == len(catalog.reference(BASE))
    assert list(check_conformity([found["wilayah"]], bare, cache)) == []


def test_a_package_of_another_name_joins(beside: Path, bare: Path) -> None:
    own = bare / "datasets/acuan/batas-9902"
    shutil.copytree(beside / "datasets/acuan/batas-9901", own)
    for path in own.iterdir():
        text = path.read_text("utf-8").replace("batas-9901", "batas-9902")
        path.unlink()
        path.with_name(path.name.replace("9901", "9902")).write_text(text, "utf-8")
    found = [item.slug for item in catalog.reference(bare)]
    assert found == sorted(found)
    assert {"batas-9901", "batas-9902", "wilayah"} <= set(found)


def test_no_agency_comes_with_the_program(beside: Path, bare: Path) -> None:
    (beside / "datasets/lain").mkdir()
    assert catalog.agency_slugs(bare) == ("contoh",)


def test_pages_of_the_portal_are_there_one_by_one(beside: Path, bare: Path) -> None:
    own = bare / PORTAL
    own.mkdir(exist_ok=True)
    (own / "index.md").write_text("# Milik kami\n", "utf-8")
    (own / "tambahan.md").write_text("# Juga\n", "utf-8")
    pages, faults = manuscripts.read_manuscripts(bare, "portal")
    assert faults == ()
    assert {page.path: page.text for page in pages} == {
        "index.md": "# Milik kami\n",
        "panduan.md": "# Dari program: panduan\n",
        "tambahan.md": "# Juga\n",
    }
    assert media(bare, "portal") == {"gambar/meja.png": b"gambar"}


def test_a_file_is_looked_for_in_the_repository_first(beside: Path, bare: Path) -> None:
    file = f"{REGIONS}/datapackage.json"
    assert shipped.located(bare, file) == beside / file
    shutil.copytree(beside / REGIONS, bare / REGIONS)
    assert shipped.located(bare, file) == bare / file
    assert shipped.located(bare, "datasets/tiada") == bare / "datasets/tiada"
