"""A Data Package from elsewhere becomes one of ours.

A folder below tests/bahan/paket/ is a package in the shape of one that is published in the world,
its data invented; `harapan.yml` beside it says what becomes of it: what is told (by the names of
the messages), the columns with type, role and unit, the key, and the places that stay open. A
mismatch leaves `harapan-changed.yml`: read it, then put it in the place of the other.
"""

from __future__ import annotations

import contextlib
import copy
import gzip
import io
import json
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import frictionless
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import compare
from invented import AGENCY
from profil_terbuka import pipeline
from profil_terbuka.downloads import dataset_downloads
from profil_terbuka.importer.elsewhere import Adopted, adopt
from profil_terbuka.importer.elsewhere.proving import choices_made
from profil_terbuka.importer.reasons import Unusable
from profil_terbuka.model.findings import errors
from profil_terbuka.model.messages import Message
from profil_terbuka.read.catalog import load
from profil_terbuka.system.cache import Cache
from profil_terbuka.words.catalogues import text
from support import BASE, MATERIAL, examples

SHAPES = sorted(path for path in (MATERIAL / "paket").iterdir() if path.is_dir())
PACKAGE: dict[str, Any] = {
    "name": "hujan",
    "title": "Curah hujan",
    "description": "Curah hujan rekaan.",
    "resources": [
        {
            "name": "hujan",
            "path": "hujan.csv",
            "schema": {
                "fields": [
                    {"name": "stasiun", "type": "string", "description": "Stasiun."},
                    {"name": "tahun", "type": "year"},
                    {"name": "curah", "type": "number", "description": "Curah.", "title": "Curah"},
                ],
                "primaryKey": ["stasiun", "tahun"],
            },
        }
    ],
}
ROWS = "stasiun,tahun,curah\nDadap,2023,31.5\nDuku,2024,42\n"


def laid(folder: Path, document: object = PACKAGE, **files: str | bytes) -> Path:
    """A package in a folder: laid(tmp, {...}, **{"data/a.csv": "..."})."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "datapackage.json").write_text(json.dumps(document), "utf-8")
    for name, content in ({"hujan.csv": ROWS} | files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def with_table(**said: Any) -> dict[str, Any]:
    """The package whose table says more, or otherwise; what is None is not said."""
    document = copy.deepcopy(PACKAGE)
    table = {**document["resources"][0], **said}
    document["resources"][0] = {key: value for key, value in table.items() if value is not None}
    return document


def with_column(name: str, **said: Any) -> dict[str, Any]:
    """The package in which one column says more."""
    document = copy.deepcopy(PACKAGE)
    fields = document["resources"][0]["schema"]["fields"]
    next(field for field in fields if field["name"] == name).update(said)
    return document


def with_schema(**said: Any) -> dict[str, Any]:
    """The package whose schema says more."""
    document = copy.deepcopy(PACKAGE)
    document["resources"][0]["schema"] |= said
    return document


def descriptor(made: Adopted) -> dict[str, Any]:
    return json.loads(made.files["datapackage.json"])


def tables(made: Adopted) -> dict[str, dict[str, Any]]:
    return {table["name"]: table for table in descriptor(made)["resources"]}


def columns(made: Adopted, table: str = "hujan") -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in tables(made)[table]["schema"]["fields"]}


def rows(made: Adopted, name: str = "hujan.csv") -> list[str]:
    return made.files[name].decode().splitlines()


def said(made: Adopted) -> list[str]:
    return [text(line) for line in made.told]


def names_told(made: Adopted) -> set[str]:
    return {line.name.removeprefix("importer.") for line in made.told}


# Shapes of the world ------------------------------------------------------------------------------


def summary(made: Adopted) -> str:
    """What a case expects."""
    about = {
        "told": [_short(line) for line in made.told],
        "tables": {
            name: {
                "columns": {
                    field["name"]: " ".join(
                        filter(None, (field["type"], field["peran"][:12], field.get("satuan")))
                    )
                    for field in table["schema"]["fields"]
                },
                "key": table["schema"]["primaryKey"],
                "rows": made.files[table["path"]].decode().splitlines()[1:],
            }
            for name, table in tables(made).items()
        },
        "open": [text(line).partition(":")[0] for line in made.open],
    }
    return yaml.safe_dump(about, allow_unicode=True, sort_keys=False, width=1000)


def _short(line: Message) -> str:
    """The name of a message and the values that are plain words."""
    values = [str(value) for _, value in line.values if isinstance(value, str)]
    return " ".join([line.name.removeprefix("importer."), *values])


@pytest.mark.parametrize("shape", SHAPES, ids=lambda path: path.name)
def test_a_package_of_the_world_becomes_ours(shape: Path) -> None:
    compare(summary(adopt(shape, AGENCY)), shape / "harapan.yml")


@pytest.mark.parametrize("shape", SHAPES, ids=lambda path: path.name)
def test_what_was_made_is_a_valid_data_package(shape: Path, tmp_path: Path) -> None:
    made = adopt(shape, AGENCY)
    for name, content in made.files.items():
        (tmp_path / name).write_bytes(content)
    package = frictionless.Package.from_descriptor(descriptor(made), basepath=str(tmp_path))
    report = package.validate()
    assert report.valid, report.flatten(["title", "message"])


@pytest.mark.parametrize("shape", SHAPES, ids=lambda path: path.name)
def test_only_open_places_keep_what_was_made_from_being_published(
    shape: Path, data: Path, cache: Cache
) -> None:
    made = adopt(shape, AGENCY)
    folder = data / "datasets" / "contoh" / made.slug
    folder.mkdir()
    for name, content in made.files.items():
        (folder / name).write_bytes(content)
    document = choices_made(descriptor(made))
    (folder / "datapackage.json").write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    found = errors(pipeline.examine(data, "contoh", cache).findings)
    assert {finding.code.name for finding in found} == {"belum-diisi"}


# What it says is kept -----------------------------------------------------------------------------

WHOLE: dict[str, Any] = {
    "homepage": "https://contoh.go.id/hujan",
    "id": "doi-rekaan",
    "image": "hujan.png",
    "keywords": ["hujan", "cuaca"],
    "licenses": [{"name": "CC-BY-4.0", "title": "Atribusi", "path": "https://contoh.go.id/l"}],
    "sources": [{"title": "Stasiun", "version": "2024", "path": "https://contoh.go.id/s"}],
    "contributors": [{"title": "Badan Contoh", "roles": ["creator"], "organization": "Badan"}],
}


def test_what_a_package_says_is_kept(tmp_path: Path) -> None:
    made = descriptor(adopt(laid(tmp_path / "p", {**PACKAGE, **WHOLE}), AGENCY))
    for key in ("homepage", "id", "image", "keywords", "licenses", "contributors", "title"):
        assert made[key] == {**PACKAGE, **WHOLE}[key]
    assert made["sources"][0].items() >= WHOLE["sources"][0].items()


FIELD: dict[str, Any] = {
    "title": "Nama stasiun",
    "example": "Dadap",
    "rdfType": "https://contoh.go.id/stasiun",
    "categories": [{"value": "Dadap", "label": "Stasiun Dadap"}, "Duku"],
    "categoriesOrdered": True,
}


@pytest.mark.parametrize("key", FIELD)
def test_what_a_column_says_is_kept(key: str, tmp_path: Path) -> None:
    made = adopt(laid(tmp_path / "p", with_column("stasiun", **{key: FIELD[key]})), AGENCY)
    assert columns(made)["stasiun"][key] == FIELD[key]


@pytest.mark.parametrize(
    ("column", "given", "kept"),
    [
        ("stasiun", {"maxLength": 9, "pattern": "^D"}, {"maxLength": 9, "pattern": "^D"}),
        ("stasiun", {"enum": ["Dadap", "Duku"]}, {"enum": ["Dadap", "Duku"]}),
        ("curah", {"minimum": "0", "exclusiveMaximum": 99}, {"minimum": 0, "exclusiveMaximum": 99}),
        ("curah", {"required": True, "unique": True}, {"required": True, "unique": True}),
    ],
    ids=["teks", "pilihan", "angka", "wajib"],
)
def test_limits_of_a_column_are_kept(
    column: str, given: dict[str, Any], kept: dict[str, Any], tmp_path: Path
) -> None:
    made = adopt(laid(tmp_path / "p", with_column(column, constraints=given)), AGENCY)
    assert columns(made)[column]["constraints"].items() >= kept.items()


def test_a_limit_that_the_type_does_not_know_is_kept_aside_and_told(tmp_path: Path) -> None:
    made = adopt(laid(tmp_path / "p", with_column("curah", constraints={"pattern": "x"})), AGENCY)
    assert columns(made)["curah"]["dari_luar"] == {"constraints": {"pattern": "x"}}
    assert any("batas `pattern` tidak berlaku untuk jenis `number`" in line for line in said(made))


def test_keys_that_nobody_knows_are_kept_aside_and_told(tmp_path: Path) -> None:
    document = {**with_table(collection="cuaca"), "views": [{"x": 1}], "version": "2024.01"}
    made = adopt(laid(tmp_path / "p", document), AGENCY)
    assert descriptor(made)["dari_luar"] == {"version": "2024.01", "views": [{"x": 1}]}
    assert tables(made)["hujan"]["dari_luar"] == {"collection": "cuaca"}
    assert descriptor(made)["version"] == "1.0.0"
    assert any("Versi paket asal (2024.01) disimpan di `dari_luar`" in line for line in said(made))


@pytest.mark.parametrize(
    ("key", "given"),
    [
        ("contributors", [{"title": "Badan Contoh", "role": "steward"}]),
        ("contributors", [{"title": "Badan Contoh", "phone": "tidak ada"}]),
        ("sources", [{"title": "Stasiun", "note": "lama"}]),
        ("licenses", [{"name": "Lisensi kota nomor lima", "path": "LICENSE.md"}]),
    ],
)
def test_what_gets_lost_of_those_who_are_named_is_kept_aside(
    key: str, given: list[dict[str, str]], tmp_path: Path
) -> None:
    made = adopt(laid(tmp_path / "p", {**PACKAGE, key: given}), AGENCY)
    assert descriptor(made)["dari_luar"] == {key: given}
    assert any(f"Paket: `{key}` tidak punya tempat di sini" in line for line in said(made))


def test_keys_of_tables_follow_their_columns(tmp_path: Path) -> None:
    document = with_schema(
        uniqueKeys=[["Nama Stasiun", "tahun"]],
        foreignKeys=[
            {"fields": "Nama Stasiun", "reference": {"resource": "S", "fields": ["Kode"]}}
        ],
        primaryKey=["Nama Stasiun", "tahun"],
    )
    document["resources"][0]["schema"]["fields"][0]["name"] = "Nama Stasiun"
    document["resources"].append(
        {
            "name": "S",
            "path": "s.csv",
            "schema": {"fields": [{"name": "Kode", "type": "string"}], "primaryKey": "Kode"},
        }
    )
    files = {"hujan.csv": ROWS.replace("stasiun", "Nama Stasiun"), "s.csv": "Kode\nDadap\nDuku\n"}
    made = adopt(laid(tmp_path / "p", document, **files), AGENCY)
    schema = tables(made)["hujan"]["schema"]
    assert schema["uniqueKeys"] == [["nama_stasiun", "tahun"]]
    assert schema["primaryKey"] == ["nama_stasiun", "tahun"]
    assert schema["foreignKeys"] == [
        {"fields": ["nama_stasiun"], "reference": {"resource": "s", "fields": ["kode"]}}
    ]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"licenses": [{"name": "CC-BY-4.0"}]}, "CC-BY-4.0"),
        ({"licenses": {"type": "odc-by", "url": "https://contoh.go.id/l"}}, "ODC-BY-1.0"),
        ({"licenses": ["cc-zero"]}, "CC0-1.0"),
        ({"license": "PDDL-1.0"}, "ODC-PDDL-1.0"),
        (
            {"licenses": [{"path": "http://creativecommons.org/licenses/by-sa/4.0/"}]},
            "CC-BY-SA-4.0",
        ),
        ({"licenses": [{"name": "lisensi-kota", "title": "Lisensi Kota"}]}, "lisensi-kota"),
        ({}, "ISI: nama lisensi paket asal (misalnya CC-BY-4.0)"),
    ],
    ids=["nama", "objek", "teks", "kunci-lama", "alamat", "sendiri", "tanpa"],
)
def test_licences_are_read_in_whatever_form(
    given: dict[str, Any], name: str, tmp_path: Path
) -> None:
    made = descriptor(adopt(laid(tmp_path / "p", {**PACKAGE, **given}), AGENCY))
    assert made["licenses"][0]["name"] == name
    assert set(made["licenses"][0]) == {"name", "title", "path"}


# Cells --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "cell", "type_", "plain"),
    [
        (
            {"type": "number", "decimalChar": ",", "groupChar": "."},
            '"1.250,50"',
            "number",
            "1250.50",
        ),
        ({"type": "number", "bareNumber": False}, "Rp 12", "number", "12"),
        ({"type": "number"}, "1.2e3", "number", "1200"),
        ({"type": "number"}, "+7", "number", "7"),
        ({"type": "integer", "groupChar": ","}, '"1,250"', "integer", "1250"),
        ({"type": "integer"}, "007", "string", "007"),
        ({"type": "integer"}, "1234567890123456789", "string", "1234567890123456789"),
        ({"type": "boolean"}, "1", "boolean", "true"),
        (
            {"type": "boolean", "trueValues": ["ya"], "falseValues": ["no"]},
            "no",
            "boolean",
            "false",
        ),
        ({"type": "date", "format": "%d/%m/%Y"}, "31/01/2024", "date", "2024-01-31"),
        ({"type": "date", "format": "%Y-%m"}, "2024-01", "yearmonth", "2024-01"),
        ({"type": "date", "format": "any"}, "2024", "year", "2024"),
        ({"type": "date", "format": "any"}, "31 Jan 2024", "string", "31 Jan 2024"),
        ({"type": "yearmonth"}, "2024-1", "yearmonth", "2024-01"),
        ({"type": "year"}, "476", "integer", "476"),
        ({"type": "time"}, "10:30:00", "string", "10:30:00"),
        ({"type": "datetime"}, "2024-01-31T10:30:00Z", "string", "2024-01-31T10:30:00Z"),
        ({"type": "duration"}, "P1Y", "string", "P1Y"),
        ({"type": "geopoint"}, '"106.8, -6.1"', "string", '"106.8, -6.1"'),
        ({"type": "object"}, '"{""a"": 1}"', "string", '"{""a"": 1}"'),
        ({"type": "any"}, "apa saja", "string", "apa saja"),
        ({"type": "list"}, '"a,b"', "string", '"a,b"'),
        ({}, "tanpa jenis", "string", "tanpa jenis"),
        ({"type": "string"}, " tepi\u00a0spasi ", "string", "tepi spasi"),
        ({"type": "string"}, "=1+1", "string", "“=1+1”"),
        ({"type": "string", "missingValues": ["n/a"]}, "n/a", "string", ""),
    ],
)
def test_cells_are_written_in_the_one_way(
    field: dict[str, Any], cell: str, type_: str, plain: str, tmp_path: Path
) -> None:
    document = with_schema()
    document["resources"][0]["schema"]["fields"][2] = {"name": "curah", **field}
    made = adopt(
        laid(tmp_path / "p", document, **{"hujan.csv": f"stasiun,tahun,curah\nD,2023,{cell}\n"}),
        AGENCY,
    )
    assert columns(made)["curah"]["type"] == type_
    assert rows(made)[1] == f"D,2023,{plain}"


def test_a_type_that_is_none_of_ours_is_remembered(tmp_path: Path) -> None:
    document = with_column("stasiun", type="geopoint")
    made = adopt(laid(tmp_path / "p", document), AGENCY)
    assert columns(made)["stasiun"]["dari_luar"] == {"type": "geopoint"}
    assert any("jenis `geopoint` tidak ada di sini" in line for line in said(made))


def test_what_means_nothing_is_emptied_and_told(tmp_path: Path) -> None:
    document = with_schema(missingValues=["", "-", {"value": "..", "label": "rahasia"}])
    files = {"hujan.csv": "stasiun,tahun,curah\nDadap,2023,-\nDuku,2024,..\n"}
    made = adopt(laid(tmp_path / "p", document, **files), AGENCY)
    assert rows(made)[1:] == ["Dadap,2023,", "Duku,2024,"]
    assert tables(made)["hujan"]["schema"]["missingValues"] == [""]
    assert any("kolom `curah`: `-`, `..` dikosongkan" in line for line in said(made))
    assert tables(made)["hujan"]["dari_luar"]["missingValues"][2]["label"] == "rahasia"


# Files --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "content"),
    [
        ({"encoding": "windows-1252"}, ROWS.replace("Dadap", "Café").encode("cp1252")),
        ({"encoding": "utf-16"}, ROWS.replace("Dadap", "Café").encode("utf-16")),
        ({}, ROWS.replace("Dadap", "Café").encode("utf-8-sig")),
        ({}, ROWS.replace("Dadap", "Café").replace("\n", "\r\n").encode()),
        ({}, ROWS.replace("Dadap", "Café").replace(",", ";").encode()),
        ({"dialect": {"delimiter": "|"}}, ROWS.replace("Dadap", "Café").replace(",", "|").encode()),
        ({"dialect": {"header": False}}, "Café,2023,31.5\nDuku,2024,42\n".encode()),
        (
            {"dialect": {"headerRows": [2], "commentChar": "#"}},
            b"judul\n" + ROWS.replace("Dadap", "Café").encode() + b"# catatan\n",
        ),
        (
            {"dialect": {"quoteChar": "'", "skipInitialSpace": True}},
            ROWS.replace("Dadap", "'Café'").replace(",", ", ").encode(),
        ),
        ({}, ROWS.replace("Dadap", "Café").replace("\n", "\n\n").encode()),
        ({}, "curah,stasiun,tahun\n31.5,Café,2023\n42,Duku,2024\n".encode()),
    ],
    ids=[
        *("windows", "utf-16", "bom", "crlf", "titik-koma", "garis", "tanpa-judul"),
        *("judul-di-bawah", "kutip-lain", "baris-kosong", "urutan-lain"),
    ],
)
def test_a_file_is_read_as_its_package_says(
    table: dict[str, Any], content: bytes, tmp_path: Path
) -> None:
    made = adopt(laid(tmp_path / "p", with_table(**table), **{"hujan.csv": content}), AGENCY)
    assert made.files["hujan.csv"].decode() == ROWS.replace("Dadap", "Café")


def test_files_of_folders_are_laid_flat(tmp_path: Path) -> None:
    document = with_table(path="data/mentah/hujan.csv")
    made = adopt(laid(tmp_path / "p", document, **{"data/mentah/hujan.csv": ROWS}), AGENCY)
    assert tables(made)["hujan"]["path"] == "hujan.csv"
    assert made.files["hujan.csv"].decode() == ROWS


@pytest.mark.parametrize("header", ["stasiun,tahun,curah\n", ""], ids=["judul-lagi", "tanpa-judul"])
def test_several_files_of_a_table_become_one(header: str, tmp_path: Path) -> None:
    files = {"a.csv": "stasiun,tahun,curah\nDadap,2023,31.5\n", "b.csv": f"{header}Duku,2024,42\n"}
    made = adopt(laid(tmp_path / "p", with_table(path=["a.csv", "b.csv"]), **files), AGENCY)
    assert made.files["hujan.csv"].decode() == ROWS
    assert any("gabungan 2 berkas" in line for line in said(made))


def test_a_packed_file_is_unpacked(tmp_path: Path) -> None:
    files = {"hujan.csv.gz": gzip.compress(ROWS.encode())}
    made = adopt(laid(tmp_path / "p", with_table(path="hujan.csv.gz"), **files), AGENCY)
    assert made.files["hujan.csv"].decode() == ROWS


@pytest.mark.parametrize(
    "data",
    [
        [
            {"stasiun": "Dadap", "tahun": 2023, "curah": 31.5},
            {"stasiun": "Duku", "tahun": 2024, "curah": 42},
        ],
        [["stasiun", "tahun", "curah"], ["Dadap", 2023, 31.5], ["Duku", 2024, 42]],
    ],
    ids=["objek", "daftar"],
)
def test_rows_in_the_descriptor_become_a_file(data: list[Any], tmp_path: Path) -> None:
    made = adopt(laid(tmp_path / "p", with_table(path=None, data=data)), AGENCY)
    assert made.files["hujan.csv"].decode() == ROWS


def test_a_schema_in_a_file_of_its_own_is_read(tmp_path: Path) -> None:
    schema = PACKAGE["resources"][0]["schema"]
    files = {"skema.json": json.dumps(schema)}
    made = adopt(laid(tmp_path / "p", with_table(schema="skema.json"), **files), AGENCY)
    assert list(columns(made)) == ["stasiun", "tahun", "curah"]


def test_a_table_that_nobody_describes_is_read_from_its_cells(tmp_path: Path) -> None:
    made = adopt(laid(tmp_path / "p", with_table(schema=None)), AGENCY)
    found = {name: field["type"] for name, field in columns(made).items()}
    assert found == {"stasiun": "string", "tahun": "year", "curah": "number"}
    assert "table-inferred" in names_told(made)


def test_columns_that_the_schema_leaves_out_are_kept(tmp_path: Path) -> None:
    files = {"hujan.csv": "stasiun,tahun,curah,catatan\nDadap,2023,31.5,alat baru\n"}
    made = adopt(laid(tmp_path / "p", with_schema(fieldsMatch="subset"), **files), AGENCY)
    assert rows(made)[1] == "Dadap,2023,31.5,alat baru"


# What is left out ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ({"path": "https://contoh.go.id/b.csv"}, "`b` tidak ikut karena berkasnya di internet"),
        ({"path": "b.geojson", "format": "geojson"}, "`b` tidak ikut karena bukan tabel CSV"),
        ({"path": "b.xlsx"}, "`b` tidak ikut karena bukan tabel CSV (xlsx)"),
        ({"data": {"a": 1}}, "`b` tidak ikut karena bukan tabel CSV"),
    ],
    ids=["internet", "peta", "excel", "objek"],
)
def test_what_is_no_table_here_is_left_out_and_told(
    table: dict[str, Any], sentence: str, tmp_path: Path
) -> None:
    document = copy.deepcopy(PACKAGE)
    document["resources"].append({"name": "b", **table})
    made = adopt(laid(tmp_path / "p", document), AGENCY)
    assert set(made.files) == {"datapackage.json", "hujan.csv"}
    assert any(sentence in line for line in said(made))


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("../hujan.csv", "alamatnya keluar dari folder paket"),
        ("/etc/hujan.csv", "alamatnya menunjuk ke satu komputer tertentu"),
        ("C:\\data\\hujan.csv", "alamatnya menunjuk ke satu komputer tertentu"),
        ("tautan.csv", "itu hanya tautan ke tempat lain"),
        ("hilang.csv", "`hilang.csv` disebut di p, tetapi tidak ada di sana"),
    ],
)
def test_nothing_outside_of_the_package_is_read(path: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "hujan.csv").write_text(ROWS, "utf-8")
    folder = laid(tmp_path / "p", with_table(path=path))
    (folder / "tautan.csv").symlink_to(tmp_path / "hujan.csv")
    with pytest.raises(Unusable) as refused:
        adopt(folder, AGENCY)
    assert reason in str(refused.value)


def zipped(path: Path, files: Mapping[str, str | bytes], link: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (0o120777 if name == link else 0o100644) << 16
            archive.writestr(entry, content)
    return path


INSIDE = {"hujan-main/datapackage.json": json.dumps(PACKAGE), "hujan-main/hujan.csv": ROWS}


def test_a_zip_is_read_like_its_folder(tmp_path: Path) -> None:
    folder = adopt(laid(tmp_path / "p"), AGENCY)
    assert adopt(zipped(tmp_path / "p.zip", INSIDE), AGENCY) == folder
    assert adopt(tmp_path / "p" / "datapackage.json", AGENCY) == folder


@pytest.mark.parametrize(
    ("files", "link", "reason"),
    [
        (INSIDE, "hujan-main/hujan.csv", "itu hanya tautan ke tempat lain"),
        ({"a/x.csv": "x"}, "", "tidak ada `datapackage.json`"),
        (
            {"a/datapackage.json": "{}", "b/datapackage.json": "{}"},
            "",
            r"memuat beberapa paket \(`a`, `b`\)",
        ),
    ],
    ids=["tautan", "tanpa-deskriptor", "beberapa"],
)
def test_a_zip_that_holds_no_package_is_refused(
    files: dict[str, str], link: str, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(Unusable, match=reason):
        adopt(zipped(tmp_path / "p.zip", files, link), AGENCY)


def test_a_broken_zip_is_refused(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "p.zip", INSIDE).read_bytes()
    (tmp_path / "q.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Unusable, match="bukan ZIP yang utuh"):
        adopt(tmp_path / "q.zip", AGENCY)


@pytest.mark.parametrize(
    ("document", "files", "reason"),
    [
        ([], {}, "bukan deskriptor paket data"),
        ({"name": "x"}, {}, "tidak menyebut satu tabel pun"),
        (with_table(path="https://contoh.go.id/h.csv"), {}, "Tidak ada tabel yang dapat diambil"),
        (PACKAGE, {"hujan.csv": "stasiun,tahun,curah\n"}, "tidak punya baris data"),
        (PACKAGE, {"hujan.csv": ROWS + "Dadap,2025\n"}, "baris 4: berisi 2 sel, seharusnya 3"),
        (PACKAGE, {"hujan.csv": ROWS + "A,2025,lima\n"}, "baris 4, kolom `curah`: isi `lima`"),
        (PACKAGE, {"hujan.csv": ROWS + ",2025,5\n"}, "baris 4: kolom `stasiun` kosong"),
        (PACKAGE, {"hujan.csv": ROWS + "Duku,2024,5\n"}, "baris 3 dan baris 4 sama-sama"),
        (PACKAGE, {"hujan.csv": 'stasiun,tahun,curah\n"A,1,2\n'}, "susunan CSV rusak"),
        (PACKAGE, {"hujan.csv": "a,b\n1,2\n"}, "judul kolom di berkasnya `a`, `b`"),
        (
            PACKAGE,
            {"hujan.csv": "stasiun,tahun,curah\nCaf\xe9,2024,5\n".encode("latin-1")},
            "bukan teks `utf-8`",
        ),
        (with_table(encoding="klingon"), {}, "pengodean `klingon` tidak dikenal"),
        (with_table(bytes=3), {}, r"ukuran atau sidiknya \(`bytes`, `hash`\) berbeda"),
        (with_table(hash="sha256:00"), {}, r"ukuran atau sidiknya \(`bytes`, `hash`\) berbeda"),
        (with_table(schema="https://contoh.go.id/s.json"), {}, "letaknya di internet"),
        (
            with_table(path="hujan.csv.gz"),
            {"hujan.csv.gz": b"\x1f\x8bx"},
            "bukan berkas .gz yang utuh",
        ),
        (with_table(schema=None), {"hujan.csv": "a,a\n1,2\n"}, "dua kolom berjudul `a`"),
        (with_table(path=None, data=[1, 2]), {}, "barisnya di `data` tidak seragam"),
    ],
)
def test_what_cannot_be_taken_over_is_refused_with_the_reason(
    document: object, files: dict[str, str | bytes], reason: str, tmp_path: Path
) -> None:
    with pytest.raises(Unusable, match=reason):
        adopt(laid(tmp_path / "p", document, **files), AGENCY)


def test_a_descriptor_that_is_no_json_is_refused_by_its_line(tmp_path: Path) -> None:
    (laid(tmp_path / "p") / "datapackage.json").write_text('{\n"name": hujan}', "utf-8")
    with pytest.raises(Unusable, match=r"`datapackage\.json`, baris 2"):
        adopt(tmp_path / "p", AGENCY)


# Guesses ------------------------------------------------------------------------------------------


def test_every_guess_is_told_and_the_rest_stays_open(tmp_path: Path) -> None:
    made = adopt(laid(tmp_path / "p"), AGENCY)
    assert "Frekuensi menurut jarak di kolom `tahun`: setiap tahun." in " ".join(said(made))
    assert "Cakupan menurut isi tabel: 2023\N{EN DASH}2024." in " ".join(said(made))
    assert any("`stasiun` pembeda baris, `tahun` pembeda baris" in line for line in said(made))
    assert descriptor(made)["cakupan"] == {"wilayah": "00", "mulai": 2023, "selesai": 2024}
    assert [text(line) for line in made.open][-2:] == [
        "`cakupan.wilayah`: kode wilayah, misalnya 61.71",
        "kolom `curah` → `satuan`: satuan (misalnya orang)",
    ]


def test_years_that_a_descriptor_cannot_name_are_told(tmp_path: Path) -> None:
    made = adopt(laid(tmp_path / "p", **{"hujan.csv": ROWS.replace("2023", "1930")}), AGENCY)
    assert descriptor(made)["cakupan"] == {"wilayah": "00"}
    assert "Tahun data 1930\N{EN DASH}2024 tidak ditulis di `cakupan`" in " ".join(said(made))


@pytest.mark.parametrize(
    ("said_of", "unit"),
    [
        ({"title": "Curah (km2)"}, "km2"),
        ({"unit": "mm"}, "mm"),
        ({"unit": "orang"}, "orang"),
        ({"peran": "ukuran", "satuan": "milimeter"}, "milimeter"),
    ],
)
def test_a_unit_that_is_told_is_taken_over(
    said_of: dict[str, str], unit: str, tmp_path: Path
) -> None:
    made = adopt(laid(tmp_path / "p", with_column("curah", **said_of)), AGENCY)
    assert columns(made)["curah"]["satuan"] == unit


@pytest.mark.parametrize(
    ("days", "frequency"),
    [
        (["2023", "2024", "2025"], "tahunan"),
        (["2010", "2015", "2020"], "lima-tahunan"),
        (["2024-01-31", "2024-02-29", "2024-03-31"], "bulanan"),
        (["2024-03-31", "2024-06-30", "2024-09-30"], "triwulanan"),
        (["2024-01-01", "2024-01-08"], "mingguan"),
        (["2024-01-04", "2024-01-05", "2024-01-08"], "harian"),
        (["2010", "2011", "2020"], "ISI"),
    ],
)
def test_the_frequency_is_read_from_the_distances(
    days: list[str], frequency: str, tmp_path: Path
) -> None:
    type_ = "date" if "-" in days[0] else "year"
    content = "\n".join(["stasiun,tahun,curah", *(f"D,{day},5" for day in days)])
    made = adopt(
        laid(tmp_path / "p", with_column("tahun", type=type_), **{"hujan.csv": content}), AGENCY
    )
    assert descriptor(made)["frekuensi"].partition(":")[0] == frequency


def test_a_number_that_may_be_a_year_is_asked_about(tmp_path: Path) -> None:
    files = {"hujan.csv": "stasiun,tahun,curah\nDadap,2023,1998\nDuku,2024,2003\n"}
    made = adopt(laid(tmp_path / "p", with_column("curah", type="integer"), **files), AGENCY)
    assert columns(made)["curah"]["peran"].startswith("ISI: ")


def test_rows_that_nothing_tells_apart_are_numbered(tmp_path: Path) -> None:
    document = with_schema(primaryKey=[])
    files = {"hujan.csv": "stasiun,tahun,curah\nDadap,2023,5\nDadap,2023,5\n"}
    made = adopt(laid(tmp_path / "p", document, **files), AGENCY)
    assert tables(made)["hujan"]["schema"]["primaryKey"] == ["nomor_urut"]
    assert rows(made) == ["nomor_urut,stasiun,tahun,curah", "1,Dadap,2023,5", "2,Dadap,2023,5"]
    assert "key-numbered" in names_told(made)


@pytest.mark.parametrize(
    ("name", "slug", "called"),
    [("Hujan_2024 v1", "", "hujan-2024-v1"), ("x" * 80, "", "x" * 60), ("hujan", "cuaca", "cuaca")],
)
def test_the_package_has_a_name_that_the_house_allows(
    name: str, slug: str, called: str, tmp_path: Path
) -> None:
    made = adopt(laid(tmp_path / "p", {**PACKAGE, "name": name}), AGENCY, slug)
    assert made.slug == descriptor(made)["name"] == called
    assert list(tables(made)) == [called]


def test_columns_of_one_new_name_are_told_apart(tmp_path: Path) -> None:
    document = with_schema()
    for at, name in enumerate(("A b", "a_b", "A-B")):
        document["resources"][0]["schema"]["fields"][at] |= {"name": name, "type": "string"}
    document["resources"][0]["schema"]["primaryKey"] = ["A b", "a_b"]
    made = adopt(laid(tmp_path / "p", document, **{"hujan.csv": "A b,a_b,A-B\nx,y,z\n"}), AGENCY)
    assert list(columns(made)) == ["a_b", "a_b_2", "a_b_3"]


# Ours ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The invented agency's dataset as its site offers it: a ZIP with derived tables and notes."""
    catalog = load(BASE, "contoh").catalog or pytest.fail("the base does not load")
    cache = Cache(tmp_path_factory.mktemp("cache"))
    return dataset_downloads(catalog.datasets[0], catalog.agency, cache)["penerima.zip"]


def test_a_package_of_ours_comes_back_as_it_was(ours: bytes, tmp_path: Path) -> None:
    (tmp_path / "penerima.zip").write_bytes(ours)
    made = adopt(tmp_path / "penerima.zip", AGENCY)
    folder = BASE / "datasets" / "contoh" / "penerima"
    assert made.open == ()
    assert set(made.files) == {path.name for path in folder.iterdir()}
    for path in folder.glob("*.csv"):
        assert made.files[path.name] == path.read_bytes()
    assert descriptor(made) == json.loads((folder / "datapackage.json").read_text("utf-8"))


def test_a_package_of_ours_keeps_its_name(ours: bytes, tmp_path: Path) -> None:
    (tmp_path / "penerima.zip").write_bytes(ours)
    with pytest.raises(Unusable, match="Paket ini bernama `penerima`, bukan `lain`"):
        adopt(tmp_path / "penerima.zip", AGENCY, "lain")


def test_a_package_of_ours_that_was_cut_off_is_refused(ours: bytes, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(ours)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["penerima.csv"] = files["penerima.csv"][:-20]
    with pytest.raises(Unusable, match="bukan berkas yang disebut paketnya"):
        adopt(zipped(tmp_path / "penerima.zip", files), AGENCY)


# Whatever comes -----------------------------------------------------------------------------------

ODD = st.sampled_from([None, 5, -1.5, True, "", "x", "=1", "\u200b", [], {}, [[]], [{}], ["x"]])
STARTS = [json.loads((shape / "datapackage.json").read_text("utf-8")) for shape in SHAPES]


def places(value: object, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every way into a document."""
    found = [way] if way else []
    if isinstance(value, dict):
        below = list(value.items())
    else:
        below = list(enumerate(value)) if isinstance(value, list) else []
    for key, part in below:
        found += places(part, (*way, key))
    return found


@settings(max_examples=examples(60))
@given(st.data(), st.integers(0, len(STARTS) - 1))
def test_no_descriptor_stops_the_program(
    tmp_path_factory: pytest.TempPathFactory, choose: st.DataObject, which: int
) -> None:
    document = copy.deepcopy(STARTS[which])
    for _ in range(choose.draw(st.integers(1, 3))):
        way = choose.draw(st.sampled_from(places(document)))
        part = document
        for key in way[:-1]:
            part = part[key]
        part[way[-1]] = choose.draw(ODD)
    folder = tmp_path_factory.mktemp("p")
    shutil.copytree(SHAPES[which] / "data", folder / "data")
    (folder / "datapackage.json").write_text(json.dumps(document), "utf-8")
    with contextlib.suppress(Unusable):
        made = adopt(folder, AGENCY)
        assert all(map(text, (*made.told, *made.open)))
    shutil.rmtree(folder)
