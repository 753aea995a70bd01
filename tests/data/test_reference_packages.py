"""The engine with the real reference packages: short ones, without a column, without a table."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from profil_terbuka import pipeline
from profil_terbuka.ppid.law.obligations import ObligationCategory
from profil_terbuka.system.cache import Cache
from profil_terbuka.words import catalogues as words
from support import ROOT, change, written

PACKAGES = sorted(path.parent.name for path in ROOT.glob("datasets/acuan/*/datapackage.json"))
RHYTHM = "Informasi yang berkaitan dengan Badan Publik,terbitkan,,,,6-bulan"
NEW_RHYTHM = RHYTHM.replace("6-bulan", "lima-tahunan")


@pytest.fixture
def lawful(data: Path) -> Path:
    """The invented agency with the real reference packages."""
    shutil.rmtree(data / "datasets/acuan")
    shutil.copytree(ROOT / "datasets/acuan", data / "datasets/acuan")
    shutil.rmtree(data / "datasets/acuan/konsep")
    shutil.copytree(
        ROOT / "tests/dasar/datasets/acuan", data / "datasets/acuan", dirs_exist_ok=True
    )
    return data


def outcome(root: Path, cache: Cache) -> set[str]:
    """The kinds of findings; what can be published is put together as well."""
    checked = pipeline.examine(root, "contoh", cache)
    if checked.publishable:
        written(checked, cache)
    return {finding.code.name for finding in checked.findings}


def test_a_new_rhythm_of_the_law_is_used(lawful: Path, cache: Cache) -> None:
    rhythms = lawful / "datasets/acuan/tenggat/tenggat.csv"
    with rhythms.open("a", encoding="utf-8") as file:
        file.write(
            "lima-tahunan,lima tahun sekali,1830,akhir periode,terlalu lama,uji,ya,ya,umur,12-31\n"
        )
    law = lawful / "datasets/acuan/kewajiban/kewajiban.csv"
    change(law, RHYTHM, NEW_RHYTHM)
    found = outcome(lawful, cache)
    assert "kewajiban-tidak-dikenal" not in found


def test_categories_have_words() -> None:
    """A category of the reference package that the program lacks would be a finding for all."""
    with (ROOT / "datasets/acuan/kewajiban/kewajiban.csv").open(encoding="utf-8") as file:
        assert {row["kategori"] for row in csv.DictReader(file)} <= set(ObligationCategory)


@pytest.mark.parametrize("slug", PACKAGES)
def test_a_reference_package_without_a_column_is_a_finding_or_does_without(
    lawful: Path, cache: Cache, slug: str
) -> None:
    folder = lawful / "datasets/acuan" / slug
    document = folder / "datapackage.json"
    whole = json.loads(document.read_text("utf-8"))
    for at, resource in enumerate(whole["resources"]):
        table = folder / resource["path"]
        before = table.read_bytes()
        rows = list(csv.reader(io.StringIO(before.decode("utf-8"), newline="")))
        for field in resource["schema"]["fields"]:
            left = json.loads(json.dumps(whole))
            for key in ("aturan", "grafik", "catatan"):
                left.pop(key, None)
            schema = left["resources"][at]["schema"]
            schema["fields"] = [item for item in schema["fields"] if item["name"] != field["name"]]
            for key in ("primaryKey", "foreignKeys"):
                schema.pop(key, None)
            document.write_text(json.dumps(left, ensure_ascii=False), "utf-8")
            index = rows[0].index(field["name"])
            made = io.StringIO(newline="")
            kept = ([*row[:index], *row[index + 1 :]] for row in rows)
            csv.writer(made, lineterminator="\n").writerows(kept)
            table.write_bytes(made.getvalue().encode())
            outcome(lawful, cache)
            table.write_bytes(before)


@pytest.mark.parametrize(
    ("slug", "table"),
    [
        ("konsep", "konsep-kategori"),
        ("kewajiban", "kewajiban-dokumen"),
        ("kewajiban", "kewajiban-situs"),
        ("tenggat", "tenggat-hari-kerja"),
        ("indikator-monev", "indikator-monev-kewajiban"),
        ("batas-6171", "batas-6171-garis"),
    ],
)
def test_a_reference_package_without_a_table_is_said(
    lawful: Path, slug: str, table: str, cache: Cache
) -> None:
    shutil.rmtree(lawful / "datasets/acuan" / slug, ignore_errors=True)
    folder = Path(shutil.copytree(ROOT / "datasets/acuan" / slug, lawful / "datasets/acuan" / slug))
    document = json.loads((folder / "datapackage.json").read_text("utf-8"))
    (gone,) = (item for item in document["resources"] if item["name"] == table)
    document["resources"].remove(gone)
    for key in ("aturan", "catatan"):
        document.pop(key, None)
    (folder / gone["path"]).unlink()
    (folder / "datapackage.json").write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    checked = pipeline.examine(lawful, "contoh", cache)
    assert f"Tabel `{table}` tidak ada." in {words.text(item.message) for item in checked.findings}


@pytest.mark.parametrize("slug", PACKAGES)
def test_a_reference_package_may_be_short(lawful: Path, cache: Cache, slug: str) -> None:
    """Its first three rows alone: whatever the program looks for among them is a finding."""
    for table in (lawful / "datasets/acuan" / slug).glob("*.csv"):
        lines = table.read_text("utf-8").splitlines()
        table.write_text("\n".join(lines[:4]) + "\n", "utf-8")
    found = outcome(lawful, cache)
    assert ("deskriptor-tidak-cocok" in found) == (slug == "kolom-dip")
