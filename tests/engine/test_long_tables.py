"""A long table is judged by its different cells and few of its rows: the same is found as ever."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from long_agency import FILE, long_agency
from profil_terbuka import pipeline
from profil_terbuka.check import conform
from profil_terbuka.model import Dataset, codes, tables
from profil_terbuka.model.findings import Finding
from profil_terbuka.read.catalog import load
from profil_terbuka.system.cache import Cache
from support import BASE, examples

NEVER = 10**9

TEXTS = ("Utara", "Selatan", "Utara Raya", "a", "99.01", "", 'Desa "Dua"', "Satu, Dua")
WHOLES = ("0", "1", "7", "-3", "12", "999999999999", "")
FRACTIONS = ("0", "1.5", "1.50", "-0.25", "10", "10.0", "")
DAYS = ("2024-01-31", "2024-02-29", "2023-12-01", "")
YEARS = ("2022", "2023", "2024", "1999", "")
CELLS = {
    "teks": ("string", TEXTS),
    "bilangan": ("integer", WHOLES),
    "pecahan": ("number", FRACTIONS),
    "hari": ("date", DAYS),
    "tahun": ("year", YEARS),
    "ya": ("boolean", ("true", "false", "")),
    "isi": ("string", ("x", "y", "z")),
}
LIMITS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "string": {
        "minLength": st.integers(0, 4),
        "maxLength": st.integers(1, 9),
        "pattern": st.sampled_from(("[A-Z].*", r"\d{2}\.\d{2}", "^Utara$|a")),
        "enum": st.lists(st.sampled_from(TEXTS[:5]), min_size=1, unique=True),
    },
    "integer": {
        "minimum": st.integers(-5, 5),
        "maximum": st.integers(0, 20),
        "exclusiveMinimum": st.integers(-5, 5),
        "exclusiveMaximum": st.integers(0, 20),
        "enum": st.lists(st.integers(0, 12), min_size=1, unique=True),
    },
    "number": {"minimum": st.integers(-1, 2), "maximum": st.integers(1, 10)},
    "date": {"minimum": st.sampled_from(DAYS[:3]), "maximum": st.sampled_from(DAYS[:3])},
    "year": {"minimum": st.integers(2020, 2023), "maximum": st.integers(2022, 2025)},
    "boolean": {},
}


@st.composite
def packages(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[str], list[tuple[str, ...]]]:
    """The columns of a table, its key, and rows that it may or may not allow."""
    columns = [_column(draw, name, type_) for name, (type_, _) in CELLS.items()]
    key = draw(st.lists(st.sampled_from(list(CELLS)), min_size=1, max_size=3, unique=True))
    cells = st.tuples(*(st.sampled_from(texts) for _, texts in CELLS.values()))
    return columns, key, draw(st.lists(cells, min_size=1, max_size=30))


def _column(draw: st.DrawFn, name: str, type_: str) -> dict[str, Any]:
    common = {"required": st.booleans(), "unique": st.sampled_from((False, False, True))}
    limits = draw(st.fixed_dictionaries({}, optional={**common, **LIMITS[type_]}))
    told = {"title": name, "description": f"{name}.", "peran": "keterangan"}
    return {"name": name, "type": type_, **told, "constraints": limits}


def write_package(root: Path, columns: list[dict[str, Any]], key: list[str]) -> Path:
    """An agency with one package of these columns; the path of its table."""
    described = json.loads((BASE / "datasets/contoh/penerima/datapackage.json").read_text("utf-8"))
    resource = described["resources"][0]
    resource |= {"name": "data", "path": "data.csv"}
    for column in columns:
        if column["name"] in key:
            column["constraints"]["required"] = True
    resource["schema"] = {"fields": columns, "primaryKey": key, "missingValues": [""]}
    for name in ("grafik", "aturan", "catatan"):
        del described[name]
    folder = root / "datasets" / "contoh" / "data"
    folder.mkdir(parents=True, exist_ok=True)
    described |= {"name": "data", "resources": [resource]}
    (folder / "datapackage.json").write_text(json.dumps(described), "utf-8")
    identity = BASE / "datasets" / "contoh" / "instansi.yml"
    (root / "datasets" / "contoh" / "instansi.yml").write_bytes(identity.read_bytes())
    return folder / "data.csv"


def write_rows(path: Path, rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(CELLS)
        writer.writerows(rows)


def loaded(root: Path) -> tuple[Dataset, ...]:
    """The package, which reading has nothing against."""
    found = load(root, "contoh")
    assert found.catalog is not None
    assert [dataset.slug for dataset in found.catalog.datasets] == ["data"], found.findings
    return found.catalog.datasets


def verdict(root: Path, datasets: Iterable[Dataset], cache: Path, many: int) -> list[Finding]:
    """What is found on conformity where so many rows are many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "MANY_ROWS", many)
        return list(conform.check_conformity(datasets, root, Cache(cache / str(many))))


@given(package=packages())
@settings(max_examples=examples(60), deadline=None)
def test_frictionless_says_of_some_rows_what_it_says_of_all(
    package: tuple[list[dict[str, Any]], list[str], list[tuple[str, ...]]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    columns, key, rows = package
    root = tmp_path_factory.mktemp("paket")
    write_rows(write_package(root, columns, key), rows)
    datasets = loaded(root)
    of_all = verdict(root, datasets, root, NEVER)
    assert verdict(root, datasets, root, 0) == of_all


def plain_columns(**limits: dict[str, Any]) -> list[dict[str, Any]]:
    """The columns without constraints but these, by name."""
    return [
        {"name": name, "type": type_, "title": name, "description": f"{name}."}
        | {"peran": "keterangan", "constraints": limits.get(name, {})}
        for name, (type_, _) in CELLS.items()
    ]


def test_of_many_faults_the_first_thousand_are_told(tmp_path: Path) -> None:
    columns = plain_columns(bilangan={"maximum": 5})
    rows = [("a", str(at % 13), "1", "2024-01-31", "2024", "true", "x") for at in range(2500)]
    write_rows(write_package(tmp_path, columns, ["teks", "bilangan"]), rows)
    datasets = loaded(tmp_path)
    of_all = verdict(tmp_path, datasets, tmp_path, NEVER)
    assert len(of_all) == conform.ERROR_LIMIT
    assert verdict(tmp_path, datasets, tmp_path, 0) == of_all


def test_a_clean_table_is_judged_by_its_first_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [("a", str(at), "1", "2024-01-31", "2024", "true", "x") for at in range(50)]
    write_rows(write_package(tmp_path, plain_columns(), ["bilangan"]), rows)
    handed: list[list[int]] = []

    def noted(source: Path, target: Path, delimiter: str, chosen: list[int]) -> None:
        handed.append(list(chosen))
        target.write_bytes(source.read_bytes())

    monkeypatch.setattr(conform, "_write_excerpt", noted)
    assert verdict(tmp_path, loaded(tmp_path), tmp_path, 0) == []
    assert handed == [[0]]


SMALL, LARGE = 5_000, 40_000
MOST = 14
"""So many times as long may eight times the rows take; what is quadratic takes sixty-four."""


def seconds(folder: Path, rows: int) -> float:
    """How long an agency with a table of so many rows is examined; nothing is found."""
    root = long_agency(folder / str(rows), rows)
    start = time.process_time()
    examined = pipeline.examine(root, "contoh", Cache(folder / f"cache-{rows}"))
    assert examined.findings == ()
    return time.process_time() - start


def test_time_grows_with_the_rows(tmp_path: Path) -> None:
    seconds(tmp_path, 50)  # what is loaded once is no matter of length
    assert seconds(tmp_path, LARGE) < MOST * seconds(tmp_path, SMALL)


def test_what_many_cells_say_is_said_once(tmp_path: Path) -> None:
    root = long_agency(tmp_path / "data", SMALL)
    table = root / FILE
    table.write_text(table.read_text("utf-8").replace(",A\n", "x,A\n").replace("x,A", ",A", 1))
    examined = pipeline.examine(root, "contoh", Cache(tmp_path / "cache"))
    wrong = [finding for finding in examined.findings if finding.code is codes.CELL_NOT_NUMBER]
    texts = {finding.message for finding in wrong}
    assert len(wrong) == SMALL - 1
    assert len({id(finding.message) for finding in wrong}) == len(texts) < len(wrong)
