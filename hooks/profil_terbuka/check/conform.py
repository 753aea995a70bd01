"""The only module that knows frictionless: is a package what its descriptor says?

Reading (tables) has already refused what cannot be parsed; frictionless adds constraints, primary
keys and everything else of Table Schema. Its verdict is cached by the content of the package.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, cast

import frictionless

from ..model import Dataset, Table, codes
from ..model.findings import Code, Finding, Place
from ..read.descriptor import NAME
from ..system.cache import Cache, Key, key

KIND = "frictionless"
ERROR_LIMIT = 1000

_CODES = {
    "type-error": codes.CELL_BAD_TYPE,
    "constraint-error": codes.CELL_CONSTRAINT,
    "unique-error": codes.CELL_CONSTRAINT,
    "primary-key": codes.KEY_DUPLICATE,
    "missing-label": codes.CSV_HEADER,
    "extra-label": codes.CSV_HEADER,
    "incorrect-label": codes.CSV_HEADER,
    "blank-row": codes.CSV_EMPTY,
    "extra-cell": codes.CSV_RAGGED,
    "missing-cell": codes.CSV_RAGGED,
    "foreign-key": codes.REFERENCE_MISSING,
}

_ABOUT_FILE = {"byte-count": "bytes", "hash-count": "hash"}
"""Frictionless' errors about a whole file, and the key that its descriptor states."""
_FILE_REMEDY = "Hapus `bytes` dan `hash` dari deskriptor, atau isi menurut berkas yang sekarang."
_LOST_KEY = re.compile(
    r'for "(.+)": values "(.*)" not found in the lookup table "(.*)" as "(.+)"', re.DOTALL
)
_LIMIT = re.compile(r'constraint "(\w+)" is "(.*)"')
_UNSUPPORTED = re.compile(r'constraint "(\w+)" is not supported by type "(\w+)"')
_REMEDIES = {
    "required": (
        "Isi selnya. Sel yang di Excel digabung (Merge) hanya terisi di baris pertama: tulis "
        "nilainya di setiap baris."
    ),
    "enum": "Tulis salah satu yang disebut, persis; huruf besar dan kecil dibedakan.",
    "pattern": "Tulis seperti contohnya; kode ditulis lengkap, dengan titik dan nol di depannya.",
}
_CONSTRAINTS = {
    "required": "kolom ini wajib diisi",
    "unique": "isinya harus tunggal",
    "minimum": "paling kecil",
    "maximum": "paling besar",
    "minLength": "panjangnya paling sedikit",
    "maxLength": "panjangnya paling banyak",
    "pattern": "bentuknya salah;",
    "enum": "harus salah satu dari",
}


def check(datasets: Iterable[Dataset], root: Path, cache: Cache) -> Iterator[Finding]:
    """Frictionless' errors on each package as findings; `root` is the repository."""
    for dataset in datasets:
        folder = (root / dataset.file).parent
        stored = cache.get(KIND, _key(dataset, folder), partial(_verdict, dataset, folder))
        for error in json.loads(stored):
            if not _below_table(dataset, error):
                yield _finding(dataset, error)


def _below_table(dataset: Dataset, error: dict[str, Any]) -> bool:
    """Whether it is about empty rows after the last one, which reading has left out."""
    if not error.get("table") or error["row"] is None:
        return False
    return bool(error["row"] > len(dataset.table(error["table"]).cells) + 1)


def _key(dataset: Dataset, folder: Path) -> Key:
    """Everything frictionless' verdict depends on."""
    files = [folder / NAME, *(folder / table.path for table in dataset.tables)]
    return key(__name__, *(path.read_bytes() for path in files))


def _verdict(dataset: Dataset, folder: Path) -> bytes:
    """Frictionless' errors of one package as JSON: [{table, row, column, type, note, cell}]."""
    try:
        # Frictionless itself stumbles over a byte order mark.
        described = cast(dict[str, Any], json.loads((folder / NAME).read_text("utf-8-sig")))
        package = frictionless.Package.from_descriptor(described, basepath=str(folder))
        report = package.validate(limit_errors=ERROR_LIMIT)
    except Exception as problem:  # frictionless raises many kinds on hostile descriptors
        return _dump([{"type": "package-error", "note": str(problem)}])
    found = [_plain(error, None) for error in report.errors]
    for task in report.tasks:
        found.extend(_plain(error, task.name) for error in task.errors)
    return _dump(found)


def _plain(error: frictionless.Error, table: str | None) -> dict[str, Any]:
    return {
        "type": error.type,
        "note": error.note,
        "table": table,
        "row": getattr(error, "row_number", None),
        "column": getattr(error, "field_name", None),
        "cell": getattr(error, "cell", None),
    }


def _dump(errors: list[dict[str, Any]]) -> bytes:
    return json.dumps(errors, ensure_ascii=False, sort_keys=True).encode()


def _finding(dataset: Dataset, error: dict[str, Any]) -> Finding:
    code = _CODES.get(error["type"], codes.SCHEMA_OTHER)
    if not error.get("table"):
        return Finding(code, Place(dataset.file), _about_package(error["note"]))
    table = dataset.table(error["table"])
    place = Place(table.file, error["row"], error["column"])
    return Finding(code, place, _message(code, error, table), _remedy(error))


def _about_package(note: str) -> str:
    """What is known of the reason; the words that frictionless puts in quotes are the file's."""
    if found := _UNSUPPORTED.search(note):
        return f"Batas `{found[1]}` tidak berlaku untuk kolom berjenis `{found[2]}`."
    named = list(dict.fromkeys(re.findall(r'"([^"]+)"', note)))
    told = f" Yang disebut: {', '.join(f'`{name}`' for name in named)}." if named else ""
    return f"Deskriptor ini tidak memenuhi standar Data Package.{told}"


def _remedy(error: dict[str, Any]) -> str:
    if error["type"] in _ABOUT_FILE:
        return _FILE_REMEDY
    limit = _LIMIT.search(error["note"])
    return _REMEDIES.get(limit[1], "") if limit else ""


def _message(code: Code, error: dict[str, Any], table: Table) -> str:
    note = error["note"]
    if error["type"] in _ABOUT_FILE:
        said, found = re.findall(r'"([^"]*)"', note)[:2]
        return f"`{_ABOUT_FILE[error['type']]}` di deskriptor {said}, berkasnya {found}."
    if lost := _LOST_KEY.search(note):
        keys, values, other_table, columns = (part.replace('", "', ", ") for part in lost.groups())
        there = f"tabel `{other_table}`" if other_table else "tabel ini"
        return f"`{values}` di kolom `{keys}` tidak ada di kolom `{columns}` {there}."
    cell = f"`{error['cell']}`" if error["cell"] else "Sel kosong"
    if code is codes.KEY_DUPLICATE:
        return _twin(error, table)
    limit = _LIMIT.search(note)
    if code is codes.CELL_CONSTRAINT and limit:
        bound = "" if limit[2] == "True" else f" {_bound(limit[1], limit[2], error, table)}"
        return f"{cell}: {_CONSTRAINTS.get(limit[1], limit[1])}{bound}."
    return f"{cell} tidak memenuhi yang ditulis deskriptor tentang kolom ini."


def _twin(error: dict[str, Any], table: Table) -> str:
    """The columns by which two rows are the same, and what stands in them."""
    other = re.search(r"position (\d+)", error["note"])
    which = f"baris {other[1]}" if other else "baris lain"
    keys = table.schema.primary_key
    row = table.cells[error["row"] - 2]
    said = ", ".join(f"`{name}` {row[table.schema.position[name]] or '(kosong)'}" for name in keys)
    return f"Baris ini dan {which} sama di kolom yang membedakan baris: {said}."


def _bound(rule: str, expected: str, error: dict[str, Any], table: Table) -> str:
    """What a value must be, for people: choices as a list, a pattern with a cell that fits it."""
    if rule == "enum":
        choices = table.schema[error["column"]].constraints.enum
        return ", ".join(f"`{choice}`" for choice in choices)
    if rule != "pattern":
        return expected
    at = table.schema.position[error["column"]]
    fitting = next((row[at] for row in table.cells if re.fullmatch(expected, row[at])), "")
    return f"tulis seperti `{fitting}`" if fitting else "bandingkan dengan kolom itu di deskriptor"
