"""Reads a table as staff have it, CSV or XLSX: cells as people see them, with what Excel knows."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from ..words.labels import failure
from .reasons import Unusable

SIGNIFICANT = 15
"""Digits that Excel keeps and shows; what floating point adds behind them was never typed."""
_FAULT = re.compile(r"#(REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
_PADDED = re.compile(r"0{2,}")
_QUOTED = re.compile(r"\"([^\"]*)\"")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, or the number it is by the file's own account, and the mark beside it."""

    text: str = ""
    number: Decimal | None = None
    mark: str = ""
    """`%` or `Rp` where Excel shows the number so; a percentage is times a hundred already."""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.number is None and not self.text

    @property
    def shown(self) -> str:
        """The cell as text."""
        return self.text if self.number is None else f"{self.number:f}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: titles of its columns, rows of as many cells, and where these rows stand."""

    titles: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: tuple[int, ...]
    """Spreadsheet row number of each row; the titles stand in row 1."""

    def column(self, index: int) -> tuple[Cell, ...]:
        """All cells below one title."""
        return tuple(row[index] for row in self.rows)


def read_sheet(path: Path) -> Sheet:
    """The first sheet of an XLSX file, or a CSV with commas, semicolons or tabs; titles first.

    Raises Unusable, with the reason in Indonesian, when there is no table in it.
    """
    try:
        rows = list(_workbook(path) if path.suffix.lower() == ".xlsx" else _text(path))
    except OSError as problem:
        locked = isinstance(problem, PermissionError)  # Excel on Windows locks what it has open
        mend = " Tutup berkas itu di Excel, lalu ulangi." if locked else ""
        raise Unusable(f"{path.name} tidak dapat dibaca: {failure(problem)}.{mend}") from problem
    except UnicodeDecodeError as problem:
        told = "bukan teks UTF-8; simpan ulang dari Excel sebagai “CSV UTF-8” atau .xlsx"
        raise Unusable(f"{path.name} tidak dapat dibaca: {told}.") from problem
    except csv.Error as problem:
        told = 'susunan CSV rusak; cari tanda kutip (") yang tidak berpasangan'
        raise Unusable(f"{path.name} tidak dapat dibaca: {told}.") from problem
    except Exception as problem:  # zipfile and XML errors of what is no workbook
        raise Unusable(f"{path.name} bukan berkas Excel yang utuh.") from problem
    return sheet_of(rows, path.name)


def sheet_of(rows: Iterable[Iterable[Cell]], name: str) -> Sheet:
    """The table that rows of cells make, the titles first; `name` is that of the file."""
    numbered = [(at, tuple(row)) for at, row in enumerate(rows, start=1)]
    filled = [(at, row) for at, row in numbered if not all(cell.empty for cell in row)]
    if len(filled) < 2:
        raise Unusable(f"{name} tidak berisi baris judul dan paling sedikit satu baris data.")
    width = max(_used(row) for _, row in filled) if name.lower().endswith(".xlsx") else 0
    filled = [(at, row[:width] if width else row) for at, row in filled]
    titles = tuple(cell.shown for cell in filled[0][1])
    for at, row in filled:
        if len(row) != len(titles):
            raise Unusable(f"Baris {at} berisi {len(row)} sel, baris judul {len(titles)}.")
    if not all(titles):
        raise Unusable(f"Kolom ke-{titles.index('') + 1} tidak punya judul.")
    sheet = Sheet(titles, tuple(row for _, row in filled[1:]), tuple(at for at, _ in filled[1:]))
    _refuse_faults(sheet)
    return sheet


def _used(row: tuple[Cell, ...]) -> int:
    """How many cells of a row there are up to the last one that holds anything."""
    return max((at for at, cell in enumerate(row, start=1) if not cell.empty), default=0)


def _refuse_faults(sheet: Sheet) -> None:
    faulty = [
        f"baris {number}, kolom `{title}`: `{cell.text}`"
        for number, row in zip(sheet.numbers, sheet.rows, strict=True)
        for title, cell in zip(sheet.titles, row, strict=True)
        if _FAULT.fullmatch(cell.text)
    ]
    if faulty:
        more = f", dan {len(faulty) - _MOST_NAMED} lagi" if len(faulty) > _MOST_NAMED else ""
        listed = "; ".join(faulty[:_MOST_NAMED])
        raise Unusable(
            f"Ada rumus yang rusak ({listed}{more}): perbaiki di Excel, atau kosongkan selnya."
        )


def _workbook(path: Path) -> Iterator[list[Cell]]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for row in book.worksheets[0].iter_rows():
        yield [_cell(item.value, getattr(item, "number_format", "")) for item in row]


def _cell(value: Any, style: str) -> Cell:
    """A spreadsheet value; `style` is its number format, which says what people see."""
    if value is None:
        return Cell()
    if isinstance(value, bool):
        return Cell("true" if value else "false")
    if isinstance(value, datetime.datetime):
        return Cell(value.date().isoformat())
    if not isinstance(value, int | float):
        return Cell(_tidy(str(value)))
    number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{SIGNIFICANT}g}")
    if _PADDED.fullmatch(style) and number == int(number) >= 0:
        return Cell(f"{int(number):0{len(style)}d}")
    if "%" in _QUOTED.sub("", style):
        return Cell(number=_plain(number * 100), mark="%")
    return Cell(number=_plain(number), mark="Rp" if "Rp" in style else "")


def _plain(number: Decimal) -> Decimal:
    """A number without exponent and without zeros that say nothing."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def _tidy(text: str) -> str:
    """Text without letters that nobody sees; runs of spaces, also unbreakable ones, are one."""
    lines = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def _text(path: Path) -> Iterator[list[Cell]]:
    text = path.read_bytes().decode("utf-8-sig")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
        yield [Cell(_tidy(text)) for text in row]
