"""Text tables: CSV with commas, semicolons, tabs or bars, in whatever encoding offices have."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from ...model.messages import message
from ..grid import Book, SheetCell, tidy
from ..reasons import Unusable
from .encodings import decoded_text, is_text
from .kind import Kind
from .layout import SheetDraft, laid_out
from .separators import named_separator, separator_of
from .widths import parted_decimals, wider_rows

_CALLED = {
    "\t": message("importer.sign-tab"),
    ";": message("importer.sign-semicolon"),
    "|": message("importer.sign-bar"),
    ",": message("importer.sign-comma"),
}


def read_delimited(data: bytes, file: str) -> Book:
    """The one table of a text; raises Unusable where nothing parts cells, or quotes are broken."""
    found = decoded_text(data)
    sign, text = named_separator(found.text)
    told = [found.told] if found.told else []
    if not sign:
        separator = separator_of(text)
        sign = separator.sign
        if not sign:
            raise Unusable(message("importer.text-without-table", file=file))
        if separator.rival:
            said = message(
                "importer.separated-by", sign=_CALLED[sign], rival=_CALLED[separator.rival]
            )
            told.append(said)
    rows = list(_strictly_read(text, sign, file, 1 + found.text.count("\n") - text.count("\n")))
    if sign == "," and (said := parted_decimals(rows, file)):
        raise Unusable(said)
    told += wider_rows(rows)
    draft = SheetDraft("", {at: _cells(row) for at, row in enumerate(rows)})
    return Book(file, (laid_out(draft, file),), tuple(told))


def _cells(row: Sequence[str]) -> dict[int, SheetCell]:
    """The cells of a row that hold anything, by column."""
    return {column: SheetCell(text) for column, cell in enumerate(row) if (text := tidy(cell))}


def _strictly_read(text: str, sign: str, file: str, first: int) -> Iterator[list[str]]:
    """The rows, the first in that line; raises Unusable, naming the line, for broken quotes."""
    reader = csv.reader(io.StringIO(text), delimiter=sign, strict=True)
    begins = first
    try:
        for row in reader:
            yield row
            begins = first + reader.line_num
    except csv.Error as problem:
        said = message("importer.quotes-broken", file=file, line=str(begins))
        raise Unusable(said) from problem


KIND = Kind(".csv", is_text, read_delimited)
