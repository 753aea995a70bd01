"""A first descriptor for a table as staff have it: CSV or XLSX in, data package out.

The draft passes every check that a machine can answer; meanings, units and sources stay for people.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl

from .model import Agency

Rows = list[list[str]]
MOST_SERIES = 8


class Unusable(Exception):
    """Why no package can be made of a table, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person says about the table."""

    slug: str
    title: str
    unit: str
    subject: str


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    title: str
    type: str
    cells: tuple[str, ...]

    @property
    def is_measure(self) -> bool:
        return self.type in ("integer", "number")


def read_sheet(path: Path) -> Rows:
    """The first sheet of an XLSX file, or a CSV with commas, semicolons or tabs; header first."""
    try:
        rows = _workbook(path) if path.suffix.lower() == ".xlsx" else _text(path)
    except (OSError, UnicodeDecodeError, ValueError, KeyError, csv.Error) as problem:
        raise Unusable(f"{path.name} tidak dapat dibaca: {problem}.") from problem
    rows = [[cell.strip() for cell in row] for row in rows]
    rows = [row for row in rows if any(row)]
    if len(rows) < 2:
        raise Unusable(f"{path.name} tidak berisi baris judul dan paling sedikit satu baris data.")
    width = len(rows[0])
    for number, row in enumerate(rows, start=1):
        if len(row) != width:
            raise Unusable(f"Baris {number} berisi {len(row)} sel, baris judul {width}.")
    if not all(rows[0]):
        raise Unusable(f"Kolom ke-{rows[0].index('') + 1} tidak punya judul.")
    return rows


def _workbook(path: Path) -> Rows:
    sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[0]
    return [[_shown(value) for value in row] for row in sheet.iter_rows(values_only=True)]


def _shown(value: object) -> str:
    """A spreadsheet value as this repository writes it."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _text(path: Path) -> Rows:
    text = path.read_bytes().decode("utf-8-sig")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def draft(rows: Rows, wishes: Wishes, agency: Agency) -> tuple[dict[str, Any], bytes]:
    """The descriptor and the canonical CSV of a table with its header row."""
    columns = [
        _column(title, [row[index] for row in rows[1:]]) for index, title in enumerate(rows[0])
    ]
    names = [column.name for column in columns]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise Unusable(f"Dua kolom akan bernama `{twice}`; beri judul yang berbeda.")
    key = _key(columns)
    years = sorted(
        int(value) for column in columns if column.type == "year" for value in column.cells
    )
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(zip(*(column.cells for column in columns), strict=True))
    return _descriptor(columns, key, years, wishes, agency), text.getvalue().encode()


def _column(title: str, cells: Sequence[str]) -> _Column:
    """Names, type and cells of a column; Indonesian numbers are written the standard way."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    if not name or name[0].isdigit():
        name = f"kolom_{name}".rstrip("_")
    filled = [cell for cell in cells if cell]
    for type_, pattern, mend in _TYPES:
        if filled and all(pattern.fullmatch(cell) for cell in filled):
            return _Column(name, title, type_, tuple(mend(cell) if cell else "" for cell in cells))
    return _Column(name, title, "string", tuple(cells))


def _same(cell: str) -> str:
    return cell


def _standard(cell: str) -> str:
    """'1.234' and '1.234,50' as '1234' and '1234.50'."""
    return cell.replace(".", "").replace(",", ".")


_TYPES: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("year", re.compile(r"(19|20)\d{2}"), _same),
    ("integer", re.compile(r"-?\d+"), _same),
    ("integer", re.compile(r"-?\d{1,3}(\.\d{3})*"), _standard),
    ("number", re.compile(r"-?\d+(\.\d+)?"), _same),
    ("number", re.compile(r"-?(\d{1,3}(\.\d{3})*|\d+)(,\d+)?"), _standard),
    ("date", re.compile(r"\d{4}-\d{2}-\d{2}"), _same),
)
"""Tried in this order: type, what its cells look like, how they are written here."""


def _key(columns: Iterable[_Column]) -> list[str]:
    """The first columns, from the left, that tell every row apart."""
    chosen: list[_Column] = []
    for column in columns:
        if column.is_measure or not all(column.cells):
            continue
        chosen.append(column)
        keys = list(zip(*(item.cells for item in chosen), strict=True))
        if len(set(keys)) == len(keys):
            return [item.name for item in chosen]
    raise Unusable(
        "Ada dua baris yang sama di semua kolom selain angkanya: gabungkan, atau tambah kolom "
        "pembeda."
    )


def _descriptor(
    columns: Sequence[_Column],
    key: Sequence[str],
    years: Sequence[int],
    wishes: Wishes,
    agency: Agency,
) -> dict[str, Any]:
    coverage: dict[str, Any] = {"wilayah": agency.region}
    if years:
        coverage |= {"mulai": years[0], "selesai": years[-1]}
    table = {
        "name": wishes.slug,
        "title": wishes.title,
        "description": f"{wishes.title}, seperti di tabel asal.",
        "type": "table",
        "path": f"{wishes.slug}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": {
            "fields": [_field(column, key, wishes.unit) for column in columns],
            "primaryKey": list(key),
            "missingValues": [""],
        },
    }
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": wishes.slug,
        "title": wishes.title,
        "description": f"{wishes.title} menurut {agency.book}.",
        "version": "1.0.0",
        "created": f"{datetime.date.today().isoformat()}T00:00:00Z",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "contributors": [{"title": agency.name, "roles": ["creator", "rightsHolder"]}],
        "sources": [
            {
                "title": agency.book,
                "version": str(years[-1]) if years else "1",
                "bagian": wishes.title,
            }
        ],
        "subjek": wishes.subject,
        "frekuensi": "tahunan" if years else "tidak-tentu",
        "cakupan": coverage,
        "resources": [table],
        **_chart(columns, years, wishes),
    }


def _field(column: _Column, key: Sequence[str], unit: str) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "title": column.title,
        "description": f"{column.title}, seperti di tabel asal.",
        "type": column.type,
    }
    if column.is_measure:
        return {**field, "peran": "ukuran", "satuan": unit}
    if column.name in key:
        return {**field, "peran": "dimensi", "constraints": {"required": True}}
    return {**field, "peran": "keterangan"}


def _chart(
    columns: Sequence[_Column], years: Sequence[int], wishes: Wishes
) -> Mapping[str, list[dict[str, Any]]]:
    """Lines over the years where a few things are counted, else bars of the newest year."""
    measures = [column for column in columns if column.is_measure]
    things = [column for column in columns if column.type == "string" and all(column.cells)]
    year = next((column for column in columns if column.type == "year"), None)
    if not measures or not things:
        return {}
    view: dict[str, Any] = {
        "nama": "per-tahun",
        "judul": f"{wishes.title} ({wishes.unit})",
        "jenis": "garis",
        "tabel": wishes.slug,
        "sumbu": year.name if year else "",
        "seri": things[-1].name,
        "ukuran": measures[0].name,
    }
    if year is None or len(years) < 2 or len(set(things[-1].cells)) > MOST_SERIES:
        del view["seri"]
        view |= {"nama": "peringkat", "jenis": "batang-mendatar", "sumbu": things[-1].name}
        view["urut"] = "nilai"
        if year:
            view |= {"saring": {year.name: years[-1]}}
    return {"grafik": [view]}
