"""The published files of the real agencies: the same rows in every format."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import subprocess
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pyarrow.parquet as pq
import pytest

from agencies import AGENCIES, catalog_of
from profil_terbuka.model import Catalog, CellStatus, Dataset, Role, Table
from profil_terbuka.publish import manifest
from profil_terbuka.read import dictionary
from profil_terbuka.web.snippets import snippets
from support import ROOT, records

INVALID = CellStatus.INVALID
EXCEL = {"sep": ";", "decimal": ","}
_PERIOD = re.compile(r"tahun_\d{4}")


def loaded(slug: str) -> Catalog:
    found = catalog_of(slug)
    return replace(found, datasets=tuple(map(dictionary.with_emptied_told, found.datasets)))


def each_table(slug: str) -> Iterator[tuple[Dataset, Table]]:
    return ((dataset, table) for dataset in loaded(slug).datasets for table in dataset.tables)


def _written(value: object) -> str | None:
    if isinstance(value, float | Decimal):
        return f"{Decimal(str(value)):f}".rstrip("0").rstrip(".")
    return None if value is None else str(value)


@pytest.fixture(params=AGENCIES)
def database(
    request: pytest.FixtureRequest, built: Path
) -> Iterator[tuple[str, sqlite3.Connection]]:
    connection = sqlite3.connect(f"file:{built / request.param / 'data.sqlite'}?mode=ro", uri=True)
    yield request.param, connection
    connection.close()


def test_database_is_sound(database: tuple[str, sqlite3.Connection]) -> None:
    _, connection = database
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_database_holds_every_row(database: tuple[str, sqlite3.Connection]) -> None:
    slug, connection = database
    about = dict(connection.execute("SELECT tabel, baris FROM metadata"))
    for _, table in each_table(slug):
        name = table.name.replace("-", "_")
        stored = connection.execute(f'SELECT * FROM "{name}"').fetchall()
        plain = [
            tuple(float(value) if isinstance(value, Decimal) else value for value in row)
            for row in table.rows
        ]
        assert stored == plain, name
        assert about[name] == len(plain)


def test_database_links_areas_to_the_region_list(
    database: tuple[str, sqlite3.Connection],
) -> None:
    _, connection = database
    linked = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if any(
            row[2] == "wilayah" for row in connection.execute(f'PRAGMA foreign_key_list("{name}")')
        )
    ]
    assert len(linked) >= 4


@pytest.mark.parametrize("slug", AGENCIES)
def test_parquet_holds_the_rows_of_the_csv(slug: str, built: Path) -> None:
    for dataset, table in each_table(slug):
        folder = built / slug / "data" / dataset.slug
        read = pq.read_table(folder / f"{table.name}.parquet")
        assert read.column_names == list(table.schema.position)
        columns = [read.column(name).to_pylist() for name in read.column_names]
        cells = [tuple(map(_written, row)) for row in zip(*columns, strict=True)]
        typed = [tuple(map(_written, row)) for row in table.rows]
        assert cells == typed, f"{dataset.slug}/{table.name}"
        for field in table.schema.fields:
            assert read.schema.field(field.name).metadata[b"arti"].decode() == field.description


@pytest.mark.parametrize("slug", AGENCIES)
def test_an_innocent_sum_is_right(slug: str, built: Path) -> None:
    for dataset, table in each_table(slug):
        if INVALID not in map(table.status, table.rows):
            continue
        ours: dict[tuple[int, str], Decimal] = defaultdict(Decimal)
        measures = [field.name for field in table.schema.with_role(Role.MEASURE)]
        for row in table.rows:
            for name in measures:
                value = table.value(row, name) if table.status(row).counts else None
                ours[int(str(table.value(row, "tahun"))), name] += Decimal(str(value or 0))
        folder = built / slug / "data" / dataset.slug
        for name, options in ((table.path, {}), (f"{table.name}.id-excel.csv", EXCEL)):
            read = pd.read_csv(folder / name, **options)
            for (year, measure), total in ours.items():
                assert read.groupby("tahun")[measure].sum()[year] == float(total)


def test_there_is_something_invalid_to_sum() -> None:
    sums = {
        dataset.slug: sum(int(str(value)) for value in dataset.main.column("jumlah") if value)
        for dataset in loaded("pontianak").datasets
        if INVALID in map(dataset.main.status, dataset.main.rows)
    }
    assert sums == {"pkh": 41084}


@pytest.mark.parametrize("slug", AGENCIES)
def test_the_recipe_sums_what_counts(slug: str, built: Path) -> None:
    for dataset in loaded(slug).datasets:
        table = dataset.main
        if INVALID not in map(table.status, table.rows):
            continue
        agency = replace(loaded(slug).agency, site_url=f"{(built / slug).as_uri()}/")
        code = next(one.code for one in snippets(dataset, agency) if "pandas" in one.program)
        names: dict[str, Any] = {}
        exec(code, names)
        newest = names["terbaru"]["tahun"].iloc[0]
        ours = sum(
            int(str(row[table.schema.position["jumlah"]]))
            for row in table.rows
            if table.status(row).counts and table.value(row, "tahun") == newest
        )
        assert names["terbaru"]["jumlah"].sum() == ours


@pytest.mark.parametrize("slug", AGENCIES)
def test_csv_for_excel_differs_in_marks_only(slug: str, built: Path) -> None:
    for dataset, table in each_table(slug):
        folder = built / slug / "data" / dataset.slug
        data = (folder / f"{table.name}.id-excel.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\r\n") >= len(table.rows) + 1
        numbers = {field.name for field in table.schema.fields if field.type == "number"}
        back = [
            {
                name: cell.replace(",", ".") if name in numbers else cell
                for name, cell in row.items()
            }
            for row in records(data, ";")
        ]
        assert back == records((folder / table.path).read_bytes())


@pytest.mark.parametrize("slug", AGENCIES)
def test_wide_table_holds_every_value_that_counts(slug: str, built: Path) -> None:
    seen = 0
    for dataset, table in each_table(slug):
        path = built / slug / "data" / dataset.slug / f"{table.name}-lebar.csv"
        if not path.exists():
            continue
        seen += 1
        spread = records(path.read_bytes())
        years = {name.removeprefix("tahun_"): name for name in spread[0] if _PERIOD.fullmatch(name)}
        keys = [name for name in spread[0] if name not in (*years.values(), "status")]
        shown = {
            (year, *(row[key] for key in keys)): row[name]
            for row in spread
            for year, name in years.items()
        }
        (measure,) = (field.name for field in table.schema.fields if field.role.value == "ukuran")
        (year_column,) = (
            f.name for f in table.schema.fields if f.type == "year" and f.role.value == "dimensi"
        )
        for row, cells in zip(table.rows, table.cells, strict=True):
            cell = dict(zip(table.schema.position, cells, strict=True))
            place = (cell[year_column], *(cell[key] for key in keys))
            assert shown.pop(place) == (cell[measure] if table.status(row).counts else "")
        assert set(shown.values()) <= {""}
    assert seen >= 5


def test_queries_of_the_reference_are_answered(built: Path) -> None:
    reference = (ROOT / "REFERENCE.md").read_text("utf-8")
    examples = re.findall(r"```sql\n(.*?)```", reference, re.DOTALL)
    assert examples
    for example in examples:
        command = ["sqlite3", str(built / "pontianak/data.sqlite"), example]
        try:
            answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        except FileNotFoundError:  # the command line program is not everywhere; its library is
            with closing(sqlite3.connect(built / "pontianak/data.sqlite")) as connection:
                answer = "\n".join(map(str, connection.execute(example)))
        assert answer.strip(), example


@pytest.mark.parametrize("slug", AGENCIES)
def test_the_archive_of_a_dataset_opens_as_it_is(slug: str, built: Path) -> None:
    """frictionless reads the ZIP itself: nobody has to unpack it."""
    for dataset in loaded(slug).datasets:
        archive = built / slug / "data" / dataset.slug / f"{dataset.slug}.zip"
        package = frictionless.Package(str(archive))
        assert package.name == dataset.slug
        assert package.resource_names[0] == dataset.main.name
        report = package.validate()
        assert report.valid, (dataset.slug, report.flatten(["type", "message"])[:3])
        assert len(package.get_resource(dataset.main.name).read_rows()) == len(dataset.main.rows)


@pytest.mark.parametrize("slug", AGENCIES)
def test_everything_in_one_archive_validates(slug: str, built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(built / slug / "semua-data.zip") as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path)
    slugs = {dataset.slug for dataset in loaded(slug).datasets}
    assert {f"{slug}/{name}/datapackage.json" for name in slugs} <= names
    for name in sorted(slugs)[:3]:
        package = frictionless.Package(str(tmp_path / slug / name / "datapackage.json"))
        assert package.validate().valid
    for name in slugs:
        for path in (tmp_path / slug / name).iterdir():
            published = built / slug / "data" / name / path.name
            assert path.read_bytes() == published.read_bytes()


@pytest.mark.parametrize("slug", ["", *AGENCIES])
def test_sums_cover_every_file(slug: str, built: Path) -> None:
    root = built / slug
    sums = dict(
        reversed(line.split("  ", 1))
        for line in (root / manifest.SUMS).read_text("utf-8").splitlines()
    )
    below = AGENCIES if not slug else ()
    there = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and path.relative_to(root).parts[0] not in below
    }
    assert set(sums) == there - {manifest.SUMS}
    for name, seal in sums.items():
        assert hashlib.sha256((root / name).read_bytes()).hexdigest() == seal, name


@pytest.mark.parametrize("slug", AGENCIES)
def test_proof_names_the_inputs(slug: str, built: Path) -> None:
    proof = json.loads((built / slug / manifest.PROOF).read_text("utf-8"))
    assert {f"datasets/{slug}", "datasets/acuan", f"docs/{slug}", "hooks"} <= set(proof["masukan"])
    assert proof["komit"] is None  # the tests build from a copy without history
    assert proof["alat"]["mkdocs"]


def test_every_dossier_is_small(built: Path) -> None:
    for path in built.glob("*/data/*/*-dosir.html"):
        assert path.stat().st_size <= 300_000, path
