"""Next year's rows: what they contradict is named at once; once mended, everything says 2025.

Five tables of a real agency get a year that no book has printed; one kelurahan is left out of two.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from profil_terbuka import pipeline
from profil_terbuka.charts import sentence_of as sentence
from profil_terbuka.system.cache import Cache
from profil_terbuka.words.catalogues import text as text_of
from support import ROOT

AGENCY = "pontianak"
TABLES = {
    "pbi": ("pbi", "pbi-total"),
    "pkh": ("pkh", "pkh-total"),
    "disabilitas": ("disabilitas",),
    "klien-plat-uprs": ("klien-plat-uprs", "klien-plat-uprs-total"),
    "ppks-ditangani": ("ppks-ditangani",),
}
LEFT_OUT = "Siantan Hulu"
Row = dict[str, str]


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    """A copy of the agency's data and pages, with rows for 2025 a little above those of 2024."""
    for part in (f"datasets/{AGENCY}", "datasets/acuan", f"docs/{AGENCY}"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("v"))
    for slug in TABLES:
        parts, *totals = TABLES[slug]
        rows = [row for row in read(tmp_path, slug, parts) if row["tahun"] == "2024"]
        if slug == "pbi":  # one kelurahan stands under a second kecamatan too, marked as doubtful
            rows = [row for row in rows if row["status"] != "u"]
        grown = list(map(_grown, rows))
        for total in totals:
            own = [row for row in read(tmp_path, slug, total) if row["tahun"] == "2024"]
            append(tmp_path, slug, total, [_summed(row, grown) for row in own])
        append(tmp_path, slug, parts, [r for r in grown if r.get("kelurahan") != LEFT_OUT])
    return tmp_path


def read(root: Path, slug: str, table: str) -> list[Row]:
    text = (root / f"datasets/{AGENCY}/{slug}/{table}.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def append(root: Path, slug: str, table: str, rows: list[Row]) -> None:
    path = root / f"datasets/{AGENCY}/{slug}/{table}.csv"
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writerows(rows)


def _grown(row: Row) -> Row:
    before = int(row["jumlah"] or 0)
    value = str(round(before * 1.04) + 1 if before else 0)  # one more than none would be private
    return {**row, "tahun": "2025", "jumlah": value, "nilai_tercetak": value, "status": "A"}


def _summed(row: Row, parts: list[Row]) -> Row:
    """A total of 2025 for the rows that a total of 2024 was about."""
    code = row.get("kode_wilayah", "")
    own = [part for part in parts if part.get("kode_kecamatan", "").startswith(code)]
    value = str(sum(int(part["jumlah"]) for part in own))
    return {**row, "tahun": "2025", "jumlah": value, "nilai_tercetak": value, "status": "A"}


def found(root: Path) -> set[tuple[str, str]]:
    """(code, dataset or page) of everything found, without what asks for an edition."""
    checked = pipeline.examine(root, AGENCY, Cache(root / "cache"))
    return {
        (finding.code.name, Path(finding.place.file).parent.name)
        for finding in checked.findings
        if finding.code.name != "edisi-berubah"
    }


def test_every_gap_and_contradiction_is_named(agency: Path) -> None:
    told = found(agency)
    assert {("cakupan-tidak-cocok", slug) for slug in TABLES} <= told
    assert {("tahun-tanpa-sumber", slug) for slug in TABLES} <= told
    assert {("anggota-hilang", "pbi"), ("anggota-hilang", "pkh")} <= told
    assert {("wilayah-kurang", "pbi"), ("wilayah-kurang", "pkh")} <= told
    assert {("judul-tidak-cocok", slug) for slug in TABLES} <= told
    checked = pipeline.examine(agency, AGENCY, Cache(agency / "cache"))
    gaps = [text_of(f.message) for f in checked.findings if f.code.name == "anggota-hilang"]
    assert all(f"`{LEFT_OUT}`" in message for message in gaps)
    assert not checked.publishable


def edit(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    document = json.loads(path.read_text("utf-8"))
    change(document)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2), "utf-8")


def _mend(document: dict[str, Any]) -> None:
    """What staff do: coverage, a source of the year, titles, and the year that charts choose."""
    document["cakupan"]["selesai"] = 2025
    first = document["cakupan"]["mulai"]
    old = document["sources"][0]
    old["tahun"] = list(range(first, 2025))
    document["sources"].append(
        {"title": "Buku Profil 2025", "version": "2025", "bagian": "Tabel", "tahun": [2025]}
    )
    document["description"] = re.sub(
        r"(\d{4}\N{EN DASH})2024", r"\g<1>2025", document["description"]
    )
    for view in document.get("grafik", ()):
        years = view.get("saring", {}).get("tahun")
        if years == 2024 or (document["name"] == "pkh" and years == 2023):
            view["saring"]["tahun"] = 2025
            view["judul"] = re.sub(r"202[34]", "2025", view["judul"])
        elif isinstance(years, list):
            years.append(2025)
        if years is None or isinstance(years, list):
            view["judul"] = view["judul"].replace("\N{EN DASH}2024", "\N{EN DASH}2025")


def test_once_mended_everything_says_2025(agency: Path) -> None:
    for slug, (parts, *_) in TABLES.items():
        edit(agency / f"datasets/{AGENCY}/{slug}/datapackage.json", _mend)
        if slug in ("pbi", "pkh"):
            rows = read(agency, slug, parts)
            lost = [r for r in rows if r["tahun"] == "2024" and r["kelurahan"] == LEFT_OUT]
            append(agency, slug, parts, [_grown(row) for row in lost])
    for path in (agency / f"docs/{AGENCY}").rglob("*.md"):
        text = path.read_text("utf-8")
        text = re.sub(
            r"\{\{ kartu: (?:pbi|pkh|klien)[^}]*\}\}", lambda m: m[0].replace("2024", "2025"), text
        )
        path.write_text(text, "utf-8")
    identity = agency / f"datasets/{AGENCY}/instansi.yml"
    lines = identity.read_text("utf-8").splitlines(keepends=True)
    about = re.compile(r"pbi|pkh|klien|keluarga penerima|PLAT")
    identity.write_text(
        "".join(x.replace("2024", "2025") if about.search(x) else x for x in lines), "utf-8"
    )
    # The kelurahan that stood under two kecamatan does so no more: asked about, and rightly.
    assert found(agency) == {("anggota-hilang", "pbi")}
    checked = pipeline.examine(agency, AGENCY, Cache(agency / "cache"))
    assert checked.catalog is not None
    for slug in TABLES:
        dataset = checked.catalog.by_slug[slug]
        assert dataset.coverage.end == 2025
        assert any(source.years == (2025,) for source in dataset.sources)
        drawn = [data for data in checked.charts if data.slug == slug]
        newest = [data for data in drawn if "2021" not in data.when and "2023" not in data.when]
        assert newest
        for data in newest:
            assert "2025" in data.view.title, data.view.title
            assert "2025" in (data.finding or sentence(data)), (data.view.title, sentence(data))
