"""The published site of the real agencies, built once for all tests of this file."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import frictionless
import openpyxl
import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka import pipeline
from profil_terbuka.check import EVERY_CODE
from profil_terbuka.check.kinds.copied_columns import TABLE_COPIED
from profil_terbuka.model import codes, read_printed
from profil_terbuka.model.findings import errors
from profil_terbuka.system.cache import Cache
from profil_terbuka.words import numbers
from profil_terbuka.words.catalogues import place_text
from profil_terbuka.words.catalogues import text as text_of
from profil_terbuka.words.report import cause, example, general_remedy
from support import ROOT

DATASETS = [
    pytest.param(slug, dataset, id=f"{slug}/{dataset.slug}")
    for slug in AGENCIES
    for dataset in catalog_of(slug).datasets
]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_published_package_validates_on_the_command_line(built: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(built / "pontianak/data/pbi", tmp_path / "copy")
    command = [Path(sys.executable).parent / "frictionless", "validate", "datapackage.json"]
    result = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("slug", "dataset"), DATASETS)
def test_zip_is_a_complete_package(slug: str, dataset, built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(built / slug / "data" / dataset.slug / f"{dataset.slug}.zip") as archive:
        archive.extractall(tmp_path)
    folder = tmp_path
    assert (folder / "BACA-SAYA.txt").read_text("utf-8").startswith(dataset.title)
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.to_summary()
    for path in folder.iterdir():
        if path.name != "BACA-SAYA.txt":
            published = built / slug / "data" / dataset.slug / path.name
            assert path.read_bytes() == published.read_bytes()


@pytest.mark.parametrize(("slug", "dataset"), DATASETS)
def test_every_format_holds_the_same_rows(slug: str, dataset, built: Path) -> None:
    folder = built / slug / "data" / dataset.slug
    tables = json.loads((folder / f"{dataset.slug}.json").read_text("utf-8"))["tables"]
    book = openpyxl.load_workbook(folder / f"{dataset.slug}.xlsx")
    for table in dataset.tables:
        printed = rows(folder / table.path)
        assert [tuple(row.values()) for row in printed] == list(table.cells)
        typed = [dict(zip(table.schema.position, row, strict=True)) for row in table.rows]
        plain = [{key: _number(value) for key, value in row.items()} for row in typed]
        assert tables[table.name]["rows"] == plain
        sheet = book["Data" if table.name == dataset.slug else table.name[:31]]
        cells = [tuple(map(_said, row)) for row in sheet.iter_rows(min_row=2, values_only=True)]
        assert cells == [
            tuple(value if value != "" else None for value in row.values()) for row in plain
        ]


def _said(value: object) -> object:
    """A cell of a workbook as other formats tell it: a day is a day there."""
    return value.date().isoformat() if isinstance(value, datetime.datetime) else value


def _number(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize(("slug", "dataset"), DATASETS)
def test_csv_is_canonical(slug: str, dataset, built: Path) -> None:
    for table in dataset.tables:
        data = (built / slug / "data" / dataset.slug / table.path).read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        assert data.endswith(b"\n")
        assert not data.endswith(b"\n\n")


@pytest.mark.parametrize(("slug", "dataset"), DATASETS)
def test_every_view_is_drawn(slug: str, dataset, built: Path) -> None:
    folder = built / slug / "data" / dataset.slug
    page = (folder / "index.html").read_text("utf-8")
    for view in dataset.views:
        assert (folder / f"{view.name}.png").read_bytes().startswith(b"\x89PNG")
        svg = (folder / f"{view.name}.svg").read_text("utf-8")
        assert svg.startswith("<svg xmlns=")
        assert 'role="img"' in svg
        assert 'aria-label="' in svg
        assert f'id="grafik-{dataset.slug}-{view.name}"' in page


def test_downloads_named_on_the_page_exist(built: Path) -> None:
    for slug in AGENCIES:
        for page in (built / slug / "data").rglob("index.html"):
            for target in re.findall(r'href="([^"#?]+)" download', page.read_text("utf-8")):
                assert (page.parent / target).resolve().is_file(), f"{page}: {target}"


def test_ids_are_unique_on_every_page(built: Path) -> None:
    for page in built.rglob("*.html"):
        ids = re.findall(r'\sid="([^"]+)"', page.read_text("utf-8"))
        twice = {name for name in ids if ids.count(name) > 1}
        assert not twice, f"{page.relative_to(built)}: {twice}"


def test_pbi_holds_thirty_kelurahan_in_four_years(built: Path) -> None:
    table = rows(built / "pontianak/data/pbi/pbi.csv")
    pairs = {(row["kode_kecamatan"], row["kode_kelurahan"]) for row in table}
    assert (len(table), len(pairs), len({row["tahun"] for row in table})) == (120, 30, 4)


def test_pkh_holds_twenty_nine_kelurahan_in_five_years(built: Path) -> None:
    table = rows(built / "pontianak/data/pkh/pkh.csv")
    assert (len(table), len({row["kode_kelurahan"] for row in table})) == (145, 29)
    assert {row["tahun"] for row in table} == {"2020", "2021", "2022", "2023", "2024"}


@pytest.mark.parametrize(
    ("name", "levels"), [("pbi", {"kecamatan"}), ("pkh", {"kecamatan", "kota"})]
)
def test_sums_equal_the_printed_totals(name: str, levels: set[str], built: Path) -> None:
    folder = built / "pontianak/data" / name
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows(folder / f"{name}.csv"):
        sums[row["tahun"], row["kode_kecamatan"]] += int(row["jumlah"] or 0)
        sums[row["tahun"], "61.71"] += int(row["jumlah"] or 0)
    printed = rows(folder / f"{name}-total.csv")
    assert {row["tingkat"] for row in printed} == levels
    for row in printed:
        assert bool(row["jumlah"]) == (row["status"] != "i"), row
        assert sums[row["tahun"], row["kode_wilayah"]] == int(row["jumlah"] or 0), row


def test_invalid_year_stays_out_of_charts(built: Path) -> None:
    svg = (built / "pontianak/data/pkh/per-kecamatan.svg").read_text("utf-8")
    shown: dict[str, int] = defaultdict(int)
    for row in rows(built / "pontianak/data/pkh/pkh-total.csv"):
        if row["tingkat"] == "kecamatan":
            stated = read_printed(row["nilai_tercetak"])
            assert isinstance(stated, int)
            shown[row["tahun"]] += f">{numbers.number(stated)}<" in svg
    assert shown["2020"] == shown["2024"] == 6
    assert shown["2021"] == 0


def test_workbook_keeps_codes_as_text(built: Path) -> None:
    data = (built / "pontianak/data/pbi/pbi.xlsx").read_bytes()
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Data"]
    assert sheet["B2"].value == "61.71.01"
    assert sheet.freeze_panes == "A2"


def test_statistics_page_quotes_the_data(built: Path) -> None:
    total = sum(
        int(row["jumlah"])
        for row in rows(built / "pontianak/data/pkh/pkh.csv")
        if row["tahun"] == "2024"
    )
    page = (built / "pontianak/statistik/index.html").read_text("utf-8")
    assert f"{total:,}".replace(",", ".") in page
    source = (ROOT / "docs/pontianak/statistik/index.md").read_text("utf-8")
    assert f"{total:,}".replace(",", ".") not in source


def test_guide_documents_every_finding_code(built: Path) -> None:
    page = (built / "panduan/temuan/index.html").read_text("utf-8")
    for code in EVERY_CODE:
        assert f'id="{code.name}"' in page
        assert all((cause(code), example(code), general_remedy(code)))


def test_removing_the_note_on_a_copied_year_stops_the_build(tmp_path: Path) -> None:
    for name in ("datasets", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    descriptor = tmp_path / "datasets/pontianak/pkh/datapackage.json"
    package = json.loads(descriptor.read_text("utf-8"))
    whole = package["catatan"]
    package["catatan"] = [note for note in whole if note["nama"] != "kolom-2021-salinan-pbi"]
    assert len(package["catatan"]) == len(whole) - 1
    descriptor.write_text(json.dumps(package), "utf-8")
    cache = Cache(tmp_path / "cache")
    copied = [
        finding
        for finding in errors(pipeline.examine(tmp_path, "pontianak", cache).findings)
        if finding.code is TABLE_COPIED
    ]
    assert len(copied) == 1
    assert "`pkh` tahun 2021 sama dengan tabel `pbi` tahun 2021" in text_of(copied[0].message)
    assert "27 dari 28" in text_of(copied[0].message)  # of 29 printed, two have lost their zeros
    assert copied[0].place.file == "datasets/pontianak/pkh/pkh.csv"
    package["catatan"] = whole
    descriptor.write_text(json.dumps(package), "utf-8")
    assert pipeline.examine(tmp_path, "pontianak", cache).findings == ()


@pytest.mark.parametrize("slug", AGENCIES)
def test_repository_has_no_open_findings(slug: str, tmp_path: Path) -> None:
    assert pipeline.examine(ROOT, slug, Cache(tmp_path)).findings == ()


def test_notes_are_part_of_the_package(built: Path) -> None:
    notes = rows(built / "pontianak/data/pkh/catatan.csv")
    assert "kolom-2021-salinan-pbi" in {note["nama"] for note in notes}
    page = (built / "pontianak/data/pkh/index.html").read_text("utf-8")
    assert 'href="../../data/pkh/#catatan-kolom-2021-salinan-pbi"' in page
    assert 'id="catatan-kolom-2021-salinan-pbi"' in page


def test_one_fault_is_told_once_whatever_refers_to_it(tmp_path: Path) -> None:
    for name in ("datasets", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    table = tmp_path / "datasets/pontianak/pbi/pbi.csv"
    lines = table.read_text("utf-8").splitlines(keepends=True)
    cells = lines[4].split(",")
    cells[5] = "banyak"
    lines[4] = ",".join(cells)
    table.write_text("".join(lines), "utf-8")
    (finding,) = pipeline.examine(tmp_path, "pontianak", Cache(tmp_path / "cache")).findings
    assert place_text(finding.place) == "datasets/pontianak/pbi/pbi.csv, baris 5, kolom `jumlah`"
    assert finding.code is codes.CELL_NOT_NUMBER


LEFTOVERS = ("lorem ipsum", "table of contents", "skip to content", "back to top", "edit this page")
"""Words of placeholders and of the theme's English, looked for in every finished page."""


def test_pages_have_no_foreign_leftover_and_no_empty_section(built: Path) -> None:
    for path in built.rglob("*.html"):
        # What the guide quotes as an example of a fault stands in <code>.
        page = re.sub(r"<code>.*?</code>", "", path.read_text("utf-8"))
        found = [word for word in LEFTOVERS if word in page.lower()]
        assert not found, f"{path.relative_to(built)}: {found}"
        article = page.partition("<article")[2].partition("</article>")[0]
        for section in re.split(r"<h2[ >]", article)[1:]:
            body = re.sub(r"<[^>]+>", "", section.partition("</h2>")[2])
            assert body.strip(), f"{path.relative_to(built)}: {section[:80]}"
