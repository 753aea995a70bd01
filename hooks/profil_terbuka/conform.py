"""The only module that knows frictionless: is a package what its descriptor says?

Reading (tables) has already refused what cannot be parsed; frictionless adds constraints, primary
keys and everything else of Table Schema. Its verdict is cached by the content of the package.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import frictionless

from . import codes
from .cache import Cache, digest
from .descriptor import NAME
from .findings import Code, Finding, Place
from .model import Dataset, Table

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
        stored = cache.get(KIND, _fingerprint(dataset, folder), partial(_verdict, folder))
        for error in json.loads(stored):
            yield _finding(dataset, error)


def _fingerprint(dataset: Dataset, folder: Path) -> str:
    """Everything frictionless' verdict depends on."""
    files = [folder / NAME, *(folder / table.path for table in dataset.tables)]
    return digest(version("frictionless"), *(path.read_bytes() for path in files))


def _verdict(folder: Path) -> bytes:
    """Frictionless' errors of one package as JSON: [{table, row, column, type, note, cell}]."""
    try:
        package = frictionless.Package(str(folder / NAME))
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
        told = f"Frictionless menolak paket ini, dengan pesan berbahasa Inggris: {error['note']}"
        return Finding(code, Place(dataset.file), told)
    table = dataset.table(error["table"])
    place = Place(table.file, error["row"], error["column"])
    return Finding(code, place, _message(code, error, table))


def _message(code: Code, error: dict[str, Any], table: Table) -> str:
    cell = f"`{error['cell']}`" if error["cell"] else "Sel kosong"
    note = error["note"]
    if code is codes.KEY_DUPLICATE:
        other = re.search(r"position (\d+)", note)
        which = other[1] if other else "lain"
        return f"Kolom-kolom pembeda baris ini (kunci utama) berisi sama dengan baris {which}."
    limit = re.search(r'constraint "(\w+)" is "(.*)"', note)
    if code is codes.CELL_CONSTRAINT and limit:
        bound = "" if limit[2] == "True" else f" {_bound(limit[1], limit[2], error, table)}"
        return f"{cell}: {_CONSTRAINTS.get(limit[1], limit[1])}{bound}."
    return f"{cell} ditolak Frictionless, dengan pesan berbahasa Inggris: {note}."


def _bound(rule: str, expected: str, error: dict[str, Any], table: Table) -> str:
    """What a value must be, for people: choices as a list, a pattern with a cell that fits it."""
    if rule == "enum":
        choices = table.schema[error["column"]].constraints.enum
        return ", ".join(f"`{choice}`" for choice in choices)
    if rule != "pattern":
        return expected
    at = table.schema.position[error["column"]]
    fitting = next((row[at] for row in table.cells if re.fullmatch(expected, row[at])), "")
    return f"tulis seperti `{fitting}`" if fitting else f"harus sesuai pola `{expected}`"
