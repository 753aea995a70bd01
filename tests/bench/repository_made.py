"""A whole repository around invented datasets: the program copied, one agency, the portal's pages.

A copy, so that whoever works on the program meanwhile neither slows a build nor empties its cache;
compiled, so that no build is charged with what happens once. Under git, as every office's is: a
build asks it which commit it is of.
"""

from __future__ import annotations

import compileall
import csv
import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from string import Template

from .datasets_made import COLUMNS, MadeDataset
from .region import Region, first_town

ROOT = Path(__file__).resolve().parents[2]
AGENCY = "bangku-uji"
_IDENTITY = Template("""nama: Dinas Bangku Rekaan
nama_singkat: Dinas Bangku
wilayah: "$region"
ringkasan: Instansi rekaan yang dibuat untuk mengukur beban pembangunan situs.
buku: Buku Profil Dinas Bangku Rekaan
alamat: Jalan Contoh Nomor 1
warna: "#0b5c8a"
menu:
  - Beranda: index.md
  - Data: data/index.md
""")
_FRONT = """---
title: Beranda
description: Data terbuka instansi rekaan.
---

# Dinas Bangku Rekaan

Halaman depan instansi rekaan.

[Lihat semua data](data/index.md)
"""


def begin_repository(folder: Path) -> Region:
    """The program and an agency without data in `folder`, which is not there yet; the town that
    its data are to be of."""
    for name in ("hooks", "scripts", "docs/portal", "datasets/acuan"):
        shutil.copytree(ROOT / name, folder / name)
    for path in ROOT.glob("mkdocs*.yml"):
        shutil.copy(path, folder)
    compileall.compile_dir(folder / "hooks", quiet=1)
    region = first_town(folder / "datasets" / "acuan" / "wilayah" / "wilayah.csv")
    write(agency_folder(folder) / "instansi.yml", _IDENTITY.substitute(region=region.code))
    write(folder / "docs" / AGENCY / "index.md", _FRONT)
    write(folder / ".gitignore", "/.cache/\n/site/\n/.site.*\n__pycache__/\n")
    return region


def add_datasets(folder: Path, datasets: Iterable[MadeDataset], region: Region) -> None:
    """Data packages of the agency, and all of the repository committed."""
    for dataset in datasets:
        add_package(folder, package_of(dataset, region), dataset.rows)
    commit(folder)


def add_package(folder: Path, package: dict, rows: Iterable[tuple]) -> None:
    """A data package of one table, whose columns are those of its descriptor."""
    place = agency_folder(folder) / package["name"]
    write(place / "datapackage.json", json.dumps(package, ensure_ascii=False, indent=2) + "\n")
    (table,) = package["resources"]
    with (place / table["path"]).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([field["name"] for field in table["schema"]["fields"]])
        writer.writerows(rows)


def agency_folder(folder: Path) -> Path:
    """Where the agency's data stand in a repository."""
    return folder / "datasets" / AGENCY


def table_of_dataset(folder: Path, slug: str) -> Path:
    """The CSV file of a dataset."""
    return agency_folder(folder) / slug / f"{slug}.csv"


def change_one_cell(folder: Path, slug: str) -> None:
    """One more in the last row of a dataset: the smallest change that staff make."""
    path = table_of_dataset(folder, slug)
    *before, last = path.read_text("utf-8").splitlines()
    start, _, value = last.rpartition(",")
    write(path, "\n".join([*before, f"{start},{int(value) + 1}", ""]))


def package_of(dataset: MadeDataset, region: Region) -> dict:
    """The descriptor of a dataset, as complete as the schema asks for."""
    name = dataset.title.removesuffix(" menurut kecamatan")
    chart = {"nama": "utama", "judul": dataset.title, "tabel": dataset.slug, "ukuran": "jumlah"}
    return {
        **package_head(dataset.slug, dataset.title, region),
        "grafik": [{**chart, **dataset.chart}],
        "resources": [table_resource(dataset.slug, dataset.title, _fields(name), COLUMNS[:2])],
    }


def package_head(slug: str, title: str, region: Region) -> dict:
    """What a descriptor says of the whole package."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slug,
        "title": title,
        "description": f"{title} di {region.name}, dicatat setiap akhir tahun.",
        "version": "1.0.0",
        "created": "2025-01-02T00:00:00Z",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "contributors": [{"title": "Dinas Bangku Rekaan", "roles": ["creator"]}],
        "sources": [
            {
                "title": "Buku Profil Dinas Bangku Rekaan",
                "version": "2024",
                "bagian": f"TABEL {title.upper()}",
            }
        ],
        "subjek": "statistik",
        "frekuensi": "tahunan",
        "cakupan": {"wilayah": region.code},
    }


def table_resource(name: str, title: str, fields: list[dict], key: tuple[str, ...]) -> dict:
    """A table `name` of a descriptor, in `name`.csv."""
    return {
        "name": name,
        "title": title,
        "description": f"{title}.",
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": {"fields": fields, "primaryKey": list(key), "missingValues": [""]},
    }


def field(name: str, title: str, kind: str, role: str, **more: object) -> dict:
    """A column of a descriptor; `more` are further keys of it."""
    described = {"name": name, "title": title, "type": kind, "description": f"{title}."}
    return {**described, "peran": role, **more}


def _fields(name: str) -> list[dict]:
    there = {"required": True}
    return [
        field("tahun", "Tahun", "year", "dimensi", constraints=there),
        field(
            *("kode_kecamatan", "Kode kecamatan", "string", "kode"),
            untuk="kecamatan",
            constraints={**there, "pattern": r"^\d{2}\.\d{2}\.\d{2}$"},
        ),
        field("kecamatan", "Kecamatan", "string", "dimensi", constraints=there),
        field("jumlah", name, "integer", "ukuran", satuan="buah", constraints={"minimum": 0}),
    ]


def write(path: Path, text: str) -> None:
    """A text file and the folders that it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def commit(folder: Path) -> None:
    """Everything of the repository as one commit of nobody."""
    git = ("git", "-C", str(folder))
    who = ("-c", "user.name=Bangku", "-c", "user.email=bangku@contoh.example")
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", "Rekaan")):
        subprocess.run([*git, *who, *words], check=True)
