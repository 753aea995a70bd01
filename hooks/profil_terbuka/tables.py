"""The only reader of CSV: bytes on disk to a Table with typed rows, or findings.

Stricter than frictionless, which lets `1.234`, ` 5 `, `1_000` and `NaN` pass as numbers: here a
cell has exactly one way of being written, so that every other program reads the same value.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from . import codes, hygiene
from .documents import closed, nearest
from .findings import Code, Finding, Place
from .formulas import is_formula
from .model import Field, Table, Value, read_period
from .wording import PERIOD_FORM

MAX_BYTES = 200_000_000
MAX_SHOWN = 40
MAX_CELL = 10_000
"""Excel cuts cells at 32,767 characters; long before that a text belongs on a page."""

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,10})?")
_YEAR = re.compile(r"[12][0-9]{3}")
_MONTH = re.compile(r"[12][0-9]{3}-(0[1-9]|1[0-2])")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}([.,\s][0-9]{3})+")

_CSV_ERRORS = {
    "unexpected end of data": "tanda kutip yang dibuka tidak pernah ditutup",
    "',' expected after '\"'": "setelah tanda kutip penutup seharusnya koma",
}

_MEND_QUOTES = (
    'Cari tanda kutip (") yang tidak berpasangan di baris itu atau di atasnya. Tanda kutip yang '
    'memang bagian isi ditulis dua kali ("") di dalam sel yang diapit tanda kutip.'
)

Rows = list[list[str]]


def read(path: Path, table: Table) -> tuple[Table | None, tuple[Finding, ...]]:
    """`table` with the cells and rows of the file at `path`, or None and every fault found."""
    rows, findings = _parse(path, table.file)
    if rows is None:
        return None, findings
    findings = tuple(_shape_faults(rows, table))
    if findings:
        return None, findings
    fields = table.schema.fields
    types = [field.type for field in fields]
    cells = tuple(tuple(map(_usual, row, types)) for row in rows[1:])
    findings = tuple(_cell_faults(cells, table))
    if findings:
        return None, findings
    typed = tuple(
        tuple(_value(text, field.type) for text, field in zip(row, fields, strict=True))
        for row in cells
    )
    return replace(table, cells=cells, rows=typed), ()


def _parse(path: Path, file: str) -> tuple[Rows | None, tuple[Finding, ...]]:
    """Rows of strings, the header first."""

    def refuse(code: Code, message: str, mend: str = "") -> tuple[None, tuple[Finding, ...]]:
        return None, (Finding(code, Place(file), message, mend),)

    try:
        if path.is_symlink() or not path.is_file():
            return refuse(codes.FILE_MISSING, "Berkas tidak ada, atau bukan berkas biasa.")
        data = path.read_bytes()
    except OSError as problem:
        return None, (closed(problem, file),)
    if len(data) > MAX_BYTES:
        told = f"Berkas terlalu besar: {len(data)} bita, paling banyak {MAX_BYTES}."
        return refuse(codes.CSV_UNREADABLE, told, "Pecah menjadi beberapa tabel.")
    if b"\0" in data:
        told = "Ini bukan berkas teks; mungkin berkas Excel yang diganti namanya."
        return refuse(codes.CSV_UNREADABLE, told)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        return refuse(codes.CSV_UNREADABLE, f"Bukan UTF-8: bita asing di baris {line}.")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return _without_end(list(reader)), ()
    except csv.Error as problem:
        reason = _CSV_ERRORS.get(str(problem), f"susunan CSV rusak ({problem})")
        told = f"Berhenti di baris {reader.line_num}: {reason}."
        return refuse(codes.CSV_UNREADABLE, told, _MEND_QUOTES)


def _without_end(rows: Rows) -> Rows:
    """Without the empty rows that Excel leaves below a table ("",,,): they say nothing."""
    end = len(rows)
    while end > 1 and len(rows[end - 1]) > 1 and not any(rows[end - 1]):
        end -= 1
    return rows[:end]


def _shape_faults(rows: Rows, table: Table) -> Iterator[Finding]:
    """Header, widths and blank rows."""
    expected = [field.name for field in table.schema.fields]
    header = rows[0] if rows else []
    if header != expected:
        yield _header_fault(header, expected, table.file)
        return
    if len(rows) == 1 and not table.may_be_empty:
        yield Finding(codes.CSV_EMPTY, Place(table.file), "Tabel tidak punya satu baris data pun.")
    for number, row in enumerate(rows[1:], start=2):
        place = Place(table.file, number)
        if not any(cell.strip() for cell in row):
            yield Finding(codes.CSV_EMPTY, place, "Baris ini kosong.")
        elif len(row) != len(expected):
            message = f"Ada {len(row)} sel, seharusnya {len(expected)}."
            yield Finding(codes.CSV_RAGGED, place, message)


def _header_fault(header: Sequence[str], expected: Sequence[str], file: str) -> Finding:
    place = Place(file, 1)
    if len(header) == 1 and any(mark in header[0] for mark in ";\t|"):
        message = f"Judul kolom terbaca sebagai satu sel: `{_shown(header[0])}`."
        return Finding(codes.CSV_DELIMITER, place, message)
    missing = [name for name in expected if name not in header]
    extra = [name for name in header if name not in expected]
    parts = []
    if missing:
        parts.append(f"Kolom hilang: {', '.join(f'`{name}`' for name in missing)}.")
    if extra:
        listed = ", ".join(f"`{_shown(name)}`" for name in extra)
        parts.append(f"Kolom tak dikenal: {listed}.{nearest(extra[0], expected)}")
    if not parts:
        parts.append("Urutan kolom berbeda dari deskriptor, atau ada kolom yang terulang.")
    return Finding(
        codes.CSV_HEADER, place, " ".join(parts), f"Judul yang benar: {','.join(expected)}"
    )


def _cell_faults(cells: Sequence[Sequence[str]], table: Table) -> Iterator[Finding]:
    """Cells not written the one way their type is written."""
    for index, field in enumerate(table.schema.fields):
        for number, row in enumerate(cells, start=2):
            text = row[index]
            place = Place(table.file, number, field.name)
            if field.type == "string":
                yield from _text_faults(text, place)
            elif text and not _well_written(text, field.type):
                yield _cell_fault(text, field, place)
            if field.period and text and not read_period(text, field.period):
                form = PERIOD_FORM[field.period]
                message = f"`{_shown(text)}` bukan periode `{field.period}`."
                yield Finding(codes.CELL_BAD_TYPE, place, message, f"Tulis seperti {form}.")


def _text_faults(text: str, place: Place) -> Iterator[Finding]:
    """Text that a spreadsheet would run, that cannot be seen, or that is no cell any more."""
    if is_formula(text):
        message = f"`{_shown(text)}` akan dijalankan Excel sebagai rumus."
        yield Finding(codes.CELL_FORMULA, place, message)
    if len(text) > MAX_CELL:
        message = f"Sel berisi {len(text)} huruf, paling banyak {MAX_CELL}."
        yield Finding(codes.CELL_UNREADABLE, place, message)
    elif text != text.strip():
        message = f"`{_shown(text)}` diapit spasi."
        yield Finding(codes.CELL_UNREADABLE, place, message)
    else:
        yield from hygiene.forbidden(text, place)


def _well_written(text: str, type_: str) -> bool:
    if type_ == "integer":
        return bool(_INTEGER.fullmatch(text)) and text != "-0"
    if type_ == "number":
        return bool(_NUMBER.fullmatch(text))
    if type_ == "year":
        return bool(_YEAR.fullmatch(text))
    if type_ == "yearmonth":
        return bool(_MONTH.fullmatch(text))
    if type_ == "boolean":
        return text in ("true", "false")
    return _is_date(text)


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _cell_fault(text: str, field: Field, place: Place) -> Finding:
    message = f"`{_shown(text)}` bukan {_KINDS[field.type]}."
    if field.type not in ("integer", "number"):
        return Finding(codes.CELL_BAD_TYPE, place, message)
    digits = re.sub(r"[.,\s]", "", text)
    if _THOUSANDS.fullmatch(text):
        return Finding(codes.CELL_NOT_NUMBER, place, message, f"Tulis `{digits}` bila ribuan.")
    if text.strip() in ("-", "\N{EN DASH}", "\N{EM DASH}"):
        remedy = "Kosongkan selnya, atau tulis 0 bila total tercetak membuktikannya."
        return Finding(codes.CELL_NOT_NUMBER, place, message, remedy)
    return Finding(codes.CELL_NOT_NUMBER, place, message)


_KINDS = {
    "integer": "bilangan bulat",
    "number": "bilangan",
    "year": "tahun empat angka",
    "yearmonth": "bulan yang ditulis TTTT-BB, misalnya 2024-01",
    "boolean": "`true` atau `false`",
    "date": "tanggal yang ada di kalender, ditulis TTTT-BB-HH",
}


def _shown(text: str) -> str:
    """A cell as it may stand in a message: one line, not too long."""
    flat = "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in text)
    return flat if len(flat) <= MAX_SHOWN else flat[:MAX_SHOWN] + "\N{HORIZONTAL ELLIPSIS}"


def _usual(text: str, type_: str) -> str:
    """A cell as it is published: Excel writes TRUE and FALSE."""
    return text.lower() if type_ == "boolean" and text in ("TRUE", "FALSE") else text


def _value(text: str, type_: str) -> Value:
    """A well written cell as a value; an empty one is None."""
    if text == "":
        return None
    if type_ in ("integer", "year"):
        return int(text)
    if type_ == "number":
        return Decimal(text)
    return text == "true" if type_ == "boolean" else text
