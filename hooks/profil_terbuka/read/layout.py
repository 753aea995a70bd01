"""Whether the rows of a CSV are those that its descriptor names: header, widths, quotes, notes."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import Table, codes
from ..model.findings import Finding, Place
from ..words.numbers import enumeration
from .documents import nearest

MAX_SHOWN = 40
_MARKS = {",": "koma", ";": "titik koma", "\t": "tab"}
"""What may stand between two cells, and what it is called."""
_NOTE = re.compile(
    r"\W*(?:sumber|catatan|keterangan|ket|diolah|note|data\sper)\b|\*", re.IGNORECASE
)
_QUOTES_INSIDE = (
    'Tanda kutip yang memang bagian isi ditulis dua kali ("") di dalam sel yang diapit tanda '
    'kutip, misalnya "Program ""Rumah Aman""".'
)
_NO_NOTES = (
    "Hapus baris ini dari CSV; sumber dan penjelasan ditulis di datapackage.json (`sources`, "
    "`description`)."
)


def shown(text: str) -> str:
    """A cell as it may stand in a message: one line, not too long."""
    flat = "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in text)
    return flat if len(flat) <= MAX_SHOWN else flat[:MAX_SHOWN] + "\N{HORIZONTAL ELLIPSIS}"


def beginning(row: Sequence[str]) -> str:
    """How a row begins, by which people find it: `2022, 99.01.01, Utara, ...`."""
    told = ", ".join(shown(cell) for cell in row[:4])
    return f"`{told}, ...`" if len(row) > 4 else f"`{told}`"


def letter(index: int) -> str:
    """The name that a spreadsheet gives to a column: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def quote_fault(text: str, problem: csv.Error, file: str, delimiter: str) -> Finding:
    """A quote that is never closed, or closed too early: the cell in which it was opened."""
    row, column, cell = _open_quote(text, delimiter, at_end="unexpected end" in str(problem))
    where = f'Tanda kutip (") yang dibuka di kolom {letter(column)} baris ini, `{shown(cell)}`,'
    if "unexpected end" in str(problem):
        return Finding(
            codes.CSV_UNREADABLE,
            Place(file, row),
            f"{where} tidak pernah ditutup.",
            f"Tutup tanda kutip itu di ujung selnya, atau hapus. {_QUOTES_INSIDE}",
        )
    return Finding(
        codes.CSV_UNREADABLE,
        Place(file, row),
        f"{where} ditutup di tengah sel: sesudahnya masih ada huruf, bukan {_MARKS[delimiter]}.",
        f"Periksa apakah tanda kutip di baris ini berpasangan. {_QUOTES_INSIDE}",
    )


def _open_quote(text: str, delimiter: str, *, at_end: bool) -> tuple[int, int, str]:
    """Row, column and beginning of the quoted cell in which reading stops."""
    row, column, position = 1, 0, 0
    while position < len(text):
        if text[position] == '"':
            end = _closing(text, position + 1)
            cell = text[position : position + MAX_SHOWN].partition("\n")[0]
            if end is None or (
                not at_end and text[end : end + 1] not in (delimiter, "\n", "\r", "")
            ):
                return row, column, cell
            position = end
        while position < len(text) and text[position] not in (delimiter, "\n"):
            position += 1
        if text[position : position + 1] == "\n":
            row, column = row + 1, -1
        column += 1
        position += 1
    return row, max(column, 0), ""


def _closing(text: str, position: int) -> int | None:
    """Behind the quote that closes the cell; two of them are one that belongs to it."""
    while (found := text.find('"', position)) >= 0:
        if text[found + 1 : found + 2] != '"':
            return found + 1
        position = found + 2
    return None


def faults(rows: Sequence[Sequence[str]], table: Table) -> Iterator[Finding]:
    """Header, widths, blank rows, and notes that stand below a table."""
    expected = [field.name for field in table.schema.fields]
    header = list(rows[0]) if rows else []
    if header != expected:
        yield _header_fault(rows, table)
        return
    if len(rows) == 1 and not table.may_be_empty:
        yield Finding(
            codes.CSV_EMPTY,
            Place(table.file),
            "Tabel hanya berisi judul kolom, tanpa satu baris data pun.",
            "Isi datanya mulai baris 2, atau jangan terbitkan tabel ini dulu.",
        )
    for number, row in enumerate(rows[1:], start=2):
        place = Place(table.file, number)
        if not any(cell.strip() for cell in row):
            yield Finding(codes.CSV_EMPTY, place, "Baris ini kosong.", "Hapus baris ini.")
        elif _is_note(row, expected):
            message = f"Baris ini keterangan, bukan data: {beginning([row[0]])}."
            yield Finding(codes.CSV_RAGGED, place, message, _NO_NOTES)
        elif len(row) != len(expected):
            yield _width_fault(row, table, place)


def _is_note(row: Sequence[str], expected: Sequence[str]) -> bool:
    """`Sumber: ...` alone in a row, as people write below a table."""
    return len(expected) > 1 and not any(row[1:]) and bool(_NOTE.match(row[0]))


def _width_fault(row: Sequence[str], table: Table, place: Place) -> Finding:
    expected = [field.name for field in table.schema.fields]
    mark = table.writing.delimiter
    message = f"Ada {len(row)} sel, seharusnya {len(expected)}: {beginning(row)}."
    if len(row) > len(expected):
        remedy = (
            f"Apit teks yang berisi {_MARKS[mark]} dengan tanda kutip, misalnya "
            f'"Jalan Mawar{mark} Utara", atau hapus sel yang lebih di ujung kanan.'
        )
    else:
        missing = expected[len(row) :]
        listed = enumeration([f"`{name}`" for name in missing])
        remedy = f"Lengkapi {listed}; sel yang memang kosong tetap dipisahkan {_MARKS[mark]}."
    return Finding(codes.CSV_RAGGED, place, message, remedy)


def _header_fault(rows: Sequence[Sequence[str]], table: Table) -> Finding:
    place = Place(table.file, 1)
    expected = [field.name for field in table.schema.fields]
    header = list(rows[0]) if rows else []
    delimiter = table.writing.delimiter
    right = f"Judul yang benar: {delimiter.join(expected)}"
    if len(header) == 1 < len(expected) and any(mark in header[0] for mark in ",;\t|"):
        message = f"Judul kolom terbaca sebagai satu sel: `{shown(header[0])}`."
        told = f"`dialect` di datapackage.json menyebut {_MARKS[delimiter]} sebagai pemisah."
        return Finding(codes.CSV_DELIMITER, place, message, "" if delimiter == "," else told)
    if below := next((at for at, row in enumerate(rows[1:6], start=2) if list(row) == expected), 0):
        filled = [name for name in header if name.strip()]
        message = f"Judul kolom baru ada di baris {below}; di atasnya {beginning(filled)}."
        above = "baris 1" if below == 2 else f"baris 1 sampai {below - 1}"
        return Finding(codes.CSV_HEADER, place, message, f"Hapus {above}.")
    parts = [*_unnamed(header), *_repeated(header), *_other_names(header, expected)]
    return Finding(codes.CSV_HEADER, place, " ".join(parts), right)


def _unnamed(header: Sequence[str]) -> Iterator[str]:
    empty = [letter(index) for index, name in enumerate(header) if not name.strip()]
    if empty:
        yield (
            f"Kolom {enumeration(empty)} tidak berjudul; di Excel, pisahkan dulu sel yang digabung."
        )


def _repeated(header: Sequence[str]) -> Iterator[str]:
    for name, times in Counter(header).items():
        if times > 1 and name.strip():
            where = [letter(index) for index, other in enumerate(header) if other == name]
            yield f"Judul `{shown(name)}` ada {times} kali, di kolom {enumeration(where)}."


def _other_names(header: Sequence[str], expected: Sequence[str]) -> Iterator[str]:
    missing = [name for name in expected if name not in header]
    extra = [name for name in header if name.strip() and name not in expected]
    if missing:
        yield f"Kolom hilang: {', '.join(f'`{name}`' for name in missing)}."
    if extra:
        listed = ", ".join(
            f"`{shown(name)}` (kolom {letter(header.index(name))})" for name in extra
        )
        yield f"Kolom tak dikenal: {listed}.{nearest(extra[0], missing or expected)}"
    if sorted(header) == sorted(expected):
        moved = [
            f"kolom {letter(index)} berisi `{name}`, seharusnya `{right}`"
            for index, (name, right) in enumerate(zip(header, expected, strict=True))
            if name != right
        ]
        told = enumeration(moved[:4]) + (", dan seterusnya" if len(moved) > 4 else "")
        yield f"Kolom tertukar tempat: {told}."
