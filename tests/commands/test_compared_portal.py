"""The portal of two agencies that share a concept."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest

from comparable import add_other_agency, declare
from programs import run, well
from support import Once, change, copy_of


@pytest.fixture(scope="module")
def two(origin: Path, once: Once) -> Path:
    """A repository with two agencies that share a concept, published."""
    return once("dua-instansi", partial(publish_two, origin))


def publish_two(origin: Path, folder: Path) -> None:
    project = copy_of(origin, folder)
    declare(project, ukuran="jumlah")
    add_other_agency(project)
    well(run(project, "bangun.py"))


def test_the_portal_compares_what_agencies_declare(two: Path) -> None:
    table = (two / "site/perbandingan/penerima/penerima.csv").read_text("utf-8")
    assert "penerima,2024,,,Dinas Contoh,2120,orang,contoh/data/penerima/" in table
    assert "penerima,2024,,,Dinas Lain,183,orang,dinas-lain/data/contoh-penerima/" in table
    assert "perbandingan/penerima/" in (two / "site/index.html").read_text("utf-8")


def test_the_portals_map_dates_what_is_made_of_data(two: Path) -> None:
    """The day of the newest edition of any agency; the staff guide is of no such day."""
    days = {slug: last_modified(two / "site" / slug) for slug in ("contoh", "dinas-lain")}
    newest = max(day for found in days.values() for day in found.values())
    found = last_modified(two / "site")
    dated = {address for address, day in found.items() if day}
    assert {found[address] for address in dated} == {newest}
    assert {"", "data/", "perbandingan/", "perbandingan/penerima/", "a-z/"} <= dated
    guide = {address for address in found if address.startswith("panduan/")}
    assert len(guide) > 10
    assert not guide & dated
    page = (two / "site/data/index.html").read_text("utf-8")
    assert f'property="article:modified_time" content="{newest}"' in page


def last_modified(site: Path) -> dict[str, str]:
    """The pages of a site's map by their address below it, with the day that each is said to be."""
    told = (site / "sitemap.xml").read_text("utf-8")
    entries = re.findall(r"<loc>([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?", told)
    root = entries[0][0]
    return {address.removeprefix(root): day for address, day in entries}


@pytest.fixture
def changed(two: Path, tmp_path: Path) -> Path:
    """A copy of `two` to change."""
    return copy_of(two, tmp_path / "repo")


def test_unequal_definitions_stand_in_a_table_without_a_chart(changed: Path) -> None:
    file = changed / "datasets/dinas-lain/contoh-penerima/datapackage.json"
    change(
        file,
        '"pengertian": "penerima bantuan", "sama": true',
        '"pengertian": "yang dilayani", "sama": false',
    )
    well(run(changed, "bangun.py"))
    folder = changed / "site/perbandingan/penerima"
    there = sorted(path.name for path in folder.iterdir())
    assert there == ["index.html", "index.md", "penerima.csv"]
    page = (folder / "index.html").read_text("utf-8")
    assert "jangan dibandingkan langsung" in page
    assert "Dinas Lain mencatat yang dilayani" in page
    assert "<figure" not in page
    assert "Pengertian berbeda, hanya tabel" in (changed / "site/index.html").read_text("utf-8")


def test_a_broken_agency_stays_in_the_portal_as_it_was(changed: Path) -> None:
    old = (changed / "site/contoh/data/penerima/index.html").read_bytes()
    change(changed / "datasets/contoh/penerima/penerima.csv", "Utara,1310,A", "Utara,banyak,A")
    change(
        changed / "datasets/dinas-lain/contoh-penerima/contoh-penerima.csv",
        "2024,Bantuan pangan,132",
        "2024,Bantuan pangan,142",
    )
    result = run(changed, "bangun.py")
    assert result.returncode == 1
    assert "Tidak diperbarui karena kesalahan di atas: contoh." in result.stderr
    assert (changed / "site/contoh/data/penerima/index.html").read_bytes() == old
    table = (changed / "site/perbandingan/penerima/penerima.csv").read_text("utf-8")
    assert "Dinas Contoh,2120," in table
    assert "Dinas Lain,193," in table


def test_reserved_addresses_are_no_agency(project: Path) -> None:
    (project / "datasets/contoh").rename(project / "datasets/data")
    result = run(project, "periksa.py")
    assert result.returncode == 1
    assert "`data` sudah menjadi alamat di portal" in result.stderr
