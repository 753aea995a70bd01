"""Lines to copy: they run as they stand, and codes stay text."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from agencies import catalog_of
from profil_terbuka.model import Agency, Dataset, Field, Role, Table
from profil_terbuka.read import catalog
from profil_terbuka.web.snippets import snippets, snippets_section
from support import BASE, QUICK, ROOT


def base(address: str | None) -> tuple[Dataset, Agency]:
    found = catalog.load(BASE, "contoh").catalog
    assert found is not None
    return found.datasets[0], replace(found.agency, site_url=address)


def code(program: str, address: str | None) -> str:
    return next(item.code for item in snippets(*base(address)) if item.program.startswith(program))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server that publishes the invented table, with a number nobody may read as one."""
    folder = tmp_path / "situs/data/penerima"
    folder.mkdir(parents=True)
    rows = "2023,99.02,Utara,5,A,5,3\n2024,99.01,NA,,i,12.50,1\n2024,99.02,Utara,7,A,007,2\n"
    head = "tahun,kode_kecamatan,kecamatan,jumlah,status,nilai_tercetak,baris\n"
    (folder / "penerima.csv").write_text(head + rows, "utf-8")
    handler = partial(_Quiet, directory=str(tmp_path / "situs"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, args=(QUICK,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_pandas_reads_codes_as_text(address: str) -> None:
    names: dict[str, object] = {}
    exec(code("Python", address), names)
    table = names["data"]
    assert list(table["kode_kecamatan"]) == ["99.02", "99.01", "99.02"]  # type: ignore[index]
    assert list(table["kecamatan"]) == ["Utara", "NA", "Utara"]  # type: ignore[index]
    assert list(table["nilai_tercetak"]) == ["5", "12.50", "007"]  # type: ignore[index]
    assert names["terbaru"]["jumlah"].sum() == 7  # type: ignore[index]


def test_rows_that_are_not_valid_are_left_out(address: str) -> None:
    """In Python by running it; in the others the same letters of the same column are named."""
    dataset, agency = base(address)
    table = dataset.main
    at, value = table.schema.position["status"], table.schema.position["jumlah"]
    spoilt = tuple((*row[:at], "i", *row[at + 1 :]) for row in table.rows[:1])
    gone = tuple((*row[:value], None, *row[value + 1 :]) for row in spoilt)
    changed = replace(table, rows=(*gone, *table.rows[1:]))
    others = (item for item in dataset.tables if item is not table)
    made = snippets(replace(dataset, tables=(changed, *others)), agency)
    written = {item.program.split()[0]: item.code for item in made}
    names: dict[str, object] = {}
    exec(written["Python"], names)
    assert set(names["data"]["status"]) == {"A"}  # type: ignore[index]
    assert 'subset(data, status %in% c("A"))' in written["R"]
    assert "WHERE status IN ('A') AND tahun = 2024;" in written["DuckDB"]
    assert 'List.Contains({"A"}, [status])' in written["Excel"]


def test_r_is_warned_of_the_function_that_spoils_codes() -> None:
    (remark,) = (i.remark for i in snippets(*base(None)) if i.program.startswith("R "))
    assert "bukan read_csv2" in remark


def test_the_naive_sum_of_a_real_table_is_right(tmp_path: Path) -> None:
    """A journalist adds up families by kecamatan; nobody has told her of invalid rows."""
    known = catalog_of("pontianak")
    dataset = known.by_slug["pkh"]
    made = snippets(dataset, replace(known.agency, site_url="https://data.example.id/"))
    (python,) = (item.code for item in made if item.program.startswith("Python"))
    table = ROOT / "datasets/pontianak/pkh/pkh.csv"
    names: dict[str, object] = {}
    exec(python.replace("https://data.example.id/data/pkh/pkh.csv", str(table)), names)
    sums = names["data"].groupby("kecamatan")["jumlah"].sum()  # type: ignore[attr-defined]
    counted: dict[str, int] = {}
    place = dataset.main.schema.position
    for row in dataset.main.rows:
        if dataset.main.status(row).counts:
            name = str(row[place["kecamatan"]])
            counted[name] = counted.get(name, 0) + int(str(row[place["jumlah"]]))
    assert dict(sums) == counted
    assert sums.sum() == 41_084


def test_the_command_line_fetches_the_table(address: str, tmp_path: Path) -> None:
    subprocess.run(code("Baris perintah", address), shell=True, check=True, cwd=tmp_path)
    published = tmp_path / "situs/data/penerima/penerima.csv"
    assert (tmp_path / "penerima.csv").read_bytes() == published.read_bytes()


@pytest.mark.parametrize("program", ["Excel", "R dengan"])
def test_only_columns_that_are_no_text_are_given_a_type(program: str) -> None:
    written = code(program, "https://data.example.id/")
    assert "https://data.example.id/data/penerima/penerima.csv" in written
    for column in ("tahun", "jumlah", "baris"):
        assert column in written
    for column in ("kode_kecamatan", "kecamatan", "status", "nilai_tercetak"):
        assert column not in written


def test_duckdb_reads_the_file_that_knows_its_types() -> None:
    expected = "SELECT * FROM 'https://data.example.id/data/penerima/penerima.parquet' WHERE"
    assert expected in code("DuckDB", "https://data.example.id")


@pytest.mark.parametrize(
    ("program", "chosen"),
    [
        ("Google", "=FILTER(A2:G; A2:A=2024)"),
        ("Excel", "each [tahun] = 2024)\nin\n    Terbaru"),
        ("Python", 'terbaru = data[data["tahun"] == 2024]'),
        ("R dengan", "terbaru <- subset(data, tahun == 2024)"),
        ("DuckDB", "WHERE tahun = 2024;"),
    ],
)
def test_every_recipe_takes_one_year(program: str, chosen: str) -> None:
    made = snippets(*base("https://data.example.id/"))
    (item,) = (one for one in made if one.program.startswith(program))
    assert chosen in f"{item.code} {item.remark}"


def with_main(changed: Table) -> tuple[Dataset, Agency]:
    dataset, agency = base("https://data.example.id/")
    others = (table for table in dataset.tables if table is not dataset.main)
    return replace(dataset, tables=(changed, *others)), agency


def codes(changed: Table) -> str:
    return "\n".join(f"{item.code} {item.remark}" for item in snippets(*with_main(changed)))


def test_a_year_without_a_valid_value_is_not_the_newest() -> None:
    table = base(None)[0].main
    place = table.schema.position
    rows = [list(row) for row in table.rows]
    for row in rows:
        if row[place["tahun"]] == 2024:
            row[place["jumlah"]], row[place["status"]] = None, "i"
    written = codes(replace(table, rows=tuple(map(tuple, rows))))
    assert "2023" in written
    assert "2024" not in written


def test_a_single_year_needs_no_choice() -> None:
    table = base(None)[0].main
    written = codes(replace(table, rows=tuple(row for row in table.rows if row[0] == 2024)))
    assert "2024" not in written
    assert "terbaru" not in written.lower()
    assert "in\n    Hasil" in written


def test_units_that_differ_are_named() -> None:
    table = base(None)[0].main
    unit = Field("satuan", "Satuan", "string", "Satuan.", Role.UNIT)
    schema = replace(table.schema, fields=(*table.schema.fields, unit))
    rows = tuple((*row, "orang" if row[0] == 2024 else "keluarga") for row in table.rows)
    mixed = codes(replace(table, schema=schema, rows=rows))
    assert mixed.count("kolom satuan") == 4
    same = tuple((*row[:-1], "orang") for row in rows)
    assert "kolom satuan" not in codes(replace(table, schema=schema, rows=same))


def test_without_an_address_the_page_says_what_to_replace() -> None:
    section = snippets_section(*base(None))
    assert "https://ALAMAT-SITUS/data/penerima/penerima.csv" in section
    assert "Ganti ALAMAT-SITUS" in section
    assert section.count('data-akar="akar:/"') == 6
    known = snippets_section(*base("https://data.example.id/"))
    assert "data-akar" not in known
    assert "ALAMAT-SITUS" not in known


def test_code_keeps_its_indentation() -> None:
    section = unescape(snippets_section(*base("https://data.example.id/")))
    assert code("Python", "https://data.example.id/") in section
    assert "\n    Berkas = " in section
    assert "\n  <p" not in section
