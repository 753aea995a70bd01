"""Tables written as the standard allows are read, and published in the one way of writing."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import CASES
from profil_terbuka.downloads.formats.table_csv import csv_bytes
from profil_terbuka.downloads.package import descriptor_bytes
from profil_terbuka.model import CellForm, Table
from profil_terbuka.read import descriptor, tables
from profil_terbuka.read.cell_forms import hand_written_cell, published_cell
from profil_terbuka.words import catalogues as words
from support import BASE

FILE = "datasets/contoh/penerima/datapackage.json"


def written(data: Path, rows: str, **changes: dict[str, Any]) -> tuple[Any, Table]:
    """The dataset and its first table, with `rows` below another dialect or other empty cells."""
    folder = (data / FILE).parent
    document = json.loads((folder / "datapackage.json").read_text("utf-8"))
    resource = document["resources"][0]
    resource.update(changes.get("resource", {}))
    resource["schema"].update(changes.get("schema", {}))
    (folder / "datapackage.json").write_text(json.dumps(document), "utf-8")
    (folder / "penerima.csv").write_text(rows, "utf-8")
    dataset, faults = descriptor.read_descriptor(folder, FILE)
    assert dataset, faults
    table, findings = tables.read_table(folder / "penerima.csv", dataset.tables[0])
    assert table, findings
    return dataset, table


HEAD = ["tahun", "kode_kecamatan", "kecamatan", "jumlah", "status", "nilai_tercetak", "baris"]
ROW = ["2024", "99.01.01", "Utara", "5", "A", "5", "10"]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_another_delimiter_is_read_and_a_comma_published(data: Path, delimiter: str) -> None:
    rows = f"{delimiter.join(HEAD)}\r\n{delimiter.join(ROW)}\r\n"
    dialect = {"delimiter": delimiter, "lineTerminator": "\r\n"}
    dataset, table = written(data, rows, resource={"dialect": dialect})
    assert csv_bytes(table) == f"{','.join(HEAD)}\n{','.join(ROW)}\n".encode()
    files = {one.path: b"" for one in dataset.tables}
    told = json.loads(descriptor_bytes(dataset, files, ()))["resources"][0]
    assert told["dialect"] == {"delimiter": ",", "lineTerminator": "\n"}


def test_what_stands_for_nothing_is_published_empty(data: Path) -> None:
    rows = f"{','.join(HEAD)}\n2024,99.01.01,-,-,x,n/a,10\n"
    dataset, table = written(data, rows, schema={"missingValues": ["", "-", "n/a"]})
    assert table.cells == (("2024", "99.01.01", "", "", "x", "", "10"),)
    assert table.rows == ((2024, "99.01.01", None, None, "x", None, 10),)
    assert dataset.descriptor["resources"][0]["schema"]["missingValues"] == [""]


def test_a_comma_where_another_mark_was_promised_is_told_with_the_place(data: Path) -> None:
    folder = (data / FILE).parent
    text = (folder / "datapackage.json").read_text("utf-8")
    text = text.replace('"delimiter": ","', '"delimiter": ";"', 1)
    (folder / "datapackage.json").write_text(text, "utf-8")
    dataset, _ = descriptor.read_descriptor(folder, FILE)
    assert dataset
    _, (finding,) = tables.read_table(folder / "penerima.csv", dataset.tables[0])
    assert finding.code.name == "csv-pemisah-salah"
    assert "`dialect` di datapackage.json menyebut titik koma" in words.text(finding.remedy)


def test_a_number_of_too_many_figures_is_told_as_such(data: Path) -> None:
    folder = (data / FILE).parent
    rows = f"{','.join(HEAD)}\n2024,99.01.01,Utara,{'9' * 5000},A,,10\n"
    (folder / "penerima.csv").write_text(rows, "utf-8")
    dataset, _ = descriptor.read_descriptor(folder, FILE)
    assert dataset
    _, (finding,) = tables.read_table(folder / "penerima.csv", dataset.tables[0])
    assert finding.place.row == 2
    assert words.text(finding.remedy).startswith("Paling banyak 18 angka")


def test_a_stray_zero_byte_is_told_at_its_cell(data: Path) -> None:
    folder = (data / FILE).parent
    text = (folder / "penerima.csv").read_text("utf-8")
    (folder / "penerima.csv").write_text(text.replace("Selatan,290", "Sel\0atan,290"), "utf-8")
    dataset, _ = descriptor.read_descriptor(folder, FILE)
    assert dataset
    _, (finding,) = tables.read_table(folder / "penerima.csv", dataset.tables[0])
    assert (finding.place.row, finding.place.column) == (9, "kecamatan")
    assert "U+0000" in words.text(finding.message)


def test_a_table_in_sixteen_bits_is_no_csv(data: Path) -> None:
    folder = (data / FILE).parent
    text = (folder / "penerima.csv").read_text("utf-8")
    (folder / "penerima.csv").write_text(text, "utf-16")
    dataset, _ = descriptor.read_descriptor(folder, FILE)
    assert dataset
    _, (finding,) = tables.read_table(folder / "penerima.csv", dataset.tables[0])
    assert finding.code.name == "csv-tidak-terbaca"


def column(**said: object) -> dict[str, Any]:
    """The schema of the first table, with more said of its column `jumlah`."""
    document = json.loads((BASE / FILE).read_text("utf-8"))
    fields = document["resources"][0]["schema"]["fields"]
    return {"fields": [{**one, **said} if one["name"] == "jumlah" else one for one in fields]}


@pytest.mark.parametrize(
    ("said", "cell", "plain"),
    [
        ({"groupChar": "."}, "1.250", "1250"),
        ({"type": "number", "groupChar": ".", "decimalChar": ","}, '"1.250,5"', "1250.5"),
        ({"type": "number", "decimalChar": ","}, '"-0,5"', "-0.5"),
        ({"bareNumber": False}, "Rp 125 ribu", "125"),
        ({"missingValues": ["", "nihil"]}, "nihil", ""),
        (
            {"type": "boolean", "trueValues": ["ya"], "falseValues": ["tidak"], "peran": "asal"},
            "ya",
            "true",
        ),
        ({"type": "date", "format": "%d/%m/%Y", "peran": "asal"}, "31/01/2024", "2024-01-31"),
    ],
    ids=["ribuan", "desimal", "minus", "satuan", "kosong", "ya", "tanggal"],
)
def test_a_column_is_read_as_it_says_it_is_written(
    data: Path, said: dict[str, Any], cell: str, plain: str
) -> None:
    if "peran" in said:
        said = {**said, "satuan": "orang", "constraints": {}}
    rows = f"{','.join(HEAD)}\n2024,99.01.01,Utara,{cell},x,,10\n"
    dataset, table = written(data, rows, schema=column(**said))
    assert table.cells[0][3] == plain
    (told,) = [
        one
        for one in dataset.descriptor["resources"][0]["schema"]["fields"]
        if one["name"] == "jumlah"
    ]
    assert told["type"] == said.get("type", "integer")
    assert not {"groupChar", "decimalChar", "bareNumber", "missingValues"} & told.keys()
    assert not {"trueValues", "falseValues", "format"} & told.keys()


def test_a_number_with_other_marks_than_its_column_says_is_told(data: Path) -> None:
    folder = (data / FILE).parent
    document = json.loads((folder / "datapackage.json").read_text("utf-8"))
    document["resources"][0]["schema"] |= column(type="number", groupChar=" ", decimalChar=",")
    (folder / "datapackage.json").write_text(json.dumps(document), "utf-8")
    (folder / "penerima.csv").write_text(f"{','.join(HEAD)}\n2024,9,U,1.250,x,,10\n", "utf-8")
    dataset, faults = descriptor.read_descriptor(folder, FILE)
    assert dataset, faults
    _, (finding,) = tables.read_table(folder / "penerima.csv", dataset.tables[0])
    assert (finding.code.name, finding.place.column) == ("sel-bukan-bilangan", "jumlah")
    assert "menurut `decimalChar` kolom ini desimalnya ditandai `,`" in words.text(finding.message)
    assert '`"groupChar": "."`' in words.text(finding.remedy)


PASSING = ("homepage", "id", "image", "dari_luar", "contributors")
PASSING_TABLE = ("homepage", "licenses", "sources")
PASSING_SCHEMA = ("uniqueKeys", "fieldsMatch")
PASSING_FIELDS = ("rdfType", "example", "categories", "categoriesOrdered", "dari_luar")


def test_the_standards_optional_keys_are_published_as_they_are() -> None:
    case = CASES / "bersih" / "kunci-standar" / "isi" / "datasets" / "contoh" / "penerima"
    said = json.loads((case / "datapackage.json").read_text("utf-8"))
    dataset, faults = descriptor.read_descriptor(case, FILE)
    assert dataset, faults
    published = json.loads(descriptor_bytes(dataset, {t.path: b"" for t in dataset.tables}, ()))
    assert {key: published[key] for key in PASSING} == {key: said[key] for key in PASSING}
    table, before = published["resources"][0], said["resources"][0]
    assert {key: table[key] for key in PASSING_TABLE} == {key: before[key] for key in PASSING_TABLE}
    for key in PASSING_SCHEMA:
        assert table["schema"][key] == before["schema"][key]
    for now, then in zip(table["schema"]["fields"], before["schema"]["fields"], strict=True):
        kept = then.keys() & {*PASSING_FIELDS}
        assert {key: now[key] for key in kept} == {key: then[key] for key in kept}


FORM = CellForm(group=".", decimal=",", true=frozenset({"ya"}), false=frozenset({"no"}))
MARKS = st.sampled_from([CellForm(), FORM, CellForm(decimal=","), CellForm(group=" ")])


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), MARKS)
def test_a_number_written_by_hand_is_read_as_it_was(value: Decimal, form: CellForm) -> None:
    cell = f"{value:f}"
    assert published_cell(hand_written_cell(cell, "number", form), "number", form) == cell


@pytest.mark.parametrize(
    ("cell", "type_"), [("true", "boolean"), ("false", "boolean"), ("2024-02-29", "date")]
)
@pytest.mark.parametrize("form", [CellForm(), replace(FORM, day="%d.%m.%Y")])
def test_other_cells_written_by_hand_are_read_as_they_were(
    cell: str, type_: str, form: CellForm
) -> None:
    assert published_cell(hand_written_cell(cell, type_, form), type_, form) == cell
