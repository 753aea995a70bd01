"""Whether the rows of a CSV are those that its descriptor names: header, widths, quotes, notes."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..model import Table, codes
from ..model.findings import Finding, Place
from ..model.messages import NOTHING, Message, message
from ..words.excerpts import excerpt
from .suggestions import suggestion

MAX_SHOWN = 40
_MOST_MOVED = 4
_MARKS = {
    ",": message("read.mark-comma"),
    ";": message("read.mark-semicolon"),
    "\t": message("read.mark-tab"),
}
"""What may stand between two cells, and what it is called."""
_NOTE = re.compile(
    r"\W*(?:sumber|catatan|keterangan|ket|diolah|note|data\sper)\b|\*", re.IGNORECASE
)
_QUOTES_INSIDE = message("read.quotes-inside")


def shown(text: str) -> str:
    """A cell as it may stand in a message: one line, not too long."""
    return excerpt(text, MAX_SHOWN)


def beginning(row: Sequence[str]) -> Message:
    """How a row begins, by which people find it: `2022, 99.01.01, Utara, Kota, ...`."""
    cells = tuple(shown(cell) for cell in row[:4])
    if len(row) > 4:
        return message("read.row-beginning-of-more", cells=cells)
    return message("read.row-beginning", cells=cells)


def column_letter(index: int) -> str:
    """The name that a spreadsheet gives to a column.

    >>> column_letter(0), column_letter(25), column_letter(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def quote_fault(text: str, problem: csv.Error, file: str, delimiter: str) -> Finding:
    """A quote that is never closed, or closed too early: the cell in which it was opened."""
    is_unclosed = "unexpected end" in str(problem)
    row, column, cell = _open_quote(text, delimiter, at_end=is_unclosed)
    where = {"column": column_letter(column), "cell": shown(cell)}
    if is_unclosed:
        said = message("read.quote-never-closed", **where)
        remedy = message("read.close-quote", inside=_QUOTES_INSIDE)
    else:
        said = message("read.quote-closed-early", **where, mark=_MARKS[delimiter])
        remedy = message("read.pair-quotes", inside=_QUOTES_INSIDE)
    return Finding(codes.CSV_UNREADABLE, Place(file, row), said, remedy)


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


def layout_faults(rows: Sequence[Sequence[str]], table: Table) -> Iterator[Finding]:
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
            message("read.only-header"),
            message("read.fill-rows"),
        )
    if set(map(len, rows)) == {len(expected)} and all(map(str.strip, {row[-1] for row in rows})):
        return  # nearly always
    for number, row in enumerate(rows[1:], start=2):
        if len(row) == len(expected) and row[-1].strip():
            continue
        place = Place(table.file, number)
        if not any(cell.strip() for cell in row):
            said, remedy = message("read.empty-row"), message("read.delete-row")
            yield Finding(codes.CSV_EMPTY, place, said, remedy)
        elif _is_note(row, expected):
            said = message("read.row-is-note", row=beginning([row[0]]))
            yield Finding(codes.CSV_RAGGED, place, said, message("read.notes-elsewhere"))
        elif len(row) != len(expected):
            yield _width_fault(row, table, place)


def _is_note(row: Sequence[str], expected: Sequence[str]) -> bool:
    """`Sumber: ...` alone in a row, as people write below a table."""
    return len(expected) > 1 and not any(row[1:]) and bool(_NOTE.match(row[0]))


def _width_fault(row: Sequence[str], table: Table, place: Place) -> Finding:
    expected = [field.name for field in table.schema.fields]
    sign = table.writing.delimiter
    said = message(
        "read.row-of-other-width", cells=len(row), expected=len(expected), row=beginning(row)
    )
    if len(row) > len(expected):
        remedy = message("read.quote-marks", mark=_MARKS[sign], sign=sign)
    else:
        missing = tuple(expected[len(row) :])
        remedy = message("read.add-cells", columns=missing, mark=_MARKS[sign])
    return Finding(codes.CSV_RAGGED, place, said, remedy)


def _header_fault(rows: Sequence[Sequence[str]], table: Table) -> Finding:
    place = Place(table.file, 1)
    expected = [field.name for field in table.schema.fields]
    header = list(rows[0]) if rows else []
    sign = table.writing.delimiter
    if len(header) == 1 < len(expected) and any(mark in header[0] for mark in ",;\t|"):
        said = message("read.header-in-one-cell", cell=shown(header[0]))
        told = message("read.delimiter-of-dialect", mark=_MARKS[sign])
        return Finding(codes.CSV_DELIMITER, place, said, NOTHING if sign == "," else told)
    if below := next((at for at, row in enumerate(rows[1:6], start=2) if list(row) == expected), 0):
        filled = [name for name in header if name.strip()]
        said = message("read.header-below", row=str(below), above=beginning(filled))
        first = message("read.delete-first-row")
        several = message("read.delete-first-rows", last=str(below - 1))
        return Finding(codes.CSV_HEADER, place, said, first if below == 2 else several)
    found = (*_unnamed(header), *_repeated(header), *_other_names(header, expected))
    right = message("read.right-header", titles=sign.join(expected))
    return Finding(codes.CSV_HEADER, place, message("read.header-wrong", faults=found), right)


def _unnamed(header: Sequence[str]) -> Iterator[Message]:
    empty = tuple(column_letter(index) for index, name in enumerate(header) if not name.strip())
    if empty:
        yield message("read.columns-untitled", letters=empty)


def _repeated(header: Sequence[str]) -> Iterator[Message]:
    for name, times in Counter(header).items():
        if times > 1 and name.strip():
            where = tuple(column_letter(at) for at, other in enumerate(header) if other == name)
            yield message("read.title-repeated", title=shown(name), times=times, letters=where)


def _other_names(header: Sequence[str], expected: Sequence[str]) -> Iterator[Message]:
    missing = tuple(name for name in expected if name not in header)
    extra = [name for name in header if name.strip() and name not in expected]
    if missing:
        yield message("read.columns-missing", columns=missing)
    if extra:
        hint = suggestion(extra[0], missing or expected)
        yield message("read.columns-unknown", columns=_lettered(extra, header), hint=hint)
    if sorted(header) == sorted(expected):
        moved = _moved(header, expected)
        more = message("read.and-more") if len(moved) > _MOST_MOVED else NOTHING
        yield message("read.columns-moved", columns=moved[:_MOST_MOVED], more=more)


def _lettered(names: Sequence[str], header: Sequence[str]) -> tuple[Message, ...]:
    """Titles with the letter of their column."""
    return tuple(
        message("read.title-at", title=shown(name), letter=column_letter(header.index(name)))
        for name in names
    )


def _moved(header: Sequence[str], expected: Sequence[str]) -> tuple[Message, ...]:
    """Columns that hold the title of another."""
    return tuple(
        message("read.column-moved", letter=column_letter(index), title=name, right=right)
        for index, (name, right) in enumerate(zip(header, expected, strict=True))
        if name != right
    )
