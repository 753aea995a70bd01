"""A long CSV is held against its metadata by few of its rows: the same is found as in all."""

from __future__ import annotations

import json

import pytest

from profil_terbuka.catalogues import csvw_reader
from profil_terbuka.catalogues.telling_rows import telling_rows
from profil_terbuka.model import tables
from profil_terbuka.words.catalogues import text

COLUMNS = (("tahun", "integer"), ("desa", "string"), ("jumlah", "integer"))
SOUND = ["2023,Utara,1", "2023,Timur,2", "2024,Utara,1", "2024,Timur,2", "2025,Utara,1"]


def metadata(delimiter: str = ",") -> bytes:
    columns = [{"name": name, "datatype": {"base": base}} for name, base in COLUMNS]
    table = {
        "url": "data.csv",
        "dialect": {"delimiter": delimiter, "header": True},
        "tableSchema": {"columns": columns, "primaryKey": ["tahun", "desa"]},
    }
    return json.dumps({"@context": "http://www.w3.org/ns/csvw", "tables": [table]}).encode()


def written(*rows: str) -> bytes:
    return "\n".join(["tahun,desa,jumlah", *rows, ""]).encode()


def faults(data: bytes) -> list[str]:
    group = {"data.csv-metadata.json": metadata(), "data.csv": data}
    return [text(said) for said in csvw_reader.csvw_faults("data.csv-metadata.json", group)]


@pytest.mark.parametrize(
    "row",
    ["2024,Selatan,banyak", "abad,Timur,2", "2025,Utara,3", "02025,Utara,3"],
    ids=["no number", "no year", "key twice", "key in another spelling"],
)
def test_the_same_is_found_in_few_rows(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(*SOUND, row)
    in_all = faults(data)
    monkeypatch.setattr(tables, "MANY_ROWS", 1)
    assert faults(data) == in_all != []


def test_rows_that_repeat_what_is_known_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MANY_ROWS", 1)
    assert telling_rows(metadata(), written(*SOUND)) == written(
        "2023,Utara,1", "2023,Timur,2", "2024,Utara,1", "2025,Utara,1"
    )
    assert faults(written(*SOUND)) == []


@pytest.mark.parametrize("row", ["2024,Barat", "2024,Barat,1,9"])
def test_rows_of_another_length_stay(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MANY_ROWS", 1)
    assert f"{row}\n".encode() in telling_rows(metadata(), written(*SOUND, row))


def test_cells_of_several_lines_are_left_to_csvw(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MANY_ROWS", 1)
    data = written(*SOUND, '2025,"Timur\nJauh",1')
    assert telling_rows(metadata(), data) == data
