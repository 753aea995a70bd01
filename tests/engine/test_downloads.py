"""Other forms of a table: what they hold, what they leave out, and what the exit reads of them."""

from __future__ import annotations

import datetime
import io
import json
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from profil_terbuka import downloads
from profil_terbuka.downloads.formats import workbook as workbooks
from profil_terbuka.downloads.formats.excel_csv import excel_csv
from profil_terbuka.downloads.formats.parquet import parquet
from profil_terbuka.downloads.formats.wide_csv import period_column, wide_csv
from profil_terbuka.downloads.formats.workbook import workbook
from profil_terbuka.model import CellStatus, Dataset, Table
from profil_terbuka.model.invented import invented_catalog
from profil_terbuka.privacy.contents import searchable_parts
from profil_terbuka.privacy.pieces import Unread
from profil_terbuka.publish import manifest
from profil_terbuka.read import catalog
from profil_terbuka.system.cache import Cache
from support import BASE, records

INVALID = CellStatus.INVALID

DAY = datetime.date(2026, 11, 22)


def described(dataset: Dataset, table: Table) -> dict:
    resources = dataset.descriptor["resources"]
    assert isinstance(resources, list)
    return next(item for item in resources if item["name"] == table.name)


@pytest.fixture
def sample(data: Path) -> tuple[Dataset, Table]:
    """A table of the invented agency with two areas and two years."""
    found = catalog.load(data, "contoh").catalog
    assert found
    dataset = found.datasets[0]
    return dataset, dataset.main


def test_decimal_mark_becomes_a_comma(sample: tuple[Dataset, Table]) -> None:
    dataset, table = sample
    position = table.schema.position["jumlah"]
    fields = [replace(f, type="number") if f.name == "jumlah" else f for f in table.schema.fields]
    cells = tuple((*row[:position], "1.5", *row[position + 1 :]) for row in table.cells)
    changed = replace(table, cells=cells, schema=replace(table.schema, fields=tuple(fields)))
    made = excel_csv(changed, described(dataset, table))
    assert {row["jumlah"] for row in records(made.data, ";")} == {"1,5"}


def test_wide_table_tells_what_is_left_out(sample: tuple[Dataset, Table]) -> None:
    dataset, table = sample
    status = table.schema.position["status"]
    cells = [list(row) for row in table.cells]
    rows = [list(row) for row in table.rows]
    cells[0][status] = rows[0][status] = "i"
    changed = replace(table, cells=tuple(map(tuple, cells)), rows=tuple(map(tuple, rows)))
    made = wide_csv(changed, described(dataset, table))
    assert made
    year = cells[0][table.schema.position["tahun"]]
    first = records(made.data)[0]
    assert (first[period_column(year)], first["status"]) == ("", f"{year} i")


def test_headings_of_the_wide_table_are_no_data(sample: tuple[Dataset, Table]) -> None:
    dataset, table = sample
    made = wide_csv(table, described(dataset, table))
    assert made
    head = made.data.decode().splitlines()[0].split(",")
    assert head == ["kode_kecamatan", "kecamatan", "tahun_2022", "tahun_2023", "tahun_2024"]
    fields = made.resource["schema"]["fields"]
    assert [field["name"] for field in fields] == head
    assert [field["title"] for field in fields][2:] == ["2022", "2023", "2024"]


def test_rows_that_fall_on_one_cell_are_never_added_up(sample: tuple[Dataset, Table]) -> None:
    dataset, table = sample
    twice = replace(table, rows=(*table.rows, table.rows[0]), cells=(*table.cells, table.cells[0]))
    assert wide_csv(twice, described(dataset, table)) is None


def test_a_single_year_has_no_wide_form(sample: tuple[Dataset, Table]) -> None:
    dataset, table = sample
    year = table.schema.position["tahun"]
    kept = [number for number, row in enumerate(table.rows) if row[year] == table.rows[0][year]]
    one = replace(
        table,
        rows=tuple(table.rows[number] for number in kept),
        cells=tuple(table.cells[number] for number in kept),
    )
    assert wide_csv(one, described(dataset, table)) is None


def test_numbers_a_double_cannot_hold_stay_exact(
    sample: tuple[Dataset, Table], tmp_path: Path
) -> None:
    dataset, table = sample
    exact = Decimal("12345678901234567.89")
    position = table.schema.position["jumlah"]
    fields = [replace(f, type="number") if f.name == "jumlah" else f for f in table.schema.fields]
    rows = tuple((*row[:position], exact, *row[position + 1 :]) for row in table.rows)
    changed = replace(table, rows=rows, schema=replace(table.schema, fields=tuple(fields)))
    read = pq.read_table(io.BytesIO(parquet(changed, dataset, Cache(tmp_path))))
    assert set(read.column("jumlah").to_pylist()) == {exact}


def test_proof_names_the_commit_of_a_clean_checkout(tmp_path: Path) -> None:
    def git(*words: str) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
        return subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout.strip()

    folder = tmp_path / "situs"
    folder.mkdir()
    git("init", "-q")
    (tmp_path / "isi.txt").write_text("a", "utf-8")
    (tmp_path / ".gitignore").write_text("situs/\n", "utf-8")
    git("add", ".")
    git("commit", "-qm", "x")

    def proof() -> dict:
        return json.loads(manifest.seal(folder, tmp_path, ["isi.txt"], DAY)[manifest.PROOF])

    clean = proof()
    assert clean["komit"] == git("rev-parse", "HEAD")
    (tmp_path / "isi.txt").write_text("b", "utf-8")
    changed = proof()
    assert changed["komit"] is None
    assert changed["masukan"] != clean["masukan"]


PHONE = "0812-0000-0000"


def database_with(text: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE t (isi TEXT)")
        connection.execute("INSERT INTO t VALUES (?)", (text,))
        connection.commit()
        return connection.serialize()


def test_privacy_gate_reads_databases() -> None:
    found = [
        part
        for part in searchable_parts("x.sqlite", database_with(PHONE))
        if not isinstance(part, Unread)
    ]
    assert (PHONE, "t", 1, "isi") in [(p.text, p.member, p.row, p.column) for p in found]


def test_privacy_gate_reads_parquet(sample: tuple[Dataset, Table], tmp_path: Path) -> None:
    dataset, table = sample
    cells = [list(row) for row in table.rows]
    cells[0][table.schema.position["nilai_tercetak"]] = PHONE
    data = parquet(replace(table, rows=tuple(map(tuple, cells))), dataset, Cache(tmp_path))
    found = [part for part in searchable_parts("x.parquet", data) if not isinstance(part, Unread)]
    assert (PHONE, 1) in [(part.text, part.row) for part in found]


@pytest.mark.parametrize("head", [b"SQLite format 3\0", b"PAR1"])
def test_privacy_gate_refuses_what_it_cannot_read(head: bytes) -> None:
    assert any(isinstance(part, Unread) for part in searchable_parts("x.bin", head + b"rusak" * 40))


def test_a_workbook_shows_texts_whole_and_prints_one_page_wide(
    sample: tuple[Dataset, Table],
) -> None:
    dataset, table = sample
    long = replace(table.schema.fields[0], title="Judul kolom yang jauh lebih panjang dari isinya")
    fields = (long, *table.schema.fields[1:])
    changed = replace(table, schema=replace(table.schema, fields=fields))
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(replace(dataset, tables=(changed,)), invented_catalog().agency))
    )
    sheet = book.worksheets[0]
    assert sheet.row_dimensions[1].height > 30
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$1:$1"


def test_a_workbook_says_which_rows_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the sheet, in the dictionary, and where it is offered."""
    monkeypatch.setattr(workbooks, "MAX_ROWS", 2)
    known = catalog.load(BASE, "contoh").catalog or pytest.fail("the base does not load")
    (dataset,) = known.datasets
    rows = len(dataset.main.rows)
    made = openpyxl.load_workbook(io.BytesIO(workbook(dataset, known.agency)))
    said = f"Lembar ini memuat 2 baris pertama dari {rows} baris. Semua baris ada di berkas"
    data, dictionary = made["Data"], made["Kamus"]
    assert (data.max_row, str(data.cell(4, 1).value).startswith(said)) == (4, True)
    assert str(dictionary.cell(2, 4).value).startswith(said)
    (offered,) = (
        line
        for line in downloads.dataset_offer(dataset, {f"{dataset.slug}.xlsx": b"x"})
        if line.name.endswith(".xlsx")
    )
    assert offered.about == "2 baris pertama; semua baris ada di CSV"


def test_a_workbook_with_all_rows_says_nothing_of_it() -> None:
    known = catalog.load(BASE, "contoh").catalog or pytest.fail("the base does not load")
    (dataset,) = known.datasets
    made = openpyxl.load_workbook(io.BytesIO(workbook(dataset, known.agency)))
    assert made["Data"].max_row == len(dataset.main.rows) + 1
